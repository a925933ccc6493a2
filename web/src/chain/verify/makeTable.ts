import { inParallel } from "@one-small-town/core/asking/atMost.ts";
import { transactionOf } from "@one-small-town/core/position.ts";
import type { InTransaction } from "@one-small-town/core/verify/csv/cells.ts";
import { makeCsv } from "@one-small-town/core/verify/csv/makeCsv.ts";
import { hexOf } from "@one-small-town/core/hex.ts";
import type { Hash } from "viem";
import type { TownClient } from "../System.ts";
import type { WantedTable } from "./CheckMessages.ts";
import type { Reading } from "./readBooks.ts";

const AT_ONCE = 8;

/** For more blocks than these nobody waits: their transactions are named by block and place, which say as much. */
const MOST_BLOCKS = 300;

/** A table of the books as a file's text. A history tells of no hashes of transactions: they are asked for here. */
export async function makeTable(
  client: TownClient,
  { books, currencies }: Reading,
  { table, ...of }: WantedTable,
): Promise<string | null> {
  const unknown = new Set<bigint>();
  const hashes = new Map<string, Hash>();
  const hashOf = (event: InTransaction) => {
    const hash = event.transactionHash ?? hashes.get(transactionOf(event));
    if (hash === undefined) unknown.add(event.blockNumber);
    return hash ?? transactionOf(event);
  };
  const csv = makeCsv(table, { books, currencies, hashOf, ...of });
  if (unknown.size === 0 || unknown.size > MOST_BLOCKS) return csv;
  await inParallel([...unknown], AT_ONCE, async (blockNumber) => {
    const params = [hexOf(blockNumber), false] as const;
    const block = await client.request({ method: "eth_getBlockByNumber", params: [...params] }).catch(() => null);
    for (const [transactionIndex, hash] of (block?.transactions ?? []).entries()) {
      if (typeof hash === "string") hashes.set(transactionOf({ blockNumber, transactionIndex }), hash);
    }
  });
  return makeCsv(table, { books, currencies, hashOf, ...of });
}

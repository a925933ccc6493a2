import { type Ask, Refusal, type Request } from "@one-small-town/core/asking/Ask.ts";
import { dividing } from "@one-small-town/core/asking/inRanges.ts";
import type { RawLog } from "@one-small-town/core/asking/logs.ts";
import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import { partsOf } from "@one-small-town/core/asking/ranges.ts";
import { type Address, type Hex, numberToHex } from "viem";
import { Mistake } from "../commands/Mistake.mjs";
import type { Connection } from "./makeOrReadPlan.ts";

/** As many blocks as nearly all nodes look through at once; those that do not are asked for fewer. */
const BLOCKS_AT_ONCE = 2000n;

/**
 * The block in which a deployment's first contract was created, by its first event. It came soon after the plan was
 * made, and is looked for from there on, a few blocks at a time.
 */
export async function findStart(
  connection: Connection,
  authority: Address,
  firstBlock: number,
): Promise<{ block: number; hash: Hex }> {
  const read = dividing(askOf(connection));
  const toBlock = BigInt(await connection.ethers.provider.getBlockNumber());
  try {
    for (const part of partsOf({ fromBlock: BigInt(firstBlock), toBlock }, BLOCKS_AT_ONCE)) {
      const [first] = (await read(questionOf(authority, part))) as RawLog[];
      if (first !== undefined) return { block: Number(first.blockNumber), hash: first.blockHash };
    }
  } catch (cause) {
    throw unfound(`"${firstLine((cause as Error).message)}"`, cause);
  }
  throw unfound(`it knows no event of Authority at ${authority} since block ${firstBlock}`);
}

function questionOf(address: Address, { fromBlock, toBlock }: BlockRange): Request {
  return {
    method: "eth_getLogs",
    params: [{ address, fromBlock: numberToHex(fromBlock), toBlock: numberToHex(toBlock) }],
  };
}

function firstLine(text: string): string {
  return (text.replaceAll(/[^\P{C}\n]/gu, "").split("\n")[0] ?? "").slice(0, 200);
}

function unfound(why: string, cause?: unknown): Mistake {
  return new Mistake(
    `All contracts are on chain, but the node does not say since when: ${why}. ` +
      `Name another node, or wait; then run the same command again: it sends nothing more.`,
    { cause },
  );
}

type Failure = Error & { code?: number; data?: unknown; cause?: { statusCode?: number; body?: unknown } };

/** What a node says when it refuses, whether with an answer or with a status of HTTP as well. */
function askOf({ provider }: Connection): Ask {
  return async ({ method, params }) => {
    try {
      return await provider.request({ method, params: params as unknown[] });
    } catch (error) {
      const { message, code, data, cause } = error as Failure;
      const said = (cause?.body as { error?: { message?: string; code?: number } } | null | undefined)?.error;
      if (said !== undefined) throw new Refusal(said.message ?? "", said.code ?? 0);
      throw new Refusal(cause?.statusCode === 413 ? "the answer would be too large" : message, code ?? 0, data);
    }
  };
}

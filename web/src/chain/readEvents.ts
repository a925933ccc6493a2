import { inRanges } from "@one-small-town/core/asking/inRanges.ts";
import type { RawLog } from "@one-small-town/core/asking/logs.ts";
import { hexOf } from "@one-small-town/core/hex.ts";
import { noteTime } from "@one-small-town/core/verify/noteTime.ts";
import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import { decoderOf } from "@one-small-town/core/history/decodeEvents.ts";
import type { EventOf } from "@one-small-town/core/verify/Books.ts";
import type { Abi, Address, Hex } from "viem";
import { fromPast } from "./past/fromPast.ts";
import type { TownClient } from "./System.ts";

/** A history may have hundreds of thousands of entries, and one answer must fit into memory. */
const FIRST = 64n;

type Wanted<abi extends Abi> = BlockRange & {
  address: Address | Address[];
  abi: abi;
  /** Where the time of each block goes (seconds), of a node that says it with its logs. */
  times?: Map<bigint, number>;
  /** Which of them alone: by their topics as a node is asked, and as it is seen of one that a history tells. */
  only?: { topics: readonly (Hex | null)[]; fits: (event: EventOf<abi>) => boolean };
  /** How many blocks are asked for first; few when absent. */
  first?: bigint;
};

/**
 * Every event of a contract, or of several with the same ABI, in the order of the chain: from the history beside the pages
 * as far as it goes, else from the node. Each part of its answer is decoded as it comes, so that no more than one stays in
 * memory as the node wrote it.
 */
export async function readEvents<const abi extends Abi>(
  client: TownClient,
  { address, abi, times, only, first = FIRST, ...range }: Wanted<abi>,
): Promise<EventOf<abi>[]> {
  const addresses = [address].flat();
  const past = await fromPast(client, addresses);
  if (past !== null) {
    const told = await past.events(abi, addresses, range, times);
    return only === undefined ? told : told.filter(only.fits);
  }
  const decode = decoderOf(abi);
  const asked = only === undefined ? { address } : { address, topics: [...only.topics] };
  return inRanges(client, range, first, async ({ fromBlock, toBlock }) => {
    const wanted = { ...asked, fromBlock: hexOf(fromBlock), toBlock: hexOf(toBlock) };
    const logs = (await client.request({ method: "eth_getLogs", params: [wanted] })) as unknown as RawLog[];
    return logs.flatMap((log) => {
      const time = Number(log.blockTimestamp ?? 0);
      // Some nodes say 0 or null of every event.
      if (time > 0 && times !== undefined) noteTime(times, BigInt(log.blockNumber), time);
      return decode(log) ?? [];
    });
  });
}

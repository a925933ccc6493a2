import { hexOf } from "@one-small-town/core/hex.ts";
import { type Abi, type Address, type Hex } from "viem";
import type { EventOf } from "@one-small-town/core/verify/Books.ts";
import { noteTime } from "@one-small-town/core/verify/noteTime.ts";
import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import { decoderOf, type RawLog } from "./decodeEvents.ts";
import { inRanges } from "./inRanges.ts";
import type { TownClient } from "./System.ts";

/** Blocks asked for first: a history may have hundreds of thousands of entries, and one answer must fit into memory. */
const FIRST = 64n;

type Wanted<abi extends Abi> = BlockRange & {
  address: Address | Address[];
  abi: abi;
  /** Only logs with these topics; null is any. */
  topics?: (Hex | null)[];
  /** Where the time of each block goes (seconds), of a node that says it with its logs. */
  times?: Map<bigint, number>;
};

/**
 * Every event of a contract, or of several with the same ABI, in the order of the chain. Each part is decoded as it comes,
 * so that no more than one stays in memory as the node wrote it.
 */
export async function readEvents<const abi extends Abi>(
  client: TownClient,
  { address, abi, topics, times, ...range }: Wanted<abi>,
): Promise<EventOf<abi>[]> {
  const decode = decoderOf(abi);
  return inRanges(client, range, FIRST, async ({ fromBlock, toBlock }) => {
    const wanted = {
      address,
      ...(topics && { topics }),
      fromBlock: hexOf(fromBlock),
      toBlock: hexOf(toBlock),
    };
    const logs = (await client.request({ method: "eth_getLogs", params: [wanted] })) as unknown as RawLog[];
    return logs.flatMap((log) => {
      if (log.blockTimestamp !== undefined && times !== undefined) noteTime(times, BigInt(log.blockNumber), Number(log.blockTimestamp));
      return decode(log) ?? [];
    });
  });
}

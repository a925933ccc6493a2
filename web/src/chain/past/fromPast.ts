import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import type { EventOf } from "@one-small-town/core/verify/Books.ts";
import type { Abi, Address } from "viem";
import type { TownClient } from "../System.ts";

type Wanted<abi extends Abi> = {
  abi: abi;
  addresses: readonly Address[];
  range: BlockRange;
  times?: Map<bigint, number> | undefined;
};

/** What some contracts told, by the history and its tail; null where there is none, or it does not come. */
export async function fromPast<const abi extends Abi>(
  client: TownClient,
  { abi, addresses, range, times }: Wanted<abi>,
): Promise<EventOf<abi>[] | null> {
  const past = (await client.past?.()) ?? null;
  if (past === null) return null;
  try {
    return (await past.covers(addresses)) ? await past.events(abi, addresses, range, times) : null;
  } catch (error) {
    if ((error as Error).name === "NotLoaded") return null;
    throw error;
  }
}

import type { Address } from "viem";
import type { TownClient } from "../System.ts";
import type { Telling } from "./Telling.ts";

/** The history beside the pages, if it tells of some contracts; null where there is none, or it does not come. */
export async function fromPast(client: TownClient, addresses: readonly Address[]): Promise<Telling | null> {
  const past = (await client.past?.()) ?? null;
  return (await past?.covers(addresses)) === true ? past : null;
}

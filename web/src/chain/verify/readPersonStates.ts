import type { Address } from "viem";
import type { MemberEvent, PersonState } from "@one-small-town/core/verify/Books.ts";
import type { TownClient } from "../System.ts";
import { readEach } from "../readEach.ts";
import { views } from "./views.ts";

/** The record of every wallet that was ever a person's; of one town's members and residents when a town is given. */
export async function readPersonStates(
  client: TownClient,
  address: Address,
  events: readonly MemberEvent[],
  town: number | null,
  blockNumber: bigint,
): Promise<Map<Address, PersonState>> {
  const wallets = new Set<Address>();
  for (const { eventName, args } of events) {
    const isOther = town !== null && eventName === "ResidencyAttested" && args.town !== town;
    if ("wallet" in args && !isOther) wallets.add(args.wallet);
    if (eventName === "WalletMoved") wallets.add(args.newWallet);
  }
  const records = await readEach(
    client,
    [...wallets],
    (wallet) => [{ address, abi: views.members, functionName: "personOf", args: [wallet] }],
    blockNumber,
  );
  return new Map(records.map(([wallet, [record]]) => [wallet, record]));
}

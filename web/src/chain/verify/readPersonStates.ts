import type { Address } from "viem";
import type { MemberEvent, PersonState, TownEvent } from "@one-small-town/core/verify/Books.ts";
import { NOBODY } from "@one-small-town/core/verify/replay/Persons.ts";
import { personsAfter } from "@one-small-town/core/verify/replay/personsAfter.ts";
import { readEach } from "@one-small-town/core/views/readEach.ts";
import type { At } from "./At.ts";

/** The record of every wallet that was ever a person's, and whether it waits; of one town's members and residents when a town is given. */
export async function readPersonStates(
  { read, ask }: At,
  members: readonly MemberEvent[],
  towns: readonly TownEvent[],
  town: number | null,
): Promise<Map<Address, PersonState>> {
  const wallets = new Set<Address>();
  for (const { eventName, args } of members) {
    const isOther = town !== null && eventName === "ResidencyAttested" && args.town !== town;
    if ("wallet" in args && !isOther) wallets.add(args.wallet);
    if (eventName === "WalletMoved") wallets.add(args.newWallet);
  }
  const mustOf = expectedOf(members, towns);
  const records = await readEach<Address, [PersonState]>(read, [...wallets], (wallet) => [
    ask("MemberRegistry", "personOf", [wallet], mustOf(wallet)),
  ]);
  return new Map(records.map(([wallet, [record]]) => [wallet, record]));
}

/** A record as it must be by all that happened; nothing of one whose succession may be over by time alone. */
function expectedOf(members: readonly MemberEvent[], towns: readonly TownEvent[]) {
  try {
    const { records, succeeding } = personsAfter(members, towns);
    return (wallet: Address) => {
      const record = records.get(wallet) ?? NOBODY;
      return succeeding.has(wallet) ? undefined : { ...record, waiting: false };
    };
  } catch {
    return () => undefined;
  }
}

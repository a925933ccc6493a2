import type { Books, HoursEvent, MembersState } from "@one-small-town/core/verify/Books.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import type { TownClient } from "../System.ts";
import { readEach } from "../readEach.ts";
import { readMany } from "../readMany.ts";
import { views } from "./views.ts";

/** What the contracts say of the members of some towns: their wallets, and what each was paid and can claim. */
export async function readMembersStates(
  client: TownClient,
  addresses: Books["addresses"],
  towns: readonly number[],
  hours: readonly HoursEvent[],
  blockNumber: bigint,
): Promise<Map<number, MembersState>> {
  const states = new Map<number, MembersState>();
  const finalised = eventsNamed(hours, "TimesheetFinalised");
  for (const town of towns) {
    const registry = { address: addresses.MemberRegistry, abi: views.members };
    const [count] = await readMany(client, [{ ...registry, functionName: "memberCount", args: [town] }], blockNumber);
    const numbers = Array.from({ length: count }, (_, i) => i + 1);
    const contributions = { address: addresses.Contributions, abi: views.hours };
    const upTo = finalised.filter(({ args }) => args.town === town).length;
    const members = await readEach(
      client,
      numbers,
      (number) => [
        { ...registry, functionName: "memberAt", args: [town, BigInt(number)] },
        { ...contributions, functionName: "claimedUpTo", args: [town, BigInt(number)] },
        { ...contributions, functionName: "claimable", args: [town, number, upTo] },
      ],
      blockNumber,
    );
    states.set(town, {
      wallets: members.map(([, [[wallet]]]) => wallet),
      claimedUpTo: members.map(([, [, upToOwn]]) => upToOwn),
      infinity: members.map(([, [, , [infinity]]]) => infinity),
      cash: members.map(([, [, , [, cash]]]) => cash),
    });
  }
  return states;
}

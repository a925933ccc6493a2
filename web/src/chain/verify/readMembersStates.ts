import type { Books, MembersState } from "@one-small-town/core/verify/Books.ts";
import { eventsNamed, groupBy } from "@one-small-town/core/verify/events.ts";
import { earningsOfMembers } from "@one-small-town/core/verify/replay/earningsOfMembers.ts";
import { personsAfter } from "@one-small-town/core/verify/replay/personsAfter.ts";
import { sheetsOf } from "@one-small-town/core/verify/replay/timesheets.ts";
import { membersOf } from "@one-small-town/core/verify/replay/towns.ts";
import { INFINITY_PER_SHIFT } from "@one-small-town/core/rules/Contributions.ts";
import { readEach } from "@one-small-town/core/views/readEach.ts";
import type { Address } from "viem";
import type { At } from "./At.ts";

type Needed = { [part in "hours" | "members" | "towns"]: NonNullable<Books[part]> } & Pick<Books, "codes">;
type Answers = [[wallet: Address, joinedIn: number], upTo: number, [infinity: bigint, cash: bigint]];

/** What the contracts say of the members of some towns: their wallets, and what each was paid and can claim. */
export async function readMembersStates(
  { read, ask }: At,
  towns: readonly number[],
  needed: Needed,
): Promise<Map<number, MembersState>> {
  const { hours } = needed;
  const finalised = groupBy(eventsNamed(hours, "TimesheetFinalised"), ({ args }) => args.town);
  const mustOf = expectedOf(needed);
  const counts = await readEach<number, [number]>(read, towns, (town) => [
    ask("MemberRegistry", "memberCount", [town]),
  ]);
  const members = counts.flatMap(([town, [count]]) =>
    Array.from({ length: count }, (_, i) => ({ town, number: i + 1 })),
  );
  const stated = await readEach<(typeof members)[number], Answers>(read, members, ({ town, number }) => {
    const [place, upTo, waiting] = mustOf(town, number);
    return [
      ask("MemberRegistry", "memberAt", [town, number], place),
      ask("Contributions", "claimedUpTo", [town, number], upTo),
      ask("Contributions", "claimable", [town, number, finalised.get(town)?.length ?? 0], waiting),
    ];
  });
  const byTown = groupBy(stated, ([{ town }]) => town);
  return new Map(
    towns.map((town) => {
      const own = (byTown.get(town) ?? []).map(([, answers]) => answers);
      const state: MembersState = {
        wallets: own.map(([[wallet]]) => wallet),
        claimedUpTo: own.map(([, upTo]) => upTo),
        infinity: own.map(([, , [infinity]]) => infinity),
        cash: own.map(([, , [, cash]]) => cash),
      };
      return [town, state];
    }),
  );
}

/** What must be said of a member by all that happened; of nobody anything where that cannot be. */
function expectedOf({ hours, members, towns, codes }: Needed) {
  try {
    const { numbers } = personsAfter(members, towns);
    const admitted = membersOf(members);
    const byTown = groupBy(hours, ({ args }) => args.town);
    const earnings = new Map(
      [...admitted].map(([town, own]) => {
        const sheets = sheetsOf(byTown.get(town) ?? [], codes ?? new Map());
        return [town, earningsOfMembers(byTown.get(town) ?? [], own, sheets)];
      }),
    );
    return (town: number, number: number): readonly unknown[] => {
      const member = numbers.get(town)?.get(number);
      const own = earnings.get(town);
      if (member === undefined || own === undefined) return [];
      const infinity = BigInt(own.earned.shifts[number] ?? 0) * INFINITY_PER_SHIFT - (own.taken.infinity[number] ?? 0n);
      const cash = (own.earned.cash[number] ?? 0n) - (own.taken.cash[number] ?? 0n);
      return [[member.wallet, member.joinedIn], own.cursors[number], [infinity, cash]];
    };
  } catch {
    return (): readonly unknown[] => [];
  }
}

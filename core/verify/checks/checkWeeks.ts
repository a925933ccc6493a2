import { INFINITY_PER_SHIFT } from "../../rules/Contributions.ts";
import type { Books, MembersState } from "../Books.ts";
import { groupBy, sumOf } from "../events.ts";
import type { Row, Unit } from "../Finding.ts";
import { type Earnings, earningsOfMembers } from "../replay/earningsOfMembers.ts";
import { sheetsOf } from "../replay/timesheets.ts";
import { membersOf, townsOf } from "../replay/towns.ts";
import { withDifferences } from "../rows/rows.ts";

type Side = { unit: Unit; taken: readonly bigint[]; waiting: readonly bigint[] | null; earned: readonly bigint[] };

/** 11: what each member took, and what the contract says that waits for them, is what their weeks earned, once each. */
export function checkWeeks({ hours, members, codes, towns, town: only, membersStates }: Books): Row[] | null {
  if (hours === null || members === null || codes === null || towns === null || membersStates === null) return null;
  const admitted = membersOf(members);
  const byTown = groupBy(hours, ({ args }) => args.town);
  return townsOf(towns)
    .all.filter(({ id }) => only === null || id === only)
    .flatMap(({ id, name, currency }) => {
      const own = byTown.get(id) ?? [];
      const earnings = earningsOfMembers(own, admitted.get(id) ?? [], sheetsOf(own, codes));
      const state = membersStates.get(id);
      const sides: Side[] = [
        {
          unit: "infinity",
          taken: earnings.taken.infinity,
          waiting: state?.infinity ?? null,
          earned: Array.from(earnings.earned.shifts, (shifts) => BigInt(shifts) * INFINITY_PER_SHIFT),
        },
        { unit: currency, taken: earnings.taken.cash, waiting: state?.cash ?? null, earned: earnings.earned.cash },
      ];
      return sides.flatMap((side) => rowsOf({ name, town: id }, side, earnings, state));
    });
}

function rowsOf(
  of: Pick<Row, "name" | "town">,
  side: Side,
  { members, cursors, wrong }: Earnings,
  state?: MembersState,
) {
  const { unit, taken, waiting, earned } = side;
  const figures = [sumOf(taken), waiting && sumOf(waiting), sumOf(earned)];
  const isUnknown = waiting === null || state === undefined;
  const row: Row = { ...of, contract: null, detail: null, unit, figures, outcome: isUnknown ? "unavailable" : "holds" };
  if (isUnknown) return [row];
  const numbers = Array.from({ length: Math.max(members, waiting.length) }, (_, i) => i + 1);
  const differing = numbers.filter((number) => {
    const [took, waits, has] = [taken[number] ?? 0n, waiting[number - 1], earned[number] ?? 0n];
    return (
      wrong.has(number) ||
      waits === undefined ||
      took + waits !== has ||
      state.claimedUpTo[number - 1] !== cursors[number]
    );
  });
  return withDifferences(
    row,
    differing.map((number) => ({
      detail: { kind: "member", id: String(number) },
      figures: [taken[number] ?? 0n, waiting[number - 1] ?? null, earned[number] ?? 0n],
    })),
  );
}

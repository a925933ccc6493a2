import { isActive, shiftsOf } from "../../hours/timesheet.ts";
import { roleIds } from "../../roles/roleIds.ts";
import { NO_END } from "../../rules/Benefits.ts";
import { type BenefitEvent, type Books, redemptionKey } from "../Books.ts";
import { eventsNamed, groupBy } from "../events.ts";
import type { Row } from "../Finding.ts";
import { type Sheet, sheetsOf } from "../replay/timesheets.ts";
import { townsOf } from "../replay/towns.ts";
import { knownOf, replay } from "../replay/World.ts";
import { rowOf, withDifferences } from "../rows/rows.ts";

type Listed = Extract<BenefitEvent, { eventName: "BenefitListed" }>["args"] & { lastWeek: number };
type Handed = { benefit: Listed; weekIndex: number; number: number; units: number; entitled: number };

/** 15: nobody was handed out more of a benefit than their week entitles to, and the contract counted the same. */
export function checkBenefits(books: Books): Row[] | null {
  const { benefits, hours, codes, towns, redeemed } = books;
  const known = knownOf(books);
  if (benefits === null || hours === null || codes === null || towns === null || redeemed === null || known === null)
    return null;
  const byTown = groupBy(hours, ({ args }) => args.town);
  const sheets = new Map(
    [...byTown].map(([town, own]) => [town, new Map(sheetsOf(own, codes).map((sheet) => [sheet.weekIndex, sheet]))]),
  );
  const listed = new Map<bigint, Listed>();
  const handed = new Map<string, Handed>();
  const wrong = new Set<string>();
  replay(known, benefits, (event, { roles, now }) => {
    const { eventName, args } = event;
    if (eventName === "BenefitListed") listed.set(args.benefit, { ...args, lastWeek: NO_END });
    if (eventName === "BenefitEnded") {
      const benefit = listed.get(args.benefit);
      if (benefit !== undefined) benefit.lastWeek = args.lastWeekIndex;
    }
    if (eventName !== "BenefitRedeemed") return;
    const benefit = listed.get(args.benefit);
    if (benefit === undefined) throw new Error(`Benefit ${args.benefit} was never listed`);
    const { weekIndex, number, units, cumulativeUnits, by } = args;
    const key = redemptionKey(args.benefit, weekIndex, number);
    const before = handed.get(key)?.units ?? 0;
    const entitled =
      weekIndex > benefit.lastWeek ? 0 : entitlementOf(benefit, sheets.get(benefit.town)?.get(weekIndex), number);
    const isRight = units > 0 && cumulativeUnits === before + units && cumulativeUnits <= entitled;
    if (!isRight || !roles.acts(roleIds.steward(benefit.town), by, now)) wrong.add(key);
    handed.set(key, { benefit, weekIndex, number, units: before + units, entitled });
  });
  const founded = townsOf(towns);
  const byBenefitTown = groupBy(handed, ([, { benefit }]) => benefit.town);
  return [...new Set(eventsNamed(benefits, "BenefitListed").map(({ args }) => args.town))].flatMap((town) => {
    const own = byBenefitTown.get(town) ?? [];
    const sum = (of: (key: string, one: Handed) => number) =>
      BigInt(own.reduce((all, [key, one]) => all + of(key, one), 0));
    const figures = [
      sum((_, { units }) => units),
      sum((key) => redeemed.get(key) ?? 0),
      sum((_, { entitled }) => entitled),
    ];
    const row = rowOf({
      name: founded.get(town).name,
      town,
      unit: "count",
      figures,
      holds: (units, stated, most) => units === stated && units <= most,
    });
    const differing = own.filter(([key, { units }]) => wrong.has(key) || redeemed.get(key) !== units);
    return withDifferences(
      row,
      differing.map(([key, { number, units, entitled }]) => ({
        detail: { kind: "member", id: String(number) },
        figures: [BigInt(units), BigInt(redeemed.get(key) ?? 0), BigInt(entitled)],
      })),
    );
  });
}

function entitlementOf({ terms }: Listed, sheet: Sheet | undefined, number: number): number {
  const quarters = sheet?.quarters[number] ?? 0;
  if (!isActive(quarters)) return 0;
  return terms.units * (terms.perShift ? shiftsOf(quarters) : 1);
}

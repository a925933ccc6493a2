import { finaliseTimesheet } from "@one-small-town/core/hours/steps.ts";
import { weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { claimDividends } from "@one-small-town/core/shares/steps.ts";
import type { Address } from "viem";
import { DEFAULT_REVIEW_WINDOW } from "@one-small-town/core/rules/TownRegistry.ts";
import { claimForMembers } from "../operator/claimForMembers.ts";
import { send } from "../operator/send.ts";
import { submitCsv } from "../operator/submitCsv.ts";
import { depositMonth } from "./bakeryProfit.ts";
import { dataDocument } from "./dataDocument.ts";
import { demoCsv } from "./demoCsv.ts";
import type { DemoSale, DemoTown } from "./DemoTown.ts";
import { personAt } from "./personAt.ts";
import type { Happening } from "./playInOrder.ts";

const MORNING = 9 * 3_600;
const REVIEW = DEFAULT_REVIEW_WINDOW + 3_600;

/** The last week was handed in late, so that it is under review whenever the demo is looked at. */
const LATEST = 30 * 3_600;

/** Which weeks, counted back from the last one, begin with a deposit of the bakery, and which end with claims. */
const DEPOSITS = [0, 4, 8, 12];
const CLAIMS: Record<number, { members: readonly number[]; holders: readonly number[] }> = {
  8: { members: range(20, 45), holders: [5, 6, 7] },
  4: { members: range(20, 39), holders: [5, 6] },
};

/** The timesheets of some weeks up to the last one before `now` (seconds); each stands for review. */
export function hoursOf(demo: DemoTown, bakery: DemoSale, { now, weeks }: { now: number; weeks: number }) {
  const lastWeek = weekIndexOf(now) - 1;
  return Array.from({ length: weeks }, (_, ago) => {
    const morning = weekEnd(lastWeek - ago) + MORNING;
    const at = ago === 0 ? Math.max(morning, now - LATEST) : morning;
    return hoursOfWeek(demo, bakery, { weekIndex: lastWeek - ago, ago }, at);
  }).flat();
}

/** The weeks before `now` (seconds) that begin with a deposit. */
export function monthsOf(now: number): number[] {
  return DEPOSITS.map((ago) => weekIndexOf(now) - 1 - ago);
}

type Week = { weekIndex: number; ago: number };

function hoursOfWeek(demo: DemoTown, bakery: DemoSale, week: Week, at: number): Happening[] {
  return [
    { at, happen: () => submitWeek(demo, bakery, week) },
    { at: at + REVIEW, happen: () => finaliseWeek(demo, bakery, week) },
  ];
}

async function submitWeek(demo: DemoTown, bakery: DemoSale, { weekIndex, ago }: Week): Promise<void> {
  const { chain, deployment, town } = demo;
  if (DEPOSITS.includes(ago)) await depositMonth(demo, bakery, weekIndex);
  const text = demoCsv(weekIndex);
  await submitCsv(deployment, personAt(chain, 1), { town, weekIndex, text, uri: dataDocument(text, "text/csv").uri });
}

async function finaliseWeek(demo: DemoTown, bakery: DemoSale, { ago }: Week): Promise<void> {
  const { chain, deployment, town } = demo;
  await send(chain.officials.payer, finaliseTimesheet(deployment, town));
  const claims = CLAIMS[ago];
  if (claims !== undefined) await claimSome(demo, bakery, claims);
}

/** Some claim, others leave it for later: the demo's visitors find something to do. */
async function claimSome(
  { chain, deployment, town }: DemoTown,
  { token }: DemoSale,
  { members, holders }: { members: readonly number[]; holders: readonly number[] },
): Promise<void> {
  const { payer } = chain.officials;
  await claimForMembers(deployment, { payer, town, numbers: members });
  for (const id of holders) await send(payer, claimDividends(token, personAt(chain, id).address as Address));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

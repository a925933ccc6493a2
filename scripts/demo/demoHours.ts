import { finaliseTimesheet } from "@one-small-town/core/hours/steps.ts";
import { daysOfWeek, weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { claimDividends } from "@one-small-town/core/shares/holderSteps.ts";
import type { Address } from "viem";
import { ELECTORS_AFTER, JUMP_REVIEW, REVIEW } from "@one-small-town/core/rules/Contributions.ts";
import { claimForMembers } from "../operator/batches.ts";
import { dataDocument } from "@one-small-town/core/documents/dataDocument.ts";
import { send } from "../operator/send.ts";
import { submitHours } from "../operator/submitHours.ts";
import { demoCounts } from "./demoPeople.ts";
import { depositMonth } from "./demoProfit.ts";
import { type DemoSale, type DemoTown, type Scene, personAt } from "./DemoTown.ts";

const PROJECTS = ["Bakery", "River path", "Market Street garden"];
const COORDINATOR = 2;

const MORNING = 9 * 3_600;

/** Somebody finalises a sheet so many seconds after its review, and so much later the next can be handed in. */
const MARGIN = 600;

/** The last week was handed in late, so that it is under review whenever the demo is looked at. */
const LATEST = 30 * 3_600;

/**
 * Which weeks, counted back from the last one, begin with a deposit of the bakery, and which end with claims. Each deposit
 * is for the four weeks after the one that is handed in then; the first for that one too.
 */
const DEPOSITS = [1, 5, 9, 12];
const CLAIMS: Record<number, { members: readonly number[]; holders: readonly number[] }> = {
  8: { members: range(20, 45), holders: [5, 6, 7] },
  4: { members: range(20, 39), holders: [5, 6] },
};

/** The timesheets of some weeks up to the last one before `now` (seconds); each stands for review. */
export function demoHours(demo: DemoTown, bakery: DemoSale, { now, weeks }: { now: number; weeks: number }) {
  const lastWeek = weekIndexOf(now) - 1;
  let free = 0;
  return Array.from({ length: weeks }, (_, nth) => {
    const ago = weeks - 1 - nth;
    const morning = weekEnd(lastWeek - ago) + MORNING;
    const at = Math.max(free, ago === 0 ? Math.max(morning, now - LATEST) : morning);
    const finalAt = at + reviewOf(nth) + MARGIN;
    free = finalAt + MARGIN;
    return hoursOfWeek(demo, bakery, { weekIndex: lastWeek - ago, ago }, { at, finalAt });
  }).flat();
}

/** A town's first weeks are looked at longer: nobody has been an elector yet. */
function reviewOf(nth: number): number {
  return nth < ELECTORS_AFTER ? JUMP_REVIEW : REVIEW;
}

/** The weeks before `now` (seconds) that begin with a deposit. */
export function monthsOf(now: number): number[] {
  return DEPOSITS.map((ago) => weekIndexOf(now) - 1 - ago);
}

type Week = { weekIndex: number; ago: number };

function hoursOfWeek(
  demo: DemoTown,
  bakery: DemoSale,
  week: Week,
  { at, finalAt }: { at: number; finalAt: number },
): Scene[] {
  return [
    { at, happen: () => submitWeek(demo, bakery, week) },
    { at: finalAt, happen: () => finaliseWeek(demo, bakery, week) },
  ];
}

async function submitWeek(demo: DemoTown, bakery: DemoSale, { weekIndex, ago }: Week): Promise<void> {
  const { chain, deployment, town } = demo;
  if (DEPOSITS.includes(ago)) await depositMonth(demo, bakery, weekIndex);
  const text = demoCsv(weekIndex);
  const { uri } = dataDocument(text, "text/csv");
  await submitHours(deployment, personAt(chain, 1), { town, weekIndex, bytes: Buffer.from(text), uri });
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

/** A week's hours as the coordinator writes them down: most members two stints, some one, a few none. */
function demoCsv(weekIndex: number): string {
  const days = daysOfWeek(weekIndex);
  const rows = Array.from({ length: demoCounts.members }, (_, i) => i + 1).flatMap((member) => {
    const dice = (member * 7 + weekIndex * 5) % 11;
    if (member === COORDINATOR || dice === 0) return [];
    const row = (day: number, hours: number) => [member, PROJECTS[(member + day) % 3], days[day], hours].join(",");
    if (dice === 1) return [row(0, 1.5)];
    return [row(member % 5, 2 + (dice % 3) * 0.5), row(5 + (member % 2), 1 + (dice % 4) * 0.75)];
  });
  return `${["member,project,date,hours", ...rows].join("\n")}\n`;
}

import { claimDividends } from "../../web/src/lib/steps/shares/claimDividends.ts";
import { finaliseTimesheet } from "../../web/src/lib/steps/hours/finaliseTimesheet.ts";
import { daysOfWeek } from "../../web/src/lib/weeks/daysOfWeek.ts";
import { weekEnd } from "../../web/src/lib/weeks/weekEnd.ts";
import { contractsOf } from "../operator/contractsOf.ts";
import { claimForMembers } from "../operator/claimForMembers.ts";
import { depositWithAllowance } from "../operator/depositWithAllowance.ts";
import { documentOf } from "../operator/documentOf.ts";
import { send } from "../operator/send.ts";
import { submitCsv } from "../operator/submitCsv.ts";
import type { Address } from "viem";
import { demoCsv } from "./demoCsv.ts";
import type { DemoSale, DemoTown } from "./DemoTown.ts";
import { personAt } from "./personAt.ts";

const MORNING = 9 * 3_600;
const EVERY_FOURTH = 4;

/** Timesheets of some weeks, a deposit of the bakery every fourth, claims now and then; nothing later than `until`. */
export async function runHours(demo: DemoTown, bakery: DemoSale, weeks: number[], until: number): Promise<void> {
  const { chain, deployment, town } = demo;
  const { contributions } = contractsOf(deployment, chain.officials.payer);
  for (const weekIndex of weeks) {
    if (weekEnd(weekIndex) + MORNING > until) return;
    await chain.goTo(weekEnd(weekIndex) + MORNING);
    if (weekIndex % EVERY_FOURTH === 0) await depositProfit(demo, bakery, weekIndex);
    const sheet = { town, weekIndex, text: demoCsv(weekIndex), uri: `demo://timesheets/${weekIndex}.csv` };
    await submitCsv(deployment, personAt(chain, 1), sheet);
    const { reviewEnds } = await contributions.pendingOf(town);
    if (Number(reviewEnds) > until) return;
    await chain.goTo(Number(reviewEnds));
    await send(chain.officials.payer, finaliseTimesheet(deployment, town));
    if (weekIndex % EVERY_FOURTH === 2) await claimSome(demo, bakery);
  }
}

async function depositProfit({ chain, currency, deployment }: DemoTown, { business }: DemoSale, weekIndex: number) {
  const { payer } = chain.officials;
  const amount = 900_000_000n + BigInt(weekIndex % 97) * 3_141_593n;
  const [month = ""] = daysOfWeek(weekIndex);
  await currency.mint(payer.address, amount);
  const accounts = documentOf(`Accounts of the bakery, four weeks to ${month}`, `demo://bakery/accounts/${month}`);
  await depositWithAllowance(deployment, payer, {
    business,
    amount,
    weeks: 4,
    period: `Four weeks to ${month}`,
    accounts,
  });
}

/** Some claim, others leave it for later: the demo's visitors find something to do. */
async function claimSome({ chain, deployment, town }: DemoTown, { token }: DemoSale) {
  const { payer } = chain.officials;
  const numbers = Array.from({ length: 20 }, (_, i) => 20 + i);
  await claimForMembers(deployment, { payer, town, numbers });
  for (const id of [5, 6, 7]) await send(payer, claimDividends(token, personAt(chain, id).address as Address));
}

import { isOnSale } from "@one-small-town/core/shares/phases.ts";
import { isLargeHolding } from "@one-small-town/core/shares/holdings.ts";
import type { QuarterRow } from "@one-small-town/core/projects/plans/compareWithPlan.ts";
import type { Accountability, KeyName } from "../../../chain/projects/accountability/Accountability.ts";

/** Something about a business that people should know before they trust it. */
export type Risk =
  | { is: "overdue"; quarters: readonly number[] }
  | { is: "failed" }
  | { is: "windingUp"; from: number }
  | { is: "closed" }
  | { is: "noPlan" }
  | { is: "noPack" }
  | { is: "noAccounts"; deposits: number }
  | { is: "noKey"; names: readonly KeyName[] }
  | { is: "plainKeys"; names: readonly KeyName[] }
  | { is: "unsold"; shares: number }
  | { is: "holder"; shares: number; all: number }
  | { is: "deed" };

/** What the chain's state shows, the gravest first. `rows` are those of the plan, none where it cannot be read. */
export function risksOf(facts: Accountability, rows: readonly QuarterRow[]): Risk[] {
  const { stage, plan, pack, deposits, deed } = facts;
  const overdue = rows.filter(({ accounts }) => accounts === "overdue").map(({ yearQuarter }) => yearQuarter);
  const unseen = deposits.filter(({ accounts }) => accounts.uri === "").length;
  return [
    ...when(overdue.length > 0, { is: "overdue", quarters: overdue }),
    ...when(stage === "closed", { is: "closed" }),
    ...when(plan === null, { is: "noPlan" }),
    ...when(pack === null && facts.sale !== null, { is: "noPack" }),
    ...when(unseen > 0, { is: "noAccounts", deposits: unseen }),
    ...risksOfSale(facts.sale),
    ...risksOfKeys(facts.keys),
    ...when(deed.change !== null, { is: "deed" }),
  ];
}

function risksOfSale(sale: Accountability["sale"]): Risk[] {
  if (sale === null) return [];
  const { phase, sold, goal, windUpFrom } = sale.offering;
  const largest = sale.holders[0]?.shares ?? 0;
  return [
    ...when(phase === "failed", { is: "failed" }),
    ...when(windUpFrom > 0, { is: "windingUp", from: windUpFrom }),
    ...when(isOnSale(phase) && sold < goal, { is: "unsold", shares: goal - sold }),
    ...when(phase !== "failed" && isLargeHolding(largest, sold), { is: "holder", shares: largest, all: sold }),
  ];
}

/** The manager alone moves no money, so that a plain wallet is none to warn of. */
const SHARED: readonly KeyName[] = ["townAmbassador", "countryAmbassador", "headOffice", "payout"];

function risksOfKeys(keys: Accountability["keys"]): Risk[] {
  const missing = (Object.keys(keys) as KeyName[]).filter((name) => keys[name] === null);
  const plain = SHARED.filter((name) => keys[name]?.isContract === false);
  return [
    ...when(missing.length > 0, { is: "noKey", names: missing }),
    ...when(plain.length > 0, { is: "plainKeys", names: plain }),
  ];
}

function when(isSo: boolean, risk: Risk): Risk[] {
  return isSo ? [risk] : [];
}

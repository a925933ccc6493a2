import type { Address, Hex } from "viem";
import { finalDivisionAbi } from "../abis/finalDivisionAbi.ts";
import { profitSplitterAbi } from "../abis/profitSplitterAbi.ts";
import { townTreasuryAbi } from "../abis/townTreasuryAbi.ts";
import type { Deployment } from "../deployment/Deployment.ts";
import type { Document } from "../documents/Document.ts";
import type { PaymentAuthorization } from "../shares/steps.ts";
import { type Step, toStep } from "../Step.ts";
import type { Deed } from "./Deed.ts";

/** The Town Ambassador proposes a profit deed. */
export function proposeDeed(deployment: Deployment, business: bigint, deed: Deed): Step {
  return toStep(deployment.addresses.ProfitSplitter, profitSplitterAbi, "proposeDeed", [business, deed]);
}

/** The Country Ambassador approves exactly the proposed deed. */
export function approveDeed(deployment: Deployment, business: bigint, deed: Deed): Step {
  return toStep(deployment.addresses.ProfitSplitter, profitSplitterAbi, "approveDeed", [business, deed]);
}

/** The Town Ambassador takes back a deed that is not in force yet. */
export function withdrawDeed(deployment: Deployment, business: bigint): Step {
  return toStep(deployment.addresses.ProfitSplitter, profitSplitterAbi, "withdrawDeed", [business]);
}

/** Anyone deposits the net profit of a period, to be divided by the deed. */
export function depositProfit(
  deployment: Deployment,
  profit: { business: bigint; amount: bigint; weeks: number; period: string; accounts: Document },
): Step {
  return toStep(deployment.addresses.ProfitSplitter, profitSplitterAbi, "deposit", [
    profit.business,
    profit.amount,
    profit.weeks,
    profit.period,
    profit.accounts,
  ]);
}

/** Anyone sends a deposit that its payer has signed, who pays by the same signature. */
export function depositSignedProfit(
  deployment: Deployment,
  profit: { business: bigint; amount: bigint; weeks: number; period: string; accounts: Document },
  authorization: PaymentAuthorization,
): Step {
  const { business, amount, weeks, period, accounts } = profit;
  const args = [business, amount, weeks, period, accounts, authorization] as const;
  return toStep(deployment.addresses.ProfitSplitter, profitSplitterAbi, "depositWithAuthorization", args);
}

/** Anyone passes on a part of a profit that its receiver could not take. */
export function passOnPart(deployment: Deployment, kept: bigint): Step {
  return toStep(deployment.addresses.ProfitSplitter, profitSplitterAbi, "passOn", [kept]);
}

/** Anyone gives money to a town's fund, who allowed it before. */
export function donateToFund(deployment: Deployment, town: number, amount: bigint): Step {
  return toStep(deployment.addresses.TownTreasury, townTreasuryAbi, "donate", [town, amount]);
}

/** Anyone gives money to the fund of the office of a town's country, in the town's currency. */
export function donateToOffice(deployment: Deployment, town: number, amount: bigint): Step {
  return toStep(deployment.addresses.TownTreasury, townTreasuryAbi, "donateToOffice", [town, amount]);
}

/** What a spending pays, to whom, for which project, with the document that says what for. */
export type NewSpending = { project: bigint; amount: bigint; payee: Address; document: Document };

/** The Town Ambassador proposes a spending of the town's fund. */
export function proposeSpending(deployment: Deployment, spending: NewSpending): Step {
  const args = [spending.project, spending.amount, spending.payee, spending.document] as const;
  return toStep(deployment.addresses.TownTreasury, townTreasuryAbi, "propose", args);
}

/** The Country Ambassador proposes a spending of the country office's fund. */
export function proposeOfficeSpending(deployment: Deployment, spending: NewSpending): Step {
  const args = [spending.project, spending.amount, spending.payee, spending.document] as const;
  return toStep(deployment.addresses.TownTreasury, townTreasuryAbi, "proposeFromOffice", args);
}

/** All that a spending's approval names; `document` is its hash. */
export type SpendingContent = {
  project: bigint;
  fromOffice: boolean;
  payee: Address;
  amount: bigint;
  document: Hex;
};

/** The Country Ambassador, or of an office's fund head office, approves exactly what was proposed. */
export function approveSpending(deployment: Deployment, spending: bigint, content: SpendingContent): Step {
  return toStep(deployment.addresses.TownTreasury, townTreasuryAbi, "approve", [spending, content]);
}

/** Who may propose a spending cancels it. */
export function cancelSpending(deployment: Deployment, spending: bigint): Step {
  return toStep(deployment.addresses.TownTreasury, townTreasuryAbi, "cancel", [spending]);
}

/** Anyone has an approved spending paid to which too few have objected. */
export function executeSpending(deployment: Deployment, spending: bigint): Step {
  return toStep(deployment.addresses.TownTreasury, townTreasuryAbi, "execute", [spending]);
}

/** An elector objects to spendings, with their member number. */
export function objectToSpendings(
  deployment: Deployment,
  town: number,
  number: number,
  spendings: readonly bigint[],
): Step {
  return toStep(deployment.addresses.TownTreasury, townTreasuryAbi, "object", [town, number, spendings]);
}

/** Anyone sends an elector's signed objection to spendings. */
export function objectToSpendingsWithSignature(
  deployment: Deployment,
  { town, number, spendings }: { town: number; number: number; spendings: readonly bigint[] },
  signature: Hex,
): Step {
  const args = [town, number, spendings, signature] as const;
  return toStep(deployment.addresses.TownTreasury, townTreasuryAbi, "objectWithSignature", args);
}

/** Anyone divides the money of a town that was dormant for a year among its electors. */
export function divideTown(deployment: Deployment, town: number): Step {
  return toStep(deployment.addresses.FinalDivision, finalDivisionAbi, "divide", [town]);
}

/** Anyone pays electors their part of a division. */
export function claimDivision(deployment: Deployment, division: bigint, numbers: readonly number[]): Step {
  return toStep(deployment.addresses.FinalDivision, finalDivisionAbi, "claim", [division, numbers]);
}

/** Anyone pays an elector the part that the currency once refused. */
export function claimKeptDivision(deployment: Deployment, town: number, number: number): Step {
  return toStep(deployment.addresses.FinalDivision, finalDivisionAbi, "claimKept", [town, number]);
}

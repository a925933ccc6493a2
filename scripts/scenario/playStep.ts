import { finaliseTimesheet } from "@one-small-town/core/hours/steps.ts";
import {
  cancelPurchase,
  claimDividends,
  settleOffering,
  transferShares,
} from "@one-small-town/core/shares/holderSteps.ts";
import type { Signer, TransactionReceipt } from "ethers";
import type { Address } from "viem";
import { claimForMembers, refundInBatches } from "../operator/batches.ts";
import { documentOf } from "../operator/documents.ts";
import { revertOf, send } from "../operator/send.ts";
import { submitHours } from "../operator/submitHours.ts";
import { buyWithAllowance, depositWithAllowance } from "../operator/withAllowance.ts";
import type { Scenario, ScenarioStep } from "./Scenario.ts";
import { check, type Tally } from "./Tally.ts";
import type { Town } from "./Town.ts";

/** The error by which a contract must refuse, for each reason a scenario gives. */
const ERRORS = {
  notOpen: "ShareOfferingNotOpen",
  notInPhase: "ShareOfferingNotInPhase",
  overPersonalLimit: "ShareOfferingOverPersonalLimit",
  soldOut: "ShareOfferingSoldOut",
  tooLateToCancel: "ShareOfferingTooLateToCancel",
  mayNotHold: "InvestorTokenMayNotHold",
} as const;

/** Does one step of a scenario, at its time, and checks that it goes as the scenario says. */
export async function playStep(town: Town, scenario: Scenario, step: ScenarioStep, tally: Tally): Promise<void> {
  await town.chain.goTo(step.at);
  const { deployment, offering, payer, token } = town;
  const what = `${step.do} at ${step.at}`;
  if (step.do === "buy") {
    const purchase = { buyer: person(town, step.who), offering, shares: step.shares };
    await attempt(tally, `${what} by ${step.who}`, step.expect, () => buyWithAllowance(deployment, purchase));
  } else if (step.do === "cancel") {
    const cancel = cancelPurchase(deployment, offering, step.shares);
    await attempt(tally, `${what} by ${step.who}`, step.expect, () => send(person(town, step.who), cancel));
  } else if (step.do === "transfer") {
    const transfer = transferShares(token, wallet(town, step.to), BigInt(step.shares));
    await attempt(tally, `${what} by ${step.from}`, step.expect, () => send(person(town, step.from), transfer));
  } else if (step.do === "settle") {
    await send(payer, settleOffering(deployment, offering));
  } else if (step.do === "refund") {
    await refundInBatches(deployment, { payer, offering, holders: step.who.map((id) => wallet(town, id)) });
  } else if (step.do === "submit") {
    await submit(town, scenario, step, tally);
  } else if (step.do === "finalise") {
    await send(payer, finaliseTimesheet(deployment, town.town));
  } else if (step.do === "deposit") {
    await deposit(town, step);
  } else if (step.do === "claimHours") {
    await claimForMembers(deployment, { payer, town: town.town, numbers: step.members });
  } else {
    for (const id of step.who) await send(payer, claimDividends(token, wallet(town, id)));
  }
}

async function attempt(
  tally: Tally,
  what: string,
  expected: "ok" | keyof typeof ERRORS,
  act: () => Promise<TransactionReceipt>,
): Promise<void> {
  const wanted = expected === "ok" ? "ok" : ERRORS[expected];
  const actual = await act().then(
    () => "ok",
    (failure: unknown) => revertOf(failure)?.name ?? String(failure),
  );
  check(tally, what, wanted, actual);
}

/** What the coordinator of a scenario knows: all was worked as it is written, two stints of one kind too. */
const AS_WRITTEN = { repeatedRow: "both", longDay: "yes", nobody: "yes" };

/** Submits a week's file through the reader. */
async function submit(
  town: Town,
  scenario: Scenario,
  { week, file }: Extract<ScenarioStep, { do: "submit" }>,
  tally: Tally,
): Promise<void> {
  const sheet = { town: town.town, weekIndex: week, bytes: scenario.read(file), uri: file, answers: AS_WRITTEN };
  const { quarters } = await submitHours(town.deployment, person(town, 1), sheet);
  const expected = scenario.quarters[file] ?? [];
  check(tally, `${file} as read`, expected, [...quarters, ...expected.slice(quarters.length).fill(0)]);
}

async function deposit(town: Town, { amount, weeks }: Extract<ScenarioStep, { do: "deposit" }>): Promise<void> {
  await depositWithAllowance(town.deployment, town.payer, {
    business: town.business,
    amount: BigInt(amount),
    weeks,
    period: "a period of the scenario",
    accounts: documentOf(`accounts for ${amount}`, "ipfs://accounts"),
  });
}

function person({ people }: Town, id: number): Signer {
  const signer = people[id];
  if (signer === undefined) throw new Error(`The scenario has no person ${id}`);
  return signer;
}

function wallet({ wallets }: Town, id: number): Address {
  const address = wallets[id];
  if (address === undefined) throw new Error(`The scenario has no person ${id}`);
  return address;
}

import { inBatches } from "@one-small-town/core/inBatches.ts";
import { profitSplitterAbi } from "@one-small-town/core/abis/profitSplitterAbi.ts";
import { spendingObjectionToSign } from "@one-small-town/core/profit/signedWords.ts";
import {
  approveDeed,
  approveSpending,
  cancelSpending,
  claimDivision,
  claimKeptDivision,
  depositProfit,
  depositSignedProfit,
  divideTown,
  donateToFund,
  donateToOffice,
  executeSpending,
  objectToSpendings,
  objectToSpendingsWithSignature,
  passOnPart,
  proposeDeed,
  proposeOfficeSpending,
  proposeSpending,
  withdrawDeed,
} from "@one-small-town/core/profit/steps.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { LEAST_WEEKS, MOST_WEEKS } from "@one-small-town/core/rules/ProfitSplitter.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { viewOf } from "@one-small-town/core/views/View.ts";
import { ZeroAddress } from "ethers";
import type { Address, Hex } from "viem";
import { Mistake } from "../../commands/Mistake.mjs";
import { MOST_HOLDERS } from "../batches.ts";
import { those } from "../those.ts";
import { type Act, sends, signs } from "./Act.ts";
import type { Context } from "./Context.ts";
import {
  amount,
  deed,
  document,
  id,
  ids,
  index,
  numbers,
  optional,
  project,
  signature,
  town,
  until,
  uri,
  wallet,
  whole,
  words,
  writtenProject,
} from "./arguments.ts";
import { currencyOfTown, paying, unitsOf, written } from "./money.ts";
import { missing } from "./offices.ts";
import { authorizationOf, paymentToSign, signedPayment } from "./payments.ts";
import { deedOf, sayDeed } from "./shares.ts";

const DAY = 86_400;
const MOST_MEMBER = 24_000;

const PAID = viewOf("isPaid(uint256 division,uint16 number)(bool)");
const QUARTERS = viewOf("quartersAt(uint32 town,uint256 index,uint256 number)(uint256)");

const business = project("the business: its town's number and its own, as 3/12");
const spending = id("the spending's number");
const number = whole("the member number", 1, MOST_MEMBER);
const objection = { town: town("the town whose elector objects"), number, spendings: ids("the spendings, as 3,4") };
const profit = {
  project: business,
  amount: amount("the net profit, in the town's currency"),
  weeks: whole("over how many weeks the members' part is spread", LEAST_WEEKS, MOST_WEEKS),
  period: words("of which period, as 2027 Q1", 64),
  accounts: document("the accounts"),
  uri,
};
const newSpending = {
  project: project("for which project"),
  amount: amount("how much, in the town's currency"),
  payee: wallet("who is paid"),
  document: document("what it is for"),
  uri,
};

/** What a spending is, all of it, as its approval names it. */
async function contentOf({ contracts }: Context, of: bigint) {
  const it = await contracts.townTreasury.spendingOf(of);
  if (it.proposer === ZeroAddress) throw new Mistake(`There is no spending ${of}.`);
  const { project: ofProject, fromOffice, payee, amount: units, document: hash } = it;
  return { project: ofProject, fromOffice, payee: payee as Address, amount: units, document: hash as Hex };
}

async function saySpending(context: Context, of: bigint): Promise<string> {
  const content = await contentOf(context, of);
  const currency = await currencyOfTown(context, townOfProject(content.project));
  const fund = content.fromOffice ? "the country office's fund" : "the town's fund";
  return `${written(currency, content.amount)} of ${fund} to ${content.payee}, for project ${writtenProject(content.project)}, document ${content.document}.`;
}

/** The id that the next spending gets, or the last one got. */
async function lastSpending({ contracts }: Context): Promise<string> {
  return String(await contracts.townTreasury.spendingCount());
}

type Profit = {
  project: bigint;
  amount: { text: string };
  weeks: number;
  period: string;
  accounts: Hex;
  uri: string | undefined;
};

async function profitOf(context: Context, values: Profit) {
  const { project: of, amount: much, weeks, period, accounts: hash, uri: place = "" } = values;
  const currency = await currencyOfTown(context, townOfProject(of));
  const units = unitsOf(currency, much);
  return { currency, profit: { business: of, amount: units, weeks, period, accounts: { hash, uri: place } } };
}

export const profitActs = {
  "propose-deed": sends({
    does: "Proposes how a business's profit is divided.",
    who: "the Town Ambassador; the Country Ambassador approves it, and it is in force 7 days later",
    sends: "ProfitSplitter.proposeDeed",
    takes: { project: business, deed: deed("a deed by its name, or the percent of investors/members/fund/country") },
    example: "propose-deed --project 3/12 --deed 60/40",
    isRepeatable: true,
    steps: ({ deployment }, { project: of, deed: wanted }) => ({
      steps: [proposeDeed(deployment, of, wanted)],
      notes: [`${sayDeed(wanted)}.`],
    }),
    missing: async (context, { project: of }) => [
      await missing(context, "Country Ambassador", { town: townOfProject(of) }, [
        "approve-deed",
        { project: writtenProject(of) },
      ]),
    ],
  }),
  "approve-deed": sends({
    does: "Approves exactly the deed that was proposed.",
    who: "the Country Ambassador",
    sends: "ProfitSplitter.approveDeed",
    takes: { project: business },
    example: "approve-deed --project 3/12",
    steps: async ({ deployment, contracts }, { project: of }) => {
      const change = await contracts.profitSplitter.changeOf(of);
      if (change.proposer === ZeroAddress) throw new Mistake(`No deed is proposed for ${writtenProject(of)}.`);
      const proposed = deedOf(change.deed);
      return { steps: [approveDeed(deployment, of, proposed)], notes: [`${sayDeed(proposed)}.`] };
    },
  }),
  "withdraw-deed": sends({
    does: "Takes back a deed that is not in force yet.",
    who: "the Town Ambassador",
    sends: "ProfitSplitter.withdrawDeed",
    takes: { project: business },
    example: "withdraw-deed --project 3/12",
    steps: ({ deployment }, { project: of }) => ({ steps: [withdrawDeed(deployment, of)] }),
  }),
  deposit: sends({
    does: "Pays in the net profit of a period, which the deed divides.",
    who: "anyone, from their own wallet; usually the business's manager",
    sends: "ProfitSplitter.deposit",
    takes: profit,
    example: 'deposit --project 3/12 --amount 12,500.00 --weeks 13 --period "2027 Q1" --accounts accounts.json',
    isRepeatable: true,
    steps: async (context, values) => {
      const { currency, profit: it } = await profitOf(context, values);
      const step = depositProfit(context.deployment, it);
      return paying(context, { currency, amount: it.amount, to: "ProfitSplitter" }, step);
    },
  }),
  "sign-deposit": signs({
    does: "Signs that a profit is paid in, and by the same word pays it; anybody may send it, and pay the gas.",
    who: "who pays, where the currency takes signed payments (ERC-3009)",
    takes: { ...profit, before: optional(until("until when it counts; 1 day when none is said")) },
    example: 'sign-deposit --project 3/12 --amount 12,500.00 --weeks 13 --period "2027 Q1" --accounts accounts.json',
    signs: async (context, values) => {
      const { currency, profit: it } = await profitOf(context, values);
      const { signable, options } = await paymentToSign(context, {
        currency,
        amount: it.amount,
        to: context.deployment.addresses.ProfitSplitter,
        method: { abi: profitSplitterAbi, name: "depositWithAuthorization" },
        binds: [
          ["uint64", "uint256", "uint16", "string", "tuple(bytes32 hash, string uri)"],
          [it.business, it.amount, it.weeks, it.period, it.accounts],
        ],
        before: values.before ?? context.now + DAY,
      });
      return {
        signable,
        verb: "deposit-signed",
        options: (signed) => ({
          project: writtenProject(it.business),
          amount: values.amount.text,
          weeks: String(it.weeks),
          period: it.period,
          accounts: it.accounts.hash,
          ...(it.accounts.uri === "" ? {} : { uri: it.accounts.uri }),
          ...options,
          signature: signed,
        }),
      };
    },
  }),
  "deposit-signed": sends({
    does: "Sends a deposit of profit that its payer has signed.",
    who: "anyone",
    sends: "ProfitSplitter.depositWithAuthorization",
    takes: { ...profit, ...signedPayment },
    example:
      'deposit-signed --project 3/12 --amount 12,500.00 --weeks 13 --period "2027 Q1" --accounts 0x… --payer 0x… --salt 0x… --after 2027-04-01T09:00:00Z --before 2027-04-02T09:00:00Z --signature 0x…',
    steps: async (context, values) => {
      const { profit: it } = await profitOf(context, values);
      return { steps: [depositSignedProfit(context.deployment, it, authorizationOf(values))] };
    },
  }),
  "pass-on": sends({
    does: "Passes on a part of a profit that its receiver once could not take.",
    who: "anyone",
    sends: "ProfitSplitter.passOn",
    takes: { kept: index("the part's number") },
    example: "pass-on --kept 1",
    steps: ({ deployment }, { kept }) => ({ steps: [passOnPart(deployment, kept)] }),
  }),
  donate: sends({
    does: "Gives money to a town's fund.",
    who: "anyone, from their own wallet",
    sends: "TownTreasury.donate",
    takes: { town: town(), amount: amount("how much, in the town's currency") },
    example: "donate --town 3 --amount 250.00",
    isRepeatable: true,
    steps: async (context, { town: of, amount: much }) => {
      const currency = await currencyOfTown(context, of);
      const units = unitsOf(currency, much);
      const step = donateToFund(context.deployment, of, units);
      return paying(context, { currency, amount: units, to: "TownTreasury" }, step);
    },
  }),
  "donate-to-office": sends({
    does: "Gives money to the fund of the office of a town's country, in the town's currency.",
    who: "anyone, from their own wallet",
    sends: "TownTreasury.donateToOffice",
    takes: { town: town(), amount: amount("how much, in the town's currency") },
    example: "donate-to-office --town 3 --amount 250.00",
    isRepeatable: true,
    steps: async (context, { town: of, amount: much }) => {
      const currency = await currencyOfTown(context, of);
      const units = unitsOf(currency, much);
      const step = donateToOffice(context.deployment, of, units);
      return paying(context, { currency, amount: units, to: "TownTreasury" }, step);
    },
  }),
  "propose-spending": sends({
    does: "Proposes a spending of a town's fund, for a project of the town.",
    who: "the Town Ambassador; the Country Ambassador approves it, then the town's electors may object for 7 days",
    sends: "TownTreasury.propose",
    takes: newSpending,
    example: "propose-spending --project 3/12 --amount 800.00 --payee 0x… --document offer.pdf --uri ipfs://…",
    isRepeatable: true,
    steps: async (context, { project: of, amount: much, payee, document: hash, uri: place = "" }) => {
      const currency = await currencyOfTown(context, townOfProject(of));
      const it = { project: of, amount: unitsOf(currency, much), payee, document: { hash, uri: place } };
      return { steps: [proposeSpending(context.deployment, it)] };
    },
    missing: async (context, { project: of }) => [
      await missing(context, "Country Ambassador", { town: townOfProject(of) }, [
        "approve-spending",
        { spending: await lastSpending(context) },
      ]),
    ],
  }),
  "propose-office-spending": sends({
    does: "Proposes a spending of a country office's fund, in the currency of the project's town.",
    who: "the Country Ambassador; head office approves it, then the paying towns' electors may object for 7 days",
    sends: "TownTreasury.proposeFromOffice",
    takes: newSpending,
    example: "propose-office-spending --project 3/12 --amount 800.00 --payee 0x… --document offer.pdf --uri ipfs://…",
    isRepeatable: true,
    steps: async (context, { project: of, amount: much, payee, document: hash, uri: place = "" }) => {
      const currency = await currencyOfTown(context, townOfProject(of));
      const it = { project: of, amount: unitsOf(currency, much), payee, document: { hash, uri: place } };
      return { steps: [proposeOfficeSpending(context.deployment, it)] };
    },
    missing: async (context) => [
      await missing(context, "head office", {}, ["approve-spending", { spending: await lastSpending(context) }]),
    ],
  }),
  "approve-spending": sends({
    does: "Approves exactly the spending that was proposed.",
    who: "the Country Ambassador; of a country office's fund head office",
    sends: "TownTreasury.approve",
    takes: {
      spending,
      document: optional(document("what it is for, to hold it against what was proposed")),
    },
    example: "approve-spending --spending 7 --document offer.pdf",
    steps: async (context, { spending: of, document: hash }) => {
      const content = await contentOf(context, of);
      if (hash !== undefined && hash !== content.document)
        throw new Mistake(`What was proposed has the document ${content.document}, and this one is ${hash}.`);
      return {
        steps: [approveSpending(context.deployment, of, content)],
        notes: [await saySpending(context, of)],
      };
    },
  }),
  "cancel-spending": sends({
    does: "Cancels a spending that is neither paid nor blocked.",
    who: "who acts in the office that proposed it",
    sends: "TownTreasury.cancel",
    takes: { spending },
    example: "cancel-spending --spending 7",
    steps: async (context, { spending: of }) => ({
      steps: [cancelSpending(context.deployment, of)],
      notes: [await saySpending(context, of)],
    }),
  }),
  "execute-spending": sends({
    does: "Pays an approved spending to which too few have objected.",
    who: "anyone, from 7 days after the approval on, for 30 days",
    sends: "TownTreasury.execute",
    takes: { spending },
    example: "execute-spending --spending 7",
    steps: async (context, { spending: of }) => ({
      steps: [executeSpending(context.deployment, of)],
      notes: [await saySpending(context, of)],
    }),
  }),
  "object-to-spending": sends({
    does: "Objects to spendings that were approved.",
    who: "an elector, with their member number",
    sends: "TownTreasury.object",
    takes: objection,
    example: "object-to-spending --town 3 --number 7 --spendings 3,4",
    steps: ({ deployment }, { town: of, number: one, spendings }) => ({
      steps: [objectToSpendings(deployment, of, one, spendings)],
    }),
  }),
  "sign-spending-objection": signs({
    does: "Signs the same, for somebody else to send.",
    who: "an elector",
    takes: objection,
    example: "sign-spending-objection --town 3 --number 7 --spendings 3,4",
    signs: ({ deployment }, { town: of, number: one, spendings }) => ({
      signable: spendingObjectionToSign(deployment, { town: of, number: one, spendings }),
      verb: "send-spending-objection",
      options: (signed) => ({
        town: String(of),
        number: String(one),
        spendings: spendings.join(","),
        signature: signed,
      }),
    }),
  }),
  "send-spending-objection": sends({
    does: "Sends an elector's signed objection to spendings.",
    who: "anyone",
    sends: "TownTreasury.objectWithSignature",
    takes: { ...objection, signature: signature("what the elector signed") },
    example: "send-spending-objection --town 3 --number 7 --spendings 3,4 --signature 0x…",
    steps: ({ deployment }, { town: of, number: one, spendings, signature: signed }) => ({
      steps: [objectToSpendingsWithSignature(deployment, { town: of, number: one, spendings }, signed)],
    }),
  }),
  divide: sends({
    does: "Divides the money of a town that had no ambassadors for a year among its electors.",
    who: "anyone",
    sends: "FinalDivision.divide",
    takes: { town: town() },
    example: "divide --town 3",
    steps: ({ deployment }, { town: of }) => ({ steps: [divideTown(deployment, of)] }),
    isRepeatable: true,
  }),
  "claim-division": sends({
    does: "Pays electors their part of a division, each at their own wallet, in batches. It can be run again.",
    who: "anyone",
    sends: "FinalDivision.claim",
    takes: {
      division: id("the division's number"),
      numbers: optional(numbers("member numbers; everybody's when none is said")),
    },
    example: "claim-division --division 1",
    steps: async ({ deployment, contracts, provider }, { division, numbers: named }) => {
      const { finalDivision, memberRegistry } = contracts;
      const { town: of, timesheet } = await finalDivision.divisionOf(division);
      if (of === 0n) throw new Mistake(`There is no division ${division}.`);
      const count = Number(await memberRegistry.memberCount(of));
      const all = named ?? Array.from({ length: count }, (_, i) => i + 1);
      const { FinalDivision: target, Contributions: sheets } = deployment.addresses;
      const unpaid = await those(
        provider,
        all,
        (one) => ({ target, view: PAID, args: [division, one] }),
        (isPaid) => isPaid === false,
      );
      const due = await those(
        provider,
        unpaid,
        (one) => ({ target: sheets, view: QUARTERS, args: [of, timesheet, one] }),
        (quarters) => named !== undefined || Number(quarters) >= SHIFT,
      );
      const steps = inBatches(due, MOST_HOLDERS).map((batch) => claimDivision(deployment, division, batch));
      return { steps, notes: [`${due.length} have a part to come.`] };
    },
  }),
  "claim-kept-division": sends({
    does: "Pays an elector the part of a division that the currency once refused.",
    who: "anyone",
    sends: "FinalDivision.claimKept",
    takes: { town: town(), number },
    example: "claim-kept-division --town 3 --number 7",
    steps: ({ deployment }, { town: of, number: one }) => ({ steps: [claimKeptDivision(deployment, of, one)] }),
  }),
} satisfies Record<string, Act>;

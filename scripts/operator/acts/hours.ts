import { encode } from "@one-small-town/core/enumerations.ts";
import { claimBatches } from "@one-small-town/core/hours/claimBatches.ts";
import {
  infinityCancellationToSign,
  infinityTransferToSign,
  redemptionToSign,
} from "@one-small-town/core/hours/signedWords.ts";
import {
  amendTimesheet,
  burnInfinity,
  cancelSignedInfinity,
  claimHours,
  claimKeptCash,
  endBenefit,
  finaliseTimesheet,
  fundMembers,
  listBenefit,
  moveInfinity,
  redeemBenefit,
  redeemBenefits,
  rejectTimesheet,
  sendInfinity,
  sendInfinityToMany,
  sendSignedInfinity,
} from "@one-small-town/core/hours/steps.ts";
import { INFINITY_DECIMALS, QUARTERS_PER_HOUR, quartersToHex } from "@one-small-town/core/hours/timesheet.ts";
import type { Answers } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { daysOfWeek, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { inBatches } from "@one-small-town/core/inBatches.ts";
import { MOST_VALID_WEEKS } from "@one-small-town/core/rules/Benefits.ts";
import { MOST_WEEKS } from "@one-small-town/core/rules/Contributions.ts";
import { benefitKinds } from "@one-small-town/core/rules/enumerations.ts";
import { MOST_QUARTERS } from "@one-small-town/core/rules/Timesheet.ts";
import { viewOf } from "@one-small-town/core/views/View.ts";
import { hexlify, randomBytes } from "ethers";
import type { Hex } from "viem";
import { Mistake } from "../../commands/Mistake.mjs";
import { handIn } from "../timesheet/handIn.ts";
import { MOST_HOLDERS } from "../batches.ts";
import { those } from "../those.ts";
import { type Act, type Argument, performs, sends, signs } from "./Act.ts";
import {
  amount,
  bytes32,
  document,
  id,
  keySignature,
  moment,
  numbers,
  oneOf,
  optional,
  signature,
  spreadsheet,
  table,
  town,
  until,
  uri,
  wallet,
  week,
  whole,
  writtenTime,
} from "./arguments.ts";
import { currencyOfTown, paying, unitsOf, written } from "./money.ts";
import { readRows, rowsOf } from "./rows.ts";

const DAY = 86_400;
const MOST_MEMBER = 24_000;
const INFINITY = { symbol: "INFINITY", decimals: INFINITY_DECIMALS };

/** Each may be of a contract wallet, whose answer takes at most 500,000 gas. */
const MOST_REDEMPTIONS = 30;

const CLAIMED = viewOf("claimedUpTo(uint32 town,uint256 number)(uint16)");
const REDEEMED = viewOf("redeemedOf(uint256 benefit,uint256 weekIndex,uint256 number)(uint32)");

const number = whole("the member number", 1, MOST_MEMBER);
const redemption = {
  benefit: id("the benefit's number"),
  week: week("any day of the week in which it was earned, as 2027-02-22"),
  number,
  units: whole("all units received of it for that week, these included", 1, 2 ** 32 - 1),
};
const transfer = {
  from: wallet("whose INFINITY it is"),
  to: wallet("who gets it"),
  amount: amount("how much INFINITY"),
  after: moment("from when it counts"),
  before: moment("until when it counts"),
  nonce: bytes32("its own number, as sign-infinity prints it"),
  signature: keySignature("what the holder signed"),
};
const received = signature("what the member signed");

/** The quarters of hours that somebody wrote. */
function quartersOf(text: string): number {
  const quarters = /^\d{1,2}(\.(0|00|25|5|50|75))?$/.test(text) ? Number(text) * QUARTERS_PER_HOUR : NaN;
  if (quarters <= MOST_QUARTERS) return quarters;
  throw new Mistake(`"${text.slice(0, 40)}" are no hours of a week in quarters. Write 2.75; 63.75 at most.`);
}

const changes = {
  value: "N=HOURS,…",
  says: "member numbers, each with all its hours of the week, as 4=3.25,7=0",
  isOptional: false,
  read: (text: string) => {
    const pairs = text.split(",").map((part) => part.split("="));
    const read = pairs.map(([of = "", hours = ""]) => ({
      of: number.read(of.trim()),
      quarters: quartersOf(hours.trim()),
    }));
    const sorted = read.sort((a, b) => a.of - b.of);
    if (sorted.some(({ of }, i) => of === sorted[i + 1]?.of)) throw new Mistake("A member number is there twice.");
    return sorted;
  },
};

/** NAME=WORD, one a line. */
const answers: Argument<Answers | undefined> = {
  value: "NAME=WORD",
  says: 'answers a question by its name, "repeatedRow 7=both", or all of a kind, repeatedRow=both; what is not answered is asked on a terminal',
  isOptional: true,
  isMany: true,
  read: (text) =>
    Object.fromEntries(
      text.split("\n").map((answer) => {
        const at = answer.lastIndexOf("=");
        if (at < 1) throw new Mistake(`"--answer ${answer}" has no answer: write NAME=WORD, as repeatedRow=both.`);
        return [answer.slice(0, at), answer.slice(at + 1)];
      }),
    ),
};

export const hoursActs = {
  submit: performs({
    does: "Hands in the hours of a week from a CSV, .xlsx or .ods file with the columns member, project, date, hours. Every row that cannot be read is told in words, and what only a person can know is asked.",
    who: "a coordinator",
    sends: "Contributions.submit",
    takes: {
      town: town(),
      file: spreadsheet("the file of the week"),
      week: optional(week("any day of the week, as 2027-02-22; the last week that ended when none is said")),
      uri,
      answer: answers,
    },
    operand: "file",
    example: "submit week.xlsx --town 3 --week 2027-02-22",
    performs: (errand, { town: of, file: bytes, week: said, uri: place = "", answer = {} }) => {
      const weekIndex = said ?? weekIndexOf(errand.context.now) - 1;
      return handIn({ errand, file: { town: of, weekIndex, bytes, uri: place, answers: answer } });
    },
  }),
  amend: sends({
    does: "Changes members' hours in the timesheet that is under review.",
    who: "another coordinator than who wrote it last; of the submitter's own hours the Town Ambassador",
    sends: "Contributions.amend",
    takes: { town: town(), hours: changes },
    example: "amend --town 3 --hours 4=3.25,7=0",
    steps: ({ deployment }, { town: of, hours }) => ({
      steps: [
        amendTimesheet(
          deployment,
          of,
          hours.map((one) => one.of),
          quartersToHex(Uint8Array.from(hours, ({ quarters }) => quarters)),
        ),
      ],
    }),
  }),
  reject: sends({
    does: "Rejects the timesheet that is under review; the week can be handed in again.",
    who: "the Town Ambassador, the Country Ambassador or head office",
    sends: "Contributions.reject",
    takes: { town: town(), reason: document("the reason") },
    example: "reject --town 3 --reason reason.txt",
    steps: ({ deployment }, { town: of, reason }) => ({ steps: [rejectTimesheet(deployment, of, reason)] }),
  }),
  finalise: sends({
    does: "Finalises the timesheet whose review is over: its INFINITY is there, and its cash is fixed.",
    who: "anyone",
    sends: "Contributions.finalise",
    takes: { town: town() },
    example: "finalise --town 3",
    steps: ({ deployment }, { town: of }) => ({ steps: [finaliseTimesheet(deployment, of)] }),
  }),
  pay: sends({
    does: "Pays members what their finalised weeks earned, each at their own wallet, in batches. Who has nothing to come is left out, so that it can be run again.",
    who: "anyone",
    sends: "Contributions.claim",
    takes: { town: town(), numbers: optional(numbers("member numbers; everybody's when none is said")) },
    example: "pay --town 3",
    steps: async ({ deployment, contracts, provider }, { town: of, numbers: named }) => {
      const { contributions, memberRegistry } = contracts;
      const [{ timesheets }, count] = await Promise.all([contributions.poolOf(of), memberRegistry.memberCount(of)]);
      const all = named ?? Array.from({ length: Number(count) }, (_, i) => i + 1);
      const upTo = Number(timesheets);
      const due = await those(
        provider,
        all,
        (one) => ({ target: deployment.addresses.Contributions, view: CLAIMED, args: [of, one] }),
        (claimed) => Number(claimed) < upTo,
      );
      const steps = claimBatches(due, upTo).map((batch) => claimHours(deployment, of, batch, upTo));
      return { steps, notes: [`${due.length} of ${all.length} member numbers have weeks to come, of ${upTo} in all.`] };
    },
  }),
  "pay-kept-cash": sends({
    does: "Pays a member the cash that the currency once refused.",
    who: "anyone",
    sends: "Contributions.claimKept",
    takes: { town: town(), number },
    example: "pay-kept-cash --town 3 --number 7",
    steps: ({ deployment }, { town: of, number: one }) => ({ steps: [claimKeptCash(deployment, of, one)] }),
  }),
  "fund-members": sends({
    does: "Pays money in for a town's members, over the next weeks.",
    who: "anyone, from their own wallet",
    sends: "Contributions.fund",
    takes: {
      town: town(),
      amount: amount("how much, in the town's currency"),
      weeks: whole("over how many weeks", 1, MOST_WEEKS),
    },
    example: "fund-members --town 3 --amount 1,250.00 --weeks 12",
    isRepeatable: true,
    steps: async (context, { town: of, amount: much, weeks }) => {
      const currency = await currencyOfTown(context, of);
      const units = unitsOf(currency, much);
      return paying(
        context,
        { currency, amount: units, to: "Contributions" },
        fundMembers(context.deployment, of, units, weeks),
      );
    },
  }),
  "list-benefit": sends({
    does: "Lists what an active week also entitles to, as a meal or a parcel.",
    who: "a steward",
    sends: "Benefits.list",
    takes: {
      town: town(),
      kind: oneOf("what it is", benefitKinds),
      units: whole("how many units", 1, 65_535),
      per: oneOf("for each active week, or for each shift in it", ["week", "shift"]),
      validWeeks: whole("for how many weeks after it they can be had", 1, MOST_VALID_WEEKS),
      metadata: document("where and when they are handed out"),
      uri,
    },
    example: "list-benefit --town 3 --kind meal --units 2 --per shift --valid-weeks 2 --metadata kitchen.json",
    isRepeatable: true,
    steps: ({ deployment }, { town: of, kind, units, per, validWeeks, metadata, uri: place = "" }) => ({
      steps: [
        listBenefit(
          deployment,
          of,
          { kind: encode(benefitKinds, kind), perShift: per === "shift", units, validWeeks },
          { hash: metadata, uri: place },
        ),
      ],
    }),
  }),
  "end-benefit": sends({
    does: "Ends a benefit: weeks after its last one entitle to nothing any more.",
    who: "a steward",
    sends: "Benefits.end",
    takes: { benefit: redemption.benefit, lastWeek: week("any day of the last week that entitles to it") },
    example: "end-benefit --benefit 2 --last-week 2027-02-22",
    steps: ({ deployment }, { benefit, lastWeek }) => ({ steps: [endBenefit(deployment, benefit, lastWeek)] }),
  }),
  "sign-redemption": signs({
    does: "Signs that units of a benefit were received; a steward hands it in.",
    who: "the member's wallet",
    takes: redemption,
    example: "sign-redemption --benefit 2 --week 2027-02-22 --number 7 --units 3",
    signs: ({ deployment }, { benefit, week: weekIndex, number: of, units }) => ({
      signable: redemptionToSign(deployment, { benefit, weekIndex, number: of, cumulativeUnits: units }),
      verb: "redeem",
      options: (signed) => ({
        benefit: String(benefit),
        week: daysOfWeek(weekIndex)[0] ?? "",
        number: String(of),
        units: String(units),
        signature: signed,
      }),
    }),
  }),
  redeem: sends({
    does: "Records that a member received units of a benefit, for which they signed.",
    who: "a steward",
    sends: "Benefits.redeem",
    takes: { ...redemption, signature: received },
    example: "redeem --benefit 2 --week 2027-02-22 --number 7 --units 3 --signature 0x…",
    steps: ({ deployment }, { benefit, week: weekIndex, number: of, units, signature: signed }) => ({
      steps: [redeemBenefit(deployment, { benefit, weekIndex, number: of, cumulativeUnits: units, signature: signed })],
    }),
  }),
  "redeem-batch": sends({
    does: "Records a kitchen's day, from a CSV file with the columns benefit, week, number, units, signature. What is recorded already is left out, so that it can be run again.",
    who: "a steward",
    sends: "Benefits.redeemBatch",
    takes: { file: table("what was received, one row for each signature") },
    operand: "file",
    example: "redeem-batch monday.csv",
    steps: async ({ deployment, provider }, { file }) => {
      const all = readRows(rowsOf(file, ["benefit", "week", "number", "units", "signature"]), (cells) => ({
        benefit: redemption.benefit.read(cells.benefit),
        weekIndex: redemption.week.read(cells.week),
        number: number.read(cells.number),
        cumulativeUnits: redemption.units.read(cells.units),
        signature: received.read(cells.signature),
      }));
      const left = await those(
        provider,
        all,
        ({ benefit, weekIndex, number: of }) => ({
          target: deployment.addresses.Benefits,
          view: REDEEMED,
          args: [benefit, weekIndex, of],
        }),
        (units, { cumulativeUnits }) => Number(units) < cumulativeUnits,
      );
      const steps = inBatches(left, MOST_REDEMPTIONS).map((batch) => redeemBenefits(deployment, batch));
      const done = all.length - left.length;
      return { steps, notes: [`${left.length} to record${done > 0 ? `; ${done} are recorded already` : ""}.`] };
    },
  }),
  "send-infinity": sends({
    does: "Sends INFINITY to another wallet.",
    who: "its holder",
    sends: "InfinityToken.transfer",
    takes: { to: transfer.to, amount: transfer.amount },
    example: "send-infinity --to 0x… --amount 2",
    isRepeatable: true,
    steps: ({ deployment }, { to, amount: much }) => ({
      steps: [sendInfinity(deployment, to, unitsOf(INFINITY, much))],
    }),
  }),
  "send-infinity-batch": sends({
    does: "Sends INFINITY to many, from a CSV file with the columns wallet, amount. It is all sent in one transaction, or nothing is.",
    who: "its holder",
    sends: "InfinityToken.transferBatch",
    takes: { file: table("who gets how much") },
    operand: "file",
    example: "send-infinity-batch thanks.csv",
    isRepeatable: true,
    steps: ({ deployment }, { file }) => {
      const all = readRows(rowsOf(file, ["wallet", "amount"]), (cells) => ({
        to: transfer.to.read(cells.wallet),
        units: unitsOf(INFINITY, transfer.amount.read(cells.amount)),
      }));
      if (all.length > MOST_HOLDERS)
        throw new Mistake(`The file has ${all.length} rows, and one transaction takes ${MOST_HOLDERS}. Cut it.`);
      const sum = all.reduce((total, { units }) => total + units, 0n);
      const step = sendInfinityToMany(
        deployment,
        all.map(({ to }) => to),
        all.map(({ units }) => units),
      );
      return { steps: [step], notes: [`${written(INFINITY, sum)} to ${all.length} wallets.`] };
    },
  }),
  "sign-infinity": signs({
    does: "Signs a transfer of INFINITY, which anybody may send, so that the holder needs no gas.",
    who: "its holder",
    takes: {
      to: transfer.to,
      amount: transfer.amount,
      before: optional(until("until when it counts; 7 days when none is said")),
    },
    example: "sign-infinity --to 0x… --amount 2",
    signs: ({ deployment, now, sender }, { to, amount: much, before = now + 7 * DAY }) => {
      const [from, nonce, after] = [sender(), hexlify(randomBytes(32)) as Hex, now - 1];
      const value = unitsOf(INFINITY, much);
      const message = { from, to, value, validAfter: BigInt(after), validBefore: BigInt(before), nonce };
      return {
        signable: infinityTransferToSign(deployment, message),
        verb: "send-signed-infinity",
        options: (signed) => ({
          from,
          to,
          amount: much.text,
          after: writtenTime(after),
          before: writtenTime(before),
          nonce,
          signature: signed,
        }),
      };
    },
  }),
  "send-signed-infinity": sends({
    does: "Sends a transfer of INFINITY that its holder has signed.",
    who: "anyone",
    sends: "InfinityToken.transferWithAuthorization",
    takes: transfer,
    example:
      "send-signed-infinity --from 0x… --to 0x… --amount 2 --after 2027-02-22 --before 2027-03-01 --nonce 0x… --signature 0x…",
    steps: ({ deployment }, { from, to, amount: much, after, before, nonce, signature: { v, r, s } }) => {
      const value = unitsOf(INFINITY, much);
      const [validAfter, validBefore] = [BigInt(after), BigInt(before)];
      return { steps: [sendSignedInfinity(deployment, { from, to, value, validAfter, validBefore, nonce, v, r, s })] };
    },
  }),
  "sign-infinity-cancellation": signs({
    does: "Signs that a transfer of INFINITY which you signed no longer counts.",
    who: "its holder",
    takes: { nonce: transfer.nonce },
    example: "sign-infinity-cancellation --nonce 0x…",
    signs: ({ deployment, sender }, { nonce }) => ({
      signable: infinityCancellationToSign(deployment, { authorizer: sender(), nonce }),
      verb: "cancel-signed-infinity",
      options: (signed, signer) => ({ from: signer, nonce, signature: signed }),
    }),
  }),
  "cancel-signed-infinity": sends({
    does: "Sends the holder's word that a signed transfer of INFINITY no longer counts.",
    who: "anyone",
    sends: "InfinityToken.cancelAuthorization",
    takes: { from: transfer.from, nonce: transfer.nonce, signature: transfer.signature },
    example: "cancel-signed-infinity --from 0x… --nonce 0x… --signature 0x…",
    steps: ({ deployment }, { from, nonce, signature: { v, r, s } }) => ({
      steps: [cancelSignedInfinity(deployment, { authorizer: from, nonce, v, r, s })],
    }),
  }),
  "burn-infinity": sends({
    does: "Burns INFINITY of your own, for good.",
    who: "its holder",
    sends: "InfinityToken.burn",
    takes: { amount: transfer.amount },
    example: "burn-infinity --amount 2",
    isRepeatable: true,
    steps: ({ deployment }, { amount: much }) => ({ steps: [burnInfinity(deployment, unitsOf(INFINITY, much))] }),
  }),
  "move-infinity": sends({
    does: "Sends the INFINITY of a wallet that was lost after the person, to their wallet of now.",
    who: "anyone",
    sends: "InfinityToken.moveToSuccessor",
    takes: { wallet: wallet("the old wallet") },
    example: "move-infinity --wallet 0x…",
    steps: ({ deployment }, { wallet: old }) => ({ steps: [moveInfinity(deployment, old)] }),
  }),
} satisfies Record<string, Act>;

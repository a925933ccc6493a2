import { dividing } from "@one-small-town/core/asking/inRanges.ts";
import type { RawLog } from "@one-small-town/core/asking/logs.ts";
import { hexOf } from "@one-small-town/core/hex.ts";
import { inBatches } from "@one-small-town/core/inBatches.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import type { Deed } from "@one-small-town/core/profit/Deed.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import {
  LEAST_GOAL,
  LEAST_PHASE,
  MOST_NAME_BYTES,
  MOST_PHASE,
  MOST_SYMBOL_BYTES,
} from "@one-small-town/core/rules/SaleTerms.ts";
import { cancellationToSign, releaseObjectionToSign, windUpToSign } from "@one-small-town/core/shares/signedWords.ts";
import {
  buyShares,
  cancelPurchase,
  claimDividends,
  claimKeptRefund,
  refundHolders,
  settleOffering,
  transferShares,
} from "@one-small-town/core/shares/holderSteps.ts";
import {
  agreeWindUp,
  approveOffering,
  approveRelease,
  buySignedShares,
  callOffOffering,
  cancelSignedPurchase,
  moveShares,
  objectToRelease,
  objectToReleaseWithSignature,
  payWindUp,
  proposeOffering,
  releaseTranche,
  requestRelease,
  revokeRelease,
  updateOffering,
  voteWindUp,
  voteWindUpWithSignature,
  windUp,
  withdrawAgreement,
  withdrawCallOff,
  withdrawOffering,
  withdrawVoice,
} from "@one-small-town/core/shares/steps.ts";
import { endsOf, type Terms } from "@one-small-town/core/shares/Terms.ts";
import { viewOf } from "@one-small-town/core/views/View.ts";
import { getAddress, id as hashOf, ZeroAddress, ZeroHash } from "ethers";
import type { Address, Hex } from "viem";
import { Mistake } from "../../commands/Mistake.mjs";
import { askOf } from "../askOf.ts";
import { MOST_HOLDERS } from "../batches.ts";
import { those } from "../those.ts";
import { type Act, sends, signs } from "./Act.ts";
import type { Context } from "./Context.ts";
import {
  amount,
  document,
  id,
  index,
  moment,
  optional,
  parts,
  project,
  signature,
  until,
  uri,
  wallet,
  wallets,
  whole,
  words,
  writtenProject,
  writtenTime,
} from "./arguments.ts";
import { assetOf, currencyOfTown, paying, tokenOf, unitsOf, written } from "./money.ts";
import { missing, missingAmbassador } from "./offices.ts";
import { authorizationOf, paymentToSign, signedPayment } from "./payments.ts";

const DAY = 86_400;
const MOST_SHARES = 2 ** 32 - 1;
const [LEAST_DAYS, MOST_DAYS] = [LEAST_PHASE / DAY, MOST_PHASE / DAY];

const business = project("the business: its town's number and its own, as 3/12");
const offering = id("the offering's number");
const shares = whole("how many shares", 1, MOST_SHARES);
const deadline = optional(until("until when it counts; 14 days when none is said"));
const voice = {
  offering,
  holder: wallet("the holder who signed"),
  deadline: moment("until when it counts, as it was printed when it was signed"),
  signature: signature("what the holder signed"),
};
const later = (phase: string) =>
  optional(whole(`days of the ${phase} phase; none when it is left out`, LEAST_DAYS, MOST_DAYS));

/** The terms that a business's Town Ambassador proposed last, as the steps take them. */
async function proposedTerms({ contracts }: Context, of: bigint): Promise<Terms> {
  const [terms, proposal] = await Promise.all([
    contracts.shareOffering.proposedTermsOf(of),
    contracts.shareOffering.proposalOf(of),
  ]);
  if (proposal.proposer === ZeroAddress) throw new Mistake(`No sale is proposed for ${writtenProject(of)}.`);
  return {
    business: terms.business,
    price: terms.price,
    goal: Number(terms.goal),
    cap: Number(terms.cap),
    limitLocal: Number(terms.limitLocal),
    limitLater: Number(terms.limitLater),
    opens: Number(terms.opens),
    localEnds: Number(terms.localEnds),
    countryEnds: Number(terms.countryEnds),
    worldEnds: Number(terms.worldEnds),
    tranches: terms.tranches.map(Number),
    plan: terms.plan as Hex,
    pack: terms.pack as Hex,
    deed: deedOf(terms.deed),
    name: terms.name,
    symbol: terms.symbol,
  };
}

export function deedOf(read: Record<keyof Deed, bigint>): Deed {
  return {
    investors: Number(read.investors),
    members: Number(read.members),
    fund: Number(read.fund),
    country: Number(read.country),
  };
}

async function sayTerms(context: Context, terms: Terms): Promise<string[]> {
  const currency = await currencyOfTown(context, townOfProject(terms.business));
  const ends = [terms.localEnds, terms.countryEnds, terms.worldEnds].map((end) =>
    end === 0 ? "none" : writtenTime(end),
  );
  return [
    `${terms.name} (${terms.symbol}): ${terms.goal} to ${terms.cap} shares at ${written(currency, terms.price)} each.`,
    `At most ${terms.limitLocal} a person in the local phase, ${terms.limitLater} later.`,
    `It opens at ${writtenTime(terms.opens)}; its phases end at ${ends.join(", ")}.`,
    `Released in parts of ${terms.tranches.map((part) => `${part / 100} %`).join(", ")}; profit: ${sayDeed(terms.deed)}.`,
    `Plan ${terms.plan}, pack ${terms.pack}.`,
  ];
}

export function sayDeed({ investors, members, fund, country }: Deed): string {
  const part = (points: number, whose: string) => `${points / 100} % ${whose}`;
  const all = [part(investors, "investors"), part(members, "members"), part(fund, "town fund")];
  return [...all, part(country, "country office")].join(", ");
}

/** The town of an offering's business. */
async function townOf(context: Context, of: bigint): Promise<number> {
  return townOfProject((await assetOf(context, of)).business);
}

/** The business, the holder's nonce and the rest of what a holder signs about a sale's money. */
async function voiceOf(context: Context, of: bigint, end: number) {
  const { business: ofBusiness } = await assetOf(context, of);
  const holder = context.sender();
  const { nonce } = await context.contracts.releases.voteOf(of, holder);
  return { offering: of, business: ofBusiness, holder, nonce, deadline: BigInt(end) };
}

const BALANCE = viewOf("balanceOf(address holder)(uint256)");
const TRANSFER = hashOf("Transfer(address,address,uint256)");

/** Everybody to whom shares of a token were ever sold or sent: whatever the node's limits, all of its events are read. */
async function everyHolder({ deployment, provider }: Context, token: Address): Promise<Address[]> {
  const [fromBlock, toBlock] = [deployment.startBlock, await provider.getBlockNumber()].map((block) => hexOf(block));
  const filter = { address: token, topics: [TRANSFER], fromBlock, toBlock };
  const logs = (await dividing(askOf(provider))({ method: "eth_getLogs", params: [filter] })) as RawLog[];
  const holders = logs.map(({ topics }) => getAddress(`0x${topics[2]?.slice(-40) ?? ""}`) as Address);
  return [...new Set(holders)].filter((holder) => holder !== ZeroAddress);
}

export const sharesActs = {
  "propose-offering": sends({
    does: "Proposes the terms of a sale of shares. Its plan, its pack and its deed are those that are on chain.",
    who: "the Town Ambassador; the Country Ambassador approves them within 30 days",
    sends: "ShareOffering.propose",
    takes: {
      project: business,
      price: amount("the price of a share, in the town's currency"),
      goal: whole("how many shares make it a success", LEAST_GOAL, MOST_SHARES),
      cap: whole("how many there are at most", LEAST_GOAL, MOST_SHARES),
      mostLocal: whole("the most that a person may hold after a purchase in the local phase", 1, MOST_SHARES),
      mostLater: whole("the same in the later phases", 1, MOST_SHARES),
      opens: moment("when it opens, at least 7 days after the approval"),
      localDays: whole("days of the local phase", LEAST_DAYS, MOST_DAYS),
      countryDays: later("country"),
      worldDays: later("world"),
      releases: parts("the parts in which the money is released, in percent, as 25,25,50"),
      name: words("the name of the shares", MOST_NAME_BYTES),
      symbol: words("their symbol", MOST_SYMBOL_BYTES),
    },
    example:
      'propose-offering --project 3/12 --price 5.00 --goal 100 --cap 150 --most-local 18 --most-later 19 --opens 2027-03-15 --local-days 30 --country-days 30 --releases 25,25,50 --name "Willowmere Bakery" --symbol BAKE',
    steps: async (context, values) => {
      const { project: of, opens, localDays, countryDays = 0, worldDays = 0, name, symbol } = values;
      const { contracts, deployment } = context;
      const [record, current, currency] = await Promise.all([
        contracts.projectRegistry.projectOf(of),
        contracts.profitSplitter.deedOf(of),
        currencyOfTown(context, townOfProject(of)),
      ]);
      const lengths = {
        opens,
        localLasts: localDays * DAY,
        countryLasts: countryDays * DAY,
        worldLasts: worldDays * DAY,
      };
      const { localEnds, countryEnds, worldEnds } = endsOf(lengths);
      const terms: Terms = {
        business: of,
        price: unitsOf(currency, values.price),
        goal: values.goal,
        cap: values.cap,
        limitLocal: values.mostLocal,
        limitLater: values.mostLater,
        opens,
        localEnds,
        countryEnds,
        worldEnds,
        tranches: values.releases,
        plan: record.plan as Hex,
        pack: record.pack as Hex,
        deed: deedOf(current),
        name,
        symbol,
      };
      return { steps: [proposeOffering(deployment, terms)], notes: await sayTerms(context, terms) };
    },
    missing: async (context, { project: of }) => [
      await missing(context, "Country Ambassador", { town: townOfProject(of) }, [
        "approve-offering",
        { project: writtenProject(of) },
      ]),
    ],
  }),
  "approve-offering": sends({
    does: "Approves exactly the terms of the sale that was proposed.",
    who: "the Country Ambassador",
    sends: "ShareOffering.approve",
    takes: { project: business },
    example: "approve-offering --project 3/12",
    steps: async (context, { project: of }) => {
      const terms = await proposedTerms(context, of);
      return { steps: [approveOffering(context.deployment, terms)], notes: await sayTerms(context, terms) };
    },
  }),
  "withdraw-offering": sends({
    does: "Takes back terms that wait for the Country Ambassador.",
    who: "the Town Ambassador",
    sends: "ShareOffering.withdrawProposal",
    takes: { project: business },
    example: "withdraw-offering --project 3/12",
    steps: ({ deployment }, { project: of }) => ({ steps: [withdrawOffering(deployment, of)] }),
  }),
  "call-off": sends({
    does: "Calls a live sale off; with the word of the other ambassador within 7 days it has failed.",
    who: "the Town Ambassador and the Country Ambassador",
    sends: "ShareOffering.callOff",
    takes: { offering },
    example: "call-off --offering 2",
    steps: ({ deployment }, { offering: of }) => ({ steps: [callOffOffering(deployment, of)] }),
    missing: async (context, { offering: of }) => {
      const { by } = await context.contracts.shareOffering.callOffOf(of);
      if (by !== context.sender()) return [];
      return [await missingAmbassador(context, await townOf(context, of), ["call-off", { offering: String(of) }])];
    },
  }),
  "withdraw-call-off": sends({
    does: "Takes back that you would call a sale off, while the other ambassador has not agreed.",
    who: "the ambassador who did",
    sends: "ShareOffering.withdrawCallOff",
    takes: { offering },
    example: "withdraw-call-off --offering 2",
    steps: ({ deployment }, { offering: of }) => ({ steps: [withdrawCallOff(deployment, of)] }),
  }),
  "update-offering": sends({
    does: "Has the phase of a business's sale judged that has ended, and settles a success.",
    who: "anyone",
    sends: "ShareOffering.update",
    takes: { project: business },
    example: "update-offering --project 3/12",
    isRepeatable: true,
    steps: ({ deployment }, { project: of }) => ({ steps: [updateOffering(deployment, of)] }),
  }),
  settle: sends({
    does: "Unlocks the shares of a sale that succeeded.",
    who: "anyone",
    sends: "ShareOffering.settle",
    takes: { offering },
    example: "settle --offering 2",
    steps: ({ deployment }, { offering: of }) => ({ steps: [settleOffering(deployment, of)] }),
  }),
  refund: sends({
    does: "Pays the holders of a sale that failed what they paid, each at their own wallet, in batches. It can be run again.",
    who: "anyone",
    sends: "ShareOffering.refund",
    takes: { offering, holders: optional(wallets("the holders; everybody when none is said")) },
    example: "refund --offering 2",
    steps: async (context, { offering: of, holders }) => {
      const { token } = await assetOf(context, of);
      const due = await those(
        context.provider,
        holders ?? (await everyHolder(context, token)),
        (holder) => ({ target: token, view: BALANCE, args: [holder] }),
        (has) => has !== undefined && has !== 0n,
      );
      const steps = inBatches(due, MOST_HOLDERS).map((batch) => refundHolders(context.deployment, of, batch));
      return { steps, notes: [`${due.length} have shares to be paid back.`] };
    },
  }),
  "refund-kept": sends({
    does: "Pays a holder the refund that the currency once refused.",
    who: "anyone",
    sends: "ShareOffering.claimKept",
    takes: { offering, holder: wallet("whose it is") },
    example: "refund-kept --offering 2 --holder 0x…",
    steps: ({ deployment }, { offering: of, holder }) => ({ steps: [claimKeptRefund(deployment, of, holder)] }),
  }),
  buy: sends({
    does: "Buys shares: allows exactly their price, and buys them.",
    who: "whom the running phase admits",
    sends: "ShareOffering.buy",
    takes: { offering, shares },
    example: "buy --offering 2 --shares 5",
    isRepeatable: true,
    steps: async (context, { offering: of, shares: many }) => {
      const { price, currency } = await assetOf(context, of);
      const step = buyShares(context.deployment, of, many);
      return paying(context, { currency, amount: price * BigInt(many), to: "ShareOffering" }, step);
    },
  }),
  "sign-purchase": signs({
    does: "Signs a purchase of shares, and by the same word pays for it; anybody may send it, and pay the gas.",
    who: "the buyer, where the currency takes signed payments (ERC-3009)",
    takes: { offering, shares, before: optional(until("until when it counts; 1 day when none is said")) },
    example: "sign-purchase --offering 2 --shares 5",
    signs: async (context, { offering: of, shares: many, before = context.now + DAY }) => {
      const { price, currency, business: ofBusiness } = await assetOf(context, of);
      const { signable, options } = await paymentToSign(context, {
        currency,
        amount: price * BigInt(many),
        to: context.deployment.addresses.ShareOffering,
        method: { abi: shareOfferingAbi, name: "buyWithAuthorization" },
        binds: [
          ["uint64", "uint96", "uint256", "uint32"],
          [ofBusiness, price, of, many],
        ],
        before,
      });
      return {
        signable,
        verb: "buy-signed",
        options: (signed) => ({ offering: String(of), shares: String(many), ...options, signature: signed }),
      };
    },
  }),
  "buy-signed": sends({
    does: "Sends a purchase that its buyer has signed.",
    who: "anyone",
    sends: "ShareOffering.buyWithAuthorization",
    takes: { offering, shares, ...signedPayment },
    example:
      "buy-signed --offering 2 --shares 5 --payer 0x… --salt 0x… --after 2027-02-22T09:00:00Z --before 2027-02-23T09:00:00Z --signature 0x…",
    steps: ({ deployment }, values) => ({
      steps: [buySignedShares(deployment, values.offering, values.shares, authorizationOf(values))],
    }),
  }),
  "give-back": sends({
    does: "Gives shares of a live sale back for what was paid, until 7 days before the running phase ends.",
    who: "their holder",
    sends: "ShareOffering.cancel",
    takes: { offering, shares },
    example: "give-back --offering 2 --shares 5",
    isRepeatable: true,
    steps: ({ deployment }, { offering: of, shares: many }) => ({ steps: [cancelPurchase(deployment, of, many)] }),
  }),
  "sign-give-back": signs({
    does: "Signs the same, for somebody else to send.",
    who: "their holder",
    takes: { offering, shares, deadline },
    example: "sign-give-back --offering 2 --shares 5",
    signs: async (context, { offering: of, shares: many, deadline: end = context.now + 14 * DAY }) => {
      const { price, business: ofBusiness } = await assetOf(context, of);
      const holder = context.sender();
      const nonce = await context.contracts.shareOffering.nonces(holder);
      const message = {
        offering: of,
        business: ofBusiness,
        price,
        shares: many,
        holder,
        nonce,
        deadline: BigInt(end),
      };
      return {
        signable: cancellationToSign(context.deployment, message),
        verb: "send-give-back",
        options: (signed) => ({
          offering: String(of),
          shares: String(many),
          holder,
          nonce: String(nonce),
          deadline: writtenTime(end),
          signature: signed,
        }),
      };
    },
  }),
  "send-give-back": sends({
    does: "Sends a buyer's signed word that they give shares back.",
    who: "anyone",
    sends: "ShareOffering.cancelWithSignature",
    takes: { ...voice, shares, nonce: index("the holder's number, as sign-give-back prints it") },
    example:
      "send-give-back --offering 2 --shares 5 --holder 0x… --nonce 0 --deadline 2027-03-08T09:00:00Z --signature 0x…",
    steps: async (context, { offering: of, shares: many, holder, nonce, deadline: end, signature: signed }) => {
      const { price, business: ofBusiness } = await assetOf(context, of);
      const message = {
        offering: of,
        business: ofBusiness,
        price,
        shares: many,
        holder,
        nonce,
        deadline: BigInt(end),
      };
      return { steps: [cancelSignedPurchase(context.deployment, message, signed)] };
    },
  }),
  "send-shares": sends({
    does: "Sends shares of a business to another holder, whom their scope admits.",
    who: "their holder",
    sends: "InvestorToken.transfer",
    takes: { project: business, to: wallet("who gets them"), shares },
    example: "send-shares --project 3/12 --to 0x… --shares 2",
    isRepeatable: true,
    steps: async (context, { project: of, to, shares: many }) => ({
      steps: [transferShares(await tokenOf(context, of), to, BigInt(many))],
    }),
  }),
  "move-shares": sends({
    does: "Sends the shares of a wallet that was lost after the person, to their wallet of now.",
    who: "anyone",
    sends: "InvestorToken.moveToSuccessor",
    takes: { project: business, wallet: wallet("the old wallet") },
    example: "move-shares --project 3/12 --wallet 0x…",
    steps: async (context, { project: of, wallet: old }) => ({ steps: [moveShares(await tokenOf(context, of), old)] }),
  }),
  "claim-dividends": sends({
    does: "Pays a holder the dividends of a business's shares, at their own wallet.",
    who: "anyone",
    sends: "InvestorToken.claim",
    takes: { project: business, holder: wallet("whose dividends") },
    example: "claim-dividends --project 3/12 --holder 0x…",
    isRepeatable: true,
    steps: async (context, { project: of, holder }) => ({
      steps: [claimDividends(await tokenOf(context, of), holder)],
    }),
  }),
  "request-release": sends({
    does: "Asks for the next part of a sale's money, with what shows that it is due.",
    who: "the business's manager, or the Town Ambassador; the Country Ambassador approves it",
    sends: "Releases.request",
    takes: { offering, evidence: document("what shows it"), uri },
    example: "request-release --offering 2 --evidence invoices.pdf --uri ipfs://…",
    steps: ({ deployment }, { offering: of, evidence, uri: place = "" }) => ({
      steps: [requestRelease(deployment, of, { hash: evidence, uri: place })],
    }),
    missing: async (context, { offering: of }) => [
      await missing(context, "Country Ambassador", { town: await townOf(context, of) }, [
        "approve-release",
        { offering: String(of) },
      ]),
    ],
  }),
  "approve-release": sends({
    does: "Approves exactly the part that was asked for; it is paid 7 days later, unless holders object.",
    who: "the Country Ambassador",
    sends: "Releases.approve",
    takes: { offering },
    example: "approve-release --offering 2",
    steps: async (context, { offering: of }) => {
      const { contracts, deployment } = context;
      const [{ next }, request, { business: ofBusiness }] = await Promise.all([
        contracts.releases.progressOf(of),
        contracts.releases.requestOf(of),
        assetOf(context, of),
      ]);
      if (request.by === ZeroAddress || request.evidence.hash === ZeroHash)
        throw new Mistake(`Nothing is asked for of offering ${of}.`);
      const evidence = request.evidence.hash as Hex;
      const step = approveRelease(deployment, { offering: of, business: ofBusiness, tranche: next, evidence });
      const notes = [
        `${request.by} asks for part ${next + 1n}, for the evidence ${evidence}${request.evidence.uri && ` at ${request.evidence.uri}`}; it goes to ${request.payout}.`,
      ];
      return { steps: [step], notes };
    },
  }),
  "revoke-release": sends({
    does: "Takes back that a part was asked for, or that it was approved.",
    who: "who asked, until it is approved; the Country Ambassador, also then",
    sends: "Releases.revoke",
    takes: { offering },
    example: "revoke-release --offering 2",
    steps: ({ deployment }, { offering: of }) => ({ steps: [revokeRelease(deployment, of)] }),
  }),
  release: sends({
    does: "Pays an approved part of a sale's money to the business.",
    who: "anyone, 7 days after the approval",
    sends: "Releases.release",
    takes: { offering },
    example: "release --offering 2",
    steps: ({ deployment }, { offering: of }) => ({ steps: [releaseTranche(deployment, of)] }),
  }),
  "object-to-release": sends({
    does: "Objects, with all your shares, to the part of the money that is asked for.",
    who: "a holder who is no insider",
    sends: "Releases.object",
    takes: { offering },
    example: "object-to-release --offering 2",
    steps: ({ deployment }, { offering: of }) => ({ steps: [objectToRelease(deployment, of)] }),
  }),
  "sign-release-objection": signs({
    does: "Signs the same, for somebody else to send.",
    who: "a holder",
    takes: { offering, deadline },
    example: "sign-release-objection --offering 2",
    signs: async (context, { offering: of, deadline: end = context.now + 14 * DAY }) => {
      const message = await voiceOf(context, of, end);
      const { next: tranche } = await context.contracts.releases.progressOf(of);
      return {
        signable: releaseObjectionToSign(context.deployment, { ...message, tranche }),
        verb: "send-release-objection",
        options: (signed) => ({
          offering: String(of),
          tranche: String(tranche),
          holder: message.holder,
          deadline: writtenTime(end),
          signature: signed,
        }),
      };
    },
  }),
  "send-release-objection": sends({
    does: "Sends a holder's signed objection to a part of a sale's money.",
    who: "anyone",
    sends: "Releases.objectWithSignature",
    takes: { ...voice, tranche: index("which part, from 0 on") },
    example:
      "send-release-objection --offering 2 --tranche 0 --holder 0x… --deadline 2027-03-08T09:00:00Z --signature 0x…",
    steps: ({ deployment }, { offering: of, holder, deadline: end, signature: signed, tranche }) => {
      const said = { offering: of, holder, deadline: BigInt(end), signature: signed };
      return { steps: [objectToReleaseWithSignature(deployment, tranche, said)] };
    },
  }),
  "vote-wind-up": sends({
    does: "Votes, with all your shares, to pay what is left of a sale's money to the holders.",
    who: "a holder who is no insider",
    sends: "Releases.voteWindUp",
    takes: { offering },
    example: "vote-wind-up --offering 2",
    steps: ({ deployment }, { offering: of }) => ({ steps: [voteWindUp(deployment, of)] }),
  }),
  "sign-wind-up": signs({
    does: "Signs the same, for somebody else to send.",
    who: "a holder",
    takes: { offering, deadline },
    example: "sign-wind-up --offering 2",
    signs: async (context, { offering: of, deadline: end = context.now + 14 * DAY }) => {
      const message = await voiceOf(context, of, end);
      return {
        signable: windUpToSign(context.deployment, message),
        verb: "send-wind-up",
        options: (signed) => ({
          offering: String(of),
          holder: message.holder,
          deadline: writtenTime(end),
          signature: signed,
        }),
      };
    },
  }),
  "send-wind-up": sends({
    does: "Sends a holder's signed vote to pay what is left to the holders.",
    who: "anyone",
    sends: "Releases.voteWindUpWithSignature",
    takes: voice,
    example: "send-wind-up --offering 2 --holder 0x… --deadline 2027-03-08T09:00:00Z --signature 0x…",
    steps: ({ deployment }, { offering: of, holder, deadline: end, signature: signed }) => ({
      steps: [voteWindUpWithSignature(deployment, { offering: of, holder, deadline: BigInt(end), signature: signed })],
    }),
  }),
  "withdraw-voice": sends({
    does: "Takes your objection and your vote in an offering back, signed ones that nobody has sent included.",
    who: "a holder",
    sends: "Releases.withdraw",
    takes: { offering },
    example: "withdraw-voice --offering 2",
    isRepeatable: true,
    steps: ({ deployment }, { offering: of }) => ({ steps: [withdrawVoice(deployment, of)] }),
  }),
  "agree-wind-up": sends({
    does: "Agrees to pay what is left of a sale's money to the holders; with the other ambassador's word within 7 days it begins.",
    who: "the Town Ambassador and the Country Ambassador",
    sends: "Releases.agreeWindUp",
    takes: { offering },
    example: "agree-wind-up --offering 2",
    steps: ({ deployment }, { offering: of }) => ({ steps: [agreeWindUp(deployment, of)] }),
    missing: async (context, { offering: of }) => {
      const { by } = await context.contracts.releases.agreementOf(of);
      if (by !== context.sender()) return [];
      return [await missingAmbassador(context, await townOf(context, of), ["agree-wind-up", { offering: String(of) }])];
    },
  }),
  "withdraw-agreement": sends({
    does: "Takes back that you agreed to wind up, while the other ambassador has not.",
    who: "the ambassador who did",
    sends: "Releases.withdrawAgreement",
    takes: { offering },
    example: "withdraw-agreement --offering 2",
    steps: ({ deployment }, { offering: of }) => ({ steps: [withdrawAgreement(deployment, of)] }),
  }),
  "wind-up": sends({
    does: "Begins to wind up, where over half the shares voted for it, or nothing was paid for a year.",
    who: "anyone",
    sends: "Releases.windUp",
    takes: { offering },
    example: "wind-up --offering 2",
    steps: ({ deployment }, { offering: of }) => ({ steps: [windUp(deployment, of)] }),
  }),
  "pay-wind-up": sends({
    does: "Pays what is left to the holders, 14 days after winding up began.",
    who: "anyone",
    sends: "Releases.payWindUp",
    takes: { offering },
    example: "pay-wind-up --offering 2",
    steps: ({ deployment }, { offering: of }) => ({ steps: [payWindUp(deployment, of)] }),
  }),
} satisfies Record<string, Act>;

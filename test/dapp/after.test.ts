import { globSync, readFileSync } from "node:fs";
import { attestResidents } from "@one-small-town/core/members/steps.ts";
import { submitTimesheet as submitStep } from "@one-small-town/core/hours/steps.ts";
import { projectId } from "@one-small-town/core/projects/projects.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { weekEnd, weekIndexOf, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { objectToSpendingsWithSignature } from "@one-small-town/core/profit/steps.ts";
import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { MANAGEMENT_WAITS } from "@one-small-town/core/rules/ProjectRegistry.ts";
import { OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import { ELECTORS_AFTER } from "@one-small-town/core/rules/Contributions.ts";
import { DORMANT_FOR } from "@one-small-town/core/rules/FinalDivision.ts";
import { expect } from "chai";
import { admissionToSign, newWalletToSign } from "@one-small-town/core/members/signedWords.ts";
import type { Signer } from "ethers";
import type { Address, Hex } from "viem";
import { resolveWords } from "../../scripts/audit/words/resolveWords.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { send } from "../../scripts/operator/send.ts";
import type { Proposal } from "../../web/src/chain/roles/Proposal.ts";
import { proposalsQuery } from "../../web/src/chain/roles/proposalsQuery.ts";
import { canChange, type Subject } from "../../web/src/chain/reads.ts";
import { readOwnCase } from "../../web/src/chain/decisions/ownCaseQuery.ts";
import { dividendsQuery } from "../../web/src/chain/shares/dividendsQuery.ts";
import { holdingsQuery } from "../../web/src/chain/shares/holdingsQuery.ts";
import { benefitsQuery } from "../../web/src/chain/hours/benefitsQuery.ts";
import { memberHoursQuery } from "../../web/src/chain/hours/memberHoursQuery.ts";
import { readOffering } from "../../web/src/chain/shares/offeringQuery.ts";
import { townsQuery } from "../../web/src/chain/members/townsQuery.ts";
import type { System } from "../../web/src/chain/System.ts";
import type { Transaction } from "../../web/src/transactions/Transaction.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { objectionOf } from "../fixture/objectionOf.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { buyTogether } from "../fixture/neighbours.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { signRedemption } from "../fixture/signRedemption.ts";
import { finaliseWeek } from "../fixture/weeks.ts";
import { nameForKey } from "../fixture/keys.ts";
import { idOf } from "../fixture/people.ts";
import { openHillside } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";
import { everyRead, fetchRead, readText, systemOf } from "./support/everyRead.ts";

resolveWords();
const { agreeToProposal } = await import("../../web/src/transactions/agreeToProposal.ts");
const { takeBackProposal } = await import("../../web/src/transactions/takeBackProposal.ts");
const { amendTimesheet } = await import("../../web/src/transactions/amendTimesheet.ts");
const { attestPeople } = await import("../../web/src/transactions/attestPeople.ts");
const { confirmMove } = await import("../../web/src/transactions/confirmMove.ts");
const { confirmSuspension } = await import("../../web/src/transactions/confirmSuspension.ts");
const { joinTown } = await import("../../web/src/transactions/joinTown.ts");
const { proposeMove } = await import("../../web/src/transactions/proposeMove.ts");
const { proposeSuspension } = await import("../../web/src/transactions/proposeSuspension.ts");
const { refuseMove } = await import("../../web/src/transactions/refuseMove.ts");
const { reinstatePerson } = await import("../../web/src/transactions/reinstatePerson.ts");
const { takeBackSuspension } = await import("../../web/src/transactions/takeBackSuspension.ts");
const { buyShares } = await import("../../web/src/transactions/buyShares.ts");
const { cancelPurchase } = await import("../../web/src/transactions/cancelPurchase.ts");
const { claimDividends } = await import("../../web/src/transactions/claimDividends.ts");
const { claimEverything } = await import("../../web/src/transactions/claimEverything.ts");
const { claimKeptRefund } = await import("../../web/src/transactions/claimKeptRefund.ts");
const { finaliseTimesheet } = await import("../../web/src/transactions/finaliseTimesheet.ts");
const { payMembers } = await import("../../web/src/transactions/payMembers.ts");
const { endBenefit } = await import("../../web/src/transactions/endBenefit.ts");
const { listBenefit } = await import("../../web/src/transactions/listBenefit.ts");
const { redeemServings } = await import("../../web/src/transactions/redeemServings.ts");
const { refundShares } = await import("../../web/src/transactions/refundShares.ts");
const { rejectTimesheet } = await import("../../web/src/transactions/rejectTimesheet.ts");
const { claimDivision } = await import("../../web/src/transactions/claimDivision.ts");
const { recordLaunchStep } = await import("../../web/src/transactions/recordLaunchStep.ts");
const { proposeIdea } = await import("../../web/src/transactions/proposeIdea.ts");
const { planIdea } = await import("../../web/src/transactions/planIdea.ts");
const { setPlan } = await import("../../web/src/transactions/setPlan.ts");
const { moveHouse } = await import("../../web/src/transactions/moveHouse.ts");
const { objectToRelease } = await import("../../web/src/transactions/objectToRelease.ts");
const { objectToSpendings } = await import("../../web/src/transactions/objectToSpendings.ts");
const { objectToSuccession } = await import("../../web/src/transactions/objectToSuccession.ts");
const { resign } = await import("../../web/src/transactions/resign.ts");
const { sendShares } = await import("../../web/src/transactions/sendShares.ts");
const { sendSignedWord } = await import("../../web/src/transactions/sendSignedWord.ts");
const { setNominee } = await import("../../web/src/transactions/setNominee.ts");
const { settleOffering } = await import("../../web/src/transactions/settleOffering.ts");
const { submitTimesheet } = await import("../../web/src/transactions/submitTimesheet.ts");
const { proposalWords } = await import("../../web/src/content/words/proposals.ts");
const { voteWindUp } = await import("../../web/src/transactions/voteWindUp.ts");
const { withdrawVoice } = await import("../../web/src/transactions/withdrawVoice.ts");

// Their member numbers.
const AMINA = 4;
const BEN = 5;
const EVIDENCE = documentOf("Anything", "ipfs://anything");

type Bakery = Awaited<ReturnType<typeof bakeryOnSale>>;

/** Something happens in a town with a bakery, after which some reads say something else. */
type Happening = { what: string; given: () => Promise<Bakery>; touched: readonly Subject[]; happens: Happens };
type Happens = (town: Bakery, system: System) => Promise<unknown>;

const loading = (fixture: () => Promise<Bakery>) => () => networkHelpers.loadFixture(fixture);

async function approveTranche({
  releases,
  manager,
  countryAmbassador,
  business,
  offering,
}: Pick<Bakery, "releases" | "manager" | "countryAmbassador" | "business" | "offering">): Promise<void> {
  await releases.connect(manager).request(offering, EVIDENCE);
  await releases.connect(countryAmbassador).approve(offering, business, 0, EVIDENCE.hash);
}

/** The bakery's first tranche was approved seven days ago. A week that passes changes what is open, whoever does what. */
async function tranchePayable(): Promise<Bakery> {
  const bakery = await networkHelpers.loadFixture(bakerySettled);
  await approveTranche(bakery);
  await networkHelpers.time.increase(7 * DAY);
  return bakery;
}

/** As the dApp does it: it is checked, and then each step that is left is sent. */
async function transact<input>(transaction: Transaction<input>, signer: Signer, system: System, input: input) {
  const actor = { system, address: (await signer.getAddress()) as Address };
  expect(await transaction.check(actor, input)).to.equal(null);
  for (const { step } of await transaction.steps(actor, input)) await send(signer, step);
}

/** Those of the dApp that are done below. */
const done = new Set<unknown>();

/** A transaction of the dApp's, done by amina. */
function byAmina<input>(...asked: Asked<input>): Happening {
  return by("amina", ...asked);
}

type Asked<input> = [
  what: string,
  transaction: Transaction<input>,
  given: () => Promise<Bakery>,
  inputOf: (town: Bakery, system: System) => Promise<input>,
];

/** A transaction of the dApp's, done by one of its people. */
function by<input>(
  who:
    | "amina"
    | "registrar"
    | "coordinator"
    | "townAmbassador"
    | "countryAmbassador"
    | "headOffice"
    | "manager"
    | "stranger",
  ...[what, transaction, given, inputOf]: Asked<input>
): Happening {
  const happens: Happens = async (town, system) =>
    transact(transaction, town[who], system, await inputOf(town, system));
  done.add(transaction);
  return { what, given, touched: transaction.after, happens };
}

async function offeringOf({ offering }: Bakery, system: System) {
  const found = await readOffering(system, offering);
  if (found === null) throw new Error("There is no such sale");
  return found;
}

async function townOf(_: Bakery, system: System) {
  const [town] = await fetchRead(townsQuery(system));
  if (town === undefined) throw new Error("There is no town");
  return town;
}

async function holdingOf({ amina }: Bakery, system: System) {
  const [holding] = await fetchRead(holdingsQuery(system, amina.address as Address));
  if (holding === undefined) throw new Error("She holds nothing");
  return holding;
}

async function someOf(shares: number, town: Bakery, system: System) {
  const offering = await offeringOf(town, system);
  return { offering, shares, unit: (await townOf(town, system)).currency };
}

async function claimOf(town: Bakery, system: System) {
  const wallet = town.amina.address as Address;
  const dividends = await fetchRead(dividendsQuery(system, wallet));
  const account = await fetchRead(memberHoursQuery(system, { town: town.town, number: AMINA, wallet }));
  const { infinity, cash, kept, timesheets: upTo } = account;
  return { town: await townOf(town, system), number: AMINA, upTo, infinity, cash, kept, dividends };
}

/** Amina has 18 shares of a sale that goes on. */
async function bought() {
  const before = await loading(bakeryOnSale)();
  await before.shareOffering.connect(before.amina).buy(before.offering, 18);
  return before;
}

/** One share is left. */
async function nearlySoldOut() {
  const before = await loading(bakeryOnSale)();
  await buyTogether(before.shareOffering, before.offering, before.terms.cap - 1); // amina last
  return before;
}

async function succeeded() {
  const before = await nearlySoldOut();
  await networkHelpers.time.increaseTo(before.terms.localEnds);
  return before;
}

/** The business made a profit, and amina worked in a week. */
async function earned() {
  const before = await loading(bakerySettled)();
  await deposit(before);
  await finaliseWeek(before, weekIndexOf(await networkHelpers.time.latest()), [12, 0, 0, 24, 16]);
  return before;
}

async function deposit({ profitSplitter, currency, deployment, payer, business }: Bakery) {
  await currency.connect(payer).approve(deployment.addresses.ProfitSplitter, 10n ** 12n);
  await profitSplitter.connect(payer).deposit(business, 100_001n, 4, "Q1", EVIDENCE);
}

/** The running week has ended. */
async function weekEnded() {
  const before = await earned();
  await networkHelpers.time.increaseTo(weekEnd(weekIndexOf(await networkHelpers.time.latest())));
  return before;
}

/** The coordinator, member 2, has sent in the last week. */
async function sheetPending() {
  const before = await weekEnded();
  const sheet = { town: before.town, weekIndex: await lastWeek(), quarters: "0x0c00000d" as const, evidence: EVIDENCE };
  await send(before.coordinator, submitStep(before.deployment, sheet));
  return before;
}

async function reviewOver() {
  const before = await sheetPending();
  await networkHelpers.time.increaseTo((await before.contributions.pendingOf(before.town)).reviewEnds);
  return before;
}

async function lastWeek(): Promise<number> {
  return weekIndexOf(await networkHelpers.time.latest()) - 1;
}

async function seenSheet({ contributions, town }: Bakery) {
  const { pointer, weekIndex } = await contributions.pendingOf(town);
  return { town, weekIndex: Number(weekIndex), pointer: pointer as Address };
}

/** Amina's refund was refused, and would not be any more. */
async function refundKept() {
  const before = await loading(bakeryFailed)();
  const { shareOffering, currency, amina, offering } = before;
  const refusing = await turnInto(currency, "RefusingDollar");
  await refusing.refuse(amina.address, true);
  await shareOffering.refund(offering, [amina.address]);
  await refusing.refuse(amina.address, false);
  return before;
}

/** Amina is a steward. */
async function asSteward() {
  const before = await earned();
  const { authority, townAmbassador, amina, town } = before;
  await authority.connect(townAmbassador).grantRole(roleIds.steward(town), amina.address);
  return before;
}

/** She has put lunch on the list, a plate for each shift. */
async function cooked() {
  const before = await asSteward();
  const terms = { kind: 0, perShift: true, units: 1, validWeeks: 4 };
  await before.benefits.connect(before.amina).list(before.town, terms, EVIDENCE);
  return before;
}

/** Ben has eaten, and signed for it. */
async function servedBy(town: Bakery, system: System) {
  const { ben, benefits, contributions } = town;
  const [weekIndex] = await contributions.turnoutAt(town.town, 0);
  const redemption = { benefit: 1, weekIndex: Number(weekIndex), number: BEN, cumulativeUnits: 1 };
  const { signature } = await signRedemption(benefits, ben, redemption);
  const wallet = ben.address as Address;
  const serving = { ...redemption, signature: signature as Hex, wallet, units: 1, isSent: false };
  return { town: await townOf(town, system), servings: [serving] };
}

/** The currency refuses amina. */
const refused = (given: () => Promise<Bakery>) => async () => {
  const before = await given();
  await (await turnInto(before.currency, "RefusingDollar")).refuse(before.amina.address, true);
  return before;
};

/** Amina's cash was refused, and would not be any more. */
async function cashKept() {
  const before = await refused(earned)();
  await before.contributions.claim(before.town, [AMINA], 1);
  await (await turnInto(before.currency, "RefusingDollar")).refuse(before.amina.address, false);
  return before;
}

const REASON = EVIDENCE.hash;
const benOf = async ({ ben }: Bakery) => ({ wallet: ben.address as Address, reason: REASON });

/** What a newcomer joins with, or gets added by. */
async function newcomerOf(town: Bakery, system: System) {
  const { stranger, registrar, deployment, residentUntil } = town;
  const [wallet, personId] = [stranger.address as Address, idOf("stranger")];
  const deadline = (await networkHelpers.time.latest()) + DAY;
  const word = { town: town.town, wallet, personId, residentUntil };
  const toSign = admissionToSign(deployment, { ...word, nonce: 0n, deadline: BigInt(deadline) });
  const signature = (await registrar.signTypedData(toSign.domain, toSign.types, toSign.message)) as Hex;
  const signer = { chainId: deployment.chainId, registrar: registrar.address as Address, signature };
  return {
    name: (await townOf(town, system)).name,
    admission: { kind: "admission" as const, ...word, nonce: 0, deadline, ...signer },
  };
}

/** Ben lost his wallet, and has a new one. */
async function lossOf({ ben, stranger, deployment }: Bakery) {
  const [wallet, newWallet] = [ben.address as Address, stranger.address as Address];
  const deadline = (await networkHelpers.time.latest()) + DAY;
  const toSign = newWalletToSign(deployment, { wallet, newWallet, deadline: BigInt(deadline) });
  const signature = (await stranger.signTypedData(toSign.domain, toSign.types, toSign.message)) as Hex;
  return { kind: "newwallet" as const, chainId: deployment.chainId, wallet, newWallet, deadline, signature };
}

async function lost() {
  const before = await loading(bakerySettled)();
  const { wallet, newWallet, deadline, signature } = await lossOf(before);
  await before.succession.connect(before.registrar).proposeMove(wallet, newWallet, deadline, signature);
  return before;
}

/** The days are over, and the Town Ambassador has agreed. */
async function agreed() {
  const before = await lost();
  const { id, from } = await before.succession.successionOf(before.ben.address);
  await networkHelpers.time.increaseTo(from);
  await before.succession.connect(before.townAmbassador).confirm(before.ben.address, id, []);
  return before;
}

async function accused() {
  const before = await loading(bakerySettled)();
  await before.memberRegistry.connect(before.registrar).proposeSuspension(before.ben.address, REASON);
  return before;
}

async function suspended() {
  const before = await accused();
  await before.memberRegistry.connect(before.townAmbassador).confirmSuspension(before.ben.address, REASON);
  return before;
}

/** Amina has an idea. */
async function ideaProposed() {
  const before = await loading(bakerySettled)();
  await before.projectRegistry.connect(before.amina).propose(before.town, 1, EVIDENCE);
  return before;
}

async function newestOf({ projectRegistry, town }: Bakery): Promise<bigint> {
  return projectId(town, Number(await projectRegistry.projectCount(town)));
}

/** The first part of the bakery's money is asked for. */
async function trancheAsked() {
  const before = await loading(bakerySettled)();
  await before.releases.connect(before.manager).request(before.offering, EVIDENCE);
  return before;
}

/** Amina has stopped it with all her shares. */
async function trancheStopped() {
  const before = await trancheAsked();
  await before.releases.connect(before.amina).object(before.offering);
  return before;
}

/** Four members worked in a week, two months ago: amina, ben and two officials. */
async function worked() {
  const before = await loading(bakerySettled)();
  const week = weekIndexOf(await networkHelpers.time.latest());
  await finaliseWeek(before, week, [12, 0, 12, 24, 16]);
  await networkHelpers.time.increaseTo(weekStart(week + ELECTORS_AFTER + 1));
  return before;
}

/** A payment out of the town's fund is agreed to, and its electors may object. */
async function spendingApproved() {
  const before = await worked();
  const { townTreasury, townAmbassador, countryAmbassador, business: project, payout } = before;
  await townTreasury.connect(townAmbassador).propose(project, 300n, payout.address, EVIDENCE);
  const content = { project, fromOffice: false, payee: payout.address, amount: 300n, document: EVIDENCE.hash };
  await townTreasury.connect(countryAmbassador).approve(1, content);
  return before;
}

async function objectionBy(name: "amina" | "ben", number: number, town: Bakery, system: System) {
  const message = { town: town.town, number, spendings: [1] };
  const signature = await objectionOf(town.townTreasury, Object.assign({ signer: town[name] }, message));
  return objectToSpendingsWithSignature(
    system.deployment,
    { town: town.town, number, spendings: [1n] },
    signature as Hex,
  );
}

/** Somebody says that amina died. */
async function closingProposed() {
  const before = await loading(bakerySettled)();
  const { succession, registrar, amina, stranger } = before;
  await succession.connect(registrar).proposeClosing(amina.address, stranger.address, EVIDENCE.hash);
  return before;
}

/** The town had no ambassador for a year, and its money was divided. */
async function divided() {
  const before = await worked();
  const { townTreasury, townRegistry, finalDivision, currency, payer, headOffice, town } = before;
  await currency.connect(payer).approve(await townTreasury.getAddress(), 1_000n);
  await townTreasury.connect(payer).donate(town, 1_000n);
  await townRegistry.connect(headOffice).removeTownAmbassador(town);
  await networkHelpers.time.increase(DORMANT_FOR);
  await finalDivision.divide(town);
  return before;
}

type Kind = Proposal["asked"]["kind"];
type Who = Parameters<typeof by>[0];

/** Each kind of thing that takes two keys, asked for by one of them, and who agrees to it. */
const TWO_KEYS: readonly { kind: Kind; asks: Who; agrees: Who; given: () => Promise<Bakery> }[] = [
  {
    kind: "key",
    asks: "townAmbassador",
    agrees: "countryAmbassador",
    given: waitingIn(bakerySettled, ({ authority, town, carla }) =>
      nameForKey(authority, roleIds.coordinator(town), carla),
    ),
  },
  {
    kind: "limit",
    asks: "townAmbassador",
    agrees: "countryAmbassador",
    given: waitingIn(bakerySettled, ({ townRegistry, townAmbassador, town }) =>
      townRegistry.connect(townAmbassador).proposeAttestationLimit(roleIds.townAmbassador(town), 300),
    ),
  },
  {
    kind: "limit",
    asks: "countryAmbassador",
    agrees: "headOffice",
    given: waitingIn(bakerySettled, ({ townRegistry, countryAmbassador }) =>
      townRegistry.connect(countryAmbassador).proposeAttestationLimit(roleIds.countryAmbassador(COUNTRY), 300),
    ),
  },
  {
    kind: "management",
    asks: "townAmbassador",
    agrees: "countryAmbassador",
    given: waitingIn(bakerySettled, ({ projectRegistry, townAmbassador, business, manager, stranger }) =>
      projectRegistry.connect(townAmbassador).proposeManagement(business, manager.address, stranger.address),
    ),
  },
  {
    kind: "deed",
    asks: "townAmbassador",
    agrees: "countryAmbassador",
    given: waitingIn(bakeryFailed, ({ profitSplitter, townAmbassador, business }) =>
      profitSplitter.connect(townAmbassador).proposeDeed(business, deedPresets.sixtyForty),
    ),
  },
  {
    kind: "offering",
    asks: "townAmbassador",
    agrees: "countryAmbassador",
    given: waitingIn(bakeryFailed, async ({ shareOffering, townAmbassador, terms }) => {
      const later = (await networkHelpers.time.latest()) + OPENING_NOTICE + DAY - terms.opens;
      const ends = { localEnds: terms.localEnds, countryEnds: terms.countryEnds, worldEnds: terms.worldEnds };
      const moved = Object.entries(ends).map(([name, end]) => [name, end + later]);
      const again = Object.assign({}, terms, { opens: terms.opens + later }, Object.fromEntries(moved)) as typeof terms;
      return shareOffering.connect(townAmbassador).propose(again);
    }),
  },
  { kind: "release", asks: "manager", agrees: "countryAmbassador", given: trancheAsked },
  {
    kind: "callOff",
    asks: "townAmbassador",
    agrees: "countryAmbassador",
    given: waitingIn(bakeryOnSale, ({ shareOffering, townAmbassador, offering }) =>
      shareOffering.connect(townAmbassador).callOff(offering),
    ),
  },
  {
    kind: "windUp",
    asks: "countryAmbassador",
    agrees: "townAmbassador",
    given: waitingIn(bakerySettled, ({ releases, countryAmbassador, offering }) =>
      releases.connect(countryAmbassador).agreeWindUp(offering),
    ),
  },
  {
    kind: "spending",
    asks: "townAmbassador",
    agrees: "countryAmbassador",
    given: async () => {
      const before = await worked();
      const { townTreasury, townAmbassador, business, payout } = before;
      await townTreasury.connect(townAmbassador).propose(business, 300n, payout.address, EVIDENCE);
      return before;
    },
  },
];

/** A bakery in which something has happened besides. */
function waitingIn(fixture: () => Promise<Bakery>, asks: (town: Bakery) => Promise<unknown>): () => Promise<Bakery> {
  return async () => {
    const before = await loading(fixture)();
    await asks(before);
    return before;
  };
}

/** What waits, as the page shows it. */
const shownOf = (kind: Kind) => async (before: Bakery, system: System) => {
  const town = await townOf(before, system);
  const { proposals } = await fetchRead(proposalsQuery(system, town));
  const proposal = proposals.find(({ asked }) => asked.kind === kind);
  if (proposal === undefined || proposals.length > 1) throw new Error("Something else waits");
  return { town, proposal };
};

const TRANSACTIONS: Happening[] = [
  ...TWO_KEYS.flatMap(({ kind, asks, agrees, given: asked }) => [
    by(agrees, `${agrees} agrees to a ${kind}`, agreeToProposal, asked, shownOf(kind)),
    by(asks, `${asks} takes a ${kind} back`, takeBackProposal, asked, shownOf(kind)),
  ]),
  by("registrar", "people are added", attestPeople, loading(bakerySettled), async (...here) => {
    const { admission } = await newcomerOf(...here);
    const { wallet, personId, residentUntil } = admission;
    return { town: await townOf(...here), entries: [{ wallet, personId, residentUntil, joins: true }] };
  }),
  byAmina("somebody joins by a signed word", joinTown, loading(bakerySettled), newcomerOf),
  by("registrar", "a suspension is asked for", proposeSuspension, loading(bakerySettled), benOf),
  by("registrar", "it is taken back", takeBackSuspension, accused, benOf),
  by("townAmbassador", "it is agreed to", confirmSuspension, accused, benOf),
  by("countryAmbassador", "it ends", reinstatePerson, suspended, benOf),
  by("registrar", "a new wallet is asked for", proposeMove, loading(bakerySettled), lossOf),
  by("registrar", "a new wallet is refused", refuseMove, lost, async ({ ben, succession }) => {
    return { wallet: ben.address as Address, id: (await succession.successionOf(ben.address)).id as Hex };
  }),
  by("countryAmbassador", "a new wallet is agreed to", confirmMove, agreed, async ({ ben, stranger, succession }) => {
    const { id } = await succession.successionOf(ben.address);
    return { wallet: ben.address as Address, successor: stranger.address as Address, id: id as Hex };
  }),
  by("townAmbassador", "the town has a plan", setPlan, loading(bakerySettled), async (...here) => {
    return { town: await townOf(...here), plan: EVIDENCE };
  }),
  by("townAmbassador", "a step of the launch is done", recordLaunchStep, loading(bakerySettled), async (...here) => {
    return { town: await townOf(...here), step: 9, evidence: EVIDENCE };
  }),
  byAmina("an idea is proposed", proposeIdea, loading(bakerySettled), async (...here) => {
    return { town: await townOf(...here), kind: "garden" as const, title: "Dairy", words: EVIDENCE };
  }),
  by("townAmbassador", "an idea is planned", planIdea, ideaProposed, async (...here) => {
    return { town: await townOf(...here), project: await newestOf(here[0]), title: "Dairy", plan: EVIDENCE };
  }),
  byAmina("shares are bought", buyShares, loading(bakeryOnSale), (...here) => someOf(3, ...here)),
  byAmina("the last share is bought", buyShares, nearlySoldOut, (...here) => someOf(1, ...here)),
  byAmina("shares are given back", cancelPurchase, bought, (...here) => someOf(18, ...here)),
  byAmina("shares are refunded", refundShares, loading(bakeryFailed), holdingOf),
  byAmina("a refund is refused", refundShares, refused(loading(bakeryFailed)), holdingOf),
  byAmina("a refund is paid that was kept", claimKeptRefund, refundKept, holdingOf),
  byAmina("shares are unlocked", settleOffering, succeeded, async (...here) => (await holdingOf(...here)).token),
  byAmina("shares are sent", sendShares, earned, async (town, system) => {
    const [{ token }, { name }] = [await holdingOf(town, system), await townOf(town, system)];
    return { token, to: town.ben.address as Address, shares: 7, place: { town: name, country: "South Africa" } };
  }),
  byAmina("dividends are claimed", claimDividends, earned, ({ amina }, system) =>
    fetchRead(dividendsQuery(system, amina.address as Address)),
  ),
  byAmina("everything is claimed", claimEverything, earned, claimOf),
  byAmina("lunch is put on the list", listBenefit, asSteward, async (...here) => ({
    town: await townOf(...here),
    kind: "meal" as const,
    perShift: true,
    units: 2,
    validWeeks: 2,
    words: { title: "Lunch", place: "The hall", times: "At noon" },
  })),
  byAmina("lunch ends", endBenefit, cooked, async (...here) => {
    const [town, weekIndex] = [await townOf(...here), weekIndexOf(await networkHelpers.time.latest())];
    const [benefit] = await fetchRead(benefitsQuery(here[1], town.id));
    if (benefit === undefined) throw new Error("Nothing is on the list");
    return { town, benefit, name: "Lunch", lastWeekIndex: weekIndex };
  }),
  byAmina("lunch was eaten", redeemServings, cooked, servedBy),
  byAmina("cash is claimed that was kept", claimEverything, cashKept, claimOf),
  by("coordinator", "a week is sent in", submitTimesheet, weekEnded, async ({ town }) => {
    const quarters = Uint8Array.of(12, 0, 0, 13);
    return { town, weekIndex: await lastWeek(), quarters, evidence: EVIDENCE };
  }),
  by("townAmbassador", "hours are mended", amendTimesheet, sheetPending, async (town) => {
    return Object.assign(await seenSheet(town), { changes: [{ member: 2, quarters: 14 }] });
  }),
  by("townAmbassador", "a week is sent back", rejectTimesheet, sheetPending, async (town) => {
    return Object.assign(await seenSheet(town), { reason: EVIDENCE.hash });
  }),
  by("stranger", "a reviewed week is counted", finaliseTimesheet, reviewOver, seenSheet),
  by("stranger", "everyone is paid", payMembers, earned, async (...here) => {
    return { town: await townOf(...here), underWay: [] };
  }),
  byAmina("a payment is objected to", objectToSpendings, spendingApproved, async (...here) => {
    return { town: await townOf(...here), number: AMINA, spendings: [{ id: 1n, name: "An oven" }] };
  }),
  byAmina("another's objection is sent", sendSignedWord, spendingApproved, (...here) => objectionBy("ben", 5, ...here)),
  byAmina("a tranche is objected to", objectToRelease, trancheAsked, async (...here) => {
    return { token: (await holdingOf(...here)).token, tranche: 0 };
  }),
  byAmina("winding up is voted for", voteWindUp, trancheAsked, async (...here) => (await holdingOf(...here)).token),
  byAmina("votes are taken back", withdrawVoice, trancheStopped, async (...here) => (await holdingOf(...here)).token),
  byAmina("a new wallet is objected to", objectToSuccession, closingProposed, async ({ amina }, system) => {
    const { succession } = await readOwnCase(system, amina.address as Address);
    if (succession === null) throw new Error("Nothing is proposed");
    return succession;
  }),
  byAmina("an heir is named", setNominee, loading(bakerySettled), ({ ben }) =>
    Promise.resolve({ nominee: ben.address as Address }),
  ),
  byAmina("a move of house is announced", moveHouse, loading(bakerySettled), () =>
    Promise.resolve({ toTown: 0, toCountry: 276, place: "Germany" }),
  ),
  byAmina("a member leaves by themself", resign, loading(bakerySettled), townOf),
  byAmina("a part of a lost town's money is claimed", claimDivision, divided, async (...here) => {
    return { town: await townOf(...here), number: AMINA, division: 1n, amount: 250n };
  }),
];

/** What others do, with scripts, a Safe or a later page. */
const OTHERS: Happening[] = [
  {
    what: "cash is refused",
    given: refused(earned),
    touched: ["claims", "infinity"],
    happens: ({ contributions, town }) => contributions.claim(town, [AMINA], 1),
  },
  {
    what: "a week is counted",
    given: earned,
    touched: ["timesheets", "infinity"],
    happens: async (town) => finaliseWeek(town, weekIndexOf(await networkHelpers.time.latest()), [12, 0, 0, 13]),
  },
  {
    what: "a profit is divided",
    given: loading(bakerySettled),
    touched: ["profits", "dividends", "timesheets", "funds", "money"],
    happens: deposit,
  },
  {
    what: "somebody is attested",
    given: loading(bakerySettled),
    touched: ["persons"],
    happens: ({ deployment, registrar, town, stranger, residentUntil }) => {
      const person = { wallet: stranger.address as Address, residentUntil, joins: true, personId: idOf("stranger") };
      return send(registrar, attestResidents(deployment, town, [person]));
    },
  },
  {
    what: "a member leaves",
    given: loading(bakerySettled),
    touched: ["persons"],
    happens: ({ memberRegistry, amina }) => memberRegistry.connect(amina).resign(),
  },
  {
    what: "an ambassador is removed",
    given: loading(bakerySettled),
    touched: ["roles", "towns"],
    happens: ({ townRegistry, headOffice }) => townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY),
  },
  {
    what: "a town is founded",
    given: loading(bakerySettled),
    touched: ["towns", "roles", "persons"],
    happens: async (town) => openHillside(town, await town.currency.getAddress()),
  },
  {
    what: "a project is proposed",
    given: loading(bakerySettled),
    touched: ["projects"],
    happens: ({ projectRegistry, ben, town }) => projectRegistry.connect(ben).propose(town, 1, EVIDENCE),
  },
  {
    what: "a business operates",
    given: loading(bakerySettled),
    touched: ["projects"],
    happens: ({ projectRegistry, townAmbassador, business }) =>
      projectRegistry.connect(townAmbassador).operate(business),
  },
  {
    what: "a tranche is asked for",
    given: loading(bakerySettled),
    touched: ["releases"],
    happens: ({ releases, manager, offering }) => releases.connect(manager).request(offering, EVIDENCE),
  },
  {
    what: "a tranche is approved",
    given: loading(bakerySettled),
    touched: ["releases"],
    happens: approveTranche,
  },
  {
    what: "a tranche is paid",
    given: loading(tranchePayable),
    touched: ["releases", "sales", "money"],
    happens: ({ releases, offering }) => releases.release(offering),
  },
  {
    what: "a fund is given money",
    given: loading(bakerySettled),
    touched: ["funds", "money"],
    happens: async ({ townTreasury, currency, payer, town }) => {
      await currency.connect(payer).approve(await townTreasury.getAddress(), 1_000n);
      await townTreasury.connect(payer).donate(town, 1_000n);
    },
  },
];

describe("what waits for two keys", () => {
  const [, , , management] = TWO_KEYS;

  async function waiting() {
    const before = await (management?.given ?? trancheAsked)();
    const system = systemOf(before.deployment);
    const shown = await shownOf("management")(before, system);
    const check = (who: "countryAmbassador" | "townAmbassador", transaction: typeof agreeToProposal) =>
      transaction.check({ system, address: before[who].address as Address }, shown);
    return { ...before, check };
  }

  it("is agreed to only by whom it waits for, and taken back only by who asked", async () => {
    const { check } = await waiting();

    expect(await check("townAmbassador", agreeToProposal)).to.equal(proposalWords.notAwaited);
    expect(await check("countryAmbassador", takeBackProposal)).to.equal(proposalWords.notYours);
  });

  it("is not agreed to where another is asked for by now", async () => {
    const { check, projectRegistry, townAmbassador, business, manager, dina } = await waiting();
    await projectRegistry.connect(townAmbassador).proposeManagement(business, manager.address, dina.address);

    expect(await check("countryAmbassador", agreeToProposal)).to.equal(proposalWords.changed);
  });

  it("is not agreed to once it was taken back, or its time is over", async () => {
    const { check, projectRegistry, townAmbassador, business } = await waiting();
    const end = await networkHelpers.takeSnapshot();
    await projectRegistry.connect(townAmbassador).withdrawManagement(business);
    expect(await check("countryAmbassador", agreeToProposal)).to.equal(proposalWords.gone);

    await end.restore();
    await networkHelpers.time.increase(MANAGEMENT_WAITS);
    expect(await check("countryAmbassador", agreeToProposal)).to.equal(proposalWords.gone);
  });
});

describe("what a page shows of the chain", () => {
  it("is looked at around every transaction there is", () => {
    const sources = globSync("web/src/transactions/*.ts").map((file) => readFileSync(file, "utf8"));
    expect(done.size).to.equal(sources.filter((source) => /^export const \w+: Transaction</m.test(source)).length);
  });

  for (const { what, given, touched, happens } of [...TRANSACTIONS, ...OTHERS]) {
    it(`is read again where it changes, when ${what}`, async () => {
      const before = await given();
      const { deployment, town, business, offering, amina, ben } = before;
      const system = systemOf(deployment);
      const [wallet, other] = [amina.address as Address, ben.address as Address];
      const reads = await everyRead(system, { town, business, offering, member: AMINA, wallet, other });
      const readAll = () =>
        Promise.all(Object.entries(reads).map(async ([name, query]) => [name, query && (await readText(query))]));

      const old = Object.fromEntries(await readAll());
      await happens(before, system);
      const changed = (await readAll()).filter(([name, text]) => old[String(name)] !== text).map(([name]) => name);

      const again = Object.entries(reads).filter(
        ([, query]) => query && canChange(query.queryKey, ["blocks", ...touched]),
      );
      expect(again.map(([name]) => name)).to.include.members(changed);
      expect(changed.length).to.be.above(1); // a block is always new
    });
  }
});

import { keccak256, toHex } from "viem";
import { OBJECTION_TIME } from "@one-small-town/core/rules/Succession.ts";
import { JUMP_REVIEW } from "@one-small-town/core/rules/Contributions.ts";
import { RELEASE_DELAY, WIND_UP_DELAY } from "@one-small-town/core/rules/Releases.ts";
import { weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { startBusiness } from "../../../scripts/operator/businesses.ts";
import { attestInBatches } from "../../../scripts/operator/batches.ts";
import { documentOf } from "../../../scripts/operator/documents.ts";
import type { Address } from "viem";
import { bakeryFailed } from "../../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../../fixture/bakerySettled.ts";
import { BAKERY } from "../../fixture/bakery.ts";
import { busyTown } from "../../fixture/busyTown.ts";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { lost } from "../../fixture/deserted.ts";
import { nameForKey } from "../../fixture/keys.ts";
import { idOf } from "../../fixture/people.ts";
import { proposalOf, proposeMove } from "../../fixture/succeeding.ts";
import { turnInto } from "../../fixture/turnInto.ts";
import { openHillside } from "../../fixture/twoTowns.ts";
import { finaliseWeek } from "../../fixture/weeks.ts";
import { COUNTRY, DAY } from "../../fixture/willowmere.ts";

const PAPER = documentOf("Anything", "ipfs://anything");
const REASON = PAPER.hash;
const { time } = networkHelpers;

type Busy = Awaited<ReturnType<typeof busyTown>>;

/** The busy town, in which besides everything has happened that rarely does, and much of it is still open. */
export async function rareTown() {
  const before = await networkHelpers.loadFixture(busyTown);
  const other = await openHillside(before, await before.currency.getAddress(), COUNTRY);
  await keepRecords(before);
  await changeKeys(before);
  await moveHome(before, other);
  await suspend(before);
  await refuseCash(before);
  await objectToSpendings(before);
  await follow(before);
  await review(before);
  await objectToTranches(before);
  await planBusinesses(before);
  await keepProfits(before);
  await authorise(before);
  await waitForOthers(before);
  return { ...before, ...other };
}

async function keepRecords({ townRegistry, townAmbassador, countryAmbassador, headOffice, town }: Busy) {
  const [asTown, asCountry] = [townRegistry.connect(townAmbassador), townRegistry.connect(countryAmbassador)];
  await asCountry.setLegalEntity(COUNTRY, "Small Towns of the South", "2026/1", PAPER);
  await asTown.setPlan(town, PAPER);
  await asTown.recordLaunchStep(town, 3, PAPER);
  const [ofTown, ofCountry] = [roleIds.townAmbassador(town), roleIds.countryAmbassador(COUNTRY)];
  await asTown.lowerAttestationLimit(ofTown, 100);
  await asTown.proposeAttestationLimit(ofTown, 300);
  await asTown.takeBackAttestationLimit(ofTown);
  await asTown.proposeAttestationLimit(ofTown, 400);
  await asCountry.proposeAttestationLimit(ofCountry, 500);
  await townRegistry.connect(headOffice).confirmAttestationLimit(ofCountry, 500);
}

async function changeKeys({
  authority,
  headOffice,
  townAmbassador,
  countryAmbassador,
  carla,
  manager,
  emil,
  town,
}: Busy) {
  await nameForKey(authority, roleIds.coordinator(town), carla);
  await authority.connect(townAmbassador).takeBackNaming(roleIds.coordinator(town), carla.address);
  await nameForKey(authority, roleIds.registrar(town), carla);
  await authority.connect(townAmbassador).grantRole(roleIds.steward(town), manager.address);
  await authority.connect(countryAmbassador).revokeRole(roleIds.steward(town), manager.address);
  const asHeadOffice = authority.connect(headOffice);
  await asHeadOffice.beginDefaultAdminTransfer(emil.address);
  await asHeadOffice.cancelDefaultAdminTransfer();
  await asHeadOffice.changeDefaultAdminDelay(10 * DAY);
  await asHeadOffice.rollbackDefaultAdminDelay();
  await asHeadOffice.changeDefaultAdminDelay(3 * DAY);
  await asHeadOffice.beginDefaultAdminTransfer(emil.address);
}

/** Ben, who had left, comes back; carla announces a move, nia of the neighbours has moved. */
async function moveHome(before: Busy, { hillside, quinn }: Awaited<ReturnType<typeof openHillside>>) {
  const { deployment, memberRegistry, registrar, ben, carla, payer, manager, residentUntil, town } = before;
  const attest = (wallet: string, name: string, joins: boolean, by = registrar, at = town) =>
    attestInBatches(deployment, {
      registrar: by,
      town: at,
      attestations: [{ wallet: wallet as Address, residentUntil, personId: idOf(name), joins }],
    });
  await attest(ben.address, "ben", true);
  const known = { wallet: payer.address, residentUntil, personId: idOf("ben"), joins: false };
  await memberRegistry.connect(registrar).attest(town, [known]);
  await attest(payer.address, "payer", true);
  await memberRegistry.connect(payer).moveHouse(hillside, COUNTRY);
  await attest(payer.address, "payer", true, quinn, hillside);
  await memberRegistry.connect(carla).moveHouse(hillside, COUNTRY);
  const admission = {
    town,
    wallet: manager.address,
    personId: idOf("manager"),
    residentUntil,
    nonce: 1,
    deadline: (await time.latest()) + DAY,
  };
  await memberRegistry.connect(registrar).revokeAdmission(admission);
}

/** Of carla's suspension is heard nothing more, the coordinator's was reversed, the manager's stands proposed. */
async function suspend({ memberRegistry, registrar, townAmbassador, countryAmbassador, carla, ben, manager }: Busy) {
  const asRegistrar = memberRegistry.connect(registrar);
  await asRegistrar.proposeSuspension(carla.address, REASON);
  await asRegistrar.takeBackSuspension(carla.address);
  await asRegistrar.proposeSuspension(ben.address, REASON);
  await memberRegistry.connect(townAmbassador).confirmSuspension(ben.address, REASON);
  await memberRegistry.connect(countryAmbassador).reinstate(ben.address);
  await asRegistrar.proposeSuspension(manager.address, REASON);
}

async function refuseCash(before: Busy) {
  const { contributions, currency, registrar, ben, town } = before;
  const refusing = await turnInto(currency, "RefusingDollar");
  await refusing.refuse(registrar.address, true);
  await refusing.refuse(ben.address, true);
  await contributions.claim(town, [3, 5, 99], 2);
  await refusing.refuse(ben.address, false);
  await contributions.claimKept(town, 5);
}

async function objectToSpendings(before: Busy) {
  const { townTreasury, townAmbassador, countryAmbassador, registrar, stranger, ben, payout, business, town } = before;
  const content = (amount: bigint) => ({
    project: business,
    fromOffice: false,
    payee: payout.address,
    amount,
    document: PAPER.hash,
  });
  const first = Number(await townTreasury.spendingCount()) + 1;
  for (const amount of [10n, 11n, 12n]) {
    await townTreasury.connect(townAmbassador).propose(business, amount, payout.address, PAPER);
  }
  await townTreasury.connect(countryAmbassador).approve(first, content(10n));
  await townTreasury.connect(countryAmbassador).approve(first + 1, content(11n));
  await townTreasury.connect(townAmbassador).cancel(first + 2);
  await townTreasury.connect(townAmbassador).propose(business, 13n, payout.address, PAPER);
  const people = [registrar, stranger, ben].entries();
  for (const [i, person] of people) await townTreasury.connect(person).object(town, i + 3, [first]);
  await townTreasury.connect(registrar).object(town, 3, [first + 1]);
}

/** A tranche was taken back, asked for again and objected to, and agreements to wind up came and went. */
async function objectToTranches(before: Busy) {
  const { releases, manager, countryAmbassador, townAmbassador, carla, stranger, offering } = before;
  await releases.connect(manager).request(offering, PAPER);
  await releases.connect(countryAmbassador).revoke(offering);
  await releases.connect(manager).request(offering, PAPER);
  await releases.connect(stranger).object(offering);
  await releases.connect(stranger).withdraw(offering);
  await releases.connect(townAmbassador).agreeWindUp(offering);
  await releases.connect(townAmbassador).withdrawAgreement(offering);
  await releases.connect(carla).voteWindUp(offering);
  await time.increase(30 * DAY);
  await releases.connect(manager).request(offering, PAPER);
  await releases.connect(carla).object(offering);
  await releases.connect(countryAmbassador).approve(offering, BAKERY, 1, PAPER.hash);
  await releases.connect(townAmbassador).agreeWindUp(offering);
}

/** One business works and was closed; one is planned: its management, deed and sale are proposed. */
async function planBusinesses(before: Busy) {
  const { deployment, projectRegistry, profitSplitter, shareOffering, manager, payout, stranger, registrar } = before;
  const { townAmbassador, countryAmbassador, town, terms } = before;
  const byTown = projectRegistry.connect(townAmbassador);
  const start = () =>
    startBusiness(deployment, {
      town,
      kind: "community",
      metadata: PAPER,
      plan: PAPER,
      pack: PAPER,
      member: registrar,
      townAmbassador,
      countryAmbassador,
      manager: manager.address as Address,
      payout: payout.address as Address,
    });
  const [done, next] = [await start(), await start()];
  await byTown.operate(done);
  await byTown.proposeManagement(next, manager.address, stranger.address);
  await byTown.withdrawManagement(next);
  await byTown.proposeManagement(next, manager.address, stranger.address);
  await byTown.propose(town, 1, PAPER);
  const deed = { investors: 2_000, members: 4_000, fund: 4_000, country: 0 };
  const deeds = profitSplitter.connect(townAmbassador);
  await deeds.proposeDeed(done, deed);
  await deeds.withdrawDeed(done);
  await deeds.proposeDeed(done, deed);
  await profitSplitter.connect(countryAmbassador).approveDeed(done, deed);
  await byTown.close(done);
  const opens = (await time.latest()) + 20 * DAY;
  const [localEnds, countryEnds, worldEnds] = [opens + 20 * DAY, 0, 0];
  const named = { name: "Willowmere Mill", symbol: "MILL", plan: PAPER.hash, pack: PAPER.hash, business: next };
  const sale = { ...terms, ...named, opens, localEnds, countryEnds, worldEnds };
  await shareOffering.connect(townAmbassador).propose(sale);
  await shareOffering.connect(townAmbassador).withdrawProposal(next);
  await shareOffering.connect(townAmbassador).propose(sale);
  await deeds.proposeDeed(next, deed);
}

async function keepProfits({ profitSplitter, currency, townTreasury, token, payer, business }: Busy) {
  const refusing = await turnInto(currency, "RefusingDollar");
  const receivers = [await token.getAddress(), await townTreasury.getAddress()] as const;
  for (const one of receivers) await refusing.refuse(one, true);
  await profitSplitter.connect(payer).deposit(business, 90_000n, 6, "Q3", PAPER);
  await refusing.refuse(receivers[0], false);
  await profitSplitter.passOn(1);
}

const AUTHORIZATION = ["from", "to", "value", "validAfter", "validBefore", "nonce"].map((name) => ({
  name,
  type: name === "nonce" ? "bytes32" : name === "from" || name === "to" ? "address" : "uint256",
}));

/** The registrar's INFINITY moves by a signature that anybody sends; another signature is taken back. */
async function authorise({ contributions, infinityToken, registrar, carla, stranger, town }: Busy) {
  await contributions.claim(town, [3], 2);
  const { chainId } = await ethers.provider.getNetwork();
  const domain = { name: "Infinity", version: "1", chainId, verifyingContract: await infinityToken.getAddress() };
  const { name, version } = await infinityToken.eip712Domain();
  const message = (nonce: string) => ({
    from: registrar.address,
    to: carla.address,
    value: 7n,
    validAfter: 0n,
    validBefore: 2n ** 40n,
    nonce,
  });
  const own = { ...domain, name, version };
  const used = message(keccak256(toHex("used")));
  const sign = async (types: Record<string, typeof AUTHORIZATION>, value: object) =>
    ethers.Signature.from(await registrar.signTypedData(own, types, value));
  const first = await sign({ TransferWithAuthorization: AUTHORIZATION }, used);
  const { from, to, value, validAfter, validBefore, nonce } = used;
  await infinityToken
    .connect(stranger)
    .getFunction("transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)")(
    from,
    to,
    value,
    validAfter,
    validBefore,
    nonce,
    first.v,
    first.r,
    first.s,
  );
  const cancelled = { authorizer: registrar.address, nonce: keccak256(toHex("cancelled")) };
  const named = {
    CancelAuthorization: [
      { name: "authorizer", type: "address" },
      { name: "nonce", type: "bytes32" },
    ],
  };
  const second = await sign(named, cancelled);
  await infinityToken.connect(stranger).getFunction("cancelAuthorization(address,bytes32,uint8,bytes32,bytes32)")(
    cancelled.authorizer,
    cancelled.nonce,
    second.v,
    second.r,
    second.s,
  );
}

/** New wallets that were refused, objected to, and proposed again; carla has died, and her heir is dina. */
async function follow(before: Busy) {
  const { succession, registrar, townAmbassador, countryAmbassador, headOffice, ben, carla, dina } = before;
  const [one, two, three] = ["one", "two", "three"].map((name) => new ethers.Wallet(ethers.id(name)));
  if (one === undefined || two === undefined || three === undefined) throw new Error("No wallets");
  await succession.connect(carla).setNominee(dina.address);
  await succession.connect(ben).setNominee(carla.address);
  const refused = await proposeMove(succession, registrar, ben.address, one);
  await succession.connect(townAmbassador).refuse(ben.address, refused.id);
  const objected = await proposeMove(succession, registrar, ben.address, two);
  await succession.connect(ben).object(objected.id);
  const death = await proposalOf(
    succession,
    succession.connect(registrar).proposeClosing(carla.address, dina.address, REASON),
  );
  await time.increase(OBJECTION_TIME);
  for (const key of [townAmbassador, countryAmbassador])
    await succession.connect(key).confirm(carla.address, death.id, []);
  const second = await proposeMove(succession, registrar, ben.address, three);
  await succession.connect(headOffice).confirm(ben.address, second.id, []);
  await time.increase(OBJECTION_TIME);
}

/** A timesheet was rejected, one had nobody in it, one was amended and waits. */
async function review(before: Busy) {
  const { contributions, benefits, authority, coordinator, townAmbassador, countryAmbassador, manager, town } = before;
  await authority.connect(townAmbassador).grantRole(roleIds.steward(town), manager.address);
  await benefits.connect(manager).list(town, { kind: 1, perShift: false, units: 3, validWeeks: 4 }, PAPER);
  await benefits.connect(manager).end(2, weekIndexOf(await time.latest()) + 2);
  const redemption = { benefit: 1, weekIndex: 1, number: 1, cumulativeUnits: 9, signature: "0x" };
  await benefits.connect(manager).redeemBatch([redemption]);
  const week = weekIndexOf(await time.latest()) - 1;
  await contributions.connect(coordinator).submit(town, week, "0x0c", PAPER);
  await contributions.connect(countryAmbassador).reject(town, REASON);
  await finaliseWeek(before, week, []);
  for (const isFinal of [true, false]) {
    const next = weekIndexOf(await time.latest());
    await time.increaseTo(weekEnd(next));
    await contributions.connect(coordinator).submit(town, next, "0x0c000d", PAPER);
    await contributions.connect(townAmbassador).amend(town, [2], "0x0c");
    if (!isFinal) return;
    await time.increase(JUMP_REVIEW);
    await contributions.finalise(town);
  }
}

/**
 * Somebody is named again, head office changes its delay again, some may take INFINITY and shares of others, and a limit, a
 * suspension and a new wallet are proposed.
 */
async function waitForOthers(before: Busy) {
  const { authority, infinityToken, token, townRegistry, memberRegistry, succession } = before;
  const { headOffice, townAmbassador, amina, registrar, manager, stranger, town } = before;
  await townRegistry.connect(townAmbassador).proposeAttestationLimit(roleIds.townAmbassador(town), 400);
  await memberRegistry.connect(registrar).proposeSuspension(manager.address, REASON);
  const next = new ethers.Wallet(ethers.id("next"));
  await proposeMove(succession, registrar, stranger.address, next);
  await nameForKey(authority, roleIds.coordinator(town), amina);
  await authority.connect(headOffice).changeDefaultAdminDelay(20 * DAY);
  await infinityToken.connect(registrar).approve(amina.address, 5n);
  await token.connect(stranger).approve(amina.address, 3n);
}

/** A failed sale whose refunds were paid, kept, passed over and paid later; another of the same business was called off. */
export async function rareSales() {
  const before = await networkHelpers.loadFixture(bakeryFailed);
  const { shareOffering, currency, amina, ben, stranger, offering } = before;
  const refusing = await turnInto(currency, "RefusingDollar");
  await refusing.refuse(amina.address, true);
  await refusing.refuse(ben.address, true);
  await shareOffering.refund(offering, [amina.address, ben.address, stranger.address]);
  await refusing.refuse(ben.address, false);
  await shareOffering.claimKept(offering, ben.address);
  return before;
}

/** A sale of which shares were given back, which one ambassador wanted to call off, and then both. */
export async function calledOff() {
  const before = await networkHelpers.loadFixture(bakeryOnSale);
  const { shareOffering, amina, ben, townAmbassador, countryAmbassador, offering } = before;
  await shareOffering.connect(amina).buy(offering, 9);
  await shareOffering.connect(amina).cancel(offering, 3);
  await shareOffering.connect(ben).buy(offering, 5);
  await shareOffering.connect(townAmbassador).callOff(offering);
  await shareOffering.connect(townAmbassador).withdrawCallOff(offering);
  await shareOffering.connect(townAmbassador).callOff(offering);
  await shareOffering.connect(countryAmbassador).callOff(offering);
  await shareOffering.refund(offering, [amina.address]);
  return before;
}

/** A business that is being wound up, and has paid its holders. */
export async function woundUp() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const { releases, amina, manager, countryAmbassador, token, offering } = before;
  await releases.connect(manager).request(offering, PAPER);
  await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, PAPER.hash);
  await time.increase(RELEASE_DELAY);
  await releases.release(offering);
  await releases.connect(amina).voteWindUp(offering);
  await time.increase(WIND_UP_DELAY);
  await releases.payWindUp(offering);
  await token.claim(amina.address);
  return before;
}

/** A lost town is divided; of its parts some were paid, kept and passed over, and one kept was paid. */
export async function rareDivision() {
  const before = await networkHelpers.loadFixture(lost);
  const { finalDivision, currency, amina, ben, stranger, town } = before;
  await finalDivision.connect(stranger).divide(town);
  const refusing = await turnInto(currency, "RefusingDollar");
  await refusing.refuse(amina.address, true);
  await refusing.refuse(ben.address, true);
  await finalDivision.claim(1, [1, 4, 5, 17]);
  await refusing.refuse(ben.address, false);
  await finalDivision.claimKept(town, 5);
  return before;
}

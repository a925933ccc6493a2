import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { projectKinds, projectStages } from "@one-small-town/core/rules/enumerations.ts";
import { LEAST_PHASE, OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import { approveOffering, proposeOffering } from "@one-small-town/core/shares/steps.ts";
import { expect } from "chai";
import { id, Wallet, ZeroAddress } from "ethers";
import { documentOf } from "../../scripts/operator/documents.ts";
import { BenefitKind, Phase } from "../fixture/enumerations.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { acceptanceOf } from "../fixture/keys.ts";
import { idOf } from "../fixture/people.ts";
import { signRedemption } from "../fixture/signRedemption.ts";
import { decisiveFrom } from "../fixture/spending.ts";
import { wordOf } from "../fixture/succeeding.ts";
import { type Office, sentByOffices, townOfSafes } from "../fixture/townOfSafes.ts";
import { COUNTRY, DAY, DOLLAR } from "../fixture/willowmere.ts";

const COMMUNITY = projectKinds.indexOf("community");
const CORNERSTONE = projectKinds.indexOf("cornerstone");
const PERMISSIONS = fileURLToPath(new URL("../../contracts/PERMISSIONS.md", import.meta.url));
const document = documentOf("Anything", "ipfs://anything");

/** The offices as contracts/PERMISSIONS.md calls them. */
const OFFICES: Record<string, Office> = {
  "head office": "headOffice",
  "Country Ambassador": "country",
  "Town Ambassador": "ambassador",
  registrar: "registrar",
  coordinator: "coordinator",
  steward: "steward",
  "the business's manager": "manager",
};

/**
 * What each office may send, as "contract.function, office": not what anyone may, or every member for themself.
 */
function actsOfOffices(): string[] {
  const acts: string[] = [];
  let contract = "";
  for (const line of readFileSync(PERMISSIONS, "utf8").split("\n")) {
    contract = /^## (\w+)$/.exec(line)?.[1] ?? contract;
    const [, name, about, who] = /^\| `(\w+)`(.*?) \| (.*) \|$/.exec(line) ?? [];
    const senders = who?.split(", ") ?? [];
    if (senders.includes("member") && about !== ", of the member") continue;
    for (const sender of senders) {
      if (sender in OFFICES) acts.push(`${contract}.${name}, ${OFFICES[sender]}`);
    }
  }
  return acts;
}

/** A business of the town at the funding stage, run by the manager's Safe; ben's wallet is paid. */
async function businessOf(kind: number) {
  const before = await networkHelpers.loadFixture(townOfSafes);
  const { projectRegistry, ambassador, country, manager, ben, amina, town } = before;
  await projectRegistry.connect(amina).propose(town, kind, document);
  const business = (BigInt(town) << 32n) | 1n;
  const management = [business, manager.address, await ben.getAddress()];
  await ambassador.call(projectRegistry, "plan", [business, document]);
  await ambassador.call(projectRegistry, "fund", [business, document]);
  await ambassador.call(projectRegistry, "proposeManagement", management);
  await country.call(projectRegistry, "approveManagement", management);
  return { ...before, business, management };
}

const communityBusiness = async () => businessOf(COMMUNITY);

/** The same business, and terms of a sale of six shares to six people, that opens as soon as it may. */
async function bakery() {
  const before = await networkHelpers.loadFixture(communityBusiness);
  const opens = (await networkHelpers.time.latest()) + OPENING_NOTICE + DAY;
  const terms = {
    business: before.business,
    price: 5n * DOLLAR,
    goal: 6,
    cap: 6,
    limitLocal: 1,
    limitLater: 1,
    opens,
    localEnds: opens + LEAST_PHASE,
    countryEnds: 0,
    worldEnds: 0,
    tranches: [2_500, 7_500],
    plan: document.hash,
    pack: document.hash,
    deed: { investors: 3_333, members: 3_333, fund: 3_334, country: 0 },
    name: "Safeville Bakery",
    symbol: "BAKE",
  };
  return { ...before, terms };
}

/** Its shares are sold to amina and the neighbours, and the sale is settled. */
async function bakerySold() {
  const before = await networkHelpers.loadFixture(bakery);
  const { deployment, shareOffering, currency, ambassador, country, amina, neighbours, terms } = before;
  await ambassador.send(proposeOffering(deployment, terms));
  await country.send(approveOffering(deployment, terms));
  const offering = await shareOffering.latestOf(terms.business);
  await networkHelpers.time.increaseTo(terms.opens);
  for (const buyer of [amina, ...neighbours]) {
    await currency.connect(buyer).approve(await shareOffering.getAddress(), terms.price);
    await shareOffering.connect(buyer).buy(offering, 1);
  }
  await networkHelpers.time.increaseTo(terms.localEnds);
  await shareOffering.settle(offering);
  return { ...before, offering };
}

/** A cornerstone business that paid the town's fund and the country's office, for a town with electors. */
async function fundedTown() {
  const before = await businessOf(CORNERSTONE);
  const { contributions, profitSplitter, townTreasury, currency, coordinator, ambassador, country, amina, town } =
    before;
  const weekIndex = weekIndexOf(await networkHelpers.time.latest());
  await networkHelpers.time.increaseTo(weekEnd(weekIndex));
  await coordinator.call(contributions, "submit", [town, weekIndex, "0x0c000c0c0c0c0c0c", document]);
  await networkHelpers.time.increaseTo((await contributions.pendingOf(town)).reviewEnds);
  await contributions.finalise(town);
  const deed = { investors: 1_000, members: 3_000, fund: 4_000, country: 2_000 };
  await ambassador.call(profitSplitter, "proposeDeed", [before.business, deed]);
  await country.call(profitSplitter, "approveDeed", [before.business, deed]);
  await networkHelpers.time.increaseTo(decisiveFrom(weekIndex));
  await currency.connect(amina).approve(await profitSplitter.getAddress(), 10_000);
  await profitSplitter.connect(amina).deposit(before.business, 10_000, 4, "Q1", document);
  expect(await townTreasury.fundOf(town)).to.be.above(3_999);
  return before;
}

describe("a Safe in each office", () => {
  it("holds its office by its owners' word", async () => {
    const all = await networkHelpers.loadFixture(townOfSafes);
    const { authority, town } = all;
    const roles = {
      country: roleIds.countryAmbassador(COUNTRY),
      ambassador: roleIds.townAmbassador(town),
      registrar: roleIds.registrar(town),
      coordinator: roleIds.coordinator(town),
      steward: roleIds.steward(town),
      manager: roleIds.projectManager(town),
    };

    expect(await authority.headOffice()).to.equal(all.headOffice.address);
    for (const [office, role] of Object.entries(roles)) {
      expect(await authority.acts(role, all[office as Office].address), office).to.equal(true);
    }
  });

  it("records the country's legal entity, the town's plan and its launch, and raises the week's limit with two keys", async () => {
    const { townRegistry, country, ambassador, town } = await networkHelpers.loadFixture(townOfSafes);
    const office = roleIds.townAmbassador(town);

    await country.call(townRegistry, "setLegalEntity", [COUNTRY, "One Small Town NPC", "2026/1", document]);
    await ambassador.call(townRegistry, "setPlan", [town, document]);
    await ambassador.call(townRegistry, "recordLaunchStep", [town, 1, document]);
    await ambassador.call(townRegistry, "proposeAttestationLimit", [office, 300]);
    await country.call(townRegistry, "confirmAttestationLimit", [office, 300]);

    expect((await townRegistry.legalEntityOf(COUNTRY)).name).to.equal("One Small Town NPC");
    expect((await townRegistry.planOf(town)).version).to.equal(1);
    expect((await townRegistry.launchStepsOf(town))[0]).to.equal(document.hash);
    expect(await townRegistry.attestationsAWeek(town)).to.equal(300);
  });

  it("lowers the limits of a town and a country, raises a country's, and takes back what it proposed", async () => {
    const { townRegistry, headOffice, country, ambassador, town } = await networkHelpers.loadFixture(townOfSafes);
    const [ofTown, ofCountry] = [roleIds.townAmbassador(town), roleIds.countryAmbassador(COUNTRY)];

    await country.call(townRegistry, "proposeAttestationLimit", [ofCountry, 400]);
    await headOffice.call(townRegistry, "confirmAttestationLimit", [ofCountry, 400]);
    expect(await townRegistry.attestationsAWeekOfCountry(COUNTRY)).to.equal(400);
    for (const [office, role] of [
      [ambassador, ofTown],
      [country, ofCountry],
    ] as const) {
      await office.call(townRegistry, "lowerAttestationLimit", [role, 100]);
      await office.call(townRegistry, "proposeAttestationLimit", [role, 500]);
      await office.call(townRegistry, "takeBackAttestationLimit", [role]);
    }

    expect(await townRegistry.attestationsAWeek(town)).to.equal(100);
    expect(await townRegistry.attestationsAWeekOfCountry(COUNTRY)).to.equal(100);
  });

  it("names for a key and takes it back, and takes roles of the support team away", async () => {
    const { authority, ambassador, country, coordinator, steward, amina, town } =
      await networkHelpers.loadFixture(townOfSafes);
    const role = roleIds.registrar(town);

    await ambassador.call(authority, "nameForKey", [
      role,
      await amina.getAddress(),
      await acceptanceOf(authority, role, amina),
    ]);
    await ambassador.call(authority, "takeBackNaming", [role, await amina.getAddress()]);
    await ambassador.call(authority, "revokeRole", [roleIds.steward(town), steward.address]);
    await country.call(authority, "revokeRole", [roleIds.coordinator(town), coordinator.address]);

    expect(await authority.isNamed(role, await amina.getAddress())).to.equal(false);
    expect(await authority.acts(roleIds.steward(town), steward.address)).to.equal(false);
    expect(await authority.acts(roleIds.coordinator(town), coordinator.address)).to.equal(false);
  });

  it("ties a person to a new wallet with two keys, refuses what it does not believe, and closes a record", async () => {
    const { memberRegistry, succession, ambassador, country, registrar, amina, neighbours } =
      await networkHelpers.loadFixture(townOfSafes);
    const wallet = await amina.getAddress();
    const [nia, omar] = neighbours as [Wallet, Wallet];
    const next = new Wallet(id("amina's next"));
    const propose = async () => {
      const word = await wordOf(succession, { signer: next, wallet });
      await registrar.call(succession, "proposeMove", [wallet, next.address, ...word]);
      return (await succession.successionOf(wallet)).id;
    };

    for (const office of [ambassador, country, registrar]) {
      await office.call(succession, "refuse", [wallet, await propose()]);
    }
    const move = await propose();
    await registrar.call(succession, "proposeClosing", [nia.address, omar.address, id("a certificate")]);
    const closing = (await succession.successionOf(nia.address)).id;
    await networkHelpers.time.increase(7 * DAY);
    for (const office of [ambassador, country]) {
      await office.call(succession, "confirm", [wallet, move, []]);
      await office.call(succession, "confirm", [nia.address, closing, []]);
    }

    expect(await memberRegistry.successorOf(wallet)).to.equal(next.address);
    expect(await memberRegistry.successorOf(nia.address)).to.equal(omar.address);
  });

  it("does the same for persons of no registered town, as country's office and head office", async () => {
    const { memberRegistry, succession, headOffice, country, ben, deployer, neighbours } =
      await networkHelpers.loadFixture(townOfSafes);
    const [one, other] = [await ben.getAddress(), await deployer.getAddress()];
    const next = new Wallet(id("ben's next"));
    await country.call(memberRegistry, "attestOutsiders", [
      COUNTRY,
      [
        { wallet: one, country: COUNTRY, personId: idOf("ben") },
        { wallet: other, country: COUNTRY, personId: idOf("deployer") },
      ],
    ]);
    const word = await wordOf(succession, { signer: next, wallet: one });

    await country.call(succession, "proposeClosing", [other, neighbours[0]!.address, id("a certificate")]);
    await headOffice.call(succession, "refuse", [other, (await succession.successionOf(other)).id]);
    await country.call(succession, "proposeMove", [one, next.address, ...word]);
    await networkHelpers.time.increase(7 * DAY);
    await headOffice.call(succession, "confirm", [one, (await succession.successionOf(one)).id, []]);

    expect(await memberRegistry.successorOf(one)).to.equal(next.address);
    expect(await memberRegistry.successorOf(other)).to.equal(ZeroAddress);
  });

  it("amends what another submitted, or the submitter's own hours; and each who may rejects", async () => {
    const { authority, contributions, headOffice, country, ambassador, coordinator, amina, town } =
      await networkHelpers.loadFixture(townOfSafes);
    const role = roleIds.coordinator(town);
    const wallet = await amina.getAddress();
    await ambassador.call(authority, "nameForKey", [role, wallet, await acceptanceOf(authority, role, amina)]);
    await country.call(authority, "confirmKey", [role, wallet]);
    const week = weekIndexOf(await networkHelpers.time.latest());
    await networkHelpers.time.increaseTo(weekEnd(week));

    await contributions.connect(amina).submit(town, week, "0x0c0000", document);
    await coordinator.call(contributions, "amend", [town, [1], "0x08"]);
    await headOffice.call(contributions, "reject", [town, id("a mistake")]);
    await coordinator.call(contributions, "submit", [town, week, "0x0c0000", document]);
    await ambassador.call(contributions, "amend", [town, [2], "0x0c"]);
    await country.call(contributions, "reject", [town, id("a mistake")]);

    expect((await contributions.poolOf(town)).timesheets).to.equal(0);
  });

  it("hands out what a member signed for, and ends a benefit", async () => {
    const { contributions, benefits, coordinator, steward, amina, town } =
      await networkHelpers.loadFixture(townOfSafes);
    const weekIndex = weekIndexOf(await networkHelpers.time.latest());
    await networkHelpers.time.increaseTo(weekEnd(weekIndex));
    await coordinator.call(contributions, "submit", [town, weekIndex, "0x0c000c", document]);
    await networkHelpers.time.increaseTo((await contributions.pendingOf(town)).reviewEnds);
    await contributions.finalise(town);
    const terms = { kind: BenefitKind.Meal, perShift: false, units: 1, validWeeks: 2 };
    await steward.call(benefits, "list", [town, terms, document]);

    const wanted = { benefit: 1, weekIndex, number: 3, cumulativeUnits: 1 };
    await steward.call(benefits, "redeem", [await signRedemption(benefits, amina, wanted)]);
    await steward.call(benefits, "end", [1, weekIndexOf(await networkHelpers.time.latest())]);

    expect(await benefits.redeemedOf(1, weekIndex, 3)).to.equal(1);
  });

  it("drafts a sale, withdraws it, agrees on it with two keys, and calls it off with two keys", async () => {
    const { deployment, shareOffering, ambassador, country, terms } = await networkHelpers.loadFixture(bakery);

    await ambassador.send(proposeOffering(deployment, terms));
    await ambassador.call(shareOffering, "withdrawProposal", [terms.business]);
    await ambassador.send(proposeOffering(deployment, terms));
    await country.send(approveOffering(deployment, terms));
    const offering = await shareOffering.latestOf(terms.business);
    expect((await shareOffering.assetOf(offering)).business).to.equal(terms.business);
    await ambassador.call(shareOffering, "callOff", [offering]);
    await ambassador.call(shareOffering, "withdrawCallOff", [offering]);
    await country.call(shareOffering, "callOff", [offering]);
    expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
    await ambassador.call(shareOffering, "callOff", [offering]);

    expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
  });

  it("asks for a tranche and approves it, takes it back, and winds up with two keys", async () => {
    const { shareOffering, releases, currency, ambassador, country, manager, ben, business, offering, terms } =
      await networkHelpers.loadFixture(bakerySold);
    const paid = await ben.getAddress();
    const approval = [offering, business, 0, document.hash];

    await manager.call(releases, "request", [offering, document]);
    await manager.call(releases, "revoke", [offering]);
    await ambassador.call(releases, "request", [offering, document]);
    await country.call(releases, "approve", approval);
    await country.call(releases, "revoke", [offering]);
    await manager.call(releases, "request", [offering, document]);
    await country.call(releases, "approve", approval);
    await networkHelpers.time.increase(7 * DAY);
    await releases.release(offering);
    expect(await currency.balanceOf(paid)).to.equal((6n * terms.price) / 4n);

    await ambassador.call(releases, "agreeWindUp", [offering]);
    await ambassador.call(releases, "withdrawAgreement", [offering]);
    await ambassador.call(releases, "agreeWindUp", [offering]);
    await country.call(releases, "agreeWindUp", [offering]);
    await networkHelpers.time.increase(14 * DAY);
    await releases.payWindUp(offering);
    expect(await shareOffering.releasedOf(offering)).to.equal(6n * terms.price);
  });

  it("spends a town's fund and a country office's with two keys each, and cancels", async () => {
    const { townTreasury, currency, headOffice, country, ambassador, ben, business, town } =
      await networkHelpers.loadFixture(fundedTown);
    const payee = await ben.getAddress();
    const args = [business, 1_000, payee, document];
    const content = { project: business, fromOffice: false, payee, amount: 1_000, document: document.hash };

    await ambassador.call(townTreasury, "propose", args);
    await ambassador.call(townTreasury, "cancel", [1]);
    await ambassador.call(townTreasury, "propose", args);
    await country.call(townTreasury, "approve", [2, content]);
    await country.call(townTreasury, "proposeFromOffice", args);
    await country.call(townTreasury, "cancel", [3]);
    await country.call(townTreasury, "proposeFromOffice", args);
    await headOffice.call(townTreasury, "approve", [4, { ...content, fromOffice: true }]);
    await networkHelpers.time.increase(7 * DAY);
    await townTreasury.execute(2);
    await townTreasury.execute(4);

    expect(await currency.balanceOf(payee)).to.equal(2_000);
    expect(await townTreasury.fundOf(town)).to.be.below(4_000);
  });

  it("fills offices as head office, takes appointments back, and changes its mind about its own", async () => {
    const { authority, townRegistry, headOffice, ambassador, amina, ben, residentUntil, town } =
      await networkHelpers.loadFixture(townOfSafes);
    const role = roleIds.townAmbassador(town);
    const nominee = { wallet: await ben.getAddress(), residentUntil, personId: idOf("ben") };

    await headOffice.call(townRegistry, "appointTownAmbassador", [
      town,
      await amina.getAddress(),
      await acceptanceOf(authority, role, amina),
    ]);
    await headOffice.call(townRegistry, "takeBackAppointment", [role]);
    await headOffice.call(townRegistry, "appointNominee", [town, nominee, await acceptanceOf(authority, role, ben)]);
    await headOffice.call(townRegistry, "removeCountryAmbassador", [COUNTRY]);
    await headOffice.call(authority, "beginDefaultAdminTransfer", [await amina.getAddress()]);
    await headOffice.call(authority, "cancelDefaultAdminTransfer", []);
    await headOffice.call(authority, "changeDefaultAdminDelay", [5 * DAY]);
    await headOffice.call(authority, "rollbackDefaultAdminDelay", []);

    expect(await townRegistry.townKeyOf(town)).to.equal(ambassador.address);
    expect(await townRegistry.countryKeyOf(town)).to.equal(ZeroAddress);
    await networkHelpers.time.increase(7 * DAY);
    expect(await townRegistry.townKeyOf(town)).to.equal(await ben.getAddress());
    expect((await authority.pendingDefaultAdmin()).newAdmin).to.equal(ZeroAddress);
    await headOffice.call(townRegistry, "removeTownAmbassador", [town]);
    expect(await townRegistry.townKeyOf(town)).to.equal(ZeroAddress);
  });

  it("attests outsiders, suspends with two keys, and reverses it", async () => {
    const { memberRegistry, country, ambassador, registrar, amina, ben } =
      await networkHelpers.loadFixture(townOfSafes);
    const wallet = await amina.getAddress();

    await country.call(memberRegistry, "attestOutsiders", [
      COUNTRY,
      [{ wallet: await ben.getAddress(), country: COUNTRY, personId: idOf("ben") }],
    ]);
    await registrar.call(memberRegistry, "proposeSuspension", [wallet, id("a rumour")]);
    await registrar.call(memberRegistry, "takeBackSuspension", [wallet]);
    await registrar.call(memberRegistry, "proposeSuspension", [wallet, id("a reason")]);
    await ambassador.call(memberRegistry, "confirmSuspension", [wallet, id("a reason")]);
    expect((await memberRegistry.personOf(wallet)).suspended).to.equal(true);
    await country.call(memberRegistry, "reinstate", [wallet]);

    expect((await memberRegistry.personOf(wallet)).suspended).to.equal(false);
    expect((await memberRegistry.personOf(await ben.getAddress())).country).to.equal(COUNTRY);
  });

  it("submits hours, has them rejected, and again; and lists a benefit", async () => {
    const { contributions, benefits, coordinator, ambassador, steward, town } =
      await networkHelpers.loadFixture(townOfSafes);
    const week = weekIndexOf(await networkHelpers.time.latest());
    await networkHelpers.time.increaseTo(weekEnd(week));

    await coordinator.call(contributions, "submit", [town, week, "0x0c000c", document]);
    await ambassador.call(contributions, "reject", [town, id("a mistake")]);
    await coordinator.call(contributions, "submit", [town, week, "0x0c000c", document]);
    await networkHelpers.time.increaseTo((await contributions.pendingOf(town)).reviewEnds);
    await contributions.finalise(town);
    const terms = { kind: BenefitKind.Meal, perShift: false, units: 1, validWeeks: 1 };
    await steward.call(benefits, "list", [town, terms, document]);

    expect((await contributions.poolOf(town)).timesheets).to.equal(1);
    expect((await benefits.benefitOf(1)).town).to.equal(town);
  });

  it("moves a project along, and agrees with two keys who manages and how profit is divided", async () => {
    const { projectRegistry, profitSplitter, ambassador, country, manager, business, management } =
      await networkHelpers.loadFixture(communityBusiness);
    const deed = { investors: 4_000, members: 3_000, fund: 3_000, country: 0 };

    await ambassador.call(profitSplitter, "proposeDeed", [business, deed]);
    await ambassador.call(profitSplitter, "withdrawDeed", [business]);
    await ambassador.call(profitSplitter, "proposeDeed", [business, deed]);
    await country.call(profitSplitter, "approveDeed", [business, deed]);

    expect((await projectRegistry.projectOf(business)).manager).to.equal(manager.address);
    await networkHelpers.time.increase(7 * DAY);
    expect(await profitSplitter.deedOf(business)).to.deep.equal(Object.values(deed));

    await ambassador.call(projectRegistry, "proposeManagement", management);
    await ambassador.call(projectRegistry, "withdrawManagement", [business]);
    await ambassador.call(projectRegistry, "operate", [business]);
    await ambassador.call(projectRegistry, "close", [business]);
    expect((await projectRegistry.managementProposalOf(business)).proposer).to.equal(ZeroAddress);
    expect((await projectRegistry.projectOf(business)).stage).to.equal(projectStages.indexOf("closed"));
  });

  it("is replaced by another Safe without a gap, and head office goes to a Safe that accepts", async () => {
    const { authority, townRegistry, headOffice, country, make, town } = await networkHelpers.loadFixture(townOfSafes);
    const signers = await ethers.getSigners();
    const next = await make([signers[1]!, signers[2]!]);
    const role = roleIds.countryAmbassador(COUNTRY);
    const word = await acceptanceOf(authority, role, next);
    await headOffice.call(townRegistry, "appointCountryAmbassador", [COUNTRY, next.address, word]);
    expect(await townRegistry.countryKeyOf(town)).to.equal(country.address);
    await networkHelpers.time.increase(7 * DAY);
    expect(await townRegistry.countryKeyOf(town)).to.equal(next.address);

    const heir = await make([signers[2]!, signers[3]!]);
    await headOffice.call(authority, "beginDefaultAdminTransfer", [heir.address]);
    await networkHelpers.time.increase(7 * DAY + 1);
    await heir.call(authority, "acceptDefaultAdminTransfer", []);
    expect(await authority.headOffice()).to.equal(heir.address);
    await heir.call(townRegistry, "removeTownAmbassador", [town]);
    expect(await townRegistry.townKeyOf(town)).to.equal(ZeroAddress);
  });

  it("cannot be spoken for by one of its owners", async () => {
    const { authority, ambassador, make, town } = await networkHelpers.loadFixture(townOfSafes);
    const signers = await ethers.getSigners();
    const safe = await make([signers[1]!, signers[2]!]);
    const role = roleIds.registrar(town);
    const alone = await acceptanceOf(authority, role, {
      getAddress: safe.getAddress,
      signTypedData: signers[1]!.signTypedData.bind(signers[1]),
    });

    // The Safe hides why its call failed.
    await expect(ambassador.call(authority, "nameForKey", [role, safe.address, alone])).to.be.revert(ethers);
    await ambassador.call(authority, "nameForKey", [role, safe.address, await acceptanceOf(authority, role, safe)]);
    expect(await authority.isNamed(role, safe.address)).to.equal(true);
  });

  it("has by now done each thing that contracts/PERMISSIONS.md says of an office", () => {
    expect(actsOfOffices().filter((act) => !sentByOffices.has(act))).to.deep.equal([]);
  });
});

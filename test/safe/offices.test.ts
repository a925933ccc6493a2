import { weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { projectKinds } from "@one-small-town/core/rules/enumerations.ts";
import { expect } from "chai";
import { id, ZeroAddress } from "ethers";
import { deploySystem } from "../../scripts/deploy/deploySystem.ts";
import { networks } from "../../scripts/deploy/networks.ts";
import { contractsOf, currencyAt } from "../../scripts/operator/contracts.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { BenefitKind } from "../fixture/enumerations.ts";
import { connection, ethers, networkHelpers } from "../fixture/connection.ts";
import { acceptanceOf } from "../fixture/keys.ts";
import { idOf } from "../fixture/people.ts";
import { type Safe, safes } from "../fixture/safe.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

const COMMUNITY = projectKinds.indexOf("community");
const document = documentOf("Anything", "ipfs://anything");
const OFFICES = ["headOffice", "country", "ambassador", "registrar", "coordinator", "steward", "manager"] as const;
type Office = (typeof OFFICES)[number];
type Wallet = Awaited<ReturnType<typeof ethers.getSigners>>[number];

/** A town in which each office is held by a Safe of two owners; amina, a plain wallet, is its only other member. */
async function townOfSafes() {
  const signers = await ethers.getSigners();
  const [deployer, amina, ben] = signers.slice(0, 3) as [Wallet, Wallet, Wallet];
  const make = await safes(deployer);
  const held = {} as Record<Office, Safe>;
  for (const [i, office] of OFFICES.entries()) held[office] = await make([signers[3 + 2 * i]!, signers[4 + 2 * i]!]);
  const deployment = await deploySystem(connection, networks.local, {
    headOffice: held.headOffice.address,
    deployer: await deployer.getAddress(),
  });
  const contracts = contractsOf(deployment, deployer);
  const dollar = await ethers.deployContract("TestDollar", deployer);
  const currency = currencyAt(await dollar.getAddress(), deployer);
  const residentUntil = (await networkHelpers.time.latest()) + 1000 * DAY;
  // A contract says that it is a person's by naming who is to follow it, before anybody attests it.
  const heir = await ben.getAddress();
  for (const office of OFFICES) await held[office].call(contracts.succession, "setNominee", [heir]);
  const nominee = (office: Office) => ({ wallet: held[office].address, residentUntil, personId: idOf(office) });
  const { authority, townRegistry, memberRegistry } = contracts;
  const town = 1;
  const accepts = (role: string, office: Office) => acceptanceOf(authority, role, held[office]);

  const ofCountry = roleIds.countryAmbassador(COUNTRY);
  await held.headOffice.call(townRegistry, "appointCountryAmbassador", [
    COUNTRY,
    held.country.address,
    await accepts(ofCountry, "country"),
  ]);
  await held.headOffice.call(townRegistry, "foundTown", [
    COUNTRY,
    await currency.getAddress(),
    "Safeville",
    nominee("ambassador"),
    await accepts(roleIds.townAmbassador(town), "ambassador"),
  ]);
  const give = async (role: string, office: Office, attest?: () => Promise<unknown>) => {
    const { address } = held[office];
    await held.ambassador.call(authority, "nameForKey", [role, address, await accepts(role, office)]);
    await attest?.();
    await held.country.call(authority, "confirmKey", [role, address]);
  };
  await give(roleIds.registrar(town), "registrar", () =>
    held.ambassador.call(memberRegistry, "attestFirstRegistrar", [town, ...Object.values(nominee("registrar"))]),
  );
  const person = { wallet: await amina.getAddress(), residentUntil, personId: idOf("amina") };
  await held.registrar.call(memberRegistry, "attest", [
    town,
    [
      { ...nominee("ambassador"), joins: true },
      { ...nominee("coordinator"), joins: true },
      { ...nominee("steward"), joins: false },
      { ...nominee("manager"), joins: false },
      { ...person, joins: true },
    ],
  ]);
  await give(roleIds.coordinator(town), "coordinator");
  await held.ambassador.call(authority, "grantRole", [roleIds.steward(town), held.steward.address]);
  await held.ambassador.call(authority, "grantRole", [roleIds.projectManager(town), held.manager.address]);
  return { ...contracts, ...held, deployer, amina, ben, make, currency, town, residentUntil };
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

  it("attests outsiders, suspends with two keys, and reverses it", async () => {
    const { memberRegistry, country, ambassador, registrar, amina, ben } =
      await networkHelpers.loadFixture(townOfSafes);
    const wallet = await amina.getAddress();

    await country.call(memberRegistry, "attestOutsiders", [
      COUNTRY,
      [{ wallet: await ben.getAddress(), country: COUNTRY, personId: idOf("ben") }],
    ]);
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
    const { projectRegistry, profitSplitter, ambassador, country, manager, ben, amina, town } =
      await networkHelpers.loadFixture(townOfSafes);
    await projectRegistry.connect(amina).propose(town, COMMUNITY, document);
    const business = (BigInt(town) << 32n) | 1n;
    const management = [business, manager.address, await ben.getAddress()];
    const deed = { investors: 4_000, members: 3_000, fund: 3_000, country: 0 };

    await ambassador.call(projectRegistry, "plan", [business, document]);
    await ambassador.call(projectRegistry, "fund", [business, document]);
    await ambassador.call(projectRegistry, "proposeManagement", management);
    await country.call(projectRegistry, "approveManagement", management);
    await ambassador.call(profitSplitter, "proposeDeed", [business, deed]);
    await country.call(profitSplitter, "approveDeed", [business, deed]);

    expect((await projectRegistry.projectOf(business)).manager).to.equal(manager.address);
    await networkHelpers.time.increase(7 * DAY);
    expect(await profitSplitter.deedOf(business)).to.deep.equal(Object.values(deed));
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
});

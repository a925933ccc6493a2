import { weekStart } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { id, type TypedDataDomain, Wallet } from "ethers";
import { admissionTypes } from "../../fixture/admissionTypes.ts";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { expectSkipped, skippedBy } from "../../fixture/expectSkipped.ts";
import { giveKey } from "../../fixture/keys.ts";
import { idOf, impersonate } from "../../fixture/people.ts";
import { pretendMembers } from "../../fixture/pretendMembers.ts";
import { finaliseWeek, monday } from "../../fixture/weeks.ts";
import { COUNTRY, DAY, ELSEWHERE } from "../../fixture/willowmere.ts";

const { time } = networkHelpers;
const LIMIT = 10;

/** A town that takes ten new people a week, and a registrar who invents people. */
async function inventing() {
  const before = await networkHelpers.loadFixture(monday);
  const { townRegistry, townAmbassador, residentUntil, town } = before;
  await townRegistry.connect(townAmbassador).lowerAttestationLimit(roleIds.townAmbassador(town), LIMIT);
  const invent = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      wallet: new Wallet(id(`${name} ${i}`)).address,
      residentUntil,
      joins: true,
      personId: id(`${name} ${i}`),
    }));
  return { ...before, invent };
}

describe("the members of a town with a registrar who invents people", () => {
  it("are joined by ten a week, not by ten a registrar, a batch or a signature", async () => {
    const b = await networkHelpers.loadFixture(inventing);
    const { memberRegistry, registrar, carla, town, invent } = b;
    await giveKey(b, roleIds.registrar(town), carla);
    const before = await memberRegistry.memberCount(town);

    await memberRegistry.connect(registrar).attest(town, invent("a", 6));
    await memberRegistry.connect(carla).attest(town, invent("b", 6));
    const more = memberRegistry.connect(registrar).attest(town, invent("c", 5));
    expect((await skippedBy(memberRegistry, more)).length).to.equal(5);

    expect((await memberRegistry.memberCount(town)) - before).to.equal(BigInt(LIMIT));
  });

  it("are joined by ten more at midnight on Monday, and by none a second before", async () => {
    const b = await networkHelpers.loadFixture(inventing);
    const { memberRegistry, registrar, town, week, invent } = b;
    await memberRegistry.connect(registrar).attest(town, invent("a", LIMIT));

    await time.setNextBlockTimestamp(weekStart(week + 1) - 1);
    await expectSkipped(
      memberRegistry,
      memberRegistry.connect(registrar).attest(town, invent("b", 1)),
      "MemberRegistryOverLimit",
      11,
      10,
    );
    await time.setNextBlockTimestamp(weekStart(week + 1));
    await memberRegistry.connect(registrar).attest(town, invent("b", 1));

    expect(await memberRegistry.attestedThisWeek(town)).to.equal(1);
  });

  it("keep room in their town for years: at the limit that a town begins with, 24,000 numbers take 120 weeks", async () => {
    const { memberRegistry, townRegistry, hillside } = await networkHelpers.loadFixture(monday);

    const aWeek = Number(await townRegistry.attestationsAWeek(hillside));

    expect(24_000 / aWeek).to.equal(120);
    expect(await memberRegistry.memberCount(hillside)).to.be.lessThan(24_000);
  });

  it("do not lose those of a batch for whom there is room, when the numbers are used up", async () => {
    const b = await networkHelpers.loadFixture(inventing);
    const { memberRegistry, registrar, carla, amina, residentUntil, town, invent } = b;
    await pretendMembers(memberRegistry, town, 24_000);
    const renewal = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") };
    const carlas = { wallet: carla.address, residentUntil, joins: true, personId: idOf("carla") };
    const resident = { ...invent("a", 1)[0]!, joins: false };

    const sent = memberRegistry.connect(registrar).attest(town, [...invent("b", 1), carlas, renewal, resident]);

    const full = ["MemberRegistryTownFull", BigInt(town), 24_000n];
    expect(await skippedBy(memberRegistry, sent)).to.deep.equal([full, full]);
    expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);
    expect(await memberRegistry.isResident(resident.wallet, town)).to.equal(true);
  });

  it("have their dates set right whatever was invented in that week: no renewal, and no earlier end, counts", async () => {
    const b = await networkHelpers.loadFixture(inventing);
    const { memberRegistry, registrar, town, invent } = b;
    const invented = invent("a", LIMIT);
    await memberRegistry.connect(registrar).attest(town, invented);
    const soon = (await time.latest()) + 60;

    await memberRegistry.connect(registrar).attest(
      town,
      invented.map((one) => ({ ...one, residentUntil: soon })),
    );

    await time.increaseTo(soon + 1);
    for (const { wallet } of invented) expect(await memberRegistry.isResident(wallet, town)).to.equal(false);
  });
});

describe("people of other countries, when an ambassador would list the whole world", () => {
  it("are invented ten a week at most, in one country as in several", async () => {
    const b = await networkHelpers.loadFixture(monday);
    const { townRegistry, memberRegistry, otto } = b;
    await townRegistry.connect(otto).lowerAttestationLimit(roleIds.countryAmbassador(ELSEWHERE), LIMIT);
    const outsiders = Array.from({ length: 25 }, (_, i) => ({
      wallet: new Wallet(id(`o${i}`)).address,
      country: i + 1,
      personId: id(`o${i}`),
    }));

    const sent = memberRegistry.connect(otto).attestOutsiders(ELSEWHERE, outsiders);

    expect((await skippedBy(memberRegistry, sent)).length).to.equal(15);
    expect(await memberRegistry.attestedThisWeekBy(ELSEWHERE)).to.equal(BigInt(LIMIT));
  });
});

describe("a person whose id or wallet somebody else would use up", () => {
  it("is attested all the same when an ambassador abroad took their id first", async () => {
    const b = await networkHelpers.loadFixture(monday);
    const { memberRegistry, registrar, otto, stranger, residentUntil, town } = b;
    const squat = { wallet: Wallet.createRandom().address, country: ELSEWHERE, personId: idOf("stranger") };
    await memberRegistry.connect(otto).attestOutsiders(ELSEWHERE, [squat]);

    const statement = { wallet: stranger.address, residentUntil, joins: true, personId: idOf("stranger") };
    await memberRegistry.connect(registrar).attest(town, [statement]);

    expect(await memberRegistry.isMember(stranger.address, town)).to.equal(true);
  });

  it("does not make the other 49 of a registrar's batch fail", async () => {
    const b = await networkHelpers.loadFixture(monday);
    const { memberRegistry, registrar, otto, residentUntil, town } = b;
    const people = Array.from({ length: 50 }, (_, i) => ({
      wallet: new Wallet(id(`p${i}`)).address,
      residentUntil,
      joins: true,
      personId: idOf(`p${i}`),
    }));
    const last = people[49]!.wallet;
    await memberRegistry
      .connect(otto)
      .attestOutsiders(ELSEWHERE, [{ wallet: last, country: ELSEWHERE, personId: id("bogus") }]);
    const before = await memberRegistry.memberCount(town);

    await expectSkipped(
      memberRegistry,
      memberRegistry.connect(registrar).attest(town, people),
      "MemberRegistryLivesElsewhere",
      last,
      0,
    );

    expect((await memberRegistry.memberCount(town)) - before).to.equal(49);
  });

  it("does not make a batch fail by the code of its wallet, not even by one that burns all gas", async () => {
    const b = await networkHelpers.loadFixture(monday);
    const { memberRegistry, registrar, stranger, payer, residentUntil, town } = b;
    await networkHelpers.setCode(payer.address, "0x5b600056"); // jumps for ever
    const of = (wallet: string, name: string) => ({ wallet, residentUntil, joins: true, personId: idOf(name) });
    const batch = [of(payer.address, "payer"), of(stranger.address, "stranger")];

    await expectSkipped(
      memberRegistry,
      memberRegistry.connect(registrar).attest(town, batch),
      "MemberRegistryContractWallet",
      payer.address,
    );

    expect(await memberRegistry.isMember(stranger.address, town)).to.equal(true);
  });
});

describe("a person who left, and whose old admission somebody kept", () => {
  async function kept() {
    const before = await networkHelpers.loadFixture(monday);
    const { memberRegistry, registrar, stranger, residentUntil, town } = before;
    const domain: TypedDataDomain = {
      name: "One Small Town members",
      version: "1",
      chainId: (await ethers.provider.getNetwork()).chainId,
      verifyingContract: await memberRegistry.getAddress(),
    };
    const admission = {
      town,
      wallet: stranger.address,
      personId: idOf("stranger"),
      residentUntil: residentUntil - 500 * DAY,
      nonce: 0,
      deadline: (await time.latest()) + 20 * DAY,
    };
    const signature = await registrar.signTypedData(domain, admissionTypes, admission);
    const statement = { wallet: stranger.address, residentUntil, joins: true, personId: idOf("stranger") };
    return { ...before, admission, signature, statement };
  }

  it("is not brought back by it, and keeps their date: it was used up at the table", async () => {
    const { memberRegistry, registrar, stranger, payer, residentUntil, town, ...rest } =
      await networkHelpers.loadFixture(kept);
    await memberRegistry.connect(registrar).attest(town, [rest.statement]);
    await memberRegistry.connect(stranger).resign();

    await expect(memberRegistry.connect(payer).join(rest.admission, registrar.address, rest.signature))
      .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryAdmissionUsed")
      .withArgs(stranger.address, 0, 2);

    expect(await memberRegistry.isMember(stranger.address, town)).to.equal(false);
    expect((await memberRegistry.personOf(stranger.address)).residentUntil).to.equal(residentUntil);
  });

  it("is not brought back by one that was attested without joining either", async () => {
    const { memberRegistry, registrar, stranger, payer, town, ...rest } = await networkHelpers.loadFixture(kept);
    await memberRegistry.connect(registrar).attest(town, [{ ...rest.statement, joins: false }]);

    await expect(memberRegistry.connect(payer).join(rest.admission, registrar.address, rest.signature))
      .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryAdmissionUsed")
      .withArgs(stranger.address, 0, 1);
  });

  it("is not admitted by a lost link that the registrar has revoked", async () => {
    const { memberRegistry, registrar, stranger, payer, ...rest } = await networkHelpers.loadFixture(kept);
    await memberRegistry.connect(registrar).revokeAdmission(rest.admission);

    await expect(memberRegistry.connect(payer).join(rest.admission, registrar.address, rest.signature))
      .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryAdmissionRevoked")
      .withArgs(stranger.address, registrar.address);
  });
});

describe("a person of no registered town who thinks better of a move", () => {
  it("stays where they are when they name their present place: nobody can move them then", async () => {
    const b = await networkHelpers.loadFixture(monday);
    const { memberRegistry, countryAmbassador, otto, registrar, dina, residentUntil, town, hillside } = b;
    await memberRegistry.connect(dina).moveHouse(hillside, ELSEWHERE);
    await memberRegistry.connect(dina).moveHouse(0, COUNTRY);

    const abroad = [{ wallet: dina.address, country: ELSEWHERE, personId: idOf("dina") }];
    const elsewhere = ["MemberRegistryLivesElsewhere", dina.address, 0] as const;
    await expectSkipped(
      memberRegistry,
      memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, abroad),
      ...elsewhere,
    );
    await expectSkipped(memberRegistry, memberRegistry.connect(otto).attestOutsiders(ELSEWHERE, abroad), ...elsewhere);
    const statement = { wallet: dina.address, residentUntil, joins: true, personId: idOf("dina") };
    await expectSkipped(memberRegistry, memberRegistry.connect(registrar).attest(town, [statement]), ...elsewhere);

    expect(await memberRegistry.tierOf(dina.address, town)).to.equal(2);
  });

  it("is confirmed at the office once they have said with their wallet that they move there", async () => {
    const { memberRegistry, registrar, dina, residentUntil, town } = await networkHelpers.loadFixture(monday);
    const statement = { wallet: dina.address, residentUntil, joins: true, personId: idOf("dina") };
    await memberRegistry.connect(dina).moveHouse(town, COUNTRY);

    await memberRegistry.connect(registrar).attest(town, [statement]);

    expect(await memberRegistry.isMember(dina.address, town)).to.equal(true);
  });
});

describe("the members of two towns, when one would be paid in both", () => {
  it("pay nobody twice for a week: one moves again after eight weeks, and the week of a move counts in the old town", async () => {
    const b = await networkHelpers.loadFixture(monday);
    const { memberRegistry, registrar, quinn, amina, residentUntil, town, hillside, week, goTo } = b;
    const statement = [{ wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") }];
    await memberRegistry.connect(amina).moveHouse(hillside, ELSEWHERE);
    await memberRegistry.connect(quinn).attest(hillside, statement);
    expect(await memberRegistry.wasAway(town, 4, week)).to.equal(false);
    expect(await memberRegistry.wasAway(hillside, 5, week)).to.equal(true);

    for (let later = 1; later < 8; later++) {
      await goTo(week + later);
      await memberRegistry.connect(amina).moveHouse(town, COUNTRY);
      await expectSkipped(
        memberRegistry,
        memberRegistry.connect(registrar).attest(town, statement),
        "MemberRegistryMovedLately",
        amina.address,
        week + 8,
      );
    }
    for (let later = 0; later < 8; later++) {
      const counts = [
        !(await memberRegistry.wasAway(town, 4, week + later)),
        !(await memberRegistry.wasAway(hillside, 5, week + later)),
      ];
      expect(counts.filter(Boolean).length).to.equal(1);
    }
  });
});

describe("a member about whom a registrar spread a rumour", () => {
  it("is not suspended for it two years later", async () => {
    const { memberRegistry, registrar, townAmbassador, amina } = await networkHelpers.loadFixture(monday);
    await memberRegistry.connect(registrar).proposeSuspension(amina.address, id("a rumour"));
    await time.increase(30 * DAY);

    await expect(memberRegistry.connect(townAmbassador).confirmSuspension(amina.address, id("a rumour")))
      .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspensionNotProposed")
      .withArgs(amina.address, id("a rumour"));
  });

  it("is not suspended when the registrar has taken it back, or was removed", async () => {
    const { authority, memberRegistry, registrar, townAmbassador, countryAmbassador, amina, town } =
      await networkHelpers.loadFixture(monday);
    const propose = () => memberRegistry.connect(registrar).proposeSuspension(amina.address, id("a rumour"));
    const confirm = () => memberRegistry.connect(townAmbassador).confirmSuspension(amina.address, id("a rumour"));
    await propose();
    await memberRegistry.connect(registrar).takeBackSuspension(amina.address);
    await expect(confirm()).to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspensionNotProposed");

    await propose();
    await authority.connect(countryAmbassador).revokeRole(roleIds.registrar(town), registrar.address);
    await expect(confirm()).to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspensionNotProposed");
  });

  it("loses no week by a suspension that the Country Ambassador reverses, and is paid for it", async () => {
    const b = await networkHelpers.loadFixture(monday);
    const { memberRegistry, contributions, infinityToken, registrar, townAmbassador, countryAmbassador, amina } = b;
    const { town, week, goTo } = b;
    await memberRegistry.connect(registrar).proposeSuspension(amina.address, id("a rumour"));
    await memberRegistry.connect(townAmbassador).confirmSuspension(amina.address, id("a rumour"));
    await goTo(week + 2);
    await memberRegistry.connect(countryAmbassador).reinstate(amina.address);

    await finaliseWeek(b, week + 1, [0, 0, 0, 12]);
    await contributions.claim(town, [4], 1);

    expect(await infinityToken.balanceOf(amina.address)).to.equal(10n ** 18n);
  });
});

describe("everybody, when a contract that is no person's would be one of them", () => {
  it("is not joined by a pool or a vault: it has never named a nominee itself", async () => {
    const { memberRegistry, succession, infinityToken, registrar, ben, residentUntil, town } =
      await networkHelpers.loadFixture(monday);
    const wallet = await ethers.deployContract("ContractWallet", [ben.address]);
    const statement = (address: string) => ({ wallet: address, residentUntil, joins: true, personId: id(address) });
    const pools = [await wallet.getAddress(), await infinityToken.getAddress()];
    const before = await memberRegistry.memberCount(town);

    const sent = memberRegistry.connect(registrar).attest(town, pools.map(statement));
    const problems = pools.map((pool) => ["MemberRegistryContractWallet", pool]);
    expect(await skippedBy(memberRegistry, sent)).to.deep.equal(problems);
    await succession.connect(await impersonate(wallet)).setNominee(ben.address);
    await memberRegistry.connect(registrar).attest(town, [statement(pools[0]!)]);

    expect((await memberRegistry.memberCount(town)) - before).to.equal(1);
  });
});

import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { id, Wallet } from "ethers";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { acceptanceOf, appointAmbassador, nameForKey } from "../../fixture/keys.ts";
import { idOf } from "../../fixture/people.ts";
import { monday } from "../../fixture/weeks.ts";
import { COUNTRY, DAY } from "../../fixture/willowmere.ts";

/** A wallet of the one human behind all this, with gas to spend. */
async function puppet(name: string) {
  const wallet = new Wallet(id(name), ethers.provider);
  await networkHelpers.setBalance(wallet.address, 10n ** 19n);
  return wallet;
}

/** A town whose first ambassador is one human with many wallets, and no friend among the other offices. */
async function youngTown() {
  const all = await networkHelpers.loadFixture(monday);
  const { authority, townRegistry, headOffice, currency, residentUntil } = all;
  const young = Number(await townRegistry.townCount()) + 1;
  const ambassador = await puppet("the only human behind all this");
  const nominee = { wallet: ambassador.address, residentUntil, personId: idOf("ambassador") };
  const word = await acceptanceOf(authority, roleIds.townAmbassador(young), ambassador);
  await townRegistry.connect(headOffice).foundTown(COUNTRY, await currency.getAddress(), "Badville", nominee, word);
  const naming = authority.connect(ambassador);
  const name = async (role: string, wallet: Wallet) =>
    naming.nameForKey(role, wallet.address, await acceptanceOf(authority, role, wallet));
  return { ...all, young, ambassador, naming, name };
}

describe("the people of a town whose Town Ambassador is one human with many wallets", () => {
  for (const kind of ["registrar", "coordinator"] as const) {
    it(`get no ${kind} of that human's from that human alone, signed or not`, async () => {
      const { authority, naming, name, young, ambassador } = await networkHelpers.loadFixture(youngTown);
      const role = roleIds[kind](young);
      const own = await puppet(`puppet ${kind}`);
      await name(role, own);

      await expect(naming.grantRole(role, own.address))
        .to.be.revertedWithCustomError(authority, "AuthorityIsKey")
        .withArgs(role, own.address);
      for (const wallet of [ambassador, own]) {
        await expect(authority.connect(wallet).confirmKey(role, own.address))
          .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
          .withArgs(wallet.address, roleIds.countryAmbassador(COUNTRY));
      }
      expect(await authority.acts(role, own.address)).to.equal(false);
    });
  }

  it("are not outnumbered: nobody invented gets in before the Country Ambassador has confirmed a registrar", async () => {
    const { memberRegistry, name, young, ambassador, residentUntil } = await networkHelpers.loadFixture(youngTown);
    const own = await puppet("puppet registrar");
    await name(roleIds.registrar(young), own);
    await memberRegistry.connect(ambassador).attestFirstRegistrar(young, own.address, residentUntil, idOf("own"));
    const invented = Array.from({ length: 100 }, (_, i) => {
      const { address } = new Wallet(id(`invented ${i}`));
      return { wallet: address, residentUntil, joins: true, personId: idOf(address) };
    });

    await expect(memberRegistry.connect(own).attest(young, invented))
      .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotRegistrar")
      .withArgs(young, own.address);
    expect(await memberRegistry.memberCount(young)).to.equal(0);
  });

  it("live with three invented residents at most, who are no members, and none after the first registrar", async () => {
    const all = await networkHelpers.loadFixture(youngTown);
    const { authority, memberRegistry, countryAmbassador, name, young, ambassador, residentUntil } = all;
    const role = roleIds.registrar(young);
    const own = await Promise.all([0, 1, 2, 3].map((i) => puppet(`puppet ${i}`)));
    for (const wallet of own) await name(role, wallet);
    const attest = (i: number) =>
      memberRegistry.connect(ambassador).attestFirstRegistrar(young, own[i]!.address, residentUntil, idOf(`own ${i}`));
    for (const i of [0, 1, 2]) await attest(i);

    await expect(attest(3)).to.be.revertedWithCustomError(memberRegistry, "MemberRegistryEnoughRegistrars");
    await authority.connect(countryAmbassador).confirmKey(role, own[0]!.address);
    await expect(attest(3)).to.be.revertedWithCustomError(memberRegistry, "MemberRegistryHasRegistrar");
    // Taking the naming back and making it again does not help.
    await authority.connect(ambassador).takeBackNaming(role, own[3]!.address);
    await networkHelpers.time.increase(1);
    await name(role, own[3]!);
    await expect(attest(3)).to.be.revertedWithCustomError(memberRegistry, "MemberRegistryHasRegistrar");
    expect(await memberRegistry.memberCount(young)).to.equal(0);
  });

  it("are safe also when the Country Ambassador is away: what was named lapses after thirty days", async () => {
    const { authority, countryAmbassador, name, young } = await networkHelpers.loadFixture(youngTown);
    const role = roleIds.coordinator(young);
    const own = await puppet("puppet coordinator");
    await name(role, own);
    await networkHelpers.time.increase(30 * DAY);

    await expect(authority.connect(countryAmbassador).confirmKey(role, own.address))
      .to.be.revertedWithCustomError(authority, "AuthorityNotNamed")
      .withArgs(role, own.address);
  });
});

describe("the people of a town whose registrar was confirmed, and whose Town Ambassador invents more", () => {
  it("have one limit a week for all registrars together: a key made of an invented person adds nobody", async () => {
    const all = await networkHelpers.loadFixture(monday);
    const { authority, townRegistry, memberRegistry, registrar, townAmbassador, residentUntil, town } = all;
    await townRegistry.connect(townAmbassador).lowerAttestationLimit(roleIds.townAmbassador(town), 10);
    const before = await memberRegistry.memberCount(town);
    const batchOf = (seed: string) =>
      Array.from({ length: 10 }, (_, i) => {
        const { address } = new Wallet(id(`${seed}.${i}`));
        return { wallet: address, residentUntil, joins: true, personId: id(`${seed}.${i}`) };
      });
    await memberRegistry.connect(registrar).attest(town, batchOf("0"));

    for (let i = 0; i < 9; i++) {
      const own = await puppet(`0.${i}`);
      const role = roleIds.registrar(town);
      await nameForKey(authority, role, own);
      await expect(memberRegistry.connect(own).attest(town, batchOf(`1.${i}`)))
        .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotRegistrar")
        .withArgs(town, own.address);
    }
    expect((await memberRegistry.memberCount(town)) - before).to.equal(10);
  });

  it("decide with the Country Ambassador whether it rises: the Town Ambassador alone only lowers it", async () => {
    const { townRegistry, townAmbassador, registrar, headOffice, town } = await networkHelpers.loadFixture(monday);
    const office = roleIds.townAmbassador(town);
    await townRegistry.connect(townAmbassador).proposeAttestationLimit(office, 2_000);

    for (const caller of [townAmbassador, registrar, headOffice]) {
      await expect(townRegistry.connect(caller).confirmAttestationLimit(office, 2_000))
        .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
        .withArgs(town, caller.address);
    }
    expect(await townRegistry.attestationsAWeek(town)).to.equal(200);
  });
});

describe("one who never wanted an office", () => {
  it("is not put into one by a Town Ambassador and a Country Ambassador together", async () => {
    const { authority, townAmbassador, countryAmbassador, carla, town } = await networkHelpers.loadFixture(monday);
    const role = roleIds.coordinator(town);
    const forged = await acceptanceOf(authority, role, townAmbassador);

    await expect(authority.connect(townAmbassador).nameForKey(role, carla.address, forged))
      .to.be.revertedWithCustomError(authority, "AuthorityNotAccepted")
      .withArgs(role, carla.address);
    await expect(authority.connect(countryAmbassador).confirmKey(role, carla.address))
      .to.be.revertedWithCustomError(authority, "AuthorityNotNamed")
      .withArgs(role, carla.address);
  });

  it("is not put into one again with the word they gave once", async () => {
    const all = await networkHelpers.loadFixture(monday);
    const { authority, townAmbassador, countryAmbassador, carla, town } = all;
    const role = roleIds.coordinator(town);
    const word = await acceptanceOf(authority, role, carla);
    await authority.connect(townAmbassador).nameForKey(role, carla.address, word);
    await authority.connect(countryAmbassador).confirmKey(role, carla.address);
    await authority.connect(carla).renounceRole(role, carla.address);

    await expect(authority.connect(townAmbassador).nameForKey(role, carla.address, word))
      .to.be.revertedWithCustomError(authority, "AuthorityAcceptanceUsed")
      .withArgs(role, carla.address, word.signedAt);
  });

  it("takes their word back before anybody has confirmed it", async () => {
    const { authority, countryAmbassador, carla, town } = await networkHelpers.loadFixture(monday);
    const role = roleIds.coordinator(town);
    await nameForKey(authority, role, carla);

    await authority.connect(carla).takeBackNaming(role, carla.address);

    await expect(authority.connect(countryAmbassador).confirmKey(role, carla.address)).to.be.revertedWithCustomError(
      authority,
      "AuthorityNotNamed",
    );
  });
});

describe("members of a town with a bad registrar or coordinator", () => {
  for (const office of ["townAmbassador", "countryAmbassador"] as const) {
    it(`are rid of them at once at the word of the ${office}, also while the other office is vacant`, async () => {
      const all = await networkHelpers.loadFixture(monday);
      const { authority, townRegistry, headOffice, registrar, coordinator, town } = all;
      if (office === "townAmbassador") await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
      else await townRegistry.connect(headOffice).removeTownAmbassador(town);

      for (const [role, { address }] of [
        [roleIds.registrar(town), registrar],
        [roleIds.coordinator(town), coordinator],
      ] as const) {
        await authority.connect(all[office]).revokeRole(role, address);
        expect(await authority.acts(role, address)).to.equal(false);
      }
    });
  }

  it("are not rid of a good one by an ambassador of another country", async () => {
    const { authority, otto, petra, registrar, town } = await networkHelpers.loadFixture(monday);
    const role = roleIds.registrar(town);

    for (const caller of [otto, petra]) {
      await expect(authority.connect(caller).revokeRole(role, registrar.address))
        .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
        .withArgs(caller.address, roleIds.townAmbassador(town));
    }
  });

  it("are not ruled by a Town Ambassador after the hour in which the successor took over", async () => {
    const all = await networkHelpers.loadFixture(monday);
    const { authority, townAmbassador, countryAmbassador, ben, carla, town } = all;
    const role = roleIds.coordinator(town);
    await nameForKey(authority, role, carla);
    await appointAmbassador(all, { town }, ben);
    await networkHelpers.time.increase(7 * DAY);

    // Neither what they named before nor what they name now becomes a key.
    await expect(authority.connect(countryAmbassador).confirmKey(role, carla.address)).to.be.revertedWithCustomError(
      authority,
      "AuthorityNotNamed",
    );
    await expect(
      authority.connect(townAmbassador).nameForKey(role, carla.address, await acceptanceOf(authority, role, carla)),
    )
      .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
      .withArgs(townAmbassador.address, roleIds.townAmbassador(town));
  });
});

import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { id, Wallet, ZeroAddress, ZeroHash } from "ethers";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { acceptanceOf, appointAmbassador, appointNominee, giveKey, NO_WORD } from "../../fixture/keys.ts";
import { idOf } from "../../fixture/people.ts";
import { monday } from "../../fixture/weeks.ts";
import { COUNTRY, DAY } from "../../fixture/willowmere.ts";

const UNOPENED = 4;

describe("head office, about to be handed over to a wallet of its choice", () => {
  it("is not stopped by a town that puts a key on that wallet", async () => {
    const all = await networkHelpers.loadFixture(monday);
    const { authority, memberRegistry, registrar, townAmbassador, headOffice, payer, residentUntil, town } = all;
    await authority.connect(headOffice).beginDefaultAdminTransfer(payer.address);
    await memberRegistry
      .connect(registrar)
      .attest(town, [{ wallet: payer.address, residentUntil, joins: false, personId: idOf("forced one") }]);
    const role = roleIds.coordinator(town);

    await expect(authority.connect(townAmbassador).grantRole(role, payer.address)).to.be.revertedWithCustomError(
      authority,
      "AuthorityIsKey",
    );
    const forged = await acceptanceOf(authority, role, townAmbassador);
    await expect(
      authority.connect(townAmbassador).nameForKey(role, payer.address, forged),
    ).to.be.revertedWithCustomError(authority, "AuthorityNotAccepted");
    await networkHelpers.time.increase(8 * DAY);
    await authority.connect(payer).acceptDefaultAdminTransfer();

    expect(await authority.headOffice()).to.equal(payer.address);
  });

  it("appoints the ambassador it wants, whatever a town tries with that wallet", async () => {
    const all = await networkHelpers.loadFixture(monday);
    const { authority, townAmbassador, stranger, town } = all;
    const role = roleIds.registrar(town);
    await expect(
      authority.connect(townAmbassador).nameForKey(role, stranger.address, NO_WORD),
    ).to.be.revertedWithCustomError(authority, "AuthorityAcceptanceNotNow");

    await appointAmbassador(all, { country: 840 }, stranger);

    expect(await authority.acts(roleIds.countryAmbassador(840), stranger.address)).to.equal(true);
  });

  it("is not taken by a wallet that holds another key, of whatever kind", async () => {
    const all = await networkHelpers.loadFixture(monday);
    const { authority, headOffice, countryAmbassador, townAmbassador, registrar, coordinator } = all;

    for (const wallet of [countryAmbassador, townAmbassador, registrar, coordinator]) {
      await authority.connect(headOffice).beginDefaultAdminTransfer(wallet.address);
      await networkHelpers.time.increase(7 * DAY + 1);
      await expect(authority.connect(wallet).acceptDefaultAdminTransfer())
        .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
        .withArgs(wallet.address, ZeroHash);
    }
    expect(await authority.headOffice()).to.equal(headOffice.address);
  });
});

describe("the owners of head office's wallet, when a thief had it for some days", () => {
  it("are not shut out by a delay that never ends: thirty days are the most", async () => {
    const { authority, headOffice, payer } = await networkHelpers.loadFixture(monday);
    for (const delay of [2n ** 48n - 1n, BigInt(30 * DAY + 1)]) {
      await expect(authority.connect(headOffice).changeDefaultAdminDelay(delay))
        .to.be.revertedWithCustomError(authority, "AuthorityDelayOutOfBounds")
        .withArgs(delay, 3 * DAY, 30 * DAY);
    }

    await authority.connect(headOffice).changeDefaultAdminDelay(30 * DAY);
    await networkHelpers.time.increase(6 * DAY);
    await authority.connect(headOffice).beginDefaultAdminTransfer(payer.address);
    await networkHelpers.time.increase(30 * DAY + 1);
    await authority.connect(payer).acceptDefaultAdminTransfer();
    expect(await authority.headOffice()).to.equal(payer.address);
  });

  it("have at least three days to see a transfer that they did not begin", async () => {
    const { authority, headOffice, payer } = await networkHelpers.loadFixture(monday);
    await expect(authority.connect(headOffice).changeDefaultAdminDelay(0)).to.be.revertedWithCustomError(
      authority,
      "AuthorityDelayOutOfBounds",
    );
    await authority.connect(headOffice).changeDefaultAdminDelay(3 * DAY);
    await networkHelpers.time.increase(4 * DAY + 1);
    await authority.connect(headOffice).beginDefaultAdminTransfer(payer.address);
    await networkHelpers.time.increase(3 * DAY - 2);

    await expect(authority.connect(payer).acceptDefaultAdminTransfer()).to.be.revertedWithCustomError(
      authority,
      "AccessControlEnforcedDefaultAdminDelay",
    );
    await authority.connect(headOffice).cancelDefaultAdminTransfer();
  });

  it("find an office, not nothing: head office cannot be left to nobody", async () => {
    const { authority, headOffice } = await networkHelpers.loadFixture(monday);

    await expect(authority.connect(headOffice).beginDefaultAdminTransfer(ZeroAddress))
      .to.be.revertedWithCustomError(authority, "AuthorityNoWallet")
      .withArgs(ZeroHash);
    await expect(
      authority.connect(headOffice).renounceRole(ZeroHash, headOffice.address),
    ).to.be.revertedWithCustomError(authority, "AccessControlEnforcedDefaultAdminDelay");
  });
});

describe("a town whose ambassador head office would like to be itself", () => {
  it("is not run by head office, however long an office is vacant", async () => {
    const all = await networkHelpers.loadFixture(monday);
    const { townRegistry, authority, headOffice, carla, coordinator, town } = all;
    await townRegistry.connect(headOffice).removeTownAmbassador(town);
    await networkHelpers.time.increase(364 * DAY);

    expect(await townRegistry.isActive(town)).to.equal(false);
    expect(await townRegistry.isAmbassador(town, headOffice.address)).to.equal(false);
    const role = roleIds.coordinator(town);
    for (const call of [
      authority.connect(headOffice).revokeRole(role, coordinator.address),
      authority.connect(headOffice).nameForKey(role, carla.address, await acceptanceOf(authority, role, carla)),
      authority.connect(headOffice).confirmKey(role, carla.address),
      authority.connect(headOffice).grantRole(roleIds.steward(town), carla.address),
    ]) {
      await expect(call).to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount");
    }
  });

  it("does not get head office's own wallet as its ambassador, in either office", async () => {
    const all = await networkHelpers.loadFixture(monday);
    const { authority, headOffice, residentUntil, town } = all;
    const nominee = { wallet: headOffice.address, residentUntil, personId: idOf("head office") };

    await expect(appointNominee(all, town, headOffice, nominee))
      .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
      .withArgs(headOffice.address, roleIds.townAmbassador(town));
    await expect(appointAmbassador(all, { country: COUNTRY }, headOffice))
      .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
      .withArgs(headOffice.address, roleIds.countryAmbassador(COUNTRY));
  });

  it("keeps its ambassador for seven days, in which everybody sees who comes", async () => {
    const all = await networkHelpers.loadFixture(monday);
    const { authority, townRegistry, townAmbassador, carla, town } = all;
    await appointAmbassador(all, { town }, carla);
    const { wallet, actsFrom } = await authority.nextAmbassadorOf(roleIds.townAmbassador(town));
    expect([wallet, actsFrom]).to.deep.equal([carla.address, BigInt((await networkHelpers.time.latest()) + 7 * DAY)]);

    await networkHelpers.time.increaseTo(actsFrom - 1n);
    expect(await townRegistry.townKeyOf(town)).to.equal(townAmbassador.address);
  });

  it("does not get residents of head office's making, but for one nominee at a time who becomes ambassador", async () => {
    const all = await networkHelpers.loadFixture(monday);
    const { authority, memberRegistry, headOffice, stranger, payer, residentUntil, town } = all;
    await expect(
      memberRegistry.connect(headOffice).attestNominee(town, payer.address, residentUntil, idOf("payer")),
    ).to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotTownRegistry");
    await appointNominee(all, town, stranger, { wallet: stranger.address, residentUntil, personId: idOf("stranger") });

    const second = { wallet: payer.address, residentUntil, personId: idOf("payer") };
    await expect(appointNominee(all, town, payer, second))
      .to.be.revertedWithCustomError(authority, "AuthorityInOffice")
      .withArgs(roleIds.townAmbassador(town), stranger.address);
    expect(await memberRegistry.isResident(payer.address, town)).to.equal(false);
  });
});

describe("everybody else, when head office opens a country of its own", () => {
  /** Head office has wallets enough for all offices of a country that nobody knew of. */
  async function puppets() {
    const all = await networkHelpers.loadFixture(monday);
    const wallet = async (name: string) => {
      const one = new Wallet(id(name), ethers.provider);
      await networkHelpers.setBalance(one.address, 10n ** 18n);
      return one;
    };
    return { ...all, country: await wallet("ca"), ambassador: await wallet("ta"), wallet };
  }

  it("sees each of its offices with a wallet's own word, and none twice: one wallet does not do for two", async () => {
    const all = await networkHelpers.loadFixture(puppets);
    const { authority, townRegistry, headOffice, country, currency, residentUntil } = all;
    await appointAmbassador(all, { country: UNOPENED }, country);
    const town = Number(await townRegistry.townCount()) + 1;
    const nominee = { wallet: country.address, residentUntil, personId: idOf("ta") };
    const word = await acceptanceOf(authority, roleIds.townAmbassador(town), country);
    const found = townRegistry
      .connect(headOffice)
      .foundTown(UNOPENED, await currency.getAddress(), "Nowhere", nominee, word);

    await expect(found)
      .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
      .withArgs(country.address, roleIds.townAmbassador(town));
  });

  it("is not mixed with it: its people and its ambassadors have no say in any other country", async () => {
    const all = await networkHelpers.loadFixture(puppets);
    const { authority, townRegistry, memberRegistry, headOffice, country, ambassador, currency } = all;
    const { residentUntil, registrar, town } = all;
    await appointAmbassador(all, { country: UNOPENED }, country);
    const nowhere = Number(await townRegistry.townCount()) + 1;
    const nominee = { wallet: ambassador.address, residentUntil, personId: idOf("ta") };
    const word = await acceptanceOf(authority, roleIds.townAmbassador(nowhere), ambassador);
    await townRegistry.connect(headOffice).foundTown(UNOPENED, await currency.getAddress(), "Nowhere", nominee, word);

    for (const wallet of [country, ambassador]) {
      await expect(authority.connect(wallet).revokeRole(roleIds.registrar(town), registrar.address))
        .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
        .withArgs(wallet.address, roleIds.townAmbassador(town));
    }
    await expect(memberRegistry.connect(country).attestOutsiders(COUNTRY, [])).to.be.revertedWithCustomError(
      memberRegistry,
      "MemberRegistryNotCountryAmbassador",
    );
    expect(await memberRegistry.tierOf(ambassador.address, town)).to.equal(3); // of the world
  });

  it("is not outrun: a town takes 200 new people a week, and only its own Country Ambassador lets it be more", async () => {
    const all = await networkHelpers.loadFixture(puppets);
    const { authority, townRegistry, headOffice, country, ambassador, currency, residentUntil } = all;
    await appointAmbassador(all, { country: UNOPENED }, country);
    const nowhere = Number(await townRegistry.townCount()) + 1;
    const office = roleIds.townAmbassador(nowhere);
    const nominee = { wallet: ambassador.address, residentUntil, personId: idOf("ta") };
    const word = await acceptanceOf(authority, office, ambassador);
    await townRegistry.connect(headOffice).foundTown(UNOPENED, await currency.getAddress(), "Nowhere", nominee, word);

    expect(await townRegistry.attestationsAWeek(nowhere)).to.equal(200);
    await expect(townRegistry.connect(headOffice).confirmAttestationLimit(office, 2_000))
      .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
      .withArgs(nowhere, headOffice.address);
  });
});

describe("a person whose wallet is known to hold one office", () => {
  it("is not given a second one, in whatever order, also when they accept both", async () => {
    const all = await networkHelpers.loadFixture(monday);
    const { authority, carla, town } = all;
    await giveKey(all, roleIds.registrar(town), carla);

    await expect(appointAmbassador(all, { town }, carla))
      .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
      .withArgs(carla.address, roleIds.townAmbassador(town));
    await expect(appointAmbassador(all, { country: COUNTRY }, carla))
      .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
      .withArgs(carla.address, roleIds.countryAmbassador(COUNTRY));
    await expect(giveKey(all, roleIds.coordinator(town), carla))
      .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
      .withArgs(carla.address, roleIds.coordinator(town));
  });

  it("waits for an office with one wallet only, and takes no other meanwhile", async () => {
    const all = await networkHelpers.loadFixture(monday);
    const { authority, carla, town } = all;
    await appointAmbassador(all, { town }, carla);

    await expect(giveKey(all, roleIds.coordinator(town), carla))
      .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
      .withArgs(carla.address, roleIds.coordinator(town));
  });
});

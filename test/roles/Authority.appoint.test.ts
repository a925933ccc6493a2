import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import { networkHelpers, setNextTime } from "../fixture/connection.ts";
import { acceptanceOf, appointAmbassador, giveKey, NO_WORD } from "../fixture/keys.ts";
import { everybodyBut, impersonate } from "../fixture/people.ts";
import { COUNTRY, DAY, willowmere } from "../fixture/willowmere.ts";

const APPOINTER = `0xf0${"0".repeat(62)}`;

/** Carla is appointed over the Town Ambassador in office, and takes over at `actsFrom`. */
async function succeeding() {
  const before = await networkHelpers.loadFixture(willowmere);
  await appointAmbassador(before, { town: before.town }, before.carla);
  const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;
  return { ...before, role: roleIds.townAmbassador(before.town), actsFrom };
}

describe("Authority", () => {
  describe("appoint", () => {
    it("is the TownRegistry's alone", async () => {
      const { authority, memberRegistry, carla, town } = await networkHelpers.loadFixture(willowmere);
      const role = roleIds.townAmbassador(town);

      for (const caller of [...(await everybodyBut()), await impersonate(memberRegistry)]) {
        for (const call of [
          authority.connect(caller).appoint(role, carla.address, NO_WORD),
          authority.connect(caller).takeBackAppointment(role),
        ]) {
          await expect(call)
            .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
            .withArgs(caller.address, APPOINTER);
        }
      }
    });

    it("appoints ambassadors only", async () => {
      const { authority, townRegistry, carla, town } = await networkHelpers.loadFixture(willowmere);
      const registry = await impersonate(townRegistry);

      for (const role of [roleIds.registrar(town), roleIds.steward(town), ZeroHash, APPOINTER]) {
        const word = await acceptanceOf(authority, role, carla);
        await expect(authority.connect(registry).appoint(role, carla.address, word))
          .to.be.revertedWithCustomError(authority, "AuthorityNotAnAmbassador")
          .withArgs(role);
      }
    });

    it("takes a wallet's word once, also for an office it has left since", async () => {
      const { authority, townRegistry, headOffice, carla, town } = await networkHelpers.loadFixture(willowmere);
      const role = roleIds.townAmbassador(town);
      const word = await acceptanceOf(authority, role, carla);
      const registry = townRegistry.connect(headOffice);
      await registry.appointTownAmbassador(town, carla.address, word);
      await authority.connect(carla).renounceRole(role, carla.address);

      await expect(registry.appointTownAmbassador(town, carla.address, word))
        .to.be.revertedWithCustomError(authority, "AuthorityAcceptanceUsed")
        .withArgs(role, carla.address, word.signedAt);
    });
  });

  describe("given an ambassador in office and a successor who waits", () => {
    it("knows both, each with the key, and only the first acts", async () => {
      const { authority, townAmbassador, carla, role, actsFrom } = await networkHelpers.loadFixture(succeeding);

      await networkHelpers.time.increaseTo(actsFrom - 1);
      expect((await authority.ambassadorOf(role)).holder).to.equal(townAmbassador.address);
      expect(await authority.nextAmbassadorOf(role)).to.deep.equal([carla.address, BigInt(actsFrom)]);
      for (const { address } of [townAmbassador, carla]) {
        expect(await authority.hasRole(role, address)).to.equal(true);
        expect(await authority.keyOf(address)).to.equal(role);
      }
      expect(await authority.acts(role, townAmbassador.address)).to.equal(true);
      expect(await authority.acts(role, carla.address)).to.equal(false);
      expect(await authority.inOffice(role)).to.equal(true);
      expect(await authority.vacantSince(role)).to.equal(0);
    });

    it("hands the office over in the second in which the powers begin, and frees the wallet of the first", async () => {
      const all = await networkHelpers.loadFixture(succeeding);
      const { authority, townAmbassador, ben, carla, town, role, actsFrom } = all;
      await setNextTime(actsFrom);

      await expect(authority.connect(townAmbassador).grantRole(roleIds.steward(town), ben.address))
        .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
        .withArgs(townAmbassador.address, role);

      await networkHelpers.mine();
      expect(await authority.ambassadorOf(role)).to.deep.equal([carla.address, BigInt(actsFrom)]);
      expect(await authority.nextAmbassadorOf(role)).to.deep.equal([ZeroAddress, 0]);
      expect(await authority.acts(role, carla.address)).to.equal(true);
      expect(await authority.hasRole(role, townAmbassador.address)).to.equal(false);
      expect(await authority.keyOf(townAmbassador.address)).to.equal(ZeroHash);
      await giveKey(all, roleIds.coordinator(town), townAmbassador);
      expect(await authority.keyOf(townAmbassador.address)).to.equal(roleIds.coordinator(town));
    });

    it("lets head office appoint the first again, as a successor", async () => {
      const all = await networkHelpers.loadFixture(succeeding);
      const { authority, townAmbassador, carla, town, role, actsFrom } = all;
      await networkHelpers.time.increaseTo(actsFrom);

      await appointAmbassador(all, { town }, townAmbassador);

      expect((await authority.ambassadorOf(role)).holder).to.equal(carla.address);
      expect((await authority.nextAmbassadorOf(role)).wallet).to.equal(townAmbassador.address);
    });

    it("refuses a third while one waits", async () => {
      const all = await networkHelpers.loadFixture(succeeding);

      await expect(appointAmbassador(all, { town: all.town }, all.ben))
        .to.be.revertedWithCustomError(all.authority, "AuthorityInOffice")
        .withArgs(all.role, all.carla.address);
    });

    it("ends the appointment when head office takes it back; the first stays", async () => {
      const { authority, townRegistry, headOffice, townAmbassador, carla, role, actsFrom } =
        await networkHelpers.loadFixture(succeeding);

      await expect(townRegistry.connect(headOffice).takeBackAppointment(role))
        .to.emit(authority, "RoleRevoked")
        .withArgs(role, carla.address, await townRegistry.getAddress());

      await networkHelpers.time.increaseTo(actsFrom);
      expect(await authority.acts(role, townAmbassador.address)).to.equal(true);
      expect(await authority.holdsKey(carla.address)).to.equal(false);
      await expect(townRegistry.connect(headOffice).takeBackAppointment(role))
        .to.be.revertedWithCustomError(authority, "AuthorityNobodyWaits")
        .withArgs(role);
    });

    it("ends the appointment when the successor thinks better of it", async () => {
      const { authority, townAmbassador, carla, role, actsFrom } = await networkHelpers.loadFixture(succeeding);

      await authority.connect(carla).renounceRole(role, carla.address);

      await networkHelpers.time.increaseTo(actsFrom);
      expect(await authority.acts(role, townAmbassador.address)).to.equal(true);
      expect(await authority.holdsKey(carla.address)).to.equal(false);
    });

    it("lets the successor wait on when the first leaves", async () => {
      const { authority, townAmbassador, carla, role, actsFrom } = await networkHelpers.loadFixture(succeeding);
      await setNextTime(actsFrom - DAY);

      await authority.connect(townAmbassador).renounceRole(role, townAmbassador.address);

      expect(await authority.ambassadorOf(role)).to.deep.equal([carla.address, BigInt(actsFrom)]);
      expect(await authority.nextAmbassadorOf(role)).to.deep.equal([ZeroAddress, 0]);
      expect(await authority.vacantSince(role)).to.equal(actsFrom - DAY);
      await networkHelpers.time.increaseTo(actsFrom);
      expect(await authority.acts(role, carla.address)).to.equal(true);
      expect(await authority.vacantSince(role)).to.equal(0);
    });

    it("takes the successor's appointment with their wallet, when that was lost", async () => {
      const { authority, memberRegistry, townAmbassador, carla, role } = await networkHelpers.loadFixture(succeeding);

      await authority.connect(await impersonate(memberRegistry)).leaveOffice(carla.address);

      expect(await authority.keyOf(carla.address)).to.equal(ZeroHash);
      expect(await authority.nextAmbassadorOf(role)).to.deep.equal([ZeroAddress, 0]);
      expect(await authority.acts(role, townAmbassador.address)).to.equal(true);
    });

    it("holds for a country as well", async () => {
      const all = await networkHelpers.loadFixture(willowmere);
      const { authority, countryAmbassador, stranger } = all;
      const role = roleIds.countryAmbassador(COUNTRY);
      await appointAmbassador(all, { country: COUNTRY }, stranger);
      expect(await authority.acts(role, countryAmbassador.address)).to.equal(true);

      await networkHelpers.time.increase(7 * DAY);

      expect(await authority.acts(role, countryAmbassador.address)).to.equal(false);
      expect(await authority.acts(role, stranger.address)).to.equal(true);
    });
  });

  describe("given a vacant office and a successor who waits", () => {
    it("ends the appointment when head office takes it back; the vacancy stays as old as it was", async () => {
      const all = await networkHelpers.loadFixture(willowmere);
      const { authority, townRegistry, headOffice, carla, town } = all;
      const role = roleIds.townAmbassador(town);
      await townRegistry.connect(headOffice).removeTownAmbassador(town);
      const since = await networkHelpers.time.latest();
      await appointAmbassador(all, { town }, carla);

      await townRegistry.connect(headOffice).takeBackAppointment(role);

      expect((await authority.ambassadorOf(role)).holder).to.equal(ZeroAddress);
      expect(await authority.vacantSince(role)).to.equal(since);
      expect(await authority.holdsKey(carla.address)).to.equal(false);
    });
  });
});

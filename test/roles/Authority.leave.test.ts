import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { ZeroHash } from "ethers";
import type { Hex } from "viem";
import { networkHelpers } from "../fixture/connection.ts";
import { impersonate, everybodyBut } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, willowmere } from "../fixture/willowmere.ts";

const HEAD_OFFICE = `0xf1${"0".repeat(62)}`;

const keys: Record<string, (town: number) => Hex> = {
  countryAmbassador: () => roleIds.countryAmbassador(COUNTRY),
  townAmbassador: (town) => roleIds.townAmbassador(town),
  registrar: (town) => roleIds.registrar(town),
  coordinator: (town) => roleIds.coordinator(town),
};

/** Both towns, carla with both roles of Willowmere that are no keys, and the MemberRegistry as a signer. */
async function withStewards() {
  const before = await networkHelpers.loadFixture(twoTowns);
  const { authority, townAmbassador, carla, town, memberRegistry } = before;
  await authority.connect(townAmbassador).grantRole(roleIds.steward(town), carla.address);
  await authority.connect(townAmbassador).grantRole(roleIds.projectManager(town), carla.address);
  return { ...before, registry: await impersonate(memberRegistry) };
}

describe("Authority", () => {
  describe("keyOf", () => {
    it("names the one key of each holder, and none for others", async () => {
      const all = await networkHelpers.loadFixture(willowmere);
      const { authority, town } = all;

      for (const [name, role] of Object.entries(keys)) {
        const { address } = all[name as "townAmbassador"];
        expect(await authority.keyOf(address)).to.equal(role(town));
        expect(await authority.holdsKey(address)).to.equal(true);
      }
      expect(await authority.keyOf(all.headOffice.address)).to.equal(HEAD_OFFICE);
      expect(await authority.keyOf(all.amina.address)).to.equal(ZeroHash);
      expect(await authority.holdsKey(all.amina.address)).to.equal(false);
    });
  });

  describe("leaveOffice", () => {
    for (const [name, role] of Object.entries(keys)) {
      describe(`given the wallet of the ${name}`, () => {
        it("takes that key, and no other's", async () => {
          const all = await networkHelpers.loadFixture(withStewards);
          const { authority, registry, town } = all;
          const { address } = all[name as "townAmbassador"];

          await expect(authority.connect(registry).leaveOffice(address))
            .to.emit(authority, "RoleRevoked")
            .withArgs(role(town), address, registry.address);

          expect(await authority.hasRole(role(town), address)).to.equal(false);
          expect(await authority.keyOf(address)).to.equal(ZeroHash);
          for (const [other, otherRole] of Object.entries(keys).filter(([key]) => key !== name)) {
            const wallet = all[other as "townAmbassador"].address;
            expect(await authority.hasRole(otherRole(town), wallet)).to.equal(true);
            expect(await authority.keyOf(wallet)).to.equal(otherRole(town));
          }
        });
      });
    }

    describe("given an ambassador", () => {
      it("makes the office vacant from that second on", async () => {
        const { authority, registry, townAmbassador, town } = await networkHelpers.loadFixture(withStewards);
        const now = (await networkHelpers.time.latest()) + 10;
        await networkHelpers.time.setNextBlockTimestamp(now);

        await authority.connect(registry).leaveOffice(townAmbassador.address);

        const role = roleIds.townAmbassador(town);
        expect(await authority.vacantSince(role)).to.equal(now);
        expect(await authority.inOffice(role)).to.equal(false);
      });
    });

    describe("given head office's wallet", () => {
      it("changes nothing", async () => {
        const { authority, registry, headOffice } = await networkHelpers.loadFixture(withStewards);

        await expect(authority.connect(registry).leaveOffice(headOffice.address)).to.not.emit(authority, "RoleRevoked");

        expect(await authority.headOffice()).to.equal(headOffice.address);
        expect(await authority.keyOf(headOffice.address)).to.equal(HEAD_OFFICE);
      });
    });

    describe("given a wallet without a key", () => {
      it("changes nothing, not even its other roles", async () => {
        const { authority, registry, carla, town } = await networkHelpers.loadFixture(withStewards);

        await expect(authority.connect(registry).leaveOffice(carla.address)).to.not.emit(authority, "RoleRevoked");

        expect(await authority.hasRole(roleIds.steward(town), carla.address)).to.equal(true);
        expect(await authority.hasRole(roleIds.projectManager(town), carla.address)).to.equal(true);
      });
    });

    describe("given anybody but the MemberRegistry", () => {
      it("reverts with AuthorityNotMemberRegistry", async () => {
        const { authority, townRegistry, coordinator } = await networkHelpers.loadFixture(withStewards);

        for (const caller of [...(await everybodyBut()), await impersonate(townRegistry)]) {
          await expect(authority.connect(caller).leaveOffice(coordinator.address))
            .to.be.revertedWithCustomError(authority, "AuthorityNotMemberRegistry")
            .withArgs(caller.address);
        }
      });
    });
  });

  describe("leaveTown", () => {
    for (const name of ["townAmbassador", "registrar", "coordinator"]) {
      describe(`given the wallet of the town's ${name}`, () => {
        it("takes the role and the key with it", async () => {
          const all = await networkHelpers.loadFixture(withStewards);
          const { authority, registry, town } = all;
          const { address } = all[name as "townAmbassador"];

          await authority.connect(registry).leaveTown(address, town);

          expect(await authority.hasRole(keys[name]?.(town) ?? "", address)).to.equal(false);
          expect(await authority.keyOf(address)).to.equal(ZeroHash);
        });
      });
    }

    describe("given a steward who is project manager too", () => {
      it("takes both roles", async () => {
        const { authority, registry, carla, town } = await networkHelpers.loadFixture(withStewards);

        await authority.connect(registry).leaveTown(carla.address, town);

        expect(await authority.hasRole(roleIds.steward(town), carla.address)).to.equal(false);
        expect(await authority.hasRole(roleIds.projectManager(town), carla.address)).to.equal(false);
      });
    });

    describe("given the Country Ambassador, or another town", () => {
      it("takes nothing", async () => {
        const { authority, registry, countryAmbassador, carla, town, hillside } =
          await networkHelpers.loadFixture(withStewards);

        await authority.connect(registry).leaveTown(countryAmbassador.address, town);
        await authority.connect(registry).leaveTown(carla.address, hillside);

        expect(await authority.hasRole(roleIds.countryAmbassador(COUNTRY), countryAmbassador.address)).to.equal(true);
        expect(await authority.hasRole(roleIds.steward(town), carla.address)).to.equal(true);
        expect(await authority.hasRole(roleIds.projectManager(town), carla.address)).to.equal(true);
      });
    });

    describe("given anybody but the MemberRegistry", () => {
      it("reverts with AuthorityNotMemberRegistry", async () => {
        const { authority, townRegistry, coordinator, town } = await networkHelpers.loadFixture(withStewards);

        for (const caller of [...(await everybodyBut()), await impersonate(townRegistry)]) {
          await expect(authority.connect(caller).leaveTown(coordinator.address, town))
            .to.be.revertedWithCustomError(authority, "AuthorityNotMemberRegistry")
            .withArgs(caller.address);
        }
      });
    });
  });

  describe("vacantSince", () => {
    it("is zero for a role that never had a holder, and for one in office", async () => {
      const { authority, town } = await networkHelpers.loadFixture(willowmere);

      expect(await authority.vacantSince(roleIds.townAmbassador(town))).to.equal(0);
      expect(await authority.vacantSince(roleIds.countryAmbassador(COUNTRY))).to.equal(0);
      expect(await authority.vacantSince(roleIds.townAmbassador(town + 1))).to.equal(0);
    });
  });
});

import { expect } from "chai";
import { ZeroHash } from "ethers";
import type { Hex } from "viem";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { everybodyBut } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, willowmere } from "../fixture/willowmere.ts";

const APPOINTER = `0xf0${"0".repeat(62)}`;
const NOBODY = `0xff${"0".repeat(62)}`;

/** Roles that a Town Ambassador grants, and the keys, which nobody grants. */
const keys = { registrar: roleIds.registrar, coordinator: roleIds.coordinator };
const supportRoles = {
  steward: roleIds.steward,
  "project manager": roleIds.projectManager,
} satisfies Record<string, (town: number) => Hex>;

describe("Authority", () => {
  describe("grantRole", () => {
    describe("given a key", () => {
      const all = {
        ...keys,
        "town ambassador": roleIds.townAmbassador,
        "country ambassador": () => roleIds.countryAmbassador(COUNTRY),
      };
      for (const [kind, idFor] of Object.entries(all)) {
        describe(`when anybody, of whatever office, makes a resident ${kind}`, () => {
          it("reverts with AuthorityIsKey: a key is accepted, and given by two", async () => {
            const { authority, otto, petra, carla, town } = await networkHelpers.loadFixture(twoTowns);

            for (const caller of [...(await everybodyBut()), otto, petra]) {
              await expect(authority.connect(caller).grantRole(idFor(town), carla.address))
                .to.be.revertedWithCustomError(authority, "AuthorityIsKey")
                .withArgs(idFor(town), carla.address);
            }
          });
        });
      }
    });

    describe("given a town with its ambassador in office", () => {
      for (const [kind, idFor] of Object.entries(supportRoles)) {
        describe(`when the Town Ambassador makes a resident ${kind}`, () => {
          it("grants the role, which acts at once", async () => {
            const { authority, townAmbassador, carla, town } = await networkHelpers.loadFixture(willowmere);
            const role = idFor(town);

            const grant = authority.connect(townAmbassador).grantRole(role, carla.address);
            await expect(grant).to.emit(authority, "RoleGranted").withArgs(role, carla.address, townAmbassador.address);
            await expect(grant).to.not.emit(authority, "AmbassadorAppointed");

            expect(await authority.hasRole(role, carla.address)).to.equal(true);
            expect(await authority.acts(role, carla.address)).to.equal(true);
            expect(await authority.inOffice(role)).to.equal(false);
          });
        });

        describe(`when the Town Ambassador makes somebody ${kind} who does not live in the town`, () => {
          it("reverts with AuthorityNotResident", async () => {
            const { authority, townAmbassador, dina, emil, stranger, sam, town } =
              await networkHelpers.loadFixture(twoTowns);

            for (const { address } of [dina, emil, stranger, sam]) {
              await expect(authority.connect(townAmbassador).grantRole(idFor(town), address))
                .to.be.revertedWithCustomError(authority, "AuthorityNotResident")
                .withArgs(address, town);
            }
          });
        });

        describe(`when anybody else makes a resident ${kind}`, () => {
          it("reverts with AccessControlUnauthorizedAccount", async () => {
            const { authority, otto, petra, quinn, rosa, carla, town } = await networkHelpers.loadFixture(twoTowns);
            const ambassadorRole = roleIds.townAmbassador(town);

            for (const caller of [...(await everybodyBut("townAmbassador")), otto, petra, quinn, rosa]) {
              await expect(authority.connect(caller).grantRole(idFor(town), carla.address))
                .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
                .withArgs(caller.address, ambassadorRole);
            }
          });
        });
      }

      describe("when the resident's home is attested until exactly now", () => {
        it("grants the role", async () => {
          const { authority, townAmbassador, carla, town, residentUntil } =
            await networkHelpers.loadFixture(willowmere);
          await networkHelpers.time.setNextBlockTimestamp(residentUntil);

          await authority.connect(townAmbassador).grantRole(roleIds.steward(town), carla.address);

          expect(await authority.hasRole(roleIds.steward(town), carla.address)).to.equal(true);
        });
      });

      describe("when the resident's home was attested until a second ago", () => {
        it("reverts with AuthorityNotResident", async () => {
          const { authority, townAmbassador, carla, town, residentUntil } =
            await networkHelpers.loadFixture(willowmere);
          await networkHelpers.time.setNextBlockTimestamp(residentUntil + 1);

          await expect(authority.connect(townAmbassador).grantRole(roleIds.steward(town), carla.address))
            .to.be.revertedWithCustomError(authority, "AuthorityNotResident")
            .withArgs(carla.address, town);
        });
      });

      describe("when the wallet holds the role already", () => {
        it("changes nothing", async () => {
          const { authority, townAmbassador, carla, town } = await networkHelpers.loadFixture(willowmere);
          const grant = () => authority.connect(townAmbassador).grantRole(roleIds.steward(town), carla.address);
          await grant();

          await expect(grant()).to.not.emit(authority, "RoleGranted");

          expect(await authority.hasRole(roleIds.steward(town), carla.address)).to.equal(true);
        });
      });

      describe("when a role is for two residents", () => {
        it("grants it to both", async () => {
          const { authority, townAmbassador, ben, carla, town } = await networkHelpers.loadFixture(willowmere);

          for (const { address } of [ben, carla]) {
            await authority.connect(townAmbassador).grantRole(roleIds.steward(town), address);
            expect(await authority.acts(roleIds.steward(town), address)).to.equal(true);
          }
        });
      });
    });

    describe("given head office", () => {
      const refused = (town: number): [string, string, string][] => [
        ["steward", roleIds.steward(town), roleIds.townAmbassador(town)],
        ["project manager", roleIds.projectManager(town), roleIds.townAmbassador(town)],
        ["appointer", APPOINTER, NOBODY],
        ["nobody", NOBODY, NOBODY],
        ["a kind that does not exist", `0x07${"0".repeat(61)}1`, NOBODY],
        ["an id with something between kind and scope", `0x03${"0".repeat(53)}100000001`, NOBODY],
      ];

      for (const [name, role, admin] of refused(1)) {
        describe(`when it grants: ${name}`, () => {
          it("reverts with AccessControlUnauthorizedAccount", async () => {
            const { authority, headOffice, carla, town } = await networkHelpers.loadFixture(willowmere);
            expect(town).to.equal(1);

            await expect(authority.connect(headOffice).grantRole(role, carla.address))
              .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
              .withArgs(headOffice.address, admin);
          });
        });
      }

      describe("when it grants its own root", () => {
        it("reverts with AccessControlEnforcedDefaultAdminRules", async () => {
          const { authority, headOffice, carla } = await networkHelpers.loadFixture(willowmere);

          await expect(authority.connect(headOffice).grantRole(ZeroHash, carla.address)).to.be.revertedWithCustomError(
            authority,
            "AccessControlEnforcedDefaultAdminRules",
          );
        });
      });
    });

    describe("given the TownRegistry", () => {
      async function asTownRegistry() {
        const town = await networkHelpers.loadFixture(willowmere);
        const registry = await ethers.getImpersonatedSigner(town.deployment.addresses.TownRegistry);
        await networkHelpers.setBalance(registry.address, 10n ** 20n);
        return { ...town, registry };
      }

      describe("when it grants a role of a town's staff", () => {
        it("reverts with AccessControlUnauthorizedAccount", async () => {
          const { authority, registry, carla, town } = await asTownRegistry();

          for (const idFor of Object.values(supportRoles)) {
            await expect(authority.connect(registry).grantRole(idFor(town), carla.address))
              .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
              .withArgs(registry.address, roleIds.townAmbassador(town));
          }
        });
      });

      describe("when it passes its own role on", () => {
        it("reverts with AccessControlUnauthorizedAccount", async () => {
          const { authority, registry, carla } = await asTownRegistry();

          await expect(authority.connect(registry).grantRole(APPOINTER, carla.address))
            .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
            .withArgs(registry.address, NOBODY);
        });
      });

      describe("when it grants a country ambassador with a code beyond 16 bits", () => {
        it("reverts with AccessControlUnauthorizedAccount", async () => {
          const { authority, registry, carla } = await asTownRegistry();

          await expect(authority.connect(registry).grantRole(roleIds.countryAmbassador(65_536), carla.address))
            .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
            .withArgs(registry.address, NOBODY);
        });
      });
    });
  });
});

import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { acceptanceDomainOf, appointAmbassador, giveKey } from "../fixture/keys.ts";
import { COUNTRY, DAY, willowmere } from "../fixture/willowmere.ts";

const APPOINTER = `0xf0${"0".repeat(62)}`;
const NOBODY = `0xff${"0".repeat(62)}`;

describe("Authority", () => {
  describe("constructor", () => {
    describe("given the deployed system", () => {
      it("makes head office the root, with a delay of seven days for its own transfer", async () => {
        const { authority, headOffice } = await networkHelpers.loadFixture(willowmere);

        expect(await authority.headOffice()).to.equal(headOffice.address);
        expect(await authority.defaultAdmin()).to.equal(headOffice.address);
        expect(await authority.hasRole(ZeroHash, headOffice.address)).to.equal(true);
        expect(await authority.holdsKey(headOffice.address)).to.equal(true);
        expect(await authority.defaultAdminDelay()).to.equal(7 * DAY);
        expect(await authority.HEAD_OFFICE_DELAY()).to.equal(7 * DAY);
        expect(await authority.SUCCESSION_DELAY()).to.equal(7 * DAY);
      });

      it("says in what domain wallets sign for it", async () => {
        const { authority } = await networkHelpers.loadFixture(willowmere);

        const { name, version, chainId, verifyingContract } = await authority.eip712Domain();
        expect({ name, version, chainId, verifyingContract }).to.deep.equal(await acceptanceDomainOf(authority));
      });

      it("makes the TownRegistry the appointer", async () => {
        const { authority, townRegistry } = await networkHelpers.loadFixture(willowmere);

        expect(await authority.acts(APPOINTER, await townRegistry.getAddress())).to.equal(true);
        expect(await authority.holdsKey(await townRegistry.getAddress())).to.equal(false);
      });

      it("leaves the deployer with nothing", async () => {
        const { authority, deployer, deployment } = await networkHelpers.loadFixture(willowmere);
        const grants = await authority.queryFilter(authority.filters.RoleGranted(), deployment.startBlock);

        expect(grants.length).to.be.greaterThan(2);
        expect(grants.filter(({ args }) => args.account === deployer.address)).to.deep.equal([]);
        expect(await authority.holdsKey(deployer.address)).to.equal(false);
        expect(await authority.hasRole(ZeroHash, deployer.address)).to.equal(false);
      });
    });

    describe("when head office is nobody", () => {
      it("reverts with AccessControlInvalidDefaultAdmin", async () => {
        const { authority, deployer, deployment } = await networkHelpers.loadFixture(willowmere);
        const { TownRegistry, MemberRegistry } = deployment.addresses;

        await expect(ethers.deployContract("Authority", [ZeroAddress, TownRegistry, MemberRegistry], deployer))
          .to.be.revertedWithCustomError(authority, "AccessControlInvalidDefaultAdmin")
          .withArgs(ZeroAddress);
      });
    });
  });

  describe("getRoleAdmin", () => {
    const admins: [string, string, string][] = [
      ["the root", ZeroHash, ZeroHash],
      ["a country ambassador", roleIds.countryAmbassador(COUNTRY), APPOINTER],
      ["the last country code's ambassador", roleIds.countryAmbassador(65_535), APPOINTER],
      ["a country code beyond 16 bits", roleIds.countryAmbassador(65_536), NOBODY],
      ["a town ambassador", roleIds.townAmbassador(7), APPOINTER],
      ["the last town's ambassador", roleIds.townAmbassador(0xffffffff), APPOINTER],
      ["a registrar", roleIds.registrar(7), roleIds.townAmbassador(7)],
      ["a coordinator", roleIds.coordinator(7), roleIds.townAmbassador(7)],
      ["a steward", roleIds.steward(7), roleIds.townAmbassador(7)],
      ["a project manager", roleIds.projectManager(7), roleIds.townAmbassador(7)],
      ["kind 0 with a scope", `0x${"0".repeat(63)}7`, NOBODY],
      ["kind 7", `0x07${"0".repeat(61)}7`, NOBODY],
      ["a scope beyond 32 bits", `0x02${"0".repeat(53)}100000007`, NOBODY],
      ["the appointer", APPOINTER, NOBODY],
      ["nobody", NOBODY, NOBODY],
    ];
    for (const [name, role, admin] of admins) {
      describe(`when asked for ${name}`, () => {
        it(`answers ${admin.slice(0, 4)}…${admin.slice(-3)}`, async () => {
          const { authority } = await networkHelpers.loadFixture(willowmere);

          expect(await authority.getRoleAdmin(role)).to.equal(admin);
        });
      });
    }
  });

  describe("revokeRole", () => {
    describe("given a town with its staff", () => {
      describe("when the Town Ambassador revokes a key", () => {
        it("takes role and powers at once, and frees the wallet for another key", async () => {
          const { townRegistry, authority, memberRegistry, townAmbassador, registrar, town } =
            await networkHelpers.loadFixture(willowmere);
          const role = roleIds.registrar(town);

          await expect(authority.connect(townAmbassador).revokeRole(role, registrar.address))
            .to.emit(authority, "RoleRevoked")
            .withArgs(role, registrar.address, townAmbassador.address);

          expect(await authority.acts(role, registrar.address)).to.equal(false);
          expect(await authority.holdsKey(registrar.address)).to.equal(false);
          await expect(memberRegistry.connect(registrar).attest(town, []))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotRegistrar")
            .withArgs(town, registrar.address);
          await giveKey({ authority, townRegistry }, roleIds.coordinator(town), registrar);
          expect(await authority.acts(roleIds.coordinator(town), registrar.address)).to.equal(true);
        });
      });

      for (const kind of ["steward", "projectManager"] as const) {
        describe(`when a registrar who is also ${kind} loses that role`, () => {
          it("keeps the registrar's key", async () => {
            const { authority, townAmbassador, registrar, town } = await networkHelpers.loadFixture(willowmere);
            const role = roleIds[kind](town);
            await authority.connect(townAmbassador).grantRole(role, registrar.address);

            await authority.connect(townAmbassador).revokeRole(role, registrar.address);

            expect(await authority.hasRole(role, registrar.address)).to.equal(false);
            expect(await authority.holdsKey(registrar.address)).to.equal(true);
          });
        });
      }

      describe("when a key is revoked that the wallet does not hold", () => {
        it("changes nothing: the key it does hold stays a key", async () => {
          const { authority, townAmbassador, registrar, town } = await networkHelpers.loadFixture(willowmere);

          await expect(
            authority.connect(townAmbassador).revokeRole(roleIds.coordinator(town), registrar.address),
          ).to.not.emit(authority, "RoleRevoked");

          expect(await authority.acts(roleIds.registrar(town), registrar.address)).to.equal(true);
          expect(await authority.holdsKey(registrar.address)).to.equal(true);
        });
      });

      describe("when head office revokes directly", () => {
        it("reverts with AccessControlUnauthorizedAccount", async () => {
          const { authority, headOffice, townAmbassador, countryAmbassador, registrar, town } =
            await networkHelpers.loadFixture(willowmere);
          const cases = [
            [roleIds.countryAmbassador(COUNTRY), countryAmbassador.address, APPOINTER],
            [roleIds.townAmbassador(town), townAmbassador.address, APPOINTER],
            [roleIds.registrar(town), registrar.address, roleIds.townAmbassador(town)],
          ] as const;

          for (const [role, wallet, admin] of cases) {
            await expect(authority.connect(headOffice).revokeRole(role, wallet))
              .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
              .withArgs(headOffice.address, admin);
          }
        });
      });

      describe("when the root itself is revoked", () => {
        it("reverts with AccessControlEnforcedDefaultAdminRules", async () => {
          const { authority, headOffice } = await networkHelpers.loadFixture(willowmere);

          await expect(
            authority.connect(headOffice).revokeRole(ZeroHash, headOffice.address),
          ).to.be.revertedWithCustomError(authority, "AccessControlEnforcedDefaultAdminRules");
        });
      });
    });
  });

  describe("renounceRole", () => {
    describe("given a registrar", () => {
      describe("when they renounce", () => {
        it("takes the role and frees the wallet for another key", async () => {
          const { authority, registrar, town } = await networkHelpers.loadFixture(willowmere);
          const role = roleIds.registrar(town);

          await expect(authority.connect(registrar).renounceRole(role, registrar.address))
            .to.emit(authority, "RoleRevoked")
            .withArgs(role, registrar.address, registrar.address);

          expect(await authority.acts(role, registrar.address)).to.equal(false);
          expect(await authority.holdsKey(registrar.address)).to.equal(false);
        });
      });

      describe("when somebody renounces for them", () => {
        it("reverts with AccessControlBadConfirmation", async () => {
          const { authority, townAmbassador, registrar, town } = await networkHelpers.loadFixture(willowmere);

          await expect(
            authority.connect(townAmbassador).renounceRole(roleIds.registrar(town), registrar.address),
          ).to.be.revertedWithCustomError(authority, "AccessControlBadConfirmation");
        });
      });
    });

    describe("given an ambassador", () => {
      describe("when they renounce", () => {
        it("vacates the office, frees the wallet, and keeps the next one a successor", async () => {
          const { authority, townRegistry, headOffice, townAmbassador, carla, town } =
            await networkHelpers.loadFixture(willowmere);
          const role = roleIds.townAmbassador(town);

          await authority.connect(townAmbassador).renounceRole(role, townAmbassador.address);

          expect(await authority.holdsKey(townAmbassador.address)).to.equal(false);
          expect(await authority.inOffice(role)).to.equal(false);
          expect((await authority.ambassadorOf(role)).holder).to.equal(ZeroAddress);
          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
          expect(await authority.acts(role, carla.address)).to.equal(false);
        });
      });
    });

    describe("given head office", () => {
      describe("when it renounces without the two steps", () => {
        it("reverts with AccessControlEnforcedDefaultAdminDelay", async () => {
          const { authority, headOffice } = await networkHelpers.loadFixture(willowmere);

          await expect(authority.connect(headOffice).renounceRole(ZeroHash, headOffice.address))
            .to.be.revertedWithCustomError(authority, "AccessControlEnforcedDefaultAdminDelay")
            .withArgs(0);
        });
      });

      describe("when it says that it will renounce for good", () => {
        it("reverts with AuthorityNoWallet: no office could ever be filled again", async () => {
          const { authority, headOffice } = await networkHelpers.loadFixture(willowmere);

          await expect(authority.connect(headOffice).beginDefaultAdminTransfer(ZeroAddress))
            .to.be.revertedWithCustomError(authority, "AuthorityNoWallet")
            .withArgs(ZeroHash);
        });
      });
    });
  });

  describe("ambassadorOf, acts and inOffice", () => {
    describe("given an office that nobody ever held", () => {
      it("answer nobody, no and no", async () => {
        const { authority, stranger } = await networkHelpers.loadFixture(willowmere);
        const role = roleIds.countryAmbassador(1);

        expect(await authority.ambassadorOf(role)).to.deep.equal([ZeroAddress, 0n]);
        expect(await authority.acts(role, stranger.address)).to.equal(false);
        expect(await authority.inOffice(role)).to.equal(false);
        expect(await authority.inOffice(roleIds.townAmbassador(99))).to.equal(false);
      });
    });

    describe("given the first holder", () => {
      it("acts from the very second of the appointment", async () => {
        const { authority, townRegistry, headOffice, stranger } = await networkHelpers.loadFixture(willowmere);
        const role = roleIds.countryAmbassador(1);

        await appointAmbassador({ authority, townRegistry, headOffice }, { country: 1 }, stranger);

        const now = await networkHelpers.time.latest();
        expect(await authority.ambassadorOf(role)).to.deep.equal([stranger.address, BigInt(now)]);
        expect(await authority.acts(role, stranger.address)).to.equal(true);
        expect(await authority.inOffice(role)).to.equal(true);
      });
    });

    describe("given a successor", () => {
      async function withSuccessor() {
        const before = await networkHelpers.loadFixture(willowmere);
        const { authority, townRegistry, headOffice, carla, town } = before;
        await townRegistry.connect(headOffice).removeTownAmbassador(town);
        await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
        const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;
        return { ...before, role: roleIds.townAmbassador(town), actsFrom };
      }

      it("holds the role and the key at once", async () => {
        const { authority, carla, role, actsFrom } = await networkHelpers.loadFixture(withSuccessor);

        expect(await authority.hasRole(role, carla.address)).to.equal(true);
        expect(await authority.holdsKey(carla.address)).to.equal(true);
        expect(await authority.ambassadorOf(role)).to.deep.equal([carla.address, BigInt(actsFrom)]);
      });

      describe("when a second of the seven days is left", () => {
        it("does not act, and grants nothing", async () => {
          const { authority, townAmbassador, carla, ben, town, role, actsFrom } =
            await networkHelpers.loadFixture(withSuccessor);

          await networkHelpers.time.setNextBlockTimestamp(actsFrom - 1);
          await expect(authority.connect(carla).grantRole(roleIds.steward(town), ben.address))
            .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
            .withArgs(carla.address, role);

          await networkHelpers.time.increaseTo(actsFrom - 1);
          expect(await authority.acts(role, carla.address)).to.equal(false);
          expect(await authority.acts(role, townAmbassador.address)).to.equal(false);
          expect(await authority.inOffice(role)).to.equal(false);
        });
      });

      describe("when the seven days are over", () => {
        it("acts, and grants", async () => {
          const { authority, carla, ben, town, role, actsFrom } = await networkHelpers.loadFixture(withSuccessor);
          await networkHelpers.time.setNextBlockTimestamp(actsFrom);

          await authority.connect(carla).grantRole(roleIds.steward(town), ben.address);

          expect(await networkHelpers.time.latest()).to.equal(actsFrom);
          expect(await authority.acts(role, carla.address)).to.equal(true);
          expect(await authority.inOffice(role)).to.equal(true);
        });
      });

      describe("when they are asked for a role that is not theirs", () => {
        it("do not act in it", async () => {
          const { authority, carla, ben, role, actsFrom } = await networkHelpers.loadFixture(withSuccessor);
          await networkHelpers.time.increaseTo(actsFrom);

          expect(await authority.acts(role, ben.address)).to.equal(false);
          expect(await authority.acts(roleIds.townAmbassador(2), carla.address)).to.equal(false);
        });
      });

      describe("when the successor leaves in turn", () => {
        it("makes the third wait as well", async () => {
          const { authority, townRegistry, headOffice, ben, town, role, actsFrom } =
            await networkHelpers.loadFixture(withSuccessor);
          await networkHelpers.time.increaseTo(actsFrom + DAY);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, ben);

          const now = await networkHelpers.time.latest();
          expect(await authority.ambassadorOf(role)).to.deep.equal([ben.address, BigInt(now + 7 * DAY)]);
        });
      });
    });
  });
});

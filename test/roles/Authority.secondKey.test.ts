import { expect } from "chai";
import { ZeroHash } from "ethers";
import type { Hex } from "viem";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador, giveKey } from "../fixture/keys.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY, willowmere } from "../fixture/willowmere.ts";

type TwoTowns = Awaited<ReturnType<typeof twoTowns>>;

const holders = ["headOffice", "countryAmbassador", "townAmbassador", "registrar", "coordinator"] as const;

type Wallet = TwoTowns["headOffice"];

/** Every way to a key in Willowmere or its country, with the wallet's word. */
const grants: Record<
  string,
  { role: (town: number) => Hex; grant: (all: TwoTowns, wallet: Wallet) => Promise<unknown> }
> = {
  countryAmbassador: {
    role: () => roleIds.countryAmbassador(COUNTRY),
    grant: (all, wallet) => appointAmbassador(all, { country: COUNTRY }, wallet),
  },
  "ambassador of another country": {
    role: () => roleIds.countryAmbassador(1),
    grant: (all, wallet) => appointAmbassador(all, { country: 1 }, wallet),
  },
  townAmbassador: {
    role: (town) => roleIds.townAmbassador(town),
    grant: (all, wallet) => appointAmbassador(all, { town: all.town }, wallet),
  },
  registrar: {
    role: (town) => roleIds.registrar(town),
    grant: (all, wallet) => giveKey(all, roleIds.registrar(all.town), wallet),
  },
  coordinator: {
    role: (town) => roleIds.coordinator(town),
    grant: (all, wallet) => giveKey(all, roleIds.coordinator(all.town), wallet),
  },
};

describe("Authority", () => {
  describe("one wallet, one key", () => {
    for (const holder of holders) {
      describe(`given the wallet of the ${holder}`, () => {
        for (const [kind, { role, grant }] of Object.entries(grants).filter(([name]) => name !== holder)) {
          describe(`when it is made ${kind}`, () => {
            it("reverts with AuthoritySecondKey", async () => {
              const all = await networkHelpers.loadFixture(twoTowns);
              const { address } = all[holder];

              await expect(grant(all, all[holder]))
                .to.be.revertedWithCustomError(all.authority, "AuthoritySecondKey")
                .withArgs(address, role(all.town));

              expect(await all.authority.holdsKey(address)).to.equal(true);
            });
          });
        }

        for (const kind of ["registrar", "coordinator"] as const) {
          describe(`when another town makes it ${kind}`, () => {
            it("reverts with AuthoritySecondKey", async () => {
              const all = await networkHelpers.loadFixture(twoTowns);
              const role = roleIds[kind](all.hillside);

              await expect(giveKey(all, role, all[holder]))
                .to.be.revertedWithCustomError(all.authority, "AuthoritySecondKey")
                .withArgs(all[holder].address, role);
            });
          });
        }

        if (holder !== "headOffice") {
          describe("when head office is transferred to it", () => {
            it("reverts with AuthoritySecondKey at its acceptance", async () => {
              const all = await networkHelpers.loadFixture(twoTowns);
              const { authority, headOffice } = all;
              await authority.connect(headOffice).beginDefaultAdminTransfer(all[holder].address);
              await networkHelpers.time.increase(7 * DAY + 1);

              await expect(authority.connect(all[holder]).acceptDefaultAdminTransfer())
                .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
                .withArgs(all[holder].address, ZeroHash);

              expect(await authority.headOffice()).to.equal(headOffice.address);
            });
          });
        }
      });
    }

    describe("given a wallet with a key", () => {
      for (const kind of ["steward", "projectManager"] as const) {
        describe(`when it is made ${kind}, which is no key`, () => {
          it("grants the role", async () => {
            const { authority, townAmbassador, coordinator, town } = await networkHelpers.loadFixture(willowmere);

            await authority.connect(townAmbassador).grantRole(roleIds[kind](town), coordinator.address);

            expect(await authority.acts(roleIds[kind](town), coordinator.address)).to.equal(true);
            expect(await authority.acts(roleIds.coordinator(town), coordinator.address)).to.equal(true);
          });
        });
      }
    });

    describe("given a steward who is also project manager", () => {
      describe("when they become registrar", () => {
        it("grants their first key", async () => {
          const { townRegistry, authority, townAmbassador, carla, town } = await networkHelpers.loadFixture(willowmere);
          await authority.connect(townAmbassador).grantRole(roleIds.steward(town), carla.address);
          await authority.connect(townAmbassador).grantRole(roleIds.projectManager(town), carla.address);
          expect(await authority.holdsKey(carla.address)).to.equal(false);

          await giveKey({ authority, townRegistry }, roleIds.registrar(town), carla);

          expect(await authority.holdsKey(carla.address)).to.equal(true);
        });
      });
    });

    describe("given a removed ambassador", () => {
      describe("when the wallet is given another key", () => {
        it("grants it", async () => {
          const { authority, townRegistry, headOffice, countryAmbassador } =
            await networkHelpers.loadFixture(willowmere);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
          expect(await authority.holdsKey(countryAmbassador.address)).to.equal(false);

          await appointAmbassador({ authority, townRegistry, headOffice }, { country: 1 }, countryAmbassador);

          expect(await authority.acts(roleIds.countryAmbassador(1), countryAmbassador.address)).to.equal(true);
        });
      });
    });
  });
});

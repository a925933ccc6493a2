import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { bakery } from "../fixture/bakery.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { everybodyBut, impersonate } from "../fixture/people.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

/** The bakery, of which ben may become the manager. */
async function managed() {
  const before = await networkHelpers.loadFixture(bakery);
  const { authority, projectRegistry, townAmbassador, countryAmbassador, ben, town, business } = before;
  await authority.connect(townAmbassador).grantRole(roleIds.projectManager(town), ben.address);
  const change = async (manager: string, payout: string) => {
    await projectRegistry.connect(townAmbassador).proposeManagement(business, manager, payout);
    await projectRegistry.connect(countryAmbassador).approveManagement(business, manager, payout);
  };
  return { ...before, change };
}

describe("ShareOffering", () => {
  describe("isInsider", () => {
    describe("given a business with a manager and a payout wallet", () => {
      it("answers yes for both and the acting Country Ambassador, no for everybody else", async () => {
        const { shareOffering, business, manager, payout, countryAmbassador } =
          await networkHelpers.loadFixture(managed);

        for (const { address } of [manager, payout, countryAmbassador]) {
          expect(await shareOffering.isInsider(business, address)).to.equal(true);
        }
        for (const { address } of await everybodyBut("manager", "payout", "countryAmbassador")) {
          expect(await shareOffering.isInsider(business, address)).to.equal(false);
        }
        expect(await shareOffering.isInsider(business, ZeroAddress)).to.equal(false);
      });

      it("answers no for both in another business", async () => {
        const { shareOffering, business, manager, payout } = await networkHelpers.loadFixture(managed);

        for (const { address } of [manager, payout]) {
          expect(await shareOffering.isInsider(business + 1n, address)).to.equal(false);
        }
      });
    });

    describe("given a business whose management has changed", () => {
      it("answers yes for the new, and no for the old", async () => {
        const { shareOffering, business, manager, payout, ben, payer, change } =
          await networkHelpers.loadFixture(managed);

        await change(ben.address, payer.address);

        for (const { address } of [ben, payer]) expect(await shareOffering.isInsider(business, address)).to.equal(true);
        for (const { address } of [manager, payout]) {
          expect(await shareOffering.isInsider(business, address)).to.equal(false);
        }
      });

      it("answers yes for whoever is still one of the two", async () => {
        const { shareOffering, business, manager, payout, ben, change } = await networkHelpers.loadFixture(managed);

        await change(ben.address, manager.address);

        expect(await shareOffering.isInsider(business, manager.address)).to.equal(true);
        expect(await shareOffering.isInsider(business, ben.address)).to.equal(true);
        expect(await shareOffering.isInsider(business, payout.address)).to.equal(false);
      });
    });

    describe("given a Country Ambassador who has left office", () => {
      it("answers no for them, and yes for the successor once their powers begin", async () => {
        const { authority, shareOffering, townRegistry, headOffice, countryAmbassador, stranger, business } =
          await networkHelpers.loadFixture(managed);
        await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
        await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, stranger);

        expect(await shareOffering.isInsider(business, countryAmbassador.address)).to.equal(false);
        expect(await shareOffering.isInsider(business, stranger.address)).to.equal(false);
        await networkHelpers.time.increase(7 * DAY);
        expect(await shareOffering.isInsider(business, stranger.address)).to.equal(true);
      });
    });
  });

  describe("changeManagement", () => {
    describe("given a caller other than the ProjectRegistry", () => {
      it("reverts with ShareOfferingNotProjectRegistry", async () => {
        const { shareOffering, business, manager, payout } = await networkHelpers.loadFixture(managed);

        for (const caller of await everybodyBut()) {
          await expect(
            shareOffering
              .connect(caller)
              .changeManagement(business, [manager.address, payout.address], [caller.address, caller.address]),
          )
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProjectRegistry")
            .withArgs(caller.address);
        }
      });
    });

    describe("given the ProjectRegistry", () => {
      it("takes those who have gone off before those who come are on, so that who stays in either place is", async () => {
        const { shareOffering, projectRegistry, business, manager, payout } = await networkHelpers.loadFixture(managed);
        const registry = await impersonate(projectRegistry);

        await shareOffering
          .connect(registry)
          .changeManagement(business, [manager.address, payout.address], [payout.address, manager.address]);

        for (const { address } of [manager, payout]) {
          expect(await shareOffering.isInsider(business, address)).to.equal(true);
        }
      });
    });
  });

  for (const view of ["termsOf", "tranchesOf"] as const) {
    describe(view, () => {
      describe("given no such offering", () => {
        it("reverts with ShareOfferingNoSuchOffering", async () => {
          const { shareOffering } = await networkHelpers.loadFixture(bakery);

          for (const offering of [0, 1, 2n ** 256n - 1n]) {
            await expect(shareOffering[view](offering))
              .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNoSuchOffering")
              .withArgs(offering);
          }
        });
      });
    });
  }
});

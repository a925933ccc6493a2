import { termsHashOf } from "@one-small-town/core/shares/Terms.ts";
import { expect } from "chai";
import { bakery } from "../fixture/bakery.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

const deed = { investors: 4_000, members: 3_000, fund: 3_000, country: 0 };

/** The bakery at the funding stage, in a town that has lacked its ambassador for 90 days. */
async function withoutTownAmbassador() {
  const before = await networkHelpers.loadFixture(bakery);
  await before.townRegistry.connect(before.headOffice).removeTownAmbassador(before.town);
  await networkHelpers.time.increase(90 * DAY);
  return { ...before, terms: later(before.terms) };
}

/** The same for its Country Ambassador. */
async function withoutCountryAmbassador() {
  const before = await networkHelpers.loadFixture(bakery);
  await before.townRegistry.connect(before.headOffice).removeCountryAmbassador(COUNTRY);
  await networkHelpers.time.increase(90 * DAY);
  return { ...before, terms: later(before.terms) };
}

function later(terms: Awaited<ReturnType<typeof bakery>>["terms"]) {
  const moved = Object.fromEntries(
    (["opens", "localEnds", "countryEnds", "worldEnds"] as const).map((key) => [key, terms[key] + 120 * DAY]),
  );
  return { ...terms, ...moved };
}

describe("head office standing in", () => {
  describe("given a town without its Town Ambassador for 90 days", () => {
    it("proposes management, a deed and a sale, which the Country Ambassador approves", async () => {
      const all = await networkHelpers.loadFixture(withoutTownAmbassador);
      const { projectRegistry, profitSplitter, shareOffering, headOffice, countryAmbassador } = all;
      const { business, manager, payer, terms } = all;

      await projectRegistry.connect(headOffice).proposeManagement(business, manager.address, payer.address);
      await projectRegistry.connect(countryAmbassador).approveManagement(business, manager.address, payer.address);
      expect((await projectRegistry.projectOf(business)).payout).to.equal(payer.address);

      await shareOffering.connect(headOffice).propose(terms);
      await shareOffering.connect(countryAmbassador).approve(business, termsHashOf(terms));
      expect(await shareOffering.latestOf(business)).to.equal(1);
      expect(await profitSplitter.isSealed(business)).to.equal(true);
    });

    it("cannot approve what it proposed", async () => {
      const all = await networkHelpers.loadFixture(withoutTownAmbassador);
      const { projectRegistry, profitSplitter, shareOffering, townRegistry, headOffice, town } = all;
      const { business, manager, payer, terms } = all;
      await projectRegistry.connect(headOffice).proposeManagement(business, manager.address, payer.address);
      await profitSplitter.connect(headOffice).proposeDeed(business, deed);

      for (const approval of [
        projectRegistry.connect(headOffice).approveManagement(business, manager.address, payer.address),
        profitSplitter.connect(headOffice).approveDeed(business, deed),
        shareOffering.connect(headOffice).approve(business, termsHashOf(terms)),
      ]) {
        await expect(approval)
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
          .withArgs(town, headOffice.address);
      }
    });

    it("its proposals lapse when a successor's powers begin", async () => {
      const all = await networkHelpers.loadFixture(withoutTownAmbassador);
      const { projectRegistry, profitSplitter, shareOffering, townRegistry, headOffice, countryAmbassador } = all;
      const { business, manager, payer, carla, town, terms } = all;
      await projectRegistry.connect(headOffice).proposeManagement(business, manager.address, payer.address);
      await shareOffering.connect(headOffice).propose(terms);
      await profitSplitter.connect(headOffice).proposeDeed(business, deed);
      await townRegistry.connect(headOffice).appointTownAmbassador(town, carla.address);
      await networkHelpers.time.increase(7 * DAY);

      await expect(
        projectRegistry.connect(countryAmbassador).approveManagement(business, manager.address, payer.address),
      )
        .to.be.revertedWithCustomError(projectRegistry, "ProjectRegistryNotProposed")
        .withArgs(business, manager.address, payer.address);
      await expect(profitSplitter.connect(countryAmbassador).approveDeed(business, deed))
        .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotProposed")
        .withArgs(business, Object.values(deed));
      await expect(shareOffering.connect(countryAmbassador).approve(business, termsHashOf(terms)))
        .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProposed")
        .withArgs(business, termsHashOf(terms));
    });
  });

  describe("given a town without its Country Ambassador for 90 days", () => {
    it("approves what the Town Ambassador proposes", async () => {
      const all = await networkHelpers.loadFixture(withoutCountryAmbassador);
      const { projectRegistry, profitSplitter, shareOffering, headOffice, townAmbassador } = all;
      const { business, manager, payer, terms } = all;
      await projectRegistry.connect(townAmbassador).proposeManagement(business, manager.address, payer.address);
      await projectRegistry.connect(headOffice).approveManagement(business, manager.address, payer.address);
      expect((await projectRegistry.projectOf(business)).payout).to.equal(payer.address);

      await profitSplitter.connect(townAmbassador).proposeDeed(business, deed);
      await profitSplitter.connect(headOffice).approveDeed(business, deed);
      await networkHelpers.time.increase(7 * DAY);
      expect(await profitSplitter.deedOf(business)).to.deep.equal(Object.values(deed));

      const sale = { ...terms, deed };
      await shareOffering.connect(townAmbassador).propose(sale);
      await shareOffering.connect(headOffice).approve(business, termsHashOf(sale));
      expect(await shareOffering.latestOf(business)).to.equal(1);
    });
  });
});

import { expect } from "chai";
import { bakery } from "../../fixture/bakery.ts";
import { cloneOf } from "../../fixture/cloneOf.ts";
import { networkHelpers } from "../../fixture/connection.ts";
import { replaceOfficer } from "../../fixture/replaceOfficer.ts";
import { DAY } from "../../fixture/willowmere.ts";

const { time } = networkHelpers;

/** The Town Ambassador has proposed that the payer's wallet receives the bakery's funds from now on. */
async function proposed() {
  const before = await networkHelpers.loadFixture(bakery);
  const { projectRegistry, townAmbassador, countryAmbassador, manager, payer, business } = before;
  await projectRegistry.connect(townAmbassador).proposeManagement(business, manager.address, payer.address);
  const approve = () =>
    projectRegistry.connect(countryAmbassador).approveManagement(business, manager.address, payer.address);
  return { ...before, approve };
}

describe("those who paid for a business", () => {
  it("do not see its funds buried in a contract of this system, the currency or a share token", async () => {
    const { projectRegistry, deployment, townAmbassador, manager, currency, business } =
      await networkHelpers.loadFixture(bakery);
    const token = await cloneOf(deployment.addresses.InvestorToken);

    for (const payout of [...Object.values(deployment.addresses), await currency.getAddress(), token]) {
      await expect(
        projectRegistry.connect(townAmbassador).proposeManagement(business, manager.address, payout),
      ).to.be.revertedWithCustomError(projectRegistry, "ProjectRegistryBadPayout");
    }
  });

  it("do not see them turned to a wallet that one key proposed long ago", async () => {
    const { projectRegistry, approve } = await networkHelpers.loadFixture(proposed);
    await time.increase(30 * DAY);

    await expect(approve()).to.be.revertedWithCustomError(projectRegistry, "ProjectRegistryNotProposed");
  });

  it("do not see them turned to a wallet whose proposer was removed, also when appointed again", async () => {
    const before = await networkHelpers.loadFixture(proposed);
    await replaceOfficer(before, "townAmbassador", before.townAmbassador);

    await expect(before.approve()).to.be.revertedWithCustomError(before.projectRegistry, "ProjectRegistryNotProposed");
  });

  it("do not see them turned to a wallet that the Town Ambassador thought better of", async () => {
    const { projectRegistry, townAmbassador, business, approve } = await networkHelpers.loadFixture(proposed);
    await projectRegistry.connect(townAmbassador).withdrawManagement(business);

    await expect(approve()).to.be.revertedWithCustomError(projectRegistry, "ProjectRegistryNotProposed");
  });
});

import { expect } from "chai";
import { networkHelpers } from "../fixture/connection.ts";
import { everybodyBut } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";

describe("TownRegistry", () => {
  describe("isAmbassador and requireAmbassador", () => {
    for (const office of ["townAmbassador", "countryAmbassador"] as const) {
      it(`take the ${office} for one`, async () => {
        const all = await networkHelpers.loadFixture(twoTowns);
        const { townRegistry, town } = all;

        expect(await townRegistry.isAmbassador(town, all[office].address)).to.equal(true);
        await townRegistry.requireAmbassador(town, all[office].address);
      });
    }

    it("take nobody else for one: TownRegistryNotAmbassador", async () => {
      const { townRegistry, town } = await networkHelpers.loadFixture(twoTowns);
      for (const { address } of await everybodyBut("townAmbassador", "countryAmbassador")) {
        expect(await townRegistry.isAmbassador(town, address)).to.equal(false);
        await expect(townRegistry.requireAmbassador(town, address))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotAmbassador")
          .withArgs(town, address);
      }
    });
  });
});

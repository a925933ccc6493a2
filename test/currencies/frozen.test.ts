import { expect } from "chai";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { DOLLARS, stageOn } from "./stage.ts";

const honest = stageOn({ contract: "RefusingDollar", ...DOLLARS });

describe("currencies", () => {
  describe("given a currency that refuses a whole contract", () => {
    it("freezes its cash, as the issuer may, but neither INFINITY nor a town with another currency", async () => {
      const town = await networkHelpers.loadFixture(honest);
      const { contributions, infinityToken, hostile, hillside, quinn, currency, payer } = town;
      const address = await contributions.getAddress();
      const refusing = await ethers.getContractAt("RefusingDollar", await hostile.getAddress());
      await refusing.refuse(address, true);

      await contributions.claim(hillside, [2], 1);

      expect(await infinityToken.balanceOf(quinn.address)).to.equal(10n ** 18n);
      expect(await contributions.keptOf(hillside, 2)).to.be.above(0);
      await currency.connect(payer).approve(address, 5);
      await expect(contributions.connect(payer).fund(town.town, 5, 1)).to.emit(contributions, "MembersFunded");
    });
  });
});

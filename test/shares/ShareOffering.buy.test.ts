import { expect } from "chai";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { SAVINGS } from "../fixture/willowmere.ts";

describe("ShareOffering", () => {
  describe("buy", () => {
    describe("given the local phase", () => {
      describe("when the buyer is a resident", () => {
        it("issues locked shares and takes price × shares into escrow", async () => {
          const { shareOffering, token, currency, amina, offering, terms } =
            await networkHelpers.loadFixture(bakeryOnSale);

          await expect(shareOffering.connect(amina).buy(offering, 10))
            .to.emit(shareOffering, "SharesBought")
            .withArgs(offering, amina.address, 10, 10n * terms.price);

          expect(await token.balanceOf(amina.address)).to.equal(10);
          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS - 10n * terms.price);
          expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(10n * terms.price);
        });
      });

      describe("when the buyer lives elsewhere", () => {
        it("reverts with ShareOfferingNotInPhase", async () => {
          const { shareOffering, dina, offering } = await networkHelpers.loadFixture(bakeryOnSale);

          await expect(shareOffering.connect(dina).buy(offering, 1))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotInPhase")
            .withArgs(dina.address, 2, 1);
        });
      });
    });
  });
});

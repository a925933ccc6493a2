import { expect } from "chai";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { booksOf, willowmereOf } from "./booksOf.ts";
import { placesIn } from "./places.ts";
import { DOLLARS, type Stage, stageOn } from "./stage.ts";

const honest = stageOn({ contract: "ShrinkingDollar", ...DOLLARS });

/** Everybody, and every contract, has just lost half of the currency. */
async function halved() {
  const town = await networkHelpers.loadFixture(honest);
  await halve(town);
  return town;
}

async function halve({ hostile }: Stage) {
  const currency = await ethers.getContractAt("ShrinkingDollar", await hostile.getAddress());
  await currency.halve();
}

describe("currencies", () => {
  describe("given a currency whose balances shrink", () => {
    it("changes no books", async () => {
      const town = await networkHelpers.loadFixture(honest);
      const before = await booksOf(town);

      await halve(town);

      expect(await booksOf(town)).to.deep.equal(before);
    });

    for (const { name, act, amount, taker } of placesIn) {
      it(`still takes all of ${name}`, async () => {
        const town = await networkHelpers.loadFixture(halved);
        const address = await taker(town).getAddress();
        const held = await town.hostile.balanceOf(address);

        await act(town);

        // The ProfitSplitter passes everything on.
        const kept = taker(town) === town.profitSplitter ? 0n : amount(town);
        expect((await town.hostile.balanceOf(address)) - held).to.equal(kept);
      });
    }

    it("pays dividends until they are gone; who comes last keeps the claim, and is paid when money is there", async () => {
      const town = await networkHelpers.loadFixture(halved);
      const { settled, quinn, rosa, hostile, payer } = town;
      const due = await settled.token.claimable(quinn.address);
      const held = await hostile.balanceOf(await settled.token.getAddress());
      expect(due).to.be.above(held);
      const dueToRosa = await settled.token.claimable(rosa.address);

      await settled.token.claim(rosa.address);
      await expect(settled.token.claim(quinn.address))
        .to.be.revertedWithCustomError(hostile, "ERC20InsufficientBalance")
        .withArgs(await settled.token.getAddress(), held - dueToRosa, due);
      await settled.token.claim(rosa.address);

      expect(await settled.token.claimable(quinn.address)).to.equal(due);
      expect(await hostile.balanceOf(await settled.token.getAddress())).to.equal(held - dueToRosa);
      await hostile.connect(payer).transfer(await settled.token.getAddress(), due);
      await settled.token.claim(quinn.address);
      expect(await settled.token.claimable(quinn.address)).to.equal(0);
    });

    it("pays a release while there is money, and cancellations, and keeps the refunds that it cannot pay", async () => {
      const town = await networkHelpers.loadFixture(halved);
      const { shareOffering, quinn, rosa, failed, hostile, money } = town;
      const address = await shareOffering.getAddress();
      for (let i = 0; i < 4; i++) await halve(town); // 170 shares were paid, 5 and a bit are left
      const held = await hostile.balanceOf(address);
      expect(held).to.be.below(20n * money.price);

      await shareOffering.refund(failed.offering, [quinn.address, rosa.address]);
      await shareOffering.refund(failed.offering, [quinn.address, rosa.address]);

      expect(await hostile.balanceOf(address)).to.equal(held);
      expect(await shareOffering.keptOf(failed.offering, quinn.address)).to.equal(30n * money.price);
      expect(await shareOffering.keptOf(failed.offering, rosa.address)).to.equal(20n * money.price);
      await expect(shareOffering.claimKept(failed.offering, rosa.address))
        .to.be.revertedWithCustomError(hostile, "ERC20InsufficientBalance")
        .withArgs(address, held, 20n * money.price);
    });

    it("pays the first of a batch, keeps for the last, and pays nobody twice", async () => {
      const town = await networkHelpers.loadFixture(halved);
      const { contributions, hillside, petra, quinn, sam, hostile } = town;
      const address = await contributions.getAddress();
      const { cash } = await contributions.claimable(hillside, 1, 1);
      const held = await hostile.balanceOf(address);
      expect(held).to.be.within(cash, 2n * cash - 1n);
      const before = await Promise.all([petra, quinn, sam].map((person) => hostile.balanceOf(person.address)));

      await contributions.claim(hillside, [1, 2, 4, 1, 2, 4], 1);
      await contributions.claim(hillside, [4, 2, 1], 1);

      const after = await Promise.all([petra, quinn, sam].map((person) => hostile.balanceOf(person.address)));
      expect(after.map((has, i) => has - (before[i] ?? 0n))).to.deep.equal([cash, 0n, 0n]);
      const kept = await Promise.all([1, 2, 4].map((number) => contributions.keptOf(hillside, number)));
      expect(kept).to.deep.equal([0n, cash, cash]);
      expect(await hostile.balanceOf(address)).to.equal(held - cash);
    });

    it("leaves a town with another currency alone", async () => {
      const town = await networkHelpers.loadFixture(halved);
      const before = await willowmereOf(town);

      await town.contributions.claim(town.hillside, [1, 2, 4], 1);

      expect(await willowmereOf(town)).to.deep.equal(before);
    });
  });
});

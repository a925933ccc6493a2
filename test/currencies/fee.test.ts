import { expect } from "chai";
import type { FeeDollar } from "../../types/ethers-contracts/index.js";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { booksOf, holdingsOf, willowmereOf } from "./booksOf.ts";
import { placesIn, placesOfMany, placesOut, placesWithin } from "./places.ts";
import { DOLLARS, type Stage, stageOn } from "./stage.ts";

const honest = stageOn({ contract: "FeeDollar", ...DOLLARS });

/** The currency's issuer switches a fee of one unit on, after what has to happen first. */
async function withFee(prepare: ((town: Stage) => Promise<void>) | undefined) {
  const town = await networkHelpers.loadFixture(honest);
  await prepare?.(town);
  const currency = (await ethers.getContractAt("FeeDollar", await town.hostile.getAddress())) as unknown;
  await (currency as FeeDollar).setFee(1);
  return town;
}

describe("currencies", () => {
  describe("given a currency that starts to keep a unit of every transfer", () => {
    for (const { name, prepare, act, payer, amount, taker } of placesIn) {
      it(`refuses ${name} with MoneyNotReceivedInFull, and changes nothing`, async () => {
        const town = await withFee(prepare);
        const { hostile } = town;
        const held = await hostile.balanceOf(await taker(town).getAddress());
        const state = async () => [
          await booksOf(town),
          await holdingsOf(town),
          await hostile.balanceOf(payer(town).address),
        ];
        const before = await state();

        await expect(act(town))
          .to.be.revertedWithCustomError(town.profitSplitter, "MoneyNotReceivedInFull")
          .withArgs(await hostile.getAddress(), amount(town), held, held + amount(town) - 1n);

        expect(await state()).to.deep.equal(before);
      });
    }

    for (const { name, prepare, act, payments, holder } of [...placesOut, ...placesOfMany]) {
      it(`pays ${name} from the books in full, and the fee is the receiver's`, async () => {
        const town = await withFee(prepare);
        const { hostile } = town;
        const due = payments(town);
        const address = await holder(town).getAddress();
        const heldBefore = await hostile.balanceOf(address);
        const before = await Promise.all(due.map(({ to }) => hostile.balanceOf(to.address)));

        await act(town);

        for (const [i, { to, amount }] of due.entries()) {
          expect((await hostile.balanceOf(to.address)) - (before[i] ?? 0n)).to.equal(amount - 1n);
        }
        const paid = due.reduce((sum, { amount }) => sum + amount, 0n);
        expect(heldBefore - (await hostile.balanceOf(address))).to.equal(paid);
      });
    }

    for (const { name, prepare, act, withFee: failure } of placesWithin) {
      it(`refuses ${name}, and changes nothing`, async () => {
        const town = await withFee(prepare);
        const before = [await booksOf(town), await holdingsOf(town)];
        const [error, args] = await failure(town);
        const errors = error === "ERC20InsufficientBalance" ? town.hostile : town.finalDivision;

        await expect(act(town))
          .to.be.revertedWithCustomError(errors, error)
          .withArgs(...args);

        expect([await booksOf(town), await holdingsOf(town)]).to.deep.equal(before);
      });
    }

    it("leaves a town with another currency alone", async () => {
      const town = await withFee(undefined);
      const before = await willowmereOf(town);
      for (const { prepare, act } of [...placesOut, ...placesOfMany]) {
        if (prepare === undefined) await act(town);
      }

      expect(await willowmereOf(town)).to.deep.equal(before);
      await town.currency.connect(town.payer).approve(await town.contributions.getAddress(), 5);
      await expect(town.contributions.connect(town.payer).fund(town.town, 5, 1)).to.emit(
        town.contributions,
        "MembersFunded",
      );
    });
  });
});

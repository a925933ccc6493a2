import { expect } from "chai";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { booksOf, holdingsOf, willowmereOf } from "./booksOf.ts";
import { placesIn, placesOfMany, placesOut, placesWithin } from "./places.ts";
import { DOLLARS, type Stage, stageOn } from "./stage.ts";

const honest = stageOn({ contract: "FalseDollar", ...DOLLARS });

/** After what has to happen first, every transfer says false and moves nothing. */
async function saysFalse(prepare?: (town: Stage) => Promise<void>) {
  const town = await networkHelpers.loadFixture(honest);
  await prepare?.(town);
  await switchedIn(town, true);
  return town;
}

async function switchedIn({ hostile }: Stage, fails: boolean) {
  const currency = await ethers.getContractAt("FalseDollar", await hostile.getAddress());
  await currency.setFails(fails);
}

describe("currencies", () => {
  describe("given a currency that starts to say false instead of reverting", () => {
    for (const { name, prepare, act } of [...placesIn, ...placesWithin, ...placesOut]) {
      it(`refuses ${name} with SafeERC20FailedOperation, changes nothing, and takes it up again afterwards`, async () => {
        const town = await saysFalse(prepare);
        const before = [await booksOf(town), await holdingsOf(town)];

        await expect(act(town))
          .to.be.revertedWithCustomError(town.shareOffering, "SafeERC20FailedOperation")
          .withArgs(await town.hostile.getAddress());

        expect([await booksOf(town), await holdingsOf(town)]).to.deep.equal(before);
        await switchedIn(town, false);
        await act(town);
        expect(await holdingsOf(town)).to.not.deep.equal(before[1]);
      });
    }

    for (const { name, prepare, act, payments, kept, claimKept } of placesOfMany) {
      it(`keeps all of ${name}, and pays each of them once when the currency works again`, async () => {
        const town = await saysFalse(prepare);
        const { hostile } = town;
        const due = payments(town);
        const amounts = due.map(({ amount }) => amount);
        const before = await Promise.all(due.map(({ to }) => hostile.balanceOf(to.address)));
        const heldBefore = await holdingsOf(town);

        await act(town);
        await act(town);

        expect(await kept(town)).to.deep.equal(amounts);
        expect(await holdingsOf(town)).to.deep.equal(heldBefore);
        await expect(claimKept(town, 0)).to.be.revertedWithCustomError(town.shareOffering, "SafeERC20FailedOperation");
        expect(await kept(town)).to.deep.equal(amounts);

        await switchedIn(town, false);
        for (const [i, { to, amount }] of due.entries()) {
          await claimKept(town, i);
          await claimKept(town, i);
          expect((await hostile.balanceOf(to.address)) - (before[i] ?? 0n)).to.equal(amount);
        }
        await act(town);
        expect(await kept(town)).to.deep.equal(amounts.map(() => 0n));
        const after = await Promise.all(due.map(({ to }) => hostile.balanceOf(to.address)));
        expect(after).to.deep.equal(before.map((had, i) => had + (amounts[i] ?? 0n)));
      });
    }

    it("leaves a town with another currency alone", async () => {
      const town = await saysFalse();
      const before = await willowmereOf(town);
      for (const { prepare, act } of placesOfMany) {
        if (prepare === undefined) await act(town);
      }

      expect(await willowmereOf(town)).to.deep.equal(before);
    });
  });
});

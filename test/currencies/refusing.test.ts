import { expect } from "chai";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { booksOf, holdingsOf } from "./booksOf.ts";
import { placesIn, placesOfMany, placesOut } from "./places.ts";
import { DOLLARS, type Stage, stageOn } from "./stage.ts";

const honest = stageOn({ contract: "RefusingDollar", ...DOLLARS });

async function refuse({ hostile }: Stage, wallet: string, refused = true) {
  const currency = await ethers.getContractAt("RefusingDollar", await hostile.getAddress());
  await currency.refuse(wallet, refused);
}

describe("currencies", () => {
  describe("given a currency that refuses a wallet", () => {
    for (const { name, act, payer } of placesIn) {
      it(`refuses ${name} by that wallet, and changes nothing`, async () => {
        const town = await networkHelpers.loadFixture(honest);
        const { address } = payer(town);
        await refuse(town, address);
        const before = [await booksOf(town), await holdingsOf(town)];

        await expect(act(town)).to.be.revertedWithCustomError(town.hostile, "ERC20InvalidSender").withArgs(address);

        expect([await booksOf(town), await holdingsOf(town)]).to.deep.equal(before);
      });
    }

    for (const { name, act, payments } of placesOut) {
      it(`refuses ${name} to that wallet, changes nothing, and pays when it is accepted again`, async () => {
        const town = await networkHelpers.loadFixture(honest);
        const [payment] = payments(town);
        const { address } = payment?.to ?? { address: "" };
        await refuse(town, address);
        const before = [await booksOf(town), await holdingsOf(town)];

        await expect(act(town)).to.be.revertedWithCustomError(town.hostile, "ERC20InvalidReceiver").withArgs(address);

        expect([await booksOf(town), await holdingsOf(town)]).to.deep.equal(before);
        await refuse(town, address, false);
        const had = await town.hostile.balanceOf(address);
        await act(town);
        expect((await town.hostile.balanceOf(address)) - had).to.equal(payment?.amount);
      });
    }

    for (const { name, prepare, act, payments, kept, claimKept } of placesOfMany) {
      for (const refused of [0, 1]) {
        it(`keeps number ${refused + 1} of ${name}, pays the others, and pays the kept once`, async () => {
          const town = await networkHelpers.loadFixture(honest);
          await prepare?.(town);
          const { hostile } = town;
          const due = payments(town);
          const wallet = due[refused]?.to.address ?? "";
          await refuse(town, wallet);
          const before = await Promise.all(due.map(({ to }) => hostile.balanceOf(to.address)));

          await act(town);
          await act(town);

          for (const [i, { to, amount }] of due.entries()) {
            const received = (await hostile.balanceOf(to.address)) - (before[i] ?? 0n);
            expect(received).to.equal(i === refused ? 0n : amount);
            expect((await kept(town))[i]).to.equal(i === refused ? amount : 0n);
          }
          await expect(claimKept(town, refused))
            .to.be.revertedWithCustomError(hostile, "ERC20InvalidReceiver")
            .withArgs(wallet);
          await refuse(town, wallet, false);
          await claimKept(town, refused);
          await claimKept(town, refused);
          expect((await hostile.balanceOf(wallet)) - (before[refused] ?? 0n)).to.equal(due[refused]?.amount);
        });
      }
    }
  });

  describe("given a currency that refuses a whole contract", () => {
    it("freezes its cash, as the issuer may, but neither INFINITY nor a town with another currency", async () => {
      const town = await networkHelpers.loadFixture(honest);
      const { contributions, infinityToken, hostile, hillside, quinn, currency, payer } = town;
      const address = await contributions.getAddress();
      await refuse(town, address);

      await contributions.claim(hillside, [2], 1);

      expect(await infinityToken.balanceOf(quinn.address)).to.equal(10n ** 18n);
      expect(await contributions.keptOf(hillside, 2)).to.be.above(0);
      await currency.connect(payer).approve(address, 5);
      await expect(contributions.connect(payer).fund(town.town, 5, 1)).to.emit(contributions, "MembersFunded");
      await refuse(town, address, false);
      const had = await hostile.balanceOf(quinn.address);
      const kept = await contributions.keptOf(hillside, 2);
      await contributions.claimKept(hillside, 2);
      expect((await hostile.balanceOf(quinn.address)) - had).to.equal(kept);
    });
  });
});

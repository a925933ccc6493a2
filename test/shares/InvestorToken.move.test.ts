import { expect } from "chai";
import { closeRecord, moveWallet } from "../fixture/asSuccession.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { fundDepositor } from "../fixture/shares.ts";
import { SAVINGS } from "../fixture/willowmere.ts";

const NO_VOTE = { objecting: 0n, windingUp: 0n, tranche: 0n };

/** The settled bakery (amina 60 shares, ben 50) with a dividend of 10 a share. amina has another wallet, the stranger's. */
async function moved() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const splitter = await fundDepositor(before, 10_000n);
  await before.token.connect(splitter).deposit(1_100);
  await moveWallet(before, "amina", before.stranger);
  return { ...before, splitter };
}

/** The same, but amina died, and ben, a holder himself, is the heir. */
async function inherited() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const splitter = await fundDepositor(before, 10_000n);
  await before.token.connect(splitter).deposit(1_100);
  await closeRecord(before, "amina", before.ben);
  return { ...before, splitter };
}

describe("InvestorToken", () => {
  describe("moveToSuccessor", () => {
    describe("given a holder who has another wallet by now", () => {
      describe("when anybody moves what the old one holds", () => {
        it("moves shares and credited dividends, and says so", async () => {
          const { token, currency, amina, stranger, payer } = await networkHelpers.loadFixture(moved);

          const moving = await token.connect(payer).moveToSuccessor(amina.address);

          await expect(moving).to.emit(token, "Transfer").withArgs(amina.address, stranger.address, 60);
          await expect(moving).to.emit(token, "HoldingMoved").withArgs(amina.address, stranger.address, 60, 600);
          await expect(moving).to.not.emit(token, "SharesFreed");
          expect(await token.balanceOf(amina.address)).to.equal(0);
          expect(await token.balanceOf(stranger.address)).to.equal(60);
          expect(await token.claimable(amina.address)).to.equal(0);
          expect(await token.claimable(stranger.address)).to.equal(600);
          expect(await token.totalSupply()).to.equal(110);
          await token.claim(stranger.address);
          expect(await currency.balanceOf(stranger.address)).to.equal(SAVINGS + 600n);
        });

        it("credits later dividends to the new wallet alone", async () => {
          const { token, splitter, amina, ben, stranger } = await networkHelpers.loadFixture(moved);
          await token.moveToSuccessor(amina.address);

          await token.connect(splitter).deposit(220);

          expect(await token.claimable(amina.address)).to.equal(0);
          expect(await token.claimable(stranger.address)).to.equal(720);
          expect(await token.claimable(ben.address)).to.equal(600);
        });
      });

      describe("when it has been moved already", () => {
        it("changes nothing", async () => {
          const { token, amina, stranger } = await networkHelpers.loadFixture(moved);
          await token.moveToSuccessor(amina.address);

          const receipt = await (await token.moveToSuccessor(amina.address)).wait();

          expect(receipt?.logs).to.deep.equal([]);
          expect(await token.balanceOf(stranger.address)).to.equal(60);
          expect(await token.claimable(stranger.address)).to.equal(600);
        });
      });

      describe("when the old wallet has sent its shares away, and dividends are left", () => {
        it("moves the dividends", async () => {
          const { token, amina, ben, stranger } = await networkHelpers.loadFixture(moved);
          await token.connect(amina).transfer(ben.address, 60);

          await expect(token.moveToSuccessor(amina.address))
            .to.emit(token, "HoldingMoved")
            .withArgs(amina.address, stranger.address, 0, 600);

          expect(await token.claimable(stranger.address)).to.equal(600);
          expect(await token.claimable(amina.address)).to.equal(0);
        });
      });

      describe("when the old wallet has claimed its dividends, and shares are left", () => {
        it("moves the shares", async () => {
          const { token, amina, stranger } = await networkHelpers.loadFixture(moved);
          await token.connect(amina).claim(amina.address);

          await expect(token.moveToSuccessor(amina.address))
            .to.emit(token, "HoldingMoved")
            .withArgs(amina.address, stranger.address, 60, 0);

          expect(await token.balanceOf(stranger.address)).to.equal(60);
          expect(await token.claimable(stranger.address)).to.equal(0);
        });
      });

      describe("when the new wallet has been followed as well", () => {
        it("moves from one to the next", async () => {
          const before = await networkHelpers.loadFixture(moved);
          const { token, amina, stranger, payer } = before;
          await moveWallet(before, "amina", payer);

          await token.moveToSuccessor(amina.address);
          await token.moveToSuccessor(stranger.address);

          expect(await token.balanceOf(payer.address)).to.equal(60);
          expect(await token.claimable(payer.address)).to.equal(600);
          expect(await token.balanceOf(stranger.address)).to.equal(0);
        });
      });
    });

    describe("given a holder who died and an heir who holds shares", () => {
      it("settles and adds both", async () => {
        const { token, splitter, amina, ben } = await networkHelpers.loadFixture(inherited);

        await token.moveToSuccessor(amina.address);

        expect(await token.balanceOf(ben.address)).to.equal(110);
        expect(await token.claimable(ben.address)).to.equal(1_100);
        await token.connect(splitter).deposit(110);
        expect(await token.claimable(ben.address)).to.equal(1_210);
      });
    });

    describe("given an heir who lives beyond the holder scope", () => {
      it("moves all the same", async () => {
        const before = await networkHelpers.loadFixture(bakerySettled);
        const { token, amina, emil } = before;
        await closeRecord(before, "amina", emil);

        await token.moveToSuccessor(amina.address);

        expect(await token.balanceOf(emil.address)).to.equal(60);
      });
    });

    describe("given an heir whom nobody has attested", () => {
      it("moves all the same", async () => {
        const before = await networkHelpers.loadFixture(bakerySettled);
        const { token, amina, stranger } = before;
        await closeRecord(before, "amina", stranger);

        await token.moveToSuccessor(amina.address);

        expect(await token.balanceOf(stranger.address)).to.equal(60);
      });
    });

    describe("given locked shares", () => {
      it("moves them while the sale is live, beyond the personal limit; they can be given back", async () => {
        const before = await networkHelpers.loadFixture(bakeryOnSale);
        const { shareOffering, token, currency, amina, ben, offering, terms } = before;
        await shareOffering.connect(amina).buy(offering, 18);
        await shareOffering.connect(ben).buy(offering, 10);
        await closeRecord(before, "amina", ben);

        await expect(token.moveToSuccessor(amina.address))
          .to.emit(token, "HoldingMoved")
          .withArgs(amina.address, ben.address, 18, 0);

        expect(await token.balanceOf(ben.address)).to.equal(28);
        expect(await token.totalSupply()).to.equal(28);
        await shareOffering.connect(ben).cancel(offering, 28);
        expect(await currency.balanceOf(ben.address)).to.equal(SAVINGS + 18n * terms.price);
      });

      it("moves them after a failure; the successor is refunded", async () => {
        const before = await networkHelpers.loadFixture(bakeryFailed);
        const { shareOffering, token, currency, amina, stranger, offering, terms } = before;
        await moveWallet(before, "amina", stranger);
        await token.moveToSuccessor(amina.address);

        await expect(shareOffering.refund(offering, [amina.address, stranger.address]))
          .to.emit(shareOffering, "RefundSkipped")
          .and.to.emit(shareOffering, "Refunded")
          .withArgs(offering, stranger.address, stranger.address, 15, 15n * terms.price);

        expect(await currency.balanceOf(stranger.address)).to.equal(SAVINGS + 15n * terms.price);
      });
    });

    describe("given shares that vote", () => {
      it("withdraws the votes, frees the shares and moves them", async () => {
        const before = await networkHelpers.loadFixture(bakerySettled);
        const { releases, token, manager, amina, ben, stranger, offering } = before;
        await releases.connect(manager).request(offering, { hash: ethers.id("evidence"), uri: "" });
        await token.connect(ben).transfer(amina.address, 50 - 20);
        await releases.connect(ben).voteWindUp(offering);
        await token.connect(amina).transfer(ben.address, 80);
        await releases
          .connect(amina)
          .object(offering)
          .catch(() => undefined);
        await releases.connect(amina).voteWindUp(offering);
        await moveWallet(before, "amina", stranger);

        const moving = await token.moveToSuccessor(amina.address);

        await expect(moving).to.emit(releases, "VotesWithdrawn").withArgs(offering, amina.address, 0, 20);
        await expect(moving).to.emit(token, "SharesFreed").withArgs(amina.address);
        await expect(moving).to.emit(token, "HoldingMoved").withArgs(amina.address, stranger.address, 10, 0);
        expect(recordOf(await releases.voteOf(offering, amina.address))).to.deep.equal({ ...NO_VOTE, nonce: 1n });
        expect((await releases.progressOf(offering)).windingUp).to.equal(20);
        await releases.connect(stranger).voteWindUp(offering);
        expect((await releases.progressOf(offering)).windingUp).to.equal(30);
      });

      it("leaves a successor's own votes and pledge as they are", async () => {
        const before = await networkHelpers.loadFixture(bakerySettled);
        const { releases, token, amina, ben, carla, offering } = before;
        await releases.connect(ben).voteWindUp(offering);
        await closeRecord(before, "amina", ben);

        await token.moveToSuccessor(amina.address);

        expect(await token.balanceOf(ben.address)).to.equal(110);
        expect((await releases.progressOf(offering)).windingUp).to.equal(50);
        await expect(token.connect(ben).transfer(carla.address, 1))
          .to.be.revertedWithCustomError(token, "InvestorTokenPledged")
          .withArgs(ben.address);
      });
    });

    describe("given a wallet that nobody has followed", () => {
      it("reverts with InvestorTokenNoSuccessor", async () => {
        const { token, ben, stranger } = await networkHelpers.loadFixture(moved);

        for (const wallet of [ben.address, stranger.address, ethers.ZeroAddress]) {
          await expect(token.moveToSuccessor(wallet))
            .to.be.revertedWithCustomError(token, "InvestorTokenNoSuccessor")
            .withArgs(wallet);
        }
      });
    });
  });
});

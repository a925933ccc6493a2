import { expect } from "chai";
import { moveWallet } from "../fixture/asSuccession.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { Phase } from "../fixture/enumerations.ts";
import { buyTogether } from "../fixture/neighbours.ts";
import { onSale } from "../fixture/onSale.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { DAY, SAVINGS } from "../fixture/willowmere.ts";

const NEW_WALLET = { address: `0x${"7".repeat(40)}` };

describe("ShareOffering", () => {
  describe("cancel", () => {
    describe("given a live offering in which somebody holds shares", () => {
      describe("when they cancel some of them", () => {
        it("takes those back and pays exactly what was paid for them", async () => {
          const { shareOffering, token, currency, amina, offering, terms } =
            await networkHelpers.loadFixture(bakeryOnSale);
          await shareOffering.connect(amina).buy(offering, 10);

          const cancelled = await shareOffering.connect(amina).cancel(offering, 4);

          await expect(cancelled).to.emit(shareOffering, "PurchaseCancelled").withArgs(offering, amina.address, 4);
          await expect(cancelled).to.emit(token, "Transfer").withArgs(amina.address, ethers.ZeroAddress, 4);
          expect([await token.balanceOf(amina.address), await token.totalSupply()]).to.deep.equal([6n, 6n]);
          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS - 6n * terms.price);
          expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(6n * terms.price);
        });
      });

      describe("when they cancel all of them", () => {
        it("leaves nothing, and lets them buy again", async () => {
          const { shareOffering, token, currency, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);
          await shareOffering.connect(amina).buy(offering, 18);

          await shareOffering.connect(amina).cancel(offering, 18);

          expect([await token.balanceOf(amina.address), await token.totalSupply()]).to.deep.equal([0n, 0n]);
          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
          await shareOffering.connect(amina).buy(offering, 18);
          expect(await token.balanceOf(amina.address)).to.equal(18);
        });
      });

      describe("when they cancel more than they hold", () => {
        it("reverts with ERC20InsufficientBalance, though others hold more", async () => {
          const { shareOffering, token, amina, ben, offering } = await networkHelpers.loadFixture(bakeryOnSale);
          await shareOffering.connect(amina).buy(offering, 10);
          await shareOffering.connect(ben).buy(offering, 10);

          await expect(shareOffering.connect(amina).cancel(offering, 11))
            .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
            .withArgs(amina.address, 10, 11);
        });
      });

      describe("when they cancel no shares", () => {
        it("reverts with ShareOfferingNoShares", async () => {
          const { shareOffering, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);
          await shareOffering.connect(amina).buy(offering, 10);

          await expect(shareOffering.connect(amina).cancel(offering, 0)).to.be.revertedWithCustomError(
            shareOffering,
            "ShareOfferingNoShares",
          );
        });
      });

      describe("when somebody without shares cancels", () => {
        it("reverts with ERC20InsufficientBalance", async () => {
          const { shareOffering, token, amina, stranger, offering } = await networkHelpers.loadFixture(bakeryOnSale);
          await shareOffering.connect(amina).buy(offering, 10);

          await expect(shareOffering.connect(stranger).cancel(offering, 1))
            .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
            .withArgs(stranger.address, 0, 1);
        });
      });
    });

    describe("given the last seven days of a phase", () => {
      async function holding() {
        const { terms } = await networkHelpers.loadFixture(bakeryOnSale);
        const { opens } = terms;
        const ends = {
          localEnds: opens + 20 * DAY,
          countryEnds: opens + 40 * DAY,
          worldEnds: opens + 70 * DAY,
        };
        const before = await onSale(ends);
        await before.shareOffering.connect(before.amina).buy(before.offering, 15);
        return before;
      }

      for (const ends of ["localEnds", "countryEnds", "worldEnds"] as const) {
        it(`reverts with ShareOfferingTooLateToCancel from seven days before ${ends} on`, async () => {
          const { shareOffering, token, amina, offering, terms } = await holding();
          const until = terms[ends] - 7 * DAY;

          await setNextTime(until - 1);
          await shareOffering.connect(amina).cancel(offering, 1);
          await setNextTime(until);
          await expect(shareOffering.connect(amina).cancel(offering, 1))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingTooLateToCancel")
            .withArgs(until, until);
          await setNextTime(terms[ends] - 1);
          await expect(shareOffering.connect(amina).cancel(offering, 1))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingTooLateToCancel")
            .withArgs(terms[ends] - 1, until);
          expect(await token.balanceOf(amina.address)).to.equal(14);
        });
      }

      it("lets cancel again when the next phase has begun, which it writes down", async () => {
        const { shareOffering, token, amina, offering, terms } = await holding();
        await setNextTime(terms.localEnds);

        await expect(shareOffering.connect(amina).cancel(offering, 1))
          .to.emit(shareOffering, "PhaseEnded")
          .withArgs(offering, Phase.Local, Phase.Country, 15);

        expect((await shareOffering.saleOf(offering)).phase).to.equal(Phase.Country);
        expect(await token.balanceOf(amina.address)).to.equal(14);
      });

      it("names TooLateToCancel before NoShares", async () => {
        const { shareOffering, amina, offering, terms } = await holding();
        await setNextTime(terms.localEnds - 1);

        await expect(shareOffering.connect(amina).cancel(offering, 0)).to.be.revertedWithCustomError(
          shareOffering,
          "ShareOfferingTooLateToCancel",
        );
      });
    });

    describe("given phases as short as can be", () => {
      for (const begins of ["opens", "localEnds", "countryEnds"] as const) {
        it(`lets change one's mind for seven days from ${begins} on`, async () => {
          const { shareOffering, token, amina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
          await shareOffering.connect(amina).buy(offering, 15);
          const until = terms[begins] + 7 * DAY;

          await setNextTime(until - 1);
          await shareOffering.connect(amina).cancel(offering, 5);
          await setNextTime(until);
          await expect(shareOffering.connect(amina).cancel(offering, 5))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingTooLateToCancel")
            .withArgs(until, until);
          expect(await token.balanceOf(amina.address)).to.equal(10);
        });
      }
    });

    describe("given an offering that is not open", () => {
      it("reverts with ShareOfferingNotOpen before the opening", async () => {
        const { shareOffering, amina, offering, terms } = await onSale({});
        await setNextTime(terms.opens - 1);

        await expect(shareOffering.connect(amina).cancel(offering, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Local, terms.opens, terms.opens - 1);
      });

      it("reverts with ShareOfferingNotOpen after a failure", async () => {
        const { shareOffering, amina, offering, terms } = await networkHelpers.loadFixture(bakeryFailed);
        await setNextTime(terms.worldEnds + 9);

        await expect(shareOffering.connect(amina).cancel(offering, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Failed, terms.opens, terms.worldEnds + 9);
      });

      it("reverts with ShareOfferingNotOpen after a success, settled or not", async () => {
        const before = await networkHelpers.loadFixture(bakeryOnSale);
        const { shareOffering, amina, offering, terms } = before;
        await buyTogether(shareOffering, offering, 100);
        await setNextTime(terms.localEnds);
        await expect(shareOffering.connect(amina).cancel(offering, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Succeeded, terms.opens, terms.localEnds);

        const settled = await networkHelpers.loadFixture(bakerySettled);
        await setNextTime(terms.localEnds + 999);
        await expect(settled.shareOffering.connect(settled.amina).cancel(offering, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Settled, terms.opens, terms.localEnds + 999);
      });

      it("reverts with ShareOfferingNotOpen where there is none", async () => {
        const { shareOffering, amina, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await setNextTime(terms.opens + 9);

        await expect(shareOffering.connect(amina).cancel(2, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(2, Phase.None, 0, terms.opens + 9);
      });
    });

    describe("given a town that has become dormant", () => {
      it("still pays back", async () => {
        const { shareOffering, townRegistry, headOffice, token, amina, offering, town } =
          await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(amina).buy(offering, 10);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);

        await shareOffering.connect(amina).cancel(offering, 10);

        expect(await token.totalSupply()).to.equal(0);
      });
    });

    describe("given a holder whose wallet was replaced, and whose shares have not been moved yet", () => {
      it("pays the present wallet, whoever has the old one", async () => {
        const before = await networkHelpers.loadFixture(bakeryOnSale);
        const { shareOffering, token, currency, ben, stranger, offering, terms } = before;
        await shareOffering.connect(ben).buy(offering, 10);
        await moveWallet(before, "ben", NEW_WALLET);

        await expect(shareOffering.connect(ben).cancel(offering, 4)).to.changeTokenBalances(
          ethers,
          currency,
          [ben.address, stranger.address, NEW_WALLET.address],
          [0n, 0n, 4n * terms.price],
        );
        expect(await token.balanceOf(ben.address)).to.equal(6);
      });
    });

    describe("given a currency that refuses the buyer", () => {
      it("reverts with the currency's error and leaves the purchase as it was", async () => {
        const { shareOffering, token, currency, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(amina).buy(offering, 10);
        const refusing = await turnInto(currency, "RefusingDollar");
        await refusing.refuse(amina.address, true);

        await expect(shareOffering.connect(amina).cancel(offering, 10))
          .to.be.revertedWithCustomError(refusing, "ERC20InvalidReceiver")
          .withArgs(amina.address);
        expect(await token.balanceOf(amina.address)).to.equal(10);
      });
    });

    describe("given a currency that calls back in the middle of the payment", () => {
      it("refuses another cancellation with ReentrancyGuardReentrantCall", async () => {
        const { shareOffering, currency, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(amina).buy(offering, 10);
        const calling = await turnInto(currency, "ReentrantDollar");
        await calling.arm(
          await shareOffering.getAddress(),
          shareOffering.interface.encodeFunctionData("cancel", [offering, 1]),
        );

        await shareOffering.connect(amina).cancel(offering, 1);

        expect(shareOffering.interface.parseError(await calling.answer())?.name).to.equal(
          "ReentrancyGuardReentrantCall",
        );
      });
    });
  });
});

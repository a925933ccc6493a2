import { expect } from "chai";
import { eventsOf } from "../../scripts/operator/send.ts";
import { closeRecord, moveWallet } from "../fixture/asSuccession.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { Phase } from "../fixture/enumerations.ts";
import { buyTogether } from "../fixture/neighbours.ts";
import { onSale } from "../fixture/onSale.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { SAVINGS } from "../fixture/willowmere.ts";

/** The failed sale of the bakery, whose currency refuses amina since; her refund is kept for her. */
async function bakeryFailedAndKept() {
  const before = await networkHelpers.loadFixture(bakeryFailed);
  const { shareOffering, currency, amina, offering } = before;
  const refusing = await turnInto(currency, "RefusingDollar");
  await refusing.refuse(amina.address, true);
  await shareOffering.refund(offering, [amina.address]);
  return { ...before, refusing };
}

describe("ShareOffering", () => {
  describe("refund", () => {
    describe("given an offering that has failed", () => {
      describe("when a stranger has a holder refunded", () => {
        it("burns the holder's shares and pays the holder what they paid", async () => {
          const { shareOffering, token, currency, amina, stranger, offering, terms } =
            await networkHelpers.loadFixture(bakeryFailed);

          const refunded = await shareOffering.connect(stranger).refund(offering, [amina.address]);

          await expect(refunded)
            .to.emit(shareOffering, "Refunded")
            .withArgs(offering, amina.address, amina.address, 15, 15n * terms.price);
          await expect(refunded).to.emit(token, "Transfer").withArgs(amina.address, ethers.ZeroAddress, 15);
          await expect(refunded).to.not.emit(shareOffering, "RefundKept");
          expect([await token.balanceOf(amina.address), await token.totalSupply()]).to.deep.equal([0n, 27n]);
          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
          expect(await currency.balanceOf(stranger.address)).to.equal(SAVINGS);
          expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(27n * terms.price);
          expect(await shareOffering.keptOf(offering, amina.address)).to.equal(0);
        });
      });

      describe("when it is the first call after the end", () => {
        it("judges and writes the failure down; the calls after it do not again", async () => {
          const { shareOffering, amina, ben, offering } = await networkHelpers.loadFixture(bakeryFailed);

          await expect(shareOffering.refund(offering, [amina.address]))
            .to.emit(shareOffering, "PhaseEnded")
            .withArgs(offering, Phase.World, Phase.Failed, 42);
          expect((await shareOffering.saleOf(offering)).phase).to.equal(Phase.Failed);
          await expect(shareOffering.refund(offering, [ben.address])).to.not.emit(shareOffering, "PhaseEnded");
        });
      });

      describe("when all holders are in one batch", () => {
        it("pays each, and holds nothing afterwards", async () => {
          const { shareOffering, token, currency, amina, ben, dina, emil, offering, terms } =
            await networkHelpers.loadFixture(bakeryFailed);
          const holders = [amina.address, ben.address, dina.address, emil.address];

          await expect(shareOffering.refund(offering, holders)).to.changeTokenBalances(
            ethers,
            currency,
            [amina, ben, dina, emil, shareOffering],
            [15n, 12n, 10n, 5n, -42n].map((shares) => shares * terms.price),
          );

          expect(await token.totalSupply()).to.equal(0);
          expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(0);
        });
      });

      describe("when a batch names somebody without shares, or a holder twice", () => {
        it("passes them over with the error a single refund would have met, and pays the others", async () => {
          const { shareOffering, currency, amina, ben, carla, offering, terms } =
            await networkHelpers.loadFixture(bakeryFailed);

          const refunded = await shareOffering.refund(offering, [
            carla.address,
            amina.address,
            amina.address,
            ben.address,
          ]);

          await expect(refunded).to.changeTokenBalances(
            ethers,
            currency,
            [carla, amina, ben],
            [0n, 15n * terms.price, 12n * terms.price],
          );
          const receipt = await refunded.wait();
          const skipped = eventsOf(receipt!, shareOffering.interface, "RefundSkipped");
          expect(skipped.map((event) => [...event.args].slice(0, 2))).to.deep.equal([
            [offering, carla.address],
            [offering, amina.address],
          ]);
          for (const event of skipped) {
            const reason = shareOffering.interface.parseError(event.args["reason"]);
            expect(reason?.name).to.equal("ShareOfferingNothingToRefund");
            expect([...(reason?.args ?? [])]).to.deep.equal([offering, event.args["holder"]]);
          }
          expect(eventsOf(receipt!, shareOffering.interface, "Refunded")).to.have.length(2);
        });
      });

      describe("when a batch is empty", () => {
        it("judges, and pays nobody", async () => {
          const { shareOffering, offering } = await networkHelpers.loadFixture(bakeryFailed);

          await shareOffering.refund(offering, []);

          expect((await shareOffering.saleOf(offering)).phase).to.equal(Phase.Failed);
        });
      });

      describe("when a holder has another wallet by now", () => {
        it("burns the old wallet's shares and pays the new one", async () => {
          const before = await networkHelpers.loadFixture(bakeryFailed);
          const { shareOffering, token, currency, amina, carla, offering, terms } = before;
          await closeRecord(before, "amina", carla);
          const saved = await currency.balanceOf(amina.address);

          await expect(shareOffering.refund(offering, [amina.address]))
            .to.emit(shareOffering, "Refunded")
            .withArgs(offering, amina.address, carla.address, 15, 15n * terms.price);

          expect(await token.balanceOf(amina.address)).to.equal(0);
          expect(await currency.balanceOf(amina.address)).to.equal(saved);
          expect(await currency.balanceOf(carla.address)).to.equal(SAVINGS + 15n * terms.price);
        });

        it("pays the last of several wallets, and each holder of a batch at their own", async () => {
          const before = await networkHelpers.loadFixture(bakeryFailed);
          const { shareOffering, currency, amina, ben, carla, dina, stranger, offering, terms } = before;
          await closeRecord(before, "amina", carla);
          await moveWallet(before, "carla", stranger);

          await expect(
            shareOffering.refund(offering, [dina.address, amina.address, ben.address]),
          ).to.changeTokenBalances(
            ethers,
            currency,
            [amina, carla, stranger, ben, dina],
            [0n, 0n, 15n * terms.price, 12n * terms.price, 10n * terms.price],
          );
        });

        it("keeps for the holder what the currency refuses the new wallet, and pays the next one", async () => {
          const before = await networkHelpers.loadFixture(bakeryFailed);
          const { shareOffering, currency, amina, carla, stranger, offering, terms } = before;
          await closeRecord(before, "amina", carla);
          const refusing = await turnInto(currency, "RefusingDollar");
          await refusing.refuse(carla.address, true);

          await expect(shareOffering.refund(offering, [amina.address]))
            .to.emit(shareOffering, "RefundKept")
            .withArgs(offering, amina.address, 15n * terms.price);
          expect(await shareOffering.keptOf(offering, amina.address)).to.equal(15n * terms.price);
          expect(await shareOffering.keptOf(offering, carla.address)).to.equal(0);
          await moveWallet(before, "carla", stranger);
          await expect(shareOffering.claimKept(offering, amina.address))
            .to.emit(shareOffering, "KeptRefundPaid")
            .withArgs(offering, amina.address, stranger.address, 15n * terms.price);

          expect(await currency.balanceOf(stranger.address)).to.equal(SAVINGS + 15n * terms.price);
          expect(await currency.balanceOf(carla.address)).to.equal(SAVINGS);
        });
      });

      describe("when the town is dormant", () => {
        it("pays all the same", async () => {
          const { shareOffering, townRegistry, headOffice, currency, amina, town, offering } =
            await networkHelpers.loadFixture(bakeryFailed);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await shareOffering.refund(offering, [amina.address]);

          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
        });
      });

      describe("when the currency refuses one of the holders", () => {
        it("keeps that refund for them and pays the others", async () => {
          const { shareOffering, token, currency, amina, ben, offering, terms } =
            await networkHelpers.loadFixture(bakeryFailed);
          const refusing = await turnInto(currency, "RefusingDollar");
          await refusing.refuse(amina.address, true);

          const refunded = await shareOffering.refund(offering, [amina.address, ben.address]);

          await expect(refunded)
            .to.emit(shareOffering, "Refunded")
            .withArgs(offering, amina.address, amina.address, 15, 15n * terms.price);
          await expect(refunded)
            .to.emit(shareOffering, "RefundKept")
            .withArgs(offering, amina.address, 15n * terms.price);
          expect(await shareOffering.keptOf(offering, amina.address)).to.equal(15n * terms.price);
          expect(await shareOffering.keptOf(offering, ben.address)).to.equal(0);
          expect(await token.balanceOf(amina.address)).to.equal(0);
          expect(await currency.balanceOf(ben.address)).to.equal(SAVINGS);
          expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(30n * terms.price);
        });
      });

      describe("when the currency calls back in the middle of a payment", () => {
        it("refuses every function that moves money with ReentrancyGuardReentrantCall, and pays once", async () => {
          const { shareOffering, currency, amina, ben, dina, emil, offering } =
            await networkHelpers.loadFixture(bakeryFailed);
          const calling = await turnInto(currency, "ReentrantDollar");
          const { interface: functions } = shareOffering;
          const again = [
            functions.encodeFunctionData("refund", [offering, [emil.address]]),
            functions.encodeFunctionData("claimKept", [offering, emil.address]),
            functions.encodeFunctionData("buy", [offering, 1]),
          ];

          for (const [i, holder] of [amina, ben, dina].entries()) {
            await calling.arm(await shareOffering.getAddress(), again[i]!);
            await shareOffering.refund(offering, [holder.address]);
            expect(functions.parseError(await calling.answer())?.name).to.equal("ReentrancyGuardReentrantCall");
            expect(await currency.balanceOf(holder.address)).to.equal(SAVINGS);
          }
        });
      });
    });

    describe("given an offering that has not failed", () => {
      it("reverts with ShareOfferingNotFailed in each live phase, to the last second", async () => {
        const { shareOffering, amina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(amina).buy(offering, 10);

        for (const [second, phase] of [
          [terms.opens + 9, Phase.Local],
          [terms.localEnds, Phase.Country],
          [terms.worldEnds - 1, Phase.World],
        ] as const) {
          await setNextTime(second);
          await expect(shareOffering.refund(offering, [amina.address]))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotFailed")
            .withArgs(offering, phase);
        }
        await setNextTime(terms.worldEnds);
        await expect(shareOffering.refund(offering, [amina.address])).to.emit(shareOffering, "Refunded");
      });

      it("reverts with ShareOfferingNotFailed after a success", async () => {
        const { shareOffering, amina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await buyTogether(shareOffering, offering, 100);
        await setNextTime(terms.worldEnds);

        await expect(shareOffering.refund(offering, [amina.address]))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotFailed")
          .withArgs(offering, Phase.Succeeded);
      });

      it("reverts with ShareOfferingNotFailed when it is settled", async () => {
        const { shareOffering, amina, offering } = await networkHelpers.loadFixture(bakerySettled);

        await expect(shareOffering.refund(offering, [amina.address]))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotFailed")
          .withArgs(offering, Phase.Settled);
      });

      it("reverts with ShareOfferingNotFailed where there is none", async () => {
        const { shareOffering, amina } = await networkHelpers.loadFixture(bakeryOnSale);

        await expect(shareOffering.refund(2, [amina.address]))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotFailed")
          .withArgs(2, Phase.None);
      });
    });

    describe("given a sale near the bound of price × cap, whose currency refuses a holder", () => {
      it("keeps and pays the whole amount", async () => {
        const price = 2n ** 95n;
        const { shareOffering, currency, amina, offering, terms } = await onSale({ price, cap: 2 ** 14 });
        await currency.mint(amina.address, 18n * price);
        await shareOffering.connect(amina).buy(offering, 18);
        await networkHelpers.time.increaseTo(terms.worldEnds);
        const refusing = await turnInto(currency, "RefusingDollar");
        await refusing.refuse(amina.address, true);

        await shareOffering.refund(offering, [amina.address]);

        expect(await shareOffering.keptOf(offering, amina.address)).to.equal(18n * price);
      });
    });
  });

  describe("claimKept", () => {
    describe("given a refund that the currency refused", () => {
      describe("when the currency accepts the holder again", () => {
        it("pays the holder once, whoever calls", async () => {
          const { shareOffering, refusing, currency, amina, stranger, offering, terms } =
            await networkHelpers.loadFixture(bakeryFailedAndKept);
          await refusing.refuse(amina.address, false);

          const claimed = await shareOffering.connect(stranger).claimKept(offering, amina.address);

          await expect(claimed)
            .to.emit(shareOffering, "KeptRefundPaid")
            .withArgs(offering, amina.address, amina.address, 15n * terms.price);
          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
          expect(await currency.balanceOf(stranger.address)).to.equal(SAVINGS);
          expect(await shareOffering.keptOf(offering, amina.address)).to.equal(0);

          const again = await (await shareOffering.claimKept(offering, amina.address)).wait();
          expect(again?.logs).to.deep.equal([]);
          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
        });
      });

      describe("when the currency still refuses the holder", () => {
        it("reverts with the currency's error and keeps it", async () => {
          const { shareOffering, refusing, amina, offering, terms } =
            await networkHelpers.loadFixture(bakeryFailedAndKept);

          await expect(shareOffering.claimKept(offering, amina.address))
            .to.be.revertedWithCustomError(refusing, "ERC20InvalidReceiver")
            .withArgs(amina.address);
          expect(await shareOffering.keptOf(offering, amina.address)).to.equal(15n * terms.price);
        });
      });

      describe("when the holder is refunded again", () => {
        it("passes them over and keeps the same amount", async () => {
          const { shareOffering, amina, offering, terms } = await networkHelpers.loadFixture(bakeryFailedAndKept);

          await expect(shareOffering.refund(offering, [amina.address])).to.emit(shareOffering, "RefundSkipped");

          expect(await shareOffering.keptOf(offering, amina.address)).to.equal(15n * terms.price);
        });
      });

      describe("when the holder inherits shares after that, and is refunded for them too", () => {
        it("keeps both refunds", async () => {
          const before = await networkHelpers.loadFixture(bakeryFailedAndKept);
          const { shareOffering, token, amina, ben, offering, terms } = before;
          await closeRecord(before, "ben", amina);
          await token.moveToSuccessor(ben.address);

          await expect(shareOffering.refund(offering, [amina.address]))
            .to.emit(shareOffering, "RefundKept")
            .withArgs(offering, amina.address, 12n * terms.price);

          expect(await shareOffering.keptOf(offering, amina.address)).to.equal(27n * terms.price);
        });
      });

      describe("when it is claimed for another offering", () => {
        it("pays nothing", async () => {
          const { shareOffering, refusing, amina, offering, terms } =
            await networkHelpers.loadFixture(bakeryFailedAndKept);
          await refusing.refuse(amina.address, false);

          await shareOffering.claimKept(offering + 1n, amina.address);

          expect(await shareOffering.keptOf(offering, amina.address)).to.equal(15n * terms.price);
        });
      });

      describe("when the currency calls back in the middle of the payment", () => {
        it("refuses another claim with ReentrancyGuardReentrantCall", async () => {
          const { shareOffering, currency, amina, offering } = await networkHelpers.loadFixture(bakeryFailedAndKept);
          const calling = await turnInto(currency, "ReentrantDollar");
          await calling.arm(
            await shareOffering.getAddress(),
            shareOffering.interface.encodeFunctionData("claimKept", [offering, amina.address]),
          );

          await shareOffering.claimKept(offering, amina.address);

          expect(shareOffering.interface.parseError(await calling.answer())?.name).to.equal(
            "ReentrancyGuardReentrantCall",
          );
          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
        });
      });
    });

    describe("given nothing kept", () => {
      it("changes nothing", async () => {
        const { shareOffering, currency, ben, offering } = await networkHelpers.loadFixture(bakeryFailed);
        const before = await currency.balanceOf(ben.address);

        const receipt = await (await shareOffering.claimKept(offering, ben.address)).wait();

        expect(receipt?.logs).to.deep.equal([]);
        expect(await currency.balanceOf(ben.address)).to.equal(before);
      });
    });
  });
});

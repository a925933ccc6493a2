import { expect } from "chai";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { Phase } from "../fixture/enumerations.ts";
import { buyTogether } from "../fixture/neighbours.ts";
import { everybodyBut, impersonate } from "../fixture/people.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { SAVINGS } from "../fixture/willowmere.ts";

/** The settled bakery, which raised 110 shares × 5 dollars; the Releases as a signer. */
async function settled() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  return { ...before, releasing: await impersonate(before.releases), raised: 110n * before.terms.price };
}

describe("ShareOffering", () => {
  describe("payOut", () => {
    describe("given a settled offering", () => {
      describe("when the Releases pays a part out", () => {
        it("pays it, and writes down what has left escrow", async () => {
          const { shareOffering, releasing, currency, dina, offering, raised } =
            await networkHelpers.loadFixture(settled);

          await expect(shareOffering.connect(releasing).payOut(offering, dina.address, 70))
            .to.emit(shareOffering, "EscrowPaid")
            .withArgs(offering, dina.address, 70);
          await shareOffering.connect(releasing).payOut(offering, dina.address, 30);

          expect(await shareOffering.releasedOf(offering)).to.equal(100);
          expect(await currency.balanceOf(dina.address)).to.equal(SAVINGS + 100n);
          expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(raised - 100n);
        });
      });

      describe("when it is more than is left", () => {
        it("reverts with ShareOfferingNotInEscrow, though the contract holds more", async () => {
          const { shareOffering, releasing, currency, dina, offering, raised } =
            await networkHelpers.loadFixture(settled);
          await currency.connect(dina).transfer(await shareOffering.getAddress(), 1_000);

          await expect(shareOffering.connect(releasing).payOut(offering, dina.address, raised + 1n))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotInEscrow")
            .withArgs(offering, raised + 1n, raised);
          await shareOffering.connect(releasing).payOut(offering, dina.address, 100);
          await expect(shareOffering.connect(releasing).payOut(offering, dina.address, raised - 99n))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotInEscrow")
            .withArgs(offering, raised - 99n, raised - 100n);
          await shareOffering.connect(releasing).payOut(offering, dina.address, raised - 100n);

          expect(await shareOffering.releasedOf(offering)).to.equal(raised);
        });
      });

      describe("when the caller is anybody else", () => {
        it("reverts with ShareOfferingNotReleases", async () => {
          const { shareOffering, profitSplitter, token, offering } = await networkHelpers.loadFixture(settled);
          const everybody = [...(await everybodyBut()), await impersonate(profitSplitter), await impersonate(token)];

          for (const caller of everybody) {
            await expect(shareOffering.connect(caller).payOut(offering, caller.address, 1))
              .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotReleases")
              .withArgs(caller.address);
          }
        });
      });

      describe("when the currency refuses the receiver", () => {
        it("reverts with the currency's error, and all stays in escrow", async () => {
          const { shareOffering, releasing, currency, dina, offering } = await networkHelpers.loadFixture(settled);
          const refusing = await turnInto(currency, "RefusingDollar");
          await refusing.refuse(dina.address, true);

          await expect(shareOffering.connect(releasing).payOut(offering, dina.address, 70))
            .to.be.revertedWithCustomError(refusing, "ERC20InvalidReceiver")
            .withArgs(dina.address);
          expect(await shareOffering.releasedOf(offering)).to.equal(0);
        });
      });

      describe("when the currency calls back in the middle", () => {
        it("refuses every function that moves money with ReentrancyGuardReentrantCall", async () => {
          const { shareOffering, releasing, currency, dina, offering } = await networkHelpers.loadFixture(settled);
          const calling = await turnInto(currency, "ReentrantDollar");
          const { interface: functions } = shareOffering;

          for (const call of [
            functions.encodeFunctionData("payOut", [offering, dina.address, 1]),
            functions.encodeFunctionData("claimKept", [offering, dina.address]),
          ]) {
            await calling.arm(await shareOffering.getAddress(), call);
            await shareOffering.connect(releasing).payOut(offering, dina.address, 10);
            expect(functions.parseError(await calling.answer())?.name).to.equal("ReentrancyGuardReentrantCall");
          }
          expect(await currency.balanceOf(dina.address)).to.equal(SAVINGS + 20n);
        });
      });
    });

    describe("given an offering that is not settled", () => {
      it("reverts with ShareOfferingNotSettled", async () => {
        const { shareOffering, releases, amina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        const releasing = await impersonate(releases);
        await buyTogether(shareOffering, offering, 110);

        for (const [id, phase] of [
          [offering, Phase.Local],
          [offering + 1n, Phase.None],
        ] as const) {
          await expect(shareOffering.connect(releasing).payOut(id, amina.address, 1))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotSettled")
            .withArgs(id, phase);
        }
        await networkHelpers.time.increaseTo(terms.localEnds);
        await expect(shareOffering.connect(releasing).payOut(offering, amina.address, 1)).to.be.revertedWithCustomError(
          shareOffering,
          "ShareOfferingNotSettled",
        );
      });

      it("reverts with ShareOfferingNotSettled when it has failed", async () => {
        const { shareOffering, releases, amina, offering } = await networkHelpers.loadFixture(bakeryFailed);
        await shareOffering.refund(offering, []);

        await expect(shareOffering.connect(await impersonate(releases)).payOut(offering, amina.address, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotSettled")
          .withArgs(offering, Phase.Failed);
      });
    });
  });
});

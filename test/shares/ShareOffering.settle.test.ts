import { expect } from "chai";
import { openOffering } from "../../scripts/operator/businesses.ts";
import { tokenAt } from "../../scripts/operator/contracts.ts";
import { bakery } from "../fixture/bakery.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { Phase, Tier } from "../fixture/enumerations.ts";
import { buyTogether } from "../fixture/neighbours.ts";
import { onSale } from "../fixture/onSale.ts";
import { DAY } from "../fixture/willowmere.ts";

describe("ShareOffering", () => {
  describe("phaseOf", () => {
    describe("given an offering in which nobody buys or calls anything", () => {
      it("is local, country, world and failed, from the second each begins", async () => {
        const { shareOffering, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        const { localEnds, countryEnds, worldEnds } = terms;

        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
        for (const [second, phase] of [
          [localEnds - 1, Phase.Local],
          [localEnds, Phase.Country],
          [countryEnds - 1, Phase.Country],
          [countryEnds, Phase.World],
          [worldEnds - 1, Phase.World],
          [worldEnds, Phase.Failed],
          [worldEnds + 1000 * DAY, Phase.Failed],
        ] as const) {
          await networkHelpers.time.increaseTo(second);
          expect(await shareOffering.phaseOf(offering)).to.equal(phase);
        }
        expect((await shareOffering.saleOf(offering)).phase).to.equal(Phase.Local);
      });
    });

    describe("given an offering that has not opened", () => {
      it("is local", async () => {
        const { shareOffering, deployment, townAmbassador, countryAmbassador, terms } =
          await networkHelpers.loadFixture(bakery);
        const { offering } = await openOffering(deployment, { terms, townAmbassador, countryAmbassador });

        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
      });
    });

    describe("given no such offering", () => {
      it("is none", async () => {
        const { shareOffering } = await networkHelpers.loadFixture(bakeryOnSale);

        expect(await shareOffering.phaseOf(0)).to.equal(Phase.None);
        expect(await shareOffering.phaseOf(2)).to.equal(Phase.None);
      });
    });

    describe("given an offering without a country phase", () => {
      it("goes from local to world", async () => {
        const { terms } = await networkHelpers.loadFixture(bakery);
        const worldEnds = terms.localEnds + 14 * DAY;
        const { shareOffering, token, emil, offering } = await onSale({ countryEnds: 0, worldEnds });

        await networkHelpers.time.increaseTo(terms.localEnds - 1);
        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
        await expect(shareOffering.connect(emil).buy(offering, 2))
          .to.emit(shareOffering, "PhaseEnded")
          .withArgs(offering, Phase.Local, Phase.World, 0);
        expect(await token.balanceOf(emil.address)).to.equal(2);
        await networkHelpers.time.increaseTo(worldEnds - 1);
        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.World);
        await networkHelpers.time.increaseTo(worldEnds);
        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
      });
    });

    describe("given an offering without a world phase", () => {
      it("fails at the end of the country phase", async () => {
        const { shareOffering, offering, terms } = await onSale({ worldEnds: 0 });

        await networkHelpers.time.increaseTo(terms.countryEnds - 1);
        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Country);
        await networkHelpers.time.increaseTo(terms.countryEnds);
        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
      });
    });

    describe("given an offering with a local phase only", () => {
      it("fails at its end, never letting others in", async () => {
        const { shareOffering, dina, offering, terms } = await onSale({ countryEnds: 0, worldEnds: 0 });

        await networkHelpers.time.increaseTo(terms.localEnds - 1);
        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
        await setNextTime(terms.localEnds);
        await expect(shareOffering.connect(dina).buy(offering, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Failed, terms.opens, terms.localEnds);
      });
    });
  });

  describe("settle", () => {
    describe("given a phase that ends with exactly the goal sold", () => {
      it("succeeds in the local phase, from its end on", async () => {
        const before = await networkHelpers.loadFixture(bakeryOnSale);
        const { shareOffering, token, amina, stranger, offering, terms } = before;
        await buyTogether(shareOffering, offering, 99);
        await setNextTime(terms.localEnds - 2);
        await shareOffering.connect(amina).buy(offering, 1);

        await setNextTime(terms.localEnds - 1);
        await expect(shareOffering.connect(stranger).settle(offering))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotSucceeded")
          .withArgs(offering, Phase.Local);
        await setNextTime(terms.localEnds);
        const settled = await shareOffering.connect(stranger).settle(offering);

        await expect(settled)
          .to.emit(shareOffering, "PhaseEnded")
          .withArgs(offering, Phase.Local, Phase.Succeeded, 100);
        await expect(settled)
          .to.emit(shareOffering, "OfferingSettled")
          .withArgs(offering, 100, 100n * terms.price, Tier.Local);
        await expect(settled).to.emit(token, "SharesUnlocked").withArgs(Tier.Local);
        const sale = await shareOffering.saleOf(offering);
        expect(sale.phase).to.equal(Phase.Settled);
        expect(sale.scope).to.equal(Tier.Local);
        expect((await token.ledger()).scope).to.equal(Tier.Local);
        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Settled);
      });

      it("succeeds in the country phase", async () => {
        const { shareOffering, token, dina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await buyTogether(shareOffering, offering, 90);
        await setNextTime(terms.countryEnds - 1);
        await shareOffering.connect(dina).buy(offering, 10);
        await setNextTime(terms.countryEnds);

        const settled = await shareOffering.settle(offering);

        await expect(settled)
          .to.emit(shareOffering, "PhaseEnded")
          .withArgs(offering, Phase.Country, Phase.Succeeded, 100);
        await expect(settled)
          .to.emit(shareOffering, "OfferingSettled")
          .withArgs(offering, 100, 100n * terms.price, Tier.Country);
        await expect(settled).to.emit(token, "SharesUnlocked").withArgs(Tier.Country);
        expect((await shareOffering.saleOf(offering)).scope).to.equal(Tier.Country);
      });

      it("succeeds in the world phase", async () => {
        const { shareOffering, token, emil, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await buyTogether(shareOffering, offering, 90);
        await setNextTime(terms.worldEnds - 1);
        await shareOffering.connect(emil).buy(offering, 10);
        await setNextTime(terms.worldEnds);

        const settled = await shareOffering.settle(offering);

        await expect(settled)
          .to.emit(shareOffering, "PhaseEnded")
          .withArgs(offering, Phase.World, Phase.Succeeded, 100);
        await expect(settled)
          .to.emit(shareOffering, "OfferingSettled")
          .withArgs(offering, 100, 100n * terms.price, Tier.World);
        await expect(settled).to.emit(token, "SharesUnlocked").withArgs(Tier.World);
        expect((await shareOffering.saleOf(offering)).scope).to.equal(Tier.World);
      });
    });

    describe("given a phase that ends one share short of the goal", () => {
      it("goes on to the next phase, and fails after the last", async () => {
        const { shareOffering, dina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await buyTogether(shareOffering, offering, 99);

        await setNextTime(terms.localEnds);
        await expect(shareOffering.settle(offering))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotSucceeded")
          .withArgs(offering, Phase.Country);
        await setNextTime(terms.countryEnds);
        await expect(shareOffering.connect(dina).settle(offering))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotSucceeded")
          .withArgs(offering, Phase.World);
        await setNextTime(terms.worldEnds);
        await expect(shareOffering.settle(offering))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotSucceeded")
          .withArgs(offering, Phase.Failed);
      });
    });

    describe("given more than the goal sold in the local phase", () => {
      it("raises what was sold", async () => {
        const { shareOffering, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await buyTogether(shareOffering, offering, 150);
        await networkHelpers.time.increaseTo(terms.localEnds);

        await expect(shareOffering.settle(offering))
          .to.emit(shareOffering, "OfferingSettled")
          .withArgs(offering, 150, 150n * terms.price, Tier.Local);
      });
    });

    describe("given a success that nobody judges until long after the last phase", () => {
      it("keeps the tier of the local phase in which it succeeded", async () => {
        const { shareOffering, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await buyTogether(shareOffering, offering, 100);
        await networkHelpers.time.increaseTo(terms.worldEnds + 100 * DAY);

        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Succeeded);
        await expect(shareOffering.settle(offering))
          .to.emit(shareOffering, "OfferingSettled")
          .withArgs(offering, 100, 100n * terms.price, Tier.Local);
      });

      it("keeps the tier of the country phase in which it succeeded", async () => {
        const { shareOffering, dina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await buyTogether(shareOffering, offering, 90);
        await setNextTime(terms.localEnds);
        await shareOffering.connect(dina).buy(offering, 10);
        await networkHelpers.time.increaseTo(terms.worldEnds + 100 * DAY);

        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Succeeded);
        await expect(shareOffering.settle(offering))
          .to.emit(shareOffering, "OfferingSettled")
          .withArgs(offering, 100, 100n * terms.price, Tier.Country);
      });
    });

    describe("given a success without a country phase before the world phase", () => {
      it("gives the world's scope", async () => {
        const { terms } = await networkHelpers.loadFixture(bakery);
        const worldEnds = terms.localEnds + 14 * DAY;
        const { shareOffering, emil, offering } = await onSale({ countryEnds: 0, worldEnds });
        await buyTogether(shareOffering, offering, 90);
        await setNextTime(terms.localEnds);
        await shareOffering.connect(emil).buy(offering, 10);
        await setNextTime(worldEnds);

        await expect(shareOffering.settle(offering))
          .to.emit(shareOffering, "OfferingSettled")
          .withArgs(offering, 100, 100n * terms.price, Tier.World);
      });
    });

    describe("given a settled offering", () => {
      it("reverts with ShareOfferingNotSucceeded", async () => {
        const { shareOffering, amina, offering } = await networkHelpers.loadFixture(bakerySettled);

        await expect(shareOffering.connect(amina).settle(offering))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotSucceeded")
          .withArgs(offering, Phase.Settled);
      });
    });

    describe("given no such offering", () => {
      it("reverts with ShareOfferingNotSucceeded", async () => {
        const { shareOffering } = await networkHelpers.loadFixture(bakeryOnSale);

        await expect(shareOffering.settle(2))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotSucceeded")
          .withArgs(2, Phase.None);
      });
    });
  });

  describe("update", () => {
    describe("given a business without an offering", () => {
      it("returns no token and changes nothing", async () => {
        const { shareOffering, stranger, business } = await networkHelpers.loadFixture(bakery);

        expect(await shareOffering.update.staticCall(business)).to.equal(ethers.ZeroAddress);
        const receipt = await (await shareOffering.connect(stranger).update(business)).wait();
        expect(receipt?.logs).to.deep.equal([]);
      });
    });

    describe("given a live offering", () => {
      it("returns no token; within a phase it changes nothing", async () => {
        const { shareOffering, amina, business, offering } = await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(amina).buy(offering, 15);

        expect(await shareOffering.update.staticCall(business)).to.equal(ethers.ZeroAddress);
        const receipt = await (await shareOffering.update(business)).wait();
        expect(receipt?.logs).to.deep.equal([]);
      });

      it("judges a phase that has ended", async () => {
        const { shareOffering, amina, stranger, business, offering, terms } =
          await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(amina).buy(offering, 15);
        await networkHelpers.time.increaseTo(terms.countryEnds);

        expect(await shareOffering.update.staticCall(business)).to.equal(ethers.ZeroAddress);
        await expect(shareOffering.connect(stranger).update(business))
          .to.emit(shareOffering, "PhaseEnded")
          .withArgs(offering, Phase.Local, Phase.World, 15);
        expect((await shareOffering.saleOf(offering)).phase).to.equal(Phase.World);
      });
    });

    describe("given a success that is not settled", () => {
      it("settles it and returns its token", async () => {
        const { shareOffering, token, stranger, business, offering, terms } =
          await networkHelpers.loadFixture(bakeryOnSale);
        await buyTogether(shareOffering, offering, 100);
        await networkHelpers.time.increaseTo(terms.localEnds);

        expect(await shareOffering.update.staticCall(business)).to.equal(await token.getAddress());
        await expect(shareOffering.connect(stranger).update(business))
          .to.emit(shareOffering, "OfferingSettled")
          .withArgs(offering, 100, 100n * terms.price, Tier.Local);
        expect((await shareOffering.saleOf(offering)).phase).to.equal(Phase.Settled);
        expect((await token.ledger()).scope).to.equal(Tier.Local);
      });
    });

    describe("given a settled offering", () => {
      it("returns its token and changes nothing", async () => {
        const { shareOffering, token, business } = await networkHelpers.loadFixture(bakerySettled);

        expect(await shareOffering.update.staticCall(business)).to.equal(await token.getAddress());
        const receipt = await (await shareOffering.update(business)).wait();
        expect(receipt?.logs).to.deep.equal([]);
      });
    });

    describe("given a failed offering", () => {
      it("returns no token and writes the failure down", async () => {
        const { shareOffering, business, offering } = await networkHelpers.loadFixture(bakeryFailed);

        expect(await shareOffering.update.staticCall(business)).to.equal(ethers.ZeroAddress);
        await expect(shareOffering.update(business))
          .to.emit(shareOffering, "PhaseEnded")
          .withArgs(offering, Phase.World, Phase.Failed, 42);
        expect((await shareOffering.saleOf(offering)).phase).to.equal(Phase.Failed);
        expect((await shareOffering.saleOf(offering)).scope).to.equal(Tier.None);
      });
    });

    describe("given a second offering after a failure", () => {
      it("returns the token of the second, once that is settled", async () => {
        const before = await networkHelpers.loadFixture(bakeryFailed);
        const { shareOffering, deployment, townAmbassador, countryAmbassador, amina, business, terms } = before;
        const opens = terms.worldEnds + 8 * DAY;
        const again = { ...terms, opens, localEnds: opens + 14 * DAY, countryEnds: 0, worldEnds: 0 };
        const second = await openOffering(deployment, { terms: again, townAmbassador, countryAmbassador });
        await setNextTime(opens);
        await buyTogether(shareOffering, second.offering, 100);

        expect(await shareOffering.update.staticCall(business)).to.equal(ethers.ZeroAddress);
        await networkHelpers.time.increaseTo(again.localEnds);
        expect(await shareOffering.update.staticCall(business)).to.equal(second.token);
        await shareOffering.update(business);
        expect((await tokenAt(second.token, amina).ledger()).scope).to.equal(Tier.Local);
      });
    });
  });
});

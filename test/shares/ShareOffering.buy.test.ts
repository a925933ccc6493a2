import { expect } from "chai";
import { attestOutsiders } from "@one-small-town/core/members/steps.ts";
import { attestInBatches } from "../../scripts/operator/batches.ts";
import { send } from "../../scripts/operator/send.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { Phase, Tier } from "../fixture/enumerations.ts";
import { buyTogether } from "../fixture/neighbours.ts";
import { onSale } from "../fixture/onSale.ts";
import { idOf } from "../fixture/people.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { COUNTRY, DAY, SAVINGS } from "../fixture/willowmere.ts";

describe("ShareOffering", () => {
  describe("buy", () => {
    describe("given an offering that has not opened", () => {
      it("reverts with ShareOfferingNotOpen until the second it opens", async () => {
        const { shareOffering, amina, offering, terms } = await onSale({});
        const { opens } = terms;

        await setNextTime(opens - 1);
        await expect(shareOffering.connect(amina).buy(offering, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Local, opens, opens - 1);
        await setNextTime(opens);
        await expect(shareOffering.connect(amina).buy(offering, 1)).to.emit(shareOffering, "SharesBought");
      });
    });

    describe("given no such offering", () => {
      for (const offering of [0, 2]) {
        it(`reverts with ShareOfferingNotOpen for ${offering}`, async () => {
          const { shareOffering, amina, terms } = await networkHelpers.loadFixture(bakeryOnSale);
          await setNextTime(terms.opens + 5);

          await expect(shareOffering.connect(amina).buy(offering, 1))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
            .withArgs(offering, Phase.None, 0, terms.opens + 5);
        });
      }
    });

    describe("given the local phase", () => {
      describe("when the buyer is a resident", () => {
        it("issues locked shares and takes price × shares into escrow", async () => {
          const { shareOffering, token, currency, amina, offering, terms } =
            await networkHelpers.loadFixture(bakeryOnSale);

          const bought = await shareOffering.connect(amina).buy(offering, 10);

          await expect(bought).to.emit(shareOffering, "SharesBought").withArgs(offering, amina.address, 10);
          await expect(bought).to.emit(token, "Transfer").withArgs(ethers.ZeroAddress, amina.address, 10);
          expect(await token.balanceOf(amina.address)).to.equal(10);
          expect(await token.totalSupply()).to.equal(10);
          expect([await token.balanceOf(amina.address), await token.totalSupply()]).to.deep.equal([10n, 10n]);
          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS - 10n * terms.price);
          expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(10n * terms.price);
          expect((await token.ledger()).scope).to.equal(Tier.None);
        });

        it("adds to what they hold", async () => {
          const { shareOffering, token, amina, ben, offering } = await networkHelpers.loadFixture(bakeryOnSale);

          await shareOffering.connect(amina).buy(offering, 10);
          await shareOffering.connect(ben).buy(offering, 5);
          await shareOffering.connect(amina).buy(offering, 1);

          expect([await token.balanceOf(amina.address), await token.totalSupply()]).to.deep.equal([11n, 16n]);
          expect([await token.balanceOf(ben.address), await token.totalSupply()]).to.deep.equal([5n, 16n]);
        });
      });

      describe("when the buyer would hold exactly the local limit", () => {
        it("issues the shares", async () => {
          const { shareOffering, token, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);

          await shareOffering.connect(amina).buy(offering, 18);

          expect(await token.balanceOf(amina.address)).to.equal(18);
        });
      });

      describe("when the buyer would hold more than the local limit", () => {
        it("reverts with ShareOfferingOverPersonalLimit", async () => {
          const { shareOffering, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);

          await expect(shareOffering.connect(amina).buy(offering, 19))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOverPersonalLimit")
            .withArgs(amina.address, 19, 18);
          await shareOffering.connect(amina).buy(offering, 10);
          await expect(shareOffering.connect(amina).buy(offering, 9))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOverPersonalLimit")
            .withArgs(amina.address, 19, 18);
        });
      });

      describe("when a holder asks for more than the limit, up to the most that can be asked for", () => {
        it("reverts with ShareOfferingOverPersonalLimit, counting what they hold", async () => {
          const { shareOffering, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);
          await shareOffering.connect(amina).buy(offering, 10);

          for (const shares of [19, 2 ** 32 - 1]) {
            await expect(shareOffering.connect(amina).buy(offering, shares))
              .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOverPersonalLimit")
              .withArgs(amina.address, 10 + shares, 18);
          }
        });
      });

      describe("when the cap is reached", () => {
        it("sells up to the cap, not more", async () => {
          const { shareOffering, token, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);
          await buyTogether(shareOffering, offering, 140);

          await expect(shareOffering.connect(amina).buy(offering, 11))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingSoldOut")
            .withArgs(11, 10);
          await shareOffering.connect(amina).buy(offering, 10);
          await expect(shareOffering.connect(amina).buy(offering, 1))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingSoldOut")
            .withArgs(1, 0);
          expect(await token.totalSupply()).to.equal(150);
        });
      });

      describe("when somebody cancels", () => {
        it("offers the cancelled shares again", async () => {
          const { shareOffering, token, amina, carla, offering } = await networkHelpers.loadFixture(bakeryOnSale);
          await buyTogether(shareOffering, offering, 150);

          await shareOffering.connect(carla).cancel(offering, 7);

          await expect(shareOffering.connect(amina).buy(offering, 8))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingSoldOut")
            .withArgs(8, 7);
          await shareOffering.connect(amina).buy(offering, 7);
          expect(await token.totalSupply()).to.equal(150);
        });
      });

      describe("when the buyer asks for no shares", () => {
        it("reverts with ShareOfferingNoShares", async () => {
          const { shareOffering, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);

          await expect(shareOffering.connect(amina).buy(offering, 0)).to.be.revertedWithCustomError(
            shareOffering,
            "ShareOfferingNoShares",
          );
        });
      });
    });

    describe("given each phase", () => {
      const begins = { Local: "opens", Country: "localEnds", World: "countryEnds" } as const;
      const buyers = { carla: Tier.Local, dina: Tier.Country, emil: Tier.World, stranger: Tier.None } as const;

      for (const phase of ["Local", "Country", "World"] as const) {
        for (const buyer of ["carla", "dina", "emil", "stranger"] as const) {
          const tier = buyers[buyer];
          const mayBuy = tier !== Tier.None && tier <= Phase[phase];

          describe(`when ${buyer}, of tier ${tier}, buys in phase ${phase}`, () => {
            it(mayBuy ? "issues the share" : "reverts with ShareOfferingNotInPhase", async () => {
              const before = await networkHelpers.loadFixture(bakeryOnSale);
              const { shareOffering, token, offering, terms, [buyer]: wallet } = before;
              await setNextTime(terms[begins[phase]] + 1);

              const bought = shareOffering.connect(wallet).buy(offering, 1);

              if (!mayBuy) {
                await expect(bought)
                  .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotInPhase")
                  .withArgs(wallet.address, tier, Phase[phase]);
                return;
              }
              await bought;
              expect(await token.balanceOf(wallet.address)).to.equal(1);
            });
          });
        }
      }
    });

    describe("given a resident whose residency has lapsed", () => {
      it("lets them buy in the last second of it, and from then on as one of the country", async () => {
        const before = await networkHelpers.loadFixture(bakeryOnSale);
        const { shareOffering, deployment, registrar, town, token, carla, offering, terms } = before;
        const residentUntil = terms.opens + DAY;
        const attestation = { wallet: carla.address as `0x${string}`, residentUntil, joins: false };
        await attestInBatches(deployment, {
          registrar,
          town,
          attestations: [{ ...attestation, personId: idOf("carla") }],
        });

        await setNextTime(residentUntil);
        await shareOffering.connect(carla).buy(offering, 1);
        await setNextTime(residentUntil + 1);
        await expect(shareOffering.connect(carla).buy(offering, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotInPhase")
          .withArgs(carla.address, Tier.Country, Phase.Local);
        await setNextTime(terms.localEnds);
        await shareOffering.connect(carla).buy(offering, 1);

        expect(await token.balanceOf(carla.address)).to.equal(2);
      });
    });

    describe("given a later phase", () => {
      describe("when the purchase is the first call in it", () => {
        it("judges the phase before, writes that down and sells", async () => {
          const { shareOffering, token, dina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
          await setNextTime(terms.localEnds);

          await expect(shareOffering.connect(dina).buy(offering, 1))
            .to.emit(shareOffering, "PhaseEnded")
            .withArgs(offering, Phase.Local, Phase.Country, 0);

          expect((await shareOffering.saleOf(offering)).phase).to.equal(Phase.Country);
          expect(await token.balanceOf(dina.address)).to.equal(1);
        });

        it("skips phases that nobody called in", async () => {
          const { shareOffering, amina, emil, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
          await shareOffering.connect(amina).buy(offering, 3);
          await setNextTime(terms.countryEnds);

          await expect(shareOffering.connect(emil).buy(offering, 1))
            .to.emit(shareOffering, "PhaseEnded")
            .withArgs(offering, Phase.Local, Phase.World, 3);

          expect((await shareOffering.saleOf(offering)).phase).to.equal(Phase.World);
        });
      });

      for (const [phase, begins] of [
        ["country", "localEnds"],
        ["world", "countryEnds"],
      ] as const) {
        describe(`when others bought part of the goal before the ${phase} phase`, () => {
          it("offers only what is missing to the goal", async () => {
            const { shareOffering, token, dina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
            await buyTogether(shareOffering, offering, 90);
            await setNextTime(terms[begins]);

            await expect(shareOffering.connect(dina).buy(offering, 11))
              .to.be.revertedWithCustomError(shareOffering, "ShareOfferingSoldOut")
              .withArgs(11, 10);
            await shareOffering.connect(dina).buy(offering, 10);
            await expect(shareOffering.connect(dina).buy(offering, 1))
              .to.be.revertedWithCustomError(shareOffering, "ShareOfferingSoldOut")
              .withArgs(1, 0);
            expect(await token.totalSupply()).to.equal(100);
          });
        });

        describe(`when a buyer of the ${phase} phase wants more than the later limit`, () => {
          it("reverts with ShareOfferingOverPersonalLimit", async () => {
            const { shareOffering, token, dina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
            await setNextTime(terms[begins]);

            await expect(shareOffering.connect(dina).buy(offering, 20))
              .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOverPersonalLimit")
              .withArgs(dina.address, 20, 19);
            await shareOffering.connect(dina).buy(offering, 19);
            expect(await token.balanceOf(dina.address)).to.equal(19);
          });
        });
      }

      describe("when a resident at the local limit buys", () => {
        it("lets them go on up to the later limit", async () => {
          const { shareOffering, token, amina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
          await shareOffering.connect(amina).buy(offering, 18);
          await setNextTime(terms.localEnds);

          await expect(shareOffering.connect(amina).buy(offering, 2))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOverPersonalLimit")
            .withArgs(amina.address, 20, 19);
          await shareOffering.connect(amina).buy(offering, 1);
          expect(await token.balanceOf(amina.address)).to.equal(19);
        });
      });

      describe("when the later limit is below what a resident holds", () => {
        it("reverts with ShareOfferingOverPersonalLimit", async () => {
          const { shareOffering, amina, offering, terms } = await onSale({ limitLater: 10 });
          await shareOffering.connect(amina).buy(offering, 18);
          await setNextTime(terms.localEnds);

          await expect(shareOffering.connect(amina).buy(offering, 1))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOverPersonalLimit")
            .withArgs(amina.address, 19, 10);
        });
      });
    });

    describe("given an offering that is over", () => {
      it("reverts with ShareOfferingNotOpen in the second a phase ends with the goal reached", async () => {
        const { shareOffering, amina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await buyTogether(shareOffering, offering, 100);

        await setNextTime(terms.localEnds - 1);
        await shareOffering.connect(amina).buy(offering, 1);
        await setNextTime(terms.localEnds);
        await expect(shareOffering.connect(amina).buy(offering, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Succeeded, terms.opens, terms.localEnds);
      });

      it("reverts with ShareOfferingNotOpen once it is settled", async () => {
        const { shareOffering, amina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await buyTogether(shareOffering, offering, 100);
        await networkHelpers.time.increaseTo(terms.localEnds);
        await shareOffering.settle(offering);
        await setNextTime(terms.localEnds + 9);

        await expect(shareOffering.connect(amina).buy(offering, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Settled, terms.opens, terms.localEnds + 9);
      });

      it("reverts with ShareOfferingNotOpen in the second the last phase ends short of the goal", async () => {
        const { shareOffering, carla, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);

        await setNextTime(terms.worldEnds - 1);
        await shareOffering.connect(carla).buy(offering, 1);
        await setNextTime(terms.worldEnds);
        await expect(shareOffering.connect(carla).buy(offering, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Failed, terms.opens, terms.worldEnds);
      });
    });

    describe("given the manager and the payout wallet of the business", () => {
      it("refuses both with ShareOfferingInsider, though they are residents", async () => {
        const before = await networkHelpers.loadFixture(bakeryOnSale);
        const { shareOffering, deployment, registrar, town, residentUntil } = before;
        const { business, offering, manager, payout } = before;
        const attestation = { wallet: payout.address as `0x${string}`, residentUntil, joins: false };
        await attestInBatches(deployment, {
          registrar,
          town,
          attestations: [{ ...attestation, personId: idOf("payout") }],
        });

        for (const insider of [manager, payout]) {
          await expect(shareOffering.connect(insider).buy(offering, 1))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingInsider")
            .withArgs(business, insider.address);
        }
      });

      it("refuses a payout wallet of the country in a later phase", async () => {
        const before = await networkHelpers.loadFixture(bakeryOnSale);
        const { shareOffering, deployment, countryAmbassador, business, offering, payout, terms } = before;
        const outsider = { wallet: payout.address as `0x${string}`, country: COUNTRY, personId: idOf("payout") };
        await send(countryAmbassador, attestOutsiders(deployment, COUNTRY, [outsider]));
        await setNextTime(terms.localEnds);

        await expect(shareOffering.connect(payout).buy(offering, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingInsider")
          .withArgs(business, payout.address);
      });
    });

    describe("given several reasons to refuse", () => {
      it("names NotOpen before all others", async () => {
        const { shareOffering, stranger, offering, terms } = await onSale({});
        await setNextTime(terms.opens - 1);

        await expect(shareOffering.connect(stranger).buy(offering, 200)).to.be.revertedWithCustomError(
          shareOffering,
          "ShareOfferingNotOpen",
        );
      });

      it("names NotInPhase before OverPersonalLimit and SoldOut", async () => {
        const { shareOffering, dina, offering } = await networkHelpers.loadFixture(bakeryOnSale);

        await expect(shareOffering.connect(dina).buy(offering, 200)).to.be.revertedWithCustomError(
          shareOffering,
          "ShareOfferingNotInPhase",
        );
      });

      it("names NotInPhase before NoShares", async () => {
        const { shareOffering, stranger, offering } = await networkHelpers.loadFixture(bakeryOnSale);

        await expect(shareOffering.connect(stranger).buy(offering, 0)).to.be.revertedWithCustomError(
          shareOffering,
          "ShareOfferingNotInPhase",
        );
      });

      it("names OverPersonalLimit before SoldOut", async () => {
        const { shareOffering, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);

        await expect(shareOffering.connect(amina).buy(offering, 2 ** 32 - 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOverPersonalLimit")
          .withArgs(amina.address, 2 ** 32 - 1, 18);
      });

      it("names OverPersonalLimit and SoldOut before Insider", async () => {
        const { shareOffering, manager, offering } = await networkHelpers.loadFixture(bakeryOnSale);
        await expect(shareOffering.connect(manager).buy(offering, 19)).to.be.revertedWithCustomError(
          shareOffering,
          "ShareOfferingOverPersonalLimit",
        );
        await buyTogether(shareOffering, offering, 150);

        await expect(shareOffering.connect(manager).buy(offering, 1))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingSoldOut")
          .withArgs(1, 0);
      });

      it("names Insider before NoShares", async () => {
        const { shareOffering, manager, offering } = await networkHelpers.loadFixture(bakeryOnSale);

        await expect(shareOffering.connect(manager).buy(offering, 0)).to.be.revertedWithCustomError(
          shareOffering,
          "ShareOfferingInsider",
        );
      });

      it("names NoShares before what the currency says", async () => {
        const { shareOffering, currency, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);
        await currency.connect(amina).approve(await shareOffering.getAddress(), 0);

        await expect(shareOffering.connect(amina).buy(offering, 0)).to.be.revertedWithCustomError(
          shareOffering,
          "ShareOfferingNoShares",
        );
      });
    });

    describe("given a payment that does not come in full", () => {
      it("reverts with ERC20InsufficientAllowance when the buyer allowed a unit too few", async () => {
        const { shareOffering, token, currency, amina, offering, terms } =
          await networkHelpers.loadFixture(bakeryOnSale);
        const address = await shareOffering.getAddress();
        await currency.connect(amina).approve(address, 2n * terms.price - 1n);

        await expect(shareOffering.connect(amina).buy(offering, 2))
          .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
          .withArgs(address, 2n * terms.price - 1n, 2n * terms.price);
        expect(await token.totalSupply()).to.equal(0);

        await currency.connect(amina).approve(address, 2n * terms.price);
        await shareOffering.connect(amina).buy(offering, 2);
        expect(await currency.allowance(amina.address, address)).to.equal(0);
      });

      it("reverts with ERC20InsufficientBalance when the buyer has a unit too few", async () => {
        const { shareOffering, currency, amina, ben, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await currency.connect(amina).transfer(ben.address, SAVINGS - terms.price + 1n);

        await expect(shareOffering.connect(amina).buy(offering, 1))
          .to.be.revertedWithCustomError(currency, "ERC20InsufficientBalance")
          .withArgs(amina.address, terms.price - 1n, terms.price);
      });

      for (const [kind, call, difference] of [
        ["keeps a unit", "burn", -1n],
        ["adds a unit", "mint", 1n],
      ] as const) {
        it(`reverts with MoneyNotReceivedInFull when the currency ${kind}`, async () => {
          const before = await networkHelpers.loadFixture(bakeryOnSale);
          const { shareOffering, token, currency, amina, ben, offering, terms } = before;
          await shareOffering.connect(ben).buy(offering, 2);
          const address = await shareOffering.getAddress();
          const meddling = await turnInto(currency, "ReentrantDollar");
          await meddling.arm(
            await currency.getAddress(),
            meddling.interface.encodeFunctionData(call as "burn", [address, 1]),
          );

          await expect(shareOffering.connect(amina).buy(offering, 3))
            .to.be.revertedWithCustomError(shareOffering, "MoneyNotReceivedInFull")
            .withArgs(await currency.getAddress(), 3n * terms.price, 2n * terms.price, 5n * terms.price + difference);
          expect(await token.balanceOf(amina.address)).to.equal(0);
        });
      }
    });

    describe("given money sent to the contract without a purchase", () => {
      it("never counts it as one, nor towards one", async () => {
        const { shareOffering, token, currency, amina, offering, terms } =
          await networkHelpers.loadFixture(bakeryOnSale);
        const address = await shareOffering.getAddress();
        await currency.connect(amina).transfer(address, 7n * terms.price);

        await shareOffering.connect(amina).buy(offering, 1);

        expect(await token.totalSupply()).to.equal(1);
        expect(await currency.balanceOf(address)).to.equal(8n * terms.price);
        await networkHelpers.time.increaseTo(terms.worldEnds);
        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
      });
    });

    describe("given a price near its bound", () => {
      it("computes the cost without loss", async () => {
        const price = 2n ** 95n;
        const { shareOffering, currency, amina, offering } = await onSale({ price, cap: 2 ** 14 });
        await currency.mint(amina.address, 18n * price);

        await expect(shareOffering.connect(amina).buy(offering, 18)).to.changeTokenBalances(
          ethers,
          currency,
          [amina, shareOffering],
          [-18n * price, 18n * price],
        );
      });
    });

    describe("given a goal and a cap of 2^32 − 1, and the largest limit there can be", () => {
      const all = 2 ** 32 - 1;
      const most = (all - 5) / 5;

      it("refuses sums beyond what can be counted by the first refusal that applies", async () => {
        const terms = { price: 1n, goal: all, cap: all, limitLocal: most, limitLater: most };
        const { shareOffering, token, currency, amina, ben, offering } = await onSale(terms);
        for (const { address } of [amina, ben]) await currency.mint(address, all);
        await shareOffering.connect(amina).buy(offering, most);

        await expect(shareOffering.connect(amina).buy(offering, all))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOverPersonalLimit")
          .withArgs(amina.address, most + all, most);
        await shareOffering.connect(ben).buy(offering, most);
        expect(await token.totalSupply()).to.equal(2 * most);
      });
    });

    describe("given a currency that calls back in the middle of the payment", () => {
      it("refuses every function that moves money with ReentrancyGuardReentrantCall", async () => {
        const { shareOffering, currency, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);
        const calling = await turnInto(currency, "ReentrantDollar");
        const { interface: functions } = shareOffering;
        const calls = [
          functions.encodeFunctionData("buy", [offering, 1]),
          functions.encodeFunctionData("cancel", [offering, 1]),
          functions.encodeFunctionData("refund", [offering, [amina.address]]),
          functions.encodeFunctionData("claimKept", [offering, amina.address]),
          functions.encodeFunctionData("payOut", [offering, amina.address, 1]),
        ];

        for (const call of calls) {
          await calling.arm(await shareOffering.getAddress(), call);
          await shareOffering.connect(amina).buy(offering, 1);
          expect(functions.parseError(await calling.answer())?.name).to.equal("ReentrancyGuardReentrantCall");
        }
      });
    });
  });
});

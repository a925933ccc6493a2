import { AGREEMENT_LASTS } from "@one-small-town/core/rules/Agreements.ts";
import { expect } from "chai";
import { openOffering } from "../../scripts/operator/businesses.ts";
import { bakery } from "../fixture/bakery.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { Phase, Tier } from "../fixture/enumerations.ts";
import { buyTogether } from "../fixture/neighbours.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { COUNTRY, DAY, ELSEWHERE } from "../fixture/willowmere.ts";

describe("ShareOffering", () => {
  describe("callOff", () => {
    describe("given a live offering", () => {
      for (const [first, second] of [
        ["townAmbassador", "countryAmbassador"],
        ["countryAmbassador", "townAmbassador"],
      ] as const) {
        describe(`when ${first} agrees, then ${second}`, () => {
          it("goes on after the first and has failed after the second", async () => {
            const before = await networkHelpers.loadFixture(bakeryOnSale);
            const { shareOffering, amina, ben, stranger, offering, terms, currency } = before;
            const { [first]: firstKey, [second]: secondKey } = before;
            await shareOffering.connect(amina).buy(offering, 18);

            const once = await shareOffering.connect(firstKey).callOff(offering);
            const until = (await networkHelpers.time.latest()) + AGREEMENT_LASTS;
            await expect(once).to.emit(shareOffering, "CallOffAgreed").withArgs(offering, firstKey.address, until);
            expect(recordOf(await shareOffering.callOffOf(offering))).to.deep.equal({
              by: firstKey.address,
              until: BigInt(until),
            });
            await expect(once).to.not.emit(shareOffering, "OfferingCalledOff");
            expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
            await shareOffering.connect(ben).buy(offering, 15);

            const twice = await shareOffering.connect(secondKey).callOff(offering);
            await expect(twice)
              .to.emit(shareOffering, "CallOffAgreed")
              .withArgs(offering, secondKey.address, (await networkHelpers.time.latest()) + AGREEMENT_LASTS);
            await expect(twice).to.emit(shareOffering, "OfferingCalledOff").withArgs(offering);
            expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
            const sale = await shareOffering.saleOf(offering);
            expect(sale.phase).to.equal(Phase.Failed);
            expect(sale.scope).to.equal(Tier.None);
            await expect(shareOffering.connect(stranger).refund(offering, [amina.address])).to.changeTokenBalance(
              ethers,
              currency,
              amina,
              18n * terms.price,
            );
          });
        });

        describe(`when ${second} agrees a week after ${first}`, () => {
          it("has failed in the last second of the week, and not from the next on", async () => {
            const before = await networkHelpers.loadFixture(bakeryOnSale);
            const { shareOffering, offering, [first]: firstKey, [second]: secondKey } = before;
            await shareOffering.connect(firstKey).callOff(offering);
            const until = (await networkHelpers.time.latest()) + AGREEMENT_LASTS;
            const snapshot = await networkHelpers.takeSnapshot();

            await setNextTime(until);
            await expect(shareOffering.connect(secondKey).callOff(offering))
              .to.emit(shareOffering, "CallOffAgreed")
              .withArgs(offering, secondKey.address, until + AGREEMENT_LASTS);
            expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
            await shareOffering.connect(firstKey).callOff(offering);
            expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);

            await snapshot.restore();
            await setNextTime(until - 1);
            await shareOffering.connect(secondKey).callOff(offering);
            expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
          });
        });

        describe(`when ${first} agrees, and again after a week`, () => {
          it("waits for the other anew", async () => {
            const before = await networkHelpers.loadFixture(bakeryOnSale);
            const { shareOffering, offering, [first]: firstKey, [second]: secondKey } = before;
            await shareOffering.connect(firstKey).callOff(offering);
            await networkHelpers.time.increase(AGREEMENT_LASTS);

            await shareOffering.connect(firstKey).callOff(offering);
            expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
            await shareOffering.connect(secondKey).callOff(offering);
            expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
          });
        });

        describe(`when ${first} agrees, and takes that back`, () => {
          it("goes on, whatever the other agrees to, until both agree again", async () => {
            const before = await networkHelpers.loadFixture(bakeryOnSale);
            const { shareOffering, offering, [first]: firstKey, [second]: secondKey } = before;
            await shareOffering.connect(firstKey).callOff(offering);

            await expect(shareOffering.connect(firstKey).withdrawCallOff(offering))
              .to.emit(shareOffering, "CallOffWithdrawn")
              .withArgs(offering, firstKey.address);
            await shareOffering.connect(secondKey).callOff(offering);
            expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);

            await expect(shareOffering.connect(firstKey).withdrawCallOff(offering))
              .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotAgreed")
              .withArgs(offering, firstKey.address);
            await shareOffering.connect(firstKey).callOff(offering);
            expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
          });
        });

        describe(`when ${first} agrees twice`, () => {
          it("reverts with ShareOfferingAgreed and goes on", async () => {
            const { shareOffering, [first]: key, offering } = await networkHelpers.loadFixture(bakeryOnSale);
            await shareOffering.connect(key).callOff(offering);

            await expect(shareOffering.connect(key).callOff(offering))
              .to.be.revertedWithCustomError(shareOffering, "ShareOfferingAgreed")
              .withArgs(offering, key.address);
            expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
          });
        });
      }

      for (const name of ["headOffice", "registrar", "coordinator", "manager", "amina", "stranger"] as const) {
        describe(`when the caller is ${name}`, () => {
          it("reverts with TownRegistryNotAmbassador", async () => {
            const before = await networkHelpers.loadFixture(bakeryOnSale);
            const { shareOffering, townRegistry, town, offering, [name]: caller } = before;

            await expect(shareOffering.connect(caller).callOff(offering))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotAmbassador")
              .withArgs(town, caller.address);
          });
        });
      }

      describe("when the caller is another country's ambassador", () => {
        it("reverts with TownRegistryNotAmbassador", async () => {
          const { authority, shareOffering, townRegistry, headOffice, emil, town, offering } =
            await networkHelpers.loadFixture(bakeryOnSale);
          await appointAmbassador({ authority, townRegistry, headOffice }, { country: ELSEWHERE }, emil);

          await expect(shareOffering.connect(emil).callOff(offering))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotAmbassador")
            .withArgs(town, emil.address);
        });
      });

      describe("when it has not opened yet", () => {
        it("lets both call it off", async () => {
          const { shareOffering, deployment, townAmbassador, countryAmbassador, terms } =
            await networkHelpers.loadFixture(bakery);
          const { offering } = await openOffering(deployment, { terms, townAmbassador, countryAmbassador });

          await shareOffering.connect(townAmbassador).callOff(offering);
          await shareOffering.connect(countryAmbassador).callOff(offering);

          expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
        });
      });

      describe("when a later phase has begun", () => {
        it("writes the phase down with the first agreement, and fails with the second in the next phase", async () => {
          const { shareOffering, townAmbassador, countryAmbassador, offering, terms } =
            await networkHelpers.loadFixture(bakeryOnSale);

          await setNextTime(terms.countryEnds - 7 * DAY + 1);
          await expect(shareOffering.connect(townAmbassador).callOff(offering))
            .to.emit(shareOffering, "PhaseEnded")
            .withArgs(offering, Phase.Local, Phase.Country, 0);
          await setNextTime(terms.countryEnds);
          await expect(shareOffering.connect(countryAmbassador).callOff(offering))
            .to.emit(shareOffering, "PhaseEnded")
            .withArgs(offering, Phase.Country, Phase.World, 0);

          expect((await shareOffering.saleOf(offering)).phase).to.equal(Phase.Failed);
        });
      });

      describe("when the goal is reached already, before the phase ends", () => {
        it("still lets both call it off", async () => {
          const { shareOffering, townAmbassador, countryAmbassador, offering, terms } =
            await networkHelpers.loadFixture(bakeryOnSale);
          await buyTogether(shareOffering, offering, 120);
          await setNextTime(terms.localEnds - 7 * DAY);
          await shareOffering.connect(townAmbassador).callOff(offering);
          await setNextTime(terms.localEnds - 1);
          await shareOffering.connect(countryAmbassador).callOff(offering);

          expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
          await networkHelpers.time.increase(100 * DAY);
          expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
        });
      });
    });

    describe("given an offering that is over", () => {
      it("reverts with ShareOfferingNotOpen when it has succeeded, though one has agreed before", async () => {
        const { shareOffering, townAmbassador, countryAmbassador, offering, terms } =
          await networkHelpers.loadFixture(bakeryOnSale);
        await buyTogether(shareOffering, offering, 100);
        await shareOffering.connect(townAmbassador).callOff(offering);
        await setNextTime(terms.localEnds);

        await expect(shareOffering.connect(countryAmbassador).callOff(offering))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Succeeded, terms.opens, terms.localEnds);
      });

      it("reverts with ShareOfferingNotOpen when it has failed", async () => {
        const { shareOffering, countryAmbassador, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await setNextTime(terms.worldEnds);

        await expect(shareOffering.connect(countryAmbassador).callOff(offering))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Failed, terms.opens, terms.worldEnds);
      });

      it("reverts with ShareOfferingNotOpen when it was called off", async () => {
        const { shareOffering, townAmbassador, countryAmbassador, offering, terms } =
          await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(townAmbassador).callOff(offering);
        await shareOffering.connect(countryAmbassador).callOff(offering);
        await setNextTime(terms.opens + DAY);

        await expect(shareOffering.connect(countryAmbassador).callOff(offering))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Failed, terms.opens, terms.opens + DAY);
      });

      it("reverts with ShareOfferingNotOpen when it is settled", async () => {
        const { shareOffering, countryAmbassador, offering, terms } = await networkHelpers.loadFixture(bakerySettled);
        await setNextTime(terms.localEnds + DAY);

        await expect(shareOffering.connect(countryAmbassador).callOff(offering))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Settled, terms.opens, terms.localEnds + DAY);
      });
    });

    describe("given no such offering", () => {
      it("reverts with TownRegistryNotAmbassador: it is of no town", async () => {
        const { shareOffering, townRegistry, townAmbassador } = await networkHelpers.loadFixture(bakeryOnSale);

        await expect(shareOffering.connect(townAmbassador).callOff(2))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotAmbassador")
          .withArgs(0, townAmbassador.address);
      });
    });

    describe("given an ambassador who agreed and left office since", () => {
      it("wants the successor of the Town Ambassador to agree", async () => {
        const {
          authority,
          shareOffering,
          townRegistry,
          headOffice,
          townAmbassador,
          countryAmbassador,
          carla,
          town,
          offering,
        } = await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(townAmbassador).callOff(offering);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);
        await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
        await networkHelpers.time.increase(7 * DAY);

        await shareOffering.connect(countryAmbassador).callOff(offering);
        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
        await shareOffering.connect(carla).callOff(offering);
        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
      });

      it("wants the successor of the Country Ambassador to agree", async () => {
        const {
          authority,
          shareOffering,
          townRegistry,
          headOffice,
          townAmbassador,
          countryAmbassador,
          stranger,
          offering,
        } = await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(countryAmbassador).callOff(offering);
        await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
        await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, stranger);
        await networkHelpers.time.increase(7 * DAY);

        await expect(shareOffering.connect(countryAmbassador).callOff(offering)).to.be.revertedWithCustomError(
          townRegistry,
          "TownRegistryNotAmbassador",
        );
        await shareOffering.connect(townAmbassador).callOff(offering);
        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
        await shareOffering.connect(stranger).callOff(offering);
        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
      });

      it("does not let two Town Ambassadors, one after the other, call it off", async () => {
        const { authority, shareOffering, townRegistry, headOffice, townAmbassador, carla, town, offering } =
          await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(townAmbassador).callOff(offering);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);
        await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
        await networkHelpers.time.increase(7 * DAY);

        await shareOffering.connect(carla).callOff(offering);

        expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
      });
    });

    describe("given an offering that is over and a caller who is no ambassador", () => {
      it("names NotAmbassador first", async () => {
        const { shareOffering, townRegistry, amina, town, offering } = await networkHelpers.loadFixture(bakerySettled);

        await expect(shareOffering.connect(amina).callOff(offering))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotAmbassador")
          .withArgs(town, amina.address);
      });
    });
  });
});

import { expect } from "chai";
import { id, ZeroAddress, ZeroHash } from "ethers";
import { documentOf } from "../../scripts/operator/documents.ts";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { everybodyBut } from "../fixture/people.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";
import { moneyOf } from "../fixture/moneyOf.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { COUNTRY, DAY, DOLLAR } from "../fixture/willowmere.ts";

const evidence = documentOf("The lists of the week", "ipfs://lists");
const reason = id("Amina was on leave");
const SHIFT = 10n ** 18n;

/** Five bytes: 11 quarters make nobody active, 12 to 23 one shift, 255 twenty-one. */
const QUARTERS = "0x0b000c17ff";

const NOTHING = [ZeroAddress, 0, 0, 0, ZeroAddress, 0, 0, 0, 0];

/** Willowmere's week is submitted and under review. */
async function underReview() {
  const before = await networkHelpers.loadFixture(weekWorked);
  const { contributions, coordinator, town, weekIndex } = before;
  await contributions.connect(coordinator).submit(town, weekIndex, QUARTERS, evidence);
  const { pointer, reviewEnds } = await contributions.pendingOf(town);
  return { ...before, pointer, reviewEnds: Number(reviewEnds) };
}

describe("Contributions", () => {
  describe("reject", () => {
    describe("given a timesheet under review", () => {
      for (const name of ["townAmbassador", "countryAmbassador", "headOffice"] as const) {
        describe(`when the ${name} rejects it`, () => {
          it("removes it, so that the week can be submitted again", async () => {
            const {
              contributions,
              coordinator,
              [name]: office,
              town,
              weekIndex,
              reviewEnds,
            } = await networkHelpers.loadFixture(underReview);
            await setNextTime(reviewEnds - 1);

            await expect(contributions.connect(office).reject(town, reason))
              .to.emit(contributions, "TimesheetRejected")
              .withArgs(town, weekIndex, office.address, reason);

            expect(await contributions.pendingOf(town)).to.deep.equal(NOTHING);
            expect(await contributions.timesheetOf(town, weekIndex)).to.equal(0);
            await contributions.connect(coordinator).submit(town, weekIndex, "0x0c", evidence);
            expect((await contributions.pendingOf(town)).weekIndex).to.equal(weekIndex);
          });
        });
      }

      describe("when no reason is given", () => {
        it("reverts with ContributionsNoReason", async () => {
          const { contributions, townAmbassador, countryAmbassador, town, pointer } =
            await networkHelpers.loadFixture(underReview);

          for (const ambassador of [townAmbassador, countryAmbassador]) {
            await expect(contributions.connect(ambassador).reject(town, ZeroHash)).to.be.revertedWithCustomError(
              contributions,
              "ContributionsNoReason",
            );
          }
          expect((await contributions.pendingOf(town)).pointer).to.equal(pointer);
        });
      });

      describe("when anybody else rejects it", () => {
        it("reverts with ContributionsMayNotReject", async () => {
          const { contributions, otto, petra, rosa, town } = await networkHelpers.loadFixture(underReview);

          const others = await everybodyBut("townAmbassador", "countryAmbassador", "headOffice");
          for (const caller of [...others, otto, petra, rosa]) {
            await expect(contributions.connect(caller).reject(town, reason))
              .to.be.revertedWithCustomError(contributions, "ContributionsMayNotReject")
              .withArgs(town, caller.address);
          }
        });
      });

      describe("when a successor rejects it who does not act yet", () => {
        it("reverts with ContributionsMayNotReject", async () => {
          const { authority, contributions, townRegistry, headOffice, carla, town } =
            await networkHelpers.loadFixture(underReview);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);

          await expect(contributions.connect(carla).reject(town, reason))
            .to.be.revertedWithCustomError(contributions, "ContributionsMayNotReject")
            .withArgs(town, carla.address);
        });
      });

      describe("when the town is dormant", () => {
        it("can still be rejected by the other ambassador", async () => {
          const { contributions, townRegistry, headOffice, countryAmbassador, town } =
            await networkHelpers.loadFixture(underReview);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await contributions.connect(countryAmbassador).reject(town, reason);

          expect((await contributions.pendingOf(town)).pointer).to.equal(ZeroAddress);
        });
      });

      describe("when neither ambassador is in power", () => {
        it("can still be rejected by head office", async () => {
          const { contributions, townRegistry, headOffice, town } = await networkHelpers.loadFixture(underReview);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await contributions.connect(headOffice).reject(town, reason);

          expect((await contributions.pendingOf(town)).pointer).to.equal(ZeroAddress);
        });
      });

      describe("when the review is over", () => {
        it("reverts with ContributionsReviewOver", async () => {
          const { contributions, townAmbassador, town, weekIndex, reviewEnds } =
            await networkHelpers.loadFixture(underReview);
          await setNextTime(reviewEnds);

          await expect(contributions.connect(townAmbassador).reject(town, reason))
            .to.be.revertedWithCustomError(contributions, "ContributionsReviewOver")
            .withArgs(town, weekIndex, reviewEnds);
        });
      });

      describe("when another town's ambassador rejects theirs", () => {
        it("reverts with ContributionsNothingPending and leaves this one", async () => {
          const { contributions, petra, hillside, town, pointer } = await networkHelpers.loadFixture(underReview);

          await expect(contributions.connect(petra).reject(hillside, reason))
            .to.be.revertedWithCustomError(contributions, "ContributionsNothingPending")
            .withArgs(hillside);
          expect((await contributions.pendingOf(town)).pointer).to.equal(pointer);
        });
      });
    });

    describe("given nothing under review", () => {
      it("reverts with ContributionsNothingPending", async () => {
        const { contributions, townAmbassador, town } = await networkHelpers.loadFixture(weekWorked);

        await expect(contributions.connect(townAmbassador).reject(town, reason))
          .to.be.revertedWithCustomError(contributions, "ContributionsNothingPending")
          .withArgs(town);
      });
    });
  });

  describe("finalise", () => {
    describe("given a timesheet whose review has a second to go", () => {
      it("reverts with ContributionsReviewRuns", async () => {
        const { contributions, stranger, town, weekIndex, reviewEnds } = await networkHelpers.loadFixture(underReview);
        await setNextTime(reviewEnds - 1);

        await expect(contributions.connect(stranger).finalise(town))
          .to.be.revertedWithCustomError(contributions, "ContributionsReviewRuns")
          .withArgs(town, weekIndex, reviewEnds);
      });
    });

    describe("given a timesheet whose review is over", () => {
      describe("when anybody finalises it", () => {
        it("counts active members and shifts, and mints an INFINITY a shift to the contract", async () => {
          const { contributions, infinityToken, stranger, town, hillside, weekIndex, pointer, reviewEnds } =
            await networkHelpers.loadFixture(underReview);
          await setNextTime(reviewEnds);

          const finalisation = contributions.connect(stranger).finalise(town);
          await expect(finalisation)
            .to.emit(contributions, "TimesheetFinalised")
            .withArgs(town, weekIndex, 0, 3, 23, 0, 0)
            .and.to.emit(infinityToken, "Transfer")
            .withArgs(ZeroAddress, await contributions.getAddress(), 23n * SHIFT);

          expect(await contributions.pendingOf(town)).to.deep.equal(NOTHING);
          expect(await contributions.timesheetAt(town, 0)).to.deep.equal([pointer, 0]);
          expect(recordOf(await contributions.poolOf(town))).to.include({
            timesheets: 1n,
            lastWeek: BigInt(weekIndex),
          });
          expect(recordOf(await contributions.poolOf(hillside))).to.include({ timesheets: 0n, lastWeek: 0n });
          expect(await infinityToken.totalSupply()).to.equal(23n * SHIFT);
          for (const week of [weekIndex - 1, weekIndex, weekIndex + 1]) {
            expect(await contributions.timesheetOf(town, week)).to.equal(week === weekIndex ? 1 : 0);
          }
        });
      });

      describe("when there is money for its members", () => {
        it("divides it equally among the active, rounded down, and carries the rest", async () => {
          const { contributions, coordinator, currency, payer, town, weekIndex } =
            await networkHelpers.loadFixture(weekWorked);
          await currency.connect(payer).approve(await contributions.getAddress(), DOLLAR);
          await contributions.connect(payer).fund(town, 100, 1);
          await contributions.connect(coordinator).submit(town, weekIndex, QUARTERS, evidence);
          await setNextTime((await contributions.pendingOf(town)).reviewEnds);

          await expect(contributions.finalise(town))
            .to.emit(contributions, "TimesheetFinalised")
            .withArgs(town, weekIndex, 0, 3, 23, 33, 1);

          expect((await contributions.timesheetAt(town, 0)).cashPerActive).to.equal(33);
          expect(await moneyOf(contributions, town)).to.deep.equal([1, 1, 0]);
        });
      });

      describe("when the town is dormant", () => {
        it("finalises all the same", async () => {
          const { contributions, townRegistry, headOffice, town, weekIndex, reviewEnds } =
            await networkHelpers.loadFixture(underReview);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
          await networkHelpers.time.increaseTo(reviewEnds);

          await contributions.finalise(town);

          expect(await contributions.timesheetOf(town, weekIndex)).to.equal(1);
        });
      });

      describe("when it is finalised twice", () => {
        it("reverts with ContributionsNothingPending", async () => {
          const { contributions, town, reviewEnds } = await networkHelpers.loadFixture(underReview);
          await networkHelpers.time.increaseTo(reviewEnds);
          await contributions.finalise(town);

          await expect(contributions.finalise(town))
            .to.be.revertedWithCustomError(contributions, "ContributionsNothingPending")
            .withArgs(town);
        });
      });
    });

    describe("given a week in which nobody was active", () => {
      it("closes the week, and mints nothing", async () => {
        const all = await networkHelpers.loadFixture(weekWorked);
        const { contributions, coordinator, infinityToken, town, weekIndex } = all;
        await contributions.connect(coordinator).submit(town, weekIndex, "0x0b000b", evidence);
        await setNextTime((await contributions.pendingOf(town)).reviewEnds);

        const finalisation = contributions.finalise(town);
        await expect(finalisation).to.emit(contributions, "EmptyTimesheetFinalised").withArgs(town, weekIndex);
        await expect(finalisation).to.not.emit(contributions, "TimesheetFinalised");

        expect(await contributions.pendingOf(town)).to.deep.equal(NOTHING);
        expect(await infinityToken.totalSupply()).to.equal(0);
        expect(recordOf(await contributions.poolOf(town))).to.include({ timesheets: 0n, lastWeek: BigInt(weekIndex) });
        await expect(contributions.connect(coordinator).submit(town, weekIndex, "0x0c", evidence))
          .to.be.revertedWithCustomError(contributions, "ContributionsWeekClosed")
          .withArgs(town, weekIndex, weekIndex);
      });

      it("has no index, and takes no part in cash: the next that is worked gets what it would have got", async () => {
        const all = await networkHelpers.loadFixture(weekWorked);
        const { contributions, currency, payer, town, weekIndex } = all;
        await currency.connect(payer).approve(await contributions.getAddress(), DOLLAR);
        await contributions.connect(payer).fund(town, 101, 2);

        await finaliseWeek(all, weekIndex, [11, 0, 11]);
        await finaliseWeek(all, weekIndex + 1, []);
        expect(await moneyOf(contributions, town)).to.deep.equal([101, 1, 50]);
        await finaliseWeek(all, weekIndex + 2, [12, 0, 12]);

        expect((await contributions.timesheetAt(town, 0)).cashPerActive).to.equal(25);
        expect(await moneyOf(contributions, town)).to.deep.equal([51, 1, 50]);
        const indices = [0, 1, 2].map((later) => contributions.timesheetOf(town, weekIndex + later));
        expect(await Promise.all(indices)).to.deep.equal([0n, 0n, 1n]);
      });
    });

    describe("given a rejected timesheet", () => {
      it("reverts with ContributionsNothingPending after its review", async () => {
        const { contributions, townAmbassador, town } = await networkHelpers.loadFixture(underReview);
        await contributions.connect(townAmbassador).reject(town, reason);
        await networkHelpers.time.increase(8 * DAY);

        await expect(contributions.finalise(town))
          .to.be.revertedWithCustomError(contributions, "ContributionsNothingPending")
          .withArgs(town);
      });
    });

    describe("given weeks of which some are passed over", () => {
      it("numbers the timesheets one after the other", async () => {
        const all = await networkHelpers.loadFixture(weekWorked);
        const { contributions, town, weekIndex } = all;

        await finaliseWeek(all, weekIndex, [0, 0, 0, 36]);
        await finaliseWeek(all, weekIndex + 3, [12, 0, 0, 24]);

        const codes = await Promise.all(
          [0, 1].map(async (i) => ethers.provider.getCode((await contributions.timesheetAt(town, i)).pointer)),
        );
        expect(codes).to.deep.equal(["0x0000000024", "0x000c000018"]);
        expect((await contributions.timesheetAt(town, 2)).pointer).to.equal(ZeroAddress);
        const indices = [0, 1, 2, 3].map((later) => contributions.timesheetOf(town, weekIndex + later));
        expect(await Promise.all(indices)).to.deep.equal([1n, 0n, 0n, 2n]);
      });
    });
  });

  describe("quartersAt and timesheetOf", () => {
    describe("given a finalised timesheet", () => {
      it("say each member's quarters, and zero beyond the members, the timesheets and the weeks", async () => {
        const all = await networkHelpers.loadFixture(weekWorked);
        const { contributions, town, hillside, weekIndex } = all;
        await finaliseWeek(all, weekIndex, [11, 0, 12, 23, 255]);

        const most = 2n ** 256n - 1n;
        for (const [number, quarters] of [...[0, 11, 0, 12, 23, 255, 0].entries(), [24_000, 0], [most, 0]] as const) {
          expect(await contributions.quartersAt(town, 0, number)).to.equal(quarters);
          expect(await contributions.quartersAt(hillside, 0, number)).to.equal(0);
          for (const index of [1, most]) expect(await contributions.quartersAt(town, index, number)).to.equal(0);
        }
        for (const week of [0, weekIndex - 16, weekIndex + 16, 65_535]) {
          expect(await contributions.timesheetOf(town, week)).to.equal(0);
        }
      });
    });
  });
});

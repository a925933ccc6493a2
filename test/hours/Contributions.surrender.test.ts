import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { weekEnd, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { expect } from "chai";
import { documentOf } from "../../scripts/operator/documents.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { everybodyBut, impersonate } from "../fixture/people.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";
import { moneyOf } from "../fixture/moneyOf.ts";
import { DAY, SAVINGS } from "../fixture/willowmere.ts";

const evidence = documentOf("The lists of the week", "ipfs://lists");

const HOUR = 3_600;

/** Willowmere, where nothing was paid in yet; `surrendering` acts as the FinalDivision. */
async function penniless() {
  const before = await networkHelpers.loadFixture(weekWorked);
  const { contributions, finalDivision, currency, payer } = before;
  const address = await contributions.getAddress();
  await currency.connect(payer).approve(address, SAVINGS);
  const division = await impersonate(finalDivision);
  return {
    ...before,
    address,
    division: division.address,
    funding: contributions.connect(payer),
    surrendering: contributions.connect(division),
    /** What begins and ends with each of so many timesheets, as one sum. */
    changes: async (town: number) => {
      const all = await Promise.all(Array.from({ length: 80 }, (_, i) => contributions.changeAt(town, i)));
      return all.map(({ starting, ending }) => starting + ending);
    },
  };
}

/**
 * 1,003 over three weeks and 52 over 52 weeks were paid in, and one week is finalised, of which numbers 1 and 4 earned
 * 168 each. One unit is carried; 334 run for two more weeks and 1 for 51.
 */
async function running() {
  const before = await networkHelpers.loadFixture(penniless);
  const { funding, town, weekIndex } = before;
  await funding.fund(town, 1_003, 3);
  await funding.fund(town, 52, 52);
  await finaliseWeek(before, weekIndex, [SHIFT, 0, SHIFT - 1, SHIFT]);
  return before;
}

/**
 * Week after week all that would close is submitted and rejected, which keeps it open; until the first can be submitted
 * for the last time. It is under review, and the sixteen weeks after it are open.
 */
async function keepOpen(before: Awaited<ReturnType<typeof penniless>>, first: number) {
  const { contributions, coordinator, townAmbassador, town } = before;
  const submitEmpty = (week: number) => contributions.connect(coordinator).submit(town, week, "0x", evidence);
  for (let current = first + 8; current <= first + 16; current++) {
    // Each time of the week is earlier than the one before, so that seven days have not passed.
    await networkHelpers.time.increaseTo(weekStart(current) + (first + 16 - current) * HOUR);
    for (let week = current - 8; week >= first; week--) {
      await submitEmpty(week);
      if (current === first + 16 && week === first) break;
      await contributions.connect(townAmbassador).reject(town, evidence.hash);
    }
  }
  await networkHelpers.time.increaseTo(weekStart(first + 17));
  const open = await contributions.openWeeksOf(town);
  expect(open).to.deep.equal(Array.from({ length: 16 }, (_, i) => BigInt(first + 1 + i)));
}

describe("Contributions", () => {
  describe("surrender", () => {
    describe("given money carried and streamed", () => {
      describe("when the FinalDivision asks for it", () => {
        it("pays the carry and all that the streams promise, and leaves the pool empty", async () => {
          const { contributions, currency, surrendering, address, division, changes, town } =
            await networkHelpers.loadFixture(running);
          expect(await moneyOf(contributions, town)).to.deep.equal([1_055 - 336, 0, 335]);

          expect(await surrendering.surrender.staticCall(town)).to.equal(1_055 - 336);
          await expect(surrendering.surrender(town))
            .to.emit(contributions, "PoolSurrendered")
            .withArgs(town, 1_055 - 336)
            .and.to.emit(currency, "Transfer")
            .withArgs(address, division, 1_055 - 336);

          expect(await moneyOf(contributions, town)).to.deep.equal([0, 0, 0]);
          expect((await contributions.poolOf(town)).timesheets).to.equal(1);
          expect((await changes(town)).slice(1)).to.deep.equal(Array.from({ length: 79 }, () => 0n));
          expect(await currency.balanceOf(division)).to.equal(1_055 - 336);
          expect(await currency.balanceOf(address)).to.equal(336);
        });
      });

      describe("when members claim afterwards", () => {
        it("pays what they had earned, to the last unit", async () => {
          const { contributions, currency, surrendering, address, townAmbassador, amina, town } =
            await networkHelpers.loadFixture(running);
          await surrendering.surrender(town);

          await contributions.claim(town, [1, 4], 1);

          for (const person of [townAmbassador, amina]) {
            expect(await currency.balanceOf(person.address)).to.equal(SAVINGS + 168n);
          }
          expect(await currency.balanceOf(address)).to.equal(0);
        });
      });

      describe("when the currency had refused a member's cash", () => {
        it("keeps it for them", async () => {
          const { contributions, currency, surrendering, address, amina, town } =
            await networkHelpers.loadFixture(running);
          const refuser = await turnInto(currency, "RefusingDollar");
          await refuser.refuse(amina.address, true);
          await contributions.claim(town, [4], 1);
          await refuser.refuse(amina.address, false);

          await surrendering.surrender(town);

          expect(await contributions.keptOf(town, 4)).to.equal(168);
          await contributions.claimKept(town, 4);
          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS + 168n);
          expect(await currency.balanceOf(address)).to.equal(168);
        });
      });

      describe("when money comes in and weeks are finalised afterwards", () => {
        it("divides exactly the new money: no stream of before runs or ends", async () => {
          const all = await networkHelpers.loadFixture(running);
          const { contributions, currency, funding, surrendering, address, town, weekIndex } = all;
          await surrendering.surrender(town);

          await finaliseWeek(all, weekIndex + 1, [SHIFT]);
          await funding.fund(town, 301, 3);
          for (let i = 2; i < 6; i++) await finaliseWeek(all, weekIndex + i, [SHIFT, 0, 0, SHIFT]);

          const cash = await Promise.all(
            [1, 2, 3, 4, 5].map(async (i) => (await contributions.timesheetAt(town, i)).cashPerActive),
          );
          expect(cash).to.deep.equal([0, 50, 50, 50, 0]);
          expect(await moneyOf(contributions, town)).to.deep.equal([1, 1, 0]);
          expect(await currency.balanceOf(address)).to.equal(336 + 301);
        });
      });

      describe("when it is asked for twice", () => {
        it("pays nothing the second time, and again what comes in later", async () => {
          const { contributions, currency, funding, surrendering, division, town } =
            await networkHelpers.loadFixture(running);
          await surrendering.surrender(town);

          await expect(surrendering.surrender(town)).to.not.emit(contributions, "PoolSurrendered");
          await funding.fund(town, 105, 52);
          await expect(surrendering.surrender(town)).to.emit(contributions, "PoolSurrendered").withArgs(town, 105);

          expect(await currency.balanceOf(division)).to.equal(1_055 - 336 + 105);
        });
      });

      describe("when another town has money too", () => {
        it("leaves it", async () => {
          const { contributions, funding, surrendering, changes, town, hillside } =
            await networkHelpers.loadFixture(running);
          await funding.fund(hillside, 7, 3);

          await surrendering.surrender(town);

          expect(await moneyOf(contributions, hillside)).to.deep.equal([7, 1, 2]);
          expect((await changes(hillside)).slice(0, 4)).to.deep.equal([2, 0, 2, 0]);
        });
      });

      describe("when the currency calls back in the middle of it", () => {
        it("refuses with ReentrancyGuardReentrantCall, and pays once", async () => {
          const { contributions, currency, surrendering, address, division, town } =
            await networkHelpers.loadFixture(running);
          const calling = await turnInto(currency, "ReentrantDollar");
          await calling.arm(address, contributions.interface.encodeFunctionData("claim", [town, [1], 1]));

          await surrendering.surrender(town);

          const answer = contributions.interface.parseError(await calling.answer());
          expect(answer?.name).to.equal("ReentrancyGuardReentrantCall");
          expect(await currency.balanceOf(division)).to.equal(1_055 - 336);
        });
      });

      describe("when the currency refuses the FinalDivision", () => {
        it("reverts as the currency does, and changes nothing", async () => {
          const { contributions, currency, surrendering, division, town } = await networkHelpers.loadFixture(running);
          const refuser = await turnInto(currency, "RefusingDollar");
          await refuser.refuse(division, true);

          await expect(surrendering.surrender(town))
            .to.be.revertedWithCustomError(refuser, "ERC20InvalidReceiver")
            .withArgs(division);
          expect(await moneyOf(contributions, town)).to.deep.equal([1_055 - 336, 0, 335]);
        });
      });
    });

    describe("given one kind of money only", () => {
      for (const [what, amount, weeks] of [
        ["a carry", 51, 52],
        ["a stream of one week", 51, 1],
        ["a stream of 52 weeks", 5_200, 52],
      ] as const) {
        describe(`when it is ${what}`, () => {
          it("pays all of it", async () => {
            const { contributions, currency, funding, surrendering, division, changes, town } =
              await networkHelpers.loadFixture(penniless);
            await funding.fund(town, amount, weeks);

            await surrendering.surrender(town);

            expect(await currency.balanceOf(division)).to.equal(amount);
            expect(await moneyOf(contributions, town)).to.deep.equal([0, 0, 0]);
            expect(await changes(town)).to.deep.equal(Array.from({ length: 80 }, () => 0n));
          });
        });
      }
    });

    describe("given streams that have not begun, since weeks are open", () => {
      it("pays all of them, to the last of the longest", async () => {
        const all = await networkHelpers.loadFixture(penniless);
        const { contributions, currency, funding, surrendering, division, changes, town, weekIndex } = all;
        await finaliseWeek(all, weekIndex, [SHIFT]);
        await networkHelpers.time.increaseTo(weekEnd(weekIndex + 12));
        await funding.fund(town, 5_201, 52);
        expect((await contributions.changeAt(town, 1 + 8)).starting).to.equal(100);

        await surrendering.surrender(town);

        expect(await currency.balanceOf(division)).to.equal(5_201);
        expect(await changes(town)).to.deep.equal(Array.from({ length: 80 }, () => 0n));
      });
    });

    describe("given streams that begin as late as they can: sixteen weeks are open, and one is under review that no longer is", () => {
      it("pays all of them, to the last of the longest", async () => {
        const all = await networkHelpers.loadFixture(penniless);
        const { contributions, currency, funding, surrendering, division, changes, town, weekIndex } = all;
        await finaliseWeek(all, weekIndex, [SHIFT]);
        await keepOpen(all, weekIndex + 1);
        await funding.fund(town, 5_200, 52);
        expect((await contributions.changeAt(town, 1 + 16 + 1)).starting).to.equal(100);
        expect((await contributions.changeAt(town, 1 + 16 + 52)).ending).to.equal(100);
        await contributions.finalise(town);

        await surrendering.surrender(town);

        expect(await currency.balanceOf(division)).to.equal(5_200);
        expect(await changes(town)).to.deep.equal(Array.from({ length: 80 }, () => 0n));
      });
    });

    describe("given a town for whose members nothing was ever paid in", () => {
      it("pays nothing and changes nothing", async () => {
        const { contributions, currency, surrendering, town } = await networkHelpers.loadFixture(penniless);

        expect(await surrendering.surrender.staticCall(town)).to.equal(0);
        const surrender = surrendering.surrender(town);
        await expect(surrender).to.not.emit(contributions, "PoolSurrendered");
        await expect(surrender).to.not.emit(currency, "Transfer");
      });
    });

    describe("given a pending timesheet", () => {
      it("reverts with ContributionsPending until it is finalised, for this town alone", async () => {
        const { contributions, funding, surrendering, coordinator, town, hillside, weekIndex } =
          await networkHelpers.loadFixture(penniless);
        await funding.fund(town, 100, 1);
        await funding.fund(hillside, 100, 1);
        await contributions.connect(coordinator).submit(town, weekIndex, "0x0c", evidence);

        await expect(surrendering.surrender(town))
          .to.be.revertedWithCustomError(contributions, "ContributionsPending")
          .withArgs(town, weekIndex);
        await surrendering.surrender(hillside);
        await networkHelpers.time.increase(7 * DAY);
        await expect(surrendering.surrender(town))
          .to.be.revertedWithCustomError(contributions, "ContributionsPending")
          .withArgs(town, weekIndex);
        await contributions.finalise(town);

        expect(await surrendering.surrender.staticCall(town)).to.equal(0);
      });
    });

    describe("given anybody but the FinalDivision", () => {
      it("reverts with ContributionsNotFinalDivision", async () => {
        const { contributions, townTreasury, town } = await networkHelpers.loadFixture(running);

        for (const caller of [...(await everybodyBut()), await impersonate(townTreasury)]) {
          await expect(contributions.connect(caller).surrender(town))
            .to.be.revertedWithCustomError(contributions, "ContributionsNotFinalDivision")
            .withArgs(caller.address);
        }
      });
    });
  });
});

import { weekEnd, weekIndexOf, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { expect } from "chai";
import type { Address } from "viem";
import { attestInBatches } from "../../../scripts/operator/batches.ts";
import { documentOf } from "../../../scripts/operator/documents.ts";
import { bakerySettled } from "../../fixture/bakerySettled.ts";
import { networkHelpers } from "../../fixture/connection.ts";
import { finaliseWeek, weekWorked } from "../../fixture/weeks.ts";
import { idOf } from "../../fixture/people.ts";
import { DAY, DOLLAR } from "../../fixture/willowmere.ts";

const { time } = networkHelpers;

/** Waits until then, unless it is later already. */
const until = async (second: number | bigint) => {
  if ((await time.latest()) < second) await time.increaseTo(second);
};

const EVIDENCE = documentOf("The lists of the week", "ipfs://lists");
const ACCOUNTS = documentOf("Accounts of the quarter", "ipfs://accounts");

/** Ben alone worked, or everybody but the coordinator did. */
const BEN = [0, 0, 0, 0, 12];
const ALL = [12, 0, 12, 12, 12];

/** A town with a final timesheet, and somebody with 1,000 dollars for its members. */
async function working() {
  const all = await networkHelpers.loadFixture(weekWorked);
  const { contributions, currency, payer, town, weekIndex } = all;
  await finaliseWeek(all, weekIndex, ALL);
  await currency.connect(payer).approve(await contributions.getAddress(), 10_000n * DOLLAR);
  const cashOf = async (number: number) => {
    const { timesheets } = await contributions.poolOf(town);
    return (await contributions.claimable(town, number, timesheets)).cash;
  };
  const fund = (weeks = 1) => contributions.connect(payer).fund(town, 1_000n * DOLLAR, weeks);
  return { ...all, cashOf, fund, week: weekIndex + 1 };
}

describe("those who worked a full week", () => {
  describe("when an older, emptier week has been held back", () => {
    it("do not lose their money to it: what comes in now begins after all weeks that have ended", async () => {
      const all = await networkHelpers.loadFixture(working);
      const { fund, cashOf, week } = all;
      await until(weekEnd(week + 1));
      await fund();

      await finaliseWeek(all, week, BEN);
      await finaliseWeek(all, week + 1, ALL);
      expect([await cashOf(4), await cashOf(5)]).to.deep.equal([0, 0]);
      await finaliseWeek(all, week + 2, ALL);

      expect([await cashOf(4), await cashOf(5)]).to.deep.equal([250n * DOLLAR, 250n * DOLLAR]);
    });

    it("nor when the weeks are submitted in another order: an older one is closed then", async () => {
      const all = await networkHelpers.loadFixture(working);
      const { contributions, coordinator, fund, cashOf, town, week } = all;
      await until(weekEnd(week + 1));
      await fund();
      await finaliseWeek(all, week + 1, ALL);

      await expect(contributions.connect(coordinator).submit(town, week, "0x000000000c", EVIDENCE))
        .to.be.revertedWithCustomError(contributions, "ContributionsWeekClosed")
        .withArgs(town, week, week + 1);
      expect(await cashOf(5)).to.equal(0);
    });

    it("nor when eight weeks were held back and are submitted together", async () => {
      const all = await networkHelpers.loadFixture(working);
      const { fund, cashOf, week } = all;
      await until(weekEnd(week + 7));
      await fund();

      for (let i = 0; i < 8; i++) await finaliseWeek(all, week + i, i % 2 === 0 ? BEN : ALL);

      expect([await cashOf(4), await cashOf(5)]).to.deep.equal([0, 0]);
    });

    it("nor by the quiet week's review that lasts on, when eight others have ended since", async () => {
      const all = await networkHelpers.loadFixture(working);
      const { contributions, coordinator, fund, cashOf, town, week } = all;
      await until(weekStart(week + 9) - 60);
      await contributions.connect(coordinator).submit(town, week, "0x000000000c", EVIDENCE);
      await time.increase(DAY);
      await fund();
      await time.increase(7 * DAY);
      await contributions.finalise(town);

      expect(await cashOf(5)).to.equal(0);
    });
  });

  describe("when a coordinator passes over the full week to give its money to the next", () => {
    it("have seven days, in which the sheet itself names their week, and any ambassador rejects it", async () => {
      const all = await networkHelpers.loadFixture(working);
      const { contributions, coordinator, countryAmbassador, fund, cashOf, town, week } = all;
      await finaliseWeek(all, week, ALL);
      await fund(); // for the week that is running, in which all work
      await until(weekEnd(week + 2));

      const submission = contributions.connect(coordinator).submit(town, week + 2, "0x000000000c", EVIDENCE);
      await expect(submission).to.emit(contributions, "TimesheetSubmitted");
      const [event] = await contributions.queryFilter(contributions.filters.TimesheetSubmitted, "latest");
      expect(event?.args.passedOver).to.deep.equal([BigInt(week + 1)]);
      await time.increase(7 * DAY - 60);
      await contributions.connect(countryAmbassador).reject(town, EVIDENCE.hash);
      await finaliseWeek(all, week + 1, ALL);

      expect(await cashOf(4)).to.equal(250n * DOLLAR);
    });
  });

  describe("when a coordinator calls their week empty", () => {
    it("have the whole review to see it, and keep their money for the week that is worked", async () => {
      const all = await networkHelpers.loadFixture(working);
      const { fund, cashOf, week } = all;
      await finaliseWeek(all, week, ALL);
      await fund();

      await finaliseWeek(all, week + 1, []);
      expect(await cashOf(4)).to.equal(0);
      await finaliseWeek(all, week + 2, ALL);

      expect(await cashOf(4)).to.equal(250n * DOLLAR);
    });
  });
});

describe("those who worked the quarter whose profit is shared", () => {
  /** The manager is member 6; twelve weeks in which all worked are final, and a holiday in which the manager alone did. */
  async function holiday() {
    const all = await networkHelpers.loadFixture(bakerySettled);
    const {
      deployment,
      town,
      registrar,
      residentUntil,
      manager,
      contributions,
      coordinator,
      currency,
      profitSplitter,
    } = all;
    const statement = { wallet: manager.address as Address, residentUntil, joins: true, personId: idOf("manager") };
    await attestInBatches(deployment, { registrar, town, attestations: [statement] });
    const first = weekIndexOf(await time.latest());
    for (let i = 0; i < 12; i++) await finaliseWeek(all, first + i, [...ALL, 12]);
    await currency.connect(manager).approve(await profitSplitter.getAddress(), 30_000n * DOLLAR);
    const quiet = first + 12;
    const submitQuiet = async () => {
      await until(weekEnd(quiet));
      await contributions.connect(coordinator).submit(town, quiet, "0x00000000000c", EVIDENCE);
    };
    const deposit = () =>
      profitSplitter.connect(manager).deposit(all.business, 30_000n * DOLLAR, WEEKS, "2027-Q1", ACCOUNTS);
    const managersCash = async () =>
      (await contributions.claimable(town, 6, (await contributions.poolOf(town)).timesheets)).cash;
    return { ...all, quiet, submitQuiet, deposit, managersCash };
  }

  for (const [when, wait] of [
    ["the second in which the quiet week is finalised", "reviewEnds"],
    ["its review", "submitted"],
    ["the time before anybody submits it", "ended"],
  ] as const) {
    it(`do not lose it to who worked alone in a holiday, when it is paid in ${when}`, async () => {
      const all = await networkHelpers.loadFixture(holiday);
      const { contributions, town, submitQuiet, deposit, managersCash, quiet } = all;
      if (wait === "ended") {
        await until(weekEnd(quiet));
        await deposit();
      }
      await submitQuiet();
      const { reviewEnds } = await contributions.pendingOf(town);
      if (wait === "reviewEnds") await until(reviewEnds);
      if (wait !== "ended") await deposit();
      await until(reviewEnds);
      await contributions.finalise(town);

      // What the division leaves joins the carry at once: less than a unit for each week.
      expect(await managersCash()).to.be.below(WEEKS);
    });
  }
});

/** The fewest that a profit may be spread over. */
const WEEKS = 4;

import { weekEnd } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { expect } from "chai";
import { documentOf } from "../../scripts/operator/documents.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { setNextTime, networkHelpers } from "../fixture/connection.ts";
import { giveKey } from "../fixture/keys.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";
import { DAY, SAVINGS } from "../fixture/willowmere.ts";

const ONE_INFINITY = 10n ** 18n;
const EVIDENCE = documentOf("The lists of the week", "ipfs://lists");

/** The payer has allowed Contributions all their money. */
async function paying() {
  const before = await networkHelpers.loadFixture(weekWorked);
  const { contributions, currency, payer, town } = before;
  await currency.connect(payer).approve(await contributions.getAddress(), SAVINGS);
  const fund = (amount: number, weeks: number) => contributions.connect(payer).fund(town, amount, weeks);
  const cashAt = async (index: number) => (await contributions.timesheetAt(town, index)).cashPerActive;
  return { ...before, fund, cashAt };
}

/** Members 1, 4 and 5 worked a week that is finalised, and earned 100 each. */
async function earned() {
  const before = await networkHelpers.loadFixture(paying);
  await before.fund(300, 1);
  await finaliseWeek(before, before.weekIndex, [SHIFT, 0, 0, SHIFT, SHIFT]);
  return before;
}

describe("incidents that shall not happen here: hours", () => {
  it("one blacklisted payee blocking a batch of claims", async () => {
    const before = await networkHelpers.loadFixture(earned);
    const { contributions, infinityToken, currency, townAmbassador, amina, ben, town } = before;
    const refusing = await turnInto(currency, "RefusingDollar");
    await refusing.refuse(amina.address, true);

    await contributions.claim(town, [4, 1, 5], 1);

    for (const { address } of [townAmbassador, ben]) expect(await currency.balanceOf(address)).to.equal(SAVINGS + 100n);
    for (const { address } of [townAmbassador, amina, ben]) {
      expect(await infinityToken.balanceOf(address)).to.equal(ONE_INFINITY);
    }
    expect(await contributions.keptOf(town, 4)).to.equal(100);
    await refusing.refuse(amina.address, false);
    await contributions.claimKept(town, 4);
    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS + 100n);
  });

  it("a claim re-entered", async () => {
    const before = await networkHelpers.loadFixture(earned);
    const { contributions, infinityToken, currency, townAmbassador, amina, ben, town } = before;
    const calling = await turnInto(currency, "ReentrantDollar");
    const call = contributions.interface.encodeFunctionData("claim", [town, [1, 4, 5], 1]);
    await calling.arm(await contributions.getAddress(), call);

    await contributions.claim(town, [1, 4, 5, 1], 1);

    const { name } = contributions.interface.parseError(await calling.answer()) ?? {};
    expect(name).to.equal("ReentrancyGuardReentrantCall");
    for (const { address } of [townAmbassador, amina, ben]) {
      expect(await currency.balanceOf(address)).to.equal(SAVINGS + 100n);
      expect(await infinityToken.balanceOf(address)).to.equal(ONE_INFINITY);
    }
    expect(await currency.balanceOf(await contributions.getAddress())).to.equal(0);
  });

  it("reward windows draining each other", async () => {
    const before = await networkHelpers.loadFixture(paying);
    const { contributions, currency, weekIndex, town, fund, cashAt } = before;
    const hours = [SHIFT, 0, 0, SHIFT, 0]; // two of them, every week

    await fund(600, 3); // 200, 200, 200
    await finaliseWeek(before, weekIndex, hours);
    await fund(80, 2); //            40,  40: the second week has ended by now
    await fund(6, 1); //              6
    await finaliseWeek(before, weekIndex + 1, hours);
    await finaliseWeek(before, weekIndex + 2, hours);
    await fund(10, 1); //                 10: the fourth has not
    await finaliseWeek(before, weekIndex + 3, hours);
    await finaliseWeek(before, weekIndex + 4, hours);

    const cash = await Promise.all([0, 1, 2, 3, 4].map(cashAt));
    expect(cash).to.deep.equal([100n, 100n, 123n, 25n, 0n]);
    await contributions.claim(town, [1, 4], 5);
    expect(await currency.balanceOf(before.amina.address)).to.equal(SAVINGS + 348n);
    expect(await currency.balanceOf(before.townAmbassador.address)).to.equal(SAVINGS + 348n);
    expect(await currency.balanceOf(await contributions.getAddress())).to.equal(0);
  });

  it("a list of streams that bricks finalising", async () => {
    const gasToFinalise = async (streams: number) => {
      const before = await networkHelpers.loadFixture(paying);
      const { contributions, coordinator, weekIndex, town, fund } = before;
      await fund(5_200, 52);
      for (let i = 0; i < streams; i++) await fund(52, 1 + (i % 52));
      await contributions.connect(coordinator).submit(town, weekIndex, "0x0c", EVIDENCE);
      await networkHelpers.time.increaseTo((await contributions.pendingOf(town)).reviewEnds);
      const receipt = await (await contributions.finalise(town)).wait();
      return receipt?.gasUsed ?? 0n;
    };

    const few = await gasToFinalise(52);

    expect(await gasToFinalise(520)).to.equal(few);
  });

  it("a donation that distorts a denominator", async () => {
    const before = await networkHelpers.loadFixture(paying);
    const { contributions, currency, stranger, town, weekIndex, fund, cashAt } = before;
    const address = await contributions.getAddress();
    await fund(300, 1);

    await currency.connect(stranger).transfer(address, 1_000_000);
    await finaliseWeek(before, weekIndex, [SHIFT, 0, 0, SHIFT, SHIFT]);
    await currency.connect(stranger).transfer(address, 1);
    await finaliseWeek(before, weekIndex + 1, [SHIFT, 0, 0, SHIFT, SHIFT]);

    expect([await cashAt(0), await cashAt(1)]).to.deep.equal([100n, 0n]);
    expect((await contributions.poolOf(town)).carry).to.equal(0);
    await contributions.claim(town, [1, 4, 5], 2);
    expect(await currency.balanceOf(address)).to.equal(1_000_001);
  });

  it("a week skipped to take another week's cash", async () => {
    const before = await networkHelpers.loadFixture(paying);
    const { contributions, currency, coordinator, amina, ben, town, weekIndex, fund, cashAt } = before;
    await fund(200, 2); // 100 for each of two weeks: ben worked in the first, amina in the second

    await contributions.connect(coordinator).submit(town, weekIndex, "0x000000000c", EVIDENCE);
    await contributions.connect(before.townAmbassador).reject(town, EVIDENCE.hash);
    await networkHelpers.time.increaseTo(weekEnd(weekIndex + 1));
    await contributions.connect(coordinator).submit(town, weekIndex + 1, "0x0000000c", EVIDENCE); // passes the first over
    const [event] = await contributions.queryFilter(contributions.filters.TimesheetSubmitted, "latest");
    expect(event?.args.passedOver.at(-1)).to.equal(weekIndex); // so that ben sees it, and somebody rejects it
    await contributions.connect(before.townAmbassador).reject(town, EVIDENCE.hash);

    await finaliseWeek(before, weekIndex, [0, 0, 0, 0, SHIFT]);
    await finaliseWeek(before, weekIndex + 1, [0, 0, 0, SHIFT]);
    expect([await cashAt(0), await cashAt(1)]).to.deep.equal([100n, 100n]);
    await expect(
      contributions.connect(coordinator).submit(town, weekIndex, "0x0000000c", EVIDENCE),
    ).to.be.revertedWithCustomError(contributions, "ContributionsWeekClosed");

    await contributions.claim(town, [4, 5], 2);
    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS + 100n);
    expect(await currency.balanceOf(ben.address)).to.equal(SAVINGS + 100n);
  });

  it("hours amended at the last second", async () => {
    const before = await networkHelpers.loadFixture(paying);
    const { authority, townRegistry, contributions, countryAmbassador, coordinator, carla, amina, town } = before;
    const { weekIndex, fund } = before;
    await giveKey({ authority, townRegistry }, roleIds.coordinator(town), carla);
    await fund(300, 1);
    await contributions.connect(coordinator).submit(town, weekIndex, "0x0c00000c0c", EVIDENCE);
    const { reviewEnds } = await contributions.pendingOf(town);

    await setNextTime(reviewEnds - 1n);
    await contributions.connect(carla).amend(town, [1, 5], "0x0000"); // all for amina
    const anew = (await contributions.pendingOf(town)).reviewEnds;

    expect(anew).to.equal(reviewEnds - 1n + BigInt(3 * DAY));
    await setNextTime(reviewEnds);
    await expect(contributions.connect(amina).finalise(town))
      .to.be.revertedWithCustomError(contributions, "ContributionsReviewRuns")
      .withArgs(town, weekIndex, anew);
    await setNextTime(anew - 1n); // whoever looked at the first hours has had three more days
    await contributions.connect(countryAmbassador).reject(town, EVIDENCE.hash);
    await expect(contributions.finalise(town)).to.be.revertedWithCustomError(
      contributions,
      "ContributionsNothingPending",
    );
    expect((await contributions.poolOf(town)).timesheets).to.equal(0);
  });
});

import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { expect } from "chai";
import { hexlify, id, Wallet } from "ethers";
import type { Address } from "viem";
import { attestInBatches } from "../../../scripts/operator/batches.ts";
import { documentOf } from "../../../scripts/operator/documents.ts";
import { networkHelpers } from "../../fixture/connection.ts";
import { giveKey } from "../../fixture/keys.ts";
import { finaliseWeek, weekWorked } from "../../fixture/weeks.ts";
import { idOf } from "../../fixture/people.ts";
import { DAY, DOLLAR } from "../../fixture/willowmere.ts";

const { time } = networkHelpers;
const EVIDENCE = documentOf("The lists of the week", "ipfs://lists");
const INVENTED = 150;

/** Five real members worked, 1 to 5 but for the coordinator. */
const REAL = [12, 0, 12, 12, 12];

/**
 * A town of five that has worked for twelve weeks, with 10,000 dollars promised to its members. A dishonest registrar has
 * invented 150 more, all of them wallets of the coordinator, numbers 6 to 155; carla, their friend, is a coordinator too.
 */
async function invaded() {
  const all = await networkHelpers.loadFixture(weekWorked);
  const { townRegistry, authority, deployment, contributions, currency, payer, registrar, carla, residentUntil, town } =
    all;
  for (let i = 0; i < 12; i++) await finaliseWeek(all, all.weekIndex + i, REAL);
  await giveKey({ authority, townRegistry }, roleIds.coordinator(town), carla);
  const attestations = Array.from({ length: INVENTED }, (_, i) => {
    const wallet = new Wallet(id(`invented ${i}`)).address as Address;
    return { wallet, residentUntil, joins: true, personId: idOf(wallet) };
  });
  await attestInBatches(deployment, { registrar, town, attestations });
  await currency.connect(payer).approve(await contributions.getAddress(), 10_000n * DOLLAR);
  await contributions.connect(payer).fund(town, 10_000n * DOLLAR, 1);
  const week = weekIndexOf(await time.latest());
  for (let open = all.weekIndex + 12; open < week; open++) await finaliseWeek(all, open, REAL);
  await time.increaseTo(weekEnd(week));
  const everybody = hexlify(Uint8Array.from([...REAL, ...Array.from({ length: INVENTED }, () => 255)]));
  return { ...all, week, everybody, submitting: contributions.connect(all.coordinator) };
}

describe("the five members of a town that somebody fills with invented ones", () => {
  it("are not robbed within a day, nor within six: so many at once are looked at for seven", async () => {
    const { contributions, submitting, town, week, everybody } = await networkHelpers.loadFixture(invaded);
    await submitting.submit(town, week, everybody, EVIDENCE);
    const submittedAt = await time.latest();

    const { active, electors, reviewEnds } = await contributions.pendingOf(town);
    expect([active, electors, reviewEnds]).to.deep.equal([4 + INVENTED, 4, submittedAt + 7 * DAY]);
    for (const days of [1, 4, 6]) {
      await time.increaseTo(submittedAt + days * DAY);
      await expect(contributions.finalise(town))
        .to.be.revertedWithCustomError(contributions, "ContributionsReviewRuns")
        .withArgs(town, week, reviewEnds);
    }
  });

  for (const office of ["townAmbassador", "countryAmbassador", "headOffice"] as const) {
    it(`lose nothing when the ${office} alone looks, in the last second`, async () => {
      const all = await networkHelpers.loadFixture(invaded);
      const { contributions, submitting, town, week, everybody } = all;
      await submitting.submit(town, week, everybody, EVIDENCE);
      await time.setNextBlockTimestamp((await contributions.pendingOf(town)).reviewEnds - 1n);

      await contributions.connect(all[office]).reject(town, EVIDENCE.hash);
      await finaliseWeek(all, week, REAL);

      const { timesheets } = await contributions.poolOf(town);
      expect((await contributions.claimable(town, 4, timesheets)).cash).to.equal(2_500n * DOLLAR);
      expect((await contributions.claimable(town, 6, timesheets)).cash).to.equal(0);
    });
  }

  it("have seven days also when the invented ones are written in at the end of a harmless sheet's review", async () => {
    const { contributions, submitting, carla, town, week } = await networkHelpers.loadFixture(invaded);
    await submitting.submit(town, week, hexlify(Uint8Array.from(REAL)), EVIDENCE);
    const ends = Number((await contributions.pendingOf(town)).reviewEnds);
    await time.setNextBlockTimestamp(ends - 1);

    const numbers = Array.from({ length: INVENTED }, (_, i) => i + 6);
    await contributions.connect(carla).amend(town, numbers, hexlify(new Uint8Array(INVENTED).fill(255)));

    expect((await contributions.pendingOf(town)).reviewEnds).to.equal(ends - 1 + 7 * DAY);
  });

  it("have seven days for each sheet, also when weeks are held back and come one after the other", async () => {
    const { contributions, submitting, town, week, everybody } = await networkHelpers.loadFixture(invaded);
    await time.increaseTo(weekEnd(week + 3));

    for (const held of [week, week + 1, week + 2]) {
      await submitting.submit(town, held, everybody, EVIDENCE);
      const { reviewEnds } = await contributions.pendingOf(town);
      expect(reviewEnds).to.equal((await time.latest()) + 7 * DAY);
      await time.increaseTo(reviewEnds);
      await contributions.finalise(town);
    }
  });

  it("alone are the town's electors for eight full weeks, whatever was made final meanwhile", async () => {
    const all = await networkHelpers.loadFixture(invaded);
    const { contributions, submitting, town, week, everybody } = all;
    await submitting.submit(town, week, everybody, EVIDENCE);
    await time.increaseTo((await contributions.pendingOf(town)).reviewEnds);
    await contributions.finalise(town);

    for (let later = 2; later <= 8; later++) {
      await time.increaseTo(weekEnd(week + later) - 1);
      expect((await contributions.electorsOf(town)).active).to.equal(4);
    }
    await time.increase(1);
    expect((await contributions.electorsOf(town)).active).to.equal(4 + INVENTED);
  });

  it("cannot be robbed by creeping up: each step of a quarter and ten is measured by who worked eight weeks ago", async () => {
    const { contributions, submitting, town, week } = await networkHelpers.loadFixture(invaded);
    const sheetOf = (active: number) => hexlify(Uint8Array.from([...REAL, ...new Uint8Array(active - 4).fill(12)]));
    // 4 electors let 15 pass in four days, week after week, and no 16th.
    for (let i = 0; i < 3; i++) {
      if ((await time.latest()) < weekEnd(week + i)) await time.increaseTo(weekEnd(week + i));
      await submitting.submit(town, week + i, sheetOf(15), EVIDENCE);
      const { reviewEnds } = await contributions.pendingOf(town);
      expect(reviewEnds).to.equal((await time.latest()) + 4 * DAY);
      await time.increaseTo(reviewEnds);
      await contributions.finalise(town);
    }
    await time.increaseTo(weekEnd(week + 3));
    await submitting.submit(town, week + 3, sheetOf(16), EVIDENCE);

    expect((await contributions.pendingOf(town)).reviewEnds).to.equal((await time.latest()) + 7 * DAY);
  });
});

describe("the members of a town whose holidays are quiet", () => {
  it("are its electors also after a week in which two worked", async () => {
    const all = await networkHelpers.loadFixture(weekWorked);
    const { contributions, town, weekIndex } = all;
    for (const [i, sheet] of [REAL, REAL, [12, 0, 12], REAL].entries()) await finaliseWeek(all, weekIndex + i, sheet);

    await time.increaseTo(weekEnd(weekIndex + 10));
    expect(await contributions.electorsOf(town)).to.deep.equal([2, 4]);
    await time.increaseTo(weekEnd(weekIndex + 11));
    expect(await contributions.electorsOf(town)).to.deep.equal([4, 4]);
  });
});

import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { expect } from "chai";
import { impersonate } from "../fixture/people.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { finaliseWeek } from "../fixture/weeks.ts";
import { FORTY, fortyMembers } from "../fixture/fortyMembers.ts";
import { DAY } from "../fixture/willowmere.ts";

const SHIFT = 10n ** 18n;

/** A town's money and hours as anybody would reckon them on paper: every stream and every claim written down. */
class Paper {
  carry = 0n;
  streams: { perWeek: bigint; from: number; left: number }[] = [];
  weeks: { quarters: readonly number[]; cashPerActive: bigint }[] = [];
  claimed: number[] = Array.from({ length: FORTY }, () => 0);

  /** Pays in for `weeks` timesheets, after as many as there are open weeks. */
  fund(amount: bigint, weeks: number, openWeeks: number): void {
    const from = this.weeks.length + openWeeks;
    this.streams.push({ perWeek: amount / BigInt(weeks), from, left: weeks });
    this.carry += amount % BigInt(weeks);
  }

  finalise(quarters: readonly number[]): void {
    const active = BigInt(quarters.filter((q) => q >= 12).length);
    if (active === 0n) return;
    const streams = this.running();
    const available = streams.reduce((sum, { perWeek }) => sum + perWeek, this.carry);
    const cashPerActive = available / active;
    this.carry = available - cashPerActive * active;
    for (const stream of streams) stream.left -= 1;
    this.streams = this.streams.filter(({ left }) => left > 0);
    this.weeks.push({ quarters, cashPerActive });
  }

  /** All that no timesheet has divided yet: the carry, and what the streams promise. */
  undivided(): bigint {
    return this.streams.reduce((sum, { perWeek, left }) => sum + perWeek * BigInt(left), this.carry);
  }

  /** What the pool gives away at once. */
  surrender(): bigint {
    const promised = this.undivided();
    this.carry = 0n;
    this.streams = [];
    return promised;
  }

  /** The streams that add to the next timesheet. */
  running() {
    return this.streams.filter(({ from }) => from <= this.weeks.length);
  }

  /** What a claim pays number `index + 1`: INFINITY and cash. */
  claim(index: number, upTo: number): [bigint, bigint] {
    const weeks = this.weeks.slice(this.claimed[index], upTo).filter(({ quarters }) => (quarters[index] ?? 0) >= 12);
    this.claimed[index] = Math.max(this.claimed[index] ?? 0, upTo);
    const shifts = weeks.reduce((sum, { quarters }) => sum + Math.floor((quarters[index] ?? 0) / 12), 0);
    return [BigInt(shifts) * SHIFT, weeks.reduce((sum, { cashPerActive }) => sum + cashPerActive, 0n)];
  }
}

/** Random numbers below `end`, the same in every run. */
function dice(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * end);
  };
}

type Forty = Awaited<ReturnType<typeof fortyMembers>>;

async function fundBoth(all: Forty, paper: Paper, roll: (end: number) => number, openWeeks: number) {
  const { contributions, payer, town } = all;
  const amount = BigInt(roll(100_000));
  const weeks = [1, 52, 1 + roll(52)][roll(3)] ?? 1;
  await contributions.connect(payer).fund(town, amount, weeks);
  paper.fund(amount, weeks, openWeeks);
}

function randomWeek(roll: (end: number) => number): number[] {
  if (roll(8) === 0) return [];
  const hours = Array.from({ length: roll(FORTY + 1) }, () => (roll(3) === 0 ? 0 : roll(256)));
  return hours.map((quarters, i) => (i === 1 ? 0 : roll(4) === 0 ? 11 + roll(3) : quarters));
}

async function claimBoth(all: Forty, paper: Paper, numbers: number[], upTo: number) {
  const { contributions, infinityToken, currency, wallets, stranger, town } = all;
  const balances = () =>
    Promise.all(
      wallets.map(async (wallet) => [await infinityToken.balanceOf(wallet), await currency.balanceOf(wallet)] as const),
    );
  const before = await balances();
  await contributions.connect(stranger).claim(town, numbers, upTo);
  const after = await balances();

  const paid = new Map(numbers.map((number) => [number, paper.claim(number - 1, upTo)]));
  for (const [i, [infinity, cash]] of after.entries()) {
    const expected = paid.get(i + 1) ?? [0n, 0n];
    expect([infinity - (before[i]?.[0] ?? 0n), cash - (before[i]?.[1] ?? 0n)]).to.deep.equal(expected);
  }
  const cursors = await Promise.all(wallets.map(async (_, i) => contributions.claimedUpTo(town, i + 1)));
  expect(cursors.map(Number)).to.deep.equal(paper.claimed);
}

describe("Contributions", () => {
  describe("streams, timesheets and claims", () => {
    describe("given forty members and sixty weeks of random payments, hours, claims and surrenders", () => {
      it("agree with paper to the last unit, and in the end pay out all that was divided", async () => {
        const all = await networkHelpers.loadFixture(fortyMembers);
        const { contributions, infinityToken, currency, wallets, town, weekIndex } = all;
        const division = await impersonate(all.finalDivision);
        const roll = dice(20_260_101);
        const paper = new Paper();

        const weeks: number[] = [];
        let week = weekIndex;
        let openWeeks = 0;

        for (let i = 0; i < 60; i++) {
          if (roll(3) === 0) await fundBoth(all, paper, roll, openWeeks);
          const quarters = randomWeek(roll);
          await finaliseWeek(all, week, quarters);
          paper.finalise(quarters);
          if (paper.weeks.length > weeks.length) weeks.push(week);

          const { undivided, carry, timesheets, lastWeek } = await contributions.poolOf(town);
          expect([undivided, carry, lastWeek]).to.deep.equal([paper.undivided(), paper.carry, BigInt(week)]);
          expect(timesheets).to.equal(paper.weeks.length);
          const last = await contributions.timesheetAt(town, Math.max(paper.weeks.length - 1, 0));
          expect(last.cashPerActive).to.equal(paper.weeks.at(-1)?.cashPerActive ?? 0n);

          // Now and then the town falls behind by some weeks.
          if (roll(6) === 0) await networkHelpers.time.increase(roll(30) * DAY);
          const ended = weekIndexOf(await networkHelpers.time.latest()) - 1;
          openWeeks = Math.min(8, ended - week);
          week = Math.max(week + 1, ended - 7);
          if (i % 20 === 13) {
            const held = await currency.balanceOf(division.address);
            await contributions.connect(division).surrender(town);
            expect((await currency.balanceOf(division.address)) - held).to.equal(paper.surrender());
          }
          if (i % 15 === 14) {
            const numbers = wallets.map((_, n) => n + 1).filter(() => roll(2) === 0);
            await claimBoth(all, paper, numbers, 1 + roll(paper.weeks.length));
          }
        }
        const everybody = wallets.map((_, i) => i + 1);
        await claimBoth(all, paper, everybody, paper.weeks.length);

        for (const [i, { quarters }] of paper.weeks.entries()) {
          expect(await contributions.timesheetOf(town, weeks[i] ?? 0)).to.equal(i + 1);
          const number = 1 + (i % FORTY);
          expect(await contributions.quartersAt(town, i, number)).to.equal(quarters[number - 1] ?? 0);
        }
        for (const other of [weekIndex - 1, week + 1]) expect(await contributions.timesheetOf(town, other)).to.equal(0);
        const address = await contributions.getAddress();
        expect(await infinityToken.balanceOf(address)).to.equal(0);
        expect(await currency.balanceOf(address)).to.equal(paper.undivided());
      });
    });

    describe("given members whose cursors lie side by side", () => {
      for (const number of [1, 15, 16, 17, 31, 32, 33, 40]) {
        it(`moves the cursor of number ${number} alone`, async () => {
          const all = await networkHelpers.loadFixture(fortyMembers);
          const { contributions, wallets, stranger, town, weekIndex } = all;
          await finaliseWeek(all, weekIndex, [12, 0]);

          await contributions.connect(stranger).claim(town, [number], 1);

          const cursors = await Promise.all(wallets.map(async (_, i) => contributions.claimedUpTo(town, i + 1)));
          expect(cursors.map(Number)).to.deep.equal(wallets.map((_, i) => (i + 1 === number ? 1 : 0)));
          expect(await contributions.claimedUpTo(town, 0)).to.equal(0);
        });
      }
    });
  });
});

import { weekEnd } from "@one-small-town/core/hours/weeks.ts";
import { expect } from "chai";
import type { Address } from "viem";
import { attestInBatches } from "../../scripts/operator/batches.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { impersonate, idOf } from "../fixture/people.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";

const SHIFT = 10n ** 18n;
const MEMBERS = 40;

/** A town's money and hours as anybody would reckon them on paper: every stream and every claim written down. */
class Paper {
  carry = 0n;
  streams: { perWeek: bigint; left: number }[] = [];
  weeks: { quarters: readonly number[]; cashPerActive: bigint }[] = [];
  claimed: number[] = Array.from({ length: MEMBERS }, () => 0);

  /** One more than the last timesheet in which anybody was active, and how many were. */
  worked = [0, 0];

  fund(amount: bigint, weeks: number): void {
    this.streams.push({ perWeek: amount / BigInt(weeks), left: weeks });
    this.carry += amount % BigInt(weeks);
  }

  finalise(quarters: readonly number[]): void {
    const available = this.carry + this.running();
    const active = BigInt(quarters.filter((q) => q >= 12).length);
    const cashPerActive = active === 0n ? 0n : available / active;
    this.carry = available - cashPerActive * active;
    for (const stream of this.streams) stream.left -= 1;
    this.streams = this.streams.filter(({ left }) => left > 0);
    this.weeks.push({ quarters, cashPerActive });
    if (active > 0n) this.worked = [this.weeks.length, Number(active)];
  }

  /** What the pool gives away at once: the carry, and all that the streams promise. */
  surrender(): bigint {
    const promised = this.streams.reduce((sum, { perWeek, left }) => sum + perWeek * BigInt(left), this.carry);
    this.carry = 0n;
    this.streams = [];
    return promised;
  }

  running(): bigint {
    return this.streams.reduce((sum, { perWeek }) => sum + perWeek, 0n);
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

/** Willowmere with forty members who all joined before `weekIndex`, which has ended. */
async function fortyMembers() {
  const before = await networkHelpers.loadFixture(weekWorked);
  const { deployment, contributions, currency, registrar, payer, residentUntil, town, weekIndex } = before;
  const wallets = Array.from({ length: MEMBERS }, (_, i) => `0x${(0xabc000 + i).toString(16).padStart(40, "0")}`);
  const attestations = wallets.slice(5).map((wallet, i) => ({
    wallet: wallet as Address,
    residentUntil,
    joins: true,
    personId: idOf(`member ${i}`),
  }));
  await attestInBatches(deployment, { registrar, town, attestations });
  await networkHelpers.time.increaseTo(weekEnd(weekIndex + 1));
  const first = [...(await before.memberRegistry.walletsAt(town, [1, 2, 3, 4, 5])).wallets];
  await currency.connect(payer).approve(await contributions.getAddress(), 2n ** 200n);
  return { ...before, weekIndex: weekIndex + 1, wallets: [...first, ...wallets.slice(5)] };
}

type Forty = Awaited<ReturnType<typeof fortyMembers>>;

async function fundBoth({ contributions, payer, town }: Forty, paper: Paper, roll: (end: number) => number) {
  const amount = BigInt(roll(100_000));
  const weeks = [1, 52, 1 + roll(52)][roll(3)] ?? 1;
  await contributions.connect(payer).fund(town, amount, weeks);
  paper.fund(amount, weeks);
}

function randomWeek(roll: (end: number) => number): number[] {
  if (roll(8) === 0) return [];
  const hours = Array.from({ length: roll(MEMBERS + 1) }, () => (roll(3) === 0 ? 0 : roll(256)));
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

        for (let i = 0; i < 60; i++) {
          if (roll(3) === 0) await fundBoth(all, paper, roll);
          const quarters = randomWeek(roll);
          await finaliseWeek(all, weekIndex + i, quarters);
          paper.finalise(quarters);

          expect(await contributions.poolOf(town)).to.deep.equal([
            ...[paper.carry, paper.running(), i + 1],
            ...paper.worked,
          ]);
          expect((await contributions.timesheetAt(town, i)).cashPerActive).to.equal(paper.weeks[i]?.cashPerActive);
          if (i % 20 === 13) {
            const held = await currency.balanceOf(division.address);
            await contributions.connect(division).surrender(town);
            expect((await currency.balanceOf(division.address)) - held).to.equal(paper.surrender());
          }
          if (i % 15 === 14) {
            const numbers = wallets.map((_, n) => n + 1).filter(() => roll(2) === 0);
            await claimBoth(all, paper, numbers, 1 + roll(i + 1));
          }
        }
        const everybody = wallets.map((_, i) => i + 1);
        await claimBoth(all, paper, everybody, 60);

        for (const [i, { quarters }] of paper.weeks.entries()) {
          expect(await contributions.timesheetOf(town, weekIndex + i)).to.equal(i + 1);
          const number = 1 + (i % MEMBERS);
          expect(await contributions.quartersAt(town, i, number)).to.equal(quarters[number - 1] ?? 0);
        }
        for (const week of [weekIndex - 1, weekIndex + 60]) {
          expect(await contributions.timesheetOf(town, week)).to.equal(0);
        }
        const address = await contributions.getAddress();
        const promised = paper.streams.reduce((sum, { perWeek, left }) => sum + perWeek * BigInt(left), 0n);
        expect(await infinityToken.balanceOf(address)).to.equal(0);
        expect(await currency.balanceOf(address)).to.equal(paper.carry + promised);
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

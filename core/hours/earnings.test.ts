import { describe, expect, it } from "vitest";
import { earningsOf, sumEarnings } from "./earnings.ts";

const week = { index: 4, weekIndex: 2_900, active: 41, cashPerActive: 30_110_000n };

describe("earningsOf", () => {
  it("pays one INFINITY for every three hours and leaves out the rest", () => {
    const { shifts, restQuarters, infinity } = earningsOf(week, 29);

    expect({ shifts, restQuarters, infinity }).toEqual({ shifts: 2, restQuarters: 5, infinity: 2n * 10n ** 18n });
  });

  it("pays an active member an equal share of what there was", () => {
    const { cash, shared } = earningsOf(week, 12);

    expect(cash).toBe(30_110_000n);
    expect(shared).toBe(30_110_000n * 41n);
    expect(shared / 41n).toBe(cash);
  });

  it("pays nothing below three hours", () => {
    expect(earningsOf(week, 11)).toMatchObject({ isActive: false, shifts: 0, infinity: 0n, cash: 0n });
  });

  it("shares out nothing in a week without active members", () => {
    const idle = earningsOf({ ...week, active: 0, cashPerActive: 0n }, 0);

    expect(idle).toMatchObject({ shared: 0n, cash: 0n });
  });
});

/** The contract's own loop, `Contributions._earned`, line by line. */
function claimable(weeks: { quarters: number; cashPerActive: bigint }[]): { infinity: bigint; cash: bigint } {
  let infinity = 0n;
  let cash = 0n;
  for (const { quarters, cashPerActive } of weeks) {
    if (quarters < 12) continue;
    infinity += (BigInt(quarters) / 12n) * 10n ** 18n;
    cash += cashPerActive;
  }
  return { infinity, cash };
}

describe("sumEarnings", () => {
  it("is nothing for no weeks", () => {
    expect(sumEarnings([])).toEqual({ infinity: 0n, cash: 0n });
  });

  it("is what the contract would pay, for every byte a timesheet can hold", () => {
    const weeks = Array.from({ length: 256 }, (_, quarters) => ({
      index: quarters,
      weekIndex: 2_900 + quarters,
      active: 1 + (quarters % 50),
      cashPerActive: BigInt(quarters) * 1_234_567n,
      quarters,
    }));

    expect(sumEarnings(weeks.map((each) => earningsOf(each, each.quarters)))).toEqual(claimable(weeks));
  });
});

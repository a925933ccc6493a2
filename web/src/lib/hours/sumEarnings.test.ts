import { describe, expect, it } from "vitest";
import { earningsOf } from "./earningsOf.ts";
import { sumEarnings } from "./sumEarnings.ts";

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
      carry: BigInt(quarters % 7),
      cashPerActive: BigInt(quarters) * 1_234_567n,
      quarters,
    }));

    expect(sumEarnings(weeks.map((week) => earningsOf(week, week.quarters)))).toEqual(claimable(weeks));
  });
});

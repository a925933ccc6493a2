import { expect, it } from "vitest";
import { unpaidIn } from "./unpaid.ts";

const sheets = [
  { quarters: Uint8Array.of(12, 24, 11), cashPerActive: 5n },
  { quarters: Uint8Array.of(0, 12, 13, 40), cashPerActive: 7n },
];

it("sums what each member earned since their last claim, and leaves out who earned nothing", () => {
  expect(unpaidIn([8, 7, 7, 9], { first: 7, sheets })).toEqual([
    { number: 2, timesheets: 2, infinity: 3n * 10n ** 18n, cash: 12n },
    { number: 3, timesheets: 2, infinity: 10n ** 18n, cash: 7n },
  ]);
});

it("asks only for sheets that somebody has not been paid for", () => {
  expect(unpaidIn([9, 9], { first: 9, sheets: [] })).toEqual([]);
});

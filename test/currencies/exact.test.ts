import { expect } from "chai";
import { networkHelpers } from "../fixture/connection.ts";
import { holdingsOf } from "./booksOf.ts";
import { placesIn, placesOfMany, placesOut, placesWithin } from "./places.ts";
import { DOLLARS, type Money, stageOn } from "./stage.ts";

const MOST_PRICE = 2n ** 96n - 1n;

const currencies: [name: string, money: Money][] = [
  ["6 decimals", { contract: "TestDollar", ...DOLLARS }],
  ["no decimals", { contract: "DollarOfDecimals", args: [0], savings: 100_000n, price: 3n, profit: 1_001n }],
  ["2 decimals", { contract: "DollarOfDecimals", args: [2], savings: 10_000_000n, price: 501n, profit: 100_099n }],
  [
    "18 decimals",
    { contract: "DollarOfDecimals", args: [18], savings: 10n ** 24n, price: 5n * 10n ** 18n + 1n, profit: 10n ** 21n },
  ],
  [
    "a supply near 2^256",
    { contract: "HugeDollar", savings: 2n ** 105n, price: MOST_PRICE, profit: 3n * 2n ** 94n + 1n },
  ],
  ["no return values", { contract: "SilentDollar", ...DOLLARS }],
  ["a fee that is off", { contract: "FeeDollar", ...DOLLARS }],
  ["a refusal that is off", { contract: "RefusingDollar", ...DOLLARS }],
];

describe("currencies", () => {
  for (const [name, money] of currencies) {
    const stage = stageOn(money);

    describe(`given a town on a currency with ${name}`, () => {
      for (const { name: place, act, payer, amount } of placesIn) {
        it(`takes exactly the amount in ${place}`, async () => {
          const town = await networkHelpers.loadFixture(stage);
          const before = await town.hostile.balanceOf(payer(town).address);
          const [heldBefore] = [sumOf(await holdingsOf(town))];

          await act(town);

          expect(before - (await town.hostile.balanceOf(payer(town).address))).to.equal(amount(town));
          expect(sumOf(await holdingsOf(town)) - heldBefore).to.equal(amount(town));
        });
      }

      for (const { name: place, prepare, act } of placesWithin) {
        it(`moves money, and none in or out, in ${place}`, async () => {
          const town = await networkHelpers.loadFixture(stage);
          await prepare?.(town);
          const before = await holdingsOf(town);

          await act(town);

          const after = await holdingsOf(town);
          expect(after).to.not.deep.equal(before);
          expect(sumOf(after)).to.equal(sumOf(before));
        });
      }

      for (const { name: place, prepare, act, payments } of [...placesOut, ...placesOfMany]) {
        it(`pays exactly the amount in ${place}`, async () => {
          const town = await networkHelpers.loadFixture(stage);
          await prepare?.(town);
          const due = payments(town);
          const heldBefore = sumOf(await holdingsOf(town));
          const before = await Promise.all(due.map(({ to }) => town.hostile.balanceOf(to.address)));

          await act(town);

          for (const [i, { to, amount }] of due.entries()) {
            expect(amount).to.be.above(0);
            expect((await town.hostile.balanceOf(to.address)) - (before[i] ?? 0n)).to.equal(amount);
          }
          expect(heldBefore - sumOf(await holdingsOf(town))).to.equal(sumOf(due.map(({ amount }) => amount)));
        });
      }
    });
  }
});

function sumOf(amounts: bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

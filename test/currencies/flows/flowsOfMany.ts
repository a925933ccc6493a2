import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { splitProfit, spread } from "@one-small-town/core/profit/splitProfit.ts";
import { LEAST_WEEKS } from "@one-small-town/core/rules/ProfitSplitter.ts";
import { desert } from "../stage.ts";
import type { FlowOfMany } from "./Flow.ts";

/** Numbers 1, 2, 4 and 5. */
const ACTIVE = 4n;

/** What each of them earned in the one week, with what the division over the weeks left. */
function earnedBy(profit: bigint): bigint {
  const { perWeek, rest } = spread(splitProfit(profit, deedPresets.thirds).members, LEAST_WEEKS);
  return (perWeek + rest) / ACTIVE;
}

/** Every way in which money goes out to many at once. */
export const flowsOfMany: FlowOfMany[] = [
  {
    name: "refunds",
    through: ["ShareOffering.refund"],
    act: ({ shareOffering, stranger, quinn, rosa, failed }) =>
      shareOffering.connect(stranger).refund(failed.offering, [quinn.address, rosa.address]),
    holder: ({ shareOffering }) => shareOffering,
    payments: ({ quinn, rosa, money }) => [
      { to: quinn, amount: 15n * money.price },
      { to: rosa, amount: 10n * money.price },
    ],
    keptThrough: "ShareOffering.claimKept",
    kept: ({ shareOffering, quinn, rosa, failed }) =>
      Promise.all([quinn, rosa].map(({ address }) => shareOffering.keptOf(failed.offering, address))),
    claimKept: ({ shareOffering, stranger, quinn, rosa, failed }, i) =>
      shareOffering.connect(stranger).claimKept(failed.offering, [quinn, rosa][i]?.address ?? ""),
  },
  {
    name: "claims of cash",
    through: ["Contributions.claim"],
    act: ({ contributions, stranger, hillside }) => contributions.connect(stranger).claim(hillside, [1, 2, 4], 1),
    holder: ({ contributions }) => contributions,
    payments: ({ petra, quinn, sam, money }) => {
      const amount = earnedBy(money.profit);
      return [petra, quinn, sam].map((to) => ({ to, amount }));
    },
    keptThrough: "Contributions.claimKept",
    kept: ({ contributions, hillside }) =>
      Promise.all([1, 2, 4].map((number) => contributions.keptOf(hillside, number))),
    claimKept: ({ contributions, stranger, hillside }, i) =>
      contributions.connect(stranger).claimKept(hillside, [1, 2, 4][i] ?? 0),
  },
  {
    name: "parts of a final division",
    through: ["FinalDivision.claim"],
    prepare: async (stage) => {
      await desert(stage);
      await stage.finalDivision.divide(stage.hillside);
    },
    act: ({ finalDivision, stranger }) => finalDivision.connect(stranger).claim(1, [1, 2, 4]),
    holder: ({ finalDivision }) => finalDivision,
    payments: ({ petra, quinn, sam, money }) => {
      const { members, fund } = splitProfit(money.profit, deedPresets.thirds);
      const amount = (members - ACTIVE * earnedBy(money.profit) + fund) / ACTIVE;
      return [petra, quinn, sam].map((to) => ({ to, amount }));
    },
    keptThrough: "FinalDivision.claimKept",
    kept: ({ finalDivision, hillside }) =>
      Promise.all([1, 2, 4].map((number) => finalDivision.keptOf(hillside, number))),
    claimKept: ({ finalDivision, stranger, hillside }, i) =>
      finalDivision.connect(stranger).claimKept(hillside, [1, 2, 4][i] ?? 0),
  },
];

import type { ContractTransactionResponse } from "ethers";
import { send } from "../../scripts/operator/send.ts";
import { deedPresets } from "../../web/src/lib/profit/deedPresets.ts";
import { splitProfit } from "../../web/src/lib/profit/splitProfit.ts";
import { releaseTranche } from "../../web/src/lib/steps/shares/releaseTranche.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { DAY } from "../fixture/willowmere.ts";
import { ACCOUNTS, desert, type Stage } from "./stage.ts";

type Wallet = { address: string };
type Payment = { to: Wallet; amount: bigint };

/** A place where money moves, and what has to happen first. */
type Place = {
  name: string;
  prepare?: (stage: Stage) => Promise<void>;
  act: (stage: Stage) => Promise<ContractTransactionResponse>;
};

/** A place where money comes in: who pays, what they pay, and who takes it first. */
export type PlaceIn = Place & {
  payer: (stage: Stage) => Wallet;
  amount: (stage: Stage) => bigint;
  taker: (stage: Stage) => { getAddress: () => Promise<string> };
};

/** A place where money goes from some of the contracts to another, and how it fails when transfers cost a unit each. */
export type PlaceWithin = Place & {
  withFee: (stage: Stage) => Promise<[error: "MoneyNotReceivedInFull" | "ERC20InsufficientBalance", args: unknown[]]>;
};

/** A place where money goes out: of which contract, and to whom how much. */
export type PlaceOut = Place & {
  holder: (stage: Stage) => { getAddress: () => Promise<string> };
  payments: (stage: Stage) => Payment[];
};

/** A place that goes on with the next when one payment fails, and keeps what failed. */
export type PlaceOfMany = PlaceOut & {
  /** What is kept for each, in the order of the payments. */
  kept: (stage: Stage) => Promise<bigint[]>;
  claimKept: (stage: Stage, i: number) => Promise<ContractTransactionResponse>;
};

export const placesIn: PlaceIn[] = [
  {
    name: "a purchase of shares",
    act: ({ shareOffering, rosa, live }) => shareOffering.connect(rosa).buy(live.offering, 5),
    payer: ({ rosa }) => rosa,
    amount: ({ money }) => 5n * money.price,
    taker: ({ shareOffering }) => shareOffering,
  },
  {
    name: "a deposit of profit",
    act: ({ profitSplitter, payer, settled, money }) =>
      profitSplitter.connect(payer).deposit(settled.business, money.profit, 1, "2026 Q2", ACCOUNTS),
    payer: ({ payer }) => payer,
    amount: ({ money }) => money.profit,
    taker: ({ profitSplitter }) => profitSplitter,
  },
  {
    name: "a payment for the members",
    act: ({ contributions, payer, hillside, money }) =>
      contributions.connect(payer).fund(hillside, money.profit / 7n, 1),
    payer: ({ payer }) => payer,
    amount: ({ money }) => money.profit / 7n,
    taker: ({ contributions }) => contributions,
  },
  {
    name: "a donation to the town fund",
    act: ({ townTreasury, payer, hillside, money }) => townTreasury.connect(payer).donate(hillside, money.profit / 3n),
    payer: ({ payer }) => payer,
    amount: ({ money }) => money.profit / 3n,
    taker: ({ townTreasury }) => townTreasury,
  },
  {
    name: "a donation to the country office",
    act: ({ townTreasury, payer, hillside, money }) =>
      townTreasury.connect(payer).donateToOffice(hillside, money.profit / 3n),
    payer: ({ payer }) => payer,
    amount: ({ money }) => money.profit / 3n,
    taker: ({ townTreasury }) => townTreasury,
  },
];

/** Where money moves from some of the contracts to another. */
export const placesWithin: PlaceWithin[] = [
  {
    name: "a wind-up",
    prepare: async ({ releases, petra, otto, settled }) => {
      await releases.connect(petra).agreeWindUp(settled.offering);
      await releases.connect(otto).agreeWindUp(settled.offering);
      await networkHelpers.time.increase(14 * DAY);
    },
    act: ({ releases, stranger, settled }) => releases.connect(stranger).payWindUp(settled.offering),
    // A unit too few reaches the Releases, which then cannot pass all of it on.
    withFee: async ({ releases, money }) => {
      const left = 110n * money.price;
      return ["ERC20InsufficientBalance", [await releases.getAddress(), left - 1n, left]];
    },
  },
  {
    name: "a final division",
    prepare: async (stage) => {
      // What is left of the members' pool, beside what they have earned.
      const { contributions, payer, hillside, money } = stage;
      await contributions.connect(payer).fund(hillside, money.profit / 11n, 4);
      await desert(stage);
    },
    act: ({ finalDivision, stranger, hillside }) => finalDivision.connect(stranger).divide(hillside),
    withFee: async ({ contributions, townTreasury, hostile, hillside }) => {
      const { carry, running } = await contributions.poolOf(hillside);
      const asked = (await townTreasury.fundOf(hillside)) + carry + 4n * running;
      return ["MoneyNotReceivedInFull", [await hostile.getAddress(), asked, 0n, asked - 2n]];
    },
  },
];

export const placesOut: PlaceOut[] = [
  {
    name: "a cancellation",
    act: ({ shareOffering, quinn, live }) => shareOffering.connect(quinn).cancel(live.offering, 4),
    holder: ({ shareOffering }) => shareOffering,
    payments: ({ quinn, money }) => [{ to: quinn, amount: 4n * money.price }],
  },
  {
    name: "a release",
    act: async ({ deployment, stranger, settled }) => {
      const receipt = await send(stranger, releaseTranche(deployment, settled.offering));
      return (await ethers.provider.getTransaction(receipt.hash)) as ContractTransactionResponse;
    },
    holder: ({ shareOffering }) => shareOffering,
    payments: ({ payout, money }) => [{ to: payout, amount: (110n * money.price) / 4n }],
  },
  {
    name: "a claim of dividends",
    act: ({ settled, stranger, quinn }) => settled.token.connect(stranger).claim(quinn.address),
    holder: ({ settled }) => settled.token,
    payments: ({ quinn, money }) => {
      const { investors } = splitProfit(money.profit, deedPresets.thirds);
      return [{ to: quinn, amount: 60n * (investors / 110n) }];
    },
  },
  {
    name: "a spending of the town fund",
    act: ({ townTreasury, stranger }) => townTreasury.connect(stranger).execute(1),
    holder: ({ townTreasury }) => townTreasury,
    payments: ({ payout, spent }) => [{ to: payout, amount: spent }],
  },
];

export const placesOfMany: PlaceOfMany[] = [
  {
    name: "refunds",
    act: ({ shareOffering, stranger, quinn, rosa, failed }) =>
      shareOffering.connect(stranger).refund(failed.offering, [quinn.address, rosa.address]),
    holder: ({ shareOffering }) => shareOffering,
    payments: ({ quinn, rosa, money }) => [
      { to: quinn, amount: 30n * money.price },
      { to: rosa, amount: 20n * money.price },
    ],
    kept: ({ shareOffering, quinn, rosa, failed }) =>
      Promise.all([quinn, rosa].map(({ address }) => shareOffering.keptOf(failed.offering, address))),
    claimKept: ({ shareOffering, stranger, quinn, rosa, failed }, i) =>
      shareOffering.connect(stranger).claimKept(failed.offering, [quinn, rosa][i]?.address ?? ""),
  },
  {
    name: "claims of cash",
    act: ({ contributions, stranger, hillside }) => contributions.connect(stranger).claim(hillside, [1, 2, 4], 1),
    holder: ({ contributions }) => contributions,
    payments: ({ petra, quinn, sam, money }) => {
      const amount = splitProfit(money.profit, deedPresets.thirds).members / 3n;
      return [petra, quinn, sam].map((to) => ({ to, amount }));
    },
    kept: ({ contributions, hillside }) =>
      Promise.all([1, 2, 4].map((number) => contributions.keptOf(hillside, number))),
    claimKept: ({ contributions, stranger, hillside }, i) =>
      contributions.connect(stranger).claimKept(hillside, [1, 2, 4][i] ?? 0),
  },
  {
    name: "parts of a final division",
    prepare: async (stage) => {
      await desert(stage);
      await stage.finalDivision.divide(stage.hillside);
    },
    act: ({ finalDivision, stranger }) => finalDivision.connect(stranger).claim(1, [1, 2, 4]),
    holder: ({ finalDivision }) => finalDivision,
    payments: ({ petra, quinn, sam, money }) => {
      // Three members' week took all but a rest of the pool.
      const { members, fund } = splitProfit(money.profit, deedPresets.thirds);
      const amount = ((members % 3n) + fund) / 3n;
      return [petra, quinn, sam].map((to) => ({ to, amount }));
    },
    kept: ({ finalDivision, hillside }) =>
      Promise.all([1, 2, 4].map((number) => finalDivision.keptOf(hillside, number))),
    claimKept: ({ finalDivision, stranger, hillside }, i) =>
      finalDivision.connect(stranger).claimKept(hillside, [1, 2, 4][i] ?? 0),
  },
];

/** Every place where money moves. */
export const places = [...placesIn, ...placesWithin, ...placesOut, ...placesOfMany];

import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { splitProfit } from "@one-small-town/core/profit/splitProfit.ts";
import { LEAST_WEEKS } from "@one-small-town/core/rules/ProfitSplitter.ts";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { DAY } from "../../fixture/willowmere.ts";
import { ACCOUNTS, desert, type Stage } from "../stage.ts";
import type { FlowWithin } from "./Flow.ts";

const leftOf = ({ money }: Stage) => 110n * money.price;

const investorsOf = (profit: bigint) => splitProfit(profit, deedPresets.thirds).investors;

async function poolOf({ contributions, hillside }: Stage): Promise<bigint> {
  return (await contributions.poolOf(hillside)).undivided;
}

/** Every way in which money moves from some of the contracts to others. */
export const flowsWithin: FlowWithin[] = [
  {
    name: "a wind-up",
    through: ["Releases.payWindUp", "ShareOffering.payOut", "InvestorToken.deposit"],
    prepare: async ({ releases, petra, otto, settled }) => {
      await releases.connect(petra).agreeWindUp(settled.offering);
      await releases.connect(otto).agreeWindUp(settled.offering);
      await networkHelpers.time.increase(14 * DAY);
    },
    act: ({ releases, stranger, settled }) => releases.connect(stranger).payWindUp(settled.offering),
    givers: async (stage) => [{ from: stage.shareOffering, amount: leftOf(stage) }],
    takers: ({ releases, settled }) => [releases, settled.token],
    // A unit too few reaches the Releases, which then cannot pass all of it on.
    withFee: async (stage) => {
      const left = leftOf(stage);
      return ["ERC20InsufficientBalance", [await stage.releases.getAddress(), left - 1n, left]];
    },
  },
  {
    name: "a kept part that is passed on",
    through: ["ProfitSplitter.passOn", "InvestorToken.deposit"],
    prepare: async ({ profitSplitter, payer, settled, money }) => {
      const token = await settled.token.getAddress();
      const code = await ethers.provider.getCode(token);
      await networkHelpers.setCode(token, "0xfe"); // it can take nothing
      await profitSplitter.connect(payer).deposit(settled.business, money.profit, LEAST_WEEKS, "2026 Q2", ACCOUNTS);
      await networkHelpers.setCode(token, code);
    },
    act: ({ profitSplitter, stranger }) => profitSplitter.connect(stranger).passOn(1),
    givers: async ({ profitSplitter, money }) => [{ from: profitSplitter, amount: investorsOf(money.profit) }],
    takers: ({ settled }) => [settled.token],
    withFee: async ({ hostile, settled, money }) => {
      const [held, amount] = [await hostile.balanceOf(await settled.token.getAddress()), investorsOf(money.profit)];
      return ["MoneyNotReceivedInFull", [await hostile.getAddress(), amount, held, held + amount - 1n]];
    },
  },
  {
    name: "a final division",
    through: ["FinalDivision.divide", "Contributions.surrender", "TownTreasury.surrender"],
    prepare: async (stage) => {
      // What is left of the members' pool, beside what they have earned.
      const { contributions, payer, hillside, money } = stage;
      await contributions.connect(payer).fund(hillside, money.profit / 11n, 4);
      await desert(stage);
    },
    act: ({ finalDivision, stranger, hillside }) => finalDivision.connect(stranger).divide(hillside),
    givers: async (stage) => [
      { from: stage.contributions, amount: await poolOf(stage) },
      { from: stage.townTreasury, amount: await stage.townTreasury.fundOf(stage.hillside) },
    ],
    takers: ({ finalDivision }) => [finalDivision],
    withFee: async (stage) => {
      const asked = (await stage.townTreasury.fundOf(stage.hillside)) + (await poolOf(stage));
      return ["MoneyNotReceivedInFull", [await stage.hostile.getAddress(), asked, 0n, asked - 2n]];
    },
  },
];

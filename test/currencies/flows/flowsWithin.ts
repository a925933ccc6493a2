import { networkHelpers } from "../../fixture/connection.ts";
import { DAY } from "../../fixture/willowmere.ts";
import { desert, type Stage } from "../stage.ts";
import type { FlowWithin } from "./Flow.ts";

const leftOf = ({ money }: Stage) => 110n * money.price;

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

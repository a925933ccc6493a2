import { LEAST_WEEKS } from "@one-small-town/core/rules/ProfitSplitter.ts";
import { authorizationOf } from "../../fixture/authorizationOf.ts";
import { ethers } from "../../fixture/connection.ts";
import { permitOf } from "../../fixture/permitOf.ts";
import { ACCOUNTS, type Stage } from "../stage.ts";
import type { FlowIn } from "./Flow.ts";

const SHARES = 5;
const NO_PERMIT = { deadline: 0, v: 27, r: ethers.ZeroHash, s: ethers.ZeroHash };

const purchase = {
  payer: ({ rosa }: Stage) => rosa,
  amount: ({ money }: Stage) => BigInt(SHARES) * money.price,
  takers: ({ shareOffering }: Stage) => [shareOffering],
};

const profit = {
  payer: ({ payer }: Stage) => payer,
  amount: ({ money }: Stage) => money.profit,
  takers: ({ profitSplitter, settled, contributions, townTreasury }: Stage) => [
    profitSplitter,
    settled.token,
    contributions,
    townTreasury,
  ],
};

const PASSED_ON = ["ProfitSplitter.handOver", "InvestorToken.deposit", "Contributions.fund", "TownTreasury.deposit"];

const donation = {
  payer: ({ payer }: Stage) => payer,
  amount: ({ money }: Stage) => money.profit / 3n,
  takers: ({ townTreasury }: Stage) => [townTreasury],
};

/** Every way in which money comes in. */
export const flowsIn: FlowIn[] = [
  {
    ...purchase,
    name: "a purchase of shares",
    through: ["ShareOffering.buy"],
    act: ({ shareOffering, rosa, live }) => shareOffering.connect(rosa).buy(live.offering, SHARES),
  },
  {
    ...purchase,
    name: "a purchase with a permit",
    through: ["ShareOffering.buyWithPermit"],
    by: "permit",
    prepare: (stage) => disallow(stage, stage.rosa, stage.shareOffering),
    act: async (stage) => {
      const { shareOffering, rosa, live } = stage;
      const permit = await permitIn(stage, rosa, shareOffering, purchase.amount(stage));
      return shareOffering.connect(rosa).buyWithPermit(live.offering, SHARES, permit);
    },
  },
  {
    ...purchase,
    name: "a purchase with an authorisation",
    through: ["ShareOffering.buyWithAuthorization"],
    by: "authorization",
    prepare: (stage) => disallow(stage, stage.rosa, stage.shareOffering),
    act: async (stage) => {
      const { shareOffering, rosa, live, stranger, hostile } = stage;
      const args = [live.offering, SHARES] as const;
      const authorization = await authorizationOf(hostile, {
        contract: shareOffering,
        method: "buyWithAuthorization",
        args,
        binds: [
          ["uint64", "uint96", "uint256", "uint32"],
          [live.business, live.terms.price, ...args],
        ],
        payer: rosa,
        value: purchase.amount(stage),
      });
      return shareOffering.connect(stranger).buyWithAuthorization(...args, authorization);
    },
  },
  {
    ...profit,
    name: "a deposit of profit",
    through: ["ProfitSplitter.deposit", ...PASSED_ON],
    act: ({ profitSplitter, payer, settled, money }) =>
      profitSplitter.connect(payer).deposit(settled.business, money.profit, LEAST_WEEKS, "2026 Q2", ACCOUNTS),
  },
  {
    ...profit,
    name: "a deposit with a permit",
    through: ["ProfitSplitter.depositWithPermit", ...PASSED_ON],
    by: "permit",
    prepare: (stage) => disallow(stage, stage.payer, stage.profitSplitter),
    act: async (stage) => {
      const { profitSplitter, payer, settled, money } = stage;
      const permit = await permitIn(stage, payer, profitSplitter, money.profit);
      const paying = profitSplitter.connect(payer);
      return paying.depositWithPermit(settled.business, money.profit, LEAST_WEEKS, "2026 Q2", ACCOUNTS, permit);
    },
  },
  {
    ...profit,
    name: "a deposit with an authorisation",
    through: ["ProfitSplitter.depositWithAuthorization", ...PASSED_ON],
    by: "authorization",
    prepare: (stage) => disallow(stage, stage.payer, stage.profitSplitter),
    act: async ({ profitSplitter, payer, settled, money, stranger, hostile }) => {
      const args = [settled.business, money.profit, LEAST_WEEKS, "2026 Q2", ACCOUNTS] as const;
      const agreement = { contract: profitSplitter, method: "depositWithAuthorization", args, payer };
      const authorization = await authorizationOf(hostile, { ...agreement, value: money.profit });
      return profitSplitter.connect(stranger).depositWithAuthorization(...args, authorization);
    },
  },
  {
    name: "a payment for the members",
    through: ["Contributions.fund"],
    act: ({ contributions, payer, hillside, money }) =>
      contributions.connect(payer).fund(hillside, money.profit / 7n, 1),
    payer: ({ payer }) => payer,
    amount: ({ money }) => money.profit / 7n,
    takers: ({ contributions }) => [contributions],
  },
  {
    ...donation,
    name: "a donation to the town fund",
    through: ["TownTreasury.donate"],
    act: ({ townTreasury, payer, hillside, money }) => townTreasury.connect(payer).donate(hillside, money.profit / 3n),
  },
  {
    ...donation,
    name: "a donation to the country office",
    through: ["TownTreasury.donateToOffice"],
    act: ({ townTreasury, payer, hillside, money }) =>
      townTreasury.connect(payer).donateToOffice(hillside, money.profit / 3n),
  },
];

type Payer = Parameters<Stage["hostile"]["connect"]>[0] & Parameters<typeof permitOf>[1];
type Taker = Parameters<typeof permitOf>[2];

/** The payer allows nothing any more, so that only a signature can; where there are no permits, allowances stay. */
async function disallow({ hostile, money }: Stage, payer: Payer, taker: Taker) {
  if (money.signs !== false) await hostile.connect(payer).approve(await taker.getAddress(), 0);
}

function permitIn({ hostile, money }: Stage, payer: Payer, taker: Taker, amount: bigint) {
  return money.signs === false ? NO_PERMIT : permitOf(hostile, payer, taker, amount);
}

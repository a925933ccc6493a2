import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { splitProfit } from "@one-small-town/core/profit/splitProfit.ts";
import { releaseTranche } from "@one-small-town/core/shares/steps.ts";
import type { ContractTransactionResponse } from "ethers";
import { send } from "../../../scripts/operator/send.ts";
import { signCancellation } from "../../fixture/cancellationOf.ts";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { DAY } from "../../fixture/willowmere.ts";
import type { FlowOfMany, FlowOut } from "./Flow.ts";
import { flowsOfMany } from "./flowsOfMany.ts";

/** Every way in which money goes out in one payment. */
export const flowsOut: FlowOut[] = [
  {
    name: "a cancellation",
    through: ["ShareOffering.cancel"],
    act: ({ shareOffering, quinn, live }) => shareOffering.connect(quinn).cancel(live.offering, 4),
    holder: ({ shareOffering }) => shareOffering,
    payments: ({ quinn, money }) => [{ to: quinn, amount: 4n * money.price }],
  },
  {
    name: "a signed cancellation",
    through: ["ShareOffering.cancelWithSignature"],
    act: async ({ shareOffering, stranger, quinn, live }) => {
      const deadline = BigInt((await networkHelpers.time.latest()) + DAY);
      const nonce = await shareOffering.nonces(quinn.address);
      const sale = { offering: live.offering, business: live.business, price: live.terms.price };
      const cancellation = { ...sale, shares: 4, holder: quinn.address, nonce, deadline };
      const signature = await signCancellation(shareOffering, quinn, cancellation);
      return shareOffering.connect(stranger).cancelWithSignature(cancellation, signature);
    },
    holder: ({ shareOffering }) => shareOffering,
    payments: ({ quinn, money }) => [{ to: quinn, amount: 4n * money.price }],
  },
  {
    name: "a release",
    through: ["Releases.release", "ShareOffering.payOut"],
    act: async ({ deployment, stranger, settled }) => {
      const receipt = await send(stranger, releaseTranche(deployment, settled.offering));
      return (await ethers.provider.getTransaction(receipt.hash)) as ContractTransactionResponse;
    },
    holder: ({ shareOffering }) => shareOffering,
    payments: ({ payout, money }) => [{ to: payout, amount: (110n * money.price) / 4n }],
  },
  {
    name: "a claim of dividends",
    through: ["InvestorToken.claim"],
    act: ({ settled, stranger, quinn }) => settled.token.connect(stranger).claim(quinn.address),
    holder: ({ settled }) => settled.token,
    payments: ({ quinn, money }) => {
      const { investors } = splitProfit(money.profit, deedPresets.thirds);
      return [{ to: quinn, amount: 60n * (investors / 110n) }];
    },
  },
  {
    name: "a spending of the town fund",
    through: ["TownTreasury.execute"],
    act: ({ townTreasury, stranger }) => townTreasury.connect(stranger).execute(1),
    holder: ({ townTreasury }) => townTreasury,
    payments: ({ payout, spent }) => [{ to: payout, amount: spent }],
  },
  {
    name: "a spending of the country office",
    through: ["TownTreasury.execute"],
    act: ({ townTreasury, stranger }) => townTreasury.connect(stranger).execute(2),
    holder: ({ townTreasury }) => townTreasury,
    payments: ({ payout, spent }) => [{ to: payout, amount: spent }],
  },
  ...flowsOfMany.map(keptOf),
];

/** Of what such a flow kept while the currency was out of order, the first payment. */
function keptOf({ name, keptThrough, prepare, act, holder, payments, claimKept }: FlowOfMany): FlowOut {
  return {
    name: `the first that was kept of ${name}`,
    through: [keptThrough],
    prepare: async (stage) => {
      await prepare?.(stage);
      const currency = await stage.hostile.getAddress();
      const code = await ethers.provider.getCode(currency);
      await networkHelpers.setCode(currency, ALWAYS_REVERTS);
      try {
        await act(stage);
      } finally {
        await networkHelpers.setCode(currency, code);
      }
    },
    act: (stage) => claimKept(stage, 0),
    holder,
    payments: (stage) => payments(stage).slice(0, 1),
  };
}

// PUSH1 0, PUSH1 0, REVERT.
const ALWAYS_REVERTS = "0x60006000fd";

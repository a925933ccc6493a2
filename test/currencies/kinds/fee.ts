import { expect } from "chai";
import type { FeeDollar } from "../../../types/ethers-contracts/index.js";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { holdingsOf } from "../booksOf.ts";
import { expectPaid } from "../expectMoved.ts";
import { expectRefused } from "../expectRefused.ts";
import type { Flow, FlowIn, FlowOut } from "../flows/Flow.ts";
import { DOLLARS, type Stage, stageOn, stageWithoutMoneyOn } from "../stage.ts";
import type { Kind, Promised } from "./Kind.ts";

const money = { contract: "FeeDollar", ...DOLLARS };
const honest = stageOn(money);
const poor = stageWithoutMoneyOn(money);

/** The currency's issuer switches a fee of one unit on, after what has to happen first. */
async function withFee(stage: () => Promise<Stage>, { prepare }: Pick<Flow, "prepare">) {
  const town = await networkHelpers.loadFixture(stage);
  await prepare?.(town);
  const currency = (await ethers.getContractAt("FeeDollar", await town.hostile.getAddress())) as unknown;
  await (currency as FeeDollar).setFee(1);
  return town;
}

async function expectNotReceived(town: Stage, flow: FlowIn) {
  const { hostile, profitSplitter } = town;
  const [taker] = flow.takers(town);
  const held = await hostile.balanceOf((await taker?.getAddress()) ?? "");
  const amount = flow.amount(town);
  const args = [await hostile.getAddress(), amount, held, held + amount - 1n];
  await expectRefused(town, flow, [profitSplitter, "MoneyNotReceivedInFull", ...args]);
}

const pays = (flow: FlowOut): Promised[] => [
  [
    "pays from the books in full, and the fee is the receiver's",
    async () => expectPaid(await withFee(honest, flow), flow, 1n),
  ],
];

const hasNothing = (flow: Flow): Promised[] => [
  [
    "has nothing to move, as nothing could come in",
    async () => {
      const town = await withFee(poor, {});
      const before = await holdingsOf(town);

      await Promise.resolve(flow.prepare?.(town))
        .then(() => flow.act(town))
        .catch(() => undefined);

      expect(Object.values(before)).to.deep.equal(Object.values(before).map(() => 0n));
      expect(await holdingsOf(town)).to.deep.equal(before);
    },
  ],
];

/** Currencies that keep a unit of every transfer, from the beginning or from now on. */
export const fee: Kind[] = [
  {
    name: "a currency that keeps a unit of every transfer from the beginning",
    in: (flow) => [
      [
        "refuses it with MoneyNotReceivedInFull, and changes nothing",
        async () => expectNotReceived(await withFee(poor, flow), flow),
      ],
    ],
    within: hasNothing,
    out: hasNothing,
    ofMany: hasNothing,
  },
  {
    name: "a currency that starts to keep a unit of every transfer",
    in: (flow) => [
      [
        "refuses it with MoneyNotReceivedInFull, and changes nothing",
        async () => expectNotReceived(await withFee(honest, flow), flow),
      ],
    ],
    within: (flow) => [
      [
        "refuses it, and changes nothing",
        async () => {
          const town = await withFee(honest, flow);
          const [error, args] = await flow.withFee(town);
          const errors = error === "ERC20InsufficientBalance" ? town.hostile : town.finalDivision;
          await expectRefused(town, flow, [errors, error, ...args]);
        },
      ],
    ],
    out: pays,
    ofMany: pays,
  },
];

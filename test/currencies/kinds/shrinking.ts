import { expect } from "chai";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { booksOf } from "../booksOf.ts";
import { expectKept, expectKeptPaid } from "../expectKept.ts";
import { expectPaid, expectPassedOn, expectTaken } from "../expectMoved.ts";
import { expectRefused } from "../expectRefused.ts";
import type { Flow } from "../flows/Flow.ts";
import { DOLLARS, type Stage, stageOn } from "../stage.ts";
import type { Kind } from "./Kind.ts";

const honest = stageOn({ contract: "ShrinkingDollar", ...DOLLARS });

type Holder = { getAddress: () => Promise<string> };

/** After what has to happen first, everybody loses half of the currency; no books change by that. */
async function halved({ prepare }: Flow) {
  const town = await networkHelpers.loadFixture(honest);
  await prepare?.(town);
  const before = await booksOf(town);
  await halve(town);
  expect(await booksOf(town)).to.deep.equal(before);
  return town;
}

async function halve({ hostile }: Stage) {
  const currency = await ethers.getContractAt("ShrinkingDollar", await hostile.getAddress());
  await currency.halve();
}

/** Everybody loses half again and again, until the holder has less than an amount. */
async function drain(town: Stage, holder: Holder, amount: bigint) {
  while ((await town.hostile.balanceOf(await holder.getAddress())) >= amount) await halve(town);
}

/** Somebody gives the holder what is missing of an amount. */
async function fill({ hostile }: Stage, holder: Holder, amount: bigint) {
  const address = await holder.getAddress();
  await hostile.mint(address, amount - (await hostile.balanceOf(address)));
}

async function expectTooLittle(town: Stage, flow: Flow, holder: Holder, amount: bigint) {
  const address = await holder.getAddress();
  const held = await town.hostile.balanceOf(address);
  expect(held).to.be.below(amount);
  await expectRefused(town, flow, [town.hostile, "ERC20InsufficientBalance", address, held, amount]);
}

/** A currency whose balances shrink: what is missing is missing to who comes last, and their claim stays whole. */
export const shrinking: Kind = {
  name: "a currency whose balances shrink",
  in: (flow) => [["still takes exactly the amount", async () => expectTaken(await halved(flow), flow)]],
  within: (flow) => [
    [
      "refuses it while any giver has too little, changes nothing, and moves it all when what was missing is there",
      async () => {
        const town = await halved(flow);
        const givers = await flow.givers(town);
        for (const { from, amount } of givers) await drain(town, from, amount);
        for (const { from, amount } of givers) {
          await expectTooLittle(town, flow, from, amount);
          await fill(town, from, amount);
        }
        await expectPassedOn(town, flow);
      },
    ],
  ],
  out: (flow) => [
    [
      "refuses it while the contract has too little, changes nothing, and pays in full when just enough is there",
      async () => {
        const town = await halved(flow);
        const holder = flow.holder(town);
        const amount = flow.payments(town)[0]?.amount ?? 0n;
        await drain(town, holder, amount);
        await expectTooLittle(town, flow, holder, amount);
        await fill(town, holder, amount);
        await expectPaid(town, flow);
      },
    ],
  ],
  ofMany: (flow) => [
    [
      "pays the first while there is enough, and keeps all of what it cannot pay until what was missing is there",
      async () => {
        const town = await halved(flow);
        const holder = flow.holder(town);
        const [first, ...others] = flow.payments(town).map(({ amount }) => amount);
        await drain(town, holder, first ?? 0n);
        await fill(town, holder, first ?? 0n);
        await expectKept(town, flow, (i) => i === 0);
        for (const [i, amount] of others.entries()) {
          await expectTooLittle(town, { ...flow, act: () => flow.claimKept(town, i + 1) }, holder, amount);
          await fill(town, holder, amount);
          await expectKeptPaid(town, flow, i + 1);
        }
      },
    ],
  ],
};

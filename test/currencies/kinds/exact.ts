import { expect } from "chai";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { stateOf } from "../booksOf.ts";
import { expectPaid, expectPassedOn, expectTaken } from "../expectMoved.ts";
import type { FlowIn, FlowOut, FlowWithin } from "../flows/Flow.ts";
import { DOLLARS, type Money, stageOn } from "../stage.ts";
import type { Kind, Promised } from "./Kind.ts";

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
  ["no return values", { contract: "SilentDollar", signs: false, ...DOLLARS }],
  ["a fee that is off", { contract: "FeeDollar", ...DOLLARS }],
  ["a refusal that is off", { contract: "RefusingDollar", ...DOLLARS }],
];

/** Currencies that move exactly what they are told to, whatever they look like. */
export const exact: Kind[] = currencies.map(([name, money]) => kindOf(`a currency with ${name}`, money));

function kindOf(name: string, money: Money): Kind {
  const stage = stageOn(money);
  const pays = (flow: FlowOut) => promise("pays exactly the amount", flow, expectPaid);
  return {
    name,
    in: (flow) => {
      if (flow.by === "authorization" && money.signs === false) {
        return promise("refuses it, as the currency takes none, and changes nothing", flow, expectUnknown);
      }
      return promise("takes exactly the amount", flow, expectTaken);
    },
    within: (flow: FlowWithin) => promise("moves the money, and none in or out", flow, expectPassedOn),
    out: pays,
    ofMany: pays,
  };

  function promise<Flow extends FlowIn | FlowWithin | FlowOut>(
    what: string,
    flow: Flow,
    check: (town: Awaited<ReturnType<typeof stage>>, flow: Flow) => Promise<void>,
  ): Promised[] {
    const test = async () => {
      const town = await networkHelpers.loadFixture(stage);
      await flow.prepare?.(town);
      await check(town, flow);
    };
    return [[what, test]];
  }
}

async function expectUnknown(town: Awaited<ReturnType<ReturnType<typeof stageOn>>>, { act }: FlowIn) {
  const before = await stateOf(town);

  await expect(act(town)).to.be.revertedWithoutReason(ethers);

  expect(await stateOf(town)).to.deep.equal(before);
}

import { expect } from "chai";
import type { ReentrantDollar } from "../../types/ethers-contracts/index.js";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { ELSEWHERE } from "../fixture/willowmere.ts";
import { flowsIn } from "./flows/flowsIn.ts";
import { flowsOfMany } from "./flows/flowsOfMany.ts";
import { flowsOut } from "./flows/flowsOut.ts";
import { flowsWithin } from "./flows/flowsWithin.ts";
import { DOLLARS, type Stage, stageOn } from "./stage.ts";

type View = (town: Stage) => [target: { getAddress: () => Promise<string> }, call: string];

const flows = [...flowsIn, ...flowsWithin, ...flowsOut, ...flowsOfMany];
const stage = stageOn({ contract: "ReentrantDollar", ...DOLLARS });

const escrow: View = ({ shareOffering, settled }) => [
  shareOffering,
  shareOffering.interface.encodeFunctionData("releasedOf", [settled.offering]),
];
const pool: View = ({ contributions, hillside }) => [
  contributions,
  contributions.interface.encodeFunctionData("poolOf", [hillside]),
];
const fund: View = ({ townTreasury, hillside }) => [
  townTreasury,
  townTreasury.interface.encodeFunctionData("fundOf", [hillside]),
];

const office: View = ({ townTreasury, hostile }) => [
  townTreasury,
  townTreasury.interface.encodeFunctionData("officeOf", [ELSEWHERE, hostile.target]),
];

function stateOf(spending: number): View {
  return ({ townTreasury }) => [townTreasury, townTreasury.interface.encodeFunctionData("stateOf", [spending])];
}

function sharesOf(sale: "live" | "failed", holder: "quinn" | "rosa"): View {
  return (town) => [
    town[sale].token,
    town[sale].token.interface.encodeFunctionData("balanceOf", [town[holder].address]),
  ];
}

/** What each movement of money changes, as a view tells it. */
const changes: Record<string, Record<string, View>> = {
  "a purchase of shares": { "the buyer's shares": sharesOf("live", "rosa") },
  "a purchase with a permit": { "the buyer's shares": sharesOf("live", "rosa") },
  "a purchase with an authorisation": { "the buyer's shares": sharesOf("live", "rosa") },
  "a payment for the members": { "the members' pool": pool },
  "a donation to the town fund": { "the town fund": fund },
  "a donation to the country office": {
    "the office's fund": office,
  },
  "a wind-up": { "what has left escrow": escrow },
  "a final division": { "the members' pool": pool },
  "a cancellation": { "the holder's shares": sharesOf("live", "quinn") },
  "a signed cancellation": { "the holder's shares": sharesOf("live", "quinn") },
  "a release": {
    "what has left escrow": escrow,
    "the next tranche": ({ releases, settled }) => [
      releases,
      releases.interface.encodeFunctionData("progressOf", [settled.offering]),
    ],
    "what is asked for": ({ releases, settled }) => [
      releases,
      releases.interface.encodeFunctionData("requestOf", [settled.offering]),
    ],
  },
  "a claim of dividends": {
    "the holder's dividends": ({ settled, quinn }) => [
      settled.token,
      settled.token.interface.encodeFunctionData("claimable", [quinn.address]),
    ],
  },
  "a spending of the town fund": {
    "the town fund": fund,
    "the spending's state": stateOf(1),
  },
  "a spending of the country office": { "the office's fund": office, "the spending's state": stateOf(2) },
  refunds: { "the holder's shares": sharesOf("failed", "quinn") },
  "claims of cash": {
    "the timesheets paid for": ({ contributions, hillside }) => [
      contributions,
      contributions.interface.encodeFunctionData("claimedUpTo", [hillside, 1]),
    ],
  },
  "parts of a final division": {
    "the parts paid": ({ finalDivision }) => [
      finalDivision,
      finalDivision.interface.encodeFunctionData("isPaid", [1, 1]),
    ],
  },
  "the first that was kept of refunds": {
    "what is kept": ({ shareOffering, failed, quinn }) => [
      shareOffering,
      shareOffering.interface.encodeFunctionData("keptOf", [failed.offering, quinn.address]),
    ],
  },
  "the first that was kept of claims of cash": {
    "what is kept": ({ contributions, hillside }) => [
      contributions,
      contributions.interface.encodeFunctionData("keptOf", [hillside, 1]),
    ],
  },
  "the first that was kept of parts of a final division": {
    "what is kept": ({ finalDivision, hillside }) => [
      finalDivision,
      finalDivision.interface.encodeFunctionData("keptOf", [hillside, 1]),
    ],
  },
};

/** What the currency is told when it asks in the middle is what everybody is told afterwards, and not before. */
async function expectUpToDate(town: Stage, encode: View, act: () => Promise<unknown>) {
  const [target, data] = encode(town);
  const to = await target.getAddress();
  const before = await ethers.provider.call({ to, data });
  const looking = (await ethers.getContractAt("ReentrantDollar", await town.hostile.getAddress())) as unknown;
  await (looking as ReentrantDollar).arm(to, data);

  await act();

  const after = await ethers.provider.call({ to, data });
  expect(after).to.not.equal(before);
  expect(await (looking as ReentrantDollar).answer()).to.equal(after);
}

describe("currencies", () => {
  describe("given a currency that looks around in the middle of a transfer", () => {
    for (const { name, prepare, act } of flows) {
      for (const [what, encode] of Object.entries(changes[name] ?? {})) {
        it(`finds ${what} up to date within ${name}`, async () => {
          const town = await networkHelpers.loadFixture(stage);
          await prepare?.(town);

          await expectUpToDate(town, encode, () => act(town));
        });
      }
    }

    it("looks in every flow but the splitter's, which keeps nothing between two calls", () => {
      const others = flows.filter(({ through }) => !through.some((one) => one.startsWith("ProfitSplitter.")));

      expect(Object.keys(changes).sort()).to.deep.equal(others.map(({ name }) => name).sort());
    });
  });
});

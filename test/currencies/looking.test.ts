import { expect } from "chai";
import type { ReentrantDollar } from "../../types/ethers-contracts/index.js";
import { becomes } from "../fixture/becomes.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { ELSEWHERE } from "../fixture/willowmere.ts";
import { places, placesOfMany } from "./places.ts";
import { DOLLARS, type Stage, stageOn } from "./stage.ts";

type View = (town: Stage) => [target: { getAddress: () => Promise<string> }, call: string];

const stage = stageOn({ contract: "ReentrantDollar", ...DOLLARS });

const escrow: View = ({ shareOffering, settled }) => [
  shareOffering,
  shareOffering.interface.encodeFunctionData("escrowOf", [settled.offering]),
];
const pool: View = ({ contributions, hillside }) => [
  contributions,
  contributions.interface.encodeFunctionData("poolOf", [hillside]),
];
const fund: View = ({ townTreasury, hillside }) => [
  townTreasury,
  townTreasury.interface.encodeFunctionData("fundOf", [hillside]),
];

function sharesOf(sale: "live" | "failed", holder: "quinn" | "rosa"): View {
  return (town) => [
    town[sale].token,
    town[sale].token.interface.encodeFunctionData("balanceOf", [town[holder].address]),
  ];
}

/** What each movement of money changes, as a view tells it. A deposit of profit changes nothing of the splitter's own. */
const changes: Record<string, Record<string, View>> = {
  "a purchase of shares": {
    "the buyer's shares": sharesOf("live", "rosa"),
  },
  "a payment for the members": { "the members' pool": pool },
  "a donation to the town fund": { "the town fund": fund },
  "a donation to the country office": {
    "the office's fund": ({ townTreasury, hostile }) => [
      townTreasury,
      townTreasury.interface.encodeFunctionData("officeOf", [ELSEWHERE, hostile.target]),
    ],
  },
  "a wind-up": { "what is left in escrow": escrow },
  "a final division": { "the members' pool": pool },
  "a cancellation": {
    "the holder's shares": sharesOf("live", "quinn"),
  },
  "a release": {
    "what is left in escrow": escrow,
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
    "the spending's state": ({ townTreasury }) => [
      townTreasury,
      townTreasury.interface.encodeFunctionData("stateOf", [1]),
    ],
  },
  refunds: {
    "the holder's shares": sharesOf("failed", "quinn"),
  },
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
};

/** What is kept of the first payment that was refused. */
const kept: Record<string, View> = {
  refunds: ({ shareOffering, failed, quinn }) => [
    shareOffering,
    shareOffering.interface.encodeFunctionData("keptOf", [failed.offering, quinn.address]),
  ],
  "claims of cash": ({ contributions, hillside }) => [
    contributions,
    contributions.interface.encodeFunctionData("keptOf", [hillside, 1]),
  ],
  "parts of a final division": ({ finalDivision, hillside }) => [
    finalDivision,
    finalDivision.interface.encodeFunctionData("keptOf", [hillside, 1]),
  ],
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
    for (const { name, prepare, act } of places) {
      for (const [what, encode] of Object.entries(changes[name] ?? {})) {
        it(`finds ${what} up to date within ${name}`, async () => {
          const town = await networkHelpers.loadFixture(stage);
          await prepare?.(town);

          await expectUpToDate(town, encode, () => act(town));
        });
      }
    }

    for (const { name, prepare, act, payments, claimKept } of placesOfMany) {
      it(`finds what is kept up to date within its payment, after ${name} were refused`, async () => {
        const town = await networkHelpers.loadFixture(stage);
        await prepare?.(town);
        const refuser = await becomes(town.hostile, "RefusingDollar");
        const [first] = payments(town);
        await refuser.refuse(first?.to.address ?? "", true);
        await act(town);
        await refuser.refuse(first?.to.address ?? "", false);
        await becomes(town.hostile, "ReentrantDollar");

        await expectUpToDate(town, kept[name] as View, () => claimKept(town, 0));
      });
    }
  });
});

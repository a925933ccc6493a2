import { expect } from "chai";
import type { ReentrantDollar } from "../../types/ethers-contracts/index.js";
import { acting } from "../fixture/acting.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { booksOf, holdingsOf } from "./booksOf.ts";
import { places } from "./places.ts";
import { ACCOUNTS, DOLLARS, type Stage, stageOn } from "./stage.ts";

const stage = stageOn({ contract: "ReentrantDollar", ...DOLLARS });

/** The calls that a currency may try in the middle of a transfer, whatever the transfer is for. */
const attempts: Record<string, (town: Stage) => [target: { getAddress: () => Promise<string> }, call: string]> = {
  buy: ({ shareOffering, live }) => [
    shareOffering,
    shareOffering.interface.encodeFunctionData("buy", [live.offering, 1]),
  ],
  cancel: ({ shareOffering, live }) => [
    shareOffering,
    shareOffering.interface.encodeFunctionData("cancel", [live.offering, 1]),
  ],
  refund: ({ shareOffering, failed, quinn, rosa }) => [
    shareOffering,
    shareOffering.interface.encodeFunctionData("refund", [failed.offering, [quinn.address, rosa.address]]),
  ],
  "claim of dividends": ({ settled, quinn }) => [
    settled.token,
    settled.token.interface.encodeFunctionData("claim", [quinn.address]),
  ],
  fund: ({ contributions, hillside }) => [
    contributions,
    contributions.interface.encodeFunctionData("fund", [hillside, 1, 1]),
  ],
  "claim of cash": ({ contributions, hillside }) => [
    contributions,
    contributions.interface.encodeFunctionData("claim", [hillside, [1, 2, 4], 1]),
  ],
  "wind-up": ({ releases, settled }) => [
    releases,
    releases.interface.encodeFunctionData("payWindUp", [settled.offering]),
  ],
  donation: ({ townTreasury, hillside }) => [
    townTreasury,
    townTreasury.interface.encodeFunctionData("donate", [hillside, 1]),
  ],
  spending: ({ townTreasury }) => [townTreasury, townTreasury.interface.encodeFunctionData("execute", [1])],
  "final division": ({ finalDivision, hillside }) => [
    finalDivision,
    finalDivision.interface.encodeFunctionData("divide", [hillside]),
  ],
  "claim of parts": ({ finalDivision }) => [
    finalDivision,
    finalDivision.interface.encodeFunctionData("claim", [1, [1, 2, 4]]),
  ],
  deposit: ({ profitSplitter, settled }) => [
    profitSplitter,
    profitSplitter.interface.encodeFunctionData("deposit", [settled.business, 1, 1, "again", ACCOUNTS]),
  ],
};

/** Which attempt has the same guard as the place it is made in. */
const guarded: Record<string, string[]> = {
  "a purchase of shares": ["buy", "cancel", "refund"],
  "a deposit of profit": ["deposit"],
  "a payment for the members": ["fund", "claim of cash"],
  "a donation to the town fund": ["donation", "spending"],
  "a donation to the country office": ["donation", "spending"],
  "a spending of the town fund": ["donation", "spending"],
  "a wind-up": ["buy", "cancel", "refund", "wind-up"],
  "a final division": ["fund", "claim of cash", "final division", "claim of parts"],
  "parts of a final division": ["final division", "claim of parts"],
  "a cancellation": ["buy", "cancel", "refund"],
  "a release": ["buy", "cancel", "refund"],
  "a claim of dividends": ["claim of dividends"],
  refunds: ["buy", "cancel", "refund"],
  "claims of cash": ["fund", "claim of cash"],
};

describe("currencies", () => {
  describe("given a currency that calls back in the middle of a transfer", () => {
    for (const { name, prepare, act } of places) {
      for (const [attempt, encode] of Object.entries(attempts)) {
        const isGuarded = guarded[name]?.includes(attempt) ?? false;

        it(`${isGuarded ? "refuses" : "is not shaken by"} a ${attempt} within ${name}`, async () => {
          const town = await networkHelpers.loadFixture(stage);
          await prepare?.(town);
          const [target, call] = encode(town);
          const to = await target.getAddress();
          const attemptAlone = async () => {
            const currency = await acting(town.hostile);
            await currency.sendTransaction({ to, data: call }).catch(() => undefined);
          };
          const stateAfter = async (...steps: (() => Promise<unknown>)[]) => {
            const snapshot = await networkHelpers.takeSnapshot();
            for (const step of steps) await step();
            const state = [await booksOf(town), await holdingsOf(town)];
            await snapshot.restore();
            return state;
          };
          const expected = isGuarded
            ? [await stateAfter(() => act(town))]
            : [await stateAfter(() => act(town), attemptAlone), await stateAfter(attemptAlone, () => act(town))];
          const calling = (await ethers.getContractAt("ReentrantDollar", await town.hostile.getAddress())) as unknown;
          await (calling as ReentrantDollar).arm(to, call);

          await act(town);

          // Another contract does within the transfer what it would do before or after; the same one nothing at all.
          expect(expected).to.deep.include([await booksOf(town), await holdingsOf(town)]);
          if (!isGuarded) return;
          const answer = await (calling as ReentrantDollar).answer();
          expect(town.shareOffering.interface.parseError(answer)?.name).to.equal("ReentrancyGuardReentrantCall");
        });
      }
    }
  });
});

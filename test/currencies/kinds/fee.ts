import { expect } from "chai";
import type { FeeDollar } from "../../../types/ethers-contracts/index.js";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { holdingsOf } from "../booksOf.ts";
import { expectPaid } from "../expectMoved.ts";
import { expectRefused } from "../expectRefused.ts";
import type { Place, PlaceIn, PlaceOut } from "../places/Place.ts";
import { DOLLARS, type Stage, stageOn, stageWithoutMoneyOn } from "../stage.ts";
import type { Kind, Promised } from "./Kind.ts";

const money = { contract: "FeeDollar", ...DOLLARS };
const honest = stageOn(money);
const poor = stageWithoutMoneyOn(money);

/** The currency's issuer switches a fee of one unit on, after what has to happen first. */
async function withFee(stage: () => Promise<Stage>, { prepare }: Pick<Place, "prepare">) {
  const town = await networkHelpers.loadFixture(stage);
  await prepare?.(town);
  const currency = (await ethers.getContractAt("FeeDollar", await town.hostile.getAddress())) as unknown;
  await (currency as FeeDollar).setFee(1);
  return town;
}

async function expectNotReceived(town: Stage, place: PlaceIn) {
  const { hostile, profitSplitter } = town;
  const [taker] = place.takers(town);
  const held = await hostile.balanceOf((await taker?.getAddress()) ?? "");
  const amount = place.amount(town);
  const args = [await hostile.getAddress(), amount, held, held + amount - 1n];
  await expectRefused(town, place, [profitSplitter, "MoneyNotReceivedInFull", ...args]);
}

const pays = (place: PlaceOut): Promised[] => [
  [
    "pays from the books in full, and the fee is the receiver's",
    async () => expectPaid(await withFee(honest, place), place, 1n),
  ],
];

const hasNothing = (place: Place): Promised[] => [
  [
    "has nothing to move, as nothing could come in",
    async () => {
      const town = await withFee(poor, {});
      const before = await holdingsOf(town);

      await Promise.resolve(place.prepare?.(town))
        .then(() => place.act(town))
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
    in: (place) => [
      [
        "refuses it with MoneyNotReceivedInFull, and changes nothing",
        async () => expectNotReceived(await withFee(poor, place), place),
      ],
    ],
    within: hasNothing,
    out: hasNothing,
    ofMany: hasNothing,
  },
  {
    name: "a currency that starts to keep a unit of every transfer",
    in: (place) => [
      [
        "refuses it with MoneyNotReceivedInFull, and changes nothing",
        async () => expectNotReceived(await withFee(honest, place), place),
      ],
    ],
    within: (place) => [
      [
        "refuses it, and changes nothing",
        async () => {
          const town = await withFee(honest, place);
          const [error, args] = await place.withFee(town);
          const errors = error === "ERC20InsufficientBalance" ? town.hostile : town.finalDivision;
          await expectRefused(town, place, [errors, error, ...args]);
        },
      ],
    ],
    out: pays,
    ofMany: pays,
  },
];

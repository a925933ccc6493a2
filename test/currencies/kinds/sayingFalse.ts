import { expect } from "chai";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { stateOf } from "../booksOf.ts";
import { expectKept, expectKeptPaid } from "../expectKept.ts";
import { expectPaid, expectPassedOn, expectTaken } from "../expectMoved.ts";
import { expectRefused } from "../expectRefused.ts";
import type { Place, PlaceIn } from "../places/Place.ts";
import { DOLLARS, type Stage, stageOn } from "../stage.ts";
import type { Kind, Promised } from "./Kind.ts";

const honest = stageOn({ contract: "FalseDollar", ...DOLLARS });

/** After what has to happen first, every transfer says false and moves nothing. */
async function saysFalse({ prepare }: Place) {
  const town = await networkHelpers.loadFixture(honest);
  await prepare?.(town);
  await switchedIn(town, true);
  return town;
}

async function switchedIn({ hostile }: Stage, fails: boolean) {
  const currency = await ethers.getContractAt("FalseDollar", await hostile.getAddress());
  await currency.setFails(fails);
}

function refuses<P extends Place>(place: P, works: (town: Stage, place: P) => Promise<void>): Promised[] {
  const test = async () => {
    const town = await saysFalse(place);
    const currency = await town.hostile.getAddress();
    await expectRefused(town, place, [town.shareOffering, "SafeERC20FailedOperation", currency]);
    await switchedIn(town, false);
    await works(town, place);
  };
  return [["refuses it with SafeERC20FailedOperation, changes nothing, and takes it up again afterwards", test]];
}

/** An authorisation says neither true nor false: only the balances tell. */
function refusesUnreceived(place: PlaceIn): Promised[] {
  const test = async () => {
    const town = await saysFalse(place);
    const { hostile, shareOffering } = town;
    const [taker] = place.takers(town);
    const held = await hostile.balanceOf((await taker?.getAddress()) ?? "");
    const args = [await hostile.getAddress(), place.amount(town), held, held];
    await expectRefused(town, place, [shareOffering, "MoneyNotReceivedInFull", ...args]);
    await switchedIn(town, false);
    await expectTaken(town, place);
  };
  return [["refuses it with MoneyNotReceivedInFull, changes nothing, and takes it up again afterwards", test]];
}

/** A currency that says false instead of reverting. */
export const sayingFalse: Kind = {
  name: "a currency that starts to say false instead of reverting",
  in: (place) => (place.by === "authorization" ? refusesUnreceived(place) : refuses(place, expectTaken)),
  within: (place) => refuses(place, expectPassedOn),
  out: (place) => refuses(place, expectPaid),
  ofMany: (place) => [
    [
      "keeps all of it, and pays each of them once when the currency works again",
      async () => {
        const town = await saysFalse(place);
        await expectKept(town, place, () => false);
        const kept = await stateOf(town);
        await expect(place.claimKept(town, 0)).to.be.revertedWithCustomError(
          town.shareOffering,
          "SafeERC20FailedOperation",
        );
        expect(await stateOf(town)).to.deep.equal(kept);

        await switchedIn(town, false);
        for (const i of place.payments(town).keys()) await expectKeptPaid(town, place, i);
        const paid = await stateOf(town);
        await place.act(town);
        expect(await stateOf(town)).to.deep.equal(paid);
      },
    ],
  ],
};

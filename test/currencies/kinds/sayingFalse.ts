import { expect } from "chai";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { stateOf } from "../booksOf.ts";
import { expectKept, expectKeptPaid } from "../expectKept.ts";
import { expectPaid, expectPassedOn, expectTaken } from "../expectMoved.ts";
import { expectRefused } from "../expectRefused.ts";
import type { Flow, FlowIn } from "../flows/Flow.ts";
import { DOLLARS, type Stage, stageOn } from "../stage.ts";
import type { Kind, Promised } from "./Kind.ts";

const honest = stageOn({ contract: "FalseDollar", ...DOLLARS });

/** After what has to happen first, every transfer says false and moves nothing. */
async function saysFalse({ prepare }: Flow) {
  const town = await networkHelpers.loadFixture(honest);
  await prepare?.(town);
  await switchedIn(town, true);
  return town;
}

async function switchedIn({ hostile }: Stage, fails: boolean) {
  const currency = await ethers.getContractAt("FalseDollar", await hostile.getAddress());
  await currency.setFails(fails);
}

function refuses<P extends Flow>(flow: P, works: (town: Stage, flow: P) => Promise<void>): Promised[] {
  const test = async () => {
    const town = await saysFalse(flow);
    const currency = await town.hostile.getAddress();
    await expectRefused(town, flow, [town.shareOffering, "SafeERC20FailedOperation", currency]);
    await switchedIn(town, false);
    await works(town, flow);
  };
  return [["refuses it with SafeERC20FailedOperation, changes nothing, and takes it up again afterwards", test]];
}

/** An authorisation says neither true nor false: only the balances tell. */
function refusesUnreceived(flow: FlowIn): Promised[] {
  const test = async () => {
    const town = await saysFalse(flow);
    const { hostile, shareOffering } = town;
    const [taker] = flow.takers(town);
    const held = await hostile.balanceOf((await taker?.getAddress()) ?? "");
    const args = [await hostile.getAddress(), flow.amount(town), held, held];
    await expectRefused(town, flow, [shareOffering, "MoneyNotReceivedInFull", ...args]);
    await switchedIn(town, false);
    await expectTaken(town, flow);
  };
  return [["refuses it with MoneyNotReceivedInFull, changes nothing, and takes it up again afterwards", test]];
}

/** A currency that says false instead of reverting. */
export const sayingFalse: Kind = {
  name: "a currency that starts to say false instead of reverting",
  in: (flow) => (flow.by === "authorization" ? refusesUnreceived(flow) : refuses(flow, expectTaken)),
  within: (flow) => refuses(flow, expectPassedOn),
  out: (flow) => refuses(flow, expectPaid),
  ofMany: (flow) => [
    [
      "keeps all of it, and pays each of them once when the currency works again",
      async () => {
        const town = await saysFalse(flow);
        await expectKept(town, flow, () => false);
        const before = await stateOf(town);
        await expect(flow.claimKept(town, 0)).to.be.revertedWithCustomError(
          town.shareOffering,
          "SafeERC20FailedOperation",
        );
        expect(await stateOf(town)).to.deep.equal(before);

        await switchedIn(town, false);
        for (const i of flow.payments(town).keys()) await expectKeptPaid(town, flow, i);
        const paid = await stateOf(town);
        await flow.act(town);
        expect(await stateOf(town)).to.deep.equal(paid);
      },
    ],
  ],
};

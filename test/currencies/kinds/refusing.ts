import { expect } from "chai";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { expectKept, expectKeptPaid } from "../expectKept.ts";
import { expectPaid, expectPassedOn, expectTaken } from "../expectMoved.ts";
import { expectRefused } from "../expectRefused.ts";
import type { Flow, FlowIn, FlowOfMany } from "../flows/Flow.ts";
import { DOLLARS, type Stage, stageOn } from "../stage.ts";
import type { Kind, Promised } from "./Kind.ts";

const honest = stageOn({ contract: "RefusingDollar", ...DOLLARS });

async function refuse({ hostile }: Stage, wallet: string, refused = true) {
  const currency = await ethers.getContractAt("RefusingDollar", await hostile.getAddress());
  await currency.refuse(wallet, refused);
}

async function prepared({ prepare }: Flow) {
  const town = await networkHelpers.loadFixture(honest);
  await prepare?.(town);
  return town;
}

type Party = (town: Stage) => Promise<{ address: string; sends?: true }>;

/** Whoever of a flow the currency refuses, nothing happens; and it works as soon as they are accepted again. */
function refuses<P extends Flow>(
  flow: P,
  parties: Record<string, Party>,
  works: (town: Stage, flow: P) => Promise<void>,
): Promised[] {
  return Object.entries(parties).map(([who, party]) => {
    const test = async () => {
      const town = await prepared(flow);
      const { address, sends } = await party(town);
      await refuse(town, address);
      const error = sends === true ? "ERC20InvalidSender" : "ERC20InvalidReceiver";
      await expectRefused(town, flow, [town.hostile, error, address]);
      await refuse(town, address, false);
      await works(town, flow);
    };
    return [`refuses it when ${who} is refused, changes nothing, and works when it is accepted again`, test];
  });
}

function keepsFor(flow: FlowOfMany, refused: number): Promised {
  const test = async () => {
    const town = await prepared(flow);
    const address = flow.payments(town)[refused]?.to.address ?? "";
    await refuse(town, address);
    await expectKept(town, flow, (i) => i !== refused);
    await expect(flow.claimKept(town, refused))
      .to.be.revertedWithCustomError(town.hostile, "ERC20InvalidReceiver")
      .withArgs(address);
    expect((await flow.kept(town))[refused]).to.be.above(0);
    await refuse(town, address, false);
    await expectKeptPaid(town, flow, refused);
  };
  return [`keeps the part of number ${refused + 1} when it is refused, pays the others, and pays the kept once`, test];
}

/** A receiver of a profit is refused: its part is kept for it, the others get theirs, and it goes when it is accepted. */
function keepsBack(flow: FlowIn, receiver: number): Promised {
  const test = async () => {
    const town = await prepared(flow);
    const { hostile, profitSplitter } = town;
    const splitter = await profitSplitter.getAddress();
    const address = (await flow.takers(town)[receiver]?.getAddress()) ?? "";
    await refuse(town, address);
    const held = await hostile.balanceOf(address);

    await expectTaken(town, flow);

    const kept = await hostile.balanceOf(splitter);
    expect(kept).to.be.above(0);
    await refuse(town, address, false);
    await profitSplitter.passOn(1);
    expect(await hostile.balanceOf(splitter)).to.equal(0);
    expect(await hostile.balanceOf(address)).to.equal(held + kept);
  };
  return [
    `keeps the part of receiver ${receiver} when it is refused, and passes it on when it is accepted again`,
    test,
  ];
}

/** A currency with a list of whom it refuses. */
export const refusing: Kind = {
  name: "a currency that refuses a wallet or a whole contract",
  in: (flow) => {
    const parties: Record<string, Party> = {
      "who pays": async (town) => ({ address: flow.payer(town).address, sends: true }),
    };
    parties["who takes it"] = async (town) => ({ address: (await flow.takers(town)[0]?.getAddress()) ?? "" });
    const isProfit = flow.through.includes("ProfitSplitter.handOver");
    return [...refuses(flow, parties, expectTaken), ...(isProfit ? [1, 2, 3].map((i) => keepsBack(flow, i)) : [])];
  },
  within: (flow) => {
    const parties: Record<string, Party> = {};
    for (const name of new Set(flow.through.map((entry) => entry.split(".")[0] ?? ""))) {
      parties[`the ${name}`] = async (town) => partyOf(name, town, await flow.givers(town));
    }
    return refuses(flow, parties, expectPassedOn);
  },
  out: (flow) => {
    const parties: Record<string, Party> = {
      "who is paid": async (town) => ({ address: flow.payments(town)[0]?.to.address ?? "" }),
      "the contract": async (town) => ({ address: await flow.holder(town).getAddress(), sends: true }),
    };
    return refuses(flow, parties, expectPaid);
  },
  ofMany: (flow) => [
    keepsFor(flow, 0),
    keepsFor(flow, 1),
    [
      "keeps all of it when the contract is refused, as the issuer may, and pays each of them once afterwards",
      async () => {
        const town = await prepared(flow);
        const address = await flow.holder(town).getAddress();
        await refuse(town, address);
        await expectKept(town, flow, () => false);
        await refuse(town, address, false);
        for (const i of flow.payments(town).keys()) await expectKeptPaid(town, flow, i);
      },
    ],
  ],
};

async function partyOf(name: string, town: Stage, givers: { from: { getAddress: () => Promise<string> } }[]) {
  const { releases, shareOffering, contributions, profitSplitter, townTreasury, finalDivision, settled } = town;
  const contracts: Record<string, { getAddress: () => Promise<string> }> = {
    Releases: releases,
    ShareOffering: shareOffering,
    InvestorToken: settled.token,
    Contributions: contributions,
    ProfitSplitter: profitSplitter,
    TownTreasury: townTreasury,
    FinalDivision: finalDivision,
  };
  const address = (await contracts[name]?.getAddress()) ?? "";
  const senders = await Promise.all(givers.map(({ from }) => from.getAddress()));
  return senders.includes(address) ? { address, sends: true as const } : { address };
}

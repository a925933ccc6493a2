import { expect } from "chai";
import { LEAST_WEEKS } from "@one-small-town/core/rules/ProfitSplitter.ts";
import type { BaseContract, ParamType } from "ethers";
import type { ReentrantDollar } from "../../../types/ethers-contracts/index.js";
import { setNextTime, ethers, networkHelpers } from "../../fixture/connection.ts";
import { impersonate } from "../../fixture/people.ts";
import { DAY } from "../../fixture/willowmere.ts";
import { stateOf } from "../booksOf.ts";
import type { Flow } from "../flows/Flow.ts";
import { moneyFunctions } from "../moneyFunctions.ts";
import { ACCOUNTS, DOLLARS, type Stage, stageOn } from "../stage.ts";
import type { Kind, Promised } from "./Kind.ts";

const stage = stageOn({ contract: "ReentrantDollar", ...DOLLARS });

/** What a currency may try in the middle of a transfer, as somebody who could do it at any other time. */
const attempts: Record<string, (town: Stage) => unknown[]> = {
  "ShareOffering.buy": ({ live }) => [live.offering, 1],
  "ShareOffering.cancel": ({ live }) => [live.offering, 1],
  "ShareOffering.refund": ({ failed, quinn, rosa }) => [failed.offering, [quinn.address, rosa.address]],
  "InvestorToken.claim": ({ quinn }) => [quinn.address],
  "Contributions.fund": ({ hillside }) => [hillside, 1, 1],
  "Contributions.claim": ({ hillside }) => [hillside, [1, 2, 4], 1],
  "Releases.payWindUp": ({ settled }) => [settled.offering],
  "TownTreasury.donate": ({ hillside }) => [hillside, 1],
  "TownTreasury.execute": () => [1],
  "FinalDivision.divide": ({ hillside }) => [hillside],
  "FinalDivision.claim": () => [1, [1, 2, 4]],
  "ProfitSplitter.deposit": ({ settled }) => [settled.business, 1, LEAST_WEEKS, "again", ACCOUNTS],
};

/** A currency that calls back in the middle of a transfer. */
export const reentrant: Kind = {
  name: "a currency that calls back in the middle of a transfer",
  in: (flow) => promisesOf(flow, [contractOf(flow.through[0] ?? "")]),
  within: (flow) => promisesOf(flow, flow.through.slice(0, 2).map(contractOf)),
  out: (flow) => promisesOf(flow, flow.through.map(contractOf)),
  ofMany: (flow) => promisesOf(flow, flow.through.map(contractOf)),
};

/** Of the contracts that are in the middle of it nothing can be had; of the others what can be had before or after. */
function promisesOf(flow: Flow, guarding: string[]): Promised[] {
  const guarded = moneyFunctions().filter((name) => guarding.includes(contractOf(name)));
  const others = Object.keys(attempts).filter((name) => !guarding.includes(contractOf(name)));
  return [
    ...guarded.map((name): Promised => [`refuses ${name} within it`, () => expectGuarded(flow, name)]),
    ...others.map((name): Promised => [`is not shaken by ${name} within it`, () => expectUnshaken(flow, name)]),
  ];
}

async function prepared(flow: Flow, name: string) {
  const town = await networkHelpers.loadFixture(stage);
  await flow.prepare?.(town);
  const calling = (await ethers.getContractAt("ReentrantDollar", await town.hostile.getAddress())) as unknown;
  // The same second however many blocks came before, as some books write it down; far off, as the chain's clock runs on.
  const second = BigInt((await networkHelpers.time.latest()) + DAY / 4);
  const act = async () => {
    await setNextTime(second);
    await flow.act(town);
  };
  return { town, act, calling: calling as ReentrantDollar, target: contractIn(town, contractOf(name)) };
}

async function expectGuarded(flow: Flow, name: string) {
  const { town, act, calling, target } = await prepared(flow, name);
  const method = target.interface.getFunction(methodOf(name));
  // The guard comes first, so that any arguments do.
  const call = target.interface.encodeFunctionData(methodOf(name), (method?.inputs ?? []).map(anything));
  const snapshot = await networkHelpers.takeSnapshot();
  await act();
  const expected = await stateOf(town);
  await snapshot.restore();
  await calling.arm(await target.getAddress(), call);

  await act();

  // What the ProfitSplitter calls itself nobody else may call at all.
  const refusal = name === "ProfitSplitter.handOver" ? "ProfitSplitterNotItself" : "ReentrancyGuardReentrantCall";
  expect(target.interface.parseError(await calling.answer())?.name).to.equal(refusal);
  expect(await stateOf(town)).to.deep.equal(expected);
}

async function expectUnshaken(flow: Flow, name: string) {
  const { town, act, calling, target } = await prepared(flow, name);
  const to = await target.getAddress();
  const data = target.interface.encodeFunctionData(methodOf(name), attempts[name]?.(town));
  const attempt = async () => (await impersonate(town.hostile)).sendTransaction({ to, data }).catch(() => undefined);
  const stateAfter = async (steps: (() => Promise<unknown>)[]) => {
    const snapshot = await networkHelpers.takeSnapshot();
    for (const step of steps) await step();
    const state = await stateOf(town);
    await snapshot.restore();
    return state;
  };
  const expected = [await stateAfter([act, attempt]), await stateAfter([attempt, act])];
  await calling.arm(to, data);

  await act();

  expect(expected).to.deep.include(await stateOf(town));
}

function contractIn(town: Stage, name: string): BaseContract {
  const { shareOffering, releases, contributions, townTreasury, finalDivision, profitSplitter, settled } = town;
  const contracts: Record<string, BaseContract> = {
    ShareOffering: shareOffering,
    Releases: releases,
    InvestorToken: settled.token,
    Contributions: contributions,
    TownTreasury: townTreasury,
    FinalDivision: finalDivision,
    ProfitSplitter: profitSplitter,
  };
  return contracts[name] ?? expect.fail(`No ${name} on stage`);
}

function contractOf(name: string): string {
  return name.split(".")[0] ?? "";
}

function methodOf(name: string): string {
  return name.split(".")[1] ?? "";
}

function anything(input: ParamType): unknown {
  if (input.isTuple()) return input.components.map(anything);
  if (input.isArray()) return [];
  if (input.type === "address") return ethers.ZeroAddress;
  if (input.type === "bytes32") return ethers.ZeroHash;
  return input.type === "string" ? "" : input.type === "bytes" ? "0x" : 0;
}

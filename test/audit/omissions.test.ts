import { expect } from "chai";
import { authorityEvents } from "@one-small-town/core/abis/authorityEvents.ts";
import { benefitsEvents } from "@one-small-town/core/abis/benefitsEvents.ts";
import { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import { finalDivisionEvents } from "@one-small-town/core/abis/finalDivisionEvents.ts";
import { infinityTokenEvents } from "@one-small-town/core/abis/infinityTokenEvents.ts";
import { investorTokenEvents } from "@one-small-town/core/abis/investorTokenEvents.ts";
import { memberRegistryEvents } from "@one-small-town/core/abis/memberRegistryEvents.ts";
import { profitSplitterEvents } from "@one-small-town/core/abis/profitSplitterEvents.ts";
import { projectRegistryEvents } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import { releasesEvents } from "@one-small-town/core/abis/releasesEvents.ts";
import { shareOfferingEvents } from "@one-small-town/core/abis/shareOfferingEvents.ts";
import { successionEvents } from "@one-small-town/core/abis/successionEvents.ts";
import { townRegistryEvents } from "@one-small-town/core/abis/townRegistryEvents.ts";
import { townTreasuryEvents } from "@one-small-town/core/abis/townTreasuryEvents.ts";
import { toEventSelector } from "viem";
import type { RawLog } from "@one-small-town/core/asking/logs.ts";
import { busyTown } from "../fixture/busyTown.ts";
import { connection, ethers, networkHelpers } from "../fixture/connection.ts";
import { readFindings } from "./support/readFindings.ts";

/** Told by nothing else where nobody has used them: no contract counts the people whom it knows. */
const UNNOTICED = ["ResidencyAttested", "OutsiderAttested"];

const ABIS = [
  ...[authorityEvents, townRegistryEvents, memberRegistryEvents, successionEvents, projectRegistryEvents],
  ...[infinityTokenEvents, contributionsEvents, benefitsEvents, investorTokenEvents, shareOfferingEvents],
  ...[releasesEvents, profitSplitterEvents, townTreasuryEvents, finalDivisionEvents],
];
const names = new Map(ABIS.flatMap((abi) => abi.map((event) => [toEventSelector(event), event.name] as const)));

const positionOf = ({ blockNumber, logIndex }: RawLog) => `${blockNumber}/${logIndex}`;

/** The chain of the tests, of which one event is never told. */
function without(omitted: RawLog) {
  return {
    async request({ method, params }: { method: string; params?: unknown }): Promise<unknown> {
      const answer = await connection.provider.request({ method, params } as never);
      if (method !== "eth_getLogs") return answer;
      return (answer as RawLog[]).filter((log) => positionOf(log) !== positionOf(omitted));
    },
  };
}

describe("a node that keeps one event back", () => {
  it("is found out by the last of each kind in a busy town", async () => {
    const { deployment, currency } = await networkHelpers.loadFixture(busyTown);
    const dollar = (await currency.getAddress()).toLowerCase();
    const logs = (await ethers.provider.send("eth_getLogs", [{ fromBlock: "0x1" }])) as RawLog[];
    await networkHelpers.mine(); // what a node may not have whole yet is not read: the newest block with its events
    const lastOf = new Map<string, RawLog>();
    for (const log of logs) lastOf.set(`${log.address} ${names.get(log.topics[0] ?? "0x")}`, log);

    const unnoticed: string[] = [];
    for (const [kind, log] of lastOf) {
      const name = kind.split(" ")[1] ?? "";
      const isOurs = names.has(log.topics[0] ?? "0x") && log.address !== dollar;
      if (isOurs && (await readFindings(deployment, without(log))).keys.length === 0) unnoticed.push(name);
    }

    expect(lastOf.size).to.be.greaterThan(40);
    expect(unnoticed.filter((name) => !UNNOTICED.includes(name))).to.deep.equal([]);
  });
});

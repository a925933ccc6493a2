import { expect } from "chai";
import { type Abi, toEventSelector } from "viem";
import type { RawLog } from "@one-small-town/core/asking/logs.ts";
import { abis } from "../../scripts/audit/state/abis.ts";
import { busyTown } from "../fixture/busyTown.ts";
import { connection, ethers, networkHelpers } from "../fixture/connection.ts";
import { readFindings } from "./support/readFindings.ts";

/** Told by nothing else where nobody has used them: no contract counts the people whom it knows. */
const UNNOTICED = ["ResidencyAttested", "OutsiderAttested"];

const names = new Map(
  Object.values(abis).flatMap((abi: Abi) =>
    abi.flatMap((item) => (item.type === "event" ? [[toEventSelector(item), item.name] as const] : [])),
  ),
);

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

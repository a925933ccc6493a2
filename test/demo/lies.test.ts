import { expect } from "chai";
import { checkChain } from "../../scripts/audit/checkChain.ts";
import type { DemoTown } from "../../scripts/demo/DemoTown.ts";
import { playDemo } from "../../scripts/demo/playDemo.ts";
import { ownPort } from "../support/ownPort.ts";
import { invariantOf } from "@one-small-town/core/verify/Finding.ts";
import { type LieKind, lieKinds, lyingAbout, nameOf, type TimedLog } from "../verify/support/lies.ts";

/** Lies that nothing finds yet, by kind and event; docs/check.md says why. */
const UNNOTICED: Record<LieKind, readonly string[]> = {
  omitted: ["ResidencyAttested", "OutsiderAttested"],
  twice: [],
  changed: ["ProjectPlanned: uri"],
  shifted: [],
};

/** How many of each kind are tried. LIES=all tries all, which takes an hour; LIES=7 every seventh. */
const WANTED = process.env["LIES"];
const SAMPLE = 8;
const SEED = 20_260_801;

/** Positions in the history: all, every nth, or a few by the seed. */
function chosen(count: number, kind: LieKind): number[] {
  const all = Array.from({ length: count }, (_, i) => i);
  if (WANTED === "all") return all;
  if (WANTED !== undefined) return all.filter((i) => i % Number(WANTED) === 0);
  let seed = SEED + lieKinds.indexOf(kind);
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
  return Array.from({ length: SAMPLE }, () => next() % count);
}

describe("lies about one event of the demo's history", () => {
  let demo: DemoTown;
  let logs: TimedLog[];
  const answers = new Map<string, Promise<unknown>>();

  /** The chain, which says the same each time. */
  const node = (request: { method: string; params?: unknown }) => {
    const key = JSON.stringify(request);
    const known = answers.get(key) ?? demo.chain.connection.provider.request(request as never);
    answers.set(key, known);
    return known;
  };

  const findingsOf = async (tell: typeof node) => {
    const findings = await checkChain({ request: tell }, demo.deployment);
    return findings.filter(({ outcome }) => outcome !== "holds").map(({ key }) => key);
  };

  before(async function () {
    this.timeout(240_000);
    demo = await playDemo(ownPort(18_701));
    const all = (await node({ method: "eth_getLogs", params: [{ fromBlock: "0x1" }] })) as TimedLog[];
    const dollar = (await demo.currency.getAddress()).toLowerCase();
    const ours = all.filter((log) => nameOf(log) !== undefined && log.address !== dollar);
    logs = await Promise.all(
      ours.map(async (log) => {
        const block = await node({ method: "eth_getBlockByNumber", params: [log.blockNumber, false] });
        return { ...log, blockTimestamp: (block as { timestamp: `0x${string}` }).timestamp };
      }),
    );
  });

  after(() => demo.chain.close());

  for (const kind of lieKinds) {
    it(`is found where it is ${kind}`, async function () {
      this.timeout(0);
      const passed = new Map<string, number>();
      let before = 0;
      const tried = chosen(logs.length, kind);
      for (const index of tried) {
        const { ask, what } = lyingAbout(node, logs, index, kind);
        const keys = await findingsOf(ask);
        if (keys.every((key) => invariantOf[key] === null)) before++;
        if (keys.length > 0) continue;
        passed.set(what, (passed.get(what) ?? 0) + 1);
      }
      if (WANTED !== undefined) {
        const after = [...passed.values()].reduce((sum, count) => sum + count, 0);
        console.log(`${kind}: ${tried.length} of ${logs.length} tried, ${before} and ${after} pass`, passed);
      }

      expect([...passed.keys()].filter((what) => !UNNOTICED[kind].includes(what))).to.deep.equal([]);
    });
  }
});

import { expect } from "chai";
import { Refusal, type Request } from "@one-small-town/core/asking/Ask.ts";
import { dividing } from "@one-small-town/core/asking/inRanges.ts";
import type { LogFilter } from "@one-small-town/core/asking/logs.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { auditBy } from "./support/auditBy.ts";
import { auditedTown } from "./support/auditedTown.ts";
import { type Alter, Refused } from "./support/serveChain.ts";

const LIMIT = -32005;

function rangeOf({ params }: Request): [number, number] {
  const [{ fromBlock, toBlock }] = params as [LogFilter];
  return [Number(fromBlock), Number(toBlock)];
}

describe("the audit by a node with limits", () => {
  /** Refuses ranges that are too long. */
  const ofBlocks: Alter = (request, answer) => {
    if (request.method !== "eth_getLogs") return answer;
    const [from, to] = rangeOf(request);
    if (to - from >= 3) throw new Refused("exceed maximum block range: 3", -32000);
    return answer;
  };

  /** Refuses answers that are too long. */
  const ofResults: Alter = ({ method }, answer) => {
    if (method !== "eth_getLogs" || (answer as unknown[]).length <= 20) return answer;
    throw new Refused("query returned more than 20 results", LIMIT);
  };

  /** Refuses every fifth question. */
  const ofPatience = (): Alter => {
    let asked = 0;
    return (_, answer) => {
      if (++asked % 5 === 0) throw new Refused("rate limit exceeded", LIMIT, 429);
      return answer;
    };
  };

  for (const [what, lie] of [
    ["looks through few blocks at once", () => ofBlocks],
    ["hands out few events at once", () => ofResults],
    ["asks for patience", ofPatience],
  ] as const) {
    it(`finds the same when the node ${what}`, async function () {
      this.timeout(60_000);
      const { deployment } = await networkHelpers.loadFixture(auditedTown);

      const [limited, free] = [await auditBy(deployment, { lies: [lie()] }), await auditBy(deployment)];

      expect(limited.report.outcome, limited.text).to.equal("holds");
      expect(limited.report.invariants).to.deep.equal(free.report.invariants);
      expect(limited.report.holders).to.deep.equal(free.report.holders);
    });
  }

  it("says what the node said when it refuses for ever", async () => {
    const { deployment } = await networkHelpers.loadFixture(auditedTown);
    const never: Alter = ({ method }, answer) => {
      if (method === "eth_getLogs") throw new Refused("block range is not available", -32000);
      return answer;
    };

    const { report, text } = await auditBy(deployment, { lies: [never] });

    expect(report.outcome).to.equal("unavailable");
    expect(text).to.match(/^\? Nobody can say whether all holds, because some of it could not be read: invariant 1,/);
    expect(text).to.contain('says "block range is not available"');
  });
});

describe("dividing", () => {
  /** A node with one event in each thousandth block, which looks through so many blocks at once. */
  function nodeOf(most: number) {
    const asked: [number, number][] = [];
    const ask = dividing((request) => {
      const [from, to] = rangeOf(request);
      asked.push([from, to]);
      if (to - from + 1 > most) return Promise.reject(new Refusal(`is limited to a ${most} block range`, LIMIT));
      const events = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((block) => block % 1000 === 0);
      return Promise.resolve(events);
    });
    return { ask, asked };
  }

  for (const [most, requests] of [
    [500, 420],
    [2_000, 210],
    [10_000, 20],
  ] as const) {
    it(`finds every event once where ${most} blocks are looked through at once, with few questions in vain`, async () => {
      const { ask, asked } = nodeOf(most);
      const filter = { address: [], fromBlock: "0x1", toBlock: "0x30d40" };

      const found = (await ask({ method: "eth_getLogs", params: [filter] })) as number[];

      expect(found.toSorted((a, b) => a - b)).to.deep.equal(Array.from({ length: 200 }, (_, i) => (i + 1) * 1000));
      expect(found).to.deep.equal(found.toSorted((a, b) => a - b));
      expect(asked.length).to.be.at.most(requests * 2);
      expect(asked.filter(([from, to]) => to - from + 1 > most).length).to.be.at.most(5);
    });
  }
});

import type { LogFilter } from "@one-small-town/core/asking/logs.ts";
import { expect } from "chai";
import { differentNodes } from "../../scripts/audit/node/sameNode.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { auditBy } from "./support/auditBy.ts";
import { auditedTown } from "./support/auditedTown.ts";
import { type Alter, Refused } from "./support/serveChain.ts";

const honest: Alter = (_, answer) => answer;

async function outcomeBy(...lies: Alter[]) {
  const { deployment } = await networkHelpers.loadFixture(auditedTown);
  const { report, text } = await auditBy(deployment, { lies });
  return { outcome: report.outcome, text, verdict: text.split("\n")[0] };
}

function lengthOf(params: unknown): number {
  const [{ fromBlock, toBlock }] = params as [LogFilter];
  return Number(toBlock) - Number(fromBlock) + 1;
}

/** A node without the events of its newest block. */
function withoutNewest(): Alter {
  let newest = Number.POSITIVE_INFINITY;
  return ({ method, params }, answer) => {
    if (method === "eth_getBlockByNumber" && (params as unknown[])[0] === "latest")
      newest = Number((answer as { number: string }).number);
    if (method !== "eth_getLogs") return answer;
    return (answer as { blockNumber: string }[]).filter(({ blockNumber }) => Number(blockNumber) < newest);
  };
}

/** A node that has not got some of what is asked, and says so. */
const without =
  (method: string, words: string, code = -32_000): Alter =>
  (request, answer) => {
    if (request.method === method) throw new Refused(words, code);
    return answer;
  };

describe("the audit by nodes as they are", function () {
  this.timeout(60_000);

  for (const time of ["0x0", 0, null]) {
    it(`takes no time from an event that carries ${time}`, async () => {
      const { outcome, verdict } = await outcomeBy(({ method }, answer) =>
        method === "eth_getLogs"
          ? (answer as object[]).map((log) => Object.assign(log, { blockTimestamp: time }))
          : answer,
      );
      expect(outcome, verdict).to.equal("holds");
    });
  }

  it("does not say that something is missing when the events of the newest block are not there yet", async () => {
    const { outcome, verdict } = await outcomeBy(withoutNewest());
    expect(outcome, verdict).to.equal("holds");
  });

  it("ends where both nodes have all", async () => {
    const { outcome, verdict } = await outcomeBy(honest, withoutNewest());
    expect(outcome, verdict).to.equal("holds");
  });

  for (const [message, code] of [
    ["eth_getLogs request was canceled due to enabled timeout.", -32_016],
    ["request timed out", -32_002],
  ] as const) {
    it(`asks for less after "${message}"`, async () => {
      const { outcome, verdict } = await outcomeBy(({ method, params }, answer) => {
        if (method === "eth_getLogs" && lengthOf(params) > 3) throw new Refused(message, code);
        return answer;
      });
      expect(outcome, verdict).to.equal("holds");
    });
  }

  for (const [what, second] of [
    ["has thrown old states away", without("eth_call", "missing trie node b03d68ac (path ) <nil>")],
    ["has not got the block", without("eth_call", "header not found")],
    ["has thrown old events away", without("eth_getLogs", "pruned history unavailable", 4444)],
    ["has no transaction any more", ({ method }, answer) => (method === "eth_getTransactionByHash" ? null : answer)],
    ["asks for credits", without("eth_getCode", "unauthorized")],
  ] as [string, Alter][]) {
    it(`says that nobody can say, and not that something differs, where a second node ${what}`, async () => {
      const { outcome, verdict, text } = await outcomeBy(honest, second);
      expect(outcome, verdict).to.equal("unavailable");
      expect(text).to.match(/\? Nodes: The nodes gave the same answers/);
    });
  }

  it("says first that a node has no contracts", async () => {
    await outcomeBy(({ method }, answer) => (method === "eth_getCode" ? "0x" : answer)).then(
      () => expect.fail("it audited"),
      (error: Error) => expect(error.message).to.match(/has no Authority at 0x\w+: it answers for another chain/),
    );
  });

  it("refuses a block that is too new to be whole", async () => {
    const { deployment } = await networkHelpers.loadFixture(auditedTown);
    const newest = BigInt(await networkHelpers.time.latestBlock());
    await auditBy(deployment, { lies: [withoutNewest()], block: newest }).then(
      () => expect.fail("it audited"),
      (error: Error) => expect(error.message).to.match(new RegExp(`^Block ${newest} is too new: `)),
    );
  });

  it("counts a node once that is named in two ways, and says so", async () => {
    const { deployment } = await networkHelpers.loadFixture(auditedTown);
    const { report, text } = await auditBy(deployment, { lies: [honest], also: (url) => [`${url}/`] });
    expect(report.nodes.length).to.equal(1);
    expect(text).to.contain("alone was asked");
    expect(text).to.match(/is named again, written in another way: .* it is counted once/);
  });
});

describe("differentNodes", () => {
  for (const [one, other] of [
    ["https://node.example", "https://node.example/"],
    ["https://node.example/key", "HTTPS://Node.Example/key/"],
    ["https://node.example", "https://node.example:443"],
    ["http://localhost:8545", "http://127.0.0.1:8545"],
    ["http://localhost:8545", "http://[::1]:8545/"],
    ["http://node.example", "http://node.example.:80"],
  ] as const) {
    it(`takes ${one} and ${other} for one`, () => {
      expect(differentNodes([one, other])).to.deep.equal({ urls: [one], same: [new URL(other).origin] });
    });
  }

  for (const [one, other] of [
    ["https://node.example/one", "https://node.example/two"],
    ["https://node.example/Key", "https://node.example/key"],
    ["http://localhost:8545", "http://localhost:8546"],
    ["http://node.example", "https://node.example"],
    ["https://node.example?key=1", "https://node.example?key=2"],
  ] as const) {
    it(`takes ${one} and ${other} for two`, () => {
      expect(differentNodes([one, other])).to.deep.equal({ urls: [one, other], same: [] });
    });
  }
});

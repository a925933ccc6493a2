import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import type { Head } from "@one-small-town/core/asking/endOfReading.ts";
import { readIndex } from "@one-small-town/core/history/file/HistoryIndex.ts";
import { recordsOf } from "@one-small-town/core/history/file/recordsOf.ts";
import { expect } from "chai";
import { Mistake } from "../../scripts/commands/Mistake.mjs";
import { extendHistory } from "../../scripts/history/extendHistory.ts";
import { findEnd } from "../../scripts/history/findEnd.ts";
import { openHistory } from "../../scripts/history/historyFolder.ts";
import { auditBy } from "../audit/support/auditBy.ts";
import { busyTown } from "../fixture/busyTown.ts";
import { connection, ethers, networkHelpers } from "../fixture/connection.ts";

const ask: Ask = ({ method, params }) => connection.provider.request({ method, params } as never);

async function headAt(number: number): Promise<Head> {
  const block = await ethers.provider.getBlock(number);
  if (block?.hash == null) throw new Error(`There is no block ${number}`);
  return { number: BigInt(number), hash: block.hash as `0x${string}`, time: block.timestamp };
}

async function mistakeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "no mistake",
    (failure: unknown) => (failure instanceof Mistake ? failure.message : `not a mistake: ${String(failure)}`),
  );
}

describe("npm run history", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "history-"));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const filesOf = (place: string) => {
    return new Map(
      readdirSync(place)
        .sort()
        .map((name) => [name, readFileSync(path.join(place, name), "hex")]),
    );
  };

  it("writes every event of the town's contracts once, in the order of the chain", async () => {
    const { deployment, currency } = await networkHelpers.loadFixture(busyTown);
    const end = await headAt(await ethers.provider.getBlockNumber());
    const { events, parts } = await extendHistory(ask, { deployment, folder, end });

    const ours = new Set(Object.values(deployment.addresses).map((address) => address.toLowerCase()));
    const raw = (await ask({ method: "eth_getLogs", params: [{ fromBlock: "0x1" }] })) as { address: string }[];
    const strangers = new Set([(await currency.getAddress()).toLowerCase()]);
    const told = raw.filter(({ address }) => !strangers.has(address));
    expect(
      told.some(({ address }) => !ours.has(address)),
      "a share token",
    ).to.equal(true);
    expect(events).to.equal(told.length);
    const history = await openHistory(folder, deployment);
    const records = (history?.parts ?? []).flatMap(({ part }) => recordsOf(part));
    expect(records.length).to.equal(told.length);
    expect(parts.map(({ family }) => family)).to.deep.equal(["people", "rest"]);
    expect(history?.index.upTo).to.deep.equal({ number: Number(end.number), hash: end.hash, time: end.time });
    const sheets = (history?.parts ?? []).flatMap(({ part }) => [...part.sheets]);
    for (const [pointer, code] of sheets) expect(await ethers.provider.getCode(pointer)).to.equal(code);
    expect(sheets.length).to.be.greaterThan(1);
  });

  it("gives the same files in one run and in several, and none of the old ones stays for long", async () => {
    const { deployment } = await networkHelpers.loadFixture(busyTown);
    const newest = await ethers.provider.getBlockNumber();
    const end = await headAt(newest);
    const once = path.join(folder, "once");
    const twice = path.join(folder, "twice");
    await extendHistory(ask, { deployment, folder: once, end });
    for (const at of [10, Math.floor(newest / 2), newest - 3, newest]) {
      await extendHistory(ask, { deployment, folder: twice, end: await headAt(at) });
    }
    expect(filesOf(twice).size).to.be.greaterThan(filesOf(once).size);
    const again = await extendHistory(ask, { deployment, folder: twice, end });

    expect(again).to.include({ from: newest + 1, to: newest, events: 0 });
    expect(filesOf(twice)).to.deep.equal(filesOf(once));
  });

  it("reads timesheets at the last block alone, as few nodes know what was before, and takes none for empty", async () => {
    const { deployment } = await networkHelpers.loadFixture(busyTown);
    await networkHelpers.mine(11_000); // more than is read at once
    const end = await headAt(await ethers.provider.getBlockNumber());
    const node = (codeOf: (asked: Promise<unknown>, block: string) => Promise<unknown>): Ask => {
      return (request) => {
        const answer = ask(request);
        return request.method === "eth_getCode" ? codeOf(answer, (request.params as string[])[1] ?? "") : answer;
      };
    };
    const pruned = node(async (code, block) => {
      if (BigInt(block) === end.number) return code;
      throw new Error("missing trie node");
    });
    await extendHistory(pruned, { deployment, folder, end });

    const sheets = ((await openHistory(folder, deployment))?.parts ?? []).flatMap(({ part }) => [...part.sheets]);
    expect(sheets.length).to.be.greaterThan(1);
    for (const [pointer, code] of sheets) expect(await ethers.provider.getCode(pointer)).to.equal(code);

    const forgetful = node(async () => "0x");
    const attempt = extendHistory(forgetful, { deployment, folder: path.join(folder, "none"), end });
    expect(await attempt.catch((failure: unknown) => (failure as Error).message)).to.match(/has no timesheet at 0x/);
  });

  it("does not go on where the folder is broken, of another chain, or ahead", async () => {
    const { deployment } = await networkHelpers.loadFixture(busyTown);
    const end = await headAt(60);
    await extendHistory(ask, { deployment, folder, end });
    const extend = (changed: object) => mistakeOf(extendHistory(ask, { deployment, folder, end, ...changed }));

    expect(await extend({ end: await headAt(59) })).to.match(/was read up to block 60, and only 59 is final/);
    expect(await extend({ deployment: { ...deployment, startBlock: 7 } })).to.match(/it is of another deployment/);
    const other: Ask = async (request) => {
      const answer = await ask(request);
      const isBlock = request.method === "eth_getBlockByNumber";
      return isBlock ? { ...(answer as object), hash: `0x${"1".repeat(64)}` } : answer;
    };
    expect(await mistakeOf(extendHistory(other, { deployment, folder, end }))).to.match(
      /Block 60 is another at this node/,
    );
    const index = readIndex(readFileSync(path.join(folder, "index.json"), "utf8"));
    const [file = ""] = readdirSync(folder).filter((name) => name.endsWith(".gz"));
    writeFileSync(path.join(folder, file), "");
    expect(await extend({})).to.match(/cannot be used: The file/);
    rmSync(path.join(folder, file));
    expect(await extend({})).to.match(/is missing/);
    writeFileSync(path.join(folder, "index.json"), JSON.stringify({ ...index, parts: [] }));
    expect(await extend({})).to.match(/The index is not of the form/);
  });

  describe("up to which block", () => {
    const node = (final: number, latest: number, name = "one") => ({
      name,
      ask: async ({ params }: { params?: unknown }) => {
        const [which] = params as [string];
        const number = which === "finalized" ? final : which === "latest" ? latest : Number(which);
        return { number: `0x${number.toString(16)}`, hash: `0x${"a".repeat(64)}`, timestamp: "0x9" };
      },
    });

    it("is the newest that every node calls final", async () => {
      const nodes = [node(90, 100), node(80, 101)];
      expect((await findEnd(node(0, 0).ask, nodes, false)).number).to.equal(80n);
    });

    it("is not taken from a node that calls its newest block final", async () => {
      const nodes = [node(90, 100), node(101, 101, "two")];
      expect(await mistakeOf(findEnd(node(0, 0).ask, nodes, false))).to.match(
        /^The node two calls its newest block final, so it does not know which blocks are\./,
      );
    });

    it("is the newest on a local chain, where no block is final", async () => {
      expect((await findEnd(node(0, 0).ask, [node(101, 101)], true)).number).to.equal(101n);
    });

    it("is said to be unknown by a node that does not answer", async () => {
      const silent = { name: "three", ask: async () => Promise.reject(new Error("unknown block")) };
      expect(await mistakeOf(findEnd(node(0, 0).ask, [silent], false))).to.match(
        /three does not say which block is final/,
      );
    });
  });
});

describe("npm run audit --history", () => {
  it("finds that a history is what the chain tells, and names each event that is not", async () => {
    const { deployment } = await networkHelpers.loadFixture(busyTown);
    const folder = mkdtempSync(path.join(tmpdir(), "history-"));
    const end = await headAt(await ethers.provider.getBlockNumber());
    await extendHistory(ask, { deployment, folder, end });
    const honest = await auditBy(deployment, { history: folder });
    expect(honest.text).to.match(
      /✔ History: The history is what the chain tells\.\n {4}✔ \d+ events in 2 files are those/,
    );
    rmSync(folder, { recursive: true });

    const logs = (answer: unknown) => answer as { logIndex: string; data: string }[];
    const lying: Ask = async (request) => {
      const answer = await ask(request);
      if (request.method !== "eth_getLogs") return answer;
      return logs(answer).filter((_, i) => i !== 40);
    };
    await extendHistory(lying, { deployment, folder, end });
    const { report, text } = await auditBy(deployment, { history: folder });
    expect(report.outcome).to.equal("broken");
    expect(text).to.match(/✘ Event \d+ of block \d+ is missing in the history\./);
    const missing = await auditBy(deployment, { history: path.join(folder, "nowhere") });
    expect(missing.text).to.match(/✘ There is no history in /);
    rmSync(folder, { recursive: true });
  });
});

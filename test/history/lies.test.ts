import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import { eventAbis } from "@one-small-town/core/receipt/decodeLogs.ts";
import type { Told } from "@one-small-town/core/history/file/Record.ts";
import { checkBooks } from "@one-small-town/core/verify/checkBooks.ts";
import { expect } from "chai";
import { type Abi, type Hex, toEventSelector } from "viem";
import { readTold, type Reading } from "../../scripts/history/readTold.ts";
import { compareRange } from "../../web/src/chain/past/ranges.ts";
import { readBooks } from "../../web/src/chain/verify/readBooks.ts";
import { busyTown } from "../fixture/busyTown.ts";
import { connection, ethers, networkHelpers } from "../fixture/connection.ts";
import { withHistory } from "./support/withHistory.ts";

const DAY = 86_400;

const ask: Ask = ({ method, params }) => connection.provider.request({ method, params } as never);

const names = new Map(
  Object.values(eventAbis).flatMap((abi: Abi) =>
    abi.flatMap((item) => (item.type === "event" ? [[toEventSelector(item), item.name] as const] : [])),
  ),
);

const nameOf = ({ topics }: Told) => names.get(topics[0] ?? "0x") ?? "unknown";

/**
 * What no sum notices by itself, of the last event of each kind in a busy town: what contracts keep no trace of, what is the
 * same when it is said again, and the zeros behind a text. SECURITY.md says why, and what finds it out.
 */
const UNNOTICED: Record<string, readonly string[]> = {
  omitted: ["OutsiderAttested"],
  doubled: ["ManagementProposed", "OfferingProposed", "ProjectFunding", "ProjectPlanned"],
  changed: [
    ...["BenefitListed", "OfferingProposed", "ProfitDeposited", "ProjectFunding", "ProjectPlanned", "ProjectProposed"],
    ...["SpendingProposed", "TimesheetSubmitted", "TownFounded"],
  ],
  shifted: [],
};

type Lie = (events: readonly Told[], of: Told) => Told[];

/** What a file may say instead of one event. */
const lies: Record<string, Lie> = {
  omitted: (events, of) => events.filter((event) => event !== of),
  doubled: (events, of) => {
    const last = events.findLast(({ block }) => block === of.block) ?? of;
    const again = { ...of, log: last.log + 1, transaction: last.transaction };
    return events.flatMap((event) => (event === last ? [event, again] : [event]));
  },
  changed: (events, of) => events.map((event) => (event === of ? oneMore(event) : event)),
  shifted: (events, of) => {
    const from = events.indexOf(events.find(({ block }) => block === of.block) ?? of);
    return events.map((event, i) => (i < from ? event : { ...event, time: event.time + DAY }));
  },
};

/** The last word of an event's data, or else of its topics, larger by one. */
function oneMore(event: Told): Told {
  const { topics, data } = event;
  if (data.length > 2) return { ...event, data: `${data.slice(0, -64)}${larger(data.slice(-64))}` as Hex };
  return { ...event, topics: [...topics.slice(0, -1), `0x${larger((topics.at(-1) ?? "0x").slice(2))}`] };
}

const larger = (word: string) => ((BigInt(`0x${word}`) + 1n) % 2n ** 256n).toString(16).padStart(64, "0");

describe("a history that lies about one event", () => {
  let town: Awaited<ReturnType<typeof busyTown>>;
  let honest: Reading;
  let newest: number;

  before(async () => {
    town = await networkHelpers.loadFixture(busyTown);
    newest = await ethers.provider.getBlockNumber();
    const range = { fromBlock: BigInt(town.deployment.startBlock), toBlock: BigInt(newest) };
    honest = await readTold(ask, { ...range, deployment: town.deployment, tokens: new Set() });
  });

  /** The checks that do not hold, where a history tells these events. */
  async function found(events: readonly Told[], upTo = newest): Promise<string[]> {
    const client = await withHistory(ask, town.deployment, { events, sheets: honest.sheets, upTo });
    const { books } = await readBooks({ client, deployment: town.deployment });
    return checkBooks(books).flatMap(({ key, outcome }) => (outcome === "holds" ? [] : [key]));
  }

  it("would be believed where it does not lie, also when the node tells the end", async () => {
    expect(await found(honest.events)).to.deep.equal([]);
    const upTo = newest - 30;
    const before = honest.events.filter(({ block }) => block <= upTo);
    expect(await found(before, upTo)).to.deep.equal([]);
  });

  it("is found out where it ends earlier than it says", async () => {
    for (const blocks of [1, 20, 60]) {
      const old = honest.events.filter(({ block }) => block <= newest - blocks);
      expect(await found(old), `${blocks} blocks`).to.not.deep.equal([]);
    }
  });

  for (const [lie, tell] of Object.entries(lies)) {
    it(`is found out, or named here, where the last event of a kind is ${lie}`, async function () {
      this.timeout(120_000);
      const lastOf = new Map(honest.events.map((event) => [nameOf(event), event]));
      const unnoticed: string[] = [];
      for (const [name, event] of lastOf) {
        if ((await found(tell(honest.events, event)).catch(() => ["thrown"])).length === 0) unnoticed.push(name);
      }
      expect(lastOf.size).to.be.greaterThan(40);
      expect(unnoticed.sort()).to.deep.equal(UNNOTICED[lie]);
    });
  }

  it("is found out by the range in which it lies, whatever it says, and the receipts say who lied", async () => {
    const lastOf = [...new Map(honest.events.map((event) => [nameOf(event), event])).values()];
    for (const tell of Object.values(lies)) {
      const event = lastOf[Math.floor(lastOf.length / 2)];
      if (event === undefined) throw new Error("Nothing happened");
      const telling = { events: tell(honest.events, event), sheets: honest.sheets, upTo: newest };
      const { history, ...client } = await withHistory(ask, town.deployment, telling);
      const range = { fromBlock: BigInt(event.block), toBlock: BigInt(event.block) };
      expect(await compareRange(client, history, range)).to.deep.equal({ ...range, wrong: "history" });
    }
  });

  it("is told apart from a node that leaves something out", async () => {
    const [event] = honest.events.slice(-40);
    if (event === undefined) throw new Error("Nothing happened");
    const lying: Ask = async (request) => {
      const answer = await ask(request);
      if (request.method !== "eth_getLogs") return answer;
      return (answer as { blockNumber: Hex; logIndex: Hex }[]).filter(
        ({ blockNumber, logIndex }) => Number(blockNumber) !== event.block || Number(logIndex) !== event.log,
      );
    };
    const telling = { ...honest, upTo: newest };
    const { history, ...client } = await withHistory(lying, town.deployment, telling);
    const range = { fromBlock: BigInt(event.block - 1), toBlock: BigInt(event.block + 1) };
    expect(await compareRange(client, history, range)).to.deep.equal({ ...range, wrong: "node" });
    const { history: same, ...honestly } = await withHistory(ask, town.deployment, telling);
    expect(await compareRange(honestly, same, range)).to.equal(null);
  });
});

import { sha256, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { readDataUri } from "./documents/readDataUri.ts";
import type { Position } from "./position.ts";
import { compareWithPlan } from "./projects/plans/compareWithPlan.ts";
import { readPlan } from "./projects/plans/readPlan.ts";
import { readYearQuarter } from "./projects/plans/yearQuarters.ts";
import { readProjectMetadata } from "./projects/ProjectMetadata.ts";
import { creditsOf } from "./shares/dividends.ts";
import { exampleBooks } from "./testing/exampleBooks.ts";
import { plainText } from "./plainText.ts";
import type { Books, ProfitEvent, TokenEvent } from "./verify/Books.ts";
import { checkBooks } from "./verify/checkBooks.ts";
import { expectedState } from "./verify/state/expectedState.ts";

/** Four times as much takes four times as long, and never the square of that; what takes no time at all counts as this. */
const MOST_TIMES = 9;
const LEAST = 4;

/** Milliseconds of one core that the fastest of some runs takes, however busy the computer is with other things. */
function fastest(work: () => unknown): number {
  const runs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

function expectLinear(make: (count: number) => () => unknown, count: number): void {
  const [some, more] = [make(count), make(4 * count)];
  some(); // compiled before it is timed
  expect(fastest(more)).toBeLessThan(MOST_TIMES * Math.max(LEAST, fastest(some)));
}

const dollar = { symbol: "TUSD", decimals: 6 };

/** What somebody may write who wants to hold up whoever reads it; `n` is how often it is said. */
const plans: Record<string, (n: number) => string> = {
  "fences that nothing closes": (n) => "```json\n".repeat(n),
  "fences with nothing between them": (n) => "```json\n```\n".repeat(n),
  "fences that close nothing": (n) => "```\n".repeat(n),
  "fences followed by blanks": (n) => `\`\`\`json${" ".repeat(n)}x\n`.repeat(8),
  "one long line": (n) => "`".repeat(8 * n),
  "one long line of blanks": (n) => `\`\`\`json\n\`\`\`${" \t".repeat(4 * n)}x`,
  "lines without a word": (n) => "\r\n".repeat(4 * n),
  "lists within lists": (n) => Array.from({ length: n / 50 }, (_, i) => `${" ".repeat(i)}- a`).join("\n"),
  "quotes within quotes": (n) => `${">".repeat(4 * n)} a`,
  "brackets within brackets": (n) => `\`\`\`json\n${"[".repeat(n)}\n\`\`\``,
  "a list without an end": (n) => `\`\`\`json\n[${"1,".repeat(n)}1]\n\`\`\``,
  "fields that nobody knows": (n) =>
    `\`\`\`json\n{${Array.from({ length: n / 10 }, (_, i) => `"${i}":1`).join()}}\n\`\`\``,
  links: (n) => "[a](b)".repeat(n),
  "a wide table": (n) => "|".repeat(8 * n),
};

describe("the work that a stranger's document makes", () => {
  for (const [name, write] of Object.entries(plans)) {
    it(`grows with its length: ${name}`, () => {
      expectLinear((count) => {
        const text = write(count);
        return () => readPlan(text, dollar);
      }, 20_000);
    });
  }

  it.each(["data:", "data:;;;;", "data:,", "data:,%41", "data:;base64,QUFB"])(
    "grows with its address: %s …",
    (begin) => {
      expectLinear((count) => {
        const uri = begin + begin.slice(5).repeat(count);
        return () => readDataUri(uri, "0x");
      }, 10_000);
    },
  );

  it("is soon done for a plan of 20 MB, and for one of ten thousand fences", () => {
    const uri = `data:text/plain,${"a".repeat(3_900_000)}`;
    expect(fastest(() => readDataUri(uri, sha256(stringToBytes("a"))))).toBeLessThan(1_000);
    expect(fastest(() => readPlan("```json\n".repeat(10_000), dollar))).toBeLessThan(50);
  });

  it("grows with the words of a project, of a period, and of a name", () => {
    expectLinear((count) => {
      const words = JSON.stringify({
        title: "a",
        ...Object.fromEntries(Array.from({ length: count }, (_, i) => [i, i])),
      });
      const [uri, hash] = [`data:application/json,${words}`, sha256(stringToBytes(words))];
      return () => readProjectMetadata(uri, hash);
    }, 2_000);
    expectLinear((count) => () => readYearQuarter("2027-Q".repeat(count)), 20_000);
    expectLinear((count) => () => plainText("\u202e".repeat(count)), 50_000);
  });
});

const placed = (block: number): Position & { transactionIndex: number } => ({
  blockNumber: BigInt(block),
  logIndex: 1_000_000,
  transactionIndex: 1_000,
});
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("the work that a stranger's deposits and transfers make", () => {
  it("grows with what came in for a plan", () => {
    const plan = { business: "a", firstQuarter: 8_000, accountsDueDays: 40, forecast: [], budget: [] };
    expectLinear((count) => {
      const profits = upTo(count).map((i) => ({
        period: `2026-Q${(i % 4) + 1}: dust`,
        profit: 1n,
        at: i,
        isByBusiness: true,
      }));
      return () => compareWithPlan(plan, { profits, atWork: { from: 0, until: null } }, 1_800_000_000);
    }, 5_000);
  });

  it("grows with the deposits and moves of a holder", () => {
    expectLinear((count) => {
      const deposits = upTo(count).map((i) => ({ ...placed(2 * i), amount: 1n, perShare: BigInt(i), remainder: 0n }));
      const movements = upTo(count).map((i) => ({ ...placed(2 * i + 1), change: i % 2 === 0 ? 2n : -1n }));
      return () => creditsOf(deposits, movements);
    }, 10_000);
  });

  it("grows with the events that are checked", () => {
    expectLinear((count) => {
      const books = spammed(count);
      return () => [checkBooks(books), expectedState(books)];
    }, 1_500);
  });
});

/** Books with as many deposits of dust, each of another business too, kept parts, ideas and transfers of a share. */
function spammed(count: number): Books {
  const { wallets, ...books } = exampleBooks();
  const { amina, ben, token } = wallets;
  const [profit] = books.profits ?? [];
  if (profit === undefined) throw new Error("Nothing came in");
  const at = (i: number) => placed(1_000 + i);
  const home = 1n << 32n;
  const deposits = upTo(count).flatMap((i) => {
    const args = { ...profit.args, business: home | BigInt(i + 1) };
    const part = { business: args.business, receiver: 0, amount: 1n, toOffice: 0n };
    const kept = { business: args.business, kept: BigInt(i + 1), part };
    return [
      { ...at(i), eventName: "ProfitPartKept", args: kept },
      { ...at(i), logIndex: 1_000_001, eventName: "ProfitDeposited", args },
    ] as unknown as ProfitEvent[];
  });
  const transfers = upTo(count).map((i) => {
    const [from, to] = i % 2 === 0 ? [amina, ben] : [ben, amina];
    return {
      ...at(i),
      logIndex: 1_000_002,
      eventName: "Transfer",
      args: { from, to, value: 1n },
    } as unknown as TokenEvent;
  });
  const ideas = upTo(count).map((i) => {
    const args = { project: home | BigInt(i + 1), town: 1, by: amina, kind: 0, metadata: "0x", uri: "" };
    return { ...at(i), logIndex: 1_000_003, eventName: "ProjectProposed", args };
  });
  const ends = {
    symbol: "SOME",
    goal: 1,
    cap: 100,
    opens: 0,
    localEnds: 1,
    countryEnds: 0,
    worldEnds: 0,
    tranches: [],
  };
  const sales = books.sales?.map((event) =>
    event.eventName === "OfferingProposed"
      ? { ...event, args: { ...event.args, terms: Object.assign({}, event.args.terms, ends) } }
      : event,
  );
  return {
    ...books,
    sales: sales ?? null,
    block: { number: BigInt(2_000 + count), timestamp: 1_900_000_000 },
    times: new Map([
      ...(books.times ?? []),
      ...upTo(count).map((i) => [BigInt(1_000 + i), 1_850_000_000 + i] as const),
    ]),
    profits: [...(books.profits ?? []), ...deposits],
    projects: ideas as unknown as Books["projects"],
    deeds: new Map(),
    releases: [],
    successions: [],
    benefits: [],
    tokenEvents: new Map(books.tokenEvents).set(token, [...(books.tokenEvents?.get(token) ?? []), ...transfers]),
  };
}

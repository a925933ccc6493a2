import { parse } from "papaparse";
import { describe, expect, it } from "vitest";
import { readTimesheet } from "../../hours/readTimesheet.ts";
import { daysOfWeek } from "../../hours/weeks.ts";
import { INFINITY_PER_SHIFT } from "../../rules/Contributions.ts";
import { exampleBooks } from "../../testing/exampleBooks.ts";
import type { Books } from "../Books.ts";
import { checkBooks } from "../checkBooks.ts";
import type { FindingKey } from "../Finding.ts";
import type { InTransaction, TableName } from "./cells.ts";
import { makeCsv, toCsv } from "./makeCsv.ts";

describe("toCsv", () => {
  it("ends each row as RFC 4180 has it, and writes numbers as they are", () => {
    expect(
      toCsv([
        ["a", "b"],
        [1, -2n],
      ]),
    ).toBe("a,b\r\n1,-2\r\n");
  });

  it("is read back by others, whatever stands in it", () => {
    const rows = [["a, b", 'the "best"', "two\r\nlines", "", " spaces ", "ünï"]];
    expect(parse(toCsv(rows).trimEnd(), { delimiter: "," }).data).toEqual(rows);
  });

  it.each([
    ["＝1+1", "'＝1+1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠SUM(A1)", "'＠SUM(A1)"],
    ["﹢1", "'﹢1"],
    ["−1", "'−1"],
    ["  =1", "'  =1"],
    ["\u00a0\u3000=1", "'\u00a0\u3000=1"],
    ["\u200b\u2060\ufeff=1", "'\u200b\u2060\ufeff=1"],
    ["\u3164=1", "'\u3164=1"],
    ["\v\f\x00=1", "'\v\f\x00=1"],
    ["bread;=1+1", "bread;'=1+1"],
    ["bread; \t＝1", "bread;' \t'＝1"],
    ["a\tb\t@x", "a\tb\t'@x"],
    ["a\n+1", "a\n'+1"],
  ])("makes none either where it hides: %j", (text, wanted) => {
    const [row] = parse<string[]>(toCsv([[text]]).trimEnd(), { delimiter: "," }).data;
    expect(row?.[0]).toBe(wanted);
  });

  it.each(["1;2", "a - b", "x=1", "me@town", "1 + 1", "well-known; and so on", "a, b"])(
    "leaves other words: %j",
    (text) => {
      expect(parse<string[]>(toCsv([[text]]).trimEnd(), { delimiter: "," }).data[0]?.[0]).toBe(text);
    },
  );

  it("writes a week's hours as the timesheet reader takes them", async () => {
    const [monday = "", tuesday = ""] = daysOfWeek(2922);
    const rows = [
      ["member", "project", "date", "hours"],
      ["1", "Bakery, the old one", monday, "3.5"],
      ["2", "Garden; north", tuesday, "0.25"],
    ];
    const town = { weekIndex: 2922, members: 5, ownMember: 3 };
    const read = await readTimesheet(new TextEncoder().encode(toCsv(rows)), town);
    expect(read).toMatchObject({ kind: "read", totals: { quarters: 15 } });
    const projects = read.kind === "read" ? read.rows.map(({ project }) => project) : [];
    expect(projects).toEqual(["Bakery, the old one", "Garden; north"]);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])(
    "makes no formula of words from strangers: %j",
    (text) => {
      const [row] = parse<string[]>(toCsv([[text]]).trimEnd(), { delimiter: "," }).data;
      expect(row?.[0]).toBe(`'${text}`);
    },
  );
});

const books = exampleBooks();
const dollars = { address: books.wallets.currency, symbol: "TUSD", decimals: 2 };
const bakery = (1n << 32n) | 1n;

const hashOf = ({ transactionHash }: InTransaction) => transactionHash ?? "";

type Row = Record<string, string>;

function rowsOf(table: TableName, { town = 1, business = null as bigint | null, from = books } = {}): Row[] {
  const csv = makeCsv(table, { books: from, currencies: [dollars], town, business, hashOf });
  return parse<Row>(csv ?? "", { header: true, skipEmptyLines: true }).data;
}

/** A column's sum in the smallest units: exact, as text. */
function sum(rows: readonly Row[], column: string): bigint {
  return rows.reduce((total, row) => total + BigInt((row[column] ?? "").replace(".", "")), 0n);
}

function only(rows: readonly Row[], what: string): Row[] {
  return rows.filter((row) => row["what"] === what);
}

/** What a check found under a name, as its figures. */
function figuresOf(key: FindingKey, name: string): readonly (bigint | null)[] {
  const rows = checkBooks(books).find((finding) => finding.key === key)?.rows ?? [];
  return rows.find((row) => row.name === name)?.figures ?? [];
}

describe("makeCsv", () => {
  it("lists the holders: their shares and what waits for them sum to what was checked", () => {
    const rows = rowsOf("holders", { business: bakery });
    const [, , waiting] = figuresOf("dividends", "Bakery");

    expect(sum(rows, "shares")).toBe(figuresOf("shares", "Bakery")[1]);
    expect(sum(rows, "dividends_waiting")).toBe(waiting);
    expect(rows[0]).toMatchObject({ business: "Bakery", currency: "TUSD", currency_address: dollars.address });
  });

  it("lists the purchases: bought less given back is what was checked as sold", () => {
    const rows = rowsOf("purchases").filter(({ business }) => business === "Bakery");
    const sold = sum(only(rows, "bought"), "shares") - sum(only(rows, "cancelled"), "shares");

    expect(sold).toBe(figuresOf("shares", "Bakery")[3]);
    expect(rows[0]).toMatchObject({ what: "bought", shares: "4", amount: "0.40" });
  });

  it("lists the dividends: what came in and what was taken is what was checked", () => {
    const rows = rowsOf("dividends", { business: bakery });
    const [came, taken] = figuresOf("dividends", "Bakery");

    expect(sum(only(rows, "came in"), "amount")).toBe(came);
    expect(sum(only(rows, "taken"), "amount")).toBe(taken);
  });

  it("lists the profits paid in: they and their parts are what was checked", () => {
    const rows = rowsOf("deposits");
    const community = sum(rows, "members") + sum(rows, "town_fund");

    expect([sum(rows, "profit"), community, sum(rows, "investors")]).toEqual(figuresOf("floor", "Willow"));
    expect(rowsOf("deposits", { town: 2 })).toEqual([]);
  });

  it("lists the hours worked: their shifts are the INFINITY that was checked, their cash what the week gave", () => {
    const rows = rowsOf("timesheets");

    expect(sum(rows, "infinity") * INFINITY_PER_SHIFT).toBe(figuresOf("minted", "Willow")[1]);
    expect(sum(rows, "cash")).toBe(figuresOf("cash", "Willow")[1]);
    expect(rows.map(({ member }) => member)).toEqual([...rows.keys()].map((i) => String(i + 1)));
  });

  it("lists the claims: the cash taken is what was checked, and what was kept stands apart", () => {
    const rows = rowsOf("claims");

    expect(sum(only(rows, "claimed"), "cash")).toBe(figuresOf("paid", "Willow")[0]);
    expect(sum(only(rows, "kept"), "cash")).toBe(17n);
    expect(rows[0]).toMatchObject({ infinity: "2.000000000000000000", cash: "0.17" });
  });

  it("counts in the smallest units where a currency does not say its decimals, and says so", () => {
    const csv = makeCsv("claims", { books, currencies: [], town: 1, business: null, hashOf }) ?? "";
    const [row] = parse<Row>(csv, { header: true }).data;

    expect(row).toMatchObject({ cash: "17", currency: "units", currency_address: dollars.address });
  });

  it.each<[TableName, Partial<Books>]>([
    ["holders", { tokenStates: new Map() }],
    ["purchases", { sales: null }],
    ["dividends", { tokenEvents: null }],
    ["deposits", { profits: null }],
    ["timesheets", { codes: new Map() }],
    ["claims", { hours: null }],
  ])("makes no table of %s where a part was not read: half of it would look like all", (table, missing) => {
    const from = { ...books, ...missing };
    expect(makeCsv(table, { books: from, currencies: [dollars], town: 1, business: null, hashOf })).toBeNull();
  });
});

import { QueryClient, type QueryKey } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { memberHoursQuery } from "../chain/hours/memberHoursQuery.ts";
import { timesheetBytesQuery } from "../chain/hours/timesheetBytesQuery.ts";
import { weeksQuery } from "../chain/hours/weeksQuery.ts";
import { personQuery } from "../chain/members/personQuery.ts";
import { townsQuery } from "../chain/members/townsQuery.ts";
import { blockQuery } from "../chain/blockQuery.ts";
import { projectDocumentsQuery } from "../chain/projects/projectDocumentsQuery.ts";
import { projectsQuery } from "../chain/projects/projectsQuery.ts";
import { buyerQuery } from "../chain/shares/buyerQuery.ts";
import { dividendsQuery } from "../chain/shares/dividendsQuery.ts";
import { holdersQuery } from "../chain/shares/holdersQuery.ts";
import { holdingsQuery } from "../chain/shares/holdingsQuery.ts";
import { type Offering, offeringQuery } from "../chain/shares/offeringQuery.ts";
import { offeringsQuery } from "../chain/shares/offeringsQuery.ts";
import { salesQuery } from "../chain/shares/salesQuery.ts";
import type { System } from "../chain/System.ts";
import { buyShares } from "./buyShares.ts";
import { claimEverything } from "./claimEverything.ts";
import { settleOffering } from "./settleOffering.ts";
import { readAgain } from "./readAgain.ts";
import type { Touched, Transaction } from "./Transaction.ts";

const system = { deployment: { startBlockHash: "0xaa" } } as unknown as System;
const amina = `0x${"a1".repeat(20)}` as const;
const offering = { id: 1n, business: 7n, token: `0x${"b1".repeat(20)}` } as unknown as Offering;
const member = { town: 1, number: 2, wallet: amina };

/** What a page can show. */
const shown = {
  block: blockQuery(system),
  buyer: buyerQuery(system, offering, amina),
  dividends: dividendsQuery(system, amina),
  documents: projectDocumentsQuery(system, 7n),
  holders: holdersQuery(system, offering),
  holdings: holdingsQuery(system, amina),
  memberHours: memberHoursQuery(system, member),
  offering: offeringQuery(system, 1n),
  offerings: offeringsQuery(system),
  person: personQuery(system, amina),
  projects: projectsQuery(system, 1),
  sales: salesQuery(system),
  timesheet: timesheetBytesQuery(system, amina),
  towns: townsQuery(system),
  weeks: weeksQuery(system, 1),
};

/** What is read again after something was touched, in the order of the alphabet. */
async function againAfter(touched: Touched): Promise<string[]> {
  const queries = new QueryClient();
  for (const { queryKey } of Object.values<{ queryKey: QueryKey }>(shown)) queries.setQueryData(queryKey, "known");
  queries.setQueryData(["describeError"], "not of the chain");
  await readAgain(queries, touched);
  expect(queries.getQueryState(["describeError"])?.isInvalidated).toBe(false);
  const isOld = ([, { queryKey }]: [string, { queryKey: QueryKey }]) =>
    queries.getQueryState(queryKey)?.isInvalidated === true;
  return Object.entries(shown)
    .filter(isOld)
    .map(([name]) => name);
}

describe("after a transaction", () => {
  it("that bought shares, the sale and its buyers are read again, and neither towns nor documents", async () => {
    const again = ["block", "buyer", "holders", "holdings", "offering", "sales"];
    expect(await againAfter(buyShares.after)).toEqual(again);
  });

  it("that unlocked shares, the sale and the holdings are read again, and no hours", async () => {
    const again = ["block", "buyer", "holders", "holdings", "offering", "sales"];
    expect(await againAfter(settleOffering.after)).toEqual(again);
  });

  it("that claimed, what is owed is read again, and no timesheet", async () => {
    const again = ["block", "buyer", "dividends", "holdings", "memberHours"];
    expect(await againAfter(claimEverything.after)).toEqual(again);
  });
});

describe("every transaction", () => {
  const files = import.meta.glob<Record<string, unknown>>(["./*.ts", "!./*.test.ts"], { eager: true });
  const isTransaction = (entry: [string, unknown]): entry is [string, Transaction<unknown>] =>
    typeof entry[1] === "object" && entry[1] !== null && "check" in entry[1] && "steps" in entry[1];
  const transactions = Object.values(files).flatMap((file) => Object.entries(file).filter(isTransaction));

  it("is found", () => expect(transactions.length).toBeGreaterThanOrEqual(8));

  it.each(transactions)("%s says what it touches", (_, { after }) => {
    expect(after.length).toBeGreaterThan(0);
  });
});

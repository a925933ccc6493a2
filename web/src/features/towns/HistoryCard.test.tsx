// @vitest-environment jsdom
import { fireEvent } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { type CheckedHistory, historyQuery } from "../../chain/history/historyQuery.ts";
import { renderRead } from "../../testing/renderRead.tsx";
import type { Month } from "@one-small-town/core/history/History.ts";
import { HistoryCard } from "./HistoryCard.tsx";

const currency = { address: "0x00000000000000000000000000000000000000d0", symbol: "TUSD", decimals: 6 } as const;
const town = { id: 1, name: "Willowmere", country: 710, currency };
const indexer = "https://history.example";
const totals = { infinity: 1n, members: 1, timesheets: 1, fund: 0n, shares: new Map() };
const monthOf = (month: string, profit: bigint): Month => {
  return { month, profit, joined: 2, shifts: 40n, paid: 1_500_000n, shares: 12n };
};
const months = [monthOf("2026-09", 3_000_000n), monthOf("2026-10", 7_250_000n)];

function show(checked: CheckedHistory) {
  const known = (system: Parameters<typeof historyQuery>[0]) => [
    { queryKey: historyQuery(system, { indexer, town: town.id }).queryKey, data: checked },
  ];
  return renderRead(<HistoryCard town={town} indexer={indexer} />, { known }).container;
}

function agreeing(part: Partial<Extract<CheckedHistory, { state: "agrees" }>> = {}): CheckedHistory {
  const history = { block: { number: 269n, timestamp: 1_000 }, totals, months };
  return { state: "agrees", history, secondsBehind: 5, isBehind: false, ...part };
}

describe("HistoryCard", () => {
  it("shows the months of an indexer whose sums are those of the chain", () => {
    const container = show(agreeing());
    expect(container.textContent).toContain("checked its sums at block 269: they match");
    const rows = [...container.querySelectorAll("tbody tr")].map((row) => [...row.children].map((c) => c.textContent));
    expect(rows).toEqual([
      ["Oct 2026", "2", "40", "7.25", "1.50", "12"],
      ["Sep 2026", "2", "40", "3.00", "1.50", "12"],
    ]);
    expect(container.textContent).not.toContain("old by");
  });

  it("reads the newest month aloud, until another is tapped", () => {
    const container = show(agreeing());
    expect(container.querySelector("figure")?.textContent).toContain("Oct 2026: 7.25 TUSD of profit");
    fireEvent.click(container.querySelectorAll("rect.cursor-pointer")[0] as Element);
    expect(container.querySelector("figure")?.textContent).toContain("Sep 2026: 3.00 TUSD of profit");
  });

  it("says how old the history of an indexer behind is", () => {
    const text = show(agreeing({ isBehind: true, secondsBehind: 7_260 })).textContent;
    expect(text).toContain("This history is old by 2 hours, 1 minute.");
    expect(text).toContain("Oct 2026");
  });

  it("shows nothing of an indexer that is wrong", () => {
    const text = show({ state: "differs", block: 269n }).textContent;
    expect(text).toContain("The history is wrong, so we do not show it");
    expect(text).toContain("block 269");
    expect(text).not.toContain("2026");
  });

  it("shows nothing that could not be checked", () => {
    const text = show({ state: "unchecked", block: 7n }).textContent;
    expect(text).toContain("could not read the chain at block 7");
  });

  it("says when there is nothing yet", () => {
    const history = { block: { number: 1n, timestamp: 1 }, totals, months: [] };
    expect(show(agreeing({ history })).textContent).toContain("Nothing has happened in this town yet.");
  });
});

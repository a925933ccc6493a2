// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderRead } from "../../testing/renderRead.tsx";
import { salesQuery } from "../../chain/shares/salesQuery.ts";
import { townsQuery } from "../../chain/members/townsQuery.ts";
import { townSummaryQuery } from "../../chain/members/townSummaryQuery.ts";
import { TownList } from "./TownList.tsx";

const currency = { address: "0x00000000000000000000000000000000000000d1", symbol: "TUSD", decimals: 6 } as const;
const names = ["Willowmere", "Springbok", "Karoo", "Paarl", "Nieu", "Parys", "Graz"];
const townsOf = (count: number) =>
  names.slice(0, count).map((name, i) => ({ id: i + 1, name, country: name === "Graz" ? 40 : 710, currency }));

function showTowns(count: number) {
  return renderRead(<TownList />, {
    known: (system) => [
      { queryKey: townsQuery(system).queryKey, data: townsOf(count) },
      ...townsOf(count).map(({ id }) => {
        return { queryKey: townSummaryQuery(system, id).queryKey, data: { active: 43, businesses: 1, isWhole: true } };
      }),
      { queryKey: salesQuery(system).queryKey, data: [] },
    ],
  });
}

describe("TownList", () => {
  it("shows grey lines while towns are read", () => {
    renderRead(<TownList />);
    expect(screen.getByRole("status").textContent).toContain("Reading the chain");
  });

  it("says when the chain does not answer", async () => {
    renderRead(<TownList />, { chain: "broken" });
    await waitFor(() => expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy());
  });

  it("says when there is no town", () => {
    expect(showTowns(0).container.textContent).toContain("No town has been founded yet");
  });

  it("shows a town with its country, its people and its sales", () => {
    const { container } = showTowns(1);
    expect(screen.getByRole("link", { name: /Willowmere/ }).getAttribute("href")).toBe("/town/1");
    expect(container.textContent).toContain("South Africa");
    expect(container.textContent).toContain("people active last week43");
    expect(container.textContent).toContain("business at work1");
    expect(container.textContent).toContain("Nothing is on sale now.");
  });

  it("offers no search for six towns, and one for seven", () => {
    showTowns(6);
    expect(screen.queryByRole("searchbox")).toBeNull();
    showTowns(7);
    expect(screen.getByRole("searchbox", { name: "Find a town" })).toBeTruthy();
  });

  it("finds a town by its name or its country, in any case", () => {
    showTowns(7);
    const search = (text: string) => fireEvent.change(screen.getByRole("searchbox"), { target: { value: text } });
    search("wILLOW");
    expect(screen.getAllByRole("link").map(({ textContent }) => textContent)).toEqual(["WillowmereSouth Africa"]);
    search("austria");
    expect(screen.getAllByRole("link").map(({ textContent }) => textContent)).toEqual(["GrazAustria"]);
    search("nowhere");
    expect(screen.queryAllByRole("link")).toEqual([]);
    expect(screen.getByText("No town is called “nowhere”. Try fewer letters.")).toBeTruthy();
  });
});

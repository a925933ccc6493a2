// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import type { Deposit } from "../../chain/profit/Deposit.ts";
import { depositsQuery } from "../../chain/profit/depositsQuery.ts";
import { renderRead } from "../../testing/renderRead.tsx";
import { ProfitCard } from "./ProfitCard.tsx";

const unit = { symbol: "TUSD", decimals: 6 };
const deposit = { investors: 333n, members: 333n, fund: 334n, country: 0n, weeks: 4 };
const accounts = { hash: zeroHash, uri: "demo://accounts" };
const may = { ...deposit, period: "May", accounts };
const june = { ...deposit, period: "June", accounts, country: 1_000_000n };

const show = (data: Deposit[]) =>
  renderRead(<ProfitCard business={9n} unit={unit} />, {
    known: (system) => [{ queryKey: depositsQuery(system, 9n).queryKey, data }],
  }).container;

describe("ProfitCard", () => {
  it("says when no profit has come in", () => {
    expect(show([]).textContent).toContain("No profit has been paid in yet.");
  });

  it("adds up the deposits and shows each part, newest first", () => {
    const container = show([may, june]);
    expect(container.querySelector("figcaption")?.textContent).toContain("1.002 TUSD in 2 deposits");
    const rows = [...container.querySelectorAll("tbody tr")].map(({ textContent }) => textContent);
    expect(rows).toEqual([
      "June1.0010.000333over 4 weeks0.0003340.0003331.00",
      "May0.0010.000333over 4 weeks0.0003340.0003330.00",
    ]);
  });

  it("has no column for the country office where it gets nothing", () => {
    expect(show([may]).querySelector("thead")?.textContent).not.toContain("Country office");
  });

  it("says when the chain does not answer", async () => {
    renderRead(<ProfitCard business={9n} unit={unit} />, { chain: "broken" });
    await waitFor(() => expect(screen.getByRole("alert")).toBeTruthy());
  });
});

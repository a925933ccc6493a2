// @vitest-environment jsdom
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { fireEvent } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { blockQuery } from "../../chain/blockQuery.ts";
import type { SpendingDecision } from "../../chain/decisions/townDecisionsQuery.ts";
import type { Project } from "../../chain/projects/readProject.ts";
import { renderRead } from "../../testing/renderRead.tsx";
import { SpendingVotes } from "./SpendingVotes.tsx";

const NOW = 1_800_000_000;
const payee = `0x${"c1".repeat(20)}` as const;
const currency = { address: `0x${"d1".repeat(20)}`, symbol: "TUSD", decimals: 6 } as const;
const town = { id: 1, name: "Willowmere", country: 710, currency };

function spending(id: number, change: Partial<SpendingDecision> = {}): SpendingDecision {
  const usual: SpendingDecision = {
    id: BigInt(id),
    project: { id: 4n, number: id, metadata: null } as unknown as Project,
    fromOffice: false,
    payee,
    amount: 5_000_000n,
    document: { hash: `0x${"0a".repeat(32)}`, uri: "" },
    again: false,
    payableFrom: NOW + 60,
    vote: { timesheet: 3, electors: 40, objections: 2, needed: 8 },
    deciding: { quarters: SHIFT, weekIndex: 2_960 },
    hasObjected: false,
  };
  return Object.assign(usual, change);
}

function show(spendings: readonly SpendingDecision[], now = NOW) {
  return renderRead(<SpendingVotes town={town} number={4} spendings={spendings} />, {
    known: (system) => [
      { queryKey: blockQuery(system).queryKey, data: { number: 1n, timestamp: now, readAt: performance.now() } },
    ],
  });
}

describe("SpendingVotes", () => {
  it("says how the vote stands, and offers to say no to the only one without choosing", () => {
    const { container, getByRole } = show([spending(1)]);

    expect(container.textContent).toContain("2 of 40 members said no so far. 8 stop it.");
    expect(getByRole("button", { name: "Say no to 1 payment" }).hasAttribute("disabled")).toBe(false);
  });

  it("lets several be chosen at once", () => {
    const { getAllByRole, getByRole } = show([spending(1), spending(2), spending(3)]);
    expect(getByRole("button", { name: "Choose what you say no to" }).hasAttribute("disabled")).toBe(true);

    const [first, , third] = getAllByRole("checkbox");
    if (first !== undefined) fireEvent.click(first);
    if (third !== undefined) fireEvent.click(third);

    expect(getByRole("button", { name: "Say no to 2 payments" })).toBeDefined();
  });

  it.each([
    ["who worked too little", { deciding: { quarters: 11, weekIndex: 2_960 } }, "you worked 2.75 hours in it"],
    ["of a town that is not asked", { vote: null }, "are not asked about this one"],
    ["who said so before", { hasObjected: true }, "You said no. That cannot be taken back."],
    ["before the second key has agreed", { payableFrom: null, vote: null }, "It waits for the second key."],
  ])("gives no button to somebody %s, and says why", (_, change, words) => {
    const { container, queryByRole } = show([spending(1, change)]);

    expect(container.textContent).toContain(words);
    expect(queryByRole("button", { name: /Say no/ })).toBeNull();
  });

  it("takes the button away when the time is over", () => {
    const { container, queryByRole } = show([spending(1)], NOW + 60);

    expect(container.textContent).toContain("The time to say no is over.");
    expect(queryByRole("button", { name: /Say no/ })).toBeNull();
  });
});

// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { sha256, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import type {
  Accountability,
  AccountabilityNow,
  AccountabilityPast,
} from "../../../chain/projects/accountability/Accountability.ts";
import { accountabilityPastQuery } from "../../../chain/projects/accountability/accountabilityPastQuery.ts";
import { accountabilityQuery } from "../../../chain/projects/accountability/accountabilityQuery.ts";
import { renderRead } from "../../../testing/renderRead.tsx";
import { planWith } from "@one-small-town/core/testing/examplePlan.ts";
import { AccountabilityBody } from "./AccountabilityBody.tsx";
import { exampleDeposit, exampleOffering, goodFacts } from "../../../testing/exampleFacts.ts";

const BUSINESS = (1n << 32n) | 1n;
const wallet = "0x00000000000000000000000000000000000000a1";
const town = {
  id: 1,
  name: "Willowmere",
  country: 710,
  currency: { address: wallet, symbol: "TUSD", decimals: 6 },
} as const;

const planOf = (text: string) => ({
  hash: sha256(stringToBytes(text)),
  uri: `data:text/plain,${encodeURIComponent(text)}`,
});
const PLAN = planWith({});

function show(change: Partial<Accountability>): HTMLElement {
  const data: Accountability = { ...goodFacts, plan: planOf(PLAN), ...change };
  return renderRead(<AccountabilityBody business={BUSINESS} town={town} />, {
    known: (system) => {
      const present: AccountabilityNow = { ...data, sale: data.sale?.offering ?? null };
      const past: AccountabilityPast = {
        atWork: data.atWork,
        deposits: data.deposits,
        holders: data.sale?.holders ?? [],
        releases: data.sale?.releases ?? [],
        headOfficeSince: null,
        managedSince: null,
      };
      return [
        { queryKey: accountabilityQuery(system, BUSINESS).queryKey, data: present },
        { queryKey: accountabilityPastQuery(system, BUSINESS, present).queryKey, data: past },
      ];
    },
  }).container;
}

/** With what comes after the present: its code is loaded with it. */
async function showAll(change: Partial<Accountability>): Promise<HTMLElement> {
  const container = show(change);
  await screen.findByRole("heading", { name: "What the money of the sale is for" });
  return container;
}
const textOf = (change: Partial<Accountability>) => plain(show(change));
const rowsOf = (container: HTMLElement) => [...container.querySelectorAll("tbody tr")].map(plain);

/** Between two months stand narrow spaces. */
function plain({ textContent }: Element): string {
  return textContent.replaceAll("\u2009", " ");
}

describe("AccountabilityBody", () => {
  describe("given a plan with figures", () => {
    it("sets each quarter's forecast against what came in", async () => {
      expect(rowsOf(await showAll({ deposits: [exampleDeposit] }))).toEqual([
        "Jan – Mar 2027✔ accounts came in time-500.509,000.00 income− 9,500.50 costs3.00",
        "Apr – Jun 2027accounts due by Aug 14, 20273,500.0012,500.00 income− 9,000.00 costs0.00",
      ]);
    });

    it("says in words which accounts are overdue, in the list of risks, above the table and in it", async () => {
      const container = await showAll({});

      expect(plain(container)).toContain("Accounts are overdue: Jan – Mar 2027. Ask those who run it why.");
      expect(plain(container)).toContain("Jan – Mar 2027: they were due by May 15, 2027. None have come.");
      expect(rowsOf(container)[0]).toContain("✘ accounts are overdue: they were due by May 15, 2027");
    });

    it("says what was paid in for other times, and by whom", async () => {
      const stranger = { ...exampleDeposit, period: "2020-Q1", isByBusiness: false };
      const text = plain(await showAll({ deposits: [exampleDeposit, stranger] }));

      expect(text).toContain("3.00 TUSD more was paid in for other times");
      await screen.findByText(/by somebody else. It does not count as accounts of the business./);
    });

    it("sets its budget against what was paid out", async () => {
      const evidence = { hash: "0x04", uri: "" } as const;
      const [asked, paidAt] = [1_800_000_000, 1_800_086_400];
      const container = await showAll({
        sale: {
          offering: exampleOffering,
          holders: [],
          releases: [
            {
              tranche: 0,
              askedAt: asked,
              evidence,
              state: { is: "paid", at: paidAt, amount: 400_000_000n, to: wallet },
            },
            { tranche: 1, askedAt: asked, evidence, state: { is: "asked" } },
          ],
        },
      });

      const text = plain(container);
      expect(text).toMatch(
        /Part 1: 40% of the money400\.00 TUSD of what was raisedOven1,500\.00 TUSD planned✔ 400\.00/,
      );
      expect(text).toMatch(
        /Part 2: 60% of the money600\.00 TUSD of what was raisedLease500\.00 TUSD plannedasked for on/,
      );
    });
  });

  describe("given a plan without figures to read", () => {
    it.each([
      ["there is none", null, "There is no plan on the chain"],
      ["it has words alone", planOf("We bake bread."), "This plan has words, but no figures"],
      ["it was changed", { ...planOf(PLAN), hash: planOf("x").hash }, "is not the one that was promised"],
      ["its figures are wrong", planOf(planWith({ version: 2 })), "version is too large. It may be 1 at most."],
      ["its currency is another", planOf(planWith({ currency: { symbol: "EUR", decimals: 2 } })), "must be TUSD, 6"],
    ])("says so when %s, and shows no table", async (_, plan, said) => {
      const container = show({ plan });

      await waitFor(() => expect(container.textContent).toContain(said));
      expect(container.querySelector("table")).toBeNull();
    });

    it("shows the figures once the person has given a copy of a plan that stands elsewhere", async () => {
      const container = show({ plan: { hash: planOf(PLAN).hash, uri: "magnet:?plan" } });
      await waitFor(() => expect(container.textContent).toContain("The plan stands somewhere else."));

      const [folded] = (await screen.findAllByText("Check a copy of your own")).map(
        ({ parentElement }) => parentElement,
      );
      (folded as HTMLDetailsElement).open = true;
      fireEvent(folded as HTMLElement, new Event("toggle"));
      fireEvent.change(await screen.findByLabelText("File: Business plan"), {
        target: { files: [new File([PLAN], "plan.txt")] },
      });
      await waitFor(() => expect(rowsOf(container)).toHaveLength(2));
    });
  });

  it("says of each key who holds it, since when, what they may do and what not", async () => {
    const keys = { ...goodFacts.keys, countryAmbassador: null, payout: null };
    const container = show({ keys });
    await screen.findByText("Who may do what");
    const text = plain(container);

    expect(text).toMatch(
      /Town Ambassador0x0{38}a1since Nov 14, 2023 · A contract: it may need several people\.May put/,
    );
    expect(text).toMatch(/Country AmbassadorNobody holds this now\.May agree/);
    expect(text).toContain("Wallet that is paidNobody holds this now.");
  });

  it("shows the deed on its way beside the one in force", () => {
    const change = { deed: { investors: 4_000, members: 3_000, fund: 3_000, country: 0 }, inForceFrom: 0 };
    const text = textOf({ deed: { ...goodFacts.deed, isSealed: false, change } });

    expect(text).toContain("still needs the second key");
    expect(text).toContain("40%");
  });

  it("says when the chain does not answer", async () => {
    renderRead(<AccountabilityBody business={BUSINESS} town={town} />, { chain: "broken" });
    await waitFor(() => expect(screen.getByRole("alert")).toBeTruthy());
  });
});

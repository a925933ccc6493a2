// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { fireEvent, type RenderResult } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../../testing/renderSaid.tsx";
import { blockTimeQuery } from "../../../chain/blockTimeQuery.ts";
import type { HoldingNow, HoldingPast } from "../../../chain/shares/Holding.ts";
import { holdingsPastQuery } from "../../../chain/shares/holdingsPastQuery.ts";
import { holdingsQuery } from "../../../chain/shares/holdingsQuery.ts";
import type { System } from "../../../chain/System.ts";
import { SystemContext } from "../../../chain/useSystem.ts";
import { townsQuery } from "../../../chain/members/townsQuery.ts";
import { exampleHolding, examplePast } from "../../../testing/exampleHolding.ts";
import { HoldingList } from "./HoldingList.tsx";

const system = { deployment: { startBlockHash: "0x01" } } as unknown as System;
const { holder, token } = exampleHolding;
const town = { id: 1, name: "Willowmere", country: 710, currency: token.currency };
const solar = {
  ...token,
  offering: 2n,
  name: "Solar workshop",
  address: "0x00000000000000000000000000000000000000b2",
} as const;

type Example = HoldingNow & { past: HoldingPast };

const example: Example = { ...exampleHolding, past: examplePast };

const withChange = (change: Partial<HoldingNow>, past: Partial<HoldingPast> = {}): Example => {
  return { ...exampleHolding, ...change, past: { ...examplePast, ...past } };
};

async function show(...holdings: readonly Example[]): Promise<RenderResult> {
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  const formerly = holdings.map(({ token: { address } }) => address).sort();
  cache.setQueryData(holdingsQuery(system, holder, formerly).queryKey, [...holdings]);
  cache.setQueryData(
    holdingsPastQuery(system, holder).queryKey,
    Object.fromEntries(holdings.map(({ token: { address }, past }) => [address, past])),
  );
  cache.setQueryData(townsQuery(system).queryKey, [town]);
  cache.setQueryData(blockTimeQuery(system, 100n).queryKey, Date.UTC(2026, 8, 7, 12) / 1000);
  cache.setQueryData(blockTimeQuery(system, 110n).queryKey, Date.UTC(2026, 9, 5, 12) / 1000);
  const root = createRootRoute();
  const list = () => <HoldingList holder={holder} />;
  const home = createRoute({ getParentRoute: () => root, path: "/", component: list });
  const router = createRouter({ routeTree: root.addChildren([home]), history: createMemoryHistory() });
  const view = renderSaid(
    <SystemContext value={system}>
      <QueryClientProvider client={cache}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </SystemContext>,
  );
  await view.findAllByRole("heading", { level: 2 });
  return view;
}

const textOf = async (change: Partial<HoldingNow>, past: Partial<HoldingPast> = {}) =>
  (await show(withChange(change, past))).container.textContent;

describe("HoldingList", () => {
  it("says where shares would show up for somebody who has none", async () => {
    expect((await show()).container.textContent).toContain("You own no shares yet");
  });

  describe("given unlocked shares", () => {
    it("says how many, which part of all, what they cost and who may get them", async () => {
      const text = await textOf({});

      expect(text).toContain("8 shares3.13% of all 256 sharesYou paid 8 × 10.00 TUSD = 80.00 TUSD in the sale.");
      expect(text).toContain("You may send them to people who live in Willowmere.");
    });

    it.each<[string, Partial<HoldingNow>, Partial<HoldingPast>, string]>([
      ["were all sent to the person", {}, { bought: 0n }, "They were sent to you."],
      ["were partly sent to the person", {}, { bought: 5n }, "3 of them were sent to you later."],
      ["vote now", { isPledged: true }, {}, "Your shares vote now"],
      ["have all gone", { held: 0n }, {}, "You own no shares of this business now."],
      ["may go to the country", { scope: "country" }, {}, "people of South Africa"],
      ["have brought nothing yet", { claimable: 0n, perShare: 0n }, { claimed: 0n, credits: [] }, "None yet."],
    ])("says so when they %s", async (_, change, past, words) => {
      expect(await textOf(change, past)).toContain(words);
    });

    it("offers to claim, and says when nothing is left", async () => {
      const offered = await show(example);
      expect(offered.getByRole("button", { name: "Claim 11.010144 TUSD" })).toHaveProperty("disabled", false);

      const done = await show(withChange({ claimable: 0n }, { claimed: 21_889_400n }));
      expect(done.getByRole("button", { name: "Nothing to claim now" })).toHaveProperty("disabled", true);
    });
  });

  describe("the working", () => {
    async function working(change: Partial<HoldingNow>, past: Partial<HoldingPast> = {}): Promise<string> {
      const { container } = await show(withChange(change, past));
      const details = container.querySelector("details") as HTMLDetailsElement;
      details.open = true;
      fireEvent(details, new Event("toggle"));
      return details.textContent;
    }

    it("shows each payment with the person's own numbers, newest first, and the sum", async () => {
      const text = await working({});

      expect(text).toContain("Sep 7, 202610.879256 TUSD348.136275 TUSD ÷ 256 shares = 1.359907 TUSD for each");
      expect(text).toContain("(352.324647 TUSD + 0.000083 TUSD that had waited) ÷ 256 shares");
      expect(text).toContain("1.376268 TUSD × your 8 shares then = 11.010144 TUSD");
      expect(text.indexOf("Oct 5")).toBeLessThan(text.indexOf("Sep 7"));
      expect(text).toContain("21.8894 TUSD in all = 10.879256 TUSD received + 11.010144 TUSD to claim");
    });

    it("counts what came along from the wallet before, and what went along to the wallet after", async () => {
      const came = await working({ claimable: 12_010_144n }, { cameAlong: 1_000_000n });
      expect(came).toContain("1.00 TUSD came along");
      expect(came).toContain("22.8894 TUSD in all = 10.879256 TUSD received + 12.010144 TUSD to claim");

      const went = await working({ claimable: 0n, held: 0n }, { wentAlong: 11_010_144n });
      expect(went).toContain("11.010144 TUSD went along");
      expect(went).toContain("10.879256 TUSD in all = 10.879256 TUSD received + 0.00 TUSD to claim");
    });

    it("says so when the payments do not add up to what the chain says", async () => {
      const text = await working({ claimable: 11_010_145n });

      expect(text).toContain("does not add up to what the chain says, which is 21.889401 TUSD");
    });
  });

  it.each<[string, Partial<HoldingNow>, Partial<HoldingPast>, string[]]>([
    ["on sale", { phase: "local", ends: 1_796_566_564 }, {}, ["Locked until the sale is over", "sold so far"]],
    ["succeeded", { phase: "succeeded" }, {}, ["Your shares can be unlocked now", "Unlock the shares"]],
    ["failed", { phase: "failed" }, {}, ["exactly what you paid. 8 × 10.00 TUSD = 80.00 TUSD", "Get 80.00 TUSD back"]],
    ["failed and refunded", { phase: "failed", held: 0n }, { refunded: 80_000_000n }, ["You got 80.00 TUSD back"]],
    [
      "failed with a kept refund",
      { phase: "failed", held: 0n, kept: 80_000_000n },
      { refunded: 80_000_000n },
      ["80.00 TUSD could not be paid", "Get the 80.00 TUSD that was kept"],
    ],
  ])("says what to do when the sale is %s", async (_, change, past, words) => {
    const text = await textOf({ ...change, perShare: 0n }, { ...past, credits: [] });

    for (const part of words) expect(text).toContain(part);
    expect(text).not.toContain("Send shares");
  });

  describe("the sums", () => {
    it("add up one currency, and keep another apart", async () => {
      const euro = { address: "0x00000000000000000000000000000000000000d2", symbol: "TEUR", decimals: 2 } as const;
      const mill = {
        ...solar,
        address: "0x00000000000000000000000000000000000000b3",
        price: 2_500n,
        currency: euro,
      } as const;
      const other = withChange({ token: mill, claimable: 150n }, { claimed: 0n });
      const text = (await show(example, withChange({ token: solar }), other)).container.textContent;

      expect(text).toContain("22.020288 TUSD");
      expect(text).toContain("160.00 TUSD");
      expect(text).toContain("200.00 TEUR");
    });

    it("offers to claim everything in steps where more than one business has some", async () => {
      const { container, getByRole } = await show(example, withChange({ token: solar }));

      getByRole("button", { name: "Claim all dividends: 22.020288 TUSD" });
      expect(container.textContent).toContain("This takes 2 steps, one for each business.");
    });

    it("leave that out where one has", async () => {
      const { queryByRole } = await show(example, withChange({ token: solar, claimable: 0n }));

      expect(queryByRole("button", { name: /Claim all/ })).toBeNull();
    });
  });
});

// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { renderSaid } from "../../testing/renderSaid.tsx";
import { blockQuery } from "../../chain/blockQuery.ts";
import { type MemberHours as Account, memberHoursQuery } from "../../chain/hours/memberHoursQuery.ts";
import { timesheetBytesQuery } from "../../chain/hours/timesheetBytesQuery.ts";
import { memberWeeksQuery } from "../../chain/hours/memberWeeksQuery.ts";
import { type Earnings, earningsOf } from "@one-small-town/core/hours/earnings.ts";
import { dividendsQuery } from "../../chain/shares/dividendsQuery.ts";
import type { Dividend } from "../../chain/shares/readClaimable.ts";
import type { System } from "../../chain/System.ts";
import { dateTime } from "../../content/format.ts";
import { weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { SystemContext } from "../../chain/useSystem.ts";
import { MemberHours } from "./MemberHours.tsx";

const dollar = { address: "0x00000000000000000000000000000000000000d1", symbol: "TUSD", decimals: 6 } as const;
const town = { id: 1, name: "Willowmere", country: 710, currency: dollar };
const member = { town: 1, number: 2, wallet: "0x00000000000000000000000000000000000000a1" } as const;
const system = {
  deployment: { startBlockHash: "0x01", addresses: { InfinityToken: "0x00000000000000000000000000000000000000e1" } },
} as unknown as System;

const BAKERY = "0x00000000000000000000000000000000000000f0";
const REVIEWED = "0x00000000000000000000000000000000000000f9";
const week = (index: 0 | 1) => ({ index, weekIndex: 2_960 + index, active: 10, cashPerActive: 3_000_000n });
const account: Account = {
  joinedIn: 2_960,
  timesheets: 2,
  claimedUpTo: 1,
  infinity: 2n * 10n ** 18n,
  cash: 3_000_000n,
  kept: 0n,
  balance: 10n ** 18n,
  pending: null,
};
const dividend: Dividend = {
  token: { offering: 1n, business: 1n, address: BAKERY, name: "Bakery", symbol: "BAKERY", price: 1n, currency: dollar },
  amount: 500_000n,
};

/** The page as it stands once everything is read: member 2 worked 3.5 and 7.25 hours, and 4 in the week under review. */
async function show(
  change: Partial<Account> = {},
  dividends: Dividend[] = [],
  earned: Earnings[] = [earningsOf(week(0), 14), earningsOf(week(1), 29)],
): Promise<string> {
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  cache.setQueryData(memberHoursQuery(system, member).queryKey, { ...account, ...change });
  const weeks = memberWeeksQuery(system, member, { from: 0, upTo: change.timesheets ?? 2 });
  cache.setQueryData(weeks.queryKey, earned);
  cache.setQueryData(timesheetBytesQuery(system, REVIEWED).queryKey, new Uint8Array([0, 16]));
  cache.setQueryData(dividendsQuery(system, member.wallet).queryKey, dividends);
  cache.setQueryData(blockQuery(system).queryKey, { number: 9n, timestamp: 1_000, readAt: performance.now() });
  const rootRoute = createRootRoute();
  const home = createRoute({
    getParentRoute: () => rootRoute,
    path: "/",
    component: () => <MemberHours town={town} member={member} />,
  });
  const router = createRouter({ routeTree: rootRoute.addChildren([home]), history: createMemoryHistory() });
  const { container, findByText } = renderSaid(
    <SystemContext value={system}>
      <QueryClientProvider client={cache}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </SystemContext>,
  );
  await findByText("Ready for you");
  return container.textContent;
}

describe("MemberHours", () => {
  beforeAll(() => void vi.stubGlobal("scrollTo", () => undefined)); // jsdom has no scrolling

  it("says what one claim pays, and that it agrees with the weeks below", async () => {
    const text = await show();

    expect(text).toContain("Member number 2 of Willowmere");
    expect(text).toContain("From 1 week not claimed yet");
    expect(text).toContain("Claim 2 INFINITY and 3.00 TUSD");
    expect(text).not.toContain("do not match");
  });

  it("warns when the amounts and the weeks do not agree", async () => {
    expect(await show({ cash: 3_000_001n })).toContain("do not match");
  });

  it("claims by the order in which weeks were closed, and lists them by the calendar", async () => {
    const late = [{ weekIndex: 2_961 }, { weekIndex: 2_960 }].map(({ weekIndex }, index) =>
      earningsOf({ index, weekIndex, active: 10, cashPerActive: 3_000_000n }, 14 + index),
    );
    const text = await show({ infinity: 10n ** 18n }, [], late);

    expect(text).not.toContain("do not match");
    expect(text).toContain("From 1 week not claimed yet");
    expect(text.indexOf("3.5 hours")).toBeLessThan(text.indexOf("3.75 hours"));
  });

  it("says by the person's own clock when the running week ends", async () => {
    expect(await show()).toContain(`This week ends on ${dateTime(weekEnd(weekIndexOf(1_000)))} where you are.`);
  });

  it("waits with the warning while a newer week is still being read", async () => {
    expect(await show({ cash: 6_000_000n, timesheets: 3 })).not.toContain("do not match");
  });

  it("claims dividends and kept cash along, and says how many steps that takes", async () => {
    const text = await show({ kept: 1_000_000n }, [dividend]);

    expect(text).toContain("Dividends of Bakery0.50 TUSD");
    expect(text).toContain("Claim 2 INFINITY and 4.50 TUSD");
    expect(text).toContain("This takes 3 steps");
  });

  it("says when there is nothing to claim", async () => {
    expect(await show({ claimedUpTo: 2, infinity: 0n, cash: 0n })).toContain("Nothing to claim now");
  });

  it("shows the week under review, until when, and does not count it", async () => {
    const pending = { pointer: REVIEWED, weekIndex: 2_962, reviewEnds: 2_000 } as const;
    const text = await show({ pending });

    expect(text).toContain("4 hoursunder review");
    expect(text).toContain("may refuse this week");
    expect(text).toContain("hours in all10.75");
  });

  it("says who can close the week when its review is over", async () => {
    const pending = { pointer: REVIEWED, weekIndex: 2_962, reviewEnds: 1_000 } as const;

    expect(await show({ pending })).toContain("The review is over.");
  });

  it("leaves out the weeks before the person joined", async () => {
    const text = await show({ joinedIn: 2_961 });

    expect(text).toContain("7.25 hours");
    expect(text).not.toContain("3.5 hours");
  });
});

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
import type { Person } from "../../chain/members/personQuery.ts";
import type { System } from "../../chain/System.ts";
import { SystemContext } from "../../chain/useSystem.ts";
import { NotMember } from "./NotMember.tsx";

const wallet = "0x00000000000000000000000000000000000000a1" as const;
const dollar = { address: "0x00000000000000000000000000000000000000d1", symbol: "TUSD", decimals: 6 } as const;
const town = { id: 1, name: "Willowmere", country: 710, currency: dollar };
const system = { deployment: { startBlockHash: "0x01" } } as unknown as System;
const resident: Person = {
  town: 1,
  country: 710,
  residentUntil: 2_000,
  number: 0,
  left: false,
  suspended: false,
  successor: null,
};

async function textOf(change: Partial<Person>): Promise<string> {
  const person = { ...resident, ...change };
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  cache.setQueryData(blockQuery(system).queryKey, { number: 9n, timestamp: 1_000, readAt: performance.now() });
  const root = createRootRoute();
  const page = () => <NotMember person={person} wallet={wallet} town={person.town === 1 ? town : null} />;
  const home = createRoute({ getParentRoute: () => root, path: "/", component: page });
  const router = createRouter({ routeTree: root.addChildren([home]), history: createMemoryHistory() });
  const { container, findAllByText } = renderSaid(
    <SystemContext value={system}>
      <QueryClientProvider client={cache}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </SystemContext>,
  );
  await findAllByText(/./);
  return container.textContent;
}

describe("NotMember", () => {
  beforeAll(() => void vi.stubGlobal("scrollTo", () => undefined)); // jsdom has no scrolling

  it.each<[string, Partial<Person>, string]>([
    ["lives in a town and has not joined", {}, "You live in Willowmere, but you have not joined yet"],
    ["is known to nobody", { town: 0, country: 0 }, "Nobody has vouched for this wallet yet"],
    ["lives in no town of the list", { town: 0 }, "You live in no town that takes part"],
    ["is suspended", { suspended: true }, "You are suspended"],
  ])("says so to somebody who %s", async (_, change, words) => {
    expect(await textOf(change)).toContain(words);
  });

  it("names the wallet that follows one which is out of use", async () => {
    const successor = "0x00000000000000000000000000000000000000b2";
    const text = await textOf({ town: 0, country: 0, successor });

    expect(text).toContain(`belongs to the wallet ${successor} now`);
    expect(text).not.toContain("vouched");
  });
});

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from "@tanstack/react-router";
import type { RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import { createClient, custom, zeroAddress, zeroHash } from "viem";
import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { System } from "../chain/System.ts";
import { SystemContext } from "../chain/useSystem.ts";
import { renderSaid } from "./renderSaid.tsx";

/**
 * What the test's node does: never answers, or refuses everything, or what is said of it. What it would have said is put
 * into the cache.
 */
type Node = "silent" | "broken" | Ask;
type Known = { queryKey: readonly unknown[]; data: unknown };

/** For tests: a component that reads the chain, with what the chain is to say. */
export function renderRead(
  node: ReactNode,
  { chain = "silent", known = () => [] }: { chain?: Node; known?: (system: System) => Known[] } = {},
): RenderResult {
  const system = systemOf(chain);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  known(system).forEach(({ queryKey, data }) => queries.setQueryData(queryKey, data));
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  return renderSaid(
    <SystemContext value={system}>
      <QueryClientProvider client={queries}>
        <RouterContextProvider router={router as never}>{node}</RouterContextProvider>
      </QueryClientProvider>
    </SystemContext>,
  );
}

function systemOf(chain: Node): System {
  const asks = {
    silent: () => new Promise<never>(() => {}),
    broken: () => Promise.reject(new Error("refused")),
  };
  const request = typeof chain === "string" ? asks[chain] : chain;
  const addresses = new Proxy({} as Deployment["addresses"], { get: () => zeroAddress });
  const deployment = { chainId: 31337, addresses, startBlock: 1, startBlockHash: zeroHash } as unknown as Deployment;
  const nativeCurrency = { name: "Ether", symbol: "ETH", decimals: 18 };
  const network = { name: "Test chain", rpcUrl: "", explorer: null, nativeCurrency };
  return {
    deployment,
    settings: { deployment, network, howToGetCurrency: null },
    client: createClient({ transport: custom({ request }, { retryCount: 0 }) }) as never,
  };
}

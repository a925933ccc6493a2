import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import { httpNode } from "@one-small-town/core/asking/httpNode.ts";
import { guarding } from "@one-small-town/core/asking/wrongNode.ts";
import type { Telling } from "./past/Telling.ts";
import { type Chain, type Client, createClient, custom, type CustomTransport, defineChain } from "viem";

/** What every read goes through. A small client: reads are functions that take it, so that only used ones are loaded. */
export type TownClient = Client<CustomTransport, Chain> & {
  /** Opens the history beside the pages; null where there is none, or it does not come. */
  past?: () => Promise<Telling | null>;
  /** When blocks were (seconds), as it was said with their events. */
  times?: Map<bigint, number>;
};

function makeClient({ deployment, network }: Settings): TownClient {
  const chain = defineChain({
    id: deployment.chainId,
    name: network.name,
    nativeCurrency: network.nativeCurrency,
    rpcUrls: { default: { http: [network.rpcUrl] } },
    ...(network.explorer === null ? {} : { blockExplorers: { default: { name: "Explorer", url: network.explorer } } }),
  });
  // Figures after a transaction are read at once, so no block number is kept.
  const ask = guarding(httpNode(network.rpcUrl), deployment);
  const transport = custom({ request: ask }, { retryCount: 0 });
  // No contract makes a page ask a host that it names (EIP-3668).
  return createClient({ chain, cacheTime: 0, ccipRead: false, transport });
}

/** Where every read of a page starts: the contracts of one deployment, and the node that answers for them. */
export type System = { settings: Settings; deployment: Settings["deployment"]; client: TownClient };

/** `openPast` gives a client the history beside the pages; without it the node tells everything. */
export function makeSystem(
  settings: Settings,
  openPast?: (client: TownClient) => NonNullable<TownClient["past"]>,
): System {
  const client = makeClient(settings);
  client.times = new Map();
  if (openPast !== undefined) client.past = openPast(client);
  return { settings, deployment: settings.deployment, client };
}

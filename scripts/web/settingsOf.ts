import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import type { NetworkParameters } from "../deploy/networks.ts";

type Wishes = {
  rpcUrl?: string | undefined;
  indexer?: string | undefined;
  /** Where the code is. */
  source?: string | undefined;
  howToGetCurrency?: string | undefined;
  ipfsGateways?: readonly string[];
  /** The hash of the history's index, where there is one beside the pages. */
  history?: string | undefined;
};

/** What the pages are told about a deployment; reading at the network's public node unless another is wished. */
export function settingsOf(
  deployment: Deployment,
  { name, publicRpc, explorer, nativeCurrency }: NetworkParameters,
  { rpcUrl = publicRpc, indexer, source, howToGetCurrency, ipfsGateways = [], history }: Wishes = {},
): Settings {
  return {
    deployment,
    network: { name, rpcUrl, explorer, nativeCurrency },
    ...(indexer === undefined ? {} : { indexer }),
    ...(history === undefined ? {} : { history }),
    ...(source === undefined ? {} : { source }),
    howToGetCurrency: howToGetCurrency ?? null,
    ipfsGateways,
  };
}

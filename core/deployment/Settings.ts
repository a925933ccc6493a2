import type { Address } from "viem";
import type { Deployment } from "./Deployment.ts";

/**
 * A currency in which some wallets can pay the network's fee, as on Celo: the address is what transactions name.
 * `adapts`: where that is an adapter, which counts with more decimals, the currency out of which it takes the fee.
 */
export type FeeCurrency = {
  address: Address;
  symbol: string;
  decimals: number;
  adapts?: { address: Address; decimals: number };
};

/** What a served dApp is told about where it reads: `settings.json` beside its pages. */
export type Settings = {
  deployment: Deployment;
  network: {
    /** As wallets show it. */
    name: string;
    /** Where the dApp reads. A wallet that lacks the network is offered the same address. */
    rpcUrl: string;
    /** Where people look transactions up; null where there is no such place. */
    explorer: string | null;
    /** What gas is paid in. */
    nativeCurrency: { name: string; symbol: string; decimals: number };
    /** What MiniPay, whose owners have none of that, is told to pay it in instead; when absent, it chooses. */
    feeCurrency?: FeeCurrency;
  };
  /** Where an indexer of this deployment answers, without a slash at the end; none when absent. */
  indexer?: string;
  /** The hash of `history/index.json` beside the pages, as `npm run history` prints it; none when absent. */
  history?: string;
  /** Where the code of the pages, the commands and the contracts is: an address; none when absent. */
  source?: string;
  /** A sentence of the town on how to get its currency, in the words of the place; null when nobody wrote one. */
  howToGetCurrency: string | null;
  /** Where content on IPFS is fetched, such as `https://ipfs.example/ipfs/`, the best first; none when absent. */
  ipfsGateways?: readonly string[];
};

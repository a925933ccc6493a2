import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Provider } from "ethers";
import type { Address } from "viem";
import type { Contracts } from "../contracts.ts";

/** What an act may ask while it makes its steps. Nothing here writes. */
export type Context = {
  deployment: Deployment;
  provider: Provider;
  contracts: Contracts;
  /** Whose act it is. Throws a Mistake where nobody said so. */
  sender: () => Address;
  /** Seconds of the chain's latest block. */
  now: number;
};

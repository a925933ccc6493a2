import type { Signer } from "ethers";
import type { Address } from "viem";
import type { TestDollar } from "../../types/ethers-contracts/index.js";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Contracts } from "../operator/contracts.ts";
import type { LocalChain } from "./openChain.ts";

/** A scenario's town on a local chain, ready for the first step. */
export type Town = {
  chain: LocalChain;
  deployment: Deployment;
  contracts: Contracts;
  currency: TestDollar;
  town: number;
  business: bigint;
  offering: bigint;
  token: Address;
  /** By person id. */
  people: Signer[];
  wallets: Address[];
  /** Pays profits in, and the gas of claims. */
  payer: Signer;
};

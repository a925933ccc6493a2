import type { Address } from "viem";
import type { TestDollar } from "../../types/ethers-contracts/index.js";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { DemoChain } from "./openDemoChain.ts";

/** The demo town while its history is played. */
export type DemoTown = {
  chain: DemoChain;
  deployment: Deployment;
  currency: TestDollar;
  town: number;
};

/** A business of the demo town; `offering` and `token` once its shares were offered. */
export type DemoBusiness = { business: bigint; plan: `0x${string}`; pack: `0x${string}`; title: string };
export type DemoSale = DemoBusiness & { offering: bigint; token: Address };

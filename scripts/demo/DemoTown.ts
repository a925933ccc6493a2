import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Address } from "viem";
import type { TestDollar } from "../../types/ethers-contracts/index.js";
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

/** The wallet of a person of the demo. */
export function personAt({ people }: DemoChain, id: number): DemoChain["people"][number] {
  const person = people[id];
  if (person === undefined) throw new Error(`The demo has no person ${id}`);
  return person;
}

/** Something that happens at a time of the demo's history (seconds). */
export type Scene = { at: number; happen: () => Promise<unknown> };

/** Lets everything happen that is due until `until`, in the order of time. */
export async function playInOrder({ chain }: DemoTown, scenes: Scene[], until: number): Promise<void> {
  const due = scenes.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
  for (const { at, happen } of due) {
    await chain.goTo(at);
    await happen();
  }
}

import type { Hex } from "viem";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { Mistake } from "../commands/Mistake.mjs";
import type { Connection, Plan } from "./makeOrReadPlan.ts";
import { contracts } from "./steps.ts";

/** The transaction that created each contract: of those that were sent for it, the one that the chain took. */
export async function findCreations({ ethers }: Connection, { sent }: Plan): Promise<Record<ContractName, Hex>> {
  const found = contracts.map(async ({ name }): Promise<[ContractName, Hex]> => {
    for (const { hash } of sent.filter((one) => one.name === name)) {
      if ((await ethers.provider.getTransactionReceipt(hash)) !== null) return [name, hash];
    }
    throw new Mistake(
      `All contracts are on chain, but the node knows of no transaction that created ${name}. ` +
        `Name another node, or wait; then run the same command again: it sends nothing more.`,
    );
  });
  return Object.fromEntries(await Promise.all(found)) as Record<ContractName, Hex>;
}

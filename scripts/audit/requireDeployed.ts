import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { CannotAudit } from "./CannotAudit.ts";
import type { Ask } from "./node/Ask.ts";

/** A deployment whose contracts came only after a block is not wrong there: there is nothing to check yet. */
export async function requireDeployed(ask: Ask, { addresses, startBlock }: Deployment, block: bigint): Promise<void> {
  const lacks = (address: string, at: string) =>
    ask({ method: "eth_getCode", params: [address, at] }).then(
      (code) => code === "0x",
      () => false,
    );
  const at = `0x${block.toString(16)}`;
  for (const [name, address] of Object.entries(addresses)) {
    if (block >= startBlock && !((await lacks(address, at)) && !(await lacks(address, "latest")))) continue;
    throw new CannotAudit(
      `At block ${block} this deployment was not there yet: it began in block ${startBlock}, and its ${name} came later. ` +
        `Name a later block with --block.`,
    );
  }
}

import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { CannotAudit } from "./CannotAudit.ts";
import type { Node } from "./node/agreeing.ts";
import type { Ask } from "@one-small-town/core/asking/Ask.ts";

/** A node without the first contract of a deployment, now, answers for another chain, or has not got so far. */
export async function requireContracts({ name, ask }: Node, { addresses, chainId }: Deployment): Promise<void> {
  const [[contract, address] = ["", ""]] = Object.entries(addresses);
  const code = await ask({ method: "eth_getCode", params: [address, "latest"] }).catch(() => null);
  if (code !== "0x") return;
  throw new CannotAudit(
    `The node ${name} has no ${contract} at ${address}: it answers for another chain that is numbered ${chainId} as well, ` +
      `or has not read this one so far. Name another with --rpc URL.`,
  );
}

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

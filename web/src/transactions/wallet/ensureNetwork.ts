import { getConnection, switchChain } from "wagmi/actions";
import type { System } from "../../contracts/System.ts";
import { wagmiOf } from "./wagmi.ts";

/** Asks the wallet to change to the deployment's network, where it is on another. Throws what the wallet says. */
export async function ensureNetwork(system: System): Promise<void> {
  const config = wagmiOf(system);
  const { chainId } = system.deployment;
  if (getConnection(config).chainId === chainId) return;

  await switchChain(config, { chainId });
}

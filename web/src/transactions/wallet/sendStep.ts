import { encodeFunctionData, type Hex } from "viem";
import { call, estimateGas } from "viem/actions";
import { getConnection, sendTransaction, switchChain } from "wagmi/actions";
import type { System } from "../../contracts/System.ts";
import type { Actor, NamedStep } from "../Transaction.ts";
import { wagmiOf } from "./wagmi.ts";

/** Wallets estimate at the time of the last block; a fifth more covers what changes until the next. */
const GAS_MARGIN = { numerator: 6n, denominator: 5n };

/** Tries a step on the chain without sending it, then hands it to the wallet. Throws what the chain or wallet says. */
export async function sendStep({ system, address }: Actor, { step }: NamedStep): Promise<Hex> {
  const request = { account: address, to: step.address, data: encodeFunctionData(step) };
  await call(system.client, request);
  const gas = await estimateGas(system.client, request);

  return sendTransaction(wagmiOf(system), {
    ...request,
    chainId: system.deployment.chainId,
    gas: (gas * GAS_MARGIN.numerator) / GAS_MARGIN.denominator,
  });
}

/** Asks the wallet to change to the deployment's network, where it is on another. Throws what the wallet says. */
export async function ensureNetwork(system: System): Promise<void> {
  const config = wagmiOf(system);
  const { chainId } = system.deployment;
  if (getConnection(config).chainId === chainId) return;

  await switchChain(config, { chainId });
}

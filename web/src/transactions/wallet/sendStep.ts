import { encodeFunctionData, type Hex, withRetry } from "viem";
import { call, estimateGas } from "viem/actions";
import { getConnection, sendTransaction, switchChain } from "wagmi/actions";
import type { System } from "../../chain/System.ts";
import type { Actor, NamedStep } from "../Transaction.ts";
import { wagmiOf } from "./wagmi.ts";

/** Wallets estimate at the time of the last block; a fifth more covers what changes until the next. */
const GAS_MARGIN = { numerator: 6n, denominator: 5n };

/** Behind one address often stand several nodes, and another one may not know yet what this one has confirmed. */
const CATCH_UP = { retryCount: 5, delay: 1_000 };

/**
 * Tries a step on the chain without sending it, then hands it to the wallet. Throws what the chain or wallet says.
 * @param isNext whether it builds on a step that was confirmed just now.
 */
export async function sendStep({ system, address }: Actor, { step }: NamedStep, isNext = false): Promise<Hex> {
  const request = { account: address, to: step.address, data: encodeFunctionData(step) };
  const tryOut = async () => {
    await call(system.client, request);
    return estimateGas(system.client, request);
  };
  const gas = await (isNext ? withRetry(tryOut, CATCH_UP) : tryOut());

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

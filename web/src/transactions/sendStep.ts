import { encodeFunctionData, type Hex } from "viem";
import { call, estimateGas } from "viem/actions";
import { sendTransaction } from "wagmi/actions";
import type { NamedStep, Actor } from "./Transaction.ts";
import { wagmiOf } from "./wallet/wagmi.ts";

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

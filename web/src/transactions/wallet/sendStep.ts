import { type Address, encodeFunctionData, type Hex, isAddressEqual, numberToHex, withRetry } from "viem";
import { getConnection } from "wagmi/actions";
import { shortAddress } from "@one-small-town/core/text.ts";
import type { System } from "../../chain/System.ts";
import { transactionWords } from "../../content/words/transactions.ts";
import { callOf } from "../callOf.ts";
import type { Sent } from "../journal.ts";
import { Obstacle } from "../Obstacle.ts";
import type { Actor, NamedStep } from "../Transaction.ts";
import { accountsIn, ask, askQuietly, hashIn, type Provider } from "./Provider.ts";
import { isOnNetwork, switchNetwork } from "./switchNetwork.ts";
import { wagmiOf } from "./wagmi.ts";
import { readWallet } from "./walletStore.ts";

/** Wallets estimate at the time of the last block; a fifth more covers what changes until the next. */
const GAS_MARGIN = { numerator: 6n, denominator: 5n };

/** Behind one address often stand several nodes, and another one may not know yet what this one has confirmed. */
const CATCH_UP = { retryCount: 5, delay: 1_000 };

export type Call = { from: Address; to: Address; data: Hex; feeCurrency?: Address };

/** What of a transaction is known once its wallet has sent it. */
export type JustSent = Pick<Sent, "hash" | "from" | "nonce" | "call" | "block">;

/** Tries a call on the chain without sending it, and says what gas it takes. Throws what the chain says. */
export async function tryOut(system: System, call: Call): Promise<bigint> {
  try {
    return await estimate(system, call);
  } catch (error) {
    // Not every node tells a contract's reason with an estimate.
    await system.client.request({ method: "eth_call", params: [call, "latest"] });
    throw error;
  }
}

/** What gas a call takes. Throws where it fails, with or without what the chain says. */
export async function estimate({ client }: System, call: Call): Promise<bigint> {
  return BigInt(await client.request({ method: "eth_estimateGas", params: [call] }));
}

/** A call that builds on what was confirmed just now, which the next node may not know yet. */
export function tryOutNext(system: System, call: Call): Promise<bigint> {
  return withRetry(() => tryOut(system, call), CATCH_UP);
}

export function callOfStep({ address }: Actor, { step }: NamedStep, feeCurrency: Address | undefined): Call {
  const call = { from: address, to: step.address, data: encodeFunctionData(step) };
  return feeCurrency === undefined ? call : { ...call, feeCurrency };
}

/** Hands a call that was tried out to the wallet. Throws what the wallet says; its owner may take their time. */
export async function sendCall(system: System, call: Call, gas: bigint): Promise<JustSent> {
  const { client, deployment } = system;
  const provider = await providerOf(system);
  await expectAccount(provider, call.from);
  const [nonce, block] = await Promise.all([
    client.request({ method: "eth_getTransactionCount", params: [call.from, "pending"] }),
    client.request({ method: "eth_blockNumber" }),
  ]);

  const limit = (gas * GAS_MARGIN.numerator) / GAS_MARGIN.denominator;
  const request = { ...call, gas: numberToHex(limit), chainId: numberToHex(deployment.chainId) };
  const hash = hashIn(await ask(provider, "eth_sendTransaction", [request]));

  const what = callOf({ to: call.to, input: call.data });
  return { hash, from: call.from, nonce: Number(nonce), block: Number(block), call: what };
}

/** Nothing goes on in another account's name, it throws an obstacle: what was checked and allowed was for this one. */
export async function expectAccount(provider: Provider, expected: Address): Promise<void> {
  const told = await askQuietly(provider, "eth_accounts").then(accountsIn, () => []);
  const present = told[0] ?? readWallet()?.address;
  if (present !== undefined && isAddressEqual(present, expected)) return;

  const words =
    present === undefined
      ? transactionWords.walletGone(shortAddress(expected))
      : transactionWords.accountChanged(shortAddress(expected), shortAddress(present));
  throw new Obstacle(words);
}

/** Sees to it that the wallet is on the deployment's network; `onAsk` is called where its owner is asked to change. */
export async function ensureNetwork(system: System, onAsk: () => void): Promise<void> {
  const { chain } = system.client;
  const provider = await providerOf(system);
  if (await isOnNetwork(provider, chain)) return;

  onAsk();
  await switchNetwork(provider, chain);
  // Not every wallet tells of a change.
  getConnection(wagmiOf(system)).connector?.onChainChanged(numberToHex(chain.id));
}

export async function providerOf(system: System): Promise<Provider> {
  const provider = await getConnection(wagmiOf(system)).connector?.getProvider();
  if (provider === undefined) throw new Obstacle(transactionWords.noWallet);
  return provider as Provider;
}

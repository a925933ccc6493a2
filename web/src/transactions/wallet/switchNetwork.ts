import { numberToHex, SwitchChainError } from "viem";
import type { TownClient } from "../../chain/System.ts";
import { isRefusal } from "../../content/errors/describeTrouble.ts";
import { ask, askQuietly, chainIdIn, type Provider } from "./Provider.ts";

/** How long a wallet that says it has changed may take until it has. */
const LATE = 5_000;
const PAUSE = 300;

type Chain = TownClient["chain"];

/** Whether the wallet is on this network now, by its own word. False where it does not answer soon. */
export async function isOnNetwork(provider: Provider, { id }: Chain): Promise<boolean> {
  return askQuietly(provider, "eth_chainId").then(
    (answer) => chainIdIn(answer) === id,
    () => false,
  );
}

/**
 * Asks a wallet to change to a network, which it is offered where it lacks it. Done as soon as the wallet is there,
 * whether it answers or not, and also when its owner changes the network themselves. Throws what it says.
 */
export async function switchNetwork(provider: Provider, chain: Chain): Promise<void> {
  const over = new AbortController();
  const there = untilThere(provider, chain, over.signal);
  const asked = askToSwitch(provider, chain).then(() =>
    Promise.race([there, pause(LATE).then(() => Promise.reject(new SwitchChainError(new Error("No change"))))]),
  );
  try {
    await Promise.race([there, asked]);
  } finally {
    over.abort();
  }
}

async function untilThere(provider: Provider, chain: Chain, over: AbortSignal): Promise<void> {
  while (!over.aborted && !(await isOnNetwork(provider, chain))) await pause(PAUSE);
}

/** Which code a wallet gives for a network that it lacks is anybody's guess; a "no" is clear. */
async function askToSwitch(provider: Provider, chain: Chain): Promise<void> {
  const request = [{ chainId: numberToHex(chain.id) }];
  try {
    await ask(provider, "wallet_switchEthereumChain", request);
  } catch (error) {
    if (isRefusal(error)) throw error;
    await ask(provider, "wallet_addEthereumChain", [offerOf(chain)]).catch((second: unknown) => {
      throw isRefusal(second) ? second : new SwitchChainError(error as Error);
    });
    if (!(await isOnNetwork(provider, chain))) await ask(provider, "wallet_switchEthereumChain", request);
  }
}

function offerOf({ id, name, nativeCurrency, rpcUrls, blockExplorers }: Chain) {
  return {
    chainId: numberToHex(id),
    chainName: name,
    nativeCurrency,
    rpcUrls: rpcUrls.default.http,
    ...(blockExplorers === undefined ? {} : { blockExplorerUrls: [blockExplorers.default.url] }),
  };
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

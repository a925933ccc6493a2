import type { Provider } from "ethers";
import type { Call } from "./safeFile.ts";

/** So far back it is looked for what was sent; less where the node has forgotten the state of so long ago. */
const REACHES = [5_000, 100];

/** Of so many of a wallet's last transactions. */
const MOST = 10;

/** Whether a wallet has sent just this call a moment ago, and in which transaction. The chain alone is asked. */
export async function sentBefore(provider: Provider, from: string, call: Call): Promise<string | undefined> {
  const latest = await provider.getBlockNumber();
  const now = await provider.getTransactionCount(from, latest);
  const start = await startOf(provider, from, latest);
  if (start === undefined) return undefined;
  for (let nonce = now - 1; nonce >= Math.max(start.nonce, now - MOST); nonce--) {
    const block = await blockOf(provider, from, nonce, [start.block, latest]);
    const transactions = (await provider.getBlock(block, true))?.prefetchedTransactions ?? [];
    const mine = transactions.find((one) => one.from.toLowerCase() === from.toLowerCase() && one.nonce === nonce);
    if (mine?.to?.toLowerCase() === call.to.toLowerCase() && mine.data === call.data) {
      const receipt = await provider.getTransactionReceipt(mine.hash);
      if (receipt?.status === 1) return mine.hash;
    }
  }
  return undefined;
}

/** How many transactions a wallet had sent, as far back as the node knows. */
async function startOf(
  provider: Provider,
  from: string,
  latest: number,
): Promise<{ block: number; nonce: number } | undefined> {
  for (const reach of REACHES) {
    const block = Math.max(0, latest - reach);
    try {
      return { block, nonce: await provider.getTransactionCount(from, block) };
    } catch {
      // the node keeps no state of then
    }
  }
  return undefined;
}

/** The block in which a wallet's transaction of this nonce is: the first after which more were sent. */
async function blockOf(
  provider: Provider,
  from: string,
  nonce: number,
  [low, high]: readonly [number, number],
): Promise<number> {
  let [before, within] = [low, high];
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if ((await provider.getTransactionCount(from, middle)) > nonce) within = middle;
    else before = middle;
  }
  return within;
}

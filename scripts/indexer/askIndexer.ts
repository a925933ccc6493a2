import { setTimeout as wait } from "node:timers/promises";

/** What an indexer's database answers. Throws with its own words when it does not. */
export async function askIndexer(url: string, query: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
  if (answer.data === undefined) throw new Error(answer.errors?.map(({ message }) => message).join(", "));
  return answer.data;
}

const MILLISECONDS_BETWEEN_LOOKS = 200;

type Status = Record<string, { block: { number: number } | null }>;

/** Waits until an indexer has read up to a block. Throws after so many seconds. */
export async function waitForBlock(url: string, block: number, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if ((await blockOf(url)) >= block) return;
    await wait(MILLISECONDS_BETWEEN_LOOKS);
  }
  throw new Error(`The indexer did not come to block ${block} in ${seconds} s; it is at ${await blockOf(url)}.`);
}

async function blockOf(url: string): Promise<number> {
  try {
    const ready = await fetch(`${url}/ready`);
    if (!ready.ok) return -1;
    const [chain] = Object.values((await (await fetch(`${url}/status`)).json()) as Status);
    return chain?.block?.number ?? -1;
  } catch {
    return -1; // it does not listen yet
  }
}

import { httpNode } from "@one-small-town/core/asking/httpNode.ts";
import { CannotAudit } from "./CannotAudit.ts";
import type { Node } from "./node/agreeing.ts";

/** A terminal waits longer than a page, and asks more at once; but whether somebody is there is soon told. */
const MANNERS = { timeout: 60_000, atOnce: 12 };
const FIRST = { timeout: 5_000 };

/** So many milliseconds a question waits unsaid, and between two words of waiting. */
const UNSAID = 1_000;
const BETWEEN = 10_000;

type Listener = { onAsk: () => void; onWait: (words: string) => void };

/** The nodes at some addresses, all of one chain. `onAsk` is told of each question to each, `onWait` what is waited for. */
export async function openNodes(
  urls: readonly string[],
  { onAsk, onWait }: Listener,
): Promise<{ nodes: readonly Node[]; chainId: number }> {
  const names = namesOf(urls);
  const waits = names.map((name) => tellingOf(name, onWait));
  const nodes = urls.map((url, i): Node => {
    const ask = httpNode(url, { ...MANNERS, onWait: waits[i] });
    return {
      name: names[i] ?? url,
      ask: (request) => {
        onAsk();
        return ask(request);
      },
    };
  });
  const ids = await Promise.all(
    urls.map((url, i) => {
      onAsk();
      return chainIdOf({ name: names[i] ?? url, ask: httpNode(url, { ...FIRST, onWait: waits[i] }) });
    }),
  );
  const other = ids.findIndex((id) => id !== ids[0]);
  if (other === -1) return { nodes, chainId: ids[0] ?? 0 };
  throw new CannotAudit(
    `The nodes are of different chains: ${names[0]} of chain ${ids[0]}, ${names[other]} of chain ${ids[other]}.`,
  );
}

/** Says now and then what a node is waited for, and why. */
function tellingOf(name: string, tell: (words: string) => void) {
  let told = Number.NEGATIVE_INFINITY;
  return (why: string, milliseconds: number) => {
    if (milliseconds < UNSAID || Date.now() - told < BETWEEN) return;
    told = Date.now();
    tell(`Waiting for the node ${name}, which is asked again (${why}).`);
  };
}

async function chainIdOf({ name, ask }: Node): Promise<number> {
  try {
    return Number(await ask({ method: "eth_chainId" }));
  } catch (error) {
    throw new CannotAudit(
      `The node ${name} does not answer (${(error as Error).message}). Name another with --rpc URL.`,
    );
  }
}

/** How nodes are called in what is printed: without what comes after the host, where many have a key. */
function namesOf(urls: readonly string[]): string[] {
  const hosts = urls.map((url) => new URL(url).origin);
  return hosts.map((host, i) => (hosts.indexOf(host) === hosts.lastIndexOf(host) ? host : `${host} (${i + 1})`));
}

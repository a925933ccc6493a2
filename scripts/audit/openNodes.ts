import { httpNode } from "@one-small-town/core/asking/httpNode.ts";
import { CannotAudit } from "./CannotAudit.ts";
import type { Node } from "./node/agreeing.ts";

/** A terminal waits longer than a page, and asks more at once. */
const MANNERS = { timeout: 60_000, atOnce: 12 };

/** The nodes at some addresses, all of one chain. `onAsk` is told of each question to each. */
export async function openNodes(
  urls: readonly string[],
  onAsk: () => void,
): Promise<{ nodes: readonly Node[]; chainId: number }> {
  const names = namesOf(urls);
  const nodes = urls.map((url, i): Node => {
    const ask = httpNode(url, MANNERS);
    return {
      name: names[i] ?? url,
      ask: (request) => {
        onAsk();
        return ask(request);
      },
    };
  });
  const ids = await Promise.all(nodes.map(chainIdOf));
  const other = ids.findIndex((id) => id !== ids[0]);
  if (other === -1) return { nodes, chainId: ids[0] ?? 0 };
  throw new CannotAudit(
    `The nodes are of different chains: ${names[0]} of chain ${ids[0]}, ${names[other]} of chain ${ids[other]}.`,
  );
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

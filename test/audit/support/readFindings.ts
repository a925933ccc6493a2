import { createClient, custom, defineChain } from "viem";
import { reportRoles } from "../../../scripts/audit/roles/reportRoles.ts";
import { checkState } from "../../../scripts/audit/state/checkState.ts";
import type { System } from "../../../web/src/chain/System.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { checkBooks } from "@one-small-town/core/verify/checkBooks.ts";
import { connection } from "../../fixture/connection.ts";
import { readChainBooks } from "../../fixture/readChainBooks.ts";

type Node = Parameters<typeof custom>[0];

/** What of the books, roles and state does not hold, by a node that may lie; `words` of what the contracts say instead. */
export async function readFindings(deployment: Deployment, node: Node = connection.provider) {
  const nativeCurrency = { name: "Ether", symbol: "ETH", decimals: 18 };
  const chain = defineChain({ id: deployment.chainId, name: "", nativeCurrency, rpcUrls: { default: { http: [] } } });
  const client = createClient({ chain, cacheTime: 0, transport: custom(node, { retryCount: 0 }) });
  const system = { client, deployment } as unknown as System;
  const books = await readChainBooks(deployment, {}, node);
  const history = { fromBlock: BigInt(deployment.startBlock), toBlock: books.block.number };
  const findings = checkBooks(books).filter(({ outcome }) => outcome !== "holds");
  const roles = await reportRoles(system, deployment, { history, town: null });
  const state = await checkState(system, books, history).catch(() => null);
  const wrong = (state ?? []).filter(({ outcome }) => outcome === "broken");
  return {
    keys: [
      ...findings.map(({ key }) => key),
      ...(roles.lines.some(({ outcome }) => outcome !== "holds") ? ["roles"] : []),
      ...(state === null || wrong.length > 0 ? ["state"] : []),
    ],
    words: wrong.map(({ words }) => words),
  };
}

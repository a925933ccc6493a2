import { createClient, custom, defineChain } from "viem";
import { reportState } from "../../../scripts/audit/reportState.ts";
import { reportRoles } from "../../../scripts/audit/roles/reportRoles.ts";
import type { Line } from "../../../scripts/audit/Report.ts";
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
  const findings = checkBooks(books).filter(({ outcome }) => outcome !== "holds");
  const state = books.said === null ? [] : reportState(books);
  const roles = books.said === null ? [] : (await reportRoles(system, books)).lines;
  const wordsOf = (lines: readonly Line[]) =>
    lines.flatMap(({ outcome, words }) => (outcome === "broken" ? [words] : []));
  return { keys: findings.map(({ key }) => key), words: wordsOf(state), roles: wordsOf(roles) };
}

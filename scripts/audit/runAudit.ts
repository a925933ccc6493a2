import { existsSync } from "node:fs";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Head } from "@one-small-town/core/asking/endOfReading.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { worstOf } from "@one-small-town/core/verify/Finding.ts";
import { networks } from "../deploy/networks.ts";
import { auditChain } from "./auditChain.ts";
import { CannotAudit } from "./CannotAudit.ts";
import { findDeployment } from "./findDeployment.ts";
import { agreeing, tallyOf, type Trouble } from "./node/agreeing.ts";
import { findBlock, requireSameBlock } from "./node/findBlock.ts";
import { memoryFile } from "./node/memory.ts";
import { differentNodes } from "./node/sameNode.ts";
import { openNodes } from "./openNodes.ts";
import type { OnProgress } from "./progress.ts";
import type { Wishes } from "./readWishes.ts";
import type { Report } from "./Report.ts";
import { reportNodes } from "./reportNodes.ts";
import { requireContracts, requireDeployed } from "./requireDeployed.ts";
import { blindSpotWords } from "./words/verifyWords.ts";
import { verdictOf } from "./verdictOf.ts";

type Surroundings = {
  onProgress: OnProgress;
  /** Told at which block all is read. */
  onBlock?: (block: bigint) => void;
  /** Told what is waited for. */
  onWait?: (words: string) => void;
  /** Where answers are kept for a run that goes on where another stopped. */
  cacheFolder: string;
};

const NOTHING = { invariants: [], checks: [], holders: [], risks: [], currencies: [] };

/** Does the books of a deployment again, and reports what it found. Throws CannotAudit where there is nothing to read. */
export async function runAudit(wishes: Wishes, surroundings: Surroundings): Promise<Report> {
  const { onProgress, onBlock, onWait = () => undefined, cacheFolder } = surroundings;
  const began = performance.now();
  const effort = { requests: 0 };
  const wanted = wishes.rpcUrls.length > 0 ? wishes.rpcUrls : [usualUrl(wishes.deploymentFile)];
  const { urls, same } = differentNodes(wanted);
  const { nodes, chainId } = await openNodes(urls, { onAsk: () => effort.requests++, onWait });
  const deployment = deploymentOn(chainId, wishes.deploymentFile);
  const troubles: Trouble[] = [];
  const tally = tallyOf(nodes);
  const ask = agreeing(nodes, (trouble) => troubles.push(trouble), tally);

  const now = chainId === networks.local.chainId ? null : Date.now() / 1000; // nobody may have sent a local chain anything
  const requireAll = () => Promise.all(nodes.map((node) => requireContracts(node, deployment)));
  // That a node answers for another chain comes before whatever else is wrong with its blocks.
  const found = findBlock(ask, nodes, { wanted: wishes.block, now }).catch(async (error: unknown) => {
    await requireAll();
    throw error;
  });
  const block = await unlessFalse(found, troubles);
  if (block && wishes.block !== null) await requireDeployed(ask, deployment, block.number);
  if (block) onBlock?.(block.number);
  const file = block && wishes.isCached ? memoryFile(cacheFolder, deployment, block, urls) : null;
  // A block of which answers were kept has the contracts below it.
  if (file === null || !existsSync(file)) await requireAll();
  const { town, history } = wishes;
  const subject = block && { deployment, block, town, history, memoryFile: file };
  const results = subject ? await auditChain(ask, subject, onProgress) : NOTHING;
  if (block) await requireSameBlock(ask, block);

  const checks = [...results.checks, reportNodes(nodes, troubles, same)];
  const outcome = worstOf([...results.invariants, ...checks].map((one) => one.outcome));
  const at = block && { chainId, block: block.number, hash: block.hash, time: block.time };
  const refused = troubles.filter(({ kind }) => kind === "refused").map(({ words }) => words);
  const names = nodes.map(({ name }) => name);
  const judged = { outcome, at, town: wishes.town, invariants: results.invariants, checks };
  return harmless({
    schema: 1,
    outcome,
    verdict: verdictOf(judged, { names, tally }),
    at,
    town: wishes.town,
    nodes: names,
    ...results,
    checks,
    risks: [...results.risks, ...new Set(refused)],
    hidden: nodes.length > 1 ? [] : Object.values(blindSpotWords).map(({ message = "" }) => message),
    effort: { seconds: secondsSince(began), ...effort, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) },
  });
}

/** Letters of the longest sentence of a report. */
const MOST_WORDS = 20_000;

/** A report as a terminal and a file may show it, whatever words of strangers are still as they came. */
function harmless<value>(value: value): value {
  if (typeof value === "string") return plainText(value, MOST_WORDS) as value;
  if (Array.isArray(value)) return value.map(harmless) as value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, harmless(part)])) as value;
}

function usualUrl(file: string | null): string {
  if (file === null) return networks.local.publicRpc;
  const { chainId } = findDeployment(file, 0);
  const network = Object.values(networks).find((one) => one.chainId === chainId);
  if (network) return network.publicRpc;
  throw new CannotAudit(`No public node of chain ${chainId} is known: name one with --rpc URL.`);
}

function deploymentOn(chainId: number, file: string | null): Deployment {
  const deployment = findDeployment(file, chainId);
  if (deployment.chainId === chainId) return deployment;
  throw new CannotAudit(`The node is of chain ${chainId}, but the deployment is on chain ${deployment.chainId}.`);
}

/** Null where nodes contradict each other already in this: that is a finding. */
async function unlessFalse(finding: Promise<Head>, troubles: readonly Trouble[]): Promise<Head | null> {
  try {
    return await finding;
  } catch (error) {
    if (troubles.some(({ kind }) => kind === "false")) return null;
    throw error instanceof CannotAudit
      ? error
      : new CannotAudit(`No block could be read: ${(error as Error).message}.`);
  }
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 100) / 10;
}

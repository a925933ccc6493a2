import path from "node:path";
import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import type { Head } from "@one-small-town/core/asking/endOfReading.ts";
import { agreeing, type Node, type Trouble } from "./audit/node/agreeing.ts";
import { differentNodes } from "./audit/node/sameNode.ts";
import { openNodes } from "./audit/openNodes.ts";
import { showProgress } from "./audit/progress.ts";
import { requireContracts } from "./audit/requireDeployed.ts";
import { utc } from "./audit/words/figures.ts";
import { command } from "./commands/history.mjs";
import { Mistake } from "./commands/Mistake.mjs";
import { readArguments } from "./commands/readArguments.mjs";
import { readDeployment } from "./deploy/deploymentFile.ts";
import { networks, requireNetwork } from "./deploy/networks.ts";
import { extendHistory } from "./history/extendHistory.ts";
import { findEnd } from "./history/findEnd.ts";
import { historyFolder, sumOf } from "./history/historyFolder.ts";
import { checkRpcUrl } from "./web/checkUrls.ts";

/** npm run history: the past of a deployment in a few files beside the pages. */
export async function perform(args: readonly string[]): Promise<number> {
  const { name, urls, folder, isNewest } = readWishes(args);
  const deployment = readDeployment(name);
  const { nodes, chainId } = await openNodes(urls, { onAsk: () => undefined, onWait: (words) => console.error(words) });
  if (chainId !== deployment.chainId) {
    throw new Mistake(`The node is of chain ${chainId}, but the deployment is on chain ${deployment.chainId}.`);
  }
  for (const node of nodes) await requireContracts(node, deployment);
  const { onProgress, end: endProgress } = showProgress(process.stderr);
  const { ask, end } = await openEnd(nodes, isNewest);
  const { from, to, events, parts, index } = await extendHistory(ask, {
    deployment,
    folder,
    end,
    onRead: (share) => onProgress("reading events", share),
  }).finally(endProgress);
  const read = from > to ? "No new blocks" : `Blocks ${from} to ${to}: ${events} events`;
  const all = parts.reduce((sum, part) => sum + part.events, 0);
  console.log(`${read}. Up to ${utc(end.time)}: ${all} events in ${parts.length} files.`);
  console.log(
    `Written to ${path.relative(".", folder)}. npm run build puts it beside the pages; elsewhere settings.json`,
  );
  console.log(`names it: "history": "${sumOf(index)}"`);
  return 0;
}

function readWishes(args: readonly string[]) {
  const { values } = readArguments(command, args);
  if (values.network === undefined) throw new Mistake(`Say for which network: ${command.name} -- --network NAME.`);
  const name = requireNetwork(values.network);
  if (values.newest === true && name !== "local") {
    throw new Mistake(`What the newest block says may be taken back on ${networks[name].name}: leave --newest out.`);
  }
  const wanted = values.rpc ?? [networks[name].publicRpc];
  for (const url of wanted) checkRpcUrl(url);
  const { urls, same } = differentNodes(wanted);
  if (same.length > 0) throw new Mistake("One node is there twice: it always agrees with itself, so name another.");
  return { name, urls, folder: path.resolve(values.out ?? historyFolder(name)), isNewest: values.newest === true };
}

/** The block that is read up to, and what asks all nodes. Where they contradict each other nothing is written. */
async function openEnd(nodes: readonly Node[], isNewest: boolean): Promise<{ ask: Ask; end: Head }> {
  const onTrouble = ({ kind, words }: Trouble) => {
    if (kind === "false") throw new Mistake(`Nothing was written. ${words}.`);
  };
  const ask = agreeing(nodes, onTrouble);
  return { ask, end: await findEnd(ask, nodes, isNewest) };
}

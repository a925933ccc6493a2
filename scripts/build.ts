import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { command } from "./commands/build.mjs";
import { Mistake } from "./commands/Mistake.mjs";
import { readArguments } from "./commands/readArguments.mjs";
import { runTool } from "./commands/runTool.ts";
import { readDeployment } from "./deploy/deploymentFile.ts";
import { networks, requireNetwork } from "./deploy/networks.ts";
import { historyFolder, publishHistory } from "./history/historyFolder.ts";
import { buildWeb } from "./web/buildWeb.ts";
import { checkDocumentUrl, checkIndexerUrl, checkRpcUrl, checkSourceUrl } from "./web/checkUrls.ts";
import { pageSizes } from "./web/pageSizes.ts";
import { settingsOf } from "./web/settingsOf.ts";

/** npm run build: checks the types of the dApp, writes its files, and says how much JavaScript each page loads. */
export async function perform(args: readonly string[]): Promise<number> {
  const told = readSettings(args);
  if (runTool("tsc", ["--project", "web"]) !== 0) {
    throw new Mistake("The types of the dApp are wrong, see above. Nothing was built.");
  }
  const folder = await buildWeb("production", undefined, {
    rpcUrl: told?.settings.network.rpcUrl,
    indexer: told?.settings.indexer,
    documents: told?.places ?? [],
  });
  for (const [page, size] of Object.entries(pageSizes(folder))) {
    console.log(`  ${page.padEnd(10)} ${(size / 1000).toFixed(1).padStart(6)} kB of JavaScript, compressed`);
  }
  if (told === null) {
    console.log(`Written to ${folder}, without settings.json: add one, or name a network with -- --network NAME.`);
    return 0;
  }
  const { settings, history } = told;
  if (history !== null) settings.history = await publishHistory(history, folder, settings.deployment);
  writeFileSync(path.join(folder, "settings.json"), `${JSON.stringify(settings, null, 2)}\n`);
  console.log(`Written to ${folder}, for ${settings.network.name}, reading at ${settings.network.rpcUrl}.`);
  return 0;
}

/** What the command line asks for: the dApp's settings and where its documents are; null when it names no network. */
function readSettings(args: readonly string[]) {
  const { values } = readArguments(command, args);
  const { network, rpc, indexer, source, gateway = [], documents = [], "currency-help": howToGetCurrency } = values;
  if (network === undefined) {
    const isTold = [values.history, rpc, indexer, source, howToGetCurrency, ...gateway, ...documents].some(
      (told) => told !== undefined,
    );
    if (isTold) throw new Mistake("Say for which network: --network NAME.");
    return null;
  }
  const name = requireNetwork(network);
  const settings = settingsOf(readDeployment(name), networks[name], {
    rpcUrl: rpc,
    indexer,
    source,
    howToGetCurrency,
    ipfsGateways: gateway,
  });
  checkRpcUrl(settings.network.rpcUrl);
  if (indexer !== undefined) checkIndexerUrl(indexer);
  if (source !== undefined) checkSourceUrl(source);
  const places = [...gateway, ...documents];
  for (const place of places) checkDocumentUrl(place);
  const usual = historyFolder(name);
  return { settings, places, history: values.history ?? (existsSync(usual) ? usual : null) };
}

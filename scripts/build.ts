// npm run build [-- --network NAME [--rpc URL] [--indexer URL] [--gateway URL]… [--documents URL]…
// [--currency-help "…"]]: checks the types of the dApp and writes its files to web/dist. With a network it also writes web/dist/settings.json, and the pages
// may read only at that network's node and indexer, and documents at the gateways and hosts that are named.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { readDeployment } from "./deploy/deploymentFile.ts";
import { networks } from "./deploy/networks.ts";
import { buildWeb } from "./web/buildWeb.ts";
import { pageSizes } from "./web/pageSizes.ts";
import { checkDocumentUrl } from "./web/checkDocumentUrl.ts";
import { checkIndexerUrl } from "./web/checkIndexerUrl.ts";
import { checkRpcUrl } from "./web/checkRpcUrl.ts";
import { settingsOf } from "./web/settingsOf.ts";

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function isNetwork(name: string): name is keyof typeof networks {
  return Object.hasOwn(networks, name);
}

/** What the command line asks for: the dApp's settings and where its documents are; null when it names no network. */
function readSettings() {
  const options = {
    network: { type: "string" },
    rpc: { type: "string" },
    indexer: { type: "string" },
    "currency-help": { type: "string" },
    gateway: { type: "string", multiple: true, default: [] as string[] },
    documents: { type: "string", multiple: true, default: [] as string[] },
  } as const;
  const {
    network,
    rpc,
    indexer,
    gateway,
    documents,
    "currency-help": howToGetCurrency,
  } = parseArgs({ options }).values;
  if (network === undefined) {
    const isTold = [rpc, indexer, howToGetCurrency, ...gateway, ...documents].some((told) => told !== undefined);
    if (isTold) fail("Say for which network: --network NAME.");
    return null;
  }
  if (!isNetwork(network)) fail(`There is no network "${network}". Choose one of ${Object.keys(networks).join(", ")}.`);
  const settings = settingsOf(readDeployment(network), networks[network], {
    rpcUrl: rpc,
    indexer,
    howToGetCurrency,
    ipfsGateways: gateway,
  });
  checkRpcUrl(settings.network.rpcUrl);
  if (indexer !== undefined) checkIndexerUrl(indexer);
  const places = [...gateway, ...documents];
  for (const place of places) checkDocumentUrl(place);
  return { settings, places };
}

function readSettingsOrFail() {
  try {
    return readSettings();
  } catch (error) {
    return fail((error as Error).message);
  }
}

const told = readSettingsOrFail();
if (spawnSync("tsc", ["--project", "web"], { stdio: "inherit", shell: process.platform === "win32" }).status !== 0) {
  fail("The types of the dApp are wrong, see above. Nothing was built.");
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
} else {
  const { settings } = told;
  writeFileSync(path.join(folder, "settings.json"), `${JSON.stringify(settings, null, 2)}\n`);
  console.log(`Written to ${folder}, for ${settings.network.name}, reading at ${settings.network.rpcUrl}.`);
}

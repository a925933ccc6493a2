// npm run test:indexer [-- --database URL]: indexes a demo town, compares every table with the contracts, kills the
// indexer in the midst, and sees it go on where it was. A test of its own, because it installs what nothing else needs.
import { type ChildProcess, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "./chain/freePort.ts";
import { personAt } from "./demo/personAt.ts";
import { playDemo } from "./demo/playDemo.ts";
import { compareIndex } from "./indexer/compareIndex.ts";
import { installIndexer } from "./indexer/installIndexer.ts";
import { indexerFolder, startIndexer } from "./indexer/startIndexer.ts";
import { waitForBlock } from "./indexer/waitForBlock.ts";
import { buyWithAllowance } from "./operator/buyWithAllowance.ts";

const CHAIN_PORT = 19_800;
const INDEXER_PORT = 19_900;
const MOST_SECONDS = 120;
/** On sale now. The buyer lives in the town. */
const WORKSHOP = 2n;
const BUYER = 55;

const { database } = parseArgs({ options: { database: { type: "string" } } }).values;
installIndexer(indexerFolder);
const folder = mkdtempSync(path.join(tmpdir(), "indexer-"));
const demo = await playDemo(CHAIN_PORT);
const deploymentFile = path.join(folder, "deployment.json");
writeFileSync(deploymentFile, JSON.stringify(demo.deployment));
const port = await freePort(INDEXER_PORT);
const url = `http://127.0.0.1:${port}`;

function start(): ChildProcess {
  return startIndexer({
    rpcUrl: demo.chain.url,
    deploymentFile,
    port,
    databaseUrl: database,
    dataFolder: path.join(folder, "data"),
    isQuiet: true,
  });
}

/** Waits until the indexer has read everything, and says what it took and what differs. */
async function check(what: string): Promise<void> {
  const began = performance.now();
  await waitForBlock(url, await demo.chain.connection.ethers.provider.getBlockNumber(), MOST_SECONDS);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const differences = await compareIndex(url, demo);
  for (const difference of differences) console.log(`✘ ${what}: ${difference}`);
  if (differences.length === 0) console.log(`✔ ${what}: every table is as the contracts say, after ${seconds} s`);
  else process.exitCode = 1;
}

/** The types of its tables are written when it starts. */
function checkTypes(): void {
  const { status } = spawnSync("tsc", ["--project", "indexer"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exitCode = 1;
}

async function kill(indexer: ChildProcess): Promise<void> {
  indexer.kill("SIGKILL");
  await once(indexer, "exit");
}

let indexer = start();
try {
  await check("From the beginning");
  await buyWithAllowance(demo.deployment, { buyer: personAt(demo.chain, BUYER), offering: WORKSHOP, shares: 2 });
  await check("While a purchase happens");
  await kill(indexer);
  await buyWithAllowance(demo.deployment, { buyer: personAt(demo.chain, BUYER), offering: WORKSHOP, shares: 1 });
  indexer = start();
  await check("Killed, and a purchase missed");
  checkTypes();
} finally {
  await kill(indexer);
  await demo.chain.close();
  rmSync(folder, { recursive: true });
}

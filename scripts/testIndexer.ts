import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./chain/freePort.ts";
import { readArguments } from "./commands/readArguments.mjs";
import { runTool } from "./commands/runTool.ts";
import { command } from "./commands/testIndexer.mjs";
import { type DemoTown, personAt } from "./demo/DemoTown.ts";
import { playDemo } from "./demo/playDemo.ts";
import { waitForBlock } from "./indexer/askIndexer.ts";
import { compareIndex } from "./indexer/compareIndex.ts";
import { installIndexer } from "./indexer/installIndexer.ts";
import { indexerFolder, startIndexer } from "./indexer/startIndexer.ts";
import { buyWithAllowance } from "./operator/withAllowance.ts";

const CHAIN_PORT = 19_800;
const INDEXER_PORT = 19_900;
const MOST_SECONDS = 120;
/** On sale now. The buyer lives in the town. */
const WORKSHOP = 2n;
const BUYER = 55;

/**
 * npm run test:indexer: indexes a demo town, compares every table with the contracts, kills the indexer in the midst,
 * and sees it go on where it was. A test of its own, because it installs what nothing else needs.
 */
export async function perform(args: readonly string[]): Promise<number> {
  const { database } = readArguments(command, args).values;
  installIndexer(indexerFolder);
  const folder = mkdtempSync(path.join(tmpdir(), "indexer-"));
  const demo = await playDemo(CHAIN_PORT);
  const deploymentFile = path.join(folder, "deployment.json");
  writeFileSync(deploymentFile, JSON.stringify(demo.deployment));
  const port = await freePort(INDEXER_PORT);
  const url = `http://127.0.0.1:${port}`;
  const start = () =>
    startIndexer({
      rpcUrl: demo.chain.url,
      deploymentFile,
      port,
      databaseUrl: database,
      dataFolder: path.join(folder, "data"),
      isQuiet: true,
    });
  const buy = (shares: number) =>
    buyWithAllowance(demo.deployment, { buyer: personAt(demo.chain, BUYER), offering: WORKSHOP, shares });

  let indexer = start();
  try {
    const isRight = [await check("From the beginning", url, demo)];
    await buy(2);
    isRight.push(await check("While a purchase happens", url, demo));
    await kill(indexer);
    await buy(1);
    indexer = start();
    isRight.push(await check("Killed, and a purchase missed", url, demo));
    isRight.push(runTool("tsc", ["--project", "indexer"]) === 0); // the types of its tables are written when it starts
    return isRight.every(Boolean) ? 0 : 1;
  } finally {
    await kill(indexer);
    await demo.chain.close();
    rmSync(folder, { recursive: true });
  }
}

/** Waits until the indexer has read everything, says what it took and what differs, and whether nothing does. */
async function check(what: string, url: string, demo: DemoTown): Promise<boolean> {
  const began = performance.now();
  await waitForBlock(url, await demo.chain.connection.ethers.provider.getBlockNumber(), MOST_SECONDS);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const differences = await compareIndex(url, demo);
  for (const difference of differences) console.log(`✘ ${what}: ${difference}`);
  if (differences.length === 0) console.log(`✔ ${what}: every table is as the contracts say, after ${seconds} s`);
  return differences.length === 0;
}

async function kill(indexer: ChildProcess): Promise<void> {
  if (!indexer.kill("SIGKILL")) return; // it has ended already
  await once(indexer, "exit");
}

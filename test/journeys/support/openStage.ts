import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import type { Browser } from "playwright-core";
import { type DemoTown, personAt } from "../../../scripts/demo/DemoTown.ts";
import { playDemo } from "../../../scripts/demo/playDemo.ts";
import { type Contracts, contractsOf } from "../../../scripts/operator/contracts.ts";
import { buildWeb } from "../../../scripts/web/buildWeb.ts";
import { serveWeb } from "../../../scripts/web/serveWeb.ts";
import { openBrowser } from "./openBrowser.ts";

const CHAIN_PORT = 18_800;
const WEB_PORT = 14_173;

/** The half year of the demo has 600,000 blocks of so many seconds, as many as some public chains have. */
const SECONDS_PER_BLOCK = 27;

export type Stage = {
  browser: Browser;
  demo: DemoTown;
  contracts: Contracts;
  settings: Settings;
  /** Where the built dApp is. */
  folder: string;
  url: string;
  rpcUrl: string;
  close: () => Promise<void>;
};

/** A demo town on a chain of its own, the dApp built as for production and served for it, and a browser. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), "journeys-"));
  const [demo, browser] = await Promise.all([
    playDemo(CHAIN_PORT, { secondsPerBlock: SECONDS_PER_BLOCK }),
    openBrowser(),
    buildWeb("production", folder),
  ]);
  const settings = settingsFor(demo);
  const server = await serveWeb(folder, { settings }, WEB_PORT);
  return {
    browser,
    demo,
    settings,
    folder,
    url: server.url,
    rpcUrl: demo.chain.url,
    contracts: contractsOf(demo.deployment, personAt(demo.chain, 0)),
    async close() {
      await browser.close();
      await Promise.all([server.close(), demo.chain.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

function settingsFor({ chain, deployment }: DemoTown): Settings {
  const nativeCurrency = { name: "Ether", symbol: "ETH", decimals: 18 };
  return {
    deployment,
    network: { name: "Local chain", rpcUrl: chain.url, explorer: null, nativeCurrency },
    howToGetCurrency: "Ask at the town office.",
  };
}

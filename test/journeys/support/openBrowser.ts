import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../../../scripts/test/findBrowser.ts";

/** A browser that calls nobody of its own accord, so that every host contacted is the page's doing. */
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  "--no-pings",
];

/** What containers lack: memory to share, a graphics card, and for root the sandbox. */
const MODEST = ["--disable-dev-shm-usage", "--disable-gpu"];

export async function openBrowser(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [...QUIET, ...MODEST, ...(isRoot ? ["--no-sandbox"] : [])],
  });
}

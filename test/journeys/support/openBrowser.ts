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

/** A camera that is none. */
const CAMERA = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

/** What containers lack: memory to share, a graphics card, and for root the sandbox. */
const MODEST = ["--disable-dev-shm-usage", "--disable-gpu"];

/** `film`: what its camera sees over and over, which pages may use without being asked. */
export async function openBrowser({ film }: { film?: string } = {}): Promise<Browser> {
  const camera = film === undefined ? [] : [...CAMERA, `--use-file-for-fake-video-capture=${film}`];
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [...QUIET, ...MODEST, ...camera, ...(isRoot ? ["--no-sandbox"] : [])],
  });
}

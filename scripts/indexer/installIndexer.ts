import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";

/** Written by npm at the end of an installation. */
const WRITTEN_LAST = path.join("node_modules", ".package-lock.json");

/** Installs what the indexer alone needs, unless it is in place. Throws, with what to do, when that fails. */
export function installIndexer(folder: string): void {
  if (isInstalled(folder)) return;
  const npm = process.env["npm_execpath"];
  if (npm === undefined) throw new Error("Start the indexer through npm, which installs it: npm run indexer");
  console.log("Installing the indexer first. This takes a minute or two, once.");
  const ci = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { status } = spawnSync(process.execPath, ci, { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error("The indexer could not be installed: see npm's message above.");
}

function isInstalled(folder: string): boolean {
  const installed = path.join(folder, WRITTEN_LAST);
  if (!existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(path.join(folder, "package-lock.json")).mtimeMs;
}

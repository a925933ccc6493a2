import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Mistake } from "../commands/Mistake.mjs";

/** Written by npm at the end of an installation. */
const WRITTEN_LAST = path.join("node_modules", ".package-lock.json");

/** Installs what the indexer alone needs, unless it is in place. Throws, with what to do, when that fails. */
export function installIndexer(folder: string): void {
  if (isInstalled(folder)) return;
  const npm = process.env["npm_execpath"];
  if (npm === undefined) throw new Mistake("Start the indexer through npm, which installs it: npm run indexer");
  console.log("Installing the indexer first. This takes a minute or two, once.");
  const ci = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"];
  const { status } = spawnSync(process.execPath, ci, { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Mistake("The indexer could not be installed: see npm's message above.");
}

/** Whether each package is there in the version of the lockfile, but for those of other platforms. */
function isInstalled(folder: string): boolean {
  const written = path.join(folder, WRITTEN_LAST);
  if (!existsSync(written)) return false;
  const installed = packagesOf(written);
  const wanted = Object.entries(packagesOf(path.join(folder, "package-lock.json"))).filter(([name]) => name !== "");
  return wanted.every(([name, { version, optional }]) => {
    const found = installed[name]?.version;
    return found === version || (found === undefined && optional === true);
  });
}

type Packages = Record<string, { version: string; optional?: boolean }>;

function packagesOf(lockfile: string): Packages {
  return (JSON.parse(readFileSync(lockfile, "utf8")) as { packages: Packages }).packages;
}

// The rules of the compiled contracts, in core/rules: their constants and enumerations, as the compiler understood them.

import { readFileSync } from "node:fs";
import path from "node:path";
import hre from "hardhat";
import { writeFolder } from "../writeFolder.ts";
import { readRules, type Rules } from "./readRules.ts";
import { rulesSource } from "./rulesSource.ts";
import type { Sources } from "./syntax.ts";

const FOLDER = path.join(hre.config.paths.root, "core", "rules");

/** Writes the constants and enumerations of the compiled contracts. */
export async function writeRules(): Promise<void> {
  const builds = await filesByBuild();
  requireContracts(builds);
  const rules = [...builds].map(([sources, files]) => readRules(sources, files));
  writeFolder(FOLDER, rulesSource(together(rules)));
}

/** A file is found by its contracts, so that one without any must not declare rules: they would be missed in silence. */
function requireContracts(builds: ReadonlyMap<Sources, readonly string[]>): void {
  const known = new Set([...builds.values()].flat());
  for (const sources of builds.keys()) {
    const others = Object.keys(sources).filter((file) => isOurs(file.replace(/^project\//, "")) && !known.has(file));
    const missed = readRules(sources, others).enumerations.map(({ name }) => name);
    if (missed.length > 0) throw new Error(`${missed.join(", ")} must stand in a file with a contract`);
  }
}

/** Hardhat compiles only what changed, so that files may stand in different answers of the compiler. */
async function filesByBuild(): Promise<Map<Sources, readonly string[]>> {
  const names = [...(await hre.artifacts.getAllFullyQualifiedNames())].sort();
  const builds = new Map<string, Set<string>>();
  for (const name of names.filter(isOurs)) {
    const { inputSourceName: file = "", buildInfoId = "" } = await hre.artifacts.readArtifact(name);
    builds.set(buildInfoId, (builds.get(buildInfoId) ?? new Set()).add(file));
  }
  const read = [...builds].map(async ([id, files]) => [await sourcesOf(id), [...files]] as const);
  return new Map(await Promise.all(read));
}

/** Mocks rule nothing, and neither do tests. */
function isOurs(name: string): boolean {
  return /^contracts\/(?!mocks\/)/.test(name) && !name.includes(".t.sol");
}

async function sourcesOf(buildInfoId: string): Promise<Sources> {
  const file = await hre.artifacts.getBuildInfoOutputPath(buildInfoId);
  if (file === undefined) throw new Error(`The compiler's output of the build ${buildInfoId} is not there`);
  return (JSON.parse(readFileSync(file, "utf8")) as { output: { sources: Sources } }).output.sources;
}

function together(all: readonly Rules[]): Rules {
  return {
    constants: new Map(all.flatMap(({ constants }) => [...constants]).sort(([a], [b]) => (a < b ? -1 : 1))),
    enumerations: all.flatMap(({ enumerations }) => enumerations).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

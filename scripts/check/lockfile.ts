// Says which packages the lockfiles leave out, and of which they do not say what their bytes hash to. npm leaves out
// optional packages for other platforms when it could not read about them while it wrote the lockfile, and `npm ci` then
// refuses to install anything; without a hash it installs whatever it is given.
//
//   node scripts/check/lockfile.ts --complete      adds them, with the hashes that npm knows

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

type Locked = {
  version?: string;
  integrity?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
  dev?: boolean;
  license?: string;
  engines?: object;
};
type Missing = { name: string; version: string; wantedBy: Locked };

const FILES = ["package-lock.json", "indexer/package-lock.json"];
const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];

function missingPackages(packages: Record<string, Locked>): Missing[] {
  return Object.entries(packages).flatMap(([folder, wantedBy]) =>
    Object.entries(wantedBy.optionalDependencies ?? {})
      .filter(([name]) => !(`${folder}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages))
      .map(([name, version]) => ({ name, version, wantedBy })),
  );
}

/** The name of a platform's package ends in its system, processor and C library: `linux-x64-musl`; or in `wasm32-wasi`. */
function entryFor({ name, version, wantedBy }: Missing): object {
  const { license, dev, engines } = wantedBy;
  const common = { version, license, optional: true, ...(dev ? { dev } : {}), ...(engines ? { engines } : {}) };
  const words = name.split(/[-/]/);
  if (words.includes("wasm32")) return { ...common, cpu: ["wasm32"] };

  const at = words.findIndex((word) => SYSTEMS.includes(word));
  const system = words[at];
  if (system === undefined) throw new Error(`There is no system in the name ${name}; please add its entry by hand.`);
  const libc = system === "linux" ? { libc: [/musl/.test(name) ? "musl" : "glibc"] } : {};
  return { ...common, cpu: [words[at + 1]], os: [system], ...libc };
}

/** Packages that come from a registry, without the hash of their bytes, by their folder. */
function unhashed(packages: Record<string, Locked>): string[] {
  return Object.entries(packages)
    .filter(([folder, { link, integrity }]) => folder.includes("node_modules/") && link !== true && !integrity)
    .map(([folder]) => folder);
}

function nameAndVersion(folder: string, { version }: Locked): string {
  return `${folder.split("node_modules/").at(-1)}@${version}`;
}

function hashed(folder: string, locked: Locked): Locked {
  const integrity = execFileSync("npm", ["view", nameAndVersion(folder, locked), "dist.integrity"], {
    encoding: "utf8",
  });
  const { version, ...rest } = locked;
  return { ...(version === undefined ? {} : { version }), integrity: integrity.trim(), ...rest };
}

function complete(file: string, lock: { packages: Record<string, Locked> }, missing: Missing[]): void {
  for (const one of missing) lock.packages[`node_modules/${one.name}`] = entryFor(one);
  for (const folder of unhashed(lock.packages)) lock.packages[folder] = hashed(folder, lock.packages[folder] ?? {});
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}

for (const file of FILES) {
  const lock = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, Locked> };
  const missing = missingPackages(lock.packages);

  if (process.argv.includes("--complete")) {
    complete(file, lock, missing);
    continue;
  }
  const bare = unhashed(lock.packages).map((folder) => nameAndVersion(folder, lock.packages[folder] ?? {}));
  for (const { name, version } of missing) console.error(`${file} leaves out ${name}@${version}.`);
  for (const one of bare) console.error(`${file} does not say what the bytes of ${one} hash to.`);
  if (missing.length + bare.length > 0) {
    console.error('Please run "node scripts/check/lockfile.ts --complete" and commit the lockfile.');
    process.exitCode = 1;
  }
}

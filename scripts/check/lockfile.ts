// Says which packages the lockfiles leave out. npm leaves out optional packages for other platforms when it could not
// read about them while it wrote the lockfile, and `npm ci` then refuses to install anything.
//
//   node scripts/check/lockfile.ts --complete      adds them

import { readFileSync, writeFileSync } from "node:fs";

type Locked = {
  version?: string;
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

function complete(file: string, lock: { packages: Record<string, Locked> }, missing: Missing[]): void {
  for (const one of missing) lock.packages[`node_modules/${one.name}`] = entryFor(one);
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}

for (const file of FILES) {
  const lock = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, Locked> };
  const missing = missingPackages(lock.packages);

  if (process.argv.includes("--complete")) {
    complete(file, lock, missing);
  } else if (missing.length > 0) {
    for (const { name, version } of missing) console.error(`${file} leaves out ${name}@${version}.`);
    console.error('Please run "node scripts/check/lockfile.ts --complete" and commit the lockfile.');
    process.exitCode = 1;
  }
}

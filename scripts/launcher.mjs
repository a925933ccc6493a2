// Runs a command of this project after making sure that everything it needs is installed:
//
//   node scripts/launcher.mjs COMMAND [ARGUMENTS]
//
// Hardhat needs a newer Node than many machines have. That Node is a development dependency (the npm package `node`),
// and this file starts with whatever Node is at hand, installs the dependencies with the pinned one, and runs the
// command with it. Plain JavaScript without dependencies: it must run before anything is installed.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 20;
const SECONDS_TO_END = 5;
const MILLISECONDS_BETWEEN_LOOKS = 500;
const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const MODULES = path.join(ROOT, "node_modules");
const ON_WINDOWS = process.platform === "win32";

function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

// --- What is missing -------------------------------------------------------------------------------------------------

/** The first dependency of the lockfile that is absent or of another version, or undefined. */
function outdatedDependency() {
  const installedFile = path.join(MODULES, ".package-lock.json");
  if (!existsSync(installedFile)) return "every dependency";

  const installed = readJson(installedFile).packages;
  const locked = readJson(path.join(ROOT, "package-lock.json")).packages;
  return Object.keys(locked).find((name) => {
    if (!name.startsWith("node_modules/")) return false;
    if (locked[name].link) return !existsSync(path.join(ROOT, name));
    if (locked[name].optional && !installed[name]) return false;
    return installed[name]?.version !== locked[name].version;
  });
}

function pinnedNode() {
  return path.join(MODULES, "node", "bin", ON_WINDOWS ? "node.exe" : "node");
}

function hasChainEngine() {
  const family = path.join(MODULES, "@nomicfoundation");
  const prefix = `edr-${process.platform}-${process.arch}`;
  return existsSync(family) && readdirSync(family).some((name) => name.startsWith(prefix));
}

/** In words, what an installation still lacks; undefined when it is complete. */
function whatIsMissing() {
  const outdated = outdatedDependency();
  if (outdated !== undefined) return outdated.replace("node_modules/", "");
  if (!existsSync(pinnedNode())) return "the project's own Node";
  if (!hasChainEngine()) return `Hardhat's chain engine for ${process.platform}-${process.arch}`;
  return undefined;
}

// --- Installing ------------------------------------------------------------------------------------------------------

/** npm's JavaScript entry file, which any Node can run; undefined when there is no npm. */
function findNpm() {
  const beside = path.dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    path.join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    path.join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
    ...(process.env.PATH ?? "").split(path.delimiter).flatMap((folder) => [
      path.join(folder, "npm"), // a link to npm-cli.js, except on Windows
      path.join(folder, "node_modules", "npm", "bin", "npm-cli.js"),
    ]),
    globalNpm(),
  ];
  return candidates.map(realFile).find((file) => file?.endsWith("npm-cli.js"));
}

function realFile(file) {
  return file && existsSync(file) ? realpathSync(file) : undefined;
}

function globalNpm() {
  const asked = spawnSync("npm", ["root", "-g"], { encoding: "utf8", shell: ON_WINDOWS });
  return asked.status === 0 ? path.join(asked.stdout.trim(), "npm", "bin", "npm-cli.js") : undefined;
}

/** Arguments for this Node that make the pinned Node install the dependencies with npm. */
function installArguments(npm) {
  const ci = [npm, "ci", "--no-audit", "--no-fund"];
  const { devDependencies } = readJson(path.join(ROOT, "package.json"));
  const [major] = devDependencies.node.split(".");
  if (process.versions.node.startsWith(`${major}.`)) return ci;

  const version = `node@${devDependencies.node}`;
  return [npm, "exec", "--yes", `--package=${version}`, "--", "node", ...ci];
}

function install(missing) {
  const npm = findNpm();
  if (npm === undefined) fail("npm was not found. Please install Node.js from nodejs.org, which brings npm with it.");

  // Not on standard output, which belongs to the command.
  console.error(`Installing the dependencies first, as ${missing} is not in place. This takes a minute, once.`);
  console.error(
    "npm runs under the project's own Node, because it leaves out parts that need a newer Node than yours.\n",
  );
  // Input is closed: an installation that asks a question would otherwise wait for an answer.
  const result = spawnSync(process.execPath, installArguments(npm), {
    cwd: ROOT,
    stdio: ["ignore", process.stderr, process.stderr],
  });

  if (result.status !== 0) fail("The installation failed; npm says why above. Please correct that and run it again.");
  const stillMissing = whatIsMissing();
  if (stillMissing !== undefined) {
    fail(`npm finished, but ${stillMissing} is still missing. Please remove node_modules and run it again.`);
  }
}

// --- Running ---------------------------------------------------------------------------------------------------------

/** The environment in which the pinned Node and the installed tools are found first. */
function environment() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  const folders = [path.dirname(pinnedNode()), path.join(MODULES, ".bin"), process.env[name] ?? ""];
  return { ...process.env, [name]: folders.join(path.delimiter) };
}

/** Ends the command and everything it started. */
function endAll(child, signal) {
  if (ON_WINDOWS) {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error; // ESRCH: all of them have ended already
  }
}

/** npm hands a signal to the shell it started, which ends without handing it on to us. */
function whenOrphaned(callback) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, MILLISECONDS_BETWEEN_LOOKS);
  timer.unref();
}

function run(command, args) {
  // The command leads a process group of its own, so that all its children can be ended together.
  const child = spawn(command, args, {
    cwd: ROOT,
    env: environment(),
    stdio: "inherit",
    detached: !ON_WINDOWS,
    shell: ON_WINDOWS,
  });
  child.on("error", (error) => fail(`"${command}" could not be started: ${error.message}`));

  const end = (signal) => {
    endAll(child, signal);
    setTimeout(() => endAll(child, "SIGKILL"), SECONDS_TO_END * 1000).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(signal));
  whenOrphaned(() => end("SIGTERM"));

  child.on("exit", (code, signal) => {
    endAll(child, "SIGTERM");
    process.exit(code ?? (signal === "SIGINT" ? 130 : 143));
  });
}

/** Runs a command with the project's own Node, after installing what is missing. */
export function launch(command, args) {
  if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
    fail(
      `This is Node ${process.versions.node}; the project needs ${OLDEST_NODE} or newer. Please install it from nodejs.org.`,
    );
  }

  const missing = whatIsMissing();
  if (missing !== undefined) install(missing);
  run(command, args);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) fail("Usage: node scripts/launcher.mjs COMMAND [ARGUMENTS]");
  launch(command, args);
}

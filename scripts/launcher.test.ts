import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { expect } from "chai";

const LAUNCHER = "scripts/launcher.mjs";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A command with a child of its own, which says the child's process id. */
const FAMILY = `
  const child = require("node:child_process").spawn(process.execPath, ["--eval", "setTimeout(() => {}, 60000)"]);
  console.log(child.pid);
  setTimeout(() => {}, 60000);
`;

async function startFamily(command: string, args: string[]) {
  const started = spawn(command, args);
  const [chunk] = (await once(started.stdout, "data")) as [Buffer];
  return { started, grandchild: Number(chunk.toString()) };
}

/** An ended process stays listed until the system has taken note of it, so this looks more than once. */
async function ends(pid: number): Promise<boolean> {
  for (let tries = 0; isAlive(pid) && tries < 100; tries++) await setTimeout(100);
  return !isAlive(pid);
}

describe("the launcher", () => {
  it("runs the command with the project's own Node", () => {
    const { stdout } = spawnSync(process.execPath, [LAUNCHER, "node", "--version"], { encoding: "utf8" });
    expect(stdout.trim()).to.match(/^v24\./);
  });

  it("hands on arguments and the exit code", () => {
    const program = "process.exit(Number(process.argv[1]))";
    const { status } = spawnSync(process.execPath, [LAUNCHER, "node", "--eval", program, "7"]);
    expect(status).to.equal(7);
  });

  it("says which command could not be started", () => {
    const { status, stderr } = spawnSync(process.execPath, [LAUNCHER, "no-such-command"], { encoding: "utf8" });
    expect(status).to.equal(1);
    expect(stderr).to.include("no-such-command");
  });

  it("ends the command's own children when it is told to end", async () => {
    const { started, grandchild } = await startFamily(process.execPath, [LAUNCHER, "node", "--eval", FAMILY]);
    expect(isAlive(grandchild)).to.equal(true);

    started.kill("SIGTERM");

    expect(await ends(grandchild)).to.equal(true);
  });

  it("ends the command when the shell that started it has ended, as npm's does", async () => {
    const line = `"${process.execPath}" ${LAUNCHER} node --eval '${FAMILY}'; true`;
    const { started, grandchild } = await startFamily("sh", ["-c", line]);

    started.kill("SIGTERM");

    expect(await ends(grandchild)).to.equal(true);
  });
});

import { spawn, spawnSync } from "node:child_process";
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
    const program = `
      const child = require("node:child_process").spawn(process.execPath, ["--eval", "setTimeout(() => {}, 60000)"]);
      console.log(child.pid);
      setTimeout(() => {}, 60000);
    `;
    const launcher = spawn(process.execPath, [LAUNCHER, "node", "--eval", program]);
    const grandchild = await new Promise<number>((resolve) =>
      launcher.stdout.once("data", (chunk: Buffer) => resolve(Number(chunk.toString()))),
    );
    expect(isAlive(grandchild)).to.equal(true);

    const ending = new Promise((resolve) => launcher.on("exit", resolve));
    launcher.kill("SIGTERM");
    await ending;

    // An ended process stays listed until the system has taken note of it.
    for (let tries = 0; isAlive(grandchild) && tries < 100; tries++) await setTimeout(100);
    expect(isAlive(grandchild)).to.equal(false);
  });
});

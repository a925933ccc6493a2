import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { networks } from "../deploy/networks.ts";
import type { Command } from "./Command.ts";
import { helpOf } from "./helpOf.mjs";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

/** Each npm script, and the file of its name. */
const COMMANDS = Object.entries(scripts).map(([script, line]) => ({ script, file: line.split(" ").at(-1) ?? "" }));

describe("every command", function () {
  this.timeout(20_000);
  let folder: string;

  /** As on a clone in which nothing was installed. */
  function run(...args: string[]) {
    return spawnSync(process.execPath, ["scripts/run.mjs", ...args], { cwd: folder, encoding: "utf8", env: {} });
  }

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "commands-"));
    for (const part of ["package.json", "scripts/run.mjs", "scripts/launcher.mjs", "scripts/commands"]) {
      cpSync(part, path.join(folder, part), { recursive: true });
    }
  });

  after(() => rmSync(folder, { recursive: true }));

  for (const { script, file } of COMMANDS) {
    it(`${script} says what it does, takes and answers, before anything is installed`, async () => {
      const { command } = (await import(`./${file}.mjs`)) as { command: Command };

      const { status, stdout, stderr } = run(file, "--help");

      expect({ status, stdout, stderr }).to.deep.equal({ status: 0, stdout: `${helpOf(command)}\n`, stderr: "" });
      expect(stdout).to.include("Examples:").and.include("Exit code:");
      for (const option of Object.keys(command.options)) expect(stdout).to.include(`--${option}`);
      for (const example of Object.keys(command.examples))
        expect(example.replace("--silent ", "")).to.include(command.name);
      for (const line of stdout.split("\n")) expect(line.length).to.be.at.most(120);
      expect(command.name.replace(/^npm (run )?/, "")).to.equal(script);
    });

    it(`${script} refuses an option that it does not know, in a sentence`, async () => {
      const { command } = (await import(`./${file}.mjs`)) as { command: Command };

      const { status, stdout, stderr } = run(file, "--no-such-option");

      const sentence = `Unknown option '--no-such-option'. Say ${command.name} -- --help to see what there is.\n`;
      expect({ status, stdout, stderr }).to.deep.equal({ status: 2, stdout: "", stderr: sentence });
    });
  }

  it("leaves everything as it was", () => {
    expect(readdirSync(folder).sort()).to.deep.equal(["package.json", "scripts"]);
  });

  it("refuses an option without its value", () => {
    const { status, stderr } = run("deploy", "--network");

    expect(status).to.equal(2);
    expect(stderr).to.include("Option '--network <value>' argument missing.");
  });

  it("refuses to begin without what it needs", () => {
    const { status, stderr } = run("scenario");

    expect(status).to.equal(2);
    expect(stderr).to.equal("DIR is missing. Say npm run scenario -- --help to see what there is.\n");
  });

  it("lists every network", () => {
    const { stdout } = run("deploy", "--help");
    for (const name of Object.keys(networks)) expect(stdout).to.match(new RegExp(`\\b${name}\\b`));
  });
});

describe("a command that cannot do what it was asked", function () {
  this.timeout(60_000);

  it("ends with code 2 and one sentence, without a trace", () => {
    const program = path.resolve("scripts/commands/perform.ts");
    const args = [program, "deploy", "--network", "nowhere"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });

    expect({ status, stdout }).to.deep.equal({ status: 2, stdout: "" });
    expect(stderr).to.match(/^There is no network "nowhere"\. Choose one of local, base, [^\n]*\.\n$/);
  });
});

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { networkHelpers } from "../fixture/connection.ts";
import { alterView } from "./support/alterView.ts";
import { auditedTown } from "./support/auditedTown.ts";
import { type Alter, serveChain } from "./support/serveChain.ts";

const COMMAND = fileURLToPath(new URL("../../scripts/commands/perform.ts", import.meta.url));

/** Runs the command, and returns what it printed and its exit code. */
async function run(...args: readonly string[]): Promise<{ out: string; told: string; code: unknown }> {
  const child = spawn(process.execPath, [COMMAND, "audit", ...args]);
  let [out, told] = ["", ""];
  child.stdout.on("data", (part) => (out += String(part)));
  child.stderr.on("data", (part) => (told += String(part)));
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { out, told, code };
}

describe("npm run audit", function () {
  this.timeout(60_000);

  let folder: string;
  let closeNode = () => {};

  /** The arguments that make it read the audited town by a node. */
  async function argumentsBy(lie?: Alter): Promise<string[]> {
    const { deployment } = await networkHelpers.loadFixture(auditedTown);
    const file = path.join(folder, "deployment.json");
    writeFileSync(file, JSON.stringify(deployment));
    const node = await serveChain(lie);
    closeNode = node.close;
    return ["--rpc", node.url, "--deployment", file, "--no-cache"];
  }

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "audit-test-"));
  });

  afterEach(() => {
    closeNode();
    rmSync(folder, { recursive: true });
  });

  it("ends with 0 where all holds, says so first, and tells how far it is", async () => {
    const { out, told, code } = await run(...(await argumentsBy()));

    expect(code).to.equal(0);
    expect(out).to.match(/^✔ Every token and cent is accounted for/);
    expect(told).to.match(/^Reading at block \d+\.\n/);
    expect(told).to.match(/\n\d+ %, reading events …\n/);
  });

  it("ends with 1 where something differs, as JSON with whole numbers in digits", async () => {
    const { currency } = await networkHelpers.loadFixture(auditedTown);
    const lie = alterView(await currency.getAddress(), "function balanceOf(address)", -1n);

    const { out, code } = await run(...(await argumentsBy(lie)), "--json");

    expect(code).to.equal(1);
    const { schema, outcome, verdict, invariants } = JSON.parse(out);
    expect({ schema, outcome }).to.deep.equal({ schema: 1, outcome: "broken" });
    expect(verdict).to.match(/^✘ This does not add up: invariant 1, /);
    const broken = invariants[0].comparisons.find((one: { outcome: string }) => one.outcome === "broken");
    const [held, owed] = broken.figures;
    expect([invariants[0].number, held.name, owed.name, owed.sign]).to.deep.equal([1, "Held", "Owed", "≥"]);
    expect(BigInt(owed.value) - BigInt(held.value)).to.equal(1n);
  });

  it("ends with 2 where the town does not exist", async () => {
    const { out, code } = await run(...(await argumentsBy()), "--town", "7");

    expect(code).to.equal(2);
    expect(out).to.equal("? Nothing could be checked: There is no town 7 in this deployment.\n");
  });

  it("says of which town all holds", async () => {
    const { out, code } = await run(...(await argumentsBy()), "--town", "1");

    expect(code).to.equal(0);
    expect(out).to.match(/^✔ Every token and cent of town 1 is accounted for/);
  });

  it("ends with 2 at a block at which the deployment was not there yet", async () => {
    const { out, code } = await run(...(await argumentsBy()), "--block", "3");

    expect(code).to.equal(2);
    expect(out).to.match(
      /^\? Nothing could be checked: At block 3 this deployment was not there yet: it began in block 1,/,
    );
  });

  it("ends with 2 where the file describes no deployment, as JSON that is alone on standard output", async () => {
    writeFileSync(path.join(folder, "no.json"), "{}");

    const { out, code } = await run("--deployment", path.join(folder, "no.json"), "--json");

    expect(code).to.equal(2);
    expect(JSON.parse(out).verdict).to.match(/^\? Nothing could be checked: .*no.json does not describe a deployment/);
  });

  it("says within seconds that nobody answers", async () => {
    const args = await argumentsBy();
    closeNode();
    const began = Date.now();

    const { out, told, code } = await run(...args);

    expect(code).to.equal(2);
    expect(out).to.match(/^\? Nothing could be checked: The node http\S+ does not answer \(no answer: ECONNREFUSED\)/);
    expect(told).to.match(/^Waiting for the node http\S+, which is asked again \(no answer: ECONNREFUSED\)\.\n/);
    expect(Date.now() - began).to.be.lessThan(30_000);
  });

  it("says soon that nobody answers any more, where a node goes away meanwhile", async () => {
    const args = await argumentsBy(({ method }, answer) => {
      if (method === "eth_getLogs") setTimeout(() => closeNode());
      return answer;
    });

    const { code } = await run(...args);

    expect(code).to.equal(2);
  });

  it("ends with 2 where the node is of another chain", async () => {
    const other: Alter = ({ method }, answer) => (method === "eth_chainId" ? "0x64" : answer);

    const { out, code } = await run(...(await argumentsBy(other)));

    expect(code).to.equal(2);
    expect(out).to.equal(
      "? Nothing could be checked: The node is of chain 100, but the deployment is on chain 31337.\n",
    );
  });
});

import { spawn } from "node:child_process";
import { appendFileSync, globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { runAudit } from "../../scripts/audit/runAudit.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { auditedTown } from "./support/auditedTown.ts";
import { serveChain } from "./support/serveChain.ts";

const PROCESS = fileURLToPath(new URL("support/auditProcess.ts", import.meta.url));

/**
 * What is asked again on every run: which chain it is, its newest block and whether that one's events are there, and
 * twice the block at which all is read.
 */
const ALWAYS = 5;

describe("the audit's cache", () => {
  let node: Awaited<ReturnType<typeof serveChain>>;
  let folder: string;

  beforeEach(async () => {
    const { deployment } = await networkHelpers.loadFixture(auditedTown);
    node = await serveChain();
    folder = mkdtempSync(path.join(tmpdir(), "audit-test-"));
    writeFileSync(path.join(folder, "deployment.json"), JSON.stringify(deployment));
  });

  afterEach(() => {
    node.close();
    rmSync(folder, { recursive: true });
  });

  /** How many questions an audit asks that ends as it should. */
  async function questions(isCached = true): Promise<number> {
    const before = node.asked.length;
    const deploymentFile = path.join(folder, "deployment.json");
    const wishes = {
      rpcUrls: [node.url],
      deploymentFile,
      town: null,
      block: null,
      history: null,
      isJson: false,
      isCached,
    };
    const { outcome } = await runAudit(wishes, { cacheFolder: folder, onProgress: () => undefined });
    expect(outcome).to.equal("holds");
    return node.asked.length - before;
  }

  async function killAfter(count: number): Promise<void> {
    const child = spawn(process.execPath, [PROCESS, node.url, path.join(folder, "deployment.json"), folder]);
    const timer = setInterval(() => node.asked.length >= count && child.kill("SIGKILL"), 1);
    const [, signal] = await new Promise<unknown[]>((resolve) => child.on("exit", (...how) => resolve(how)));
    clearInterval(timer);
    expect(signal).to.equal("SIGKILL");
  }

  it("lets a run go on where a killed one stopped", async function () {
    this.timeout(120_000);
    const all = await questions(false);
    const before = node.asked.length;
    await killAfter(before + Math.floor(all / 2));
    const asked = node.asked.length - before;

    const rest = await questions();

    expect(asked).to.be.lessThan(all);
    // Answers that were on their way when the run ended are asked again.
    expect(rest).to.be.within(all - asked, all - asked + ALWAYS + 24);
  });

  it("asks nothing again of what is known, but where the chain stands", async () => {
    const all = await questions();

    expect(all).to.be.greaterThan(5 * ALWAYS);
    expect(await questions()).to.equal(ALWAYS);
  });

  it("drops a last line that was torn", async () => {
    await questions();
    const [file = ""] = globSync(path.join(folder, "31337-*", "*"));
    appendFileSync(file, `${"a".repeat(64)} "0x0`);

    expect(await questions()).to.equal(ALWAYS);
    expect(await questions()).to.equal(ALWAYS);
  });

  it("does not answer for other nodes", async () => {
    await questions();
    node.close();
    node = await serveChain();

    expect(await questions()).to.be.greaterThan(5 * ALWAYS);
  });
});

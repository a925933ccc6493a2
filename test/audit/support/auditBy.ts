import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describeReport } from "../../../scripts/audit/describeReport.ts";
import type { Wishes } from "../../../scripts/audit/readWishes.ts";
import { runAudit } from "../../../scripts/audit/runAudit.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { type Alter, serveChain } from "./serveChain.ts";

const HONEST: Alter = (_, answer) => answer;

/** `also`: other ways of writing the address of the first node. */
type Wanted = { lies?: readonly Alter[]; also?: (url: string) => readonly string[] } & Partial<Wishes>;

/** An audit of the chain of the tests by nodes that may lie, and its report as a person reads it. */
export async function auditBy(deployment: Deployment, { lies = [HONEST], also = () => [], ...wished }: Wanted = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "audit-test-"));
  const file = path.join(folder, "deployment.json");
  writeFileSync(file, JSON.stringify(deployment));
  const nodes = await Promise.all(lies.map((lie) => serveChain(lie)));
  const urls = nodes.map(({ url }) => url);
  const rpcUrls = [...urls, ...also(urls[0] ?? "")];
  const wishes = {
    rpcUrls,
    deploymentFile: file,
    town: null,
    block: null,
    history: null,
    isJson: false,
    isCached: false,
    ...wished,
  };
  try {
    const report = await runAudit(wishes, { onProgress: () => undefined, cacheFolder: path.join(folder, "cache") });
    return { report, text: describeReport(report), names: urls, asked: nodes.map(({ asked }) => asked) };
  } finally {
    for (const node of nodes) node.close();
    rmSync(folder, { recursive: true });
  }
}

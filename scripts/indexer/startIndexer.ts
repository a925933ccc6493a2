import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { spelled } from "@one-small-town/core/deployment/spelled.ts";

export type IndexerWishes = {
  rpcUrl: string;
  deploymentFile: string;
  port: number;
  /** A PostgreSQL; without it the database is embedded, and its files are in `indexer/.ponder`. */
  databaseUrl?: string | undefined;
  /** Where the embedded database keeps its files; in a folder of this deployment when absent. */
  dataFolder?: string;
  /** Says only what is wrong. */
  isQuiet?: boolean;
};

export const indexerFolder = path.resolve(import.meta.dirname, "../../indexer");

/** Starts the indexer, which goes on where it stopped. */
export function startIndexer(wishes: IndexerWishes): ChildProcess {
  const { rpcUrl, deploymentFile, port, databaseUrl, isQuiet = false } = wishes;
  const deployment = spelled(JSON.parse(readFileSync(deploymentFile, "utf8")) as Deployment);
  const { dataFolder = folderOf(deployment) } = wishes;
  const ponder = path.join(indexerFolder, "node_modules/ponder/dist/esm/bin/ponder.js");
  const args = ["start", "--schema", schemaOf(deployment, indexerFolder), "--port", String(port)];
  return spawn(process.execPath, [ponder, ...args, "--log-level", isQuiet ? "error" : "info"], {
    cwd: indexerFolder,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      RPC_URL: rpcUrl,
      DEPLOYMENT_FILE: path.resolve(deploymentFile),
      PONDER_TELEMETRY_DISABLED: "true",
      DATABASE_URL: databaseUrl,
      DATA_FOLDER: databaseUrl === undefined ? dataFolder : undefined,
    },
  });
}

/**
 * The database also keeps what the node said, under the chain's number alone: a local chain that begins anew under the
 * same number would be mixed with the old one.
 */
function folderOf({ startBlockHash }: Deployment): string {
  return path.join(indexerFolder, ".ponder", startBlockHash);
}

/**
 * The database schema of one deployment, indexed by one version of the indexer: a run that was interrupted goes on in
 * its own, and another deployment or version begins one of its own.
 */
function schemaOf({ startBlockHash }: Deployment, folder: string): string {
  const version = createHash("sha256");
  for (const file of globSync(["*.ts", "src/**/*.ts"], { cwd: folder }).sort()) {
    version.update(file).update(readFileSync(path.join(folder, file)));
  }
  return `towns_${startBlockHash.slice(2, 10)}_${version.digest("hex").slice(0, 8)}`;
}

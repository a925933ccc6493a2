import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";

/**
 * The database schema of one deployment, indexed by one version of the indexer: a run that was interrupted goes on in
 * its own, and another deployment or version begins one of its own.
 */
export function schemaOf({ startBlockHash }: Deployment, folder: string): string {
  const version = createHash("sha256");
  for (const file of globSync(["*.ts", "src/**/*.ts"], { cwd: folder }).sort()) {
    version.update(file).update(readFileSync(path.join(folder, file)));
  }
  return `towns_${startBlockHash.slice(2, 10)}_${version.digest("hex").slice(0, 8)}`;
}

import { createHash } from "node:crypto";
import path from "node:path";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Block } from "./findBlock.ts";

/** Where answers are kept: those about one deployment, at one block, of the same nodes. */
export function memoryFile(
  folder: string,
  { chainId, startBlockHash }: Deployment,
  { number, hash }: Block,
  urls: readonly string[],
): string {
  const nodes = createHash("sha256")
    .update([...urls].sort().join(" "))
    .digest("hex");
  const [deployment, block, asked] = [startBlockHash, hash, nodes].map((text) => text.replace("0x", "").slice(0, 16));
  return path.join(folder, `${chainId}-${deployment}`, `${number}-${block}-${asked}.txt`);
}

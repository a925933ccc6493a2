import type { ReadName } from "./reads.ts";
import type { System } from "./System.ts";

/** A key of the query cache. It starts with the deployment, so that a redeployed chain never shows an old figure. */
export function keyOf({ deployment }: System, name: ReadName, ...parts: readonly (string | number | bigint)[]) {
  return [deployment.startBlockHash, name, ...parts.map(String)] as const;
}

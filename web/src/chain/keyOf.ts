import type { System } from "./System.ts";

/** A key of the query cache. It starts with the deployment, so that a redeployed chain never shows an old figure. */
export function keyOf({ deployment }: System, ...parts: readonly (string | number | bigint | undefined)[]) {
  return [deployment.startBlockHash, ...parts.map(String)] as const;
}

import { type ErrorDescription, Interface } from "ethers";
import { allErrors } from "@one-small-town/core/abis/allErrors.ts";

const errors = new Interface(allErrors);

/** The custom error with which a contract refused, or null when the failure is none of ours. */
export function revertOf(failure: unknown): ErrorDescription | null {
  const data = dataOf(failure);
  return data === undefined ? null : errors.parseError(data);
}

/** Nodes and libraries nest the revert data at different depths. */
function dataOf(failure: unknown): string | undefined {
  if (typeof failure !== "object" || failure === null) return undefined;
  const { data, error, cause, info } = failure as Record<"data" | "error" | "cause" | "info", unknown>;
  if (typeof data === "string" && data.startsWith("0x")) return data;
  return dataOf(data) ?? dataOf(error) ?? dataOf(cause) ?? dataOf(info);
}

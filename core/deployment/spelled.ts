import { getAddress } from "viem";
import type { Deployment } from "./Deployment.ts";

/** A deployment with every address as events have it (ERC-55), and every hash in small letters, however its file has them. */
export function spelled<deployment extends Partial<Deployment>>(deployment: deployment): deployment {
  return spell(deployment) as deployment;
}

function spell(value: unknown): unknown {
  if (typeof value === "string" && /^0x[\da-f]{40}$/i.test(value)) return getAddress(value);
  if (typeof value === "string" && /^0x[\da-f]{64}$/i.test(value)) return value.toLowerCase();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, spell(part)]));
}

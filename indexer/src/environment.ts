import { readFileSync } from "node:fs";
import type { Deployment } from "../../core/deployment/Deployment.ts";
import { spelled } from "../../core/deployment/spelled.ts";

/** The deployment whose file DEPLOYMENT_FILE names. Throws, with what to do, when there is none. */
export function readDeployment(): Deployment {
  const file = required("DEPLOYMENT_FILE");
  try {
    return spelled(JSON.parse(readFileSync(file, "utf8")) as Deployment);
  } catch (cause) {
    throw new Error(`No deployment can be read from ${file}. Start with: npm run indexer -- --deployment FILE`, {
      cause,
    });
  }
}

export const readRpcUrl = () => required("RPC_URL");

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set. Start with: npm run indexer`);
  return value;
}

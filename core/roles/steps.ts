import type { Address, Hex } from "viem";
import { authorityAbi } from "../abis/authorityAbi.ts";
import type { Deployment } from "../deployment/Deployment.ts";
import { type Step, toStep } from "../Step.ts";

/** The Town Ambassador grants a role of their town. */
export function grantRole(deployment: Deployment, role: Hex, wallet: Address): Step {
  return toStep(deployment.addresses.Authority, authorityAbi, "grantRole", [role, wallet]);
}

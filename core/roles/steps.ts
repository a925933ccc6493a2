import type { Address, Hex } from "viem";
import { authorityAbi } from "../abis/authorityAbi.ts";
import type { Deployment } from "../deployment/Deployment.ts";
import { type Step, toStep } from "../Step.ts";
import type { Acceptance } from "./acceptance.ts";

/** The Town Ambassador grants a role of their town that is no key: a steward's, a project manager's. */
export function grantRole(deployment: Deployment, role: Hex, wallet: Address): Step {
  return toStep(deployment.addresses.Authority, authorityAbi, "grantRole", [role, wallet]);
}

/** The Town Ambassador names a registrar or coordinator, who has accepted. */
export function nameForKey(deployment: Deployment, role: Hex, wallet: Address, acceptance: Acceptance): Step {
  return toStep(deployment.addresses.Authority, authorityAbi, "nameForKey", [role, wallet, acceptance]);
}

/** The Country Ambassador confirms exactly the wallet that was named. */
export function confirmKey(deployment: Deployment, role: Hex, wallet: Address): Step {
  return toStep(deployment.addresses.Authority, authorityAbi, "confirmKey", [role, wallet]);
}

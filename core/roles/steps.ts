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

/** An ambassador takes a role of their town away, a Country Ambassador's or Town Ambassador's key alone suffices. */
export function revokeRole(deployment: Deployment, role: Hex, wallet: Address): Step {
  return toStep(deployment.addresses.Authority, authorityAbi, "revokeRole", [role, wallet]);
}

/** Somebody gives up a role of their own wallet, the caller's. */
export function renounceRole(deployment: Deployment, role: Hex, wallet: Address): Step {
  return toStep(deployment.addresses.Authority, authorityAbi, "renounceRole", [role, wallet]);
}

/** The Town Ambassador, or the one who was named, takes back what is not confirmed yet. */
export function takeBackNaming(deployment: Deployment, role: Hex, wallet: Address): Step {
  return toStep(deployment.addresses.Authority, authorityAbi, "takeBackNaming", [role, wallet]);
}

/** Head office names the wallet that is to follow it. */
export function beginHeadOfficeTransfer(deployment: Deployment, wallet: Address): Step {
  return toStep(deployment.addresses.Authority, authorityAbi, "beginDefaultAdminTransfer", [wallet]);
}

/** The wallet that head office named takes over, after the delay. */
export function acceptHeadOfficeTransfer(deployment: Deployment): Step {
  return toStep(deployment.addresses.Authority, authorityAbi, "acceptDefaultAdminTransfer", []);
}

/** Head office takes back whom it named to follow it. */
export function cancelHeadOfficeTransfer(deployment: Deployment): Step {
  return toStep(deployment.addresses.Authority, authorityAbi, "cancelDefaultAdminTransfer", []);
}

/** Head office changes how long a successor waits, in seconds. */
export function changeHeadOfficeDelay(deployment: Deployment, delay: number): Step {
  return toStep(deployment.addresses.Authority, authorityAbi, "changeDefaultAdminDelay", [delay]);
}

/** Head office takes back a change of its delay that is not in force yet. */
export function rollbackHeadOfficeDelay(deployment: Deployment): Step {
  return toStep(deployment.addresses.Authority, authorityAbi, "rollbackDefaultAdminDelay", []);
}

import type { Address } from "viem";
import { investorTokenAbi } from "../../abis/investorTokenAbi.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Sends shares of one business to another holder. */
export function transferShares(token: Address, to: Address, shares: bigint): Step {
  return toStep(token, investorTokenAbi, "transfer", [to, shares]);
}

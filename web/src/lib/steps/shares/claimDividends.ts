import type { Address } from "viem";
import { investorTokenAbi } from "../../abis/investorTokenAbi.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Anyone pays a holder the dividends credited to them. */
export function claimDividends(token: Address, holder: Address): Step {
  return toStep(token, investorTokenAbi, "claim", [holder]);
}

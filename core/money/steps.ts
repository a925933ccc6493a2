import { type Address, erc20Abi } from "viem";
import { type Step, toStep } from "../Step.ts";

/** Allows a contract exactly the amount that its next step takes, never more. */
export function allow(currency: Address, spender: Address, amount: bigint): Step {
  return toStep(currency, erc20Abi, "approve", [spender, amount]);
}

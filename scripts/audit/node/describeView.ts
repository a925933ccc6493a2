import { type Abi, decodeFunctionData, erc20Abi } from "viem";
import { authorityAbi } from "@one-small-town/core/abis/authorityAbi.ts";
import { contributionsAbi } from "@one-small-town/core/abis/contributionsAbi.ts";
import { investorTokenAbi } from "@one-small-town/core/abis/investorTokenAbi.ts";
import { memberRegistryAbi } from "@one-small-town/core/abis/memberRegistryAbi.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import { townTreasuryAbi } from "@one-small-town/core/abis/townTreasuryAbi.ts";
import type { View } from "./viewsIn.ts";

const ABIS: readonly Abi[] = [
  ...[erc20Abi, investorTokenAbi, authorityAbi, contributionsAbi, memberRegistryAbi, shareOfferingAbi, townTreasuryAbi],
];

/** A view as it would be written in code. */
export function describeView({ target, data }: View): string {
  for (const abi of ABIS) {
    try {
      const { functionName, args = [] } = decodeFunctionData({ abi, data });
      return `${functionName}(${args.map(String).join(", ")}) of ${target}`;
    } catch {
      // another contract's
    }
  }
  return `${data.slice(0, 10)} of ${target}`;
}

import { authorityAbi } from "@one-small-town/core/abis/authorityAbi.ts";
import { contributionsAbi } from "@one-small-town/core/abis/contributionsAbi.ts";
import { investorTokenAbi } from "@one-small-town/core/abis/investorTokenAbi.ts";
import { memberRegistryAbi } from "@one-small-town/core/abis/memberRegistryAbi.ts";
import { hashManyCode } from "@one-small-town/core/abis/hashManyCode.ts";
import { readManyCode } from "@one-small-town/core/abis/readManyCode.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import { townTreasuryAbi } from "@one-small-town/core/abis/townTreasuryAbi.ts";
import { type Abi, type Address, decodeAbiParameters, decodeFunctionData, erc20Abi, type Hex } from "viem";
import { unpackRows } from "@one-small-town/core/views/unpackRows.ts";
import { manyViews } from "@one-small-town/core/views/manyViews.ts";
import type { Request } from "@one-small-town/core/asking/Ask.ts";
import type { LogFilter } from "@one-small-town/core/asking/logs.ts";

/** A question to a node, in words. */
export function describeRequest(request: Request): string {
  const { method, params = [] } = request;
  const [first] = params as [unknown];
  if (method === "eth_getLogs") {
    const { fromBlock, toBlock } = first as LogFilter;
    return `events of blocks ${BigInt(fromBlock)} to ${BigInt(toBlock)}`;
  }
  if (method === "eth_getCode") return `code at ${String(first)}`;
  if (method === "eth_getTransactionByHash") return `transaction ${String(first)}`;
  if (method === "eth_getBlockByNumber") {
    return String(first).startsWith("0x") ? `block ${BigInt(String(first))}` : `the ${String(first)} block`;
  }
  const [view, ...others] = viewsIn(request);
  if (view === undefined) return method;
  return others.length === 0 ? describeView(view) : `${describeView(view)} and ${others.length} other views`;
}

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

export type View = { target: Address; data: Hex };

/** The views that a question to a node is made of: several where it brings code of ours. */
export function viewsIn({ method, params }: Request): readonly View[] {
  if (method !== "eth_call") return [];
  const [call] = params as [{ to?: Address; data?: Hex }];
  if (call.to !== undefined) return [{ target: call.to, data: call.data ?? "0x" }];
  if (call.data?.startsWith(hashManyCode)) return unpackRows(call.data.slice(hashManyCode.length));
  if (!call.data?.startsWith(readManyCode)) return [];
  return decodeAbiParameters(manyViews, `0x${call.data.slice(readManyCode.length)}`)[0];
}

import { type Address, decodeAbiParameters, type Hex } from "viem";
import { readManyCode } from "@one-small-town/core/abis/readManyCode.ts";
import { manyViews } from "../../../web/src/chain/readMany.ts";
import type { Request } from "./Ask.ts";

export type View = { target: Address; data: Hex };

/** The views that a question to a node is made of: several where it brings the code of ReadMany. */
export function viewsIn({ method, params }: Request): readonly View[] {
  if (method !== "eth_call") return [];
  const [call] = params as [{ to?: Address; data?: Hex }];
  if (call.to !== undefined) return [{ target: call.to, data: call.data ?? "0x" }];
  if (!call.data?.startsWith(readManyCode)) return [];
  return decodeAbiParameters(manyViews, `0x${call.data.slice(readManyCode.length)}`)[0];
}

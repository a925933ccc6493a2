// What the Verify page's worker gets where it imports viem: the few functions that reading and checking the books takes,
// at a fifth of what viem's own weigh, which say all that can be wrong with what they are given. A test holds them to
// viem's. Whatever else somebody imports is missing here, and the build says so.

import type { Address, Hash, Hex } from "viem";
import { bytesOf, digitsOf, hexOf, isSameAddress } from "../hex.ts";
import { keccak256 as hashOf } from "./keccak256.ts";
import { hashOfText, typeOf } from "./View.ts";
import { addressOf, decodeParams, type Param } from "./words.ts";

export const zeroAddress: Address = `0x${"0".repeat(40)}`;
export const zeroHash: Hash = `0x${"0".repeat(64)}`;
export { addressOf as getAddress, bytesOf as hexToBytes, isSameAddress as isAddressEqual };

export function numberToHex(number: bigint | number, { size = 0 }: { size?: number } = {}): Hex {
  return hexOf(number, size);
}

export function keccak256(bytes: Uint8Array | Hex): Hex {
  return `0x${digitsOf(hashOf(typeof bytes === "string" ? bytesOf(bytes) : bytes))}`;
}

export function toEventHash({ name, inputs }: { name: string; inputs: readonly Param[] }): Hash {
  return `0x${hashOfText(name + typeOf(inputs))}`;
}

export function decodeAbiParameters(params: readonly Param[], data: Hex): unknown[] {
  return decodeParams(params, data.slice(2));
}

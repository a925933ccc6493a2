import { encodeAbiParameters, getAbiItem, type Hex, keccak256 } from "viem";
import { shareOfferingAbi } from "../abis/shareOfferingAbi.ts";
import type { Terms } from "./Terms.ts";

/** What the Country Ambassador approves: the hash of all the terms, as they are encoded for the contract. */
export function termsHashOf(terms: Terms): Hex {
  const { inputs } = getAbiItem({ abi: shareOfferingAbi, name: "propose" });
  return keccak256(encodeAbiParameters(inputs, [terms]));
}

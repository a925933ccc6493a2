import { type Address, isAddressEqual } from "viem";
import type { ContractName, Deployment } from "../deployment/Deployment.ts";
import type { Teller } from "./eventAbis.ts";

export type Ours = {
  addresses: Deployment["addresses"];
  /** The token of each business. */
  tokens: readonly Address[];
  /** The currency of each town. */
  currencies: readonly Address[];
};

/** Which of ours is at an address; null for a stranger. */
export function tellerOf(address: Address, { addresses, tokens, currencies }: Ours): Teller | null {
  const isHere = (other: Address) => isAddressEqual(other, address);
  const named = Object.entries(addresses).find(([, own]) => isHere(own));
  if (named !== undefined) return named[0] as ContractName;
  if (tokens.some(isHere)) return "InvestorToken";
  return currencies.some(isHere) ? "Currency" : null;
}

import type { Address } from "viem";

/** Names what a contract holds of a currency. */
export function holdingKey(holder: Address, currency: Address): string {
  return `${holder}/${currency}`.toLowerCase();
}

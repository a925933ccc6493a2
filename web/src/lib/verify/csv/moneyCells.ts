import { type Address, isAddressEqual } from "viem";
import { plainText } from "../../plainText.ts";
import { decimalOf } from "./decimalOf.ts";
import type { Writing } from "./Table.ts";

/** The heads of the two last columns of a table with money. */
export const currencyColumns = ["currency", "currency_address"] as const;

/**
 * Writes amounts of one currency, and says which. One that does not tell its decimals is written in its smallest units,
 * and says so.
 */
export function moneyCells(currency: Address, currencies: readonly Writing[]) {
  const known = currencies.find(({ address }) => isAddressEqual(address, currency));
  return {
    amount: (units: bigint) => decimalOf(units, known?.decimals ?? 0),
    currency: [known === undefined ? "units" : plainText(known.symbol), currency],
  };
}

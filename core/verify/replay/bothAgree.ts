import type { Address } from "viem";

/** One ambassador's word, which waits for the other's. */
export type Agreement = { by: Address; until: number };

/** Whether a word makes an earlier one of another ambassador, who is in office still, an agreement of both. */
export function completes(
  before: Agreement | undefined,
  by: Address,
  now: number,
  isAmbassador: (wallet: Address) => boolean,
): boolean {
  return before !== undefined && before.by !== by && now < before.until && isAmbassador(before.by) && isAmbassador(by);
}

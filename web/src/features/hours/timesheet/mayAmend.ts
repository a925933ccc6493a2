import { type Address, isAddressEqual } from "viem";
import type { PendingSheet, TimesheetDesk } from "../../../chain/hours/timesheetDeskQuery.ts";

/** "submitter" is the Town Ambassador's part: the hours of whoever sent the sheet in, and nobody else's. */
export type Amending = "anyone" | "submitter" | "wroteIt";

/** What a wallet may mend in the sheet under review; null for nothing. */
export function mayAmend(
  { self, hasPower }: Pick<TimesheetDesk, "self" | "hasPower">,
  { by, submitter }: Pick<PendingSheet, "by" | "submitter">,
  wallet: Address,
): Amending | null {
  if (self.isTownAmbassador) return submitter > 0 && submitter !== self.member ? "submitter" : null;
  if (!self.isCoordinator || !hasPower) return null;
  return isAddressEqual(by, wallet) ? "wroteIt" : "anyone";
}

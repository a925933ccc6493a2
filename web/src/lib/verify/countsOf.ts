import type { Address, Hex } from "viem";
import type { HoursEvent } from "./Books.ts";
import { countTimesheet } from "./countTimesheet.ts";
import { type Finalisation, timesheetPointers } from "./timesheetPointers.ts";

export type Counted = Finalisation & { active: bigint; shifts: bigint };

/** Every finalised timesheet with what its bytes say. One whose bytes are nowhere counts nothing. */
export function countsOf(hours: readonly HoursEvent[], codes: ReadonlyMap<Address, Hex>): Counted[] {
  return timesheetPointers(hours).map((timesheet) => {
    const code = timesheet.pointer === null ? undefined : codes.get(timesheet.pointer);
    return { ...timesheet, ...countTimesheet(code ?? "0x") };
  });
}

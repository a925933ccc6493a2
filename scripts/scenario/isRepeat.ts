import type { RowError } from "../../web/src/lib/hours/RowError.ts";

/** Whether a row is refused only because it repeats an earlier one. */
export function isRepeat({ code }: RowError): boolean {
  return code === "repeatedRow";
}

import type { Contrary, Sign } from "./trueSigns.ts";

/** Whether a sign says that something does not hold. */
export function isContrary(sign: Sign | Contrary | undefined): boolean {
  return sign === "≠" || sign === "<" || sign === ">";
}

import type { PlanFault } from "./PlanFault.ts";

/** A part of the plan of its own: from a line with ```json to the next with ```. */
const PART = /^```json[ \t]*\r?\n(.*?)^```[ \t]*$/gmsu;

/** The JSON part of a plan's text, or what is wrong with it. Plans without one are text alone. */
export function findFigures(text: string): { figures: unknown } | { fault: PlanFault } {
  const parts = [...text.matchAll(PART)].map(([, part = ""]) => part);
  const [part] = parts;
  if (part === undefined) return { fault: { kind: "noPart", at: "", wanted: "" } };
  if (parts.length > 1) return { fault: { kind: "manyParts", at: "", wanted: "1" } };
  try {
    return { figures: JSON.parse(part) as unknown };
  } catch (error) {
    return { fault: { kind: "notJson", at: "", wanted: (error as Error).message.slice(0, 120) } };
  }
}

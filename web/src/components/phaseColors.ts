import type { Tier } from "@one-small-town/core/rules/enumerations.ts";

/** The colour of a phase of a sale, and of those whose turn it is then; "none" is everybody and everything else. */
export const phaseColors: Record<Tier, string> = {
  local: "var(--local)",
  country: "var(--country)",
  world: "var(--world)",
  none: "var(--soft)",
};

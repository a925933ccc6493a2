/** What can be wrong with the figures of a plan. */
export type FaultKind =
  | "noPart"
  | "manyParts"
  | "notJson"
  | "missing"
  | "unknown"
  | "notFields"
  | "notList"
  | "notText"
  | "notWhole"
  | "tooFew"
  | "tooMany"
  | "tooShort"
  | "tooLong"
  | "tooSmall"
  | "tooLarge"
  | "notLike"
  | "decimals"
  | "otherCurrency"
  | "notProfit";

/** One fault of a plan: where it is (`forecast › 2 › profit`, counted from 1), and what should stand there. */
export type PlanFault = { kind: FaultKind; at: string; wanted: string };

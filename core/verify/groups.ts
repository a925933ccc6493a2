import type { FindingKey } from "./Finding.ts";

/** What a check is about. The last is the record itself, by which all the others stand. */
export const checkGroups = ["money", "hours", "shares", "people", "record"] as const;
export type CheckGroup = (typeof checkGroups)[number];

/** Where each check stands for who looks for what concerns them. */
export const groupOf: Record<FindingKey, CheckGroup> = {
  held: "money",
  minted: "hours",
  supply: "hours",
  shares: "shares",
  cash: "hours",
  dividends: "shares",
  paid: "hours",
  phases: "shares",
  scope: "shares",
  refunds: "shares",
  floor: "money",
  deeds: "money",
  weeks: "hours",
  keys: "people",
  persons: "people",
  presence: "hours",
  benefits: "hours",
  funds: "money",
  escrow: "shares",
  divisions: "money",
  locked: "money",
  offices: "people",
  electors: "people",
  streams: "hours",
  waiting: "people",
  insiders: "shares",
  voices: "shares",
  spendings: "money",
  order: "record",
  roles: "people",
  told: "record",
  state: "record",
};

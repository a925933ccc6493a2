import type { QueryKey } from "@tanstack/react-query";

/**
 * What changes on the chain: a transaction names what of this it touches, and every read what its figures come from.
 * Terms, documents and names that never change once they are there belong to what brings them.
 */
export type Subject =
  /** The newest block; every transaction makes one. */
  | "blocks"
  /** Authority: who holds which role. */
  | "roles"
  /** TownRegistry: which towns there are, and who acts for them. */
  | "towns"
  /** MemberRegistry: who lives where, is a member, is suspended, or has another wallet. */
  | "persons"
  /** ProjectRegistry: which projects there are, their stages, documents and management. */
  | "projects"
  /** Contributions: the weeks under review and counted, and the money that is to come for members. */
  | "timesheets"
  /** Contributions: up to where each member was paid, and cash that is kept for them. */
  | "claims"
  /** InfinityToken: how much there is, and who has it. */
  | "infinity"
  /** ShareOffering: which sales there are. */
  | "offerings"
  /** ShareOffering: how far each sale is, what was bought, given back, paid back and kept. */
  | "sales"
  /** InvestorToken: how many shares there are, who has them and who may. */
  | "shares"
  /** InvestorToken: dividends that came in and were paid. */
  | "dividends"
  /** Releases: requests, votes and payments of a sale's money. */
  | "releases"
  /** ProfitSplitter: deeds, and profits that were divided. */
  | "profits"
  /** TownTreasury: what is in the funds. */
  | "funds"
  /** Currencies: who has how much, and lets whom take it. */
  | "money";

/** Every read of the cache, and the subjects whose change can change what it says; none where nothing can. */
const reads = {
  accountability: ["roles", "towns", "persons", "projects", "offerings", "sales", "shares", "releases", "profits"],
  activity: ["claims", "infinity", "offerings", "sales", "shares", "dividends"],
  block: ["blocks"],
  blockTime: [],
  buyer: ["towns", "persons", "projects", "shares", "money"],
  deed: ["profits"],
  demoPeople: [],
  deposits: ["profits"],
  dividends: ["offerings", "dividends"],
  gasPrice: [],
  history: ["persons", "timesheets", "infinity", "offerings", "shares", "funds"],
  holders: ["persons", "shares"],
  holdings: ["offerings", "sales", "shares", "dividends", "releases"],
  memberHours: ["persons", "timesheets", "claims", "infinity"],
  offering: ["offerings", "sales", "shares", "releases"],
  offerings: ["offerings"],
  past: [],
  person: ["persons"],
  projectDocuments: ["projects"],
  projects: ["projects", "offerings"],
  receipt: [],
  releaseRequest: ["roles", "towns", "projects", "shares", "releases"],
  sales: ["offerings", "sales"],
  sending: ["persons", "shares", "releases"],
  shareTokens: ["offerings"],
  supply: ["timesheets", "infinity"],
  timesheetBytes: [],
  transaction: [],
  townFigures: ["roles", "towns", "persons", "timesheets", "funds"],
  towns: ["towns"],
  townSummaries: ["projects", "timesheets"],
  waiting: ["roles", "towns"],
  weeks: ["timesheets"],
} as const satisfies Record<string, readonly Subject[]>;

export type ReadName = keyof typeof reads;

/** Whether what is kept under a key can be another figure after some subjects were touched. */
export function canChange([, name]: QueryKey, touched: readonly Subject[]): boolean {
  const subjects: readonly Subject[] = (reads as Partial<Record<string, readonly Subject[]>>)[String(name)] ?? [];
  return subjects.some((subject) => touched.includes(subject));
}

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
  /** TownRegistry: plans of towns, and the steps of their launch. */
  | "launches"
  /** MemberRegistry: who lives where, is a member, is suspended, or has another wallet. */
  | "persons"
  /** ProjectRegistry: which projects there are, their stages, documents and management. */
  | "projects"
  /** Contributions: the weeks under review and counted, and the money that is to come for members. */
  | "timesheets"
  /** Contributions: up to where each member was paid, and cash that is kept for them. */
  | "claims"
  /** Benefits: what towns hand out. */
  | "benefits"
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
  accountability: ["roles", "towns", "projects", "offerings", "sales", "shares", "releases", "profits"],
  accountabilityPast: ["roles", "persons", "projects", "offerings", "sales", "shares", "releases", "profits"],
  activity: ["claims", "infinity", "offerings", "sales", "shares", "dividends"],
  benefits: ["benefits"],
  attestable: ["roles", "towns", "persons"],
  block: ["blocks"],
  blockTime: [],
  board: ["timesheets"],
  buyer: ["towns", "persons", "projects", "shares", "money"],
  deedChanges: ["projects", "offerings", "profits"],
  deed: ["profits"],
  demoPeople: [],
  deposits: ["profits"],
  dividends: ["offerings", "dividends"],
  earlierProjects: ["projects", "offerings"],
  fee: [],
  fetchable: ["persons", "timesheets", "benefits"],
  formerNumbers: ["persons"],
  history: ["persons", "timesheets", "infinity", "offerings", "shares", "funds"],
  holders: ["persons", "shares"],
  holdings: ["offerings", "sales", "shares", "dividends", "releases"],
  holdingsPast: ["offerings", "sales", "shares", "dividends"],
  kitchen: ["persons", "timesheets", "benefits"],
  launch: ["launches"],
  launchPast: ["launches"],
  memberHours: ["persons", "timesheets", "claims", "infinity"],
  memberWeeks: [],
  offering: ["offerings", "sales", "shares", "releases"],
  offerings: ["offerings"],
  offices: ["roles", "persons"],
  past: [],
  ownCase: ["roles", "persons"],
  paidOut: ["dividends"],
  person: ["persons"],
  personCase: ["roles", "persons"],
  planned: ["projects", "offerings"],
  project: ["projects", "offerings"],
  projectDocuments: ["projects"],
  projects: ["projects", "offerings"],
  proposals: ["roles", "towns", "persons", "projects", "offerings", "sales", "shares", "releases", "profits", "funds"],
  receipt: [],
  releaseDecisions: ["roles", "towns", "projects", "offerings", "sales", "shares", "releases"],
  releaseRequest: ["roles", "towns", "projects", "shares", "releases"],
  sales: ["offerings", "sales"],
  sending: ["persons", "shares", "releases"],
  shareTokens: ["offerings"],
  sheetTotals: [],
  spendings: ["roles", "towns", "projects", "offerings", "timesheets", "funds"],
  supply: ["timesheets", "infinity"],
  timesheetBytes: [],
  timesheetDesk: ["roles", "towns", "persons", "timesheets"],
  townDecisions: ["roles", "towns", "projects", "offerings", "timesheets", "funds"],
  transaction: [],
  trial: ["roles", "towns", "persons", "timesheets"],
  unfit: ["persons"],
  unpaid: ["persons", "timesheets", "claims"],
  townFigures: ["roles", "towns", "persons", "timesheets", "funds"],
  townWork: ["roles", "towns", "persons", "timesheets"],
  towns: ["towns"],
  townSummary: ["projects", "offerings", "timesheets"],
  waiting: ["roles", "towns"],
  walletPast: ["claims", "infinity", "offerings", "sales", "shares", "dividends"],
  weeks: ["timesheets"],
} as const satisfies Record<string, readonly Subject[]>;

export type ReadName = keyof typeof reads;

/** What rests on events, or on every member: too much to read again and again. It is read anew when it is looked at, or was touched. */
const past: readonly ReadName[] = [
  "accountabilityPast",
  "activity",
  "deposits",
  "formerNumbers",
  "history",
  "holders",
  "holdingsPast",
  "kitchen",
  "launchPast",
  "planned",
  "supply",
  "walletPast",
];

/** Whether what is kept under a key is of the past. */
export function isPast([, name]: QueryKey): boolean {
  return past.includes(name as ReadName);
}

/** Whether what is kept under a key is of the present, and can be another figure with the next block. */
export function changes(key: QueryKey): boolean {
  const name = key[1];
  const subjects: readonly Subject[] = (reads as Partial<Record<string, readonly Subject[]>>)[String(name)] ?? [];
  return subjects.length > 0 && name !== "block" && !isPast(key);
}

/** Whether what is kept under a key can be another figure after some subjects were touched. */
export function canChange([, name]: QueryKey, touched: readonly Subject[]): boolean {
  const subjects: readonly Subject[] = (reads as Partial<Record<string, readonly Subject[]>>)[String(name)] ?? [];
  return subjects.some((subject) => touched.includes(subject));
}

import { index, onchainTable, primaryKey } from "ponder";

// Amounts are whole units of the currency, shares whole shares, times seconds since 1970. Each row of a history keeps
// the transaction that anybody can look up.

export const town = onchainTable("town", (t) => ({
  id: t.integer().primaryKey(),
  country: t.integer().notNull(),
  name: t.text().notNull(),
  currency: t.hex().notNull(),
  foundedAt: t.bigint().notNull(),
  /** Numbers given out; never fewer when somebody leaves. */
  members: t.integer().notNull(),
  /** Finalised. */
  timesheets: t.integer().notNull(),
  /** What the town's own fund has. */
  fund: t.bigint().notNull(),
}));

/** What happened in a town in a calendar month of UTC, such as "2027-03". */
export const month = onchainTable(
  "month",
  (t) => ({
    town: t.integer().notNull(),
    month: t.text().notNull(),
    joined: t.integer().notNull().default(0),
    shifts: t.bigint().notNull().default(0n),
    /** Profit that businesses paid in, all parts together. */
    profit: t.bigint().notNull().default(0n),
    /** Cash that members were paid. */
    paid: t.bigint().notNull().default(0n),
    /** Shares bought, less those given back. */
    shares: t.bigint().notNull().default(0n),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.town, table.month] }) }),
);

export const week = onchainTable(
  "week",
  (t) => ({
    town: t.integer().notNull(),
    weekIndex: t.integer().notNull(),
    active: t.bigint().notNull(),
    shifts: t.bigint().notNull(),
    cashPerActive: t.bigint().notNull(),
    finalisedAt: t.bigint().notNull(),
    transaction: t.hex().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.town, table.weekIndex] }) }),
);

export const project = onchainTable(
  "project",
  (t) => ({
    id: t.bigint().primaryKey(),
    town: t.integer().notNull(),
    kind: t.integer().notNull(),
    proposedAt: t.bigint().notNull(),
  }),
  (table) => ({ ofTown: index().on(table.town) }),
);

export const offering = onchainTable(
  "offering",
  (t) => ({
    id: t.bigint().primaryKey(),
    business: t.bigint().notNull(),
    token: t.hex().notNull(),
    approvedAt: t.bigint().notNull(),
  }),
  (table) => ({ ofBusiness: index().on(table.business), ofToken: index().on(table.token) }),
);

/** Bought is above zero, given back below. */
export const purchase = onchainTable(
  "purchase",
  (t) => ({
    id: t.text().primaryKey(),
    offering: t.bigint().notNull(),
    town: t.integer().notNull(),
    wallet: t.hex().notNull(),
    shares: t.bigint().notNull(),
    at: t.bigint().notNull(),
    transaction: t.hex().notNull(),
  }),
  (table) => ({ ofOffering: index().on(table.offering, table.at), ofWallet: index().on(table.wallet) }),
);

export const holding = onchainTable(
  "holding",
  (t) => ({
    token: t.hex().notNull(),
    wallet: t.hex().notNull(),
    shares: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.token, table.wallet] }), ofWallet: index().on(table.wallet) }),
);

export const deposit = onchainTable(
  "deposit",
  (t) => ({
    id: t.text().primaryKey(),
    business: t.bigint().notNull(),
    town: t.integer().notNull(),
    investors: t.bigint().notNull(),
    members: t.bigint().notNull(),
    fund: t.bigint().notNull(),
    country: t.bigint().notNull(),
    period: t.text().notNull(),
    at: t.bigint().notNull(),
    transaction: t.hex().notNull(),
  }),
  (table) => ({ ofBusiness: index().on(table.business, table.at) }),
);

/** How many units of a token there must be by the events; readers compare it with what the token says. */
export const tokenSupply = onchainTable("token_supply", (t) => ({
  token: t.hex().primaryKey(),
  units: t.bigint().notNull(),
}));

/** A proposed spending of a town's fund, or of its country's. */
export const spending = onchainTable("spending", (t) => ({
  id: t.bigint().primaryKey(),
  project: t.bigint().notNull(),
  fromOffice: t.boolean().notNull(),
}));

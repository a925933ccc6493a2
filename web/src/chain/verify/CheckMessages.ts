import type { WrongNode } from "@one-small-town/core/asking/wrongNode.ts";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import type { TableName } from "@one-small-town/core/verify/csv/cells.ts";
import type { Finding, FindingKey } from "@one-small-town/core/verify/Finding.ts";
import type { VerifyRoute } from "@one-small-town/core/verify/VerifyRoute.ts";
import type { NextHeadOffice } from "@one-small-town/core/verify/roles/nextHeadOffice.ts";
import type { Subject } from "@one-small-town/core/verify/Subject.ts";
import type { Currency } from "../members/Town.ts";

/** What was found, and what a page needs to show it. The books themselves stay where they were read. */
export type Checked = {
  block: { number: bigint; timestamp: number };
  findings: readonly Finding[];
  currencies: readonly Currency[];
  subjects: readonly Subject[];
  /** Whom head office is passing itself on to; null where it is not, or nobody can say. */
  next: NextHeadOffice | null;
  /** Whether what the contracts say of themselves is still being compared: a last finding is to come. */
  isLooking: boolean;
};

/**
 * How far a history beside the page can be believed. "told": sums agree with it, and so many of its ranges were compared
 * with the node; `to` is when it ends. "setAside": it does not match the contracts, first in the check that is named, so
 * that all is read from the node, which takes about so many minutes. "differs": it and the node tell these blocks
 * otherwise, and who is wrong.
 */
export type HistoryState =
  | { state: "told"; to: number; now: number; compared: number; all: number }
  | { state: "setAside"; check: FindingKey; minutes: number }
  | { state: "differs"; from: bigint; to: bigint; wrong: "node" | "history" | "unknown" }
  | { state: "notLoaded" };

/** Why there is nothing to show: the node is silent, or of another chain, or has not got the contracts; it has forgotten that block, or it is still to come; it gives no event of contracts that are there; no such town. */
export type Obstacle = "unreachable" | WrongNode["is"] | "forgotten" | "future" | "eventless" | "noTown";

export type WantedTable = { table: TableName } & Pick<Subject, "town" | "business">;

/** What the page asks for: first the check, told the page's own address, then tables of the very books that were checked. */
export type Asked =
  | { settings: Settings; route: Pick<VerifyRoute, "block" | "town">; base: string }
  | { id: number; wanted: WantedTable };

/** What it hears: how far the reading is, how it ended, what the history is worth, and each table, or null for one that could not be made. */
export type Told =
  | { kind: "part"; done: number; all: number }
  | { kind: "done"; checked: Checked }
  | { kind: "failed"; obstacle: Obstacle }
  | { kind: "history"; history: HistoryState }
  | { kind: "table"; id: number; csv: string | null };

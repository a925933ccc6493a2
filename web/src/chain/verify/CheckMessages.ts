import type { WrongNode } from "@one-small-town/core/asking/wrongNode.ts";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import type { TableName } from "@one-small-town/core/verify/csv/cells.ts";
import type { Finding } from "@one-small-town/core/verify/Finding.ts";
import type { VerifyRoute } from "@one-small-town/core/verify/VerifyRoute.ts";
import type { Subject } from "@one-small-town/core/verify/Subject.ts";
import type { Currency } from "../members/Town.ts";

/** What was found, and what a page needs to show it. The books themselves stay where they were read. */
export type Checked = {
  block: { number: bigint; timestamp: number };
  findings: readonly Finding[];
  currencies: readonly Currency[];
  subjects: readonly Subject[];
};

/** Why there is nothing to show: the node is silent, or of another chain, or has not got the contracts; it has forgotten that block, or it is still to come; no such town. */
export type Obstacle = "unreachable" | WrongNode["is"] | "forgotten" | "future" | "noTown";

export type WantedTable = { table: TableName } & Pick<Subject, "town" | "business">;

/** What the page asks for: first the check, then tables of the very books that were checked. */
export type Asked =
  { settings: Settings; route: Pick<VerifyRoute, "block" | "town"> } | { id: number; wanted: WantedTable };

/** What it hears: how far the reading is, how it ended, and each table, or null for one that could not be made. */
export type Told =
  | { kind: "part"; done: number; all: number }
  | { kind: "done"; checked: Checked }
  | { kind: "failed"; obstacle: Obstacle }
  | { kind: "table"; id: number; csv: string | null };

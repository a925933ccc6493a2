import type { Address } from "viem";
import type { Tier } from "../rules/enumerations.ts";
import type { RoleKind } from "../verify/roles/kindOfRole.ts";

/** Something a person of the demo town can do now; `of` is the title of a business. */
export type DemoNext =
  | { does: "claimWeeks"; weeks: number }
  | { does: "claimDividends" | "takeRefund" | "buy"; of: string }
  /** May buy once this phase begins. */
  | { does: "wait"; of: string; phase: Tier }
  | { does: "becomeKnown" };

/** A person of the demo town, as `demo.json` lists them. The local chain signs for them: no key is in it. */
export type DemoPerson = {
  address: Address;
  name: string;
  kind: "member" | "resident" | "country" | "world" | "stranger" | "official";
  /** The office they hold; null for none. */
  office: Exclude<RoleKind, "appointer"> | null;
  next: readonly DemoNext[];
};

import type { Document } from "@one-small-town/core/documents/Document.ts";
import type { Deed } from "@one-small-town/core/profit/Deed.ts";
import type { Terms } from "@one-small-town/core/shares/Terms.ts";
import type { Address, Hex } from "viem";
import type { Project } from "../projects/readProject.ts";

/** The offices that agree to what another one asks for. */
export type SecondKey = "townAmbassador" | "countryAmbassador" | "headOffice";

/** What is asked for, with all that an agreement names; money in units of the town's currency. */
export type Asked =
  | { kind: "key"; role: Hex; wallet: Address }
  /** How many new people a week an office may have added; `scope` is the town's or the country's. */
  | { kind: "limit"; office: Hex; scope: "town" | "country"; aWeek: number; now: number }
  | { kind: "management"; project: Project; manager: Address; payout: Address }
  | { kind: "deed"; project: Project; deed: Deed; now: Deed }
  | { kind: "offering"; project: Project; terms: Terms }
  /** `tranche` counts from 0; `payout` is the wallet that is paid. */
  | {
      kind: "release";
      project: Project;
      offering: bigint;
      tranche: number;
      amount: bigint;
      payout: Address;
      evidence: Document;
    }
  | { kind: "callOff"; project: Project; offering: bigint }
  | { kind: "windUp"; project: Project; offering: bigint; left: bigint }
  | {
      kind: "spending";
      id: bigint;
      project: Project;
      fromOffice: boolean;
      payee: Address;
      amount: bigint;
      document: Document;
    };

/** Something that one has asked for and another has to agree to, until a moment in seconds. */
export type Proposal = { asked: Asked; by: Address; until: number; awaits: SecondKey };

/** Who holds the keys that agree, the zero address where nobody does. */
export type KeyHolders = Record<SecondKey, Address>;

/** What stays the same while another is asked for in its place: of each there is one at a time. */
export function placeOf({ asked }: Proposal): string {
  const { kind } = asked;
  if (kind === "key") return `${kind} ${asked.role} ${asked.wallet}`;
  if (kind === "limit") return `${kind} ${asked.office}`;
  if (kind === "spending") return `${kind} ${asked.id}`;
  return `${kind} ${asked.project.id}`;
}

/**
 * All that is agreed to, and who asked until when: another text where anything of it is another. Of a project it is the id
 * alone, and of what is in force now nothing: they are shown, and no part of what is agreed to.
 */
export function contentOf({ asked, by, until }: Proposal): string {
  const shown = { ...asked, project: "project" in asked ? asked.project.id : null, now: null };
  return JSON.stringify({ shown, by, until }, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}

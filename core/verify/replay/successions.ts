import type { Address } from "viem";
import { roleIds } from "../../roles/roleIds.ts";
import { LAPSES_AFTER, OBJECTION_TIME, PUBLIC_TIME } from "../../rules/Succession.ts";
import type { SuccessionEvent } from "../Books.ts";
import { hasHeld, type Roles } from "./Roles.ts";

type Succession = Extract<SuccessionEvent, { eventName: "SuccessionProposed" }>["args"]["proposal"];

/** A proposal that has not ended: `begunAt` is null for a second that head office has not let begin. */
export type OpenSuccession = { proposal: Succession; confirmed: Set<Address>; begunAt: number | null };

export function openedAt(proposal: Succession, now: number): OpenSuccession {
  return { proposal, confirmed: new Set(), begunAt: proposal.isSecond ? null : now };
}

/** From when it is confirmed, and until when: it lapses then. Nothing is confirmed before head office let it begin. */
export function timesOf({ proposal, begunAt }: OpenSuccession): { from: number; until: number } {
  if (begunAt === null) return { from: Infinity, until: proposal.proposedAt + LAPSES_AFTER };
  const isLonger = proposal.passesOver || (proposal.isSecond && proposal.town === 0);
  const from = begunAt + (isLonger ? PUBLIC_TIME : OBJECTION_TIME);
  return { from, until: begunAt + LAPSES_AFTER + (isLonger ? PUBLIC_TIME : 0) };
}

/** Whether it has not lapsed, and who made it is in office; one who left and came back since is another. */
export function isOpen(open: OpenSuccession, roles: Roles, now: number): boolean {
  const { town, country, proposer, proposedAt } = open.proposal;
  const office = town === 0 ? roleIds.countryAmbassador(country) : roleIds.registrar(town);
  return hasHeld(roles.actsSince(office, proposer, now), proposedAt) && now < timesOf(open).until;
}

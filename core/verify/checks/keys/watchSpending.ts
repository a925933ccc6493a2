import type { Address } from "viem";
import { townOfProject } from "../../../projects/projects.ts";
import {
  AGAIN_AFTER,
  APPROVAL_PERIOD,
  EXECUTION_PERIOD,
  LEAST_OBJECTIONS,
  MOST_OPEN,
  OBJECTING_PART,
  OBJECTING_PART_AGAIN,
  OBJECTION_PERIOD,
} from "../../../rules/TownTreasury.ts";
import type { TreasuryEvent } from "../../Books.ts";
import { hasActedSince, type World } from "../../replay/World.ts";
import type { Watch } from "./Watch.ts";

export type Proposal = Extract<TreasuryEvent, { eventName: "SpendingProposed" }>["args"];
export type Spending = {
  proposal: Proposal;
  proposedAt: number;
  isRight: boolean;
  approver?: Address;
  payableFrom: number;
  hasEnded: boolean;
  /** Of each town that is asked: how many its electors are, and which of them objected. */
  votes: Map<number, { electors: number; objectors: Set<number> }>;
};

/** Each payment out of a fund was proposed by one key, approved by another, waited its time and was not blocked. */
export function watchSpending(): Watch<TreasuryEvent> {
  const spendings = new Map<bigint, Spending>();
  const blockedAt = new Map<string, number>();
  return ({ eventName, args }, world) => {
    if (!("spending" in args)) return undefined;
    if (eventName === "SpendingProposed") {
      const open = openOf(args, spendings.values(), world);
      spendings.set(args.spending, begin(args, world, open, blockedAt.get(contentOf(args))));
    }
    const spending = spendings.get(args.spending);
    if (spending === undefined) return undefined;
    const { proposal } = spending;
    if (eventName === "SpendingApproved") approve(spending, args.approver, world);
    if (eventName === "ElectorsFixed") {
      spending.isRight &&= args.needed === neededOf(args.electors, proposal.again);
      spending.votes.set(args.town, { electors: args.electors, objectors: new Set() });
    }
    if (eventName === "SpendingObjected") spending.isRight &&= spending.votes.has(args.town);
    if (eventName === "SpendingObjected" && isBlockedBy(spending, args)) {
      spending.isRight = false;
      blockedAt.set(contentOf(proposal), world.now);
    }
    spending.hasEnded ||= eventName === "SpendingBlocked" || eventName === "SpendingCancelled";
    if (eventName !== "SpendingExecuted") return undefined;
    const { town } = keysOf(world, proposal);
    const isSame =
      args.amount === proposal.amount && args.payee === proposal.payee && args.project === proposal.project;
    const isInTime = world.now >= spending.payableFrom && world.now < spending.payableFrom + EXECUTION_PERIOD;
    const isAsked = proposal.fromOffice || spending.votes.has(town); // an office's towns are, when they first object
    const isOpen = spending.isRight && isAsked && !spending.hasEnded && spending.approver !== undefined;
    const isRight = isOpen && isSame && isInTime && !world.roles.holdsKey(args.payee, world.now);
    spending.hasEnded = true; // once
    return { town, isRight: isRight && world.isActive(town) };
  };
}

export function begin(proposal: Proposal, world: World, open: number, blockedAt: number | undefined): Spending {
  const isAllowed = open < MOST_OPEN && (blockedAt === undefined || world.now >= blockedAt + AGAIN_AFTER);
  return {
    proposal,
    proposedAt: world.now,
    isRight: isAllowed && proposal.proposer === keysOf(world, proposal).proposing,
    payableFrom: 0,
    hasEnded: false,
    votes: new Map(),
  };
}

function approve(spending: Spending, approver: Address, world: World): void {
  const { proposal } = spending;
  const { approving } = keysOf(world, proposal);
  spending.isRight &&= approver === approving && approver !== proposal.proposer;
  spending.isRight &&= spending.approver === undefined && isAwaited(spending, world);
  spending.approver = approver;
  spending.payableFrom = world.now + OBJECTION_PERIOD;
}

/** Counts who objected, and says whether that blocks. */
function isBlockedBy({ proposal, votes }: Spending, { town, number }: { town: number; number: number }): boolean {
  const vote = votes.get(town);
  if (vote === undefined) return false;
  vote.objectors.add(number);
  return vote.objectors.size >= neededOf(vote.electors, proposal.again);
}

/** So many of a town's electors block a spending; more where the same was blocked before. */
export function neededOf(electors: number, again: boolean): number {
  return Math.max(LEAST_OBJECTIONS, Math.ceil(electors / (again ? OBJECTING_PART_AGAIN : OBJECTING_PART)));
}

/** How many spendings of the same fund wait now. */
export function openOf(proposal: Proposal, spendings: Iterable<Spending>, world: World): number {
  const fund = fundOf(proposal, world);
  return [...spendings].filter(
    (one) => fundOf(one.proposal, world) === fund && !one.hasEnded && one.isRight && isAwaited(one, world),
  ).length;
}

function isAwaited({ proposal, proposedAt, approver, payableFrom }: Spending, world: World): boolean {
  if (approver !== undefined) return world.now < payableFrom + EXECUTION_PERIOD;
  const { proposer, project } = proposal;
  const isInTime = world.now < proposedAt + APPROVAL_PERIOD && proposer === keysOf(world, proposal).proposing;
  return isInTime && hasActedSince(world, townOfProject(project), proposer, proposedAt);
}

function fundOf({ project, fromOffice }: Proposal, world: World): string {
  const town = townOfProject(project);
  return fromOffice ? officeOfTown(town, world) : `town ${town}`;
}

/** Names the office's fund that the businesses of a town pay into. */
export function officeOfTown(town: number, world: World): string {
  return `office ${world.countryOf(town)} ${world.currencyOf(town)}`;
}

function contentOf({ project, fromOffice, payee, amount, document }: Proposal): string {
  return [project, fromOffice, payee, amount, document].join("/");
}

function keysOf(world: World, { project, fromOffice }: Proposal) {
  const town = townOfProject(project);
  const [townKey, countryKey] = [world.townKey(town), world.countryKey(town)];
  if (fromOffice) return { town, proposing: countryKey, approving: world.roles.headOffice };
  return { town, proposing: townKey, approving: countryKey };
}

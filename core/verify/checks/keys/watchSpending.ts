import type { Address } from "viem";
import { townOfProject } from "../../../projects/projects.ts";
import {
  APPROVAL_PERIOD,
  EXECUTION_PERIOD,
  LEAST_OBJECTIONS,
  OBJECTING_PART,
  OBJECTION_PERIOD,
} from "../../../rules/TownTreasury.ts";
import type { TreasuryEvent } from "../../Books.ts";
import type { World } from "../../replay/World.ts";
import type { Watch } from "./Watch.ts";

type Proposal = Extract<TreasuryEvent, { eventName: "SpendingProposed" }>["args"];
type Spending = {
  proposal: Proposal;
  lapsesAt: number;
  isRight: boolean;
  approver?: Address;
  payableFrom: number;
  objectors: Set<number>;
};

/** Each payment out of a fund was proposed by one key, approved by another, waited its time and was not blocked. */
export function watchSpending(): Watch<TreasuryEvent> {
  const spendings = new Map<bigint, Spending>();
  return ({ eventName, args }, world) => {
    if (!("spending" in args)) return undefined;
    if (eventName === "SpendingProposed") {
      const isRight = args.proposer === keysOf(world, args).proposing;
      const lapsesAt = world.now + APPROVAL_PERIOD;
      spendings.set(args.spending, { proposal: args, lapsesAt, isRight, payableFrom: 0, objectors: new Set() });
    }
    const spending = spendings.get(args.spending);
    if (spending === undefined) return undefined;
    const { proposal } = spending;
    if (eventName === "SpendingApproved") {
      spending.isRight &&= args.approver === keysOf(world, proposal).approving && args.approver !== proposal.proposer;
      spending.isRight &&= world.now < spending.lapsesAt && spending.approver === undefined;
      spending.approver = args.approver;
      spending.payableFrom = world.now + OBJECTION_PERIOD;
      spending.lapsesAt = spending.payableFrom + EXECUTION_PERIOD;
    }
    if (eventName === "SpendingObjected") {
      spending.objectors.add(args.number);
      const count = spending.objectors.size;
      if (count >= LEAST_OBJECTIONS && count * OBJECTING_PART >= proposal.active) spending.isRight = false;
    }
    if (eventName === "SpendingBlocked" || eventName === "SpendingCancelled") spending.isRight = false;
    if (eventName !== "SpendingExecuted") return undefined;
    const { proposing, approving, town } = keysOf(world, proposal);
    const isSame =
      args.amount === proposal.amount && args.payee === proposal.payee && args.project === proposal.project;
    const isInOffice =
      proposal.proposer === proposing && spending.approver !== undefined && spending.approver === approving;
    const isInTime = world.now >= spending.payableFrom && world.now < spending.lapsesAt;
    const isRight =
      spending.isRight && isSame && isInOffice && isInTime && !world.roles.holdsKey(args.payee, world.now);
    spending.isRight = false; // once
    return { town, isRight: isRight && world.isActive(town) };
  };
}

function keysOf(world: World, { project, fromOffice }: Proposal) {
  const town = townOfProject(project);
  const [townKey, countryKey] = [world.townKey(town), world.countryKey(town)];
  if (fromOffice) return { town, proposing: countryKey, approving: world.roles.headOffice };
  return { town, proposing: townKey, approving: countryKey };
}

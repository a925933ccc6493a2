import type { Address, Hex } from "viem";
import { townOfProject } from "../../../projects/projects.ts";
import { PROPOSAL_LASTS } from "../../../rules/Proposals.ts";
import { OPENING_NOTICE } from "../../../rules/SaleTerms.ts";
import type { Deed } from "../../../profit/Deed.ts";
import { WAITS } from "../../../rules/SecondKey.ts";
import type { ProfitEvent, ProjectEvent, SaleEvent } from "../../Books.ts";
import { type Agreement, completes } from "../../replay/bothAgree.ts";
import { hasActedSince, type World } from "../../replay/World.ts";
import { requireSale, type SaleOf, type Watch } from "./Watch.ts";

type Proposal = { by: Address | null; termsHash: Hex; opens: number; until: number };

/**
 * Whatever both keys agree on was proposed before as it was approved: the terms of a sale, a deed, who runs a business. A
 * sale was called off by both.
 */
export function watchAgreements(saleOf: SaleOf): Watch<SaleEvent | ProfitEvent | ProjectEvent> {
  const proposals = new Map<bigint, Proposal>();
  const deeds = new Map<bigint, Proposed<Deed>>();
  const managements = new Map<bigint, Proposed<{ manager: Address; payout: Address }>>();
  const agreements = new Map<bigint, Agreement>();
  const agreed = new Set<bigint>();
  return ({ eventName, args }, world) => {
    if (eventName === "OfferingProposed") {
      const by = world.townKey(townOfProject(args.business));
      const { termsHash, terms } = args;
      proposals.set(args.business, { by, termsHash, opens: terms.opens, until: world.now + PROPOSAL_LASTS });
    }
    if (eventName === "ProposalWithdrawn") proposals.delete(args.business);
    if (eventName === "OfferingApproved") {
      const proposal = proposals.get(args.business);
      proposals.delete(args.business);
      return { town: townOfProject(args.business), isRight: mayApprove(proposal, args, world) };
    }
    if (eventName === "CallOffAgreed") {
      const { town } = requireSale(saleOf, args.offering);
      const isKey = (wallet: Address) => [world.townKey(town), world.countryKey(town)].includes(wallet);
      if (completes(agreements.get(args.offering), args.ambassador, world.now, isKey)) agreed.add(args.offering);
      agreements.set(args.offering, { by: args.ambassador, until: args.until });
    }
    if (eventName === "CallOffWithdrawn") agreements.delete(args.offering);
    if (eventName === "OfferingCalledOff")
      return { town: requireSale(saleOf, args.offering).town, isRight: agreed.has(args.offering) };
    if (eventName === "DeedProposed") deeds.set(args.business, proposedNow(args.deed, args.business, world));
    if (eventName === "DeedWithdrawn") deeds.delete(args.business);
    if (eventName === "DeedApproved") {
      const proposed = deeds.get(args.business);
      const isSame = JSON.stringify(proposed?.what) === JSON.stringify(args.deed);
      return { town: townOfProject(args.business), isRight: isSame && isAwaited(proposed, args.business, world) };
    }
    if (eventName === "ManagementProposed") managements.set(args.project, proposedNow(args, args.project, world));
    if (eventName === "ManagementWithdrawn") managements.delete(args.project);
    if (eventName === "ManagementChanged") {
      const proposed = managements.get(args.project);
      const isSame = proposed?.what.manager === args.manager && proposed.what.payout === args.payout;
      const isFree = !world.roles.holdsKey(args.payout, world.now);
      const isRight = isSame && isFree && isAwaited(proposed, args.project, world);
      managements.delete(args.project); // once
      return { town: townOfProject(args.project), isRight };
    }
    return undefined;
  };
}

/** Exactly the terms that the Town Ambassador of now proposed, not too long ago, and of which the town hears in time. */
function mayApprove(
  proposal: Proposal | undefined,
  { business, termsHash }: { business: bigint; termsHash: Hex },
  world: World,
): boolean {
  const town = townOfProject(business);
  return (
    proposal?.termsHash === termsHash &&
    isStillInOffice(proposal.by, town, proposal.until - PROPOSAL_LASTS, world) &&
    world.now < proposal.until &&
    proposal.opens >= world.now + OPENING_NOTICE &&
    world.isActive(town)
  );
}

/** What one key proposed, by whom and when. */
type Proposed<what> = { what: what; by: Address | null; at: number };

function proposedNow<what>(what: what, project: bigint, world: World): Proposed<what> {
  return { what, by: world.townKey(townOfProject(project)), at: world.now };
}

/** Whether it still waits for the other key: not for too long, and its proposer is in office. */
function isAwaited(proposed: Proposed<unknown> | undefined, project: bigint, world: World): boolean {
  if (proposed === undefined) return false;
  return isStillInOffice(proposed.by, townOfProject(project), proposed.at, world) && world.now < proposed.at + WAITS;
}

/** Whether the Town Ambassador who proposed something is the one of now, and was ever since. */
function isStillInOffice(by: Address | null, town: number, at: number, world: World): boolean {
  return by !== null && by === world.townKey(town) && hasActedSince(world, town, by, at);
}

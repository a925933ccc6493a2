import type { Address, Hex } from "viem";
import { townOfProject } from "../../../projects/projects.ts";
import { PROPOSAL_LASTS } from "../../../rules/Proposals.ts";
import { OPENING_NOTICE } from "../../../rules/SaleTerms.ts";
import type { Deed } from "../../../profit/Deed.ts";
import type { ProfitEvent, ProjectEvent, SaleEvent } from "../../Books.ts";
import { type Agreement, completes } from "../../replay/bothAgree.ts";
import type { World } from "../../replay/World.ts";
import type { SaleOf, Watch } from "./Watch.ts";

type Proposal = { by: Address | null; termsHash: Hex; opens: number; until: number };

/**
 * Whatever both keys agree on was proposed before as it was approved: the terms of a sale, a deed, who runs a business. A
 * sale was called off by both.
 */
export function watchAgreements(saleOf: SaleOf): Watch<SaleEvent | ProfitEvent | ProjectEvent> {
  const proposals = new Map<bigint, Proposal>();
  const deeds = new Map<bigint, Deed>();
  const managements = new Map<bigint, { manager: Address; payout: Address }>();
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
      const { town } = saleOf(args.offering);
      const isKey = (wallet: Address) => [world.townKey(town), world.countryKey(town)].includes(wallet);
      if (completes(agreements.get(args.offering), args.ambassador, world.now, isKey)) agreed.add(args.offering);
      agreements.set(args.offering, { by: args.ambassador, until: args.until });
    }
    if (eventName === "CallOffWithdrawn") agreements.delete(args.offering);
    if (eventName === "OfferingCalledOff")
      return { town: saleOf(args.offering).town, isRight: agreed.has(args.offering) };
    if (eventName === "DeedProposed") deeds.set(args.business, args.deed);
    if (eventName === "DeedApproved") {
      const isRight = JSON.stringify(deeds.get(args.business)) === JSON.stringify(args.deed);
      return { town: townOfProject(args.business), isRight };
    }
    if (eventName === "ManagementProposed") managements.set(args.project, args);
    if (eventName === "ManagementChanged") {
      const proposed = managements.get(args.project);
      const isRight = proposed?.manager === args.manager && proposed.payout === args.payout;
      return { town: townOfProject(args.project), isRight: isRight && !world.roles.holdsKey(args.payout, world.now) };
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
    proposal.by === world.townKey(town) &&
    world.now < proposal.until &&
    proposal.opens >= world.now + OPENING_NOTICE &&
    world.isActive(town)
  );
}

import type { Address } from "viem";
import { yearQuarterAt } from "@one-small-town/core/projects/plans/yearQuarters.ts";
import { startBusiness } from "../operator/startBusiness.ts";
import { metadataOf, packOf, ventureOf } from "./demoDocuments.ts";
import type { DemoVenture } from "./demoProjects.ts";
import type { DemoBusiness, DemoTown } from "./DemoTown.ts";
import { personAt } from "./personAt.ts";

/**
 * A member's idea becomes a business at the funding stage, with plan, pack, manager and payout wallet. It plans to be at
 * work from a moment (seconds) on.
 */
export async function startDemoBusiness(
  { chain, deployment, town }: DemoTown,
  idea: DemoVenture,
  worksFrom: number,
): Promise<DemoBusiness> {
  const [plan, pack] = [ventureOf(idea, yearQuarterAt(worksFrom)), packOf(idea)];
  const business = await startBusiness(deployment, {
    town,
    kind: idea.kind,
    plan,
    pack,
    metadata: metadataOf(idea),
    member: personAt(chain, 3),
    townAmbassador: personAt(chain, 0),
    countryAmbassador: chain.officials.countryAmbassador,
    manager: chain.officials.manager.address as Address,
    payout: chain.officials.payout.address as Address,
  });
  return { business, plan: plan.hash, pack: pack.hash, title: idea.title };
}

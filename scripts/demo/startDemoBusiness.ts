import type { Address } from "viem";
import { documentOf } from "../operator/documentOf.ts";
import { startBusiness } from "../operator/startBusiness.ts";
import type { DemoBusiness, DemoTown } from "./DemoTown.ts";
import { personAt } from "./personAt.ts";

/** A member's idea becomes a business at the funding stage, with plan, pack, manager and payout wallet. */
export async function startDemoBusiness(
  { chain, deployment, town }: DemoTown,
  { title, sector, kind }: { title: string; sector: string; kind: "community" | "cornerstone" },
): Promise<DemoBusiness> {
  const slug = title.toLowerCase().replaceAll(/[^a-z]+/g, "-");
  const plan = documentOf(`Business plan of ${title}`, `demo://${slug}/plan`);
  const pack = documentOf(`Investor pack of ${title}`, `demo://${slug}/pack`);
  const business = await startBusiness(deployment, {
    ...{ town, kind, plan, pack },
    metadata: metadataOf(title, sector),
    member: personAt(chain, 3),
    townAmbassador: personAt(chain, 0),
    countryAmbassador: chain.officials.countryAmbassador,
    manager: chain.officials.manager.address as Address,
    payout: chain.officials.payout.address as Address,
  });
  return { business, plan: plan.hash, pack: pack.hash, title };
}

/** What a project says of itself; the words travel in the address, so that nothing has to be fetched. */
export function metadataOf(title: string, sector: string) {
  const text = JSON.stringify({ title, sector });
  return documentOf(text, `data:application/json,${encodeURIComponent(text)}`);
}

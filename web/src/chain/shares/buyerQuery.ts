import { queryOptions } from "@tanstack/react-query";
import { type Address, erc20Abi } from "viem";
import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import type { Buyer } from "@one-small-town/core/shares/mayBuy.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { tiers } from "@one-small-town/core/rules/enumerations.ts";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import type { Offering } from "./offeringQuery.ts";

/** Somebody in front of an offering; `money` in units of its currency. */
export type BuyerRecord = Buyer & { money: bigint };

export function buyerQuery(system: System, offering: Offering, wallet: Address) {
  return queryOptions({
    queryKey: keyOf(system, "buyer", offering.id, wallet),
    queryFn: () => readBuyer(system, offering, wallet),
  });
}

export async function readBuyer(
  system: System,
  { business, token, currency }: Offering,
  wallet: Address,
): Promise<BuyerRecord> {
  const { MemberRegistry, ShareOffering } = system.deployment.addresses;
  const town = townOfProject(business);
  const [tier, person, isInsider, held, money] = await readNow(system, [
    { address: MemberRegistry, abi: memberRegistryViews, functionName: "tierOf", args: [wallet, town] },
    { address: MemberRegistry, abi: memberRegistryViews, functionName: "personOf", args: [wallet] },
    { address: ShareOffering, abi: shareOfferingViews, functionName: "isInsider", args: [business, wallet] },
    { address: token, abi: investorTokenViews, functionName: "balanceOf", args: [wallet] },
    { address: currency, abi: erc20Abi, functionName: "balanceOf", args: [wallet] },
  ]);
  return { tier: decode(tiers, tier), isSuspended: person.suspended, isInsider, held: Number(held), money };
}

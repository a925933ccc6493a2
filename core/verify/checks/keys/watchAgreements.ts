import type { Address } from "viem";
import { townOfProject } from "../../../projects/projects.ts";
import type { Deed } from "../../../profit/Deed.ts";
import type { ProfitEvent, ProjectEvent, RoleEvent, SaleEvent } from "../../Books.ts";
import type { SaleOf, Watch } from "./Watch.ts";

/**
 * Whatever both keys agree on was proposed before as it was approved: the terms of a sale, a deed, who runs a business. A
 * sale was called off by both; and no wallet ever got two keys.
 */
export function watchAgreements(saleOf: SaleOf): Watch<SaleEvent | ProfitEvent | ProjectEvent | RoleEvent> {
  const terms = new Set<string>();
  const deeds = new Map<bigint, Deed>();
  const managements = new Map<bigint, { manager: Address; payout: Address }>();
  const agreed = new Map<bigint, Set<Address>>();
  return ({ eventName, args }, world) => {
    if (eventName === "OfferingProposed") terms.add(`${args.business}/${args.termsHash}`);
    if (eventName === "OfferingApproved") {
      const town = townOfProject(args.business);
      return { town, isRight: terms.has(`${args.business}/${args.termsHash}`) && world.isActive(town) };
    }
    if (eventName === "CallOffAgreed") {
      const { town } = saleOf(args.offering);
      const isKey = [world.townKey(town), world.countryKey(town)].includes(args.ambassador);
      const both = agreed.get(args.offering) ?? new Set();
      if (isKey) agreed.set(args.offering, both.add(args.ambassador));
    }
    if (eventName === "OfferingCalledOff") {
      const { town } = saleOf(args.offering);
      const keys = [world.townKey(town), world.countryKey(town)];
      return { town, isRight: keys.every((key) => key !== null && agreed.get(args.offering)?.has(key) === true) };
    }
    if (eventName === "DeedProposed") deeds.set(args.business, args.deed);
    if (eventName === "DeedApproved") {
      const isRight = JSON.stringify(deeds.get(args.business)) === JSON.stringify(args.deed);
      return { town: townOfProject(args.business), isRight };
    }
    if (eventName === "ManagementProposed") managements.set(args.project, args);
    if (eventName === "ManagementChanged") {
      const proposed = managements.get(args.project);
      const isRight = proposed?.manager === args.manager && proposed.payout === args.payout;
      return { town: townOfProject(args.project), isRight: isRight && !world.roles.holdsKey(args.payout) };
    }
    if (eventName === "RoleGranted" && world.roles.keysOf(args.account) > 1) return { town: 0, isRight: false };
    return undefined;
  };
}

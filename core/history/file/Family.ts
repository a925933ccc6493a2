import type { Address } from "viem";
import type { ContractName, Deployment } from "../../deployment/Deployment.ts";

/** A page about money needs nothing of people: what is read together stands in files of its own. */
export const families = ["people", "rest"] as const;
export type Family = (typeof families)[number];

const PEOPLE: readonly ContractName[] = ["MemberRegistry", "Contributions", "InfinityToken", "Benefits"];

/** Addresses as they stand in the files: in small letters. */
export function lower(address: Address): Address {
  return address.toLowerCase() as Address;
}

/** To which family each contract belongs; share tokens, which are founded one by one, belong to the rest. */
export function familyOf(addresses: Deployment["addresses"]): (address: Address) => Family {
  const people = new Set(PEOPLE.map((name) => lower(addresses[name])));
  return (address) => (people.has(lower(address)) ? "people" : "rest");
}

/** The contracts of a deployment that tell events, in small letters. The pattern of share tokens tells none. */
export function tellersOf(addresses: Deployment["addresses"]): Address[] {
  const own = Object.entries(addresses).filter(([name]) => name !== "InvestorToken");
  return own.map(([, address]) => lower(address));
}

import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { successionViews } from "@one-small-town/core/abis/successionViews.ts";
import { PROPOSAL_LASTS } from "@one-small-town/core/rules/Departures.ts";
import { queryOptions } from "@tanstack/react-query";
import { type Address, type Hex, zeroAddress } from "viem";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import type { Person } from "./personQuery.ts";

/** What is under way about a person; moments in seconds. */
export type PersonCase = Person & {
  wallet: Address;
  /** What a registrar asked to suspend them for; null when nothing stands. */
  suspension: { proposer: Address; reason: Hex; until: number } | null;
  /** Who is to follow their wallet; null when nobody is. `from` is 0 while head office has not let the days begin. */
  succession: { id: Hex; successor: Address; isDeath: boolean; from: number; until: number; proposer: Address } | null;
};

export function personCaseQuery(system: System, town: number, wallet: Address) {
  return queryOptions({
    queryKey: keyOf(system, "personCase", town, wallet),
    queryFn: () => readPersonCase(system, town, wallet),
  });
}

async function readPersonCase(system: System, town: number, wallet: Address): Promise<PersonCase> {
  const { MemberRegistry, Succession } = system.deployment.addresses;
  const registry = { address: MemberRegistry, abi: memberRegistryViews } as const;
  const [person, successor, suspension, standing, proposed] = await readNow(
    system,
    [
      { ...registry, functionName: "personOf", args: [wallet] },
      { ...registry, functionName: "successorOf", args: [wallet] },
      { ...registry, functionName: "suspensionOf", args: [wallet] },
      { address: Succession, abi: successionViews, functionName: "successionOf", args: [wallet] },
      { ...registry, functionName: "suspensionsProposedIn", args: [town] },
    ],
    { bytes: 600 },
  );
  const { proposer, proposedAt, reason } = suspension;
  const { id, isOpen, from, until, proposal } = standing;
  return {
    town: person.town,
    country: person.country,
    residentUntil: person.residentUntil,
    number: person.number,
    left: person.left,
    suspended: person.suspended,
    successor: successor === zeroAddress ? null : successor,
    wallet,
    suspension: proposed.includes(wallet) ? { proposer, reason, until: proposedAt + PROPOSAL_LASTS } : null,
    succession: isOpen
      ? {
          id,
          successor: proposal.successor,
          isDeath: BigInt(proposal.evidence) !== 0n,
          from: Number(from),
          until: Number(until),
          proposer: proposal.proposer,
        }
      : null,
  };
}

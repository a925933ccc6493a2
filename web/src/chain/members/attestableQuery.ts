import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { successionViews } from "@one-small-town/core/abis/successionViews.ts";
import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { type AttestProblem, type Attestable, mayAttest } from "@one-small-town/core/members/mayAttest.ts";
import type { Attestation } from "@one-small-town/core/members/steps.ts";
import { queryOptions } from "@tanstack/react-query";
import { zeroAddress } from "viem";
import { keyOf } from "../keys.ts";
import { readBlock } from "../readBlock.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import type { Town } from "./Town.ts";

/** What stands against each of some entries of a batch now; null for one who would be attested. */
export function attestableQuery(system: System, town: Town, entries: readonly Attestation[]) {
  const texts = entries.map(({ wallet, residentUntil, joins, personId }) =>
    [wallet, residentUntil, joins, personId].join(),
  );
  return queryOptions({
    queryKey: keyOf(system, "attestable", town.id, ...texts),
    queryFn: () => readAttestable(system, town, entries),
  });
}

export async function readAttestable(
  system: System,
  town: Town,
  entries: readonly Attestation[],
): Promise<(AttestProblem | null)[]> {
  if (entries.length === 0) return [];
  const { MemberRegistry, TownRegistry } = system.deployment.addresses;
  const towns = { address: TownRegistry, abi: townRegistryViews, args: [town.id] } as const;
  const registry = { address: MemberRegistry, abi: memberRegistryViews, args: [town.id] } as const;
  const [block, [isActive, limit, attested, members], facts] = await Promise.all([
    readBlock(system.client),
    readNow(system, [
      { ...towns, functionName: "isActive" },
      { ...towns, functionName: "attestationsAWeek" },
      { ...registry, functionName: "attestedThisWeek" },
      { ...registry, functionName: "memberCount" },
    ]),
    Promise.all(entries.map((entry) => readFacts(system, town, entry))),
  ]);
  const before = { town: town.id, country: town.country, isActive, limit, attested, members, now: block.timestamp };
  return mayAttest(entries, facts, before);
}

async function readFacts(system: System, town: Town, { wallet, personId }: Attestation): Promise<Attestable> {
  const { MemberRegistry, Succession } = system.deployment.addresses;
  const registry = { address: MemberRegistry, abi: memberRegistryViews } as const;
  const succession = { address: Succession, abi: successionViews, args: [wallet] } as const;
  const [known, person, successor, move, waiting, isReserved, mayBeFollowed] = await readNow(
    system,
    [
      { ...registry, functionName: "walletOf", args: [town.country, personId] },
      { ...registry, functionName: "personOf", args: [wallet] },
      { ...registry, functionName: "successorOf", args: [wallet] },
      { ...registry, functionName: "moveOf", args: [wallet] },
      { ...registry, functionName: "isWaiting", args: [wallet] },
      { ...succession, functionName: "isReserved" },
      { ...succession, functionName: "mayBeFollowed" },
    ],
    { bytes: 320 },
  );
  return {
    known,
    isSuperseded: successor !== zeroAddress,
    isReserved,
    mayBeFollowed,
    town: person.town,
    country: person.country,
    idCountry: person.idCountry,
    number: person.number,
    suspended: person.suspended,
    waiting,
    movedIn: person.movedIn,
    move,
  };
}

import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { successionViews } from "@one-small-town/core/abis/successionViews.ts";
import { PROPOSAL_LASTS } from "@one-small-town/core/rules/Departures.ts";
import { queryOptions } from "@tanstack/react-query";
import { type Address, type Hex, isAddressEqual, zeroAddress, zeroHash } from "viem";
import { keyOf } from "../keys.ts";
import type { Person } from "../members/personQuery.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** What is under way about a person, and what they have said about themselves; moments in seconds. */
export type OwnCase = {
  person: Person;
  /** Somebody else is to have all that is theirs: a new wallet, or the heir of one who is said to be dead. */
  succession: OpenSuccession | null;
  /** A registrar asked to suspend them; the Town Ambassador may agree until then. */
  suspension: { until: number } | null;
  /** Where they said that they move; town 0 for a place without one. */
  move: { toTown: number; toCountry: number } | null;
  nominee: Address | null;
};

export type OpenSuccession = {
  id: Hex;
  successor: Address;
  isDeath: boolean;
  /** After an objection within a year: then nobody objects, and head office decides. */
  isSecond: boolean;
  /** Until then the wallet may object; 0 where nobody does. */
  objectUntil: number;
  until: number;
};

/** About how long a proposal with its standing is. */
const PROPOSAL = 700;

export function ownCaseQuery(system: System, wallet: Address) {
  return queryOptions({
    queryKey: keyOf(system, "ownCase", wallet),
    queryFn: () => readOwnCase(system, wallet),
  });
}

export async function readOwnCase(system: System, wallet: Address): Promise<OwnCase> {
  const { MemberRegistry, Succession } = system.deployment.addresses;
  const registry = { address: MemberRegistry, abi: memberRegistryViews } as const;
  const successions = { address: Succession, abi: successionViews } as const;
  const [person, successor, move, suspension, standing, nominee] = await readNow(
    system,
    [
      { ...registry, functionName: "personOf", args: [wallet] },
      { ...registry, functionName: "successorOf", args: [wallet] },
      { ...registry, functionName: "moveOf", args: [wallet] },
      { ...registry, functionName: "suspensionOf", args: [wallet] },
      { ...successions, functionName: "successionOf", args: [wallet] },
      { ...successions, functionName: "nomineeOf", args: [wallet] },
    ],
    { bytes: PROPOSAL },
  );
  const isAsked = suspension.proposer !== zeroAddress && !person.suspended;
  const { id, isOpen, from, until, proposal } = standing;
  return {
    person: { ...person, successor: orNull(successor) },
    succession: isOpen
      ? {
          id,
          successor: proposal.successor,
          isDeath: proposal.evidence !== zeroHash,
          isSecond: proposal.isSecond,
          objectUntil: proposal.isSecond ? 0 : Number(from),
          until: Number(until),
        }
      : null,
    suspension:
      isAsked && (await stands(system, person.town, wallet)) ? { until: suspension.proposedAt + PROPOSAL_LASTS } : null,
    move: move.toCountry === 0 ? null : move,
    nominee: orNull(nominee),
  };
}

/** A proposal ends with its time, and when its registrar leaves office. */
async function stands(system: System, town: number, wallet: Address): Promise<boolean> {
  const registry = { address: system.deployment.addresses.MemberRegistry, abi: memberRegistryViews } as const;
  const [wallets] = await readNow(system, [{ ...registry, functionName: "suspensionsProposedIn", args: [town] }]);
  return wallets.some((one) => isAddressEqual(one, wallet));
}

function orNull(wallet: Address): Address | null {
  return wallet === zeroAddress ? null : wallet;
}

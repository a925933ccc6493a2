import { type Address, isAddressEqual, type Hex, zeroAddress } from "viem";
import { weekIndexOf } from "../hours/weeks.ts";
import { WEEKS_BETWEEN_MOVES } from "../rules/Departures.ts";
import { LONGEST_RESIDENCY } from "../rules/MemberRegistry.ts";
import { MAX_MEMBERS } from "../rules/Timesheet.ts";
import type { Attestation } from "./steps.ts";

/** What the chain says of one whom a registrar would attest. */
export type Attestable = {
  /** The wallet that the country knows the person id by; zero for none. */
  known: Address;
  isSuperseded: boolean;
  isReserved: boolean;
  /** Whether others may follow the wallet: it is no contract, or has named a nominee. */
  mayBeFollowed: boolean;
  /** Their home; 0 for none. `country` is 0 for one whom nobody has attested. */
  town: number;
  country: number;
  idCountry: number;
  number: number;
  suspended: boolean;
  waiting: boolean;
  movedIn: number;
  /** Where they announced to move. */
  move: { toTown: number; toCountry: number };
};

/** The town, as it stands before the first of a batch. */
export type AttestingTown = {
  town: number;
  country: number;
  isActive: boolean;
  attested: number;
  limit: number;
  members: number;
  /** The chain's time in seconds. */
  now: number;
};

/** The error with which the contract would skip an entry. */
export type AttestProblem = { errorName: string; args: readonly unknown[] };

/**
 * What speaks against each entry of a batch, in order, as MemberRegistry would skip it; null for one who is attested. An
 * earlier entry counts for the later ones. Of a full town one who comes back to it is taken for new.
 */
export function mayAttest(
  entries: readonly Attestation[],
  facts: readonly Attestable[],
  before: AttestingTown,
): (AttestProblem | null)[] {
  const town = Object.assign({}, before);
  const wallets = new Map<string, Attestable>();
  const ids = new Map<string, Address>();
  return entries.map((entry, i) => {
    const fact = facts[i];
    if (fact === undefined) throw new Error(`Nothing is known of entry ${i + 1}`);
    const person = wallets.get(entry.wallet.toLowerCase()) ?? fact;
    const known = ids.get(entry.personId) ?? fact.known;
    const problem = identify(entry, Object.assign({}, person, { known }), town) ?? problemOf(entry, person, town);
    if (problem !== null) return problem;

    if (person.town !== town.town) town.attested++;
    const isNew = entry.joins && person.number === 0;
    if (isNew) town.members++;
    ids.set(entry.personId, entry.wallet);
    wallets.set(entry.wallet.toLowerCase(), {
      known: entry.wallet,
      isSuperseded: false,
      isReserved: false,
      mayBeFollowed: true,
      town: town.town,
      country: town.country,
      idCountry: town.country,
      number: isNew ? town.members : person.number,
      suspended: false,
      waiting: person.waiting,
      movedIn: person.movedIn,
      move: { toTown: 0, toCountry: 0 },
    });
    return null;
  });
}

function identify({ wallet, personId }: Attestation, person: Attestable, town: AttestingTown): AttestProblem | null {
  if (isAddressEqual(wallet, zeroAddress) || BigInt(personId) === 0n)
    return problemWith("MemberRegistryMissing", wallet, personId);
  const isKnown = !isAddressEqual(person.known, zeroAddress);
  if (isKnown && !isAddressEqual(person.known, wallet))
    return problemWith("MemberRegistryPersonKnown", personId, person.known);
  if (person.isSuperseded) return problemWith("MemberRegistrySuperseded", wallet);
  if (person.isReserved) return problemWith("MemberRegistryReserved", wallet);
  if (!isKnown && person.idCountry === town.country) return problemWith("MemberRegistryWalletTaken", wallet);
  if (person.suspended) return problemWith("MemberRegistrySuspended", wallet);
  return person.mayBeFollowed ? null : problemWith("MemberRegistryContractWallet", wallet);
}

function problemOf(
  { wallet, residentUntil, joins }: Attestation,
  person: Attestable,
  town: AttestingTown,
): AttestProblem | null {
  const latest = town.now + LONGEST_RESIDENCY;
  if (residentUntil <= town.now || residentUntil > latest)
    return problemWith("MemberRegistryBadResidency", BigInt(residentUntil), BigInt(town.now), BigInt(latest));
  if (person.town !== town.town) {
    const moving = problemOfMove(wallet, person, town);
    if (moving !== null) return moving;
    if (!town.isActive) return problemWith("TownRegistryDormant", town.town);
    if (town.attested >= town.limit)
      return problemWith("MemberRegistryOverLimit", BigInt(town.attested + 1), BigInt(town.limit));
  }
  return joins && person.number === 0 && town.members >= MAX_MEMBERS
    ? problemWith("MemberRegistryTownFull", town.town, BigInt(MAX_MEMBERS))
    : null;
}

function problemOfMove(wallet: Address, person: Attestable, town: AttestingTown): AttestProblem | null {
  if (person.country === 0) return null;
  if (person.waiting) return problemWith("MemberRegistrySuccessionOpen", wallet);
  const { toTown, toCountry } = person.move;
  if (toTown !== town.town || toCountry !== town.country)
    return problemWith("MemberRegistryLivesElsewhere", wallet, person.town);
  const again = person.movedIn + WEEKS_BETWEEN_MOVES;
  return person.movedIn !== 0 && weekIndexOf(town.now) < again
    ? problemWith("MemberRegistryMovedLately", wallet, again)
    : null;
}

function problemWith(errorName: string, ...args: readonly (Hex | number | bigint)[]): AttestProblem {
  return { errorName, args };
}

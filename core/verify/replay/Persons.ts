import type { Address, Hex } from "viem";
import { encode } from "../../enumerations.ts";
import type { Position } from "../../position.ts";
import { type Tier, tiers } from "../../rules/enumerations.ts";
import type { MemberEvent, PersonRecord } from "../Books.ts";

export type Numbered = {
  wallet: Address;
  /** The week in which they joined, and where the chain stood. */
  joinedIn: number;
  joinedAt: Position;
  /** Weeks in which they went away and came back; the last may be open. */
  absences: { since: number; until: number | null }[];
};

/** A number that a wallet has from an earlier home, or from who was superseded by it. */
type FormerNumber = { town: number; number: number; inherited: boolean };

/** The record of a wallet that is nobody's. */
export const NOBODY: PersonRecord = {
  town: 0,
  country: 0,
  residentUntil: 0,
  number: 0,
  left: false,
  suspended: false,
  idCountry: 0,
  movedIn: 0,
  nonce: 0,
};

/** Everybody's record and number, as they follow from all that happened so far. A wallet that was superseded has none. */
export class Persons {
  readonly records = new Map<Address, PersonRecord>();
  /** By country and person id: whom an office knows by it. */
  readonly ids = new Map<string, { country: number; personId: Hex; wallet: Address }>();
  /** Wallets that an office attested for a second person. */
  readonly shared = new Set<Address>();
  readonly successorOf = new Map<Address, Address>();
  /** Whose succession was begun, and not ended by anybody: it may be over by time alone. */
  readonly succeeding = new Set<Address>();
  /** By town; number 1 is at 1. */
  readonly numbers = new Map<number, Map<number, Numbered>>();
  readonly #offices = new Map<Address, number>();
  readonly #former = new Map<Address, FormerNumber[]>();

  /** @param countryOf the country of a town. */
  apply(event: MemberEvent, countryOf: (town: number) => number): void {
    const { eventName, args } = event;
    if (eventName === "ResidencyAttested") {
      const country = countryOf(args.town);
      const record = this.#attest(country, args.personId, args.wallet);
      Object.assign(record, { town: args.town, country, residentUntil: args.residentUntil });
    }
    if (eventName === "OutsiderAttested") {
      const record = this.#attest(args.ambassadorOf, args.personId, args.wallet);
      Object.assign(record, { town: 0, country: args.country, residentUntil: 0 });
    }
    if (eventName === "SuccessionBegun") this.succeeding.add(args.wallet);
    if (eventName === "SuccessionEnded") this.succeeding.delete(args.wallet);
    if (eventName === "MemberAdmitted") {
      this.#change(args.wallet, { number: args.number, left: false });
      const { blockNumber, logIndex } = event;
      const joined = { joinedIn: args.weekIndex, joinedAt: { blockNumber, logIndex } };
      this.#numbersOf(args.town).set(args.number, { wallet: args.wallet, ...joined, absences: [] });
    }
    if (eventName === "MemberLeft") {
      this.#change(args.wallet, { left: true, nonce: (this.records.get(args.wallet)?.nonce ?? 0) + 1 });
    }
    if (eventName === "MemberAway") {
      this.#numbersOf(args.town).get(args.number)?.absences.push({ since: args.weekIndex, until: null });
    }
    if (eventName === "MemberReturned") {
      this.#change(args.wallet, { left: false });
      const absence = this.#numbersOf(args.town).get(args.number)?.absences.at(-1);
      if (absence !== undefined) absence.until = args.weekIndex;
    }
    if (eventName === "PersonSuspended") this.#change(args.wallet, { suspended: true });
    if (eventName === "PersonReinstated") this.#change(args.wallet, { suspended: false });
    if (eventName === "HouseMoved") this.#moveHouse(args.wallet, args.toTown, args.weekIndex);
    if (eventName === "WalletMoved") {
      const record = this.records.get(args.wallet);
      this.#supersede(args.wallet, args.newWallet, false);
      for (const known of this.ids.values()) if (known.wallet === args.wallet) known.wallet = args.newWallet;
      this.#offices.set(args.newWallet, this.#offices.get(args.wallet) ?? 0);
      if (record !== undefined) this.records.set(args.newWallet, record);
    }
    if (eventName === "RecordClosed") this.#supersede(args.wallet, args.heir, true);
  }

  /** How near a wallet's person is to a town, as the contracts number it; 0 for no tier. */
  tierOf(wallet: Address, town: number, country: number, now: number): number {
    return encode(tiers, this.#tierOf(wallet, town, country, now));
  }

  #tierOf(wallet: Address, town: number, country: number, now: number): Tier {
    const record = this.records.get(wallet);
    if (record === undefined || record.suspended) return "none";
    if (record.town === town && record.residentUntil >= now) return "local";
    return record.country === country ? "country" : "world";
  }

  #attest(country: number, personId: Hex, wallet: Address): PersonRecord {
    const known = this.records.get(wallet);
    const id = `${country}/${personId}`;
    if (known !== undefined && this.#offices.get(wallet) === country && !this.ids.has(id)) this.shared.add(wallet);
    if (!this.ids.has(id)) this.ids.set(id, { country, personId, wallet });
    this.#offices.set(wallet, country);
    const record = known ?? { ...NOBODY };
    Object.assign(record, { idCountry: country, nonce: record.nonce + 1 });
    this.records.set(wallet, record);
    return record;
  }

  #change(wallet: Address, change: Partial<PersonRecord>): void {
    const record = this.records.get(wallet);
    if (record !== undefined) Object.assign(record, change);
  }

  #moveHouse(wallet: Address, town: number, movedIn: number): void {
    const record = this.records.get(wallet);
    if (record === undefined) return;
    this.#noteFormer(wallet, record.town, record.number);
    const number = this.#formerNumberIn(wallet, town);
    Object.assign(record, { town, number, left: number > 0, movedIn });
  }

  #supersede(wallet: Address, successor: Address, inherited: boolean): void {
    const record = this.records.get(wallet);
    if (record !== undefined) this.#noteFormer(wallet, record.town, record.number);
    const handed = (this.#former.get(wallet) ?? []).map((one) => ({ ...one, inherited: one.inherited || inherited }));
    for (const { town, number } of handed) {
      const member = this.#numbersOf(town).get(number);
      if (member !== undefined) member.wallet = successor;
    }
    this.#former.set(successor, [...(this.#former.get(successor) ?? []), ...handed]);
    this.successorOf.set(wallet, successor);
    this.records.delete(wallet);
  }

  #noteFormer(wallet: Address, town: number, number: number): void {
    if (number === 0 || this.#formerNumberIn(wallet, town) !== 0) return;
    this.#former.set(wallet, [...(this.#former.get(wallet) ?? []), { town, number, inherited: false }]);
  }

  #formerNumberIn(wallet: Address, town: number): number {
    return this.#former.get(wallet)?.find((one) => one.town === town && !one.inherited)?.number ?? 0;
  }

  #numbersOf(town: number): Map<number, Numbered> {
    const numbers = this.numbers.get(town) ?? new Map<number, Numbered>();
    this.numbers.set(town, numbers);
    return numbers;
  }
}

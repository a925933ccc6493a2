import type { Address, Hex } from "viem";
import { encode } from "../../enumerations.ts";
import type { Position } from "../../position.ts";
import { type Tier, tiers } from "../../rules/enumerations.ts";
import type { MemberEvent, PersonState } from "../Books.ts";

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

/** Everybody's record and number, as they follow from all that happened so far. A wallet that was superseded has none. */
export class Persons {
  readonly records = new Map<Address, PersonState>();
  readonly walletOf = new Map<Hex, Address>();
  readonly successorOf = new Map<Address, Address>();
  /** By town; number 1 is at 1. */
  readonly numbers = new Map<number, Map<number, Numbered>>();
  readonly #former = new Map<Address, FormerNumber[]>();

  /** @param countryOf the country of a town. */
  apply(event: MemberEvent, countryOf: (town: number) => number): void {
    const { eventName, args } = event;
    if (eventName === "ResidencyAttested") {
      const record = this.#attest(args.personId, args.wallet);
      Object.assign(record, { town: args.town, country: countryOf(args.town), residentUntil: args.residentUntil });
    }
    if (eventName === "OutsiderAttested") {
      const record = this.#attest(args.personId, args.wallet);
      Object.assign(record, { town: 0, country: args.country, residentUntil: 0 });
    }
    if (eventName === "MemberAdmitted") {
      this.#change(args.wallet, { number: args.number, left: false });
      const { blockNumber, logIndex } = event;
      const joined = { joinedIn: args.weekIndex, joinedAt: { blockNumber, logIndex } };
      this.#numbersOf(args.town).set(args.number, { wallet: args.wallet, ...joined, absences: [] });
    }
    if (eventName === "MemberLeft") this.#change(args.wallet, { left: true });
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
    if (eventName === "HouseMoved") this.#moveHouse(args.wallet, args.toTown);
    if (eventName === "WalletMoved") {
      const record = this.records.get(args.wallet);
      this.#supersede(args.wallet, args.newWallet, false);
      this.walletOf.set(args.personId, args.newWallet);
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

  #attest(personId: Hex, wallet: Address): PersonState {
    const known = this.records.get(wallet);
    const record = known ?? { town: 0, country: 0, residentUntil: 0, number: 0, left: false, suspended: false };
    this.records.set(wallet, record);
    if (known === undefined) this.walletOf.set(personId, wallet);
    return record;
  }

  #change(wallet: Address, change: Partial<PersonState>): void {
    const record = this.records.get(wallet);
    if (record !== undefined) Object.assign(record, change);
  }

  #moveHouse(wallet: Address, town: number): void {
    const record = this.records.get(wallet);
    if (record === undefined) return;
    this.#noteFormer(wallet, record.town, record.number);
    const number = this.#formerNumberIn(wallet, town);
    Object.assign(record, { town, number, left: number > 0 });
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

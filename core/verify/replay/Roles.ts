import { type Address, type Hex, zeroHash } from "viem";
import { roleIds } from "../../roles/roleIds.ts";
import { COORDINATOR, COUNTRY_AMBASSADOR, TOWN_AMBASSADOR } from "../../rules/Roles.ts";
import type { RoleEvent } from "../Books.ts";
import { isRoleChange, type RoleChange, RoleHolders } from "./RoleHolders.ts";

/** `next` was appointed over a holder in power, who serves until `nextActsFrom`. */
type Office = {
  holder: Address | null;
  actsFrom: number;
  vacantSince: number;
  next: Address | null;
  nextActsFrom: number;
};

const NEVER_HELD: Office = { holder: null, actsFrom: 0, vacantSince: 0, next: null, nextActsFrom: 0 };

/** Who holds which role, as it follows from every grant, revocation and appointment so far. */
export class Roles {
  readonly #holders = new RoleHolders();
  readonly #offices = new Map<Hex, Office>();
  readonly #keys = new Map<Address, Set<Hex>>();
  readonly #grantedAt = new Map<string, number>();
  headOffice: Address | null = null;

  /** @param now seconds, of the block in which it happened. */
  apply(event: RoleEvent, now: number): void {
    if (isRoleChange(event)) this.#change(event, now);
    const { eventName, args } = event;
    if (eventName !== "AmbassadorAppointed") return;
    const office = this.officeOf(args.role, now);
    const actsFrom = Number(args.actsFrom);
    this.#offices.set(
      args.role,
      office.holder === null
        ? { ...office, holder: args.wallet, actsFrom }
        : { ...office, next: args.wallet, nextActsFrom: actsFrom },
    );
  }

  acts(role: Hex, wallet: Address, now: number): boolean {
    if (!isAmbassador(role)) return this.#holders.has(role, wallet);
    return this.#acting(role, now) === wallet;
  }

  /** Since when (seconds) a wallet acts in a role without a break; null when it does not. */
  actsSince(role: Hex, wallet: Address, now: number): number | null {
    if (!this.acts(role, wallet, now)) return null;
    return isAmbassador(role) ? this.officeOf(role, now).actsFrom : (this.#grantedAt.get(`${role} ${wallet}`) ?? null);
  }

  holdsKey(wallet: Address, now: number): boolean {
    return this.keysOf(wallet, now).length > 0;
  }

  /** The keys that a wallet holds; nobody may hold two. An ambassador's ends when a successor takes over. */
  keysOf(wallet: Address, now: number): Hex[] {
    return [...(this.#keys.get(wallet) ?? [])].filter((role) => {
      if (!isAmbassador(role)) return true;
      const { holder, next } = this.officeOf(role, now);
      return holder === wallet || next === wallet;
    });
  }

  townKey(town: number, now: number): Address | null {
    return this.#acting(roleIds.townAmbassador(town), now);
  }

  countryKey(country: number, now: number): Address | null {
    return this.#acting(roleIds.countryAmbassador(country), now);
  }

  /** Since when a town lacks one of its ambassadors (seconds); 0 when it has both. */
  dormantSince(town: number, country: number, now: number): number {
    const since = [roleIds.townAmbassador(town), roleIds.countryAmbassador(country)].map((role) =>
      this.#acting(role, now) === null ? this.officeOf(role, now).vacantSince : 0,
    );
    const vacant = since.filter((one) => one > 0);
    return vacant.length === 0 ? 0 : Math.min(...vacant);
  }

  #change(event: RoleChange, now: number): void {
    const { role, account } = event.args;
    this.#holders.apply(event);
    if (event.eventName === "RoleGranted") this.#given(role, account, now);
    else this.#taken(role, account, now);
  }

  #given(role: Hex, wallet: Address, now: number): void {
    this.#grantedAt.set(`${role} ${wallet}`, now);
    if (isKey(role)) this.#keys.set(wallet, new Set([...(this.#keys.get(wallet) ?? []), role]));
    if (role === zeroHash) this.headOffice = wallet;
  }

  #taken(role: Hex, wallet: Address, now: number): void {
    this.#keys.get(wallet)?.delete(role);
    if (role === zeroHash && this.headOffice === wallet) this.headOffice = null;
    if (!isAmbassador(role)) return;
    const office = this.officeOf(role, now);
    if (office.next === wallet) this.#offices.set(role, { ...office, next: null, nextActsFrom: 0 });
    if (office.holder !== wallet) return;
    this.#offices.set(role, {
      holder: office.next,
      actsFrom: office.next === null ? office.actsFrom : office.nextActsFrom,
      vacantSince: now >= office.actsFrom ? now : office.vacantSince,
      next: null,
      nextActsFrom: 0,
    });
  }

  /** The office as it is at a time: who waited long enough has taken over. */
  officeOf(role: Hex, now: number): Office {
    const office = this.#offices.get(role) ?? NEVER_HELD;
    if (office.next === null || now < office.nextActsFrom) return office;
    return { ...office, holder: office.next, actsFrom: office.nextActsFrom, next: null, nextActsFrom: 0 };
  }

  #acting(role: Hex, now: number): Address | null {
    const { holder, actsFrom } = this.officeOf(role, now);
    return holder !== null && now >= actsFrom ? holder : null;
  }
}

/** Whether somebody who acts since then (seconds; null for not at all) did so at a time. */
export function hasHeld(since: number | null, then: number): boolean {
  return since !== null && since <= then;
}

/** Head office, ambassadors, registrars and coordinators: of these roles a wallet has one at most. */
function isKey(role: Hex): boolean {
  const kind = kindOf(role);
  return role === zeroHash || (kind >= COUNTRY_AMBASSADOR && kind <= COORDINATOR);
}

function isAmbassador(role: Hex): boolean {
  const kind = kindOf(role);
  return kind === COUNTRY_AMBASSADOR || kind === TOWN_AMBASSADOR;
}

function kindOf(role: Hex): number {
  return Number(BigInt(role) >> 248n);
}

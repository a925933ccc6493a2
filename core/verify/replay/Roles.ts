import { type Address, type Hex, hexToBigInt, zeroHash } from "viem";
import { roleIds } from "../../roles/roleIds.ts";
import { COORDINATOR, COUNTRY_AMBASSADOR } from "../../rules/Roles.ts";
import { STAND_IN_AFTER } from "../../rules/TownRegistry.ts";
import type { RoleEvent } from "../Books.ts";
import { isRoleChange, type RoleChange, RoleHolders } from "./RoleHolders.ts";

type Office = { holder: Address | null; actsFrom: number; vacantSince: number };

/** Who holds which role, as it follows from every grant, revocation and appointment so far. */
export class Roles {
  readonly #holders = new RoleHolders();
  readonly #offices = new Map<Hex, Office>();
  readonly #keys = new Map<Address, number>();
  headOffice: Address | null = null;

  /** @param now seconds, of the block in which it happened. */
  apply(event: RoleEvent, now: number): void {
    if (isRoleChange(event)) this.#change(event, now);
    const { eventName, args } = event;
    if (eventName !== "AmbassadorAppointed") return;
    const vacantSince = this.#offices.get(args.role)?.vacantSince ?? 0;
    this.#offices.set(args.role, { holder: args.wallet, actsFrom: Number(args.actsFrom), vacantSince });
  }

  acts(role: Hex, wallet: Address, now: number): boolean {
    return this.#holders.has(role, wallet) && now >= (this.#offices.get(role)?.actsFrom ?? 0);
  }

  holdsKey(wallet: Address): boolean {
    return (this.#keys.get(wallet) ?? 0) > 0;
  }

  /** How many keys a wallet holds; nobody may hold two. */
  keysOf(wallet: Address): number {
    return this.#keys.get(wallet) ?? 0;
  }

  townKey(town: number, country: number, now: number): Address | null {
    return this.#key(roleIds.townAmbassador(town), roleIds.countryAmbassador(country), now);
  }

  countryKey(town: number, country: number, now: number): Address | null {
    return this.#key(roleIds.countryAmbassador(country), roleIds.townAmbassador(town), now);
  }

  /** Since when a town lacks one of its ambassadors (seconds); 0 when it has both. */
  dormantSince(town: number, country: number, now: number): number {
    const since = [roleIds.townAmbassador(town), roleIds.countryAmbassador(country)].map((role) =>
      this.#inOffice(role, now) ? 0 : (this.#offices.get(role)?.vacantSince ?? 0),
    );
    const vacant = since.filter((one) => one > 0);
    return vacant.length === 0 ? 0 : Math.min(...vacant);
  }

  #change(event: RoleChange, now: number): void {
    const { role, account } = event.args;
    const had = this.#holders.has(role, account);
    this.#holders.apply(event);
    if (event.eventName === "RoleGranted") this.#given(role, account, had);
    else if (had) this.#taken(role, account, now);
  }

  #given(role: Hex, wallet: Address, had: boolean): void {
    if (!had && isKey(role)) this.#keys.set(wallet, this.keysOf(wallet) + 1);
    if (role === zeroHash) this.headOffice = wallet;
  }

  #taken(role: Hex, wallet: Address, now: number): void {
    if (isKey(role)) this.#keys.set(wallet, this.keysOf(wallet) - 1);
    if (role === zeroHash && this.headOffice === wallet) this.headOffice = null;
    const office = this.#offices.get(role);
    if (office?.holder !== wallet) return;
    const vacantSince = now >= office.actsFrom ? now : office.vacantSince;
    this.#offices.set(role, { ...office, holder: null, vacantSince });
  }

  /** Head office stands in for a key that is missing for long, while the other is there. */
  #key(role: Hex, other: Hex, now: number): Address | null {
    const office = this.#offices.get(role);
    if (office === undefined) return null;
    if (office.holder !== null && now >= office.actsFrom) return office.holder;
    const isLong = office.vacantSince !== 0 && now >= office.vacantSince + STAND_IN_AFTER;
    return isLong && this.#inOffice(other, now) ? this.headOffice : null;
  }

  #inOffice(role: Hex, now: number): boolean {
    const office = this.#offices.get(role);
    return office !== undefined && office.holder !== null && now >= office.actsFrom;
  }
}

/** Head office, ambassadors, registrars and coordinators: of these roles a wallet has one at most. */
function isKey(role: Hex): boolean {
  const kind = Number(hexToBigInt(role) >> 248n);
  return role === zeroHash || (kind >= COUNTRY_AMBASSADOR && kind <= COORDINATOR);
}

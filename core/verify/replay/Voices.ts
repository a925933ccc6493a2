import { type Address, zeroAddress } from "viem";
import { isBefore, type Position } from "../../position.ts";
import { BLOCKING_PART, BLOCKING_PART_AGAIN, WINDING_UP_PART } from "../../rules/Releases.ts";
import type { ReleaseEvent, TokenEvent } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import { insidersOf } from "./insiders.ts";
import type { World } from "./World.ts";

type Voice = { objecting: bigint; tranche: number; windingUp: bigint };

/** Who holds how many shares of one business, at one moment of the past after the other. */
export class Holders {
  readonly #transfers: readonly Extract<TokenEvent, { eventName: "Transfer" }>[];
  readonly #shares = new Map<Address, bigint>();
  #seen = 0;

  constructor(events: readonly TokenEvent[]) {
    this.#transfers = eventsNamed(events, "Transfer");
  }

  /** What a wallet holds before an event; moments are asked for in the order of the chain. */
  before(moment: Position, wallet: Address): bigint {
    for (let next = this.#transfers[this.#seen]; next && isBefore(next, moment); next = this.#transfers[++this.#seen]) {
      const { from, to, value } = next.args;
      if (from !== zeroAddress) this.#shares.set(from, (this.#shares.get(from) ?? 0n) - value);
      if (to !== zeroAddress) this.#shares.set(to, (this.#shares.get(to) ?? 0n) + value);
    }
    return this.#shares.get(wallet) ?? 0n;
  }
}

/** What the holders of one business's shares say of its tranches: whose objections stand, and who wants to wind up. */
export class Voices {
  readonly #voices = new Map<Address, Voice>();
  #next = 0;
  #wasBlocked = false;
  #hasEnded = false;

  apply({ eventName, args }: ReleaseEvent): void {
    if (eventName === "ReleaseObjected")
      this.#voices.set(args.holder, {
        ...this.#of(args.holder),
        objecting: args.shares,
        tranche: Number(args.tranche),
      });
    if (eventName === "WindUpVoted")
      this.#voices.set(args.holder, { ...this.#of(args.holder), windingUp: args.shares });
    if (eventName === "VotesWithdrawn") this.#voices.delete(args.holder);
    if (eventName === "ReleaseBlocked") this.#wasBlocked = true;
    if (eventName === "TrancheReleased") [this.#next, this.#wasBlocked] = [this.#next + 1, false];
    if (eventName === "WindUpBegan") this.#hasEnded = true;
  }

  /** The index of the tranche that is next. */
  get next(): number {
    return this.#next;
  }

  /** Shares that object to the next tranche, and that are for winding up, as the contract counts them: insiders' too. */
  get standing(): { objecting: bigint; windingUp: bigint } {
    return { objecting: this.#objecting([]), windingUp: this.#sum([], ({ windingUp }) => windingUp) };
  }

  /** Whether what a holder said keeps their shares where they are; of so many tranches. */
  isHeld(holder: Address, tranches: number): boolean {
    const { objecting, tranche, windingUp } = this.#of(holder);
    const objects = objecting > 0n && tranche === this.#next;
    return !this.#hasEnded && (objects || (windingUp > 0n && this.#next < tranches));
  }

  /** Whether enough object to the next tranche, of so many shares that may vote; insiders' words count for nothing. */
  isBlocking(votable: bigint, insiders: readonly Address[]): boolean {
    const part = this.#wasBlocked ? BLOCKING_PART_AGAIN : BLOCKING_PART;
    const all = this.#objecting(insiders);
    return all > 0n && all * BigInt(part) >= votable;
  }

  /** Whether enough want to wind up. */
  isWindingUp(votable: bigint, insiders: readonly Address[]): boolean {
    return this.#sum(insiders, ({ windingUp }) => windingUp) * BigInt(WINDING_UP_PART) > votable;
  }

  #objecting(insiders: readonly Address[]): bigint {
    if (this.#hasEnded) return 0n;
    return this.#sum(insiders, ({ objecting, tranche }) => (tranche === this.#next ? objecting : 0n));
  }

  #sum(insiders: readonly Address[], sharesOf: (voice: Voice) => bigint): bigint {
    let sum = 0n;
    for (const [holder, voice] of this.#voices) if (!insiders.includes(holder)) sum += sharesOf(voice);
    return sum;
  }

  #of(holder: Address): Voice {
    return this.#voices.get(holder) ?? { objecting: 0n, tranche: 0, windingUp: 0n };
  }
}

type Counted = {
  event: Position;
  world: World;
  sale: { business: bigint; town: number };
  sold: bigint;
  holders: Holders;
  voices: Voices;
};

/** Whether enough shares object, or want to wind up, at the moment of an event: insiders' count on neither side. */
export function reachedBy({ event, world, sale, sold, holders, voices }: Counted) {
  const insiders = insidersOf(world, sale.business, sale.town);
  const held = insiders.map((wallet) => holders.before(event, wallet));
  const votable = held.reduce((left, shares) => left - shares, sold);
  return { isBlocking: voices.isBlocking(votable, insiders), isWindingUp: voices.isWindingUp(votable, insiders) };
}

import { type Address, zeroAddress } from "viem";
import { isBefore, type Position } from "../../position.ts";
import { BLOCKING_PART, BLOCKING_PART_AGAIN, WINDING_UP_PART } from "../../rules/Releases.ts";
import type { ReleaseEvent, TokenEvent } from "../Books.ts";
import { eventsNamed } from "../events.ts";

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
  }

  /** The index of the tranche that is next. */
  get next(): number {
    return this.#next;
  }

  /** Whether enough object to the next tranche, of so many shares that may vote; insiders' words count for nothing. */
  isBlocking(votable: bigint, insiders: readonly Address[]): boolean {
    const part = this.#wasBlocked ? BLOCKING_PART_AGAIN : BLOCKING_PART;
    const all = this.#sum(insiders, ({ objecting, tranche }) => (tranche === this.#next ? objecting : 0n));
    return all > 0n && all * BigInt(part) >= votable;
  }

  /** Whether enough want to wind up. */
  isWindingUp(votable: bigint, insiders: readonly Address[]): boolean {
    return this.#sum(insiders, ({ windingUp }) => windingUp) * BigInt(WINDING_UP_PART) > votable;
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

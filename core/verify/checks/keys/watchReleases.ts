import type { Address } from "viem";
import { PAYABLE_FOR, RELEASE_DELAY, REQUEST_LASTS, STALLED_AFTER } from "../../../rules/Releases.ts";
import type { Books, ReleaseEvent } from "../../Books.ts";
import { type Agreement, completes } from "../../replay/bothAgree.ts";
import { hasHeld } from "../../replay/Roles.ts";
import { Holders, reachedBy, Voices } from "../../replay/Voices.ts";
import { hasActedSince, type World } from "../../replay/World.ts";
import { requireSale, type SaleOf, type Watch } from "./Watch.ts";

type Approval = { by: Address; from: number; payout: Address | undefined };
type Asked = { id: bigint; by: Address; isByRight: boolean; until: number; approval?: Approval };

/** How far the money of one sale has left escrow, and what was said of it. */
type Progress = {
  holders: Holders;
  voices: Voices;
  asked: Asked | undefined;
  askableFrom: number;
  agreement: Agreement | undefined;
  isAgreed: boolean;
  last: number;
};

/**
 * Each tranche was asked for, approved by another, waited its time, did not lapse, and was not blocked; what was blocked
 * was by enough; a wind-up had its reason.
 */
export function watchReleases(
  saleOf: SaleOf,
  endOf: (offering: bigint) => number,
  tokenEvents: NonNullable<Books["tokenEvents"]>,
): Watch<ReleaseEvent> {
  const sales = new Map<bigint, Progress>();
  const begin = (token: Address): Progress => ({
    holders: new Holders(tokenEvents.get(token) ?? []),
    voices: new Voices(),
    asked: undefined,
    askableFrom: 0,
    agreement: undefined,
    isAgreed: false,
    last: 0,
  });
  return (event, world) => {
    const { eventName, args } = event;
    if (!("offering" in args)) return undefined;
    // Anybody may take back what they never said, also of a sale that is not there.
    if (eventName === "VotesWithdrawn" && saleOf(args.offering) === undefined) return undefined;
    const { business, town, token, sold } = requireSale(saleOf, args.offering);
    const progress = sales.get(args.offering) ?? begin(token);
    sales.set(args.offering, progress);
    const { voices, asked } = progress;
    const { holders } = progress;
    const count = () => reachedBy({ event, world, sale: { business, town }, sold, holders, voices });
    if (eventName === "TrancheReleased") {
      const isRight =
        args.tranche === BigInt(voices.next) &&
        asked?.id === args.id &&
        isApproved(asked, world, business, town) &&
        asked.approval?.payout === args.payout &&
        world.now >= asked.approval.from &&
        !count().isBlocking &&
        world.isActive(town) &&
        !isAmbassador(world, town, args.payout);
      voices.apply(event);
      [progress.asked, progress.askableFrom, progress.last] = [undefined, 0, world.now];
      return { town, isRight };
    }
    if (eventName === "ReleaseBlocked") {
      const isRight = asked?.id === args.id && count().isBlocking;
      voices.apply(event);
      [progress.asked, progress.askableFrom] = [undefined, args.askableFrom];
      return { town, isRight };
    }
    if (eventName === "WindUpBegan") {
      const isStalled = world.now >= (progress.last === 0 ? endOf(args.offering) : progress.last) + STALLED_AFTER;
      const { isBlocking, isWindingUp } = count();
      const isReleasing = asked !== undefined && isApproved(asked, world, business, town) && !isBlocking;
      progress.asked = undefined;
      return { town, isRight: progress.isAgreed || isWindingUp || (isStalled && !isReleasing) };
    }
    voices.apply(event);
    if (eventName === "ReleaseRequested") {
      const isByRight = mayAsk(world, business, town, args.by) && world.now >= progress.askableFrom;
      progress.asked = { id: args.id, by: args.by, isByRight, until: world.now + REQUEST_LASTS };
    }
    if (eventName === "ReleaseApproved" && asked?.id === args.id) {
      const askedAt = asked.until - REQUEST_LASTS;
      const isStillAsked =
        hasHeld(world.managesSince(business, asked.by), askedAt) || hasActedSince(world, town, asked.by, askedAt);
      const waits = world.now < asked.until && isStillAsked;
      const isRight = args.by === world.countryKey(town) && args.by !== asked.by && waits;
      const payout = world.managers.get(business)?.payout;
      if (isRight) asked.approval = { by: args.by, from: world.now + RELEASE_DELAY, payout };
    }
    if (eventName === "ReleaseRevoked") progress.asked = undefined;
    if (eventName === "WindUpAgreed") {
      const isKey = (wallet: Address) => isAmbassador(world, town, wallet);
      progress.isAgreed = completes(progress.agreement, args.ambassador, world.now, isKey);
      progress.agreement = { by: args.ambassador, until: args.until };
    }
    if (eventName === "WindUpAgreementWithdrawn") progress.agreement = undefined;
    return undefined;
  };
}

/** Whether the approval of what was asked for, by whoever may, stands. */
function isApproved({ isByRight, approval }: Asked, world: World, business: bigint, town: number): boolean {
  return (
    isByRight &&
    approval !== undefined &&
    approval.by === world.countryKey(town) &&
    hasActedSince(world, town, approval.by, approval.from - RELEASE_DELAY) &&
    approval.payout === world.managers.get(business)?.payout &&
    world.now < approval.from + PAYABLE_FOR
  );
}

function mayAsk(world: World, business: bigint, town: number, by: Address): boolean {
  return world.managesSince(business, by) !== null || world.townKey(town) === by;
}

function isAmbassador(world: World, town: number, wallet: Address): boolean {
  return wallet === world.townKey(town) || wallet === world.countryKey(town);
}

import type { Address } from "viem";
import { roleIds } from "../../../roles/roleIds.ts";
import { BLOCKING_PART, RELEASE_DELAY, STALLED_AFTER, WINDING_UP_PART } from "../../../rules/Releases.ts";
import type { ReleaseEvent } from "../../Books.ts";
import type { World } from "../../replay/World.ts";
import type { SaleOf, Watch } from "./Watch.ts";

type Asked = {
  id: bigint;
  by: Address;
  isByRight: boolean;
  approval?: { by: Address; from: number; payout?: Address };
};
type Progress = { asked?: Asked | undefined; agreed?: Address; last: number; votes: bigint; isBlocked?: boolean };

/** Each tranche was asked for, approved by another, waited its time and was not blocked; a wind-up had its reason. */
export function watchReleases(saleOf: SaleOf, endOf: (offering: bigint) => number): Watch<ReleaseEvent> {
  const sales = new Map<bigint, Progress>();
  return ({ eventName, args }, world) => {
    if (!("offering" in args)) return undefined;
    const { business, town, sold } = saleOf(args.offering);
    const progress = sales.get(args.offering) ?? { last: 0, votes: 0n };
    sales.set(args.offering, progress);
    if (eventName === "ReleaseRequested") {
      progress.asked = { id: args.id, by: args.by, isByRight: mayAsk(world, business, town, args.by) };
      progress.isBlocked = false;
    }
    if (eventName === "ReleaseApproved" && progress.asked?.id === args.id) {
      const isRight = args.by === world.countryKey(town) && args.by !== progress.asked.by;
      const payout = world.managers.get(business)?.payout;
      if (isRight)
        progress.asked.approval = { by: args.by, from: world.now + RELEASE_DELAY, ...(payout && { payout }) };
    }
    if (eventName === "ReleaseObjected") progress.isBlocked ||= args.objecting * BigInt(BLOCKING_PART) >= sold;
    if (eventName === "ReleaseBlocked" || eventName === "ReleaseRevoked") progress.asked = undefined;
    if (eventName === "WindUpVoted" || eventName === "VotesWithdrawn") progress.votes = args.windingUp;
    if (eventName === "WindUpAgreed") {
      const isSecond =
        progress.agreed !== undefined &&
        isAmbassador(world, town, progress.agreed) &&
        progress.agreed !== args.ambassador;
      if (isSecond && isAmbassador(world, town, args.ambassador)) progress.votes = sold;
      progress.agreed = args.ambassador;
    }
    if (eventName === "WindUpBegan") {
      progress.asked = undefined;
      const isStalled = world.now >= (progress.last === 0 ? endOf(args.offering) : progress.last) + STALLED_AFTER;
      return { town, isRight: progress.votes * BigInt(WINDING_UP_PART) > sold || isStalled };
    }
    if (eventName !== "TrancheReleased") return undefined;
    const { asked, isBlocked } = progress;
    progress.asked = undefined;
    progress.last = world.now;
    const isRight =
      asked?.id === args.id &&
      asked.isByRight &&
      isBlocked !== true &&
      asked.approval !== undefined &&
      asked.approval.by === world.countryKey(town) &&
      asked.approval.payout === args.payout &&
      world.managers.get(business)?.payout === args.payout &&
      world.now >= asked.approval.from &&
      world.isActive(town) &&
      !isAmbassador(world, town, args.payout);
    return { town, isRight };
  };
}

function mayAsk(world: World, business: bigint, town: number, by: Address): boolean {
  const isManager = world.managers.get(business)?.manager === by;
  return (isManager && world.roles.acts(roleIds.projectManager(town), by, world.now)) || world.townKey(town) === by;
}

function isAmbassador(world: World, town: number, wallet: Address): boolean {
  return wallet === world.townKey(town) || wallet === world.countryKey(town);
}

import type { Address } from "viem";
import type { Deed } from "../../profit/Deed.ts";
import { encode } from "../../enumerations.ts";
import { isSameAddress } from "../../hex.ts";
import { townOfProject } from "../../projects/projects.ts";
import { receivers } from "../../rules/enumerations.ts";
import { DEED_DELAY } from "../../rules/ProfitSplitter.ts";
import type { ProfitEvent } from "../Books.ts";
import { Deeds } from "../replay/Deeds.ts";
import { type AnyEvent, isBeside, isSame, type MakeRules } from "./Telling.ts";

const [MEMBERS, TREASURY] = [encode(receivers, "members"), encode(receivers, "treasury")];

/** Deeds are taken back, approved and sealed as they are; parts that were kept are passed on as they were kept. */
export const profitTold: MakeRules = ({ addresses }) => {
  const agreed = new Deeds();
  const proposed = new Map<bigint, { deed: Deed; isApproved: boolean }>();
  const kept = new Map<bigint, unknown>();
  let count = 0n;
  const isOurs = (by: Address) => isSameAddress(by, addresses.ProfitSplitter);
  const apply = (event: unknown, now: number) => agreed.apply(event as ProfitEvent, now);
  return {
    DeedProposed: ({ business, deed }, { event, world }) => {
      proposed.set(business, { deed, isApproved: false });
      apply(event, world.now);
      return true;
    },
    DeedWithdrawn: ({ business, deed }, { event, world }) => {
      const before = proposed.get(business);
      proposed.delete(business);
      apply(event, world.now);
      return before?.isApproved === false && isSame(before.deed, deed);
    },
    DeedApproved: ({ business, deed, inForceFrom }, { event, world, time }) => {
      const before = proposed.get(business);
      const isAwaited = before?.isApproved === false && isSame(before.deed, deed);
      proposed.set(business, { deed, isApproved: true });
      apply(event, world.now);
      return isAwaited && (time === null || inForceFrom === time + DEED_DELAY);
    },
    DeedSealed: ({ business, deed }, moment) => {
      const { event, world, beside } = moment;
      const isInForce = isSame(partsOf(agreed.at(business, world.now)), partsOf(deed));
      proposed.delete(business);
      apply(event, world.now);
      const sealed = beside.filter((one) => one.eventName === "DeedSealed" && one.args.business === business);
      const isApproved = isBeside(moment, "OfferingApproved", (args) => args.business === business);
      return isInForce && isApproved && sealed.length === 1;
    },
    ProfitDeposited: ({ business, weeks_: weeks, members, fund, country }, { beside }) => {
      const town = townOfProject(business);
      const isKept = ({ eventName, args }: AnyEvent, receiver: number) =>
        eventName === "ProfitPartKept" && args.part.receiver === receiver && args.part.business === business;
      const forMembers = beside.filter((one) => {
        const { eventName, args } = one;
        if (eventName === "MembersFunded")
          return isOurs(args.by) && args.town === town && weeksOf(args) === weeks && args.amount === members;
        return eventName === "ProfitPartKept" && isKept(one, MEMBERS) && weeksOf(args.part) === weeks;
      });
      const forFunds = beside.filter((one) => {
        const { eventName, args } = one;
        const isIt = eventName === "TreasuryFunded" && args.toFund === fund && args.toOffice === country;
        return (isIt && args.town === town) || isKept(one, TREASURY);
      });
      const same = beside.filter(({ eventName, args }) => {
        const isIt = eventName === "ProfitDeposited" && args.business === business && weeksOf(args) === weeks;
        return isIt && args.members === members && args.fund === fund && args.country === country;
      });
      const isWhole = members === 0n || forMembers.length >= same.length;
      return isWhole && (fund + country === 0n || forFunds.length >= same.length);
    },
    ProfitPartKept: ({ kept: id, business, receiver, part }) => {
      kept.set(id, part);
      return id === ++count && part.business === business && part.receiver === receiver;
    },
    ProfitPartPassedOn: ({ kept: id, business, receiver, part }) => {
      const before = kept.get(id);
      kept.delete(id);
      return isSame(before, part) && part.business === business && part.receiver === receiver;
    },
  };
};

function weeksOf({ weeks_: weeks }: { weeks_: number }): number {
  return weeks;
}

function partsOf({ investors, members, fund, country }: Deed): readonly number[] {
  return [investors, members, fund, country];
}

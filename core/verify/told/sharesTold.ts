import type { Address, Hex } from "viem";
import { AGREEMENT_LASTS } from "../../rules/Agreements.ts";
import { PAYABLE_FOR, RELEASE_DELAY } from "../../rules/Releases.ts";
import { townOfProject } from "../../projects/projects.ts";
import { eventsNamed } from "../events.ts";
import type { World } from "../replay/World.ts";
import { hashOf } from "./successionsTold.ts";
import { isBeside, type MakeRules, type Moment } from "./Telling.ts";

const NOBODY: Address = `0x${"0".repeat(40)}`;

/** Terms have the hash that they are approved by; shares come and go with what is told of them; who is paid is who followed. */
export const salesTold: MakeRules = () => {
  const proposed = new Map<bigint, Hex>();
  let count = 0n;
  const isTaken = (business: bigint, termsHash: Hex) => {
    const before = proposed.get(business);
    proposed.delete(business);
    return before === termsHash;
  };
  const moves = (moment: Moment, from: Address, to: Address, shares: bigint) =>
    isBeside(moment, "Transfer", (args) => args.from === from && args.to === to && args.value === shares);
  return {
    OfferingProposed: ({ business, termsHash, terms }) => {
      proposed.set(business, termsHash);
      // Bytes that are no text cannot be written again as they were.
      const isText = !`${terms.name}${terms.symbol}`.includes("\ufffd");
      const hash = isText ? hashOf("ShareOffering", "OfferingProposed", "terms", terms) : termsHash;
      return terms.business === business && hash === termsHash;
    },
    ProposalWithdrawn: ({ business, termsHash }) => isTaken(business, termsHash),
    OfferingApproved: ({ offering, business, termsHash }, moment) =>
      offering === ++count &&
      isTaken(business, termsHash) &&
      isBeside(moment, "DeedSealed", (args) => args.business === business),
    SharesBought: ({ buyer, shares }, moment) => moves(moment, NOBODY, buyer, shares),
    PurchaseCancelled: ({ buyer, shares }, moment) => moves(moment, buyer, NOBODY, shares),
    Refunded: ({ holder, to, shares }, moment) =>
      to === presentOf(holder, moment.world) && moves(moment, holder, NOBODY, shares),
    RefundKept: ({ holder, amount }, moment) =>
      isBeside(moment, "Refunded", (args) => args.holder === holder && args.amount === amount),
    KeptRefundPaid: ({ holder, to }, { world }) => to === presentOf(holder, world),
    HoldingMoved: ({ from, to, shares }, moment) => moves(moment, from, to, shares),
  };
};

type Word = { offering: bigint; ambassador: Address };

/** An ambassador agrees once while that waits for the other, for as long as it does, and takes back their own word alone. */
export const agreementsTold: MakeRules = () => {
  const words = new Map<string, { by: Address; until: number }>();
  const agree = (of: string, { ambassador: by, until }: Word & { until: number }, time: number | null) => {
    const before = words.get(of);
    words.set(of, { by, until });
    if (time === null) return true;
    return until === time + AGREEMENT_LASTS && (before?.by !== by || time >= before.until);
  };
  const takeBack = (of: string, { ambassador }: Word) => {
    const before = words.get(of);
    words.delete(of);
    return before?.by === ambassador;
  };
  return {
    CallOffAgreed: (args, { time }) => agree(`sale ${args.offering}`, args, time),
    CallOffWithdrawn: (args) => takeBack(`sale ${args.offering}`, args),
    WindUpAgreed: (args, { time }) => agree(`escrow ${args.offering}`, args, time),
    WindUpAgreementWithdrawn: (args) => takeBack(`escrow ${args.offering}`, args),
  };
};

/** Shares stay where they are from their holder's first word to the end of all of them. */
export const pledgesTold: MakeRules = ({ sales }) => {
  const tokens = new Map(eventsNamed(sales ?? [], "OfferingApproved").map(({ args }) => [args.offering, args.token]));
  const pledged = new Set<string>();
  const keyOf = (token: Address | undefined, holder: Address) => `${token?.toLowerCase()} ${holder}`;
  const isPledged = (args: { offering: bigint; holder: Address }, moment: Moment) =>
    pledged.has(keyOf(tokens.get(args.offering), args.holder)) ||
    isBeside(moment, "SharesPledged", ({ holder }) => holder === args.holder);
  return {
    SharesPledged: ({ holder }, moment) => {
      const key = keyOf(moment.event.address, holder);
      const isNew = !pledged.has(key);
      pledged.add(key);
      const isIt = (args: { holder: Address }) => args.holder === holder;
      return isNew && (isBeside(moment, "ReleaseObjected", isIt) || isBeside(moment, "WindUpVoted", isIt));
    },
    // With what was said of the sale, or with the first transfer after nothing holds them any more.
    SharesFreed: ({ holder }, moment) =>
      pledged.delete(keyOf(moment.event.address, holder)) &&
      (isBeside(moment, "VotesWithdrawn", (args) => args.holder === holder) ||
        isBeside(moment, "Transfer", ({ from }) => from === holder)),
    ReleaseObjected: isPledged,
    WindUpVoted: isPledged,
    VotesWithdrawn: ({ offering, holder }, moment) =>
      !pledged.has(keyOf(tokens.get(offering), holder)) ||
      isBeside(moment, "SharesFreed", (args) => args.holder === holder),
  };
};

/** The wallet that a person has by now, or their heir. */
function presentOf(wallet: Address, { persons }: World): Address {
  let present = wallet;
  for (let next = persons.successorOf.get(present); next !== undefined; next = persons.successorOf.get(present))
    present = next;
  return present;
}

type Request = { id: bigint; by: Address; approval: { by: Address; payout: Address | undefined; from: number } | null };

/** Tranches are asked for one after the other, by who may; approved once, for the days to come; and paid as much as left escrow. */
export const releasesTold: MakeRules = ({ sales }) => {
  const businesses = new Map(
    eventsNamed(sales ?? [], "OfferingApproved").map(({ args }) => [args.offering, args.business]),
  );
  const counts = new Map<bigint, bigint>();
  const next = new Map<bigint, bigint>();
  const requests = new Map<bigint, Request>();
  /** Whether what was left has been paid, of each that is wound up. */
  const windUps = new Map<bigint, boolean>();
  const end = (offering: bigint) => requests.delete(offering);
  return {
    ReleaseRequested: ({ offering, id, tranche, by }, { world }) => {
      const isNext = id === (counts.get(offering) ?? 0n) + 1n && tranche === (next.get(offering) ?? 0n);
      counts.set(offering, id);
      requests.set(offering, { id, by, approval: null });
      const business = businesses.get(offering) ?? 0n;
      const town = townOfProject(business);
      return isNext && (world.managesSince(business, by) !== null || by === world.townKey(town));
    },
    ReleaseApproved: ({ offering, id, by, payableFrom }, { world, time }) => {
      const request = requests.get(offering);
      const business = businesses.get(offering) ?? 0n;
      const payout = world.managers.get(business)?.payout;
      const before = request?.approval ?? null;
      // Once more only where the first approval does not stand any more.
      const stands = before?.by === by && before.payout === payout && world.now < before.from + PAYABLE_FOR;
      if (request !== undefined) request.approval = { by, payout, from: payableFrom };
      const isTimely = time === null || payableFrom === time + RELEASE_DELAY;
      return request?.id === id && isTimely && !stands && by === world.countryKey(townOfProject(business));
    },
    ReleaseRevoked: ({ offering, id, by }, { world }) => {
      const request = requests.get(offering);
      const isKey = by === world.countryKey(townOfProject(businesses.get(offering) ?? 0n));
      return end(offering) && request?.id === id && (isKey || (request.by === by && request.approval === null));
    },
    ReleaseBlocked: ({ offering, id }) => requests.get(offering)?.id === id && end(offering),
    TrancheReleased: ({ offering, id, tranche, payout, amount }, moment) => {
      const isNext = tranche === (next.get(offering) ?? 0n) && requests.get(offering)?.id === id;
      next.set(offering, tranche + 1n);
      return end(offering) && isNext && isPaid(moment, { offering, to: payout, amount });
    },
    WindUpBegan: ({ offering }) => {
      end(offering);
      const isFirst = !windUps.has(offering);
      windUps.set(offering, false);
      return isFirst;
    },
    WindUpPaid: ({ offering, amount }, moment) => {
      const isFirst = windUps.get(offering) === false;
      windUps.set(offering, true);
      return isFirst && isPaid(moment, { offering, amount });
    },
  };
};

function isPaid(moment: Moment, { offering, to, amount }: { offering: bigint; to?: Address; amount: bigint }): boolean {
  return isBeside(
    moment,
    "EscrowPaid",
    (args) => args.offering === offering && args.amount === amount && (to === undefined || args.to === to),
  );
}

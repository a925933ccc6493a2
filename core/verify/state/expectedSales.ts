import { eventsNamed, groupBy } from "../events.ts";
import { salesOf } from "../replay/sales.ts";
import { type Address, zeroAddress } from "viem";
import { type Expectation, expectedOf, keptBy } from "./Expectation.ts";
import type { Known } from "./Known.ts";

/** The terms of each sale as they were approved, and refunds that the currency refused, and how far its money left escrow. */
export function expectedSales({ sales, towns, releases }: Known): Expectation[] {
  const say = expectedOf("ShareOffering");
  const approved = salesOf(sales, towns);
  const latest = new Map(approved.map(({ business, id, town }) => [business, { id, town }]));
  const bySale = groupBy(releases, ({ args }) => ("offering" in args ? args.offering : null));
  return [
    say("offeringCount", [], approved.length),
    ...[...latest].map(([business, { id, town }]) => say("latestOf", [business], id, town)),
    ...approved.flatMap(({ id, business, town, token, price, currency, terms, events }) => {
      const { opens, goal, cap, limitLocal, limitLater } = terms;
      const kept = keptBy([
        ...eventsNamed(events, "Refunded").map(({ args }) => ({ who: args.holder, amount: 0n })),
        ...eventsNamed(events, "RefundKept").map(({ args }) => ({ who: args.holder, amount: args.amount })),
        ...eventsNamed(events, "KeptRefundPaid").map(({ args }) => ({ who: args.holder, amount: -args.amount })),
      ]);
      const released = eventsNamed(events, "EscrowPaid").reduce((sum, { args }) => sum + args.amount, 0n);
      return [
        say("assetOf", [id], { token, price, currency, business }, town),
        ...expectedProgress(id, town, bySale.get(id) ?? []),
        say("termsOf", [id], terms, town),
        say("tranchesOf", [id], terms.tranches, town),
        say("releasedOf", [id], released, town),
        say("callOffOf", [id], agreementAfter(events, "CallOffAgreed", "CallOffWithdrawn"), town),
        say("saleOf", [id], { opens, goal, cap, limitLocal, limitLater }, town),
        ...[...kept].map(([holder, amount]) => say("keptOf", [id, holder], amount, town)),
      ];
    }),
  ];
}

function expectedProgress(offering: bigint, town: number, own: Known["releases"]): Expectation[] {
  const say = expectedOf("Releases");
  const must = {
    next: eventsNamed(own, "TrancheReleased").length,
    requests: eventsNamed(own, "ReleaseRequested").length,
    windUpFrom: eventsNamed(own, "WindUpBegan").at(-1)?.args.windUpFrom ?? 0,
    ...votesAfter(own),
  };
  const agreement = agreementAfter(own, "WindUpAgreed", "WindUpAgreementWithdrawn");
  return [say("progressOf", [offering], must, town), say("agreementOf", [offering], agreement, town)];
}

/** What is said of the next tranche and of winding up, and from when on the tranche can be asked for again. */
function votesAfter(releases: Known["releases"]) {
  let [askableFrom, objecting, windingUp] = [0, 0n, 0n];
  for (const { eventName, args } of releases) {
    if (eventName === "ReleaseBlocked") askableFrom = args.askableFrom;
    if (eventName === "ReleaseObjected") objecting = args.objecting;
    if (eventName === "WindUpVoted") windingUp = args.windingUp;
    if (eventName === "VotesWithdrawn") [objecting, windingUp] = [args.objecting, args.windingUp];
    if (eventName === "WindUpBegan") objecting = 0n;
    if (eventName === "TrancheReleased") [askableFrom, objecting] = [0, 0n];
  }
  return { askableFrom, objecting, windingUp };
}

type Agreed = { eventName: string; args: { ambassador?: Address; until?: number } };

/** The ambassador's word that was given last, unless it was taken back. */
function agreementAfter(events: readonly unknown[], given: string, takenBack: string) {
  const words = (events as readonly Agreed[]).filter(({ eventName }) => eventName === given || eventName === takenBack);
  const last = words.at(-1);
  if (last?.eventName !== given) return { by: zeroAddress, until: 0 };
  return { by: last.args.ambassador, until: last.args.until };
}

import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import { salesOf } from "@one-small-town/core/verify/replay/sales.ts";
import { type Expectation, expectedOf, keptBy } from "./Expectation.ts";
import type { Known } from "./Known.ts";

/** The terms of each sale as they were approved, and refunds that the currency refused, and how far its money left escrow. */
export function expectedSales({ sales, towns, releases }: Known): Expectation[] {
  const say = expectedOf("ShareOffering");
  const approved = salesOf(sales, towns);
  const latest = new Map(approved.map(({ business, id, town }) => [business, { id, town }]));
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
      return [
        say("assetOf", [id], { token, price, currency, business }, town),
        expectedProgress(id, town, releases),
        say("escrowOf", [id], { tranches: packed(terms.tranches), count: terms.tranches.length }, town),
        say("saleOf", [id], { opens, goal, cap, limitLocal, limitLater }, town),
        ...[...kept].map(([holder, amount]) => say("keptOf", [id, holder], amount, town)),
      ];
    }),
  ];
}

function expectedProgress(offering: bigint, town: number, releases: Known["releases"]): Expectation {
  const own = releases.filter(({ args }) => "offering" in args && args.offering === offering);
  const began = eventsNamed(own, "WindUpBegan").at(-1);
  const [next, requests] = [eventsNamed(own, "TrancheReleased").length, eventsNamed(own, "ReleaseRequested").length];
  const must = { next, requests, windUpFrom: began?.args.windUpFrom ?? 0 };
  return expectedOf("Releases")("progressOf", [offering], must, town);
}

/** As the contract keeps them: 16 bits each, the first lowest. */
function packed(tranches: readonly number[]): bigint {
  return tranches.reduceRight((word, tranche) => (word << 16n) | BigInt(tranche), 0n);
}

import { townOfProject } from "../../projects/projects.ts";
import { encode } from "../../enumerations.ts";
import { phases } from "../../rules/enumerations.ts";
import { PROPOSAL_LASTS } from "../../rules/Proposals.ts";
import { eventsNamed } from "../events.ts";
import { replayDividends } from "../replay/dividends.ts";
import { type ApprovedSale, salesOf, type Terms } from "../replay/sales.ts";
import { type Address, type Hex, zeroAddress, zeroHash } from "viem";
import { agreementAfter, expectedReleases } from "./expectedReleases.ts";
import { type Expectation, expectedOf, keptBy } from "./Expectation.ts";
import type { Known } from "./Known.ts";
import { type Scene, timeOf } from "./Scene.ts";

const say = expectedOf("ShareOffering");

/**
 * The terms of each sale as they were approved, and of those that wait for it; how far each sale is; refunds that the
 * currency refused, and how far its money left escrow.
 */
export function expectedSales(known: Known, scene: Scene): Expectation[] {
  const { sales, towns } = known;
  const approved = salesOf(sales, towns);
  const latest = new Map(approved.map(({ business, id, town }) => [business, { id, town }]));
  return [
    say("offeringCount", [], approved.length),
    ...[...latest].map(([business, { id, town }]) => say("latestOf", [business], id, town)),
    ...expectedProposals(known, scene),
    ...expectedInsiders(known, scene),
    ...approved.flatMap((sale) => {
      const { id, business, town, token, price, currency, terms, events } = sale;
      const kept = keptBy([
        ...eventsNamed(events, "Refunded").map(({ args }) => ({ who: args.holder, amount: 0n })),
        ...eventsNamed(events, "RefundKept").map(({ args }) => ({ who: args.holder, amount: args.amount })),
        ...eventsNamed(events, "KeptRefundPaid").map(({ args }) => ({ who: args.holder, amount: -args.amount })),
      ]);
      const released = eventsNamed(events, "EscrowPaid").reduce((sum, { args }) => sum + args.amount, 0n);
      return [
        say("assetOf", [id], { token, price, currency, business }, town),
        say("termsOf", [id], terms, town),
        say("tranchesOf", [id], terms.tranches, town),
        say("releasedOf", [id], released, town),
        say("callOffOf", [id], agreementAfter(events, "CallOffAgreed", "CallOffWithdrawn"), town),
        say("saleOf", [id], saleAfter(terms, events), town),
        ...[terms.name, terms.symbol]
          .filter((text) => !text.includes("\ufffd")) // of which nobody knows the bytes
          .map((text) => say("businessNamed", [text], business, town)),
        ...[...kept].map(([holder, amount]) => say("keptOf", [id, holder], amount, town)),
        ...expectedToken(known, sale),
      ];
    }),
    ...expectedReleases(known, scene, approved),
  ];
}

/** How a business's shares are called, what they are of, and how many of them share what. */
function expectedToken({ tokenEvents }: Known, { terms, token: at, town }: ApprovedSale): Expectation[] {
  const tell = expectedOf("InvestorToken");
  const { name, symbol, business } = terms;
  const events = tokenEvents.get(at) ?? [];
  const { supply, remainder } = replayDividends(events);
  const perShare = eventsNamed(events, "DividendDeposited").at(-1)?.args.perShare ?? 0n;
  const scope = eventsNamed(events, "SharesUnlocked").at(-1)?.args.scope ?? 0;
  const own = [
    tell("name", [], name, town),
    tell("symbol", [], symbol, town),
    tell("business", [], business, town),
    tell("ledger", [], { supply, perShare, remainder, scope }, town),
  ];
  return own.map((one) => Object.assign(one, { at }));
}

/** A sale as it was written down last: by its terms, and by what ended its phases. */
function saleAfter(terms: Terms, events: ApprovedSale["events"]) {
  const { opens, localEnds, countryEnds, worldEnds, goal, cap, limitLocal, limitLater } = terms;
  const afterLocal = countryEnds === 0 ? localEnds : countryEnds;
  let [phase, scope] = [encode(phases, "local"), 0];
  for (const { eventName, args } of events) {
    if (eventName === "PhaseEnded") {
      phase = args.next;
      if (phase === encode(phases, "succeeded")) scope = args.ended;
    }
    if (eventName === "OfferingCalledOff") phase = encode(phases, "failed");
    if (eventName === "OfferingSettled") phase = encode(phases, "settled");
  }
  return {
    opens,
    localLasts: localEnds - opens,
    countryLasts: afterLocal - localEnds,
    worldLasts: worldEnds === 0 ? 0 : worldEnds - afterLocal,
    goal,
    cap,
    limitLocal,
    limitLater,
    phase,
    scope,
  };
}

type Proposed = { proposer: Address; proposedAt: number; termsHash: Hex; terms: Terms };

/** The terms that wait for the Country Ambassador, of each business for which some were ever proposed. */
function expectedProposals(known: Known, { momentOf, isAwaited }: Scene): Expectation[] {
  const proposed = new Map<bigint, Proposed | null>();
  for (const event of known.sales) {
    const { eventName, args } = event;
    if (eventName === "ProposalWithdrawn" || eventName === "OfferingApproved") proposed.set(args.business, null);
    if (eventName !== "OfferingProposed") continue;
    const { business, termsHash, terms } = args;
    const proposer = momentOf(event).townKey ?? zeroAddress;
    proposed.set(business, { proposer, proposedAt: timeOf(known, event), termsHash, terms });
  }
  return [...proposed].flatMap(([business, one]) => {
    const town = townOfProject(business);
    if (one === null || !isAwaited(town, one.proposer, one.proposedAt))
      return say("proposalOf", [business], { proposer: zeroAddress, until: 0, termsHash: zeroHash }, town);
    const { proposer, proposedAt, termsHash, terms } = one;
    return [
      say("proposalOf", [business], { proposer, until: proposedAt + PROPOSAL_LASTS, termsHash }, town),
      say("proposedTermsOf", [business], terms, town),
    ];
  });
}

/** Whoever ever ran a business, or was paid its money, may buy no shares while they do. */
function expectedInsiders({ projects }: Known, { world, now }: Scene): Expectation[] {
  const changes = eventsNamed(projects, "ManagementChanged").map(({ args }) => args);
  const pairs = changes.flatMap(({ project, manager, payout }) => [
    { project, wallet: manager },
    { project, wallet: payout },
  ]);
  const asked = new Map(pairs.map((pair) => [`${pair.project} ${pair.wallet}`, pair]));
  return [...asked.values()].map(({ project, wallet }) => {
    const town = townOfProject(project);
    const { manager, payout } = world.managers.get(project) ?? {};
    const isKey = world.roles.holdsKey(wallet, now) && world.countryKey(town) === wallet;
    return say("isInsider", [project, wallet], manager === wallet || payout === wallet || isKey, town);
  });
}

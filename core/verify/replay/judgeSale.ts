import { encode } from "../../enumerations.ts";
import { phases } from "../../rules/enumerations.ts";
import { CANCEL_NOTICE } from "../../rules/ShareOffering.ts";
import type { Books, SaleEvent } from "../Books.ts";
import { type Agreement, completes } from "./bothAgree.ts";
import type { ApprovedSale, Terms } from "./sales.ts";

/** The numbers of the contract's phases. */
const LOCAL = encode(phases, "local");
const WORLD = encode(phases, "world");
const SUCCEEDED = encode(phases, "succeeded");
export const FAILED = encode(phases, "failed");
export const SETTLED = encode(phases, "settled");

/** One event of a sale, in which phase it came, and whether it could. */
type SaleStep = { event: SaleEvent; phase: number; isRight: boolean };

type JudgedSale = { steps: readonly SaleStep[]; phase: number; scope: number; sold: bigint };

/** Follows a sale by nothing but its terms, the clock, and what was bought and given back. */
export function judgeSale(
  { terms, price, events }: Pick<ApprovedSale, "terms" | "price" | "events">,
  times: NonNullable<Books["times"]>,
  until: number,
): JudgedSale {
  let [phase, written, scope, sold] = [LOCAL, LOCAL, 0, 0n];
  let agreement: Agreement | undefined;
  let isAgreed = false;
  const judge = (now: number) => {
    if (!isLive(phase) || now < endOf(terms, phase)) return;
    if (sold >= BigInt(terms.goal)) [scope, phase] = [phase, SUCCEEDED];
    while (isLive(phase) && now >= endOf(terms, phase)) phase = phase === WORLD ? FAILED : phase + 1;
  };
  const steps = events.map((event): SaleStep => {
    const now = times.get(event.blockNumber);
    if (now === undefined) throw new Error(`The time of block ${event.blockNumber} is missing`);
    judge(now);
    const { eventName, args } = event;
    const isOpen = isLive(phase) && now >= terms.opens && written === phase;
    let isRight = true;
    const judged = phase;
    if (eventName === "PhaseEnded") {
      isRight = args.ended === written && args.next === phase && args.sold === sold && written !== phase;
      written = phase;
    }
    if (eventName === "SharesBought") {
      sold += args.shares;
      isRight = isOpen && sold <= BigInt(phase === LOCAL ? terms.cap : terms.goal);
    }
    if (eventName === "PurchaseCancelled") {
      sold -= args.shares;
      isRight = isOpen && now < endOf(terms, phase) - CANCEL_NOTICE;
    }
    if (eventName === "CallOffAgreed") {
      isAgreed = completes(agreement, args.ambassador, now, () => true); // who is in office is another check's question
      agreement = { by: args.ambassador, until: args.until };
    }
    if (eventName === "CallOffWithdrawn") agreement = undefined;
    if (eventName === "OfferingCalledOff") {
      isRight = isLive(phase) && isAgreed;
      [phase, written] = [FAILED, FAILED];
    }
    if (eventName === "OfferingSettled") {
      isRight = phase === SUCCEEDED && written === phase;
      isRight &&= args.sold === sold && args.scope === scope && args.raised === sold * price;
      [phase, written] = [SETTLED, SETTLED];
    }
    if (eventName === "Refunded") {
      sold -= args.shares;
      isRight = phase === FAILED && args.amount === args.shares * price;
    }
    if (eventName === "EscrowPaid") isRight = phase === SETTLED;
    return { event, phase: judged, isRight };
  });
  judge(until);
  return { steps, phase, scope, sold };
}

function isLive(phase: number): boolean {
  return phase >= LOCAL && phase <= WORLD;
}

/** An absent phase ends with the one before. */
function endOf({ localEnds, countryEnds, worldEnds }: Terms, phase: number): number {
  if (phase === LOCAL) return localEnds;
  return (phase === WORLD ? worldEnds : 0) || countryEnds || localEnds;
}

/** When the phase ended in which a sale succeeded (seconds). */
export function phaseEnd(sale: ApprovedSale | undefined, times: NonNullable<Books["times"]>, until: number): number {
  if (sale === undefined) return 0;
  const { scope } = judgeSale(sale, times, until);
  const { localEnds, countryEnds, worldEnds } = sale.terms;
  if (scope <= LOCAL) return localEnds;
  return (scope === WORLD ? worldEnds : 0) || countryEnds || localEnds;
}

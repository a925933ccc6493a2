import type { Hex } from "viem";
import { dataDocument } from "../documents/dataDocument.ts";
import type { Document } from "../documents/Document.ts";
import { readProjectMetadata } from "../projects/ProjectMetadata.ts";
import { NO_END } from "../rules/Benefits.ts";
import type { BenefitKind } from "../rules/enumerations.ts";
import { isActive, shiftsOf } from "./timesheet.ts";
import { weekEnd, weekIndexOf } from "./weeks.ts";

/** What a town promises for an active week; `lastWeekIndex` is NO_END until a steward ends it. */
export type Benefit = {
  id: number;
  town: number;
  kind: BenefitKind;
  perShift: boolean;
  units: number;
  validWeeks: number;
  lastWeekIndex: number;
  /** Null where the words stand elsewhere, or are not what was promised. */
  words: BenefitWords | null;
};

/** What its steward wrote of a benefit: what it is, where to fetch it, and when. */
export type BenefitWords = { title: string; place: string; times: string };

/** The words of a benefit where they travel in the address itself. */
export function readBenefitWords({ hash, uri }: Document): BenefitWords | null {
  const read = readProjectMetadata(uri, hash);
  if (read === null) return null;
  const { title, place, times } = read;
  return { title, place: wordsIn(place), times: wordsIn(times) };
}

function wordsIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** As `readBenefitWords` reads them. */
export function writeBenefitWords({ title, place, times }: BenefitWords): Document {
  const text = JSON.stringify({ title: title.trim(), place: place.trim(), times: times.trim() });
  return dataDocument(text, "application/json");
}

/** Units that a week entitles to in all, by the quarters of an hour that were worked. */
export function unitsFor({ perShift, units }: Pick<Benefit, "perShift" | "units">, quarters: number): number {
  if (!isActive(quarters)) return 0;
  return units * (perShift ? shiftsOf(quarters) : 1);
}

/** The first second (Unix time) at which what a week entitles to cannot be fetched any more. */
export function fetchUntil({ validWeeks }: Pick<Benefit, "validWeeks">, weekIndex: number): number {
  return weekEnd(weekIndex + validWeeks);
}

/** The weeks before `now` (seconds) of which something may still be fetched, the oldest first. */
export function weeksToFetch({ validWeeks, lastWeekIndex }: Benefit, now: number): number[] {
  const current = weekIndexOf(now);
  const weeks = Array.from({ length: validWeeks }, (_, i) => current - validWeeks + i);
  return weeks.filter((weekIndex) => weekIndex >= 0 && weekIndex <= lastWeekIndex);
}

/** Whether it ends, or has ended. */
export function hasEnd({ lastWeekIndex }: Pick<Benefit, "lastWeekIndex">): boolean {
  return lastWeekIndex < NO_END;
}

/** What a steward's device knows of one member and week. */
export type Fetching = {
  /** Quarters of an hour in the finalised timesheet; null where there is none. */
  quarters: number | null;
  /** Units that were redeemed on the chain, or handed out since. */
  had: number;
};

/** An error of the contract, with its values, by which a redemption would be passed over. */
export type RedemptionProblem =
  | { name: "BenefitsEnded"; values: readonly [bigint, number, number] }
  | { name: "BenefitsExpired"; values: readonly [bigint, number, number] }
  | { name: "BenefitsNotFinalised"; values: readonly [number, number] }
  | { name: "BenefitsNotActive"; values: readonly [number, number, number, bigint] }
  | { name: "BenefitsRedeemedAlready"; values: readonly [bigint, bigint] }
  | { name: "BenefitsOverEntitlement"; values: readonly [bigint, bigint] };

/**
 * What stands against handing out what a member signed for, as the contract will see it, in its order; null when nothing
 * does. The signature is looked at elsewhere. `now` is chain time in seconds.
 */
export function reasonAgainst(
  benefit: Benefit,
  { weekIndex, number, cumulativeUnits }: Redemption,
  { quarters, had, now }: Fetching & { now: number },
): RedemptionProblem | null {
  const { id, town, lastWeekIndex, validWeeks } = benefit;
  const current = weekIndexOf(now);
  if (weekIndex > lastWeekIndex) return { name: "BenefitsEnded", values: [BigInt(id), weekIndex, lastWeekIndex] };
  if (current > weekIndex + validWeeks) return { name: "BenefitsExpired", values: [BigInt(id), weekIndex, current] };
  if (quarters === null) return { name: "BenefitsNotFinalised", values: [town, weekIndex] };
  if (!isActive(quarters)) return { name: "BenefitsNotActive", values: [town, weekIndex, number, BigInt(quarters)] };
  const most = unitsFor(benefit, quarters);
  if (cumulativeUnits <= had)
    return { name: "BenefitsRedeemedAlready", values: [BigInt(cumulativeUnits), BigInt(had)] };
  if (cumulativeUnits > most)
    return { name: "BenefitsOverEntitlement", values: [BigInt(cumulativeUnits), BigInt(most)] };
  return null;
}

/** What a member's wallet has signed for: so many units of a week's benefit in all. */
export type Redemption = { benefit: number; weekIndex: number; number: number; cumulativeUnits: number };

/** Tells what one member may fetch of a benefit for a week from all else. */
export function fetchingKey({ benefit, weekIndex, number }: Omit<Redemption, "cumulativeUnits">): string {
  return `${benefit} ${weekIndex} ${number}`;
}

/** Of each benefit, week and member only what was signed for last: it states all that came before. */
export function lastOfEach<one extends Redemption>(redemptions: readonly one[]): one[] {
  const ordered = redemptions.toSorted((a, b) => a.cumulativeUnits - b.cumulativeUnits);
  return [...new Map(ordered.map((one) => [fetchingKey(one), one])).values()];
}

/** Gas of one redemption, with room: about 75,000 for a key's signature; a contract may use up to half a million more. */
const GAS = { key: 90_000, contract: 600_000 };
const KEY_SIGNATURE = 2 + 2 * 65;

/** What a transaction may use, with room below what a chain takes (EIP-7825). */
const MOST_GAS = 12_000_000;

/** As many redemptions together as one transaction takes. */
export function batchesOf<one extends { signature: Hex }>(redemptions: readonly one[]): one[][] {
  const batches: one[][] = [];
  let left = 0;
  for (const one of redemptions) {
    const gas = one.signature.length === KEY_SIGNATURE ? GAS.key : GAS.contract;
    if (gas > left) {
      batches.push([]);
      left = MOST_GAS;
    }
    batches.at(-1)?.push(one);
    left -= gas;
  }
  return batches;
}

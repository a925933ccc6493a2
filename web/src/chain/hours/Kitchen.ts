import type { Benefit } from "@one-small-town/core/hours/benefits.ts";
import type { Address } from "viem";
import { deviceStorage } from "../../config/deviceStorage.ts";
import type { Town } from "../members/Town.ts";
import type { System } from "../System.ts";

/**
 * All that a steward must know to hand out without a connection: what there is, who worked when, with which wallet they
 * sign, and what was fetched before.
 */
export type Kitchen = {
  town: Town;
  /** The time of the block that it was read at (seconds), and this device's clock then (milliseconds), which may be wrong. */
  block: { time: number; readAt: number };
  benefits: readonly Benefit[];
  /** Quarters of an hour by week: two digits a member, in the order of their numbers. */
  sheets: Readonly<Record<number, string>>;
  /** The present wallets of those who may fetch something. */
  wallets: Readonly<Record<number, Address>>;
  /** Units that were redeemed, where there are any. */
  redeemed: Readonly<Record<string, number>>;
};

/** What was read last on this device, maybe days ago; null when nothing was. */
export function keptKitchen(system: System, town: number): Kitchen | null {
  try {
    return JSON.parse(deviceStorage.getItem(storageKey(system, town)) ?? "null") as Kitchen | null;
  } catch {
    return null;
  }
}

export function keepKitchen(system: System, kitchen: Kitchen): void {
  deviceStorage.setItem(storageKey(system, kitchen.town.id), JSON.stringify(kitchen));
}

/** Another name where the shape of what is kept has changed. */
function storageKey({ deployment }: System, town: number): string {
  return `kitchen.1.${deployment.startBlockHash}.${town}`;
}

/** The quarters of an hour of a member in a week; null where it has no finalised timesheet, as far as was read. */
export function quartersIn({ sheets }: Kitchen, weekIndex: number, number: number): number | null {
  const sheet = sheets[weekIndex];
  if (sheet === undefined) return null;
  return number < 1 ? 0 : Number.parseInt(sheet.slice(2 * number - 2, 2 * number) || "0", 16);
}

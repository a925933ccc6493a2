import { fetchingKey, type Redemption } from "@one-small-town/core/hours/benefits.ts";
import { type Address, type Hex, isHex } from "viem";
import { deviceStorage } from "../config/deviceStorage.ts";
import type { System } from "../chain/System.ts";
import { createStore } from "./createStore.ts";

/** What a steward handed out, with the member's signature, until the chain has it. */
export type Serving = Redemption & {
  signature: Hex;
  /** The wallet that signed. */
  wallet: Address;
  /** How many units were handed out with it. */
  units: number;
  /** Whether it was given to a wallet to be sent. */
  isSent: boolean;
};

/** Counts up when something changes here or in another window; what there is stands on the device. */
const changes = createStore(0);

/** Another name where the shape of what is kept has changed. */
const KEY = "served.1";

export function touchServings(): void {
  changes.set(changes.get() + 1);
}

export const useServingChanges = changes.use;

export function servingsKey({ deployment }: System, town: number): string {
  return `${KEY}.${deployment.startBlockHash}.${town}`;
}

/** What was handed out in a town and waits to be written down, the oldest first. */
export function readServings(system: System, town: number): Serving[] {
  try {
    const read: unknown = JSON.parse(deviceStorage.getItem(servingsKey(system, town)) ?? "[]");
    return Array.isArray(read) ? read.filter(isServing) : [];
  } catch {
    return [];
  }
}

function isServing(read: unknown): read is Serving {
  const { signature, cumulativeUnits } = (read ?? {}) as Partial<Serving>;
  return isHex(signature) && typeof cumulativeUnits === "number";
}

/** Read anew before each change, as another window may have changed it. */
function change(system: System, town: number, to: (servings: Serving[]) => Serving[]): void {
  deviceStorage.setItem(servingsKey(system, town), JSON.stringify(to(readServings(system, town))));
  touchServings();
}

export function noteServing(system: System, town: number, serving: Serving): void {
  change(system, town, (servings) => [...servings, serving]);
}

export function markSent(system: System, town: number, sent: readonly Redemption[]): void {
  const keys = new Set(sent.map(nameOf));
  change(system, town, (servings) =>
    servings.map((serving) => (keys.has(nameOf(serving)) ? { ...serving, isSent: true } : serving)),
  );
}

/** What the chain has, or never will have. */
export function forgetServings(system: System, town: number, done: readonly Redemption[]): void {
  const keys = new Set(done.map(nameOf));
  if (keys.size > 0) change(system, town, (servings) => servings.filter((serving) => !keys.has(nameOf(serving))));
}

/** Units that a member has had here of a week, those included that the chain does not know of. */
export function hadOf(
  servings: readonly Serving[],
  wanted: Omit<Redemption, "cumulativeUnits">,
  redeemed: number,
): number {
  const key = fetchingKey(wanted);
  return servings.reduce(
    (most, one) => (fetchingKey(one) === key ? Math.max(most, one.cumulativeUnits) : most),
    redeemed,
  );
}

function nameOf(one: Redemption): string {
  return `${fetchingKey(one)} ${one.cumulativeUnits}`;
}

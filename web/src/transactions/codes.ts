import { fetchingKey, type Redemption } from "@one-small-town/core/hours/benefits.ts";
import type { Address, Hex } from "viem";
import { deviceStorage } from "../config/deviceStorage.ts";
import type { System } from "../chain/System.ts";
import { createStore } from "./createStore.ts";

/** What a member signed on this device, and how far they say they have fetched: the kitchen may send it only at night. */
export type Codes = {
  /** By benefit, week, member and units. */
  signatures: Readonly<Record<string, Hex>>;
  /** Units in all, by benefit, week and member. */
  had: Readonly<Record<string, number>>;
};

const NONE: Codes = { signatures: {}, had: {} };
const changes = createStore(0);

function keyOf({ deployment }: System, wallet: Address): string {
  return `codes.1.${deployment.startBlockHash}.${wallet}`;
}

function readCodes(system: System, wallet: Address): Codes {
  try {
    const { signatures, had } = JSON.parse(deviceStorage.getItem(keyOf(system, wallet)) ?? "{}") as Partial<Codes>;
    return { signatures: signatures ?? {}, had: had ?? {} };
  } catch {
    return NONE;
  }
}

export function useCodes(system: System, wallet: Address): Codes {
  changes.use();
  return readCodes(system, wallet);
}

function save(system: System, wallet: Address, codes: Codes): void {
  deviceStorage.setItem(keyOf(system, wallet), JSON.stringify(codes));
  changes.set(changes.get() + 1);
}

export function noteSignature(system: System, wallet: Address, redemption: Redemption, signature: Hex): void {
  const { signatures, had } = readCodes(system, wallet);
  save(system, wallet, { signatures: { ...signatures, [codeKey(redemption)]: signature }, had });
}

export function noteHad(system: System, wallet: Address, redemption: Redemption): void {
  const { signatures, had } = readCodes(system, wallet);
  save(system, wallet, { signatures, had: { ...had, [fetchingKey(redemption)]: redemption.cumulativeUnits } });
}

export function codeKey(redemption: Redemption): string {
  return `${fetchingKey(redemption)} ${redemption.cumulativeUnits}`;
}

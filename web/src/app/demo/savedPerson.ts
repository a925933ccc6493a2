import type { DemoPerson } from "@one-small-town/core/deployment/DemoPerson.ts";
import type { System } from "../../chain/System.ts";
import { deviceStorage } from "../../config/deviceStorage.ts";

type Saved = Pick<DemoPerson, "address" | "name">;

function keyOf({ deployment }: System): string {
  return `demo.${deployment.startBlockHash}`;
}

/** Whom this device acts as, over a reload; null when nobody was chosen. */
export function readPerson(system: System): Saved | null {
  const text = deviceStorage.getItem(keyOf(system));
  try {
    return JSON.parse(text ?? "null") as Saved | null;
  } catch {
    return null; // not written by us
  }
}

export function savePerson(system: System, { address, name }: Saved): void {
  deviceStorage.setItem(keyOf(system), JSON.stringify({ address, name }));
}

export function forgetPerson(system: System): void {
  deviceStorage.removeItem(keyOf(system));
}

const LOCAL_CHAIN = 31_337;

/** Only a local chain signs for everybody; nowhere else is there anything to act as. */
export function isDemo({ deployment }: System): boolean {
  return deployment.chainId === LOCAL_CHAIN;
}

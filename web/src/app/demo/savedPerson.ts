import { deviceStorage } from "../../config/deviceStorage.ts";
import type { System } from "../../chain/System.ts";
import type { DemoPerson } from "@one-small-town/core/deployment/DemoPerson.ts";

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

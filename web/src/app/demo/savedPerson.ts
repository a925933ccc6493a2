import type { System } from "../../contracts/System.ts";
import type { DemoPerson } from "../../lib/demo/DemoPerson.ts";

type Saved = Pick<DemoPerson, "address" | "name">;

function keyOf({ deployment }: System): string {
  return `demo.${deployment.startBlockHash}`;
}

/** Whom this device acts as, over a reload; null when nobody was chosen. */
export function readPerson(system: System): Saved | null {
  const text = localStorage.getItem(keyOf(system));
  return text === null ? null : (JSON.parse(text) as Saved);
}

export function savePerson(system: System, { address, name }: Saved): void {
  localStorage.setItem(keyOf(system), JSON.stringify({ address, name }));
}

export function forgetPerson(system: System): void {
  localStorage.removeItem(keyOf(system));
}

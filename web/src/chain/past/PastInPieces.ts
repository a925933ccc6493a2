import type { System, TownClient } from "../System.ts";

/** A node gives the past only in pieces, and nobody has asked for so many requests. */
export class PastInPieces extends Error {
  override name = "PastInPieces";
}

const patient = new WeakSet<TownClient>();

/** Somebody wants to know, however many requests it takes. */
export function letTakeLong({ client }: System): void {
  patient.add(client);
}

/** Whether a node shall be asked piece by piece. */
export function mayTakeLong(client: TownClient): boolean {
  return patient.has(client);
}

import { useSyncExternalStore } from "react";
import { type Address, type Hex, isAddress, isHash } from "viem";
import { deviceStorage } from "../config/deviceStorage.ts";
import type { Subject } from "../chain/reads.ts";
import type { System } from "../chain/System.ts";

/**
 * How a transaction ended: done; refused by the chain; done, but the currency did not pay; or never on the chain because
 * its owner cancelled it in the wallet, or sent another one in its place.
 */
export type Outcome = "confirmed" | "failed" | "kept" | "cancelled" | "replaced";

/** Until it has ended: waiting for the chain, or lost, which a transaction is that no node has known for long. */
export type State = Outcome | "waiting" | "lost";

/** A transaction that this device sent. */
export type Sent = {
  id: string;
  /** Null where the wallet did not tell. */
  hash: Hex | null;
  /** Its sender, and its place in the row of all that they send. Guessed from the chain before it was sent. */
  from: Address;
  nonce: number;
  /** A node has shown it, so that its place is no guess any more. */
  isSeen: boolean;
  /** Its wallet sent it once more, with another fee. */
  isResent: boolean;
  /** What it calls, hashed, to know it again under another hash. */
  call: Hex;
  /** The newest block when it was sent, and this device's clock in milliseconds. */
  block: number;
  time: number;
  /** Words in the language it was sent in. */
  title: string;
  done: string;
  /** What it touches: to be read again once it has ended. */
  after: readonly Subject[];
  outcome: State;
};

const STATES: readonly unknown[] = [
  "waiting",
  "lost",
  "confirmed",
  "failed",
  "kept",
  "cancelled",
  "replaced",
] satisfies State[];
const NONE: readonly Sent[] = [];
let last: { key: string; text: string | null; sent: readonly Sent[] } | null = null;

function keyOf({ deployment }: System): string {
  return `sent.${deployment.startBlockHash}`;
}

/** Survives a reload of the page. */
export function readJournal(system: System): readonly Sent[] {
  const key = keyOf(system);
  const text = deviceStorage.getItem(key);
  if (last?.key !== key || last.text !== text) last = { key, text, sent: parse(text) };
  return last.sent;
}

function parse(text: string | null): readonly Sent[] {
  try {
    const entries: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(entries) ? entries.filter(isSent) : NONE;
  } catch {
    return NONE; // not written by us; the chain has whatever was sent
  }
}

/** Other pages of the same host can write here too. */
function isSent(entry: Partial<Record<keyof Sent, unknown>> | null): entry is Sent {
  const { id, hash, from, nonce, call, block, time, title, done, after, outcome } = entry ?? {};
  const areWords = [id, title, done].every((text) => typeof text === "string");
  const areNumbers = [nonce, block, time].every((number) => Number.isSafeInteger(number) && Number(number) >= 0);
  const isWhose = typeof from === "string" && isAddress(from, { strict: false });
  const isBytes = (text: unknown) => typeof text === "string" && isHash(text);
  const isWhich = (hash === null || isBytes(hash)) && isBytes(call);
  return areWords && areNumbers && isWhose && isWhich && Array.isArray(after) && STATES.includes(outcome);
}

function write(system: System, change: (sent: readonly Sent[]) => readonly Sent[]): void {
  deviceStorage.setItem(keyOf(system), JSON.stringify(change(readJournal(system))));
  window.dispatchEvent(new Event("storage")); // of itself, the browser tells only the other pages of this host
}

export function noteSent(system: System, entry: Sent): void {
  write(system, (sent) => [...sent.filter(({ id }) => id !== entry.id), entry]);
}

/** Writes down what became known of a transaction, unless it was dismissed. */
export function noteChange(system: System, changed: Sent): void {
  write(system, (sent) => sent.map((entry) => (entry.id === changed.id ? changed : entry)));
}

export function dismissSent(system: System, id: string): void {
  write(system, (sent) => sent.filter((entry) => entry.id !== id));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  return () => window.removeEventListener("storage", listener);
}

export function useJournal(system: System): readonly Sent[] {
  return useSyncExternalStore(subscribe, () => readJournal(system));
}

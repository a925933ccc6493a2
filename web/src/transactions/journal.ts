import { useSyncExternalStore } from "react";
import { type Hex, isHex } from "viem";
import { deviceStorage } from "../config/deviceStorage.ts";
import type { Subject } from "../chain/reads.ts";
import type { System } from "../chain/System.ts";

/** How a transaction ended: done, refused by the chain, or never on it because the wallet sent another in its place. */
export type Outcome = "confirmed" | "failed" | "replaced" | "kept";

/** A transaction that this device sent and whose end nobody has seen yet. */
export type Sent = {
  hash: Hex;
  /** Words in the language it was sent in. */
  title: string;
  done: string;
  /** What it touches: to be read again once it has ended. */
  after: readonly Subject[];
  outcome: "waiting" | Outcome;
};

const OUTCOMES: readonly unknown[] = ["waiting", "confirmed", "failed", "replaced", "kept"] satisfies Sent["outcome"][];
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
  const { hash, title, done, after, outcome } = entry ?? {};
  const areWords = typeof title === "string" && typeof done === "string";
  return isHex(hash) && areWords && Array.isArray(after) && OUTCOMES.includes(outcome);
}

function write(system: System, change: (sent: readonly Sent[]) => readonly Sent[]): void {
  deviceStorage.setItem(keyOf(system), JSON.stringify(change(readJournal(system))));
  window.dispatchEvent(new Event("storage")); // of itself, the browser tells only the other pages of this host
}

export function noteSent(system: System, entry: Sent): void {
  write(system, (sent) => [...sent.filter(({ hash }) => hash !== entry.hash), entry]);
}

export function noteOutcome(system: System, hash: Hex, outcome: Outcome): void {
  write(system, (sent) => sent.map((entry) => (entry.hash === hash ? { ...entry, outcome } : entry)));
}

export function dismissSent(system: System, hash: Hex): void {
  write(system, (sent) => sent.filter((entry) => entry.hash !== hash));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  return () => window.removeEventListener("storage", listener);
}

export function useJournal(system: System): readonly Sent[] {
  return useSyncExternalStore(subscribe, () => readJournal(system));
}

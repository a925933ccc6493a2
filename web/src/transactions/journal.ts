import { useSyncExternalStore } from "react";
import type { Hex } from "viem";
import type { System } from "../contracts/System.ts";

/** A transaction that this device sent and whose end is not seen or not acknowledged yet. */
export type Sent = {
  hash: Hex;
  /** Words in the language it was sent in. */
  title: string;
  done: string;
  /** Whether more steps follow this one. */
  isLast: boolean;
  outcome: "waiting" | "confirmed" | "failed";
};

const listeners = new Set<() => void>();
const EMPTY: readonly Sent[] = [];
let cache: { key: string; text: string | null; sent: readonly Sent[] } | null = null;

function keyOf({ deployment }: System): string {
  return `sent.${deployment.startBlockHash}`;
}

/** What this device sent and nobody has dismissed; it survives a reload of the page. */
export function readJournal(system: System): readonly Sent[] {
  const key = keyOf(system);
  const text = localStorage.getItem(key);
  if (cache?.key !== key || cache.text !== text) cache = { key, text, sent: parse(text) };
  return cache.sent;
}

function parse(text: string | null): readonly Sent[] {
  try {
    return text === null ? EMPTY : (JSON.parse(text) as Sent[]);
  } catch {
    return EMPTY; // written by something else: nothing of ours is lost, for the chain has it
  }
}

function write(system: System, sent: readonly Sent[]): void {
  localStorage.setItem(keyOf(system), JSON.stringify(sent));
  for (const listener of listeners) listener();
}

export function noteSent(system: System, sent: Sent): void {
  write(system, [...readJournal(system).filter(({ hash }) => hash !== sent.hash), sent]);
}

export function noteOutcome(system: System, hash: Hex, outcome: "confirmed" | "failed"): void {
  write(
    system,
    readJournal(system).map((sent) => (sent.hash === hash ? { ...sent, outcome } : sent)),
  );
}

export function dismissSent(system: System, hash: Hex): void {
  write(
    system,
    readJournal(system).filter((sent) => sent.hash !== hash),
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

export function useJournal(system: System): readonly Sent[] {
  return useSyncExternalStore(subscribe, () => readJournal(system));
}

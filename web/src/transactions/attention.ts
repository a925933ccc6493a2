import { useEffect, useRef, useSyncExternalStore } from "react";
import type { Hex } from "viem";

/** Transactions whose progress a form on the page shows right now; what nobody shows is listed on top of the page. */
let attended: ReadonlySet<Hex> = new Set();
const listeners = new Set<() => void>();

function change(next: ReadonlySet<Hex>): void {
  attended = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAttended(): ReadonlySet<Hex> {
  return useSyncExternalStore(subscribe, () => attended);
}

/** Returns a function by which a form says that it shows a transaction; until the form is gone. */
export function useAttention(): { attend: (hash: Hex) => void; isThere: () => boolean } {
  const mine = useRef(new Set<Hex>());
  const isThere = useRef(true);
  useEffect(() => {
    const hashes = mine.current;
    isThere.current = true;
    return () => {
      isThere.current = false;
      change(new Set([...attended].filter((hash) => !hashes.has(hash))));
    };
  }, []);
  return {
    attend: (hash) => {
      if (!isThere.current) return;
      mine.current.add(hash);
      change(new Set([...attended, hash]));
    },
    isThere: () => isThere.current,
  };
}

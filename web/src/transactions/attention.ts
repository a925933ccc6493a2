import { useEffect, useRef } from "react";
import type { Hex } from "viem";
import { createStore } from "./createStore.ts";

/** Transactions whose progress a form on the page shows right now; what nobody shows is listed on top of the page. */
const attended = createStore<ReadonlySet<Hex>>(new Set());

export const useAttended = attended.use;

/** Returns a function by which a form says that it shows a transaction; until the form is gone. */
export function useAttention(): { attend: (hash: Hex) => void; isThere: () => boolean } {
  const mine = useRef(new Set<Hex>());
  const isThere = useRef(true);
  useEffect(() => {
    const hashes = mine.current;
    isThere.current = true;
    return () => {
      isThere.current = false;
      attended.set(new Set([...attended.get()].filter((hash) => !hashes.has(hash))));
    };
  }, []);
  return {
    attend: (hash) => {
      if (!isThere.current) return;
      mine.current.add(hash);
      attended.set(new Set([...attended.get(), hash]));
    },
    isThere: () => isThere.current,
  };
}

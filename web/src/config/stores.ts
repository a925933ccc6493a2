import { useCallback, useSyncExternalStore } from "react";

/** A value outside of React, which any file may change, and a hook by which a component shows it. */
export function createStore<value>(first: value) {
  let present = first;
  const listeners = new Set<() => void>();

  function get(): value {
    return present;
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    get,
    set(next: value): void {
      present = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}

/** What the browser knows and says with an event of the window that it changed. `read` gives the same until it did. */
export function useWindowValue<value>(event: "hashchange" | "storage", read: () => value): value {
  const subscribe = useCallback(
    (listener: () => void) => {
      window.addEventListener(event, listener);
      return () => window.removeEventListener(event, listener);
    },
    [event],
  );
  return useSyncExternalStore(subscribe, read);
}

import { useSyncExternalStore } from "react";

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
    subscribe,
    set(next: value): void {
      present = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}

import { useSyncExternalStore } from "react";
import type { Place } from "../../lib/verify/Place.ts";
import { readPlace } from "../../lib/verify/readPlace.ts";

/** What the page's link asks for, also when it is altered while the page is open. */
export function usePlace(): Place {
  return readPlace(useSyncExternalStore(subscribe, () => location.hash));
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

import { type Place, readPlace } from "@one-small-town/core/verify/Place.ts";
import { useSyncExternalStore } from "react";

/** What the page's link asks for, also when it is altered while the page is open. */
export function usePlace(): Place {
  return readPlace(useSyncExternalStore(subscribe, () => location.hash));
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

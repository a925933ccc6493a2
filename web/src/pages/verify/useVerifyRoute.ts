import { readVerifyRoute, type VerifyRoute } from "@one-small-town/core/verify/VerifyRoute.ts";
import { useSyncExternalStore } from "react";

/** What the page's link asks for, also when it is altered while the page is open. */
export function useVerifyRoute(): VerifyRoute {
  return readVerifyRoute(useSyncExternalStore(subscribe, () => location.hash));
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

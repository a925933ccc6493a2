import { type VerifyRoute, readVerifyRoute } from "@one-small-town/core/verify/VerifyRoute.ts";
import { useWindowValue } from "../../config/stores.ts";

/** What the page's link asks for, also when it is altered while the page is open. */
export function useVerifyRoute(): VerifyRoute {
  return readVerifyRoute(useWindowValue("hashchange", () => location.hash));
}

import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../../keys.ts";
import type { System } from "../../System.ts";
import type { AccountabilityNow } from "./Accountability.ts";

/** What a business did so far. */
export function accountabilityPastQuery(system: System, business: bigint, present: AccountabilityNow) {
  return queryOptions({
    queryKey: keyOf(system, "accountabilityPast", business),
    queryFn: async () =>
      (await import("./readAccountabilityPast.ts")).readAccountabilityPast(system, business, present),
  });
}

import { queryOptions } from "@tanstack/react-query";
import type { FeeCurrency } from "@one-small-town/core/deployment/Settings.ts";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";
import { type Charged, readFee } from "./readFee.ts";

/** What some calls would cost now, in `feeCurrency`, or where that is absent in the network's own. */
export function feeQuery(system: System, calls: readonly Charged[], feeCurrency: FeeCurrency | undefined) {
  const gas = calls.reduce((sum, call) => sum + call.gas, 0n);
  return queryOptions({
    queryKey: keyOf(system, "fee", gas, feeCurrency?.address ?? ""),
    queryFn: () => readFee(system.client, calls, feeCurrency?.address),
  });
}

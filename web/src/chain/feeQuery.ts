import { queryOptions } from "@tanstack/react-query";
import { getGasPrice } from "viem/actions";
import { keyOf } from "./keys.ts";
import type { System } from "./System.ts";

/** What a unit of gas costs now, in the smallest units of the network's own currency. */
export function feeQuery(system: System) {
  return queryOptions({ queryKey: keyOf(system, "gasPrice"), queryFn: () => getGasPrice(system.client) });
}

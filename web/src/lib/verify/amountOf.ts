import { sumOf } from "./sumOf.ts";

/** The amounts of events together. */
export function amountOf(events: readonly { args: { amount: bigint } }[]): bigint {
  return sumOf(events.map(({ args }) => args.amount));
}

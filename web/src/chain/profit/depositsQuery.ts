import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";
import { type Deposit, toDeposit } from "./Deposit.ts";

/** All profit that a business has deposited, oldest first. */
export function depositsQuery(system: System, business: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "deposits", business),
    queryFn: async (): Promise<Deposit[]> => {
      const { readDeposits } = await import("./readDeposits.ts");
      return (await readDeposits(system, business)).map(({ args }) => toDeposit(args));
    },
  });
}

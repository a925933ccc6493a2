import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { queryOptions } from "@tanstack/react-query";
import { zeroAddress } from "viem";
import { readWeek, type Week } from "../hours/readWeek.ts";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** A town’s newest counted week and the one under review, for its board. */
export type Board = { week: Week | null; pending: { weekIndex: number; reviewEnds: number } | null };

export function boardQuery(system: System, town: number) {
  return queryOptions({
    queryKey: keyOf(system, "board", town),
    queryFn: async (): Promise<Board> => {
      const { Contributions } = system.deployment.addresses;
      const hours = { address: Contributions, abi: contributionsViews } as const;
      const [pending, { timesheets }] = await readNow(system, [
        { ...hours, functionName: "pendingOf", args: [town] },
        { ...hours, functionName: "poolOf", args: [town] },
      ]);
      const week = timesheets === 0 ? null : await readWeek(system, town, timesheets - 1);
      return { week, pending: pending.pointer === zeroAddress ? null : pending };
    },
  });
}

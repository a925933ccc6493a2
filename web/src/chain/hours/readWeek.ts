import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import type { WeekFigures } from "@one-small-town/core/hours/earnings.ts";
import type { Address } from "viem";
import { keptOr } from "../kept.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** A finalised timesheet of a town. */
export type Week = WeekFigures & {
  /** The contract whose code holds the quarters of every member. */
  pointer: Address;
};

/** The finalised timesheet with this index, which never changes. */
export function readWeek(system: System, town: number, index: number): Promise<Week> {
  const hours = { address: system.deployment.addresses.Contributions, abi: contributionsViews } as const;
  return keptOr(system, `week ${town} ${index}`, async () => {
    const [{ pointer, cashPerActive }, [weekIndex, active]] = await readNow(system, [
      { ...hours, functionName: "timesheetAt", args: [town, BigInt(index)] },
      { ...hours, functionName: "turnoutAt", args: [town, BigInt(index)] },
    ]);
    return { index, weekIndex, active, cashPerActive, pointer };
  });
}

import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { workedIn } from "@one-small-town/core/hours/workedIn.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** So many are named of those who were away; nobody's file has more. */
const MOST_AWAY = 50;

/** Members with time in a timesheet whom the contract refuses: who were not with the town in that week, or not yet. */
export type Unfit = { away: readonly number[]; notYet: readonly number[] };

/** `sheet` names the bytes: a hash of them, or of what they were read from. */
export function unfitQuery(
  system: System,
  { town, weekIndex, quarters, sheet }: { town: number; weekIndex: number; quarters: Uint8Array; sheet: string },
) {
  return queryOptions({
    queryKey: keyOf(system, "unfit", town, weekIndex, sheet),
    queryFn: async (): Promise<Unfit> => {
      const worked = Array.from(quarters, (quarter, i) => (quarter > 0 ? i + 1 : 0)).filter((number) => number > 0);
      const [away, notYet] = await Promise.all([
        findAway(system, { town, weekIndex, worked }),
        findNotYet(system, { town, weekIndex, worked }),
      ]);
      return { away, notYet };
    },
  });
}

type Asked = { town: number; weekIndex: number; worked: readonly number[] };

/** The contract names the first of them; who comes behind is asked for without those that are known. */
async function findAway(system: System, { town, weekIndex, worked }: Asked): Promise<number[]> {
  const registry = { address: system.deployment.addresses.MemberRegistry, abi: memberRegistryViews } as const;
  const away: number[] = [];
  while (away.length < MOST_AWAY) {
    const rest = worked.filter((number) => number > (away.at(-1) ?? 0));
    const args = [town, weekIndex, workedIn(rest)] as const;
    const [number] = await readNow(system, [{ ...registry, functionName: "firstAway", args }]);
    if (number === 0n) break;
    away.push(Number(number));
  }
  return away;
}

/** Join weeks grow with the number: where the first of them is, is found by halving. */
async function findNotYet(system: System, { town, weekIndex, worked }: Asked): Promise<readonly number[]> {
  const registry = { address: system.deployment.addresses.MemberRegistry, abi: memberRegistryViews } as const;
  const isNotYet = async (at: number): Promise<boolean> => {
    const args = [town, BigInt(worked[at] ?? 0)] as const;
    const [[, joinedIn]] = await readNow(system, [{ ...registry, functionName: "memberAt", args }]);
    return joinedIn > weekIndex;
  };
  if (worked.length === 0 || !(await isNotYet(worked.length - 1))) return [];

  let [known, notYet] = [-1, worked.length - 1];
  while (notYet - known > 1) {
    const middle = Math.floor((known + notYet) / 2);
    if (await isNotYet(middle)) notYet = middle;
    else known = middle;
  }
  return worked.slice(notYet);
}

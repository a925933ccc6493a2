import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { type Unpaid, unpaidIn } from "@one-small-town/core/hours/unpaid.ts";
import { inBatches } from "@one-small-town/core/inBatches.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { readWeek } from "./readWeek.ts";
import { readTimesheetBytes } from "./timesheetBytesQuery.ts";

/** Of so many numbers the wallets are asked for at once: more would be too long an answer. */
const AT_ONCE = 250;

/** Whom a claim by anybody pays something, and whose claim has to wait for their wallet. */
export type UnpaidMembers = {
  /** The finalised timesheets with which this reckons. */
  upTo: number;
  ready: readonly Unpaid[];
  /** Numbers whose persons may be about to get another wallet: until that is settled, only they themselves can claim. */
  waiting: readonly number[];
};

/** Whom everything that a town has finalised still pays. Reads something of each of its members. */
export function unpaidQuery(system: System, town: number) {
  return queryOptions({ queryKey: keyOf(system, "unpaid", town), queryFn: () => readUnpaid(system, town) });
}

export async function readUnpaid(system: System, town: number): Promise<UnpaidMembers> {
  const { Contributions, MemberRegistry } = system.deployment.addresses;
  const hours = { address: Contributions, abi: contributionsViews } as const;
  const [{ timesheets: upTo }, members] = await readNow(system, [
    { ...hours, functionName: "poolOf", args: [town] },
    { address: MemberRegistry, abi: memberRegistryViews, functionName: "memberCount", args: [town] },
  ]);
  const claimedUpTo = await readNow(
    system,
    Array.from({ length: members }, (_, i) => {
      return { ...hours, functionName: "claimedUpTo", args: [town, BigInt(i + 1)] } as const;
    }),
    { bytes: 32 },
  );
  const first = Math.min(upTo, ...claimedUpTo);
  const indices = Array.from({ length: upTo - first }, (_, i) => first + i);
  const sheets = await Promise.all(
    indices.map(async (index) => {
      const { pointer, cashPerActive } = await readWeek(system, town, index);
      return { quarters: await readTimesheetBytes(system, pointer, members), cashPerActive };
    }),
  );
  const unpaid = unpaidIn(claimedUpTo, { first, sheets });
  const waiting = new Set(await readWaiting(system, { town, numbers: unpaid.map(({ number }) => number) }));
  return { upTo, ready: unpaid.filter(({ number }) => !waiting.has(number)), waiting: [...waiting] };
}

async function readWaiting(
  system: System,
  { town, numbers }: { town: number; numbers: readonly number[] },
): Promise<number[]> {
  const registry = { address: system.deployment.addresses.MemberRegistry, abi: memberRegistryViews } as const;
  const parts = await Promise.all(
    inBatches(numbers, AT_ONCE).map(async (batch) => {
      const args = [town, batch] as const;
      const [[, waiting]] = await readNow(system, [{ ...registry, functionName: "walletsAt", args }], {
        bytes: 64 * (batch.length + 2),
      });
      return batch.filter((_, i) => waiting[i] === true);
    }),
  );
  return parts.flat();
}

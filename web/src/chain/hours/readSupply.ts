import { getAbiItem, zeroAddress } from "viem";
import { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { infinityTokenEvents } from "@one-small-town/core/abis/infinityTokenEvents.ts";
import { infinityTokenViews } from "@one-small-town/core/abis/infinityTokenViews.ts";
import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { readPast, requireTold } from "../past/readPast.ts";
import { readEnd } from "../readEnd.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import type { Supply } from "./supplyQuery.ts";

/** All that was ever made and burnt, and what it was made for. */
export async function readSupply(system: System): Promise<Supply> {
  const { Contributions, InfinityToken } = system.deployment.addresses;
  const { number: block } = await readEnd(system.client);
  const supply = { address: InfinityToken, abi: infinityTokenViews, functionName: "totalSupply" } as const;
  const [weeks, burns] = await Promise.all([
    readPast(system, {
      address: Contributions,
      event: getAbiItem({ abi: contributionsEvents, name: "TimesheetFinalised" }),
      toBlock: block,
    }),
    readPast(system, {
      address: InfinityToken,
      event: getAbiItem({ abi: infinityTokenEvents, name: "Transfer" }),
      args: { to: zeroAddress },
      toBlock: block,
    }),
  ]);
  const [exists, counted] = await Promise.all([
    readNow(system, [supply], { block }).then(([units]) => units),
    countTimesheets(system, block),
  ]);
  requireTold(system, weeks.length === counted, "weeks that were counted");
  return {
    exists,
    block,
    shifts: weeks.reduce((sum, { args }) => sum + args.shifts, 0n),
    burnt: burns.reduce((sum, { args }) => sum + args.value, 0n),
  };
}

/** How many timesheets all towns have finalised. */
async function countTimesheets(system: System, block: bigint): Promise<number> {
  const { Contributions, TownRegistry } = system.deployment.addresses;
  const towns = { address: TownRegistry, abi: townRegistryViews, functionName: "townCount" } as const;
  const [count] = await readNow(system, [towns], { block });
  const pools = await readNow(
    system,
    Array.from({ length: count }, (_, i) => {
      return { address: Contributions, abi: contributionsViews, functionName: "poolOf", args: [i + 1] } as const;
    }),
    { block },
  );
  return pools.reduce((sum, { timesheets }) => sum + timesheets, 0);
}

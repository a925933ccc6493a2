import { getAbiItem, zeroAddress } from "viem";
import { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import { infinityTokenEvents } from "@one-small-town/core/abis/infinityTokenEvents.ts";
import { infinityTokenViews } from "@one-small-town/core/abis/infinityTokenViews.ts";
import { readPast } from "../past/readPast.ts";
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
  const [exists] = await readNow(system, [supply], { block });
  return {
    exists,
    block,
    shifts: weeks.reduce((sum, { args }) => sum + args.shifts, 0n),
    burnt: burns.reduce((sum, { args }) => sum + args.value, 0n),
  };
}

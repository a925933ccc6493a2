import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { type Address, zeroAddress } from "viem";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** The present wallet of a member number of a town; null for a number that was not given. */
export async function readMemberWallet(system: System, town: number, number: number): Promise<Address | null> {
  const { MemberRegistry } = system.deployment.addresses;
  const [[wallet]] = await readNow(system, [
    { address: MemberRegistry, abi: memberRegistryViews, functionName: "memberAt", args: [town, BigInt(number)] },
  ]);
  return wallet === zeroAddress ? null : wallet;
}

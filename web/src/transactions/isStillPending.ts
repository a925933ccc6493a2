import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { type Address, isAddressEqual } from "viem";
import { readNow } from "../chain/readNow.ts";
import type { System } from "../chain/System.ts";

/** A timesheet under review, as somebody saw it: where its bytes are says whether it is still the same. */
export type SeenSheet = { town: number; weekIndex: number; pointer: Address };

/** Whether the sheet under review is still the one that was seen: nobody changes or sends back what they did not look at. */
export async function isStillPending(system: System, { town, pointer }: SeenSheet): Promise<boolean> {
  const { Contributions: address } = system.deployment.addresses;
  const [pending] = await readNow(system, [
    { address, abi: contributionsViews, functionName: "pendingOf", args: [town] },
  ]);
  return isAddressEqual(pending.pointer, pointer);
}

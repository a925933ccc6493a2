import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { type Address, zeroAddress } from "viem";
import { keptOr } from "../kept.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** What a sale sells, and for what: fixed when it is agreed. `token` is zero for a sale that is not there. */
export type Asset = { business: bigint; token: Address; currency: Address; price: bigint };

export function readAsset(system: System, offering: bigint): Promise<Asset> {
  return keptOr(
    system,
    `asset ${offering}`,
    async () => {
      const { ShareOffering: address } = system.deployment.addresses;
      const [{ business, token, currency, price }] = await readNow(system, [
        { address, abi: shareOfferingViews, functionName: "assetOf", args: [offering] },
      ]);
      return { business, token, currency, price };
    },
    ({ token }) => token !== zeroAddress,
  );
}

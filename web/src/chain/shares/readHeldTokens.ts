import { infinityTokenViews } from "@one-small-town/core/abis/infinityTokenViews.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import type { Address } from "viem";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** As many sales are looked through, the newest; of what there is more, anybody may move the rest later. */
const MOST_SALES = 200;
const MOST_TOKENS = 20;

/** The tokens of this system of which a wallet has some: INFINITY, and shares. */
export async function readHeldTokens(system: System, wallet: Address): Promise<Address[]> {
  const { InfinityToken, ShareOffering } = system.deployment.addresses;
  const sales = { address: ShareOffering, abi: shareOfferingViews } as const;
  const [count] = await readNow(system, [{ ...sales, functionName: "offeringCount" }]);
  const last = Number(count);
  const ids = Array.from({ length: Math.min(last, MOST_SALES) }, (_, i) => BigInt(last - i));
  const assets = await readNow(
    system,
    ids.map((id) => ({ ...sales, functionName: "assetOf" as const, args: [id] as const })),
    { bytes: 400 },
  );
  const tokens = [InfinityToken, ...new Set(assets.map(({ token }) => token))];
  const balances = await readNow(
    system,
    tokens.map((address) => {
      return { address, abi: infinityTokenViews, functionName: "balanceOf" as const, args: [wallet] as const };
    }),
  );
  return tokens.filter((_, i) => balances[i] !== 0n).slice(0, MOST_TOKENS);
}

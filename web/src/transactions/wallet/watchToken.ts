import type { Address } from "viem";
import { getConnection } from "wagmi/actions";
import type { System } from "../../chain/System.ts";
import { isRefusal } from "../../content/errors/describeTrouble.ts";
import { ask, type Provider } from "./Provider.ts";
import { wagmiOf } from "./wagmi.ts";

export type WatchedToken = { address: Address; symbol: string; decimals: number };

/** Asks the wallet to show a token in its list (EIP-747). Whether it can, or the person wants to, is up to them. */
export async function watchToken(system: System, options: WatchedToken): Promise<"added" | "refused" | "unable"> {
  try {
    const provider = (await getConnection(wagmiOf(system)).connector?.getProvider()) as Provider;
    // One object, where every other method takes a list: EIP-747 says so, and wallets do.
    const isAdded = await ask(provider, "wallet_watchAsset", { type: "ERC20", options } as never);
    return isAdded === true ? "added" : "refused";
  } catch (error) {
    return isRefusal(error) ? "refused" : "unable";
  }
}

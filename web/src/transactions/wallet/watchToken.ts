import { type Address, UserRejectedRequestError } from "viem";
import { watchAsset } from "wagmi/actions";
import type { System } from "../../chain/System.ts";
import { wagmiOf } from "./wagmi.ts";

export type WatchedToken = { address: Address; symbol: string; decimals: number };

/** Asks the wallet to show a token in its list (EIP-747). Whether it can, or the person wants to, is up to them. */
export async function watchToken(system: System, token: WatchedToken): Promise<"added" | "refused" | "unable"> {
  try {
    const isAdded = await watchAsset(wagmiOf(system), { type: "ERC20", options: token });
    return isAdded ? "added" : "refused";
  } catch (error) {
    return isRefusal(error) ? "refused" : "unable";
  }
}

const REFUSED = 4001; // EIP-1193

function isRefusal(error: unknown): boolean {
  return error instanceof UserRejectedRequestError || (error as { code?: unknown } | null)?.code === REFUSED;
}

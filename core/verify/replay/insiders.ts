import type { Address } from "viem";
import type { World } from "./World.ts";

/** Who asks for a business's money, is paid it or approves it at a moment, each once: they neither buy nor vote. */
export function insidersOf(world: World, business: bigint, town: number): Address[] {
  const { manager, payout } = world.managers.get(business) ?? {};
  const wallets = [manager, payout, world.countryKey(town)];
  return [...new Set(wallets.filter((wallet) => wallet !== undefined && wallet !== null))];
}

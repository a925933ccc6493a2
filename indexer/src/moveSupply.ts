import type { Context } from "ponder:registry";
import { tokenSupply } from "ponder:schema";
import { type Address, zeroAddress } from "viem";

type Move = { from: Address; to: Address; value: bigint };

/** Counts what a transfer made out of nothing, or ended. */
export async function moveSupply({ db }: Context, token: Address, { from, to, value }: Move): Promise<void> {
  const change = (from === zeroAddress ? value : 0n) - (to === zeroAddress ? value : 0n);
  if (change === 0n) return;
  await db
    .insert(tokenSupply)
    .values({ token, units: change })
    .onConflictDoUpdate((row) => ({ units: row.units + change }));
}

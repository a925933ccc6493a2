import type { Context } from "ponder:registry";
import { month } from "ponder:schema";

type Sums = Partial<Omit<typeof month.$inferSelect, "town" | "month">>;

/** Adds to what happened in a town in the month of a block. */
export async function addToMonth({ db }: Context, town: number, timestamp: bigint, added: Sums): Promise<void> {
  const name = new Date(Number(timestamp) * 1000).toISOString().slice(0, "2027-03".length);
  await db
    .insert(month)
    .values({ town, month: name, ...added })
    .onConflictDoUpdate((row) => ({
      joined: row.joined + (added.joined ?? 0),
      shifts: row.shifts + (added.shifts ?? 0n),
      profit: row.profit + (added.profit ?? 0n),
      paid: row.paid + (added.paid ?? 0n),
      shares: row.shares + (added.shares ?? 0n),
    }));
}

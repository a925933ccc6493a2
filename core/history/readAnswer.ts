import type { Address } from "viem";
import type { History, Month } from "./History.ts";

/** What the indexer's database is asked, for one town. A town has a row for each month, so a thousand are plenty. */
export const QUESTION = `query ($town: Int!) {
  meta: _meta { status }
  town(id: $town) { members timesheets fund }
  tokenSupplys(limit: 1000) { items { token units } }
  months(where: { town: $town }, orderBy: "month", limit: 1000) {
    items { month joined shifts profit paid shares }
  }
}`;

type Answer = {
  meta: { status: Record<string, { block: { number: number; timestamp: number } | null }> };
  town: { members: number; timesheets: number; fund: string } | null;
  tokenSupplys: { items: { token: Address; units: string }[] };
  months: { items: (Pick<Month, "month" | "joined"> & Record<"shifts" | "profit" | "paid" | "shares", string>)[] };
};

/**
 * The answer of an indexer to `QUESTION` as a history.
 * @param tokens of the town's businesses. @param infinity the address of INFINITY.
 * Throws when it says nothing of the town, or is no such answer.
 */
export function readAnswer(data: unknown, infinity: Address, tokens: readonly Address[]): History {
  const { meta, town, tokenSupplys, months } = data as Answer;
  const [chain] = Object.values(meta.status);
  if (!chain?.block || town === null) throw new Error("The indexer has not read this town yet");
  const supplies = new Map(tokenSupplys.items.map(({ token, units }) => [token.toLowerCase(), BigInt(units)]));
  const supplyOf = (token: Address) => supplies.get(token.toLowerCase()) ?? 0n;
  return {
    block: { number: BigInt(chain.block.number), timestamp: chain.block.timestamp },
    totals: {
      infinity: supplyOf(infinity),
      members: town.members,
      timesheets: town.timesheets,
      fund: BigInt(town.fund),
      shares: new Map(tokens.map((token) => [token.toLowerCase() as Address, supplyOf(token)])),
    },
    months: months.items.map(({ month, joined, shifts, profit, paid, shares }) => ({
      month,
      joined,
      shifts: BigInt(shifts),
      profit: BigInt(profit),
      paid: BigInt(paid),
      shares: BigInt(shares),
    })),
  };
}

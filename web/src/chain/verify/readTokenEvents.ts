import { investorTokenEvents } from "@one-small-town/core/abis/investorTokenEvents.ts";
import type { SaleEvent, TokenEvent } from "@one-small-town/core/verify/Books.ts";
import { eventsNamed, groupBy } from "@one-small-town/core/verify/events.ts";
import type { Address } from "viem";
import type { BlockRange } from "@one-small-town/core/logs/ranges.ts";
import type { TownClient } from "../makeClient.ts";
import { readEvents } from "../readEvents.ts";

/** What happened in the share tokens of all approved sales, token by token. */
export async function readTokenEvents(
  client: TownClient,
  sales: readonly SaleEvent[],
  range: BlockRange,
  times: Map<bigint, number>,
): Promise<Map<Address, readonly TokenEvent[]>> {
  const tokens = eventsNamed(sales, "OfferingApproved").map(({ args }) => args.token);
  if (tokens.length === 0) return new Map();
  const events = await readEvents(client, { address: tokens, abi: investorTokenEvents, times, ...range });
  const byToken = groupBy(events, ({ address }) => address.toLowerCase());
  return new Map(tokens.map((token) => [token, byToken.get(token.toLowerCase()) ?? []]));
}

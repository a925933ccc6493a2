import { creditsOf } from "@one-small-town/core/shares/dividends.ts";
import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { keyOf } from "../keys.ts";
import { walletPastQuery } from "../past/walletPastQuery.ts";
import type { System } from "../System.ts";
import type { HoldingPast } from "./Holding.ts";
import type { HolderLogs } from "./readHolderLogs.ts";
import { shareTokensQuery } from "./shareTokensQuery.ts";

/** What somebody had of each business they ever had something of, by its token. */
export function holdingsPastQuery(system: System, holder: Address) {
  return queryOptions({
    queryKey: keyOf(system, "holdingsPast", holder),
    queryFn: async ({ client }): Promise<Record<Address, HoldingPast>> => {
      const tokens = await client.fetchQuery(shareTokensQuery(system));
      if (tokens.length === 0) return {};
      const past = await client.fetchQuery(walletPastQuery(system, holder));
      const { readHolderLogs } = await import("./readHolderLogs.ts");
      const logsOf = await readHolderLogs(system, { tokens: tokens.map(({ address }) => address), holder, past });
      const all = tokens.map(({ address, offering }) => ({ address, logs: logsOf(address, offering) }));
      return Object.fromEntries(
        all.filter(({ logs }) => isWorthShowing(logs)).map(({ address, logs }) => [address, pastOf(logs)]),
      );
    },
  });
}

/** A sale of which somebody gave all shares back is none of theirs any more. */
function isWorthShowing({ movements, claimed, refunded }: HolderLogs): boolean {
  const left = movements.reduce((sum, { change }) => sum + change, 0n);
  const hasSent = movements.some(({ isSale, change }) => !isSale && change < 0n);
  return left > 0n || hasSent || claimed > 0n || refunded > 0n;
}

function pastOf({ movements, deposits, claimed, cameAlong, wentAlong, refunded }: HolderLogs): HoldingPast {
  return {
    claimed,
    cameAlong,
    wentAlong,
    refunded,
    bought: movements.filter(({ isSale }) => isSale).reduce((sum, { change }) => sum + change, 0n),
    credits: creditsOf(deposits, movements),
  };
}

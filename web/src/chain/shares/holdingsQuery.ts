import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { releasesViews } from "@one-small-town/core/abis/releasesViews.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { creditsOf } from "@one-small-town/core/shares/dividends.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { phases, tiers } from "@one-small-town/core/rules/enumerations.ts";
import { phaseEnd } from "@one-small-town/core/shares/phases.ts";
import { endsOf } from "@one-small-town/core/shares/Terms.ts";
import { plainText } from "@one-small-town/core/text.ts";
import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { getBlockNumber } from "viem/actions";
import { keyOf } from "../keys.ts";
import { readEach } from "../readEach.ts";
import { readMany } from "../readMany.ts";
import type { System } from "../System.ts";
import type { Holding } from "./Holding.ts";
import { type HolderLogs, readHolderLogs } from "./readHolderLogs.ts";
import { type ShareToken, shareTokensQuery } from "./shareTokensQuery.ts";

/** What somebody holds or once had of every business, in the order of the sales. */
export function holdingsQuery(system: System, holder: Address) {
  return queryOptions({
    queryKey: keyOf(system, "holdings", holder),
    queryFn: async ({ client }) => {
      const tokens = await client.fetchQuery(shareTokensQuery(system));
      return readHoldings(system, tokens, holder);
    },
    refetchInterval: 30_000,
  });
}

/** All at one block, so that the deposits add up to what the tokens say. */
async function readHoldings(system: System, tokens: readonly ShareToken[], holder: Address): Promise<Holding[]> {
  if (tokens.length === 0) return [];
  const block = await getBlockNumber(system.client);
  const [accounts, logsOf] = await Promise.all([
    readAccounts(system, { tokens, holder, block }),
    readHolderLogs(system, { tokens: tokens.map(({ address }) => address), holder, toBlock: block }),
  ]);
  const parts = accounts
    .map((account) => ({ account, logs: logsOf(account.token.address, account.token.offering) }))
    .filter(({ account, logs }) => isWorthShowing(account, logs));

  return Promise.all(
    parts.map(async ({ account, logs }) => toHolding(account, logs, await readSale(system, account, block))),
  );
}

type Account = { token: ShareToken; holder: Address; held: bigint; claimable: bigint; kept: bigint };

async function readAccounts(
  { client, deployment }: System,
  { tokens, holder, block }: { tokens: readonly ShareToken[]; holder: Address; block: bigint },
): Promise<Account[]> {
  const sales = { address: deployment.addresses.ShareOffering, abi: shareOfferingViews } as const;
  const figures = await readEach(
    client,
    tokens,
    ({ address, offering }) => [
      { address, abi: investorTokenViews, functionName: "balanceOf", args: [holder] },
      { address, abi: investorTokenViews, functionName: "claimable", args: [holder] },
      { ...sales, functionName: "keptOf", args: [offering, holder] },
    ],
    block,
  );
  return figures.map(([token, [held, claimable, kept]]) => ({ token, holder, held, claimable, kept }));
}

async function readSale(
  { client, deployment }: System,
  { token: { address, business, offering }, holder }: Account,
  block: bigint,
) {
  const shares = { address, abi: investorTokenViews } as const;
  const sales = { address: deployment.addresses.ShareOffering, abi: shareOfferingViews } as const;
  const releases = { address: deployment.addresses.Releases, abi: releasesViews } as const;
  const [symbol, ledger, isPledged, phase, lengths] = await readMany(
    client,
    [
      { ...shares, functionName: "symbol" },
      { ...shares, functionName: "ledger" },
      { ...releases, functionName: "isHeld", args: [business, holder] },
      { ...sales, functionName: "phaseOf", args: [offering] },
      { ...sales, functionName: "saleOf", args: [offering] },
    ],
    block,
  );
  return { symbol: plainText(symbol), ledger, isPledged, phase: decode(phases, phase), lengths };
}

/** A sale of which somebody gave all shares back is none of theirs any more. */
function isWorthShowing({ held, claimable, kept }: Account, { movements, claimed, refunded }: HolderLogs): boolean {
  const hasSent = movements.some(({ isSale, change }) => !isSale && change < 0n);
  return hasSent || [held, claimable, kept, claimed, refunded].some((value) => value > 0n);
}

type Sale = Awaited<ReturnType<typeof readSale>>;

function toHolding(account: Account, logs: HolderLogs, { symbol, ledger, isPledged, phase, lengths }: Sale): Holding {
  const { movements, deposits, claimed, cameAlong, wentAlong, refunded } = logs;
  return {
    ...account,
    symbol,
    phase,
    claimed,
    cameAlong,
    wentAlong,
    isPledged,
    refunded,
    ends: phaseEnd({ phase, ...endsOf(lengths) }),
    scope: decode(tiers, ledger.scope),
    supply: BigInt(ledger.supply),
    bought: movements.filter(({ isSale }) => isSale).reduce((sum, { change }) => sum + change, 0n),
    credits: creditsOf(deposits, movements),
  };
}

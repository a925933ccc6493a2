import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { releasesViews } from "@one-small-town/core/abis/releasesViews.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { phases, tiers } from "@one-small-town/core/rules/enumerations.ts";
import { phaseEnd } from "@one-small-town/core/shares/phases.ts";
import { endsOf } from "@one-small-town/core/shares/Terms.ts";
import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import type { HoldingNow } from "./Holding.ts";
import { type ShareToken, shareTokensQuery } from "./shareTokensQuery.ts";

/** What somebody has of each business, in the order of the sales; of some they once had shares of too. */
export function holdingsQuery(system: System, holder: Address, formerly: readonly Address[] = []) {
  const queryKey = keyOf(system, "holdings", holder, ...formerly);
  return queryOptions({
    queryKey,
    queryFn: async ({ client }): Promise<HoldingNow[]> => {
      const tokens = await client.fetchQuery(shareTokensQuery(system));
      const before = client.getQueryData<HoldingNow[]>(queryKey)?.map(({ token }) => token.address) ?? [];
      const all = await Promise.all(
        tokens.map((token) => readHolding(system, { token, holder }, [...formerly, ...before].includes(token.address))),
      );
      return all.filter((holding) => holding !== null);
    },
  });
}

/** Null where they have nothing, unless it `isWanted`: then all is read at once. */
async function readHolding(
  system: System,
  { token, holder }: { token: ShareToken; holder: Address },
  isWanted: boolean,
): Promise<HoldingNow | null> {
  const sales = { address: system.deployment.addresses.ShareOffering, abi: shareOfferingViews } as const;
  const shares = { address: token.address, abi: investorTokenViews } as const;
  const account = readNow(system, [
    { ...shares, functionName: "balanceOf", args: [holder] },
    { ...shares, functionName: "claimable", args: [holder] },
    { ...sales, functionName: "keptOf", args: [token.offering, holder] },
  ]);
  const sale = isWanted ? readSale(system, token, holder) : null;
  const [held, claimable, kept] = await account;
  if (!isWanted && held === 0n && claimable === 0n && kept === 0n) return null;
  const state = await (sale ?? readSale(system, token, holder));
  return { token, holder, held, claimable, kept, ...state };
}

async function readSale(system: System, { address, business, offering }: ShareToken, holder: Address) {
  const { ShareOffering, Releases } = system.deployment.addresses;
  const sales = { address: ShareOffering, abi: shareOfferingViews } as const;
  const [ledger, isPledged, phaseNow, lengths] = await readNow(system, [
    { address, abi: investorTokenViews, functionName: "ledger" },
    { address: Releases, abi: releasesViews, functionName: "isHeld", args: [business, holder] },
    { ...sales, functionName: "phaseOf", args: [offering] },
    { ...sales, functionName: "saleOf", args: [offering] },
  ]);
  const phase = decode(phases, phaseNow);
  return {
    phase,
    isPledged,
    ends: phaseEnd({ phase, ...endsOf(lengths) }),
    scope: decode(tiers, ledger.scope),
    supply: BigInt(ledger.supply),
    perShare: ledger.perShare,
  };
}

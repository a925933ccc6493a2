import { type Address, erc20Abi } from "viem";
import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { townTreasuryViews } from "@one-small-town/core/abis/townTreasuryViews.ts";
import type { Totals } from "@one-small-town/core/history/History.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

type Wanted = { town: number; tokens: readonly Address[]; block: bigint };

/** What the contracts themselves say at one block. */
export async function readTotals(system: System, { town, tokens, block }: Wanted): Promise<Totals> {
  const { InfinityToken, MemberRegistry, Contributions, TownTreasury } = system.deployment.addresses;
  const supply = { abi: erc20Abi, functionName: "totalSupply" } as const;
  const [figures, shares] = await Promise.all([
    readNow(
      system,
      [
        { address: InfinityToken, ...supply },
        { address: MemberRegistry, abi: memberRegistryViews, functionName: "memberCount", args: [town] },
        { address: Contributions, abi: contributionsViews, functionName: "poolOf", args: [town] },
        { address: TownTreasury, abi: townTreasuryViews, functionName: "fundOf", args: [town] },
      ],
      { block },
    ),
    readNow(
      system,
      tokens.map((address) => ({ address, ...supply })),
      { block },
    ),
  ]);
  const [infinity, members, { timesheets }, fund] = figures;
  const ofTokens = tokens.map((token, i) => [token.toLowerCase() as Address, shares[i] ?? 0n] as const);
  return { infinity, members, timesheets, fund, shares: new Map(ofTokens) };
}

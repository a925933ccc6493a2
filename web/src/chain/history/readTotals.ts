import { type Address, erc20Abi } from "viem";
import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { townTreasuryViews } from "@one-small-town/core/abis/townTreasuryViews.ts";
import type { Totals } from "@one-small-town/core/history/History.ts";
import { readEach } from "../readEach.ts";
import { readMany } from "../readMany.ts";
import type { System } from "../System.ts";

type Wanted = { town: number; tokens: readonly Address[]; block: bigint };

/** What the contracts themselves say at one block. */
export async function readTotals({ client, deployment }: System, { town, tokens, block }: Wanted): Promise<Totals> {
  const { InfinityToken, MemberRegistry, Contributions, TownTreasury } = deployment.addresses;
  const supply = { abi: erc20Abi, functionName: "totalSupply" } as const;
  const [figures, shares] = await Promise.all([
    readMany(
      client,
      [
        { address: InfinityToken, ...supply },
        { address: MemberRegistry, abi: memberRegistryViews, functionName: "memberCount", args: [town] },
        { address: Contributions, abi: contributionsViews, functionName: "poolOf", args: [town] },
        { address: TownTreasury, abi: townTreasuryViews, functionName: "fundOf", args: [town] },
      ],
      block,
    ),
    readEach(client, tokens, (address) => [{ address, ...supply }], block),
  ]);
  const [infinity, members, { timesheets }, fund] = figures;
  const ofTokens = shares.map(([token, [total]]) => [token.toLowerCase() as Address, total] as const);
  return { infinity, members, timesheets, fund, shares: new Map(ofTokens) };
}

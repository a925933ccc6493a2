import { getAbiItem } from "viem";
import { createConfig, factory } from "ponder";
import { contributionsEvents } from "../core/abis/contributionsEvents.ts";
import { infinityTokenEvents } from "../core/abis/infinityTokenEvents.ts";
import { investorTokenEvents } from "../core/abis/investorTokenEvents.ts";
import { memberRegistryEvents } from "../core/abis/memberRegistryEvents.ts";
import { profitSplitterEvents } from "../core/abis/profitSplitterEvents.ts";
import { projectRegistryEvents } from "../core/abis/projectRegistryEvents.ts";
import { shareOfferingEvents } from "../core/abis/shareOfferingEvents.ts";
import { townRegistryEvents } from "../core/abis/townRegistryEvents.ts";
import { townTreasuryEvents } from "../core/abis/townTreasuryEvents.ts";
import { readDeployment, readRpcUrl } from "./src/environment.ts";

const { chainId, addresses, startBlock } = readDeployment();

const ofChain = { chain: "towns", startBlock } as const;

/** Every business has a token of its own, made when its first sale is approved. */
const tokens = factory({
  address: addresses.ShareOffering,
  event: getAbiItem({ abi: shareOfferingEvents, name: "OfferingApproved" }),
  parameter: "token",
});

const { DATA_FOLDER } = process.env;

// DATABASE_URL names a PostgreSQL; without it an embedded one keeps its files in DATA_FOLDER.
export default createConfig({
  ...(DATA_FOLDER === undefined ? {} : { database: { kind: "pglite" as const, directory: DATA_FOLDER } }),
  chains: { towns: { id: chainId, rpc: readRpcUrl(), disableCache: chainId === 31337 } },
  contracts: {
    TownRegistry: { abi: townRegistryEvents, address: addresses.TownRegistry, ...ofChain },
    MemberRegistry: { abi: memberRegistryEvents, address: addresses.MemberRegistry, ...ofChain },
    ProjectRegistry: { abi: projectRegistryEvents, address: addresses.ProjectRegistry, ...ofChain },
    InfinityToken: { abi: infinityTokenEvents, address: addresses.InfinityToken, ...ofChain },
    Contributions: { abi: contributionsEvents, address: addresses.Contributions, ...ofChain },
    ShareOffering: { abi: shareOfferingEvents, address: addresses.ShareOffering, ...ofChain },
    InvestorToken: { abi: investorTokenEvents, address: tokens, ...ofChain },
    ProfitSplitter: { abi: profitSplitterEvents, address: addresses.ProfitSplitter, ...ofChain },
    TownTreasury: { abi: townTreasuryEvents, address: addresses.TownTreasury, ...ofChain },
  },
});

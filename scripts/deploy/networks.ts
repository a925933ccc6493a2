import { Mistake } from "../commands/Mistake.mjs";

/** A network this system can be deployed to. */
export type NetworkParameters = {
  chainId: number;
  /** As wallets show it. */
  name: string;
  /** Blocks after which a transaction of a deployment counts as final enough to build on. */
  confirmations: number;
  /** A node that anybody may read from; the dApp reads there unless it is built with another. */
  publicRpc: string;
  /** Where people look transactions up; null on a local chain. */
  explorer: string | null;
  /** What gas is paid in. */
  nativeCurrency: { name: string; symbol: string; decimals: number };
};

const ETHER = { name: "Ether", symbol: "ETH", decimals: 18 };
const CELO = { name: "CELO", symbol: "CELO", decimals: 18 };
const XDAI = { name: "xDAI", symbol: "xDAI", decimals: 18 };

// Chain ids: https://chainid.network. Explorers and public nodes: each network's own documentation, which asks users with
// much traffic to bring a node of their own (https://docs.base.org, https://docs.celo.org, https://docs.gnosischain.com,
// https://docs.arbitrum.io). Confirmations: chosen by us, five blocks as Hardhat Ignition has by default; on rollups a
// block is final once its batch is, which nobody waits for between ten deployment transactions, and which the check after
// the deployment does not rest on.
export const networks = {
  local: {
    chainId: 31337,
    name: "Local chain",
    confirmations: 1,
    nativeCurrency: ETHER,
    publicRpc: "http://127.0.0.1:8545",
    explorer: null,
  },
  base: {
    chainId: 8453,
    name: "Base",
    confirmations: 5,
    nativeCurrency: ETHER,
    publicRpc: "https://mainnet.base.org",
    explorer: "https://basescan.org",
  },
  baseSepolia: {
    chainId: 84532,
    name: "Base Sepolia",
    confirmations: 5,
    nativeCurrency: ETHER,
    publicRpc: "https://sepolia.base.org",
    explorer: "https://sepolia.basescan.org",
  },
  celo: {
    chainId: 42220,
    name: "Celo",
    confirmations: 5,
    nativeCurrency: CELO,
    publicRpc: "https://forno.celo.org",
    explorer: "https://celoscan.io",
  },
  celoSepolia: {
    chainId: 11142220,
    name: "Celo Sepolia",
    confirmations: 5,
    nativeCurrency: CELO,
    publicRpc: "https://forno.celo-sepolia.celo-testnet.org",
    explorer: "https://celo-sepolia.blockscout.com",
  },
  gnosis: {
    chainId: 100,
    name: "Gnosis",
    confirmations: 5,
    nativeCurrency: XDAI,
    publicRpc: "https://rpc.gnosischain.com",
    explorer: "https://gnosisscan.io",
  },
  chiado: {
    chainId: 10200,
    name: "Gnosis Chiado",
    confirmations: 5,
    nativeCurrency: XDAI,
    publicRpc: "https://rpc.chiadochain.net",
    explorer: "https://gnosis-chiado.blockscout.com",
  },
  arbitrum: {
    chainId: 42161,
    name: "Arbitrum One",
    confirmations: 5,
    nativeCurrency: ETHER,
    publicRpc: "https://arb1.arbitrum.io/rpc",
    explorer: "https://arbiscan.io",
  },
  arbitrumSepolia: {
    chainId: 421614,
    name: "Arbitrum Sepolia",
    confirmations: 5,
    nativeCurrency: ETHER,
    publicRpc: "https://sepolia-rollup.arbitrum.io/rpc",
    explorer: "https://sepolia.arbiscan.io",
  },
} satisfies Record<string, NetworkParameters>;

export type NetworkName = keyof typeof networks;

/** The network that somebody named. Throws with those there are when there is no such one. */
export function requireNetwork(name: string): NetworkName {
  if (Object.hasOwn(networks, name)) return name as NetworkName;
  throw new Mistake(`There is no network "${name}". Choose one of ${Object.keys(networks).join(", ")}.`);
}

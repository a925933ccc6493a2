/** A network this system can be deployed to. */
export type NetworkParameters = {
  chainId: number;
  /** Blocks after which a transaction of a deployment counts as final enough to build on. */
  confirmations: number;
  /** Where people look transactions up; null on a local chain. */
  explorer: string | null;
};

// Chain ids: https://chainid.network. Explorers: each network's own documentation. Confirmations: chosen by us, five
// blocks as Hardhat Ignition has by default; on rollups a block is final once its batch is, which nobody waits for
// between ten deployment transactions, and which the check after the deployment does not rest on.
export const networks = {
  local: { chainId: 31337, confirmations: 1, explorer: null },
  base: { chainId: 8453, confirmations: 5, explorer: "https://basescan.org" },
  baseSepolia: { chainId: 84532, confirmations: 5, explorer: "https://sepolia.basescan.org" },
  celo: { chainId: 42220, confirmations: 5, explorer: "https://celoscan.io" },
  celoSepolia: { chainId: 11142220, confirmations: 5, explorer: "https://celo-sepolia.blockscout.com" },
  gnosis: { chainId: 100, confirmations: 5, explorer: "https://gnosisscan.io" },
  chiado: { chainId: 10200, confirmations: 5, explorer: "https://gnosis-chiado.blockscout.com" },
  arbitrum: { chainId: 42161, confirmations: 5, explorer: "https://arbiscan.io" },
  arbitrumSepolia: { chainId: 421614, confirmations: 5, explorer: "https://sepolia.arbiscan.io" },
} satisfies Record<string, NetworkParameters>;

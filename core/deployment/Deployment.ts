import type { Address, Hex } from "viem";

/** The contracts of one deployment, in the order of the six words. */
export type ContractName =
  | "Authority"
  | "TownRegistry"
  | "MemberRegistry"
  | "Succession"
  | "ProjectRegistry"
  | "InfinityToken"
  | "Contributions"
  | "Benefits"
  | "InvestorToken"
  | "ShareOffering"
  | "Releases"
  | "ProfitSplitter"
  | "TownTreasury"
  | "FinalDivision";

/** What `deployments/<network>.json` says; scripts and dApp read nothing else to find the contracts. */
export type Deployment = {
  chainId: number;
  /** Where each contract is. InvestorToken is the implementation that every business's token clones. */
  addresses: Record<ContractName, Address>;
  /** The transaction that created each contract: what its constructor was told and did. */
  creations: Record<ContractName, Hex>;
  /** The block of the first contract: nothing of ours happened before it. Its hash names this deployment in caches. */
  startBlock: number;
  startBlockHash: Hex;
  parameters: {
    /** The wallet that appoints ambassadors. */
    headOffice: Address;
    /** Who sent the transactions; holds nothing. */
    deployer: Address;
    /** The deployer's nonce at the first contract, from which all addresses follow. */
    firstNonce: number;
  };
  compiler: { version: string; evmVersion: string; optimizerRuns: number; viaIR: boolean };
};

/** What is to be audited, as the command was told. */
export type Wishes = {
  rpcUrls: readonly string[];
  deploymentFile: string | null;
  town: number | null;
  block: bigint | null;
  isJson: boolean;
  /** Whether answers are kept for a run that goes on where this one stopped. */
  isCached: boolean;
};

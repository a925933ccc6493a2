import type { TypedDataDomain } from "viem";

/** What a wallet signs by EIP-712: docs/signatures.md says what each of it allows. */
export type Signable = {
  domain: TypedDataDomain;
  types: Record<string, { name: string; type: string }[]>;
  primaryType: string;
  message: Record<string, unknown>;
};

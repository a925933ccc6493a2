import type { Hex, TypedDataDomain } from "viem";
import type { Deployment } from "../deployment/Deployment.ts";

/** A wallet's own word that it takes a key, as the contracts take it; `signedAt` in seconds. */
export type Acceptance = { signedAt: number; signature: Hex };

/** The fields of what is signed, as IAuthority states them. */
export const acceptanceTypes = {
  Acceptance: [
    { name: "role", type: "bytes32" },
    { name: "wallet", type: "address" },
    { name: "signedAt", type: "uint40" },
  ],
};

/** Where an acceptance counts: in one deployment, on one chain. */
export function acceptanceDomain({ chainId, addresses }: Pick<Deployment, "chainId" | "addresses">): TypedDataDomain {
  return { name: "One Small Town roles", version: "1", chainId, verifyingContract: addresses.Authority };
}

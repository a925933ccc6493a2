import type { Deployment } from "../deployment/Deployment.ts";
import type { Signable } from "../Signable.ts";

/** An elector's word that they object to spendings, with their member number of a town. */
export function spendingObjectionToSign(
  { chainId, addresses }: Pick<Deployment, "chainId" | "addresses">,
  message: { town: number; number: number; spendings: readonly bigint[] },
): Signable {
  const domain = { name: "One Small Town treasury", version: "1", chainId, verifyingContract: addresses.TownTreasury };
  const types = {
    Objection: [
      { name: "town", type: "uint32" },
      { name: "number", type: "uint16" },
      { name: "spendings", type: "uint256[]" },
    ],
  };
  return { domain, types, primaryType: "Objection", message };
}

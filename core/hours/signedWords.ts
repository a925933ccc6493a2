import type { Address, Hex } from "viem";
import type { Deployment } from "../deployment/Deployment.ts";
import type { Signable } from "../Signable.ts";

type System = Pick<Deployment, "chainId" | "addresses">;

/** A member's word that so many units of a week's benefit, these included, were received. */
export function redemptionToSign(
  { chainId, addresses }: System,
  message: { benefit: bigint; weekIndex: number; number: number; cumulativeUnits: number },
): Signable {
  const domain = { name: "One Small Town benefits", version: "1", chainId, verifyingContract: addresses.Benefits };
  const types = {
    Redemption: [
      { name: "benefit", type: "uint256" },
      { name: "weekIndex", type: "uint16" },
      { name: "number", type: "uint16" },
      { name: "cumulativeUnits", type: "uint32" },
    ],
  };
  return { domain, types, primaryType: "Redemption", message };
}

function infinityDomain({ chainId, addresses }: System) {
  return { name: "INFINITY", version: "1", chainId, verifyingContract: addresses.InfinityToken };
}

/** A holder's word for exactly this transfer of INFINITY (ERC-3009), sent by anybody. */
export function infinityTransferToSign(
  system: System,
  message: { from: Address; to: Address; value: bigint; validAfter: bigint; validBefore: bigint; nonce: Hex },
): Signable {
  const types = {
    TransferWithAuthorization: [
      { name: "from", type: "address" },
      { name: "to", type: "address" },
      { name: "value", type: "uint256" },
      { name: "validAfter", type: "uint256" },
      { name: "validBefore", type: "uint256" },
      { name: "nonce", type: "bytes32" },
    ],
  };
  return { domain: infinityDomain(system), types, primaryType: "TransferWithAuthorization", message };
}

/** A holder's word that a signed transfer of this nonce no longer counts. */
export function infinityCancellationToSign(system: System, message: { authorizer: Address; nonce: Hex }): Signable {
  const types = {
    CancelAuthorization: [
      { name: "authorizer", type: "address" },
      { name: "nonce", type: "bytes32" },
    ],
  };
  return { domain: infinityDomain(system), types, primaryType: "CancelAuthorization", message };
}

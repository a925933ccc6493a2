import type { Address, Hex } from "viem";
import type { Deployment } from "../deployment/Deployment.ts";
import type { Signable } from "../Signable.ts";

type System = Pick<Deployment, "chainId" | "addresses">;

/** What a registrar signs so that a person may join: `residentUntil` and `deadline` in seconds. */
export type Admission = {
  town: number;
  wallet: Address;
  personId: Hex;
  residentUntil: number;
  nonce: bigint;
  deadline: bigint;
};

/** A registrar's word that this wallet is attested for this person, and joins. */
export function admissionToSign({ chainId, addresses }: System, message: Admission): Signable {
  const domain = {
    name: "One Small Town members",
    version: "1",
    chainId,
    verifyingContract: addresses.MemberRegistry,
  };
  const types = {
    Admission: [
      { name: "town", type: "uint32" },
      { name: "wallet", type: "address" },
      { name: "personId", type: "bytes32" },
      { name: "residentUntil", type: "uint40" },
      { name: "nonce", type: "uint256" },
      { name: "deadline", type: "uint256" },
    ],
  };
  return { domain, types, primaryType: "Admission", message };
}

function successionDomain({ chainId, addresses }: System) {
  return { name: "One Small Town succession", version: "1", chainId, verifyingContract: addresses.Succession };
}

/** A new wallet's word that it takes over from the old one; `deadline` in seconds. */
export function newWalletToSign(
  system: System,
  message: { wallet: Address; newWallet: Address; deadline: bigint },
): Signable {
  const types = {
    NewWallet: [
      { name: "wallet", type: "address" },
      { name: "newWallet", type: "address" },
      { name: "deadline", type: "uint256" },
    ],
  };
  return { domain: successionDomain(system), types, primaryType: "NewWallet", message };
}

/** The word of a wallet that is said to be lost: it is not. */
export function successionObjectionToSign(system: System, proposal: Hex): Signable {
  const types = { Objection: [{ name: "proposal", type: "bytes32" }] };
  return { domain: successionDomain(system), types, primaryType: "Objection", message: { proposal } };
}

import type { Address } from "viem";
import type { Deployment } from "../deployment/Deployment.ts";
import type { Signable } from "../Signable.ts";

type System = Pick<Deployment, "chainId" | "addresses">;

/** What a buyer signs to give shares back: `price` in the currency's smallest unit, `deadline` in seconds. */
export type Cancellation = {
  offering: bigint;
  business: bigint;
  price: bigint;
  shares: number;
  holder: Address;
  nonce: bigint;
  deadline: bigint;
};

/** A buyer's word that they give so many shares back. */
export function cancellationToSign({ chainId, addresses }: System, message: Cancellation): Signable {
  const domain = { name: "One Small Town shares", version: "1", chainId, verifyingContract: addresses.ShareOffering };
  const types = {
    Cancellation: [
      { name: "offering", type: "uint256" },
      { name: "business", type: "uint64" },
      { name: "price", type: "uint96" },
      { name: "shares", type: "uint32" },
      { name: "holder", type: "address" },
      { name: "nonce", type: "uint256" },
      { name: "deadline", type: "uint256" },
    ],
  };
  return { domain, types, primaryType: "Cancellation", message };
}

const VOICE = [
  { name: "holder", type: "address" },
  { name: "nonce", type: "uint256" },
  { name: "deadline", type: "uint256" },
];

type Voice = { offering: bigint; business: bigint; holder: Address; nonce: bigint; deadline: bigint };

function releasesDomain({ chainId, addresses }: System) {
  return { name: "One Small Town releases", version: "1", chainId, verifyingContract: addresses.Releases };
}

/** A holder's word that they object with all their shares to this tranche, counted from 0. */
export function releaseObjectionToSign(system: System, message: Voice & { tranche: bigint }): Signable {
  const types = {
    Objection: [
      { name: "offering", type: "uint256" },
      { name: "business", type: "uint64" },
      { name: "tranche", type: "uint256" },
      ...VOICE,
    ],
  };
  return { domain: releasesDomain(system), types, primaryType: "Objection", message };
}

/** A holder's word that they vote with all their shares to wind up. */
export function windUpToSign(system: System, message: Voice): Signable {
  const types = {
    WindUp: [{ name: "offering", type: "uint256" }, { name: "business", type: "uint64" }, ...VOICE],
  };
  return { domain: releasesDomain(system), types, primaryType: "WindUp", message };
}

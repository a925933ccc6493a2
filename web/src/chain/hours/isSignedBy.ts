import type { Signable } from "@one-small-town/core/Signable.ts";
import { digestOf } from "@one-small-town/core/digestOf.ts";
import { kindOf, refusalIn } from "@one-small-town/core/asking/kindOf.ts";
import {
  type Address,
  encodeFunctionData,
  type Hex,
  isAddressEqual,
  recoverAddress,
  size,
  slice,
  zeroHash,
} from "viem";
import type { System } from "../System.ts";

const KEY_SIGNATURE = 65;

/** Half of the curve's order: with the other half every signature could be written in two ways, and contracts take one. */
const MOST_S = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/** Who signed with a key, as Signatures.sol sees it; null where it is no key's signature. */
export async function signerOf(words: Signable, signature: Hex): Promise<Address | null> {
  if (size(signature) !== KEY_SIGNATURE) return null;
  const [s, v] = [BigInt(slice(signature, 32, 64)), Number(slice(signature, 64))];
  if (s > MOST_S || (v !== 27 && v !== 28)) return null;
  return recoverAddress({ hash: digestOf(words), signature }).catch(() => null);
}

/** Loads what a signature is checked with, before there is no connection any more. */
export async function loadSignatureCheck(): Promise<void> {
  const some = `0x${"00".repeat(31)}01${"00".repeat(31)}011b` as const;
  await recoverAddress({ hash: zeroHash, signature: some }).catch(() => undefined);
}

/** `unknown`: it may be a contract's signature, and the chain cannot be asked now. */
export type Signed = "yes" | "no" | "unknown";

/** Whether a wallet signed: with its key, which needs no connection, or as a contract (ERC-1271). */
export async function isSignedBy(system: System, wallet: Address, words: Signable, signature: Hex): Promise<Signed> {
  const signer = await signerOf(words, signature);
  if (signer !== null && isAddressEqual(signer, wallet)) return "yes";
  return isSignedByContract(system, wallet, words, signature);
}

const ERC_1271 = [
  {
    type: "function",
    name: "isValidSignature",
    inputs: [{ type: "bytes32" }, { type: "bytes" }],
    outputs: [{ type: "bytes4" }],
    stateMutability: "view",
  },
] as const;
const MAGIC = "0x1626ba7e";

/** As much gas as Signatures.sol gives, and what any call takes. */
const GAS = "0x90000";

async function isSignedByContract({ client }: System, to: Address, words: Signable, signature: Hex): Promise<Signed> {
  const data = encodeFunctionData({ abi: ERC_1271, args: [digestOf(words), signature] });
  try {
    const answer = await client.request({ method: "eth_call", params: [{ to, data, gas: GAS }, "latest"] });
    return answer.slice(0, 66) === MAGIC.padEnd(66, "0") ? "yes" : "no";
  } catch (error) {
    const refusal = refusalIn(error);
    return refusal === null || ["wait", "missing"].includes(kindOf(refusal, false)) ? "unknown" : "no";
  }
}

import type { KeySignature } from "@one-small-town/core/hours/steps.ts";
import type { Signable } from "@one-small-town/core/Signable.ts";
import type { PaymentAuthorization } from "@one-small-town/core/shares/steps.ts";
import { AbiCoder, hexlify, keccak256, randomBytes, TypedDataEncoder, ZeroAddress } from "ethers";
import { type Address, type Hex, toFunctionSelector } from "viem";
import { Mistake } from "../../commands/Mistake.mjs";
import { currencyAt, interfaceOf } from "../contracts.ts";
import type { Context } from "./Context.ts";
import { bytes32, keySignature, moment, wallet, writtenTime } from "./arguments.ts";
import type { Currency } from "./money.ts";

const coder = AbiCoder.defaultAbiCoder();

/** What a signed payment adds to what is paid for. */
export const signedPayment = {
  payer: wallet("who signed, and pays"),
  salt: bytes32("its own number, as it was printed when it was signed"),
  after: moment("from when it counts"),
  before: moment("until when it counts"),
  signature: keySignature("what the payer signed"),
};

type SignedPayment = { payer: Address; salt: Hex; after: number; before: number; signature: KeySignature };

export function authorizationOf({ payer, salt, after, before, signature }: SignedPayment): PaymentAuthorization {
  const { v, r, s } = signature;
  return { payer, salt, validAfter: BigInt(after), validBefore: BigInt(before), v, r, s };
}

type Payment = {
  currency: Currency;
  amount: bigint;
  to: Address;
  /** The function that takes it, and what the payer agrees to, by types and values, as its contract hashes them. */
  method: { abi: readonly unknown[]; name: string };
  binds: readonly [types: readonly string[], values: readonly unknown[]];
  before: number;
};

/** What a payer signs in the currency so that exactly this is paid: lib/Authorization.sol says how its nonce is made. */
export async function paymentToSign(
  { deployment, provider, sender, now }: Context,
  { currency, amount, to, method, binds, before }: Payment,
): Promise<{ signable: Signable; options: { payer: string; salt: string; after: string; before: string } }> {
  const [payer, salt, after] = [sender(), hexlify(randomBytes(32)), now - 1];
  const selector = interfaceOf(method.abi).getFunction(method.name)?.selector ?? "";
  const agreed = keccak256(coder.encode([...binds[0]], [...binds[1]]));
  const nonce = keccak256(
    coder.encode(
      ["uint256", "address", "bytes4", "bytes32", "address", "bytes32"],
      [deployment.chainId, to, selector, agreed, payer, salt],
    ),
  );
  const types = {
    ReceiveWithAuthorization: [
      { name: "from", type: "address" },
      { name: "to", type: "address" },
      { name: "value", type: "uint256" },
      { name: "validAfter", type: "uint256" },
      { name: "validBefore", type: "uint256" },
      { name: "nonce", type: "bytes32" },
    ],
  };
  const message = { from: payer, to, value: amount, validAfter: BigInt(after), validBefore: BigInt(before), nonce };
  const domain = await domainOf(provider, currency.address, deployment.chainId);
  return {
    signable: { domain, types, primaryType: "ReceiveWithAuthorization", message },
    options: { payer, salt, after: writtenTime(after), before: writtenTime(before) },
  };
}

/** A currency's domain, held against the separator that it states, so that nobody signs what counts nowhere. */
async function domainOf(provider: Context["provider"], address: Address, chainId: number) {
  const currency = currencyAt(address, provider);
  const [name, separator] = await Promise.all([currency.name(), currency.DOMAIN_SEPARATOR().catch(() => "")]);
  for (const version of [...(await versionOf(provider, address)), "1", "2"]) {
    const domain = { name, version, chainId, verifyingContract: address };
    if (TypedDataEncoder.hashDomain(domain) === separator) return domain;
  }
  throw new Mistake(
    `The currency at ${address} takes no signed payments that are known here. Pay it from your wallet.`,
  );
}

async function versionOf(provider: Context["provider"], to: Address): Promise<string[]> {
  const data = toFunctionSelector("version()");
  try {
    const [version] = coder.decode(["string"], await provider.call({ from: ZeroAddress, to, data }));
    return [String(version)];
  } catch {
    return []; // most have none
  }
}

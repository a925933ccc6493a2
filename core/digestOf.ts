import { concatHex, encodeAbiParameters, type Hex, keccak256, stringToHex } from "viem";
import type { Signable } from "./Signable.ts";

const DOMAIN = [
  { name: "name", type: "string" },
  { name: "version", type: "string" },
  { name: "chainId", type: "uint256" },
  { name: "verifyingContract", type: "address" },
];

/**
 * What a signature is held against (EIP-712), for words of plain values: no lists, texts or words within words. Throws for
 * others. viem's own takes all there is, and is ten times as large.
 */
export function digestOf({ domain, types, primaryType, message }: Signable): Hex {
  const { name = "", version = "" } = domain;
  const whole = { ...domain, name: keccak256(stringToHex(name)), version: keccak256(stringToHex(version)) };
  const separator = hashOf("EIP712Domain", DOMAIN, whole);
  return keccak256(concatHex(["0x1901", separator, hashOf(primaryType, types[primaryType] ?? [], message)]));
}

/** As a wallet takes it for `eth_signTypedData_v4`. */
export function textToSign({ domain, types, primaryType, message }: Signable): string {
  const all = { EIP712Domain: DOMAIN, ...types };
  return JSON.stringify({ types: all, domain, primaryType, message }, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}

type Field = { name: string; type: string };

function hashOf(kind: string, fields: readonly Field[], values: Readonly<Record<string, unknown>>): Hex {
  const isDomain = fields === DOMAIN;
  const encoded = fields.map(({ type }) => ({ type: type === "string" && isDomain ? "bytes32" : type }));
  const odd = encoded.find(({ type }) => !/^(u?int\d+|bytes\d+|address|bool)$/.test(type));
  if (odd !== undefined) throw new Error(`Words with ${odd.type} in them are not hashed here`);
  const typeHash = keccak256(stringToHex(`${kind}(${fields.map(({ name, type }) => `${type} ${name}`).join(",")})`));
  const all = fields.map(({ name }) => values[name]);
  return keccak256(encodeAbiParameters([{ type: "bytes32" }, ...encoded], [typeHash, ...all]));
}

import { type Address, getAddress, isAddress, isAddressEqual, zeroAddress } from "viem";

export type AddressProblem = "empty" | "name" | "notAnAddress" | "checksum";

/** Reads a wallet address that was typed, pasted or scanned ("ethereum:0x…@8453"). */
export function readAddress(text: string): { address: Address } | { problem: AddressProblem } {
  const plain = text
    .replaceAll(/\s/g, "")
    .replace(/^ethereum:(pay-)?/i, "")
    .replace(/[@/?].*$/, "");
  if (plain === "") return { problem: "empty" };
  if (!/^0x[0-9a-f]{40}$/i.test(plain)) return { problem: plain.includes(".") ? "name" : "notAnAddress" };
  if (!isAddress(plain) && !isOneCase(plain)) return { problem: "checksum" };

  const address = getAddress(plain.toLowerCase());
  return isAddressEqual(address, zeroAddress) ? { problem: "notAnAddress" } : { address };
}

/** An address in capitals or small letters alone carries no checksum. */
function isOneCase(text: string): boolean {
  const digits = text.slice(2);
  return digits === digits.toLowerCase() || digits === digits.toUpperCase();
}

/** A wallet that only borrows code (EIP-7702) begins with this; its one key still does everything. */
const BORROWED = /^0xef0100[0-9a-f]{40}$/i;

/** Whether the code at an address makes it a contract, which may need several people, and not one key's wallet. */
export function hasOwnCode(code: string): boolean {
  return code !== "0x" && code !== "" && !BORROWED.test(code);
}

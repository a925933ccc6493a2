import type { Hex } from "viem";

// What the checks need of hexadecimal numbers: viem's own would bring what it says of all that can be wrong with them.

/** Bytes of hexadecimal digits, with or without "0x" before them. */
export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const from = hex.startsWith("0x") ? 2 : 0;
  const bytes = new Uint8Array((hex.length - from) / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = (digitAt(hex, from + 2 * i) << 4) | digitAt(hex, from + 2 * i + 1);
  return bytes;
}

/** By its code, as millions of them are read: the letters, large or small, come after the digits. */
function digitAt(hex: string, at: number): number {
  const code = hex.charCodeAt(at);
  return code < 58 ? code - 48 : (code | 32) - 87;
}

/** Bytes as hexadecimal digits, without "0x". */
export function digitsOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A whole number, filled up with zeros to so many bytes. */
export function hexOf(number: bigint | number, bytes = 0): Hex {
  return `0x${number.toString(16).padStart(2 * bytes, "0")}`;
}

/** Whether two addresses are one, however they are written. */
export function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

import { bytesToHex, type Hex, hexToBytes, size, slice } from "viem";
import type { Line } from "../Report.ts";

/** Where in the code of a contract something stands that its constructor was told; `whose` address, where it is one. */
export type Immutable = { start: number; length: number; whose: string | null };

/** The code that a contract must have. */
export type ExpectedCode = { code: Hex; immutables: readonly Immutable[] };

/** What a minimal proxy (ERC-1167) begins with; the address of its implementation follows. */
const CLONE = "0x363d3d373d3d3d363d73";

/** Compares the code at an address with what it must be, byte by byte. */
export function compareCode(name: string, onChain: Hex | undefined, expected: ExpectedCode): Line {
  if (onChain === undefined) return { outcome: "unavailable", words: `The code of ${name} could not be read.` };
  const difference = differenceOf(name, onChain, expected);
  if (difference !== null) return { outcome: "broken", words: `${difference}.` };
  return { outcome: "holds", words: `Each of the ${size(expected.code)} bytes of ${name} is what these sources give.` };
}

/** What is different between the code at an address and what it must be; null where nothing is. */
export function differenceOf(name: string, onChain: Hex, expected: ExpectedCode): string | null {
  if (onChain === expected.code) return null;
  const [here, there] = [size(onChain), size(expected.code)];
  if (here === 0) return `There is no code of ${name}`;
  const [clone, original] = [implementationOf(onChain), implementationOf(expected.code)];
  if (clone !== original && original) return `${name} is a clone of ${clone ?? "nothing"}, but must be of ${original}`;
  if (here !== there) return `${name} has ${here} bytes, but these sources give ${there}`;
  return foreignAddressIn(name, onChain, expected) ?? firstByteOf(name, onChain, expected.code);
}

/** The first address that the constructor was told otherwise, where nothing but such addresses is different. */
function foreignAddressIn(name: string, onChain: Hex, { code, immutables }: ExpectedCode): string | null {
  if (without(immutables, onChain) !== without(immutables, code)) return null;
  for (const { start, length, whose } of immutables) {
    const [is, must] = [onChain, code].map((one) => slice(one, start + length - 20, start + length));
    if (whose !== null && is !== must) return `${name} takes ${is} for ${whose}, which must be ${must}`;
  }
  return null;
}

function without(immutables: ExpectedCode["immutables"], code: Hex): Hex {
  const bytes = hexToBytes(code);
  for (const { start, length } of immutables) bytes.fill(0, start, start + length);
  return bytesToHex(bytes);
}

function firstByteOf(name: string, onChain: Hex, expected: Hex): string {
  const at = Array.from({ length: size(onChain) }).findIndex(
    (_, i) => slice(onChain, i, i + 1) !== slice(expected, i, i + 1),
  );
  const [is, must] = [slice(onChain, at, at + 1), slice(expected, at, at + 1)];
  return `Byte ${at} of ${name} is ${is}, but these sources give ${must}`;
}

function implementationOf(code: Hex): Hex | undefined {
  return code.startsWith(CLONE) && size(code) >= 45 ? slice(code, 10, 30) : undefined;
}

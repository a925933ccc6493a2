import { type Hex, size, slice } from "viem";
import type { Line } from "../Report.ts";

/** What a minimal proxy (ERC-1167) begins with; the address of its implementation follows. */
const CLONE = "0x363d3d373d3d3d363d73";

/** Compares the code at an address with what it must be, byte by byte. */
export function compareCode(name: string, onChain: Hex | undefined, expected: Hex): Line {
  if (onChain === undefined) return { outcome: "unavailable", words: `The code of ${name} could not be read.` };
  if (onChain === expected) {
    return { outcome: "holds", words: `Each of the ${size(expected)} bytes of ${name} is what these sources give.` };
  }
  return { outcome: "broken", words: differenceOf(name, onChain, expected) };
}

function differenceOf(name: string, onChain: Hex, expected: Hex): string {
  const [here, there] = [size(onChain), size(expected)];
  if (here === 0) return `There is no code of ${name}.`;
  const [clone, original] = [implementationOf(onChain), implementationOf(expected)];
  if (clone !== original && original) return `${name} is a clone of ${clone ?? "nothing"}, but must be of ${original}.`;
  if (here !== there) return `${name} has ${here} bytes, but these sources give ${there}.`;
  const at = Array.from({ length: here }).findIndex((_, i) => slice(onChain, i, i + 1) !== slice(expected, i, i + 1));
  const [is, must] = [slice(onChain, at, at + 1), slice(expected, at, at + 1)];
  return `Byte ${at} of ${name} is ${is}, but these sources give ${must}.`;
}

function implementationOf(code: Hex): Hex | undefined {
  return code.startsWith(CLONE) && size(code) >= 45 ? slice(code, 10, 30) : undefined;
}

import type { Address, Hex } from "viem";
import { WORD } from "./words.ts";

/** The calls that a request with HashMany.sol is made of, from the argument of its constructor. */
export function unpackRows(argument: string): { target: Address; data: Hex }[] {
  const length = 2 * Number(`0x${argument.slice(WORD, 2 * WORD)}`);
  const views: { target: Address; data: Hex }[] = [];
  let rest = argument.slice(2 * WORD, 2 * WORD + length);
  while (rest !== "") {
    const target = `0x${rest.slice(0, 40)}` as const;
    const [count, width, end, size] = [40, 44, 46, 50].map((at, i) => numberIn(rest.slice(at, at + (i === 1 ? 2 : 4))));
    const call = rest.slice(HEAD, HEAD + 2 * (size ?? 0));
    const digits = 2 * (width ?? 0);
    const from = HEAD + call.length;
    for (let i = 0; i < (count ?? 0); i++) {
      const word = rest.slice(from + i * digits, from + (i + 1) * digits).padStart(WORD, "0");
      views.push({ target, data: `0x${end ? call.slice(0, 2 * end - WORD) + word + call.slice(2 * end) : call}` });
    }
    rest = rest.slice(from + (count ?? 0) * digits);
  }
  return views;
}

/** Digits before each group's call. */
const HEAD = 54;

function numberIn(digits: string): number {
  return Number(`0x${digits}`);
}

import type { Address, Hex } from "viem";
import { WORD } from "./words.ts";

/** The calls that a request with HashMany.sol is made of, from the argument of its constructor. */
export function unpackRows(argument: string): { target: Address; data: Hex }[] {
  const length = 2 * Number(`0x${argument.slice(WORD, 2 * WORD)}`);
  const groups = argument.slice(2 * WORD, 2 * WORD + length);
  const views: { target: Address; data: Hex }[] = [];
  let at = 0;
  const take = (bytes: number) => {
    const from = at;
    at += 2 * bytes;
    return groups.slice(from, at);
  };
  for (; at < length;) {
    const target = `0x${take(20)}` as const;
    const [count, width, end, size] = [take(2), take(1), take(2), take(2)].map((digits) => Number(`0x${digits}`));
    const call = take(size ?? 0);
    for (let i = 0; i < (count ?? 0); i++) {
      const word = take(width ?? 0).padStart(WORD, "0");
      views.push({ target, data: `0x${end ? call.slice(0, 2 * end - WORD) + word + call.slice(2 * end) : call}` });
    }
  }
  return views;
}

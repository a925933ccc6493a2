import { type Address, zeroAddress } from "viem";
import { bytesOf, digitsOf } from "../hex.ts";
import { keccak256 } from "./keccak256.ts";
import { toWord, WORD, type Param } from "./words.ts";
import { type View, viewOf } from "./View.ts";

/** Digits of what a call begins with. */
export const SELECTOR = 8;

/**
 * What is asked of a contract, and, where somebody knows it, what it must answer. Whoever has them encoded says the digits
 * of what is sent and of the answer, and the answer itself: here only single words are encoded.
 */
export type Question = {
  target: Address;
  view: View;
  args: readonly unknown[];
  must?: unknown;
  encoded?: { args: string; must: string | null; whole: unknown };
};

/** No view, but the hash of the code at an address. */
export const CODE_HASH = viewOf("code(address)(bytes32)");

/**
 * A question as it is sent; digits without "0x". `must`: the words of the answer, null where they are not known in full;
 * `whole`: the answer that they are, where somebody has it, who then need not read it out of them.
 */
export type Call = { target: Address; data: string; view: View; must: string | null; whole?: unknown };

/** What `target` of a call is where a hash of code is asked for. */
export const CODES = zeroAddress;

/** The hash of the code at an address, as the chain has it: zero where nothing is. Digits without "0x". */
export function hashOfCode(code: string): string {
  return code === "0x" ? "0".repeat(WORD) : digitsOf(keccak256(bytesOf(code)));
}

export function callOf({ target, view, args, must, encoded }: Question): Call {
  const data = view.selector + (encoded?.args ?? view.inputs.map(({ type }, i) => toWord(type, args[i])).join(""));
  return {
    target: view === CODE_HASH ? CODES : target,
    data,
    view,
    must: encoded ? encoded.must : must === undefined ? null : wordsOf(view, must),
    whole: encoded?.whole,
  };
}

/** Null where an answer has more than is known, is of any length, or cannot be. */
function wordsOf({ outputs }: View, must: unknown): string | null {
  const values = outputs.length === 1 ? [must] : (must as readonly unknown[]);
  try {
    const words = outputs.flatMap((param, i) => wordsOfOne(param, values[i]));
    return words.includes(null) ? null : words.join("");
  } catch {
    return null;
  }
}

function wordsOfOne({ type, components }: Param, value: unknown): (string | null)[] {
  if (value === undefined) return [null];
  if (type === "tuple")
    return (components ?? []).flatMap((part) => wordsOfOne(part, (value as Record<string, unknown>)[part.name ?? ""]));
  const isWord = /^(u?int\d*|address|bool|bytes\d+)$/.test(type);
  return [isWord ? toWord(type, value) : null];
}

/** How many words of arguments a call has. */
export function argumentsOf(call: Call | undefined): number {
  return call === undefined ? 0 : (call.data.length - SELECTOR) / WORD;
}

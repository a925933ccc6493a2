import type { Address } from "viem";
import { bytesOf, digitsOf } from "../hex.ts";
import { keccak256 } from "./keccak256.ts";

/** What a contract takes or gives, as its ABI has it. */
export type Param = {
  readonly type: string;
  readonly name?: string;
  readonly indexed?: boolean;
  readonly components?: readonly Param[];
};

/** Hexadecimal digits of a word of the ABI: 32 bytes. */
export const WORD = 64;

/** Addresses as they are written, by how nodes write them: the same few thousand come hundreds of thousands of times. */
const written = new Map<string, Address>();

/** An address as people write it: with the large letters that are its checksum (ERC-55). */
export function addressOf(hex: string): Address {
  const known = written.get(hex);
  if (known !== undefined) return known;
  const small = hex.slice(2).toLowerCase();
  const hash = digitsOf(keccak256(new TextEncoder().encode(small)));
  const letters = Array.from(small, (letter, i) => ((hash[i] ?? "") > "7" ? letter.toUpperCase() : letter));
  const address = `0x${letters.join("")}` as const;
  written.set(hex, address);
  return address;
}

/** What a word says, as viem gives it: numbers that fit into 48 bits as numbers, larger ones as bigint. */
export function wordOf(type: string, word: string): unknown {
  if (word.length !== WORD) throw new Error("An answer is cut off");
  if (type === "address") return addressOf(`0x${word.slice(24)}`);
  if (type.startsWith("bytes")) return `0x${word.slice(0, 2 * Number(type.slice(5)))}`;
  if (type === "bool") return BigInt(`0x${word}`) !== 0n;
  return Number(type.slice(4)) <= 48 && type !== "uint" ? Number(`0x${word}`) : BigInt(`0x${word}`);
}

/** A value as a word. Throws for one that its type cannot have. */
export function toWord(type: string, value: unknown): string {
  if (type.startsWith("bytes")) return String(value).slice(2).toLowerCase().padEnd(WORD, "0");
  const number = BigInt(value as bigint | number | boolean | string);
  const bits = type === "address" ? 160 : type === "bool" ? 1 : Number(type.slice(4) || 256);
  if (number < 0n || number >> BigInt(bits) !== 0n) throw new Error(`${number} is no ${type}`);
  return number.toString(16).padStart(WORD, "0");
}

/** The values that encoded parameters have, in their order; a tuple of names is an object. */
export function decodeParams(params: readonly Param[], data: string): unknown[] {
  return decodeFrom(params, data, 0);
}

function decodeFrom(params: readonly Param[], data: string, start: number): unknown[] {
  let at = start;
  return params.map((param) => {
    const size = sizeOf(param);
    const value = decodeOne(param, data, size === null ? start + 2 * numberAt(data, at) : at);
    at += size ?? WORD;
    return value;
  });
}

function decodeOne({ type, name = "", components = [] }: Param, data: string, at: number): unknown {
  const [, item, length] = ARRAY.exec(type) ?? [];
  if (item !== undefined) {
    const count = length ? Number(length) : numberAt(data, at);
    if (count * WORD > data.length) throw new Error("An answer is cut off");
    const items = Array.from({ length: count }, () => ({ type: item, name, components }));
    return decodeFrom(items, data, length ? at : at + WORD);
  }
  if (type === "tuple") {
    const values = decodeFrom(components, data, at);
    return components.every((part) => part.name)
      ? Object.fromEntries(components.map((part, i) => [part.name, values[i]]))
      : values;
  }
  if (type !== "string" && type !== "bytes") return wordOf(type, data.slice(at, at + WORD));
  const bytes = data.slice(at + WORD, at + WORD + 2 * numberAt(data, at));
  if (bytes.length !== 2 * numberAt(data, at)) throw new Error("An answer is cut off");
  return type === "bytes" ? `0x${bytes}` : new TextDecoder().decode(bytesOf(bytes));
}

/** An array's type, and how many parts it has where that is fixed. */
export const ARRAY = /^(.*)\[(\d*)\]$/;

/** What is known already: the same few views are asked of thousands. */
const sizes = new WeakMap<Param, number | null>();

/** Digits that a value takes where it stands; null for one of any length, which stands behind the others. */
export function sizeOf(param: Param): number | null {
  let size = sizes.get(param);
  if (size === undefined) sizes.set(param, (size = measure(param)));
  return size;
}

function measure({ type, components = [] }: Param): number | null {
  const [, item, length] = ARRAY.exec(type) ?? [];
  if (item !== undefined) {
    const size = length ? sizeOf({ type: item, components }) : null;
    return size === null ? null : size * Number(length);
  }
  if (type === "string" || type === "bytes") return null;
  if (type !== "tuple") return WORD;
  return components.reduce((sum: number | null, part) => {
    const size = sizeOf(part);
    return sum === null || size === null ? null : sum + size;
  }, 0);
}

function numberAt(data: string, at: number): number {
  return Number(wordOf("uint48", data.slice(at, at + WORD)));
}

import { digitsOf } from "../hex.ts";
import { ARRAY, type Param, sizeOf, toWord, WORD } from "./words.ts";

/** Values as the ABI has them, in digits without "0x". Throws where one is missing, or is none of its type. */
export function encodeParams(params: readonly Param[], values: readonly unknown[]): string {
  const parts = params.map((param, i) => ({ isHere: sizeOf(param) !== null, digits: encodeOne(param, values[i]) }));
  let at = parts.reduce((sum, { isHere, digits }) => sum + (isHere ? digits.length : WORD), 0);
  const heads = parts.map(({ isHere, digits }) => {
    if (isHere) return digits;
    const place = toWord("uint256", at / 2);
    at += digits.length;
    return place;
  });
  return [...heads, ...parts.flatMap(({ isHere, digits }) => (isHere ? [] : digits))].join("");
}

function encodeOne({ type, name = "", components = [] }: Param, value: unknown): string {
  const [, item, length] = ARRAY.exec(type) ?? [];
  if (item !== undefined) {
    const items = value as readonly unknown[];
    if (length && items.length !== Number(length)) throw new Error(`${name} has not ${length} parts`);
    const encoded = encodeParams(
      items.map(() => ({ type: item, components })),
      items,
    );
    return length ? encoded : toWord("uint256", items.length) + encoded;
  }
  if (type === "tuple") {
    const parts = value as Record<string, unknown> | readonly unknown[];
    const values = Array.isArray(parts)
      ? parts
      : components.map((part) => (parts as Record<string, unknown>)[part.name ?? ""]);
    return encodeParams(components, values);
  }
  if (type !== "string" && type !== "bytes") return toWord(type, value);
  if (typeof value !== "string") throw new Error(`${name} is no text`);
  const bytes = type === "bytes" ? value.slice(2) : digitsOf(new TextEncoder().encode(value));
  return toWord("uint256", bytes.length / 2) + bytes.padEnd(Math.ceil(bytes.length / WORD) * WORD, "0");
}

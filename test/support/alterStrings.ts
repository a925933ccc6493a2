import { concatHex, type Hex, padHex, size, stringToHex, toHex } from "viem";

/** The most bytes of a text that stands in one word of an answer. */
const WORD = 32;

/**
 * Replaces short texts in whatever a chain answers: in views, in events, in code that answers for many. Where one stands,
 * as contracts encode it with its length before it, as many bytes of the other are put as its word holds.
 */
export function alterStrings(texts: ReadonlyMap<string, string>): (answer: unknown) => unknown {
  const changes = [...texts].map(([from, to]) => [wordsOf(bytesOf(from)), wordsOf(cut(bytesOf(to)))] as const);
  return (answer) => {
    let json = JSON.stringify(answer ?? null);
    for (const [from, to] of changes) json = json.replaceAll(from, to);
    return JSON.parse(json) as unknown;
  };
}

function bytesOf(text: string): Hex {
  return stringToHex(text);
}

function cut(bytes: Hex): Hex {
  return bytes.slice(0, 2 + 2 * WORD) as Hex;
}

/** The length and the bytes, as they stand in an answer. */
function wordsOf(bytes: Hex): string {
  return concatHex([toHex(size(bytes), { size: WORD }), padHex(bytes, { size: WORD, dir: "right" })]).slice(2);
}

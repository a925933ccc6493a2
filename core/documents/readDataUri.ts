import { type Hex, sha256, stringToBytes } from "viem";
import { plainText } from "../plainText.ts";
import type { CheckedDocument } from "./Document.ts";

const SCHEME = "data:";

/** Longer than an address can be that a block has room for. */
const MOST_LETTERS = 4_000_000;

/** Reads a document that travels in its own `data:` address, and checks it. Null for any other, or an unreadable, address. */
export function readDataUri(uri: string, promised: Hex): CheckedDocument | null {
  const comma = uri.startsWith(SCHEME) && uri.length <= MOST_LETTERS ? uri.indexOf(",") : -1;
  if (comma < 0) return null;
  const [marks, body] = [uri.slice(0, comma), uri.slice(comma + 1)];
  try {
    const bytes = marks.endsWith(";base64") ? bytesOfBase64(body) : bytesOfText(body);
    const hash = sha256(bytes);
    return { bytes, ...textOf(bytes), hash, isPromised: hash === promised };
  } catch {
    return null;
  }
}

function bytesOfText(body: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(stringToBytes(decodeURIComponent(body)));
}

function bytesOfBase64(body: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(decodeURIComponent(body)), (letter) => letter.charCodeAt(0));
}

/** What no text has: control characters, but for tabs and ends of lines. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** As many bytes of a document are read as words: a book has fewer, and a phone reads them at once. */
export const MOST_READ = 1_000_000;

/**
 * Bytes as text; null when they are none. What they claim to be is not asked. Of a long document only the beginning is
 * read, whose last letter may be lost: then it is cut.
 */
export function textOf(bytes: Uint8Array): Pick<CheckedDocument, "text" | "isCut"> {
  const isCut = bytes.length > MOST_READ;
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const text = decoder.decode(bytes.subarray(0, MOST_READ), { stream: isCut });
    return { text: CONTROL.test(text) ? null : plainText(text, Infinity, true), isCut };
  } catch {
    return { text: null, isCut };
  }
}

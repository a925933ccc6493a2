import { type Hex, sha256, stringToBytes } from "viem";
import { plainLines } from "../text.ts";
import type { CheckedDocument } from "./Document.ts";

const SHAPE = /^data:[^,;]*((?:;[^,;]*)*),(.*)$/s;

/** Reads a document that travels in its own `data:` address, and checks it. Null for any other, or an unreadable, address. */
export function readDataUri(uri: string, promised: Hex): CheckedDocument | null {
  const [, marks = "", body] = SHAPE.exec(uri) ?? [];
  if (body === undefined) return null;
  try {
    const bytes = marks.endsWith(";base64") ? bytesOfBase64(body) : bytesOfText(body);
    const hash = sha256(bytes);
    return { bytes, text: textOf(bytes), hash, isPromised: hash === promised };
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

/** Bytes as text that can be shown; null when they are none. What they claim to be is not asked. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return CONTROL.test(text) ? null : plainLines(text);
  } catch {
    return null;
  }
}

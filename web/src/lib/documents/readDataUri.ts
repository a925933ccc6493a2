import { type Hex, sha256, stringToBytes } from "viem";

/** A document that travels in its own address. */
export type CarriedDocument = {
  /** Its words; null when it is something else than text. */
  text: string | null;
  /** Whether its bytes have the hash that the chain promises. */
  isPromised: boolean;
};

const SHAPE = /^data:([^,;]*)((?:;[^,;]*)*),(.*)$/s;

/** Reads a `data:` address and checks it. Null for any other address, and for one that cannot be read. */
export function readDataUri(uri: string, hash: Hex): CarriedDocument | null {
  const [, type = "", marks = "", body] = SHAPE.exec(uri) ?? [];
  if (body === undefined) return null;
  try {
    const bytes = marks.endsWith(";base64") ? bytesOfBase64(body) : stringToBytes(decodeURIComponent(body));
    const isText = type === "" || type.startsWith("text/") || type.endsWith("json");
    return { text: isText ? new TextDecoder().decode(bytes) : null, isPromised: sha256(bytes) === hash };
  } catch {
    return null;
  }
}

function bytesOfBase64(body: string): Uint8Array {
  return Uint8Array.from(atob(decodeURIComponent(body)), (letter) => letter.charCodeAt(0));
}

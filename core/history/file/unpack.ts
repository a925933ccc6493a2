import { takeBytes } from "../../takeBytes.ts";
import { readIndex, type HistoryIndex, type PartEntry } from "./HistoryIndex.ts";
import { Malformed } from "./Malformed.ts";
import { most, type Part } from "./Part.ts";
import { readPart } from "./readPart.ts";

/** The SHA-256 of a text, in 64 digits. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Reads an index that must have some hash: what stands in the settings of the pages. */
export async function unpackIndex(bytes: Uint8Array<ArrayBuffer>, hash: string): Promise<HistoryIndex> {
  if (bytes.length > most.index) throw new Malformed("The index is too large");
  await requireHash(bytes, hash, "The index");
  return readIndex(textOf(bytes, "The index"));
}

/** Reads a compressed part, which must be the one that an index names. Takes no more memory than a part can need. */
export async function unpackPart(
  packed: Uint8Array<ArrayBuffer>,
  { deployment }: Pick<HistoryIndex, "deployment">,
  entry: PartEntry,
): Promise<Part> {
  const bytes = await textBytesOf(packed);
  await requireHash(bytes, entry.hash, "The file");
  const part = readPart(textOf(bytes, "The file"));
  const isSame = part.chainId === deployment.chainId && part.family === entry.family;
  if (!isSame || part.from !== entry.from || part.to !== entry.to || part.events !== entry.events) {
    throw new Malformed("The file says another chain, family or number of events, or other blocks, than the index");
  }
  return part;
}

async function requireHash(bytes: Uint8Array<ArrayBuffer>, hash: string, what: string): Promise<void> {
  if ((await hashOf(bytes)) !== hash) throw new Malformed(`${what} is not the one whose hash was given`);
}

function textOf(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Malformed(`${what} is not text`);
  }
}

/** Many a host says of a compressed file that it is one, so that the browser has unpacked it already. */
async function textBytesOf(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  const unzipped = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const bytes = await takeBytes(unzipped, most.bytes).catch(() => {
    throw new Malformed("The file is broken: it cannot be unpacked");
  });
  return noLarger(bytes, most.bytes);
}

/** What was taken; throws where it was more than could be. */
export function noLarger(bytes: Uint8Array<ArrayBuffer> | null, limit: number): Uint8Array<ArrayBuffer> {
  if (bytes === null) throw new Malformed(`The file is too large: it has more than ${limit} bytes`);
  return bytes;
}

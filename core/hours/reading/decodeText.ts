/** Marks that nobody sees: control characters but for tabs and ends of lines, directions, spaces without width. */
const UNSEEN = /[^\P{Cc}\t\r\n]|[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** How many bytes are looked at to tell UTF-16 without a mark: text in it begins with letters of one byte and a zero. */
const SAMPLE = 64;

/** How many bytes are decoded between two looks at the clock. */
const PART = 2 ** 18;

/**
 * The text of a file: UTF-8, UTF-16 of either order, with or without a mark, or, when it can be neither, the letters of
 * older Windows programs. Without marks that nobody sees, with line ends as \n. Undefined for what is no text.
 * @param pause called every few milliseconds: it may wait, so that a page stays alive.
 */
export async function decodeText(bytes: Uint8Array, pause: () => Promise<void>): Promise<string | undefined> {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return tryDecoding(bytes, utf16, pause);
  return (await tryDecoding(bytes, "utf-8", pause)) ?? tryDecoding(bytes, "windows-1252", pause);
}

function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";

  const sample = bytes.subarray(0, SAMPLE);
  const zeros = (odd: number) => sample.filter((byte, i) => i % 2 === odd && byte === 0).length;
  if (zeros(1) * 4 > sample.length && zeros(0) === 0) return "utf-16le";
  if (zeros(0) * 4 > sample.length && zeros(1) === 0) return "utf-16be";
  return undefined;
}

async function tryDecoding(
  bytes: Uint8Array,
  encoding: string,
  pause: () => Promise<void>,
): Promise<string | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text = "";
  try {
    for (let at = 0; at < bytes.length; at += PART) {
      const part = decoder.decode(bytes.subarray(at, at + PART), { stream: true });
      if (part.includes("\0")) return undefined;
      const isSplit = text.endsWith("\r") && part.startsWith("\n");
      text = (isSplit ? text.slice(0, -1) : text) + part.replace(UNSEEN, "").replaceAll("\r\n", "\n");
      await pause();
    }
    return (text + decoder.decode()).replaceAll("\r", "\n");
  } catch {
    return undefined;
  }
}

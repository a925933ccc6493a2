/** What no text has: control characters, but for tabs and ends of lines. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Bytes as text; null when they are none. What they claim to be is not asked. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return CONTROL.test(text) ? null : text;
  } catch {
    return null;
  }
}

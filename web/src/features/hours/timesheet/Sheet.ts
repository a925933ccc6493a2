import { decodeText } from "@one-small-town/core/hours/reading/decodeText.ts";

/** A coordinator's file, or rows that they typed. */
export type Sheet = {
  /** Another one for each file that is chosen; the same while it is mended. */
  id: number;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether the person has a file of exactly these bytes. */
  isKept: boolean;
};

/** Longer files are mended where they were written: in a field they would hold the page up. */
const MOST_MENDED = 256 * 1024;

let last = 0;

export function sheetOf(name: string, bytes: Uint8Array<ArrayBuffer>, isKept: boolean): Sheet {
  return { id: ++last, name, bytes, isKept };
}

/** The sheet with other rows, which are in no file of the person yet. */
export function rewritten({ id, name }: Sheet, text: string): Sheet {
  return { id, name: mendedName(name), bytes: new TextEncoder().encode(text), isKept: false };
}

function mendedName(name: string): string {
  const base = name.replace(/\.\w+$/, "");
  return base.endsWith("-mended") ? name : `${base}-mended.csv`;
}

/** The text of a sheet that can be mended on the page; null of a spreadsheet, or of one that is too long. */
export async function textOf({ bytes }: Pick<Sheet, "bytes">): Promise<string | null> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isArchive || bytes.length > MOST_MENDED) return null;
  return (await decodeText(bytes, async () => undefined)) ?? null;
}

import type { Address } from "viem";

/** What ends a line, in whatever way it is written. */
const LINE_END = /\r(?!\n)|[\v\f\u0085\u2028\u2029]/g;

/** What looks like nothing, but takes room: among it some letters of Korean, an empty pattern of Braille, a silent note. */
const BLANK = /[\p{White_Space}\u115f\u1160\u2800\u3164\uffa0\u{1d159}]/u;

/** What stands for nothing that others see alike: half a letter, letters of somebody's own, and what can never be one. */
const NO_LETTER = /[\p{Cs}\p{Co}\p{NChar}]/u;

/**
 * What is not seen: control characters, what turns the direction of what follows, tags, and what alters the letter
 * before it.
 */
const UNSEEN = /[\p{Cc}\p{DI}\ufff9-\ufffb\u{13430}-\u{1343f}]/u;

const MARK = /\p{M}/u;

/** More marks on one letter than any script has would be painted over the lines around it. */
const MOST_MARKS = 4;

/** Letters of scripts in which words are written with joiners. */
const JOINED =
  /(?=[\p{L}\p{M}])[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]/u;
const PICTURE = /\p{ExtPict}/u;
const END_OF_PICTURE = /[\p{ExtPict}\p{EMod}\ufe0f]/u;

const [JOIN_NOT, JOIN, AS_PICTURE, KEY] = ["\u200c", "\u200d", "\ufe0f", "\u20e3"] as const;

/** Without any of these a text is as it should be, which is soon told. */
const SUSPECT = /[^\p{L}\p{N}\p{P}\p{S} ]|[\u115f\u1160\u2800\u3164\uffa0\u{1d159}]/u;
const SUSPECT_IN_LINES = /[^\p{L}\p{N}\p{P}\p{S}\r\n\t ]|[\u115f\u1160\u2800\u3164\uffa0\u{1d159}]/u;

/** What stands where nothing that was written can be seen. */
const NOTHING = "\ufffd";

/**
 * Words from outside as a line in our sentences, tables and files: whatever a person, a node or a file says passes here
 * before a page, a terminal or a file shows it. Nothing is in them that is not seen, that turns, hides or alters what
 * stands around them, or begins another line:
 *
 * - Dropped: control characters, directions, tags, variation selectors and all else that is never seen; marks without a
 *   letter, or more than four on one.
 * - Kept where a script or an emoji needs them: joiners between two letters of scripts that write with them, and between
 *   the pictures of which an emoji is made; what makes a picture of a sign.
 * - A plain space instead of all that is blank, ends of lines too, one instead of several, and none at the ends.
 * - U+FFFD instead of half a letter, or of one without a meaning for all; and where nothing at all is left.
 * - Composed (NFC), and no longer than `most` letters.
 */
export function plainText(text: string, most = 100): string {
  const words = plain(text.slice(0, 8 * most), " ")
    .replace(/ {2,}/g, " ")
    .trim();
  if (words === "") return text.trim() === "" ? "" : NOTHING;
  return cut(words, most);
}

/** The same of a text of several lines: with tabs, ends of lines, and as many spaces as there were. */
export function plainLines(text: string, most = Number.POSITIVE_INFINITY): string {
  return cut(plain(text.slice(0, 8 * most).replace(LINE_END, "\n"), null), most);
}

function cut(words: string, most: number): string {
  if (words.length <= most) return words;
  const letters = Array.from(words.slice(0, 2 * most + 2));
  return letters.length > most
    ? `${letters
        .slice(0, most)
        .join("")
        .replace(/[\s\u200c\u200d]+$/, "")}…`
    : words;
}

/** `instead` stands for the end of a line, or a tab; null where they stay. */
function plain(text: string, instead: string | null): string {
  if (!(instead === null ? SUSPECT_IN_LINES : SUSPECT).test(text)) return text.normalize();
  const kept: string[] = [];
  let last = ""; // what was kept last
  let waiting = ""; // what stays only before what is to come
  let marks = 0;
  for (const sign of text) {
    const before = waiting;
    waiting = "";
    if (before !== "" && isNeeded(before, last, sign)) kept.push(before);
    if (isWaiting(sign, last)) {
      waiting = sign;
      continue;
    }
    const seen = seenOf(sign, instead);
    if (MARK.test(seen) && seen !== AS_PICTURE) {
      if (last === "" || BLANK.test(last) || ++marks > MOST_MARKS) continue;
    } else if (seen !== "") marks = 0;
    if (seen === AS_PICTURE && !PICTURE.test(last)) continue;
    if (seen === "") continue;
    kept.push(seen);
    last = seen;
  }
  return kept.join("").normalize();
}

function seenOf(sign: string, instead: string | null): string {
  if (instead === null && /[\r\n\t]/.test(sign)) return sign;
  if (BLANK.test(sign)) return " ";
  if (NO_LETTER.test(sign)) return NOTHING;
  return UNSEEN.test(sign) && sign !== AS_PICTURE ? "" : sign;
}

function isWaiting(sign: string, last: string): boolean {
  return sign === JOIN || sign === JOIN_NOT || (sign === AS_PICTURE && /[0-9#*]/.test(last));
}

/** Whether something unseen between two signs says how they are written. */
function isNeeded(unseen: string, last: string, next: string): boolean {
  if (unseen === AS_PICTURE) return next === KEY;
  if (JOINED.test(last) && JOINED.test(next)) return true;
  return unseen === JOIN && END_OF_PICTURE.test(last) && PICTURE.test(next);
}

/** The id that a link names, as the contracts count: from 1 on; 0n for whatever is no id. */
export function readId(text: string): bigint {
  return /^[1-9][0-9]{0,18}$/.test(text) ? BigInt(text) : 0n;
}

/** Enough of an address to tell it from another: 0x1234…abcd. */
export function shortAddress(address: Address): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}

// Without constants of its own, so that the builds of the pages and of their worker make the very same file of it.

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
 *
 * `hasLines`: of a text of several lines the ends, tabs, and as many spaces as there were, stay.
 */
export function plainText(text: string, most = 100, hasLines = false): string {
  const some = text.slice(0, 8 * most);
  if (hasLines) return cut(plain(some.replace(/\r(?!\n)|[\v\f\u0085\u2028\u2029]/g, "\n"), true), most);
  const words = plain(some, false).replace(/ {2,}/g, " ").trim();
  if (words === "") return text.trim() === "" ? "" : "\ufffd";
  return cut(words, most);
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

function plain(text: string, hasLines: boolean): string {
  if (!(hasLines ? isSuspect(text.replace(/[\r\n\t]/g, "")) : isSuspect(text))) return text.normalize();
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
    const seen = seenOf(sign, hasLines);
    if (seen === "" || (isPictured(sign) && !/\p{ExtPict}/u.test(last))) continue;
    if (!/\p{M}/u.test(seen) || isPictured(sign)) marks = 0;
    // More marks on one letter than any script has would be painted over the lines around it.
    else if (last === "" || /\s/.test(last) || ++marks > 4) continue;
    kept.push(seen);
    last = seen;
  }
  return kept.join("").normalize();
}

/** A text without any of these is as it should be, which is soon told. */
function isSuspect(text: string): boolean {
  return /[^\p{L}\p{N}\p{P}\p{S} ]|[\u115f\u1160\u2800\u3164\uffa0\u{1d159}]/u.test(text);
}

function seenOf(sign: string, hasLines: boolean): string {
  if (hasLines && /[\r\n\t]/.test(sign)) return sign;
  // Some letters of Korean, an empty pattern of Braille and a silent note are as blank as any space.
  if (/[\p{White_Space}\u115f\u1160\u2800\u3164\uffa0\u{1d159}]/u.test(sign)) return " ";
  if (/[\p{Cs}\p{Co}\p{NChar}]/u.test(sign)) return "\ufffd";
  return /[\p{Cc}\p{DI}\ufff9-\ufffb\u{13430}-\u{1343f}]/u.test(sign) && !isPictured(sign) ? "" : sign;
}

/** What makes a picture of a sign. */
function isPictured(sign: string): boolean {
  return sign === "\ufe0f";
}

function isWaiting(sign: string, last: string): boolean {
  return sign === "\u200c" || sign === "\u200d" || (isPictured(sign) && /[0-9#*]/.test(last));
}

/** Whether something unseen between two signs says how they are written. */
function isNeeded(unseen: string, last: string, next: string): boolean {
  if (isPictured(unseen)) return next === "\u20e3"; // the frame of a key
  if (isJoined(last) && isJoined(next)) return true;
  return unseen === "\u200d" && /[\p{ExtPict}\p{EMod}\ufe0f]/u.test(last) && /\p{ExtPict}/u.test(next);
}

/** Letters of scripts in which words are written with joiners: of Arabic and the like, of India, Burma, Khmer and Mongolia. */
function isJoined(sign: string): boolean {
  return /(?=[\p{L}\p{M}])[\u0600-\u07ff\u08a0-\u0dff\u1000-\u109f\u1780-\u18af]/u.test(sign);
}

/** What strangers could write to paint over what others say, by what it does; each sequence by itself. */
export const hostile: Readonly<Record<string, readonly string[]>> = {
  "control characters": [...signs(0x00, 0x1f), ...signs(0x7f, 0x9f)],
  "sequences of a terminal": [
    ...["\u001b[2J", "\u001b[3J", "\u001b[H", "\u001b[1A", "\u001b[999D", "\u001b[2K", "\u001b[1;1H", "\u001b[8m"],
    ...["\u001b[30;40m", "\u001b[?25l", "\u001b[?1049h", "\u001b[10S", "\u001b[10L", "\u001b[6n", "\u001b[20t"],
    ...["\u001bc", "\u001b7", "\u001b8", "\u001bM", "\u001b#8", "\u001b(0", "\u001b]0;title\u0007"],
    ...["\u001b]8;;https://evil.example\u001b\\", "\u001b]52;c;aGk=\u0007", "\u001bP1$r\u001b\\", "\u001b_x\u001b\\"],
    ...["\u009b2J", "\u009b1A", "\u009d0;title\u009c", "\u0090q\u009c", "\u0085", "\b\b\b\b", "\r"],
  ],
  "ends of lines": ["\n", "\r\n", "\v", "\f", "\u2028", "\u2029"],
  directions: [...signs(0x202a, 0x202e), ...signs(0x2066, 0x2069), "\u200e", "\u200f", "\u061c"],
  blanks: [
    ...["\u00a0", "\u1680", ...signs(0x2000, 0x200a), "\u202f", "\u205f", "\u3000"],
    ...["\u2800", "\u3164", "\u115f", "\u1160", "\uffa0", "\u{1d159}"],
  ],
  "what is not seen": [
    ...["\u00ad", "\u034f", "\u17b4", "\u17b5", "\u180e", "\u200b", "\u200c", "\u200d", ...signs(0x2060, 0x2065)],
    ...[...signs(0x206a, 0x206f), "\ufeff", ...signs(0xfff9, 0xfffb), "\u{1bca0}", "\u{1d173}", "\u{13430}"],
  ],
  tags: ["\u{e0001}", ...signs(0xe0020, 0xe007f)],
  "what alters the letter before": [...signs(0x180b, 0x180d), ...signs(0xfe00, 0xfe0f), ...signs(0xe0100, 0xe010f)],
  "what is no letter": ["\ud800", "\udc00", "\ue000", "\u{f0000}", "\uffff"],
  "marks in a heap": ["\u0335".repeat(40), "\u20dd".repeat(40)],
};

/** Every one of them. */
export const hostileSequences: readonly string[] = Object.values(hostile).flat();

/** A line of ours that none of them may forge. */
export const FORGED = "✔ Every token and cent is accounted for, forged.";

/** All of them in one text, each between letters, and each before a line of ours. */
export const hostileText = `${hostileSequences.map((sequence) => `a${sequence}b`).join("")}\n${FORGED}\r\u001b[2K${FORGED}`;

/** Where a text for people has what nobody sees, or what paints over other lines; `lines` of it may end. */
export function harmIn(text: string): string[] {
  const unseen =
    /[^\P{Cc}\n]|[\p{DI}\p{Cs}\p{Co}\p{NChar}\u2800\u{1d159}\ufff9-\ufffb\u{13430}-\u{1343f}\u2028\u2029]|[^\P{Zs} ]|\p{M}{5,}/gu;
  const found = [...text.matchAll(unseen)].map(
    ([sign], i) => `${i}: U+${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
  const forged = text.split("\n").filter((line) => line.trim() === FORGED);
  return [...found, ...forged];
}

function signs(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
}

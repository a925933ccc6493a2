/** A moment that somebody should not miss. */
export type Notice = {
  /** Names the deadline for good: read again, it takes the place of what the calendar had, also when it has moved. */
  id: string;
  /** Seconds of Unix time. */
  at: number;
  title: string;
  details: string;
  /** A page that shows where it stands now. */
  url: string;
};

type Made = {
  /** Which deployment the ids are of, so that two do not take each other's place. */
  origin: string;
  /** Seconds of Unix time: when the file is made. */
  now: number;
};

const MINUTE = 60;

/**
 * Notices as a file that any calendar takes (RFC 5545), each with a reminder a day before. Times are in UTC, which a
 * calendar shows by its owner's clock.
 */
export function calendarFile(notices: readonly Notice[], { origin, now }: Made): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//One Small Town//Notices//EN",
    "METHOD:PUBLISH",
    ...notices.flatMap((notice) => linesOf(notice, { origin, now })),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function linesOf({ id, at, title, details, url }: Notice, { origin, now }: Made): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(`${id}.${origin}@onesmalltown`)}`,
    `DTSTAMP:${utc(now)}`,
    // Grows with every file, so that a calendar takes the newer one.
    `SEQUENCE:${Math.floor(now / MINUTE)}`,
    `DTSTART:${utc(at)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(details)}`,
    `URL:${withoutControls(url)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    "TRIGGER:-P1D",
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** A moment in seconds as 20261130T165500Z. */
function utc(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replaceAll(/[-:]|\.\d+/g, "");
}

/** A text as a value: its own commas, semicolons and line breaks end neither it nor its line. */
function escaped(text: string): string {
  const plain = text.replaceAll(/\r\n?/g, "\n").replaceAll(/[\\;,]/g, (sign) => `\\${sign}`);
  return withoutControls(plain.replaceAll("\n", "\\n"));
}

function withoutControls(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, "");
}

const LONGEST = 75;

/** A line in pieces of at most 75 bytes, the later ones after a space; no character is cut through. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let length = 0;
  return Array.from(line, (character) => {
    const size = bytes.encode(character).length;
    const fits = length + size <= LONGEST;
    length = fits ? length + size : 1 + size;
    return fits ? character : `\r\n ${character}`;
  }).join("");
}

import { daysOfWeek } from "../hours/weeks.ts";

/** A small seeded generator (mulberry32): the same seed, the same numbers below n. */
export function randomOf(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

type Pick = <T>(list: readonly [T, ...T[]]) => T;

/** A timesheet as some writer writes it, and what it must be read as, if it is read. */
export type WrittenTimesheet = {
  bytes: Uint8Array;
  text: string;
  town: { weekIndex: number; members: number; ownMember: number };
  /** Quarters of member 1, 2, 3 … */
  meant: number[];
  /** Whether the writer puts quotes around what needs them: then the file must be read. */
  isCareful: boolean;
};

const COLUMNS = ["member", "project", "date", "hours", "note"] as const;

const PROJECTS = [
  ...["Kitchen", "River path, north", "Gärten; Markt", 'Bakery "Ubuntu"', "two\nlines", "tab\there", "Room 5, 2"],
  ...["", "7", 'The "Hall", 12', ",", '"', "किताब", "a, b; c, d"],
] as const;

const NOTES = [
  "",
  "",
  "",
  "rain",
  "rain, all day",
  "75",
  "5",
  "25, 5",
  'said "no"',
  "from 3 to 5",
  "2\n30",
  "0",
] as const;

const TITLES = ["Hours of Willowmere", "Week 22-28 Feb", '"Signed", 3', ""] as const;

/** Digits of scripts in which towns write: the zero of each. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10] as const;

function two(figure: number): string {
  return String(figure).padStart(2, "0");
}

const HOURS: readonly [(quarters: number) => string, ...((quarters: number) => string)[]] = [
  (quarters) => String(quarters / 4),
  (quarters) => (quarters / 4).toFixed(2),
  (quarters) => String(quarters / 4).replace(".", ","),
  (quarters) => (quarters / 4).toFixed(2).replace(".", ","),
  (quarters) => `${Math.floor(quarters / 4)}:${two((quarters % 4) * 15)}`,
  (quarters) => `${two(Math.floor(quarters / 4))}:${two((quarters % 4) * 15)}:00`,
  (quarters) => `${Math.floor(quarters / 4)}h ${(quarters % 4) * 15}m`,
  (quarters) => `${quarters / 4} h`,
  (quarters) => (quarters % 4 === 0 ? String(quarters / 4) : `${quarters / 4 - 1e-13}`),
];

const DATES: readonly [(day: string) => string, ...((day: string) => string)[]] = [
  (day) => day,
  (day) => day.replaceAll("-", "/"),
  (day) => day.split("-").reverse().join("."),
  (day) => day.split("-").reverse().join("/"),
  (day) => day.split("-").reverse().map(Number).join("-"),
  (day) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`,
  (day) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}/${day.slice(2, 4)}`,
  (day) => `${day} 09:00:00`,
  (day) => `${day}T00:00:00.000Z`,
];

const MEMBERS: readonly [(member: number) => string, ...((member: number) => string)[]] = [
  String,
  String,
  (member) => `#${member}`,
  (member) => `${member}.0`,
  (member) => String(member).padStart(4, "0"),
];

/** A random timesheet of a random writer. */
export function writtenTimesheet(seed: number, mostRows = 40): WrittenTimesheet {
  const below = randomOf(seed);
  const pick: Pick = (list) => list[below(list.length)] ?? list[0];
  const often = (one: number) => below(one) === 0;
  const town = { weekIndex: 2900 + below(400), members: 1 + below(300), ownMember: 0 };
  const style = styleOf(pick, often);
  const order = COLUMNS.map((name) => ({ name, key: below(1000) })).sort((a, b) => a.key - b.key);
  const { rows, meant } = rowsOf(town, mostRows, below);

  const dateOf = pick(DATES);
  const memberOf = pick(MEMBERS);
  const mixed = often(3);
  const hoursOf = pick(HOURS);
  const zero = pick(ZEROS);
  const figures = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  const lines = rows.map(({ member, project, day, quarters, note }) => {
    const cells = {
      member: figures(memberOf(member)),
      project,
      date: figures(dateOf(day)),
      hours: figures((mixed ? pick(HOURS) : hoursOf)(quarters)),
      note,
    };
    return order.map(({ name }) => cells[name]);
  });

  const header = order.map(({ name }) => style.name(name));
  const sum = rows.reduce((all, { quarters }) => all + quarters, 0);
  const total = order.map(
    ({ name }) => ({ member: "Total", project: "", date: "", hours: String(sum / 4), note: "" })[name],
  );
  const again = below(lines.length + 1);
  const body = [
    ...(style.titles ? [[pick(TITLES)], []] : []),
    header,
    ...lines.slice(0, again),
    ...(style.headerAgain ? [header] : []),
    ...lines.slice(again),
    ...(style.total && lines.length > 0 ? [total] : []),
    ...(style.blanks ? [[], order.map(() => "")] : []),
  ];
  const text = [...(style.sep ? [[`sep=${style.delimiter}`]] : []), ...body.map((cells) => [style.line(cells)])]
    .map(([line]) => line)
    .join(style.newline)
    .concat(style.newline);
  return { bytes: style.encode(text), text, town, meant, isCareful: style.isCareful };
}

function rowsOf(town: { weekIndex: number; members: number }, mostRows: number, below: (n: number) => number) {
  const days = daysOfWeek(town.weekIndex);
  const meant = Array.from({ length: town.members }, () => 0);
  const rows = Array.from({ length: below(mostRows) }, () => {
    const member = 1 + below(town.members);
    const quarters = Math.min(below(40), 255 - (meant[member - 1] ?? 0));
    meant[member - 1] = (meant[member - 1] ?? 0) + quarters;
    const project = PROJECTS[below(PROJECTS.length)] ?? "";
    return { member, project, day: days[below(7)] ?? "", quarters, note: NOTES[below(NOTES.length)] ?? "" };
  });
  return { rows, meant };
}

function styleOf(pick: Pick, often: (one: number) => boolean) {
  const delimiter = pick([",", ",", ";", "\t"]);
  const isCareful = !often(4);
  const quotesAll = often(4);
  const dropsBlanks = often(5);
  const trailing = often(6) ? delimiter : "";
  const mark = often(9) ? pick(["\u200b", "\u200e", "\u00a0"]) : "";
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const cellOf = (cell: string): string => {
    if (quotesAll) return quoted(cell);
    if (!isCareful) return cell.replaceAll("\n", " ");
    const needs = cell.includes(delimiter) || /["\n]/.test(cell);
    return needs || often(20) ? quoted(cell) : cell;
  };
  return {
    delimiter,
    isCareful: isCareful || quotesAll,
    titles: often(5),
    headerAgain: often(8),
    total: often(5),
    blanks: often(4),
    sep: often(9),
    newline: pick(["\n", "\r\n", "\r\n", "\r"]),
    name: pick<(name: string) => string>([
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => `${mark} ${name} `,
      (name) => name[0]?.toUpperCase() + name.slice(1),
    ]),
    line: (cells: readonly string[]): string => {
      const used = dropsBlanks ? cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1) : cells;
      return used.map(cellOf).join(delimiter) + (used.length > 1 ? trailing : "");
    },
    encode: pick<(text: string) => Uint8Array>([
      (text) => new TextEncoder().encode(text),
      (text) => new TextEncoder().encode(text),
      (text) => new TextEncoder().encode(`\ufeff${text}`),
      (text) => utf16(`\ufeff${text}`, true),
      (text) => utf16(`\ufeff${text}`, false),
    ]),
  };
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
  return new Uint8Array(view.buffer);
}

/** A text with one of its quotes deleted or doubled; undefined when it has none. */
export function damageQuote(text: string, seed: number): string | undefined {
  const places = [...text.matchAll(/"/g)].map(({ index }) => index);
  const below = randomOf(seed);
  const at = places[below(Math.max(places.length, 1))];
  if (at === undefined) return undefined;
  return below(2) === 0 ? text.slice(0, at) + text.slice(at + 1) : `${text.slice(0, at)}"${text.slice(at)}`;
}

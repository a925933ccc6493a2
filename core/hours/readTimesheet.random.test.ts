import { describe, expect, it } from "vitest";
import { readTimesheet } from "./readTimesheet.ts";
import { daysOfWeek } from "./weeks.ts";

const columns = ["member", "project", "date", "hours", "note"];
const projects = ["Kitchen", "River path, north", "Gärten; Markt", 'Bakery "Ubuntu"', "two\nlines", "tab\there", ""];
const decimal = (quarters: number): string => String(quarters / 4);

/** A small seeded generator (mulberry32): the same seed, the same numbers below n. */
function randomOf(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** A random timesheet in a random format, and what it must be read as. */
function randomTimesheet(seed: number) {
  const below = randomOf(seed);
  const pick = <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] ?? list[0];
  const town = { weekIndex: 2900 + below(200), members: 1 + below(300), ownMember: 0 };
  const days = daysOfWeek(town.weekIndex);
  const delimiter = pick([",", ";", "\t"]);
  const hours = pick([
    decimal,
    (quarters: number) => (quarters / 4).toFixed(2),
    (quarters: number) => decimal(quarters).replace(".", ","),
    (quarters: number) => `${Math.floor(quarters / 4)}:${String((quarters % 4) * 15).padStart(2, "0")}`,
  ]);
  const date = pick([(day: string) => day, (day: string) => day.split("-").reverse().join(".")]);
  const style = pick([(name: string) => name, (name: string) => name.toUpperCase(), (name: string) => ` ${name} `]);
  const order = columns.map((name) => ({ name, key: below(1000) })).sort((a, b) => a.key - b.key);
  const quote = (cell: string): string =>
    below(9) === 0 || /[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

  const quarters = new Map<number, number>();
  const rows = Array.from({ length: below(400) }, (_, index) => {
    const member = 1 + below(town.members);
    const time = Math.min(1 + below(40), 255 - (quarters.get(member) ?? 0));
    quarters.set(member, (quarters.get(member) ?? 0) + time);
    const project = `${projects[below(projects.length)]} ${index}`;
    return { member: String(member), project, date: date(days[below(7)] ?? ""), hours: hours(time), note: project };
  }).filter((row) => !/^0?[:.,]?0*$/.test(row.hours));

  const lines = rows.map((row) => order.map(({ name }) => quote(row[name as keyof typeof row])).join(delimiter));
  const header = order.map(({ name }) => style(name)).join(delimiter);
  const text =
    pick(["", "\ufeff"]) + [header, ...lines].join(pick(["\n", "\r\n"])) + pick(["", "\n", `\n${delimiter}\n\n`]);
  return { text, town, expected: Array.from({ length: town.members }, (_, i) => quarters.get(i + 1) ?? 0) };
}

describe("readTimesheet", () => {
  it("reads 400 random timesheets in random formats as what was written", () => {
    for (let seed = 1; seed <= 400; seed++) {
      const { text, town, expected } = randomTimesheet(seed);
      const reading = readTimesheet(text, town);
      if (!reading.ok) throw new Error(`seed ${seed}: ${JSON.stringify(reading.errors)}`);

      expect(
        expected.map((_, i) => reading.quarters[i] ?? 0),
        `seed ${seed}`,
      ).toEqual(expected);
      expect(reading.quarters.at(-1), `seed ${seed}`).not.toBe(0);
    }
  });

  it("refuses each of 100 random timesheets when its hours column has another name", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const { text, town } = randomTimesheet(seed);
      const at = text.search(/ours/i);
      expect(readTimesheet(text.slice(0, at) + text.slice(at + 1), town).ok, `seed ${seed}`).toBe(false);
    }
  });
});

import { bytesOf } from "../../hex.ts";
import type { Books, HoursEvent } from "../Books.ts";
import { eventsNamed, groupBy } from "../events.ts";
import type { Row } from "../Finding.ts";
import type { Numbered } from "../replay/Persons.ts";
import { sheetsOf } from "../replay/timesheets.ts";
import { townsOf } from "../replay/towns.ts";
import { knownOf, replay } from "../replay/World.ts";
import { withDifferences } from "../rows/rows.ts";

/** 14: every week of hours in a finalised timesheet is of a member who was there then, and nobody wrote their own. */
export function checkPresence(books: Books): Row[] | null {
  const { hours, codes, towns, town: only } = books;
  const known = knownOf(books);
  if (hours === null || codes === null || towns === null || known === null) return null;
  const own = ownHours(books, hours, known);
  const { persons } = replay(known, [], () => undefined);
  const byTown = groupBy(hours, ({ args }) => args.town);
  return townsOf(towns)
    .all.filter(({ id }) => only === null || id === only)
    .flatMap(({ id, name }) => {
      const numbers = persons.numbers.get(id) ?? new Map<number, Numbered>();
      let [written, right] = [0, 0];
      const absent = new Set<number>(own.get(id));
      for (const { weekIndex, quarters } of sheetsOf(byTown.get(id) ?? [], codes)) {
        for (let number = 1; number < quarters.length; number++) {
          if (quarters[number] === 0) continue;
          written++;
          if (wasThere(numbers.get(number), weekIndex)) right++;
          else absent.add(number);
        }
      }
      const figures = [BigInt(written), BigInt(right)];
      const row: Row = {
        name,
        town: id,
        contract: null,
        detail: null,
        unit: "count",
        figures,
        outcome: "holds",
      };
      const differences = [...absent].map((number) => ({
        detail: { kind: "member" as const, id: String(number) },
        figures: [1n, 0n],
      }));
      return withDifferences(row, differences);
    });
}

/** The weeks of going away and of coming back count. */
function wasThere(member: Numbered | undefined, weekIndex: number): boolean {
  if (member === undefined || member.joinedIn > weekIndex) return false;
  return !member.absences.some(({ since, until }) => since < weekIndex && (until === null || weekIndex < until));
}

/** Numbers whose member wrote hours for themself, in a timesheet that became final. */
function ownHours({ codes }: Books, hours: readonly HoursEvent[], known: NonNullable<ReturnType<typeof knownOf>>) {
  const found = new Map<number, number[]>();
  const times = new Map(known.times);
  const written = [...eventsNamed(hours, "TimesheetSubmitted"), ...eventsNamed(hours, "TimesheetAmended")];
  for (const { blockNumber } of written) if (!times.has(blockNumber)) times.set(blockNumber, 0);
  replay({ ...known, times }, written, ({ eventName, args }, { persons }) => {
    const writer = persons.records.get(args.by);
    if (writer === undefined || writer.town !== args.town || writer.number === 0) return;
    const code = codes?.get(args.pointer);
    const wrote =
      eventName === "TimesheetAmended"
        ? args.numbers.includes(writer.number)
        : code !== undefined && bytesOf(code)[writer.number] !== 0 && writer.number < bytesOf(code).length;
    if (wrote) found.set(args.town, [...(found.get(args.town) ?? []), writer.number]);
  });
  return found;
}

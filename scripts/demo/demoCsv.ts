import { daysOfWeek } from "@one-small-town/core/hours/weeks.ts";
import { demoCounts } from "./demoPeople.ts";

const PROJECTS = ["Bakery", "River path", "Market Street garden"];
const COORDINATOR = 2;

/** A week's hours as the coordinator writes them down: most members two stints, some one, a few none. */
export function demoCsv(weekIndex: number): string {
  const days = daysOfWeek(weekIndex);
  const rows = Array.from({ length: demoCounts.members }, (_, i) => i + 1).flatMap((member) => {
    const dice = (member * 7 + weekIndex * 5) % 11;
    if (member === COORDINATOR || dice === 0) return [];
    const row = (day: number, hours: number) => [member, PROJECTS[(member + day) % 3], days[day], hours].join(",");
    if (dice === 1) return [row(0, 1.5)];
    return [row(member % 5, 2 + (dice % 3) * 0.5), row(5 + (member % 2), 1 + (dice % 4) * 0.75)];
  });
  return `${["member,project,date,hours", ...rows].join("\n")}\n`;
}

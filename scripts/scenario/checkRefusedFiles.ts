import { readCsv } from "../operator/submitCsv.ts";
import type { Scenario } from "./Scenario.ts";
import { check, type Tally } from "./Tally.ts";
import type { Town } from "./Town.ts";

/** Every file that must be refused is refused before anything is sent, with exactly the rows and codes expected. */
export async function checkRefusedFiles(town: Town, scenario: Scenario, tally: Tally): Promise<void> {
  const [, coordinator] = town.people;
  if (coordinator === undefined) throw new Error("The scenario has no coordinator");
  for (const [file, { week, errors }] of Object.entries(scenario.expected.refusedFiles)) {
    const sheet = { town: town.town, weekIndex: week, text: scenario.read(file) };
    const reading = await readCsv(town.deployment, coordinator, sheet);
    const actual = reading.ok ? [] : reading.errors.map(({ row, code }) => ({ row, code }));
    check(tally, file, JSON.stringify(errors), JSON.stringify(actual));
  }
}

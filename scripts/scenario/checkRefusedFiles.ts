import { readHours } from "../operator/submitHours.ts";
import type { Scenario } from "./Scenario.ts";
import { check, type Tally } from "./Tally.ts";
import type { Town } from "./Town.ts";

/** Every file that must be refused, or asked about, is so before anything is sent, with exactly the rows and codes expected. */
export async function checkRefusedFiles(town: Town, scenario: Scenario, tally: Tally): Promise<void> {
  const [, coordinator] = town.people;
  if (coordinator === undefined) throw new Error("The scenario has no coordinator");
  for (const [file, { week, errors }] of Object.entries(scenario.expected.refusedFiles)) {
    const self = { runner: coordinator, coordinator: await coordinator.getAddress() };
    const sheet = { town: town.town, weekIndex: week, bytes: scenario.read(file) };
    const reading = await readHours(town.deployment, self, sheet);
    const told = reading.kind === "read" ? [] : reading.questions;
    const problems = reading.kind === "refused" ? reading.problems : [];
    const actual = [...problems, ...told].map(({ row, code }) => ({ row, code })).sort((a, b) => a.row - b.row);
    check(tally, file, JSON.stringify(errors), JSON.stringify(actual));
  }
}

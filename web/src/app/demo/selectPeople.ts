import type { DemoPerson } from "@one-small-town/core/deployment/DemoPerson.ts";

/** A short selection: somebody for each task that comes first for anybody, somebody of each kind, and of each office. */
export function selectPeople(people: readonly DemoPerson[]): DemoPerson[] {
  const firsts = new Set<DemoPerson>();
  const seen = new Set<string>();
  for (const person of people) {
    const task = person.next[0]?.does;
    const traits = [person.kind, person.office, task].filter((trait) => trait != null);
    if (traits.some((trait) => !seen.has(trait))) firsts.add(person);
    traits.forEach((trait) => seen.add(trait));
  }
  return [...firsts];
}

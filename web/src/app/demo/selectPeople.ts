import type { DemoPerson } from "@one-small-town/core/deployment/DemoPerson.ts";

/** A short selection: somebody for each task that comes first for anybody, and somebody of each kind. */
export function selectPeople(people: readonly DemoPerson[]): DemoPerson[] {
  const firsts = new Set<DemoPerson>();
  const seen = new Set<string>();
  for (const person of people) {
    const task = person.next[0]?.does;
    const isNew = (task !== undefined && !seen.has(task)) || !seen.has(person.kind);
    if (isNew) firsts.add(person);
    seen.add(person.kind).add(task ?? "");
  }
  return [...firsts];
}

import { expect, it } from "vitest";
import type { DemoNext, DemoPerson } from "@one-small-town/core/deployment/DemoPerson.ts";
import { selectPeople } from "./selectPeople.ts";

function person(name: string, kind: DemoPerson["kind"], ...next: DemoNext[]): DemoPerson {
  return { address: `0x${name}`, name, kind, office: null, next };
}

it("selects one person for each first task, and one of each kind", () => {
  const people = [
    person("Amina", "member", { does: "claimWeeks", weeks: 4 }),
    person("Ben", "member", { does: "claimWeeks", weeks: 2 }),
    person("Carla", "member", { does: "takeRefund", of: "Laundry" }, { does: "claimWeeks", weeks: 2 }),
    person("Busi", "resident", { does: "buy", of: "Dairy" }),
    person("Dina", "country", { does: "buy", of: "Dairy" }),
    person("Idle", "member"),
  ];

  expect(selectPeople(people).map(({ name }) => name)).toEqual(["Amina", "Carla", "Busi", "Dina"]);
});

it("selects who holds an office", () => {
  const people = [
    person("Amina", "member", { does: "claimWeeks", weeks: 4 }),
    { ...person("Ben", "member", { does: "claimWeeks", weeks: 2 }), office: "registrar" as const },
    { ...person("Carla", "member", { does: "claimWeeks", weeks: 2 }), office: "registrar" as const },
  ];

  expect(selectPeople(people).map(({ name }) => name)).toEqual(["Amina", "Ben"]);
});

import { describe, expect, it } from "vitest";
import type { TownWork } from "../../chain/roles/townWorkQuery.ts";
import { tasksOf } from "./tasksOf.ts";

const NOW = 1_000;
const calm: TownWork = {
  namings: [],
  limit: { aWeek: 200, raise: null },
  isActive: true,
  addedThisWeek: 200,
  suspensions: 0,
  concerned: [],
  moves: [],
  openWeeks: [],
  reviewEnds: null,
};
const move = { from: NOW, until: NOW + 1, byTown: false, byCountry: false };

function townWith(change: Partial<TownWork>): TownWork {
  return Object.assign({}, calm, change);
}

describe("tasksOf", () => {
  it.each(["headOffice", "countryAmbassador", "townAmbassador", "registrar", "coordinator", "steward"] as const)(
    "finds nothing for the %s of a town in which nothing waits",
    (kind) => expect(tasksOf(kind, calm, NOW)).toEqual([]),
  );

  it("tells a registrar how many can still be added, and nothing while the town rests", () => {
    expect(tasksOf("registrar", townWith({ addedThisWeek: 150 }), NOW)).toEqual([{ does: "addPeople", count: 50 }]);
    expect(tasksOf("registrar", townWith({ addedThisWeek: 150, isActive: false }), NOW)).toEqual([]);
  });

  it("counts nothing below zero where the limit was lowered in the week", () => {
    expect(tasksOf("registrar", townWith({ addedThisWeek: 150, limit: { aWeek: 10, raise: null } }), NOW)).toEqual([]);
  });

  it("tells a coordinator of open weeks, or of the one under review until it can be finished", () => {
    expect(tasksOf("coordinator", townWith({ openWeeks: [5, 6] }), NOW)).toEqual([{ does: "sendHours", count: 2 }]);
    expect(tasksOf("coordinator", townWith({ openWeeks: [5, 6], reviewEnds: NOW + 1 }), NOW)).toEqual([
      { does: "watchReview", until: NOW + 1 },
    ]);
    expect(tasksOf("coordinator", townWith({ openWeeks: [5, 6], reviewEnds: NOW }), NOW)).toEqual([
      { does: "finishReview" },
    ]);
  });

  it("asks each ambassador for the lost wallets that wait for them, from the day on which they may agree", () => {
    const early = { from: NOW + 1, until: NOW + 9, byTown: false, byCountry: false };
    const late = { from: 1, until: NOW, byTown: false, byCountry: false };
    const unbegun = { from: 0, until: NOW + 9, byTown: false, byCountry: false };
    const agreed = { from: 1, until: NOW + 9, byTown: true, byCountry: false };
    const work = townWith({ moves: [move, early, late, unbegun, agreed] });

    expect(tasksOf("townAmbassador", work, NOW)).toEqual([{ does: "confirmMoves", count: 1 }]);
    expect(tasksOf("countryAmbassador", work, NOW)).toEqual([{ does: "confirmMoves", count: 2 }]);
  });

  it("tells the Country Ambassador who is named, and which limit is asked for", () => {
    const naming = { role: "0x1", wallet: "0x2", until: NOW } as const;
    const work = townWith({ namings: [naming, naming], limit: { aWeek: 200, raise: { aWeek: 500, until: 5 } } });

    expect(tasksOf("countryAmbassador", work, NOW)).toEqual([
      { does: "confirmNamings", count: 2 },
      { does: "raiseLimit", count: 500, until: 5 },
    ]);
  });

  it("shows the Town Ambassador a suspension, but not while the town rests, and head office that it rests", () => {
    const work = townWith({ suspensions: 1 });

    expect(tasksOf("townAmbassador", work, NOW)).toEqual([{ does: "confirmSuspensions", count: 1 }]);
    expect(tasksOf("townAmbassador", townWith({ suspensions: 1, isActive: false }), NOW)).toEqual([]);
    expect(tasksOf("headOffice", townWith({ isActive: false }), NOW)).toEqual([{ does: "fillOffice" }]);
  });
});

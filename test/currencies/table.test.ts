import { expect } from "chai";
import { exact } from "./kinds/exact.ts";
import { fee } from "./kinds/fee.ts";
import type { Kind, Promised } from "./kinds/Kind.ts";
import { reentrant } from "./kinds/reentrant.ts";
import { refusing } from "./kinds/refusing.ts";
import { sayingFalse } from "./kinds/sayingFalse.ts";
import { shrinking } from "./kinds/shrinking.ts";
import { moneyFunctions } from "./moneyFunctions.ts";
import { placesIn } from "./places/placesIn.ts";
import { placesOfMany } from "./places/placesOfMany.ts";
import { placesOut } from "./places/placesOut.ts";
import { placesWithin } from "./places/placesWithin.ts";

const kinds: Kind[] = [...exact, ...fee, sayingFalse, refusing, shrinking, reentrant];
const places = [...placesIn, ...placesWithin, ...placesOut, ...placesOfMany];

/** What a kind of currency promises, by the place where money moves. */
function promisesOf(kind: Kind): Map<string, Promised[]> {
  return new Map([
    ...placesIn.map((place) => [place.name, kind.in(place)] as const),
    ...placesWithin.map((place) => [place.name, kind.within(place)] as const),
    ...placesOut.map((place) => [place.name, kind.out(place)] as const),
    ...placesOfMany.map((place) => [place.name, kind.ofMany(place)] as const),
  ]);
}

describe("currencies", () => {
  for (const kind of kinds) {
    describe(`given ${kind.name}`, () => {
      for (const [place, promises] of promisesOf(kind)) {
        describe(`in ${place}`, () => {
          for (const [what, test] of promises) it(what, test);
        });
      }
    });
  }

  it("are tried in every function in which money moves", () => {
    expect([...new Set(places.flatMap(({ through }) => through))].sort()).to.deep.equal(moneyFunctions());
  });

  it("promise something in every place, each kind of them", () => {
    const missing = kinds.flatMap((kind) => {
      const promises = promisesOf(kind);
      const silent = places.filter(({ name }) => (promises.get(name) ?? []).length === 0);
      return silent.map(({ name }) => `${kind.name} in ${name}`);
    });

    expect(missing).to.deep.equal([]);
    expect(new Set(places.map(({ name }) => name)).size).to.equal(places.length);
  });
});

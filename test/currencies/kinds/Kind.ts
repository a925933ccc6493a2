import type { PlaceIn, PlaceOfMany, PlaceOut, PlaceWithin } from "../places/Place.ts";

/** What must hold, and the test of it. */
export type Promised = [what: string, test: () => Promise<void>];

/** A kind of currency, and what it promises wherever money moves. */
export type Kind = {
  name: string;
  in: (place: PlaceIn) => Promised[];
  within: (place: PlaceWithin) => Promised[];
  out: (place: PlaceOut) => Promised[];
  ofMany: (place: PlaceOfMany) => Promised[];
};

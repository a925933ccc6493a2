import { describe, expect, it } from "vitest";
import { linkTo } from "./linkTo.ts";
import type { Place } from "./Place.ts";
import { readPlace } from "./readPlace.ts";

const NOWHERE: Place = { block: null, town: null, poster: null };
const PAGE = "https://town.example/sub/verify.html";

describe("a link to the page", () => {
  it.each<[string, Partial<Place>]>([
    ["", {}],
    ["#block=289", { block: 289n }],
    ["#block=289&town=1", { block: 289n, town: 1 }],
    ["#town=2", { town: 2 }],
    ["#town=1&poster=town", { town: 1, poster: "town" }],
    ["#town=1&poster=4294967300", { town: 1, poster: 4294967300n }],
  ])("is read, and made again from what was read: %s", (hash, wanted) => {
    const place = { ...NOWHERE, ...wanted };

    expect(readPlace(hash)).toEqual(place);
    expect(linkTo(`${PAGE}#old`, place)).toBe(`${PAGE}${hash}`);
  });

  it.each([
    "#block=latest",
    "#block=-1",
    "#block=1e9",
    "#town=x",
    "#poster=town",
    "#elsewhere",
    `#block=${"9".repeat(99)}`,
  ])("asks for nothing where it makes no sense: %s", (hash) => expect(readPlace(hash)).toEqual(NOWHERE));

  it("may begin with a stroke, as some programs send it", () => {
    expect(readPlace("#/block=5").block).toBe(5n);
  });
});

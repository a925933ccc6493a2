import type { Place } from "./Place.ts";

const NUMBER = /^\d{1,20}$/;

/** Reads what a link asks for after its "#". What is no number is not there. */
export function readPlace(hash: string): Place {
  const asked = new URLSearchParams(hash.replace(/^#\/?/, ""));
  const numberIn = (name: string) => {
    const text = asked.get(name) ?? "";
    return NUMBER.test(text) ? BigInt(text) : null;
  };
  const town = numberIn("town");
  return {
    block: numberIn("block"),
    town: town === null ? null : Number(town),
    poster: asked.get("poster") === "town" && town !== null ? "town" : numberIn("poster"),
  };
}

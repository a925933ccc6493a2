import type { Place } from "./Place.ts";

/** A link that opens the page as it is wanted: `page` is the page's own address, whatever stands after its "#". */
export function linkTo(page: string, { block, town, poster }: Place): string {
  const asked = Object.entries({ block, town, poster }).filter(([, value]) => value !== null);
  const hash = asked.map(([name, value]) => `${name}=${value}`).join("&");
  return `${page.split("#", 1)[0]}${hash && "#"}${hash}`;
}

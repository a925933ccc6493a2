import { dataDocument } from "../documents/dataDocument.ts";
import type { Document } from "../documents/Document.ts";
import { plainText } from "../plainText.ts";

/** What a member writes about an idea, field by field; what is empty is left out. */
export type Idea = {
  title: string;
  sector: string;
  about: string;
  goal: string;
  budget: string;
  size: string;
  horizon: string;
  /** How much of a thing is made in a year, and how much of it the town uses, in words such as "900 loaves". */
  made: string;
  used: string;
  /** Why it once closed, of a business that there was before. */
  closedBecause: string;
};

/** Letters of each field: all of them travel in an address, and each costs a fee. */
export const MOST_LETTERS = { title: 80, about: 600, other: 200 } as const;

/** Under which name each field stands in a project's words. Those that no page knows show under their own. */
const NAMES: Readonly<Record<keyof Idea, string>> = {
  title: "title",
  sector: "sector",
  about: "about",
  goal: "goal",
  budget: "budget",
  size: "size",
  horizon: "horizon",
  made: "Made in a year",
  used: "Used by the town in a year",
  closedBecause: "Closed once, because",
};

/** The words of an idea as `readProjectMetadata` reads them; null without a title. */
export function writeIdea(idea: Idea): Document | null {
  const fields = (Object.keys(NAMES) as (keyof Idea)[]).map((field) => {
    const most = field === "title" || field === "about" ? MOST_LETTERS[field] : MOST_LETTERS.other;
    return [field, plainText(idea[field], most, field === "about").trim()] as const;
  });
  const written = fields.filter(([, words]) => /[^\ufffd]/.test(words));
  if (written[0]?.[0] !== "title") return null;
  return dataDocument(
    JSON.stringify(Object.fromEntries(written.map(([field, words]) => [NAMES[field], words]))),
    "application/json",
  );
}

/**
 * How many times what a town uses is made: the source documents ask for three. Null where one of the two is no plain
 * number.
 */
export function timesUsed({ made, used }: Pick<Idea, "made" | "used">): number | null {
  const [much, little] = [numberIn(made), numberIn(used)];
  return much === null || little === null || little === 0 ? null : much / little;
}

/** How many times as much as it uses a town should make. */
export const LEAST_TIMES_USED = 3;

/** The number with which some words begin; null where it could be read in two ways. */
function numberIn(words: string): number | null {
  const [, digits] = /^\s*(\d{1,12})(?![\d.,'’\u00a0\u202f])(?!\s\d)/u.exec(words) ?? [];
  return digits === undefined ? null : Number(digits);
}

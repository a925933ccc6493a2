import { resolveWords } from "./resolveWords.ts";

resolveWords();

/** What the Verify page says of each check: the public reads the same sentences there and here. */
export const { checkHeadings } = await import("../../../web/src/content/words/checkHeadings.ts");
export const { workingsWords } = await import("../../../web/src/content/words/workings.ts");
export const { checkWords } = await import("../../../web/src/content/words/checks.ts");
export const { nextHeadOfficeWords } = await import("../../../web/src/content/words/nextHeadOffice.ts");
export const { blindSpotWords } = await import("../../../web/src/content/words/blindSpots.ts");

import type { documentCheckWords } from "../../content/words/documentChecks.ts";

/** Why a document could not be checked. */
export type DocumentTrouble = keyof typeof documentCheckWords.troubles;

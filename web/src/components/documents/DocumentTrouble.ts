import type { documentWords } from "../../content/words/documents.ts";

/** Why a document could not be checked. */
export type DocumentTrouble = keyof typeof documentWords.troubles;

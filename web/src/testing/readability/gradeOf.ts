import { countSyllables } from "./countSyllables.ts";
import { isInGlossary } from "./glossary.ts";

/** Fewer words than this are a label, not a sentence. */
const FEWEST = 4;

/** The sentences of a text, without labels. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?:…])["”)]?\s+|\n+/).filter((sentence) => wordsOf(sentence).length >= FEWEST);
}

/** Words, numbers among them; a dash or a dot between words is none. */
export function wordsOf(text: string): string[] {
  return text.split(/[\s—–]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The Flesch–Kincaid grade of sentences together: the years at school that it takes to read them. */
export function gradeOf(sentences: string[]): number {
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesOf(word: string): number {
  const parts = word.split(/[-/’']/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  return Math.max(1, parts.reduce((sum, part) => sum + weigh(part), 0) - (/[’']/.test(word) ? parts.length - 1 : 0));
}

function weigh(part: string): number {
  const plain = part.replace(/[^\p{L}\p{N}…]/gu, "");
  return isInGlossary(plain) || /\d/.test(plain) ? 1 : countSyllables(plain);
}

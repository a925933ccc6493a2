/**
 * How many syllables an English word has, near enough: groups of vowels, without a silent e at the end. The usual rule
 * of thumb of readability tools; numbers count as one.
 */
export function countSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, "");
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/(?<=[aeiouy]l|[^laeiouy])e$|(?<=[aeiouy]l|[^laeiouyszcgxh])es$|(?<=[^tdaeiouy])ed$/, "")
    .replace(/^y/, "")
    .match(/[aeiouy]{1,2}/g);
  return Math.max(1, spoken?.length ?? 1);
}

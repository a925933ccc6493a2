/** Some members, in the order of their numbers, as the contracts ask for them: a bit each, 256 to a word, number 1 highest. */
export function workedIn(numbers: readonly number[]): bigint[] {
  const last = Math.max(0, ...numbers.slice(-1));
  const words = Array.from({ length: Math.ceil(last / 256) }, () => 0n);
  for (const number of numbers) {
    const at = Math.floor((number - 1) / 256);
    words[at] = (words[at] ?? 0n) | (1n << BigInt(255 - ((number - 1) % 256)));
  }
  return words;
}

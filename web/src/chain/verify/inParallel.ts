/** Does something for each of many, a few at a time; the results in the order of the many. */
export async function inParallel<item, result>(
  items: readonly item[],
  atOnce: number,
  work: (item: item) => Promise<result>,
): Promise<result[]> {
  const results: result[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [i, item] of waiting) results[i] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}

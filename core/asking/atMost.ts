/** Lets only so many pieces of work run at once; the others wait their turn. */
export function atMost(limit: number): <result>(work: () => Promise<result>) => Promise<result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= limit) await new Promise<void>((begin) => waiting.push(begin));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

/**
 * Begins a piece of work for each of many, in their order and so many at once: each when the one that far before it has
 * ended. Where one fails, those that would come after it fail in the same way, and are never begun.
 */
export function inTurn<item, result>(
  items: readonly item[],
  atOnce: number,
  work: (item: item) => Promise<result>,
): Promise<result>[] {
  const begun: Promise<result>[] = [];
  for (const [i, item] of items.entries()) {
    const one = begun[i - atOnce]?.then(() => work(item)) ?? work(item);
    one.catch(() => undefined); // whoever waits for it is told
    begun.push(one);
  }
  return begun;
}

/** The same, until all of it is done: the results in the order of the items. */
export function inParallel<item, result>(
  items: readonly item[],
  atOnce: number,
  work: (item: item) => Promise<result>,
): Promise<result[]> {
  return Promise.all(inTurn(items, atOnce, work));
}

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
 * Begins a piece of work for each of many, in their order and only so many at once. After one has failed no other is
 * begun: those fail as it did.
 */
export function inTurn<item, result>(
  items: readonly item[],
  limit: number,
  work: (item: item) => Promise<result>,
): Promise<result>[] {
  const takeTurn = atMost(limit);
  let failed: Promise<result> | undefined;
  const begin = (item: item) => {
    if (failed !== undefined) return failed;
    const one = work(item);
    one.catch(() => void (failed ??= one));
    return one;
  };
  const all = items.map((item) => takeTurn(() => begin(item)));
  for (const one of all) one.catch(() => undefined); // whoever waits for it is told
  return all;
}

/** The same, until all is done: the results in the order of the items. */
export function inParallel<item, result>(
  items: readonly item[],
  limit: number,
  work: (item: item) => Promise<result>,
): Promise<result[]> {
  return Promise.all(inTurn(items, limit, work));
}

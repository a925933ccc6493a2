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

type Entry<currency, name extends string> = { currency: currency; amounts: Record<name, bigint> };

/** Adds up amounts by name, one entry for each currency, in the order in which the currencies first come. */
export function sumByCurrency<currency extends { address: string }, name extends string>(
  entries: readonly Entry<currency, name>[],
): Entry<currency, name>[] {
  const sums = new Map<string, Entry<currency, name>>();
  for (const { currency, amounts } of entries) {
    const before = sums.get(currency.address);
    sums.set(currency.address, { currency, amounts: before === undefined ? amounts : addUp(before.amounts, amounts) });
  }
  return [...sums.values()];
}

function addUp<name extends string>(a: Record<name, bigint>, b: Record<name, bigint>): Record<name, bigint> {
  const names = Object.keys(a) as name[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as Record<name, bigint>;
}

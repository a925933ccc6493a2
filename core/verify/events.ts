/** The events of one name, in their order. */
export function eventsNamed<event extends { eventName: string }, const name extends event["eventName"]>(
  events: readonly event[],
  name: name,
): Extract<event, { eventName: name }>[] {
  return events.filter((event): event is Extract<event, { eventName: name }> => event.eventName === name);
}

/** Things in their order under what they have in common. */
export function groupBy<thing, key>(things: Iterable<thing>, keyOf: (thing: thing) => key): Map<key, thing[]> {
  const groups = new Map<key, thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}

export function sumOf(amounts: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** The amounts of events together. */
export function amountOf(events: readonly { args: { amount: bigint } }[]): bigint {
  return sumOf(events.map(({ args }) => args.amount));
}

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

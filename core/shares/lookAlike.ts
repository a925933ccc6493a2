/** Letters and digits that look like Latin small letters, those that do so as capitals apart. */
const CAPITALS = pairs("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧІӀI", "abezhlkmnoptyxlll");
const SMALL = pairs(
  "авезикмнорстухѕіјԁԛԝһӏгпьαβγεηικμνορτυχωօսհոզցıłøđðɑɡ015",
  "abezukmhopctyxsijdqwhlrnbabyenikuvoptuxwouhnqgiloddagols",
);

/** Letters that two others look like, side by side. */
const TOGETHER: readonly [string, string][] = [
  ["rn", "m"],
  ["vv", "w"],
  ["cl", "d"],
];

/**
 * How a name looks at a glance: names of the same look are mixed up. Without marks, spaces and signs, with letters of
 * other alphabets and digits as the Latin letters that they resemble, and no difference between large and small.
 */
export function lookOf(name: string): string {
  const letters = Array.from(name.normalize("NFKD").replace(/[^\p{L}\p{N}|]/gu, ""), (letter) => {
    const small = CAPITALS.get(letter) ?? letter.toLowerCase();
    return SMALL.get(small) ?? (small === "|" ? "l" : small);
  });
  return TOGETHER.reduce((look, [two, one]) => look.replaceAll(two, one), letters.join(""));
}

/** What shares are called, and of which business they are. */
export type Named = { business: bigint; name: string; symbol: string };

/** Finds among all shares those of other businesses that are called, or look as if called, the same by name or symbol. */
export function lookAlikes<named extends Named>(all: readonly named[]): (one: Named) => named[] {
  const byLook = new Map<string, Set<named>>();
  for (const named of all) {
    for (const look of looksOf(named)) byLook.set(look, (byLook.get(look) ?? new Set()).add(named));
  }
  return (one) => {
    const found = new Set(looksOf(one).flatMap((look) => [...(byLook.get(look) ?? [])]));
    return [...found].filter(({ business }) => business !== one.business);
  };
}

function looksOf({ name, symbol }: Named): string[] {
  return [lookOf(name), lookOf(symbol)].filter((look) => look !== "");
}

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const wanted = Array.from(to);
  return new Map(Array.from(from, (letter, i) => [letter, wanted[i] ?? letter]));
}

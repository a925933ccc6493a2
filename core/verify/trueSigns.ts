/** What stands between two figures: a comparison, or a sum that belongs to the side it stands on. */
export type Sign = "=" | "≥" | "≤" | "+" | "−";

const CONTRARY = { "=": "≠", "≥": "<", "≤": ">" } as const;

type Comparison = keyof typeof CONTRARY;
export type Contrary = (typeof CONTRARY)[Comparison];

/**
 * The signs before each figure, with a comparison that is not true turned into its contrary. The first figure has none.
 * A figure that could not be read leaves the signs as they should be.
 */
export function trueSigns(
  figures: readonly (bigint | null)[],
  signs: readonly (Sign | undefined)[],
): (Sign | Contrary | undefined)[] {
  const read = figures.filter((figure) => figure !== null);
  if (read.length < figures.length) return [...signs];
  const starts = signs.flatMap((sign, i) => (i === 0 || isComparison(sign) ? i : []));
  const sides = starts.map((start, n) => sideOf(read, signs, start, starts[n + 1]));
  return signs.map((sign, i) => {
    const side = starts.indexOf(i);
    const [left, right] = [sides[side - 1], sides[side]];
    if (!isComparison(sign) || left === undefined || right === undefined) return sign;
    return isTrue(left, sign, right) ? sign : CONTRARY[sign];
  });
}

function sideOf(figures: readonly bigint[], signs: readonly (Sign | undefined)[], from: number, to?: number): bigint {
  return figures
    .slice(from, to)
    .reduce((sum, figure, i) => (signs[from + i] === "−" ? sum - figure : sum + figure), 0n);
}

function isComparison(sign: Sign | undefined): sign is Comparison {
  return sign !== undefined && sign in CONTRARY;
}

function isTrue(left: bigint, sign: Comparison, right: bigint): boolean {
  if (sign === "=") return left === right;
  return sign === "≥" ? left >= right : left <= right;
}

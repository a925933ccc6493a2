/** What was found in an error, in whatever it wraps, and in what a node or wallet put beside it. */
export type Piece = { name: string; code: unknown; status: unknown; text: string };

const DEEPEST = 10;
const MOST = 300;

/** Parts of a request or an interface: they say what was asked, not what went wrong. */
const NOT_ABOUT_THE_FAILURE = new Set([
  "abi",
  "args",
  "body",
  "request",
  "stack",
  "headers",
  "url",
  "version",
  "docsPath",
]);

/**
 * An error, its causes, and the objects that nodes and wallets nest in it (`data`, `error`, `originalError`, …), the
 * outermost first. Wallets disagree about where things stand, so every place is looked at.
 */
export function piecesOf(error: unknown): Piece[] {
  const pieces: Piece[] = [];
  const seen = new Set<object>();
  let layer: unknown[] = [error];

  for (let depth = 0; depth < DEEPEST && layer.length > 0; depth++) {
    const next: unknown[] = [];
    for (const value of layer) {
      if (typeof value === "string") pieces.push({ name: "", code: undefined, status: undefined, text: value });
      if (typeof value !== "object" || value === null || seen.has(value) || seen.size >= MOST) continue;
      seen.add(value);
      pieces.push(pieceOf(value));
      next.push(...valuesOf(value));
    }
    layer = next;
  }
  return pieces;
}

function pieceOf(value: object): Piece {
  const { name, code, status } = value as Record<string, unknown>;
  return { name: typeof name === "string" ? name : "", code, status, text: "" };
}

/** With those that are not enumerable, as an error's own message and cause. */
function valuesOf(value: object): unknown[] {
  return Object.getOwnPropertyNames(value)
    .filter((key) => key !== "name" && !NOT_ABOUT_THE_FAILURE.has(key))
    .map((key) => (value as Record<string, unknown>)[key])
    .filter((inner) => typeof inner === "string" || (typeof inner === "object" && inner !== null));
}

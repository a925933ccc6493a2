/** Shares are counted in 32 bits. */
const MOST = 2 ** 32 - 1;

export type SharesProblem = "empty" | "notANumber" | "fraction" | "zero" | "tooLarge";

/**
 * Reads what a person typed as a number of whole shares. Groups of three digits may be set off with a space, comma,
 * point or apostrophe; digits may be of any script.
 */
export function readShares(text: string): { shares: number } | { problem: SharesProblem } {
  const plain = toAsciiDigits(text.trim());
  if (plain === "") return { problem: "empty" };
  if (/^\d{1,3}([ ,.'’\u00a0\u202f])\d{3}(\1\d{3})*$/.test(plain)) return toShares(plain.replaceAll(/\D/g, ""));
  if (/^\d*[.,]\d+$/.test(plain)) return { problem: "fraction" };
  return /^\d+$/.test(plain) ? toShares(plain) : { problem: "notANumber" };
}

function toShares(digits: string): { shares: number } | { problem: SharesProblem } {
  const shares = Number(digits);
  if (shares === 0) return { problem: "zero" };
  return shares > MOST ? { problem: "tooLarge" } : { shares };
}

/** Every script's ten digits follow each other from its zero on. */
function toAsciiDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0) ?? 0;
    const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCodePoint(code));
    const start = zero;
    while (isDigit(zero - 1) && start - zero < 9) zero -= 1;
    return String(start - zero);
  });
}

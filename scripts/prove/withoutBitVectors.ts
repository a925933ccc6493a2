const CONVERSION = "(bv2nat (ite (>= ";

/**
 * The same query with whole numbers alone. The compiler writes a narrowing conversion of e to n bits as a bit vector,
 * in a sea of whole numbers, which the solver does not get to the end of; it is nothing but e modulo 2ⁿ.
 */
export function withoutBitVectors(query: string): string {
  const parts: string[] = [];
  let done = 0;
  let at = query.indexOf(CONVERSION);
  while (at >= 0) {
    const end = endOfTerm(query, at);
    const modulo = asModulo(query.slice(at, end));
    if (modulo !== undefined) {
      parts.push(query.slice(done, at), modulo);
      done = end;
    }
    at = query.indexOf(CONVERSION, modulo === undefined ? at + 1 : end);
  }
  return parts.join("") + query.slice(done);
}

/** Undefined for anything else than the conversion exactly as the compiler writes it. */
function asModulo(term: string): string | undefined {
  const value = term.slice(CONVERSION.length, endOfTerm(term, CONVERSION.length));
  const bits = /\(_ int2bv (\d+)\)/.exec(term)?.[1] ?? "0";
  const toBits = (what: string) => `((_ int2bv ${bits}) ${what})`;
  const conversion = `${CONVERSION}${value} 0) ${toBits(value)} (bvneg ${toBits(`(- ${value})`)})))`;
  return term === conversion ? `(mod ${value} ${2n ** BigInt(bits)})` : undefined;
}

/** Where the name, number or bracket that begins at `start` ends. */
function endOfTerm(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")") depth -= 1;
    if (depth === 0 && /[\s()]/.test(text[at + 1] ?? " ")) return at + 1;
  }
  return text.length;
}

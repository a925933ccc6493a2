/** What is wrong with a file of the history, in words that say where. Whoever reads it sets the file aside. */
export class Malformed extends Error {
  override readonly name = "Malformed";
}

/** An object of JSON, or an error that names what should have been one. */
export function objectOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Malformed(`${what} is no object`);
  return value as Record<string, unknown>;
}

export function listOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Malformed(`${what} is no list`);
  return value;
}

export function textOf(value: unknown, form: RegExp, what: string): string {
  if (typeof value !== "string" || !form.test(value)) throw new Malformed(`${what} is not as it must be`);
  return value;
}

/** A whole number from 0 on, small enough to be exact. */
export function wholeOf(value: unknown, what: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new Malformed(`${what} is no whole number`);
  return value as number;
}

/** What JSON says, in which there may be anything. */
export function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Malformed(`${what} is not JSON`);
  }
}

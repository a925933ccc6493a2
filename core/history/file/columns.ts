import { listOf, Malformed, objectOf, wholeOf } from "./Malformed.ts";

/**
 * Whole numbers, one for each event of a group: all the same, or each as it is, or as what it is more than the one before
 * it (the first: more than 0).
 */
export type Column = { same: number } | { values: readonly number[] } | { differences: readonly number[] };

/** Numbers in the form that takes the fewest letters; of two that take as many, the first that `Column` names. */
export function columnOf(numbers: readonly number[]): Column {
  const [first] = numbers;
  if (first !== undefined && numbers.every((number) => number === first)) return { same: first };
  const differences = numbers.map((number, i) => number - (numbers[i - 1] ?? 0));
  return lettersOf(differences) < lettersOf(numbers) ? { differences } : { values: numbers };
}

function lettersOf(numbers: readonly number[]): number {
  return numbers.reduce((letters, number) => letters + String(number).length, 0);
}

/** The numbers of a column, which must be so many, each from 0 to `most`. */
export function numbersOf(column: unknown, { count, most, what }: { count: number; most: number; what: string }) {
  const { same, values, differences } = objectOf(column, what);
  const given = [same, values, differences].filter((form) => form !== undefined);
  if (given.length !== 1) throw new Malformed(`${what} is not in one of the forms of a column`);
  if (same !== undefined) return new Float64Array(count).fill(within(wholeOf(same, what), most, what));
  const list = listOf(given[0], what);
  if (list.length !== count) throw new Malformed(`${what} has ${list.length} numbers for ${count} events`);
  const numbers = new Float64Array(count);
  let last = 0;
  for (let i = 0; i < count; i++) {
    const entry = list[i];
    if (typeof entry !== "number") throw new Malformed(`${what} has something that is no number`);
    const number = differences === undefined ? entry : last + entry;
    if (!(number >= 0 && number <= most) || !Number.isInteger(number)) throw outside(what, number);
    numbers[i] = last = number;
  }
  return numbers;
}

function within(number: number, most: number, what: string): number {
  if (number > most) throw outside(what, number);
  return number;
}

function outside(what: string, number: number): Malformed {
  return new Malformed(`${what} has ${number}, which cannot be`);
}

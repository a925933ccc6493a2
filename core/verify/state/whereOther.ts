import { plainText } from "../../plainText.ts";
import type { Expectation } from "./Expectation.ts";

/** Letters of what is told of one. */
const MOST = 300;

/** A view as it would be written in code. */
export function describeView({ view, args }: Pick<Expectation, "view" | "args">): string {
  return plainText(`${view}(${args.map(wordsOf).join(", ")})`, MOST);
}

/** Where an answer is not what it must be, and both values; null where it is. Of a tuple with names, those that are given. */
export function whereOther(answer: unknown, must: unknown): { says: string; must: string } | null {
  if (answer === must) return null;
  if (typeof must !== "object" || must === null) {
    const [says, due] = [textOf(answer), textOf(must)];
    return says === due ? null : { says: plainText(says, MOST), must: plainText(due, MOST) };
  }
  if (Array.isArray(must) && Array.isArray(answer) && must.length !== answer.length)
    return { says: String(answer.length), must: String(must.length) };
  for (const [name, due] of Object.entries(must)) {
    const other = whereOther((answer as Record<string, unknown> | undefined)?.[name], due);
    const part = Array.isArray(must) ? "" : `${name} `;
    if (other !== null) return { says: `${part}${other.says}`, must: `${part}${other.must}` };
  }
  return null;
}

/** Nodes write addresses with small letters and large. */
function textOf(value: unknown): string {
  const text = String(value);
  return text.startsWith("0x") ? text.toLowerCase() : text;
}

/** A list of named values by its values. */
function wordsOf(value: unknown): string {
  return typeof value === "object" && value !== null ? Object.values(value).map(String).join(", ") : String(value);
}

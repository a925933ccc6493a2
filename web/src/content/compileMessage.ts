import type { CompiledMessage } from "@lingui/message-utils/compileMessage";

type Part = CompiledMessage[number];

/**
 * A sentence as the translator wants it: text, values in braces, and forms for a number or a choice. A tenth of the
 * translator's own compiler, which also knows skeletons of dates and numbers; `format.ts` does these here.
 */
export function compileMessage(message: string): CompiledMessage {
  const rest = { text: message, at: 0 };
  return parts(rest, false);
}

type Rest = { text: string; at: number };

/** Up to the end, or to the brace that closes a form. */
function parts(rest: Rest, isForm: boolean): Part[] {
  const found: Part[] = [];
  let text = "";
  const push = (part?: Part) => {
    if (text !== "") found.push(text);
    text = "";
    if (part !== undefined) found.push(part);
  };
  for (; rest.at < rest.text.length; rest.at++) {
    const character = rest.text.charAt(rest.at);
    if (character === "}") break;
    if (character === "{") push(value(rest, isForm));
    else if (character === "#" && isForm) push("#");
    else if (character === "'") text += quoted(rest);
    else text += character;
  }
  push();
  return found;
}

/** One quote stands for itself, two for one, and a quote before a brace takes all up to the next as it is. */
function quoted(rest: Rest): string {
  const next = rest.text.charAt(rest.at + 1);
  if (next === "'") rest.at++;
  if (next !== "{" && next !== "}") return "'";
  const end = rest.text.indexOf("'", rest.at + 1);
  const text = rest.text.slice(rest.at + 1, end === -1 ? undefined : end);
  rest.at = end === -1 ? rest.text.length : end;
  return text;
}

/** What stands in braces: a name alone, or a name, a kind, and a form for each case. Ends on the closing brace. */
function value(rest: Rest, isForm: boolean): Part {
  const [, name = "", kind] = take(rest, /\{\s*([^\s,}]+)\s*(?:,\s*(\w+)\s*,?)?\s*/y);
  if (kind === undefined) return [name];
  const forms: Record<string, unknown> = {};
  const [, offset] = take(rest, /(?:offset:\s*(\d+))?\s*/y);
  if (offset !== undefined) forms["offset"] = Number(offset);
  while (rest.text.charAt(rest.at) !== "}") {
    const [, key = ""] = take(rest, /=?([^\s{}]+)\s*\{/y);
    forms[key] = parts(rest, kind !== "select" || isForm);
    take(rest, /\}\s*/y);
  }
  return [name, kind, forms] as Part;
}

function take(rest: Rest, pattern: RegExp): RegExpExecArray {
  pattern.lastIndex = rest.at;
  const found = pattern.exec(rest.text);
  if (found === null) throw new Error(`Not understood at ${rest.at}: ${rest.text}`);
  rest.at = pattern.lastIndex;
  return found;
}

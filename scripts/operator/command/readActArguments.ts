import { Mistake } from "../../commands/Mistake.mjs";
import { readArguments } from "../../commands/readArguments.mjs";
import type { Act } from "../acts/Act.ts";
import { kebab } from "./carryOut.ts";
import { type CommonOptions, commandOf } from "./commandOf.ts";

/**
 * What was written behind a verb. Throws a Mistake with all that is missing or wrong, and what to write instead; nothing
 * was asked of any node until then.
 */
export function readActArguments(
  verb: string,
  act: Act,
  args: readonly string[],
): { common: CommonOptions; values: Record<string, unknown> } {
  const { values: written, operands } = readArguments(commandOf(verb, act), args);
  const texts: Record<string, string | boolean | string[] | undefined> = { ...written };
  const [operand, ...others] = operands;
  if (others.length > 0) throw new Mistake(`"${others[0]}" is one word too many. Put what has spaces into quotes.`);
  if (act.operand !== undefined) texts[kebab(act.operand)] = operand;

  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, argument] of Object.entries(act.takes)) {
    const text = texts[kebab(name)];
    const option = name === act.operand ? argument.value : `--${kebab(name)} ${argument.value}`;
    if (text === undefined) {
      if (!argument.isOptional) problems.push(`${option} is missing: ${argument.says}.`);
      continue;
    }
    try {
      values[name] = argument.read(Array.isArray(text) ? text.join("\n") : String(text));
    } catch (mistake) {
      if (!(mistake instanceof Mistake)) throw mistake;
      problems.push(
        name === act.operand || mistake.message.includes("--")
          ? mistake.message
          : `--${kebab(name)}: ${mistake.message}`,
      );
    }
  }
  if (problems.length > 0) throw new Mistake(problems.join("\n"));
  return { common: written, values };
}

// @ts-check

import { parseArgs } from "node:util";
import { Mistake } from "./Mistake.mjs";

/**
 * What the arguments of a command say. Throws a Mistake where it does not know one, or misses one.
 * @template {import("./Command.ts").Command} C
 * @param {C} command
 * @param {readonly string[]} args
 * @returns {{ values: import("./Command.ts").ValuesOf<C>, operands: string[] }}
 */
export function readArguments({ name, options, operands }, args) {
  const askAgain = (/** @type {string} */ sentence) =>
    new Mistake(`${sentence}. Say ${name}${name.includes(" -- ") ? "" : " --"} --help to see what there is.`);
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: operands !== undefined });
    if (operands !== undefined && read.positionals.length < operands.least)
      throw askAgain(`${operands.value.replace(" …", "")} is missing`);
    return {
      values: /** @type {import("./Command.ts").ValuesOf<C>} */ (/** @type {unknown} */ (read.values)),
      operands: read.positionals,
    };
  } catch (error) {
    if (error instanceof Mistake) throw error;
    const [sentence = ""] = /** @type {Error} */ (error).message.split(/\.\s/);
    throw askAgain(sentence);
  }
}

import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { allErrors } from "@one-small-town/core/abis/allErrors.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { decodeErrorResult, type Hex, toFunctionSelector } from "viem";
import { formatAbiItem } from "viem/utils";
import type { Unit } from "../format.ts";
import { errorSentences } from "./errorSentences.ts";
import type { Piece } from "./piecesOf.ts";
import { sayReason } from "./sayReason.ts";

type Say = (values: unknown, unit?: Unit) => MessageDescriptor;

/** Says what a contract answered, wherever in the pieces its answer stands. Undefined when none is there. */
export function describeRevert(pieces: Piece[], unit?: Unit): MessageDescriptor | undefined {
  const answers = pieces.flatMap(({ text }) => text.match(/0x[0-9a-f]{8,}/gi) ?? []) as Hex[];
  for (const answer of answers) {
    const words = sayAnswer(answer, unit);
    if (words !== undefined) return words;
  }
  const names = answers.map(nameOfSelector).concat(pieces.map(({ text }) => nameIn(text)));
  const name = names.find((each) => each !== undefined);
  if (name === undefined) return undefined;
  return msg`The chain refused this, for this reason: ${inWords(name)}. Nothing was sent. Load the page again.`;
}

/** The exact bytes a contract answered with; inner contracts' errors come through under their own selector. */
function sayAnswer(data: Hex, unit?: Unit): MessageDescriptor | undefined {
  try {
    const decoded: { errorName: string; args?: readonly unknown[] } = decodeErrorResult({ abi: allErrors, data });
    const { errorName } = decoded;
    const args = (decoded.args ?? []).map((value) => (typeof value === "string" ? plainText(value, 200) : value));
    if (errorName === "Error") return sayReason(String(args[0]));
    if (errorName === "Panic") return sayPanic(Number(args[0]));
    return (errorSentences as Record<string, Say>)[errorName]?.(args, unit);
  } catch {
    return undefined;
  }
}

/** Some nodes tell the kind of an error without its values. */
function nameOfSelector(answer: Hex): string | undefined {
  const selector = answer.slice(0, 10).toLowerCase();
  return allErrors.find((error) => toFunctionSelector(formatAbiItem(error)) === selector)?.name;
}

function nameIn(text: string): string | undefined {
  const [, name] = /custom error '?(\w+)\(/.exec(text) ?? [];
  return name !== undefined && Object.hasOwn(errorSentences, name) ? name : undefined;
}

/** "ShareOfferingSoldOut" as "Share offering sold out". */
function inWords(name: string): string {
  const words = name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, " ");
  return words.charAt(0) + words.slice(1).toLowerCase();
}

/** `Panic(uint256)`: what Solidity itself refuses to do, by its code. */
export function sayPanic(code: number): MessageDescriptor {
  switch (code) {
    case 0x11:
      return msg`A number was too large or too small to work with. Change what you entered, then try again.`;
    case 0x12:
      return msg`Something would have been split by zero. Change what you entered, then try again.`;
    case 0x21:
    case 0x32:
      return msg`Something was asked for that is not there. Load the page again, then try once more.`;
    default:
      return msg`A check inside the contract failed (code ${String(code)}). Nothing was changed. Please tell who runs this page.`;
  }
}

import { decodeAbiParameters, encodeAbiParameters, type Hex, toFunctionSelector } from "viem";
import { hashManyCode } from "@one-small-town/core/abis/hashManyCode.ts";
import { viewsIn } from "../../../scripts/audit/node/describeRequest.ts";
import type { Alter } from "./serveChain.ts";

const ANSWERS = [{ type: "bytes[]" }] as const;

/**
 * A node that answers one more, or less, to one view of one contract than is true, asked for it first: in one word of what
 * it answers, and with another hash.
 */
export function alterView(target: string, signature: string, by: bigint, word = 0): Alter {
  const selector = toFunctionSelector(signature);
  let chosen: Hex | undefined;
  return (request, answer) => {
    const views = viewsIn(request);
    chosen ??= views.find((view) => isSame(view.target, target) && view.data.startsWith(selector))?.data;
    const first = views.findIndex((view) => isSame(view.target, target) && view.data === chosen);
    if (first === -1) return answer;
    const [{ data }] = request.params as [{ data: Hex }];
    if (data.startsWith(hashManyCode)) return plus(answer as Hex, 1n, 0);
    const [answers] = decodeAbiParameters(ANSWERS, answer as Hex);
    return encodeAbiParameters(ANSWERS, [answers.map((one, i) => (i === first ? plus(one, by, word) : one))]);
  };
}

function plus(answer: Hex, by: bigint, word: number): Hex {
  const [from, to] = [2 + word * 64, 2 + (word + 1) * 64];
  const changed = (BigInt(`0x${answer.slice(from, to)}`) + by).toString(16).padStart(64, "0");
  return `0x${answer.slice(2, from)}${changed}${answer.slice(to)}`;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

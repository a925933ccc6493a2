import { decodeAbiParameters, encodeAbiParameters, type Hex, toFunctionSelector } from "viem";
import { viewsIn } from "../../../scripts/audit/node/viewsIn.ts";
import type { Alter } from "./serveChain.ts";

const ANSWERS = [{ type: "bytes[]" }] as const;

/** A node that answers one more, or less, to one view of one contract than is true. */
export function alterView(target: string, signature: string, by: bigint): Alter {
  const selector = toFunctionSelector(signature);
  return (request, answer) => {
    const views = viewsIn(request);
    const isMeant = views.map((view) => isSame(view.target, target) && view.data.startsWith(selector));
    if (!isMeant.includes(true)) return answer;
    const [answers] = decodeAbiParameters(ANSWERS, answer as Hex);
    const first = isMeant.indexOf(true);
    return encodeAbiParameters(ANSWERS, [answers.map((one, i) => (i === first ? plus(one, by) : one))]);
  };
}

function plus(answer: Hex, by: bigint): Hex {
  return `0x${(BigInt(answer) + by).toString(16).padStart(64, "0")}`;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

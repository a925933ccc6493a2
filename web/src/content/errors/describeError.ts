import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { plainText } from "@one-small-town/core/plainText.ts";
import type { Unit } from "../format.ts";
import { describeRevert } from "./describeRevert.ts";
import { describeTrouble } from "./describeTrouble.ts";
import { piecesOf } from "./piecesOf.ts";

/**
 * What went wrong and what to do, for whatever a read, a simulation, a wallet or the chain threw. `unit` is the
 * currency of the amounts in it, where the caller knows it. Loaded only where something is sent.
 */
export function describeError(error: unknown, unit?: Unit): MessageDescriptor {
  const pieces = piecesOf(error);
  return (
    describeRevert(pieces, unit) ??
    describeTrouble(pieces) ??
    msg`Something went wrong that this page does not know. Load the page again, then try once more. For those who help you: ${detailOf(error)}`
  );
}

/** The first line of what was thrown, for whoever is asked for help. */
function detailOf(error: unknown): string {
  const { shortMessage, message, code } = (typeof error === "object" && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  const told = [shortMessage, message, error, code].find(
    (each) => typeof each === "string" || typeof each === "number",
  );
  return plainText(`${told ?? "no details"}`.split("\n", 1).join(), 160);
}

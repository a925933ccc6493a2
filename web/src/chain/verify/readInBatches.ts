import type { ContractFunctionParameters } from "viem";
import type { TownClient } from "../makeClient.ts";
import { readMany } from "../readMany.ts";
import { inParallel } from "@one-small-town/core/atMost.ts";

const BATCH = 50;
const AT_ONCE = 4;

/** One view for each of many things, a few requests at a time; the answers in the order of the things. */
export async function readInBatches<thing, answer>(
  client: TownClient,
  things: readonly thing[],
  viewOf: (thing: thing) => ContractFunctionParameters,
  blockNumber: bigint,
): Promise<answer[]> {
  const starts = Array.from({ length: Math.ceil(things.length / BATCH) }, (_, i) => i * BATCH);
  const answers = await inParallel(starts, AT_ONCE, (start) =>
    readMany(client, things.slice(start, start + BATCH).map(viewOf), blockNumber),
  );
  return answers.flat() as answer[];
}

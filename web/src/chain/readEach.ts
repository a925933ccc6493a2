import type { MulticallParameters, MulticallReturnType } from "viem";
import type { TownClient } from "./System.ts";
import { readMany } from "./readMany.ts";

/** Some views of each of several things, and each thing with its answers; as `readMany` reads them. */
export async function readEach<thing, const views extends readonly unknown[]>(
  client: TownClient,
  things: readonly thing[],
  viewsOf: (thing: thing) => MulticallParameters<views, false>["contracts"],
  blockNumber?: bigint,
): Promise<[thing: thing, answers: MulticallReturnType<views, false>][]> {
  const asked = things.map((thing) => viewsOf(thing) as readonly unknown[]);
  const answers: readonly unknown[] = await readMany(client, asked.flat() as never, blockNumber);
  let next = 0;
  return things.map((thing, i) => [thing, answers.slice(next, (next += asked[i]?.length ?? 0)) as never]);
}

import { hexToBigInt, size, slice } from "viem";
import type { Call, Caller } from "./makeCaller.ts";

/** What views answer that return one number each. An answer that is shorter is none. */
export async function readNumbers(caller: Caller, calls: readonly Call[]): Promise<bigint[]> {
  const answers = await caller(calls);
  return answers.map((answer) => {
    if (size(answer) < 32) throw new Error("A contract did not answer");
    return hexToBigInt(slice(answer, 0, 32));
  });
}

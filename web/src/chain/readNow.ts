import {
  type ContractFunctionParameters,
  decodeFunctionResult,
  encodeFunctionData,
  type MulticallParameters,
  type MulticallReturnType,
  numberToHex,
} from "viem";
import { ask } from "./gather.ts";
import type { System } from "./System.ts";

/** About how long an answer is that is no text. */
const FIGURES = 160;

type Views<contracts extends readonly unknown[]> = MulticallParameters<contracts, false>["contracts"];

type Wishes = {
  /** About how long each answer is, where some are texts. */
  bytes?: number;
  /** The newest when absent. */
  block?: bigint;
};

/**
 * What some views say, or an error if any of them fails. All that a page asks for in the same moment travels in one
 * request, and is then of one block.
 */
export async function readNow<const contracts extends readonly unknown[]>(
  { client }: Pick<System, "client">,
  contracts: Views<contracts>,
  { bytes = FIGURES, block }: Wishes = {},
): Promise<MulticallReturnType<contracts, false>> {
  const views = contracts as readonly ContractFunctionParameters[];
  const at = block === undefined ? "latest" : numberToHex(block);
  const answers = await Promise.all(
    views.map(async (view) => {
      const data = await ask(client, { target: view.address, data: encodeFunctionData(view), bytes, block: at });
      return decodeFunctionResult({ ...view, data });
    }),
  );
  return answers as never;
}

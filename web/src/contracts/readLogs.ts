import { type AbiEvent, type Address, type GetLogsReturnType, LimitExceededRpcError, RpcRequestError } from "viem";
import { getLogs } from "viem/actions";
import type { TownClient } from "./makeClient.ts";

type Wanted<event extends AbiEvent> = {
  /** Whose events; every contract's when absent. */
  address?: Address | readonly Address[];
  event: event;
  args?: Record<string, unknown>;
  fromBlock: bigint;
  toBlock: bigint;
};

/**
 * All events of one kind between two blocks, both included, in the order of the chain. A node that refuses so long a
 * range is asked for halves.
 */
export async function readLogs<const event extends AbiEvent>(
  client: TownClient,
  wanted: Wanted<event>,
): Promise<GetLogsReturnType<event, [event], true>> {
  const { fromBlock, toBlock } = wanted;
  try {
    return (await getLogs(client, { ...wanted, strict: true } as never)) as never;
  } catch (error) {
    if (toBlock <= fromBlock || !isRangeRefused(error)) throw error;
    const middle = (fromBlock + toBlock) / 2n;
    const before = await readLogs(client, { ...wanted, toBlock: middle });
    const after = await readLogs(client, { ...wanted, fromBlock: middle + 1n });
    return [...before, ...after] as never;
  }
}

/** Nodes word it in many ways: too many blocks, too many results, response too large. */
function isRangeRefused(error: unknown): boolean {
  if (error instanceof LimitExceededRpcError) return true;
  const refusal = error instanceof RpcRequestError ? error : (error as { cause?: unknown }).cause;
  return refusal instanceof RpcRequestError && /range|limit|too (many|large|big)|exceed|size/i.test(refusal.details);
}

import { LimitExceededRpcError, RpcRequestError } from "viem";

export type BlockRange = { fromBlock: bigint; toBlock: bigint };

/** Reads something of every block of a range, both ends included. A node that refuses so long a range is asked for halves. */
export async function inHalves<log>(
  { fromBlock, toBlock }: BlockRange,
  read: (range: BlockRange) => Promise<log[]>,
): Promise<log[]> {
  try {
    return await read({ fromBlock, toBlock });
  } catch (error) {
    if (toBlock <= fromBlock || !isRangeRefused(error)) throw error;
    const middle = (fromBlock + toBlock) / 2n;
    const before = await inHalves({ fromBlock, toBlock: middle }, read);
    const after = await inHalves({ fromBlock: middle + 1n, toBlock }, read);
    return [...before, ...after];
  }
}

/** Nodes word it in many ways: too many blocks, too many results, response too large. */
function isRangeRefused(error: unknown): boolean {
  if (error instanceof LimitExceededRpcError) return true;
  const refusal = error instanceof RpcRequestError ? error : (error as { cause?: unknown }).cause;
  return refusal instanceof RpcRequestError && /range|limit|too (many|large|big)|exceed|size/i.test(refusal.details);
}

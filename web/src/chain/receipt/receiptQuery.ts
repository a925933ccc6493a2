import { queryOptions } from "@tanstack/react-query";
import {
  type Address,
  type Hash,
  type Log,
  numberToHex,
  TransactionNotFoundError,
  TransactionReceiptNotFoundError,
} from "viem";
import { getBlock, getTransaction, getTransactionReceipt } from "viem/actions";
import { keyOf } from "../keys.ts";
import type { System, TownClient } from "../System.ts";

export type Receipt = {
  block: bigint;
  timestamp: number;
  from: Address;
  /** Null where a contract was made. */
  to: Address | null;
  /** What the sender paid to have it done, in the smallest units of the network's own currency. */
  fee: bigint;
  logs: readonly Log[];
  /** Why it was refused, as the node says now; null for one that was confirmed. */
  refusal: { error: unknown } | null;
};

/** What became of a transaction: "unknown" where the node has never heard of it, "waiting" until it is in a block. */
export function receiptQuery(system: System, hash: Hash) {
  return queryOptions({
    queryKey: keyOf(system, "receipt", hash),
    queryFn: () => readReceipt(system.client, hash),
    refetchInterval: ({ state: { data } }) => (data === "waiting" ? 3_000 : false),
  });
}

async function readReceipt(client: TownClient, hash: Hash): Promise<Receipt | "unknown" | "waiting"> {
  const transaction = await getTransaction(client, { hash }).catch(unless(TransactionNotFoundError));
  if (transaction === null) return "unknown";
  const receipt = await getTransactionReceipt(client, { hash }).catch(unless(TransactionReceiptNotFoundError));
  if (receipt === null) return "waiting";
  const { blockNumber, from, to, gasUsed, effectiveGasPrice, logs, status } = receipt;
  const { timestamp } = await getBlock(client, { blockNumber });
  return {
    block: blockNumber,
    timestamp: Number(timestamp),
    from,
    to,
    logs,
    fee: gasUsed * effectiveGasPrice,
    refusal: status === "success" ? null : { error: await whyRefused(client, transaction) },
  };
}

/** Null for one kind of error; any other goes on. */
function unless(kind: abstract new (...values: never[]) => Error): (error: unknown) => null {
  return (error) => {
    if (error instanceof kind) return null;
    throw error;
  };
}

type Sent = { from: Address; to: Address | null; input: `0x${string}`; value: bigint; blockNumber: bigint | null };

/** Nodes do not keep why: the same call is made again on the block before. Undefined if it is not refused there. */
async function whyRefused(client: TownClient, { from, to, input, value, blockNumber }: Sent): Promise<unknown> {
  const call = { from, ...(to === null ? {} : { to }), data: input, value: numberToHex(value) };
  const before = numberToHex((blockNumber ?? 1n) - 1n);
  return client.request({ method: "eth_call", params: [call, before] }).then(
    () => undefined,
    (error: unknown) => error,
  );
}

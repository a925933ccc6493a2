import type { EventPosition } from "@one-small-town/core/activity/Activity.ts";
import { queryOptions } from "@tanstack/react-query";
import { type Hash, isHash, numberToHex } from "viem";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";

const PLACE = /^(\d{1,15})-(\d{1,6})$/;

/** Names a transaction in a link by its block and its place there, where its hash is not known. */
export function placeOf({ blockNumber, transactionIndex }: EventPosition): string {
  return `${blockNumber}-${transactionIndex}`;
}

/** Whether a link names a transaction, by its hash or its place. */
export function isTransaction(text: string): boolean {
  return isHash(text) || PLACE.test(text);
}

/** The hash of the transaction that a link names; null where its block has none in that place. */
export function transactionQuery(system: System, text: string) {
  return queryOptions({
    queryKey: keyOf(system, "transaction", text),
    queryFn: async (): Promise<Hash | null> => {
      const [, block, index] = PLACE.exec(text) ?? [];
      if (block === undefined || index === undefined) return text as Hash;
      const params = [numberToHex(BigInt(block)), numberToHex(Number(index))] as const;
      const found = await system.client.request({
        method: "eth_getTransactionByBlockNumberAndIndex",
        params: [...params],
      });
      return found?.hash ?? null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

import type { Request } from "@one-small-town/core/asking/Ask.ts";

/** What counts of an answer: nodes add fields of their own, and write the same number with large and small letters. */
const FIELDS: Record<string, readonly string[]> = {
  eth_getLogs: [
    ...["address", "topics", "data", "blockNumber", "blockHash", "transactionHash", "transactionIndex", "logIndex"],
  ],
  eth_getBlockByNumber: [
    ...["number", "hash", "parentHash", "timestamp", "stateRoot", "receiptsRoot", "transactionsRoot", "logsBloom"],
  ],
  eth_getTransactionByHash: ["hash", "from", "nonce", "input"],
};

/** The time of an event spares reading its block, but not every node tells it: it is left out where nodes are compared. */
const TIME = "blockTimestamp";

/** An answer as it must be from every honest node. `isAlone`: whether it is compared with no other. */
export function canonical({ method }: Request, answer: unknown, isAlone: boolean): unknown {
  const fields = FIELDS[method]?.concat(isAlone ? TIME : []);
  if (Array.isArray(answer)) return answer.map((one) => pick(one, fields));
  return pick(answer, fields);
}

function pick(value: unknown, fields?: readonly string[]): unknown {
  if (typeof value === "string") return value.toLowerCase();
  if (Array.isArray(value)) return value.map((one) => pick(one));
  if (typeof value !== "object" || value === null) return value;
  const wanted = fields ?? Object.keys(value).sort();
  return Object.fromEntries(wanted.map((field) => [field, pick((value as Record<string, unknown>)[field])]));
}

// @vitest-environment jsdom
import { createClient, custom, type Hex, toEventSelector } from "viem";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { System } from "../chain/System.ts";
import { noteSent, readJournal } from "./journal.ts";
import { waitFor } from "./waitFor.ts";

const HASH: Hex = `0x${"01".repeat(32)}`;
const OTHER: Hex = `0x${"02".repeat(32)}`;
const BUYER = `0x${"aa".repeat(20)}`;
const purchase = { from: BUYER, to: `0x${"bb".repeat(20)}`, nonce: "0x5", value: "0x0", input: "0x1234" };

describe("waiting for a transaction", () => {
  beforeEach(() => localStorage.clear());

  it("is done when the chain has taken it", async () => {
    expect(await outcomeOf({ receipts: { [HASH]: "0x1" } })).toBe("confirmed");
  });

  it("fails when the chain refused it", async () => {
    expect(await outcomeOf({ receipts: { [HASH]: "0x0" } })).toBe("failed");
  });

  it("says when the currency refused the payment, which the contract then keeps", async () => {
    const kept = toEventSelector("RefundKept(uint256,address,uint256)");
    expect(await outcomeOf({ receipts: { [HASH]: "0x1" }, topic: kept })).toBe("kept");
  });

  it("never takes another one in its place for it", async () => {
    const cancelled = { ...purchase, to: BUYER, input: "0x", hash: OTHER };
    expect(await outcomeOf({ receipts: { [OTHER]: "0x1" }, mined: cancelled })).toBe("replaced");
  });

  it("takes the same one at a higher fee for it", async () => {
    expect(await outcomeOf({ receipts: { [OTHER]: "0x1" }, mined: { ...purchase, hash: OTHER } })).toBe("confirmed");
  });

  it("waits out a node that answers with an error", async () => {
    vi.useFakeTimers();
    const outcome = outcomeOf({ receipts: { [HASH]: "0x1" }, failures: 3 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await outcome).toBe("confirmed");
    vi.useRealTimers();
  });
});

type Chain = { receipts: Record<Hex, Hex>; mined?: object; failures?: number; topic?: Hex };

async function outcomeOf(chain: Chain) {
  const system = systemOf(chain);
  noteSent(system, { hash: HASH, title: "Buy", done: "Bought", after: ["money"], outcome: "waiting" });
  const outcome = await waitFor(system, HASH);
  expect(readJournal(system)).toMatchObject([{ outcome }]);
  return outcome;
}

function systemOf({ receipts, mined, failures = 0, topic }: Chain): System {
  let toFail = failures;
  const answers: Record<string, (hash: Hex) => unknown> = {
    eth_blockNumber: () => "0x7",
    eth_getTransactionByHash: (hash) => ({ ...purchase, hash, blockNumber: mined === undefined ? "0x7" : null }),
    eth_getBlockByNumber: () => ({ number: "0x7", transactions: mined === undefined ? [] : [mined] }),
    eth_getTransactionReceipt: (hash) => {
      if (toFail-- > 0) throw new Error("the node is overloaded");
      const status = receipts[hash];
      return status === undefined
        ? null
        : { status, logs: topic === undefined ? [] : [{ topics: [topic] }], blockNumber: "0x7", transactionHash: hash };
    },
  };
  const request = async ({ method, params }: { method: string; params?: [Hex] }) =>
    answers[method]?.(params?.[0] ?? "0x");
  const client = createClient({ transport: custom({ request } as never, { retryCount: 0 }) });
  return { client, deployment: { startBlockHash: "0xaa" } } as unknown as System;
}

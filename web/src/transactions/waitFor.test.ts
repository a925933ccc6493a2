// @vitest-environment jsdom
import { createClient, custom, type Hex, toEventSelector } from "viem";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { System } from "../chain/System.ts";
import { sentEntry } from "../testing/sentEntry.ts";
import { callOf } from "./callOf.ts";
import { noteSent, readJournal, type Sent } from "./journal.ts";
import { waitFor } from "./waitFor.ts";

const HASH: Hex = `0x${"01".repeat(32)}`;
const OTHER: Hex = `0x${"02".repeat(32)}`;
const BUYER: Hex = `0x${"aa".repeat(20)}`;
const SHOP: Hex = `0x${"bb".repeat(20)}`;
const MINUTES = 60_000;

type Transaction = { hash: Hex; from: Hex; to: Hex; nonce: Hex; input: Hex };

const purchase: Transaction = { hash: HASH, from: BUYER, to: SHOP, nonce: "0x5", input: "0x1234" };
const resent = { ...purchase, hash: OTHER };
const cancelling = { ...resent, to: BUYER, input: "0x" as const };
const another = { ...resent, input: "0x99" as const };

/** What a node knows: transactions that wait, and those of each block. */
type Chain = {
  waiting: Transaction[];
  blocks: Transaction[][];
  status: Hex;
  topic: Hex | undefined;
  failures: number;
  /** A node that has thrown the past away. */
  isForgetful: boolean;
};

let chain: Chain;

describe("waiting for a transaction", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    chain = {
      waiting: [purchase],
      blocks: [[], []],
      status: "0x1",
      topic: undefined,
      failures: 0,
      isForgetful: false,
    };
  });
  afterEach(() => vi.useRealTimers());

  it("is done when the chain has taken it", async () => {
    mine(purchase);
    expect(await begin().end()).toMatchObject({ outcome: "confirmed", hash: HASH });
  });

  it("fails when the chain refused it", async () => {
    mine(purchase);
    chain.status = "0x0";
    expect(await begin().end()).toMatchObject({ outcome: "failed" });
  });

  it("says when the currency refused the payment, which the contract then keeps", async () => {
    mine(purchase);
    chain.topic = toEventSelector("RefundKept(uint256,address,uint256)");
    expect(await begin().end()).toMatchObject({ outcome: "kept" });
  });

  it("waits out a node that answers with an error", async () => {
    mine(purchase);
    chain.failures = 30;
    expect(await begin().end()).toMatchObject({ outcome: "confirmed" });
  });

  it("waits as long as a node has it", async () => {
    const waiting = begin();
    await vi.advanceTimersByTimeAsync(60 * MINUTES);
    mine(purchase);
    expect(await waiting.end()).toMatchObject({ outcome: "confirmed", isSeen: true });
  });

  describe("given a node that had it, and then another one in its place", () => {
    it.each([
      ["the same at another fee", resent, { outcome: "confirmed", hash: OTHER, isResent: true }],
      ["one that does nothing", cancelling, { outcome: "cancelled", hash: HASH, isResent: false }],
      ["one that does something else", another, { outcome: "replaced", hash: HASH, isResent: false }],
    ])("tells %s", async (_, instead, expected) => {
      const waiting = begin();
      await vi.advanceTimersByTimeAsync(5_000);
      for (let i = 0; i < 20; i++) mine(); // blocks of others
      mine(instead);
      mine();
      expect(await waiting.end()).toMatchObject(expected);
    });

    it("says replaced where the node does not keep the block", async () => {
      chain.isForgetful = true;
      const waiting = begin();
      await vi.advanceTimersByTimeAsync(5_000);
      mine(another);
      expect(await waiting.end()).toMatchObject({ outcome: "replaced" });
    });
  });

  describe("given a place in the row that was only guessed, because no node has shown it", () => {
    beforeEach(() => (chain.waiting = []));

    it("finds it at a later place", async () => {
      mine(another);
      mine({ ...resent, hash: `0x${"03".repeat(32)}`, nonce: "0x6" });
      expect(await begin().end()).toMatchObject({ outcome: "confirmed", nonce: 6 });
    });

    it("takes nothing else for it", async () => {
      mine(another);
      const waiting = begin();
      await vi.advanceTimersByTimeAsync(5 * MINUTES);
      expect(readJournal(system())).toMatchObject([{ outcome: "waiting", hash: HASH }]);
      mine({ ...purchase, nonce: "0x6" });
      expect(await waiting.end()).toMatchObject({ outcome: "confirmed", hash: HASH });
    });

    it("finds the one whose hash the wallet did not tell", async () => {
      const waiting = begin({ hash: null });
      await vi.advanceTimersByTimeAsync(5_000);
      mine(resent);
      expect(await waiting.end()).toMatchObject({ outcome: "confirmed", hash: OTHER, isResent: false });
    });
  });

  describe("given one that no node knows", () => {
    beforeEach(() => (chain.waiting = []));

    it("waits for some minutes before it says so", async () => {
      const waiting = begin();
      await vi.advanceTimersByTimeAsync(9 * MINUTES);
      expect(readJournal(system())).toMatchObject([{ outcome: "waiting" }]);
      expect(await waiting.end()).toMatchObject({ outcome: "lost" });
    });

    it("says so at once to who comes back much later", async () => {
      const late = await waitFor(system(), sentEntry({ time: Date.now() - 60 * MINUTES, call: callOf(purchase) }));
      expect(late).toMatchObject({ outcome: "lost" });
    });

    it("says so of one that was known and was dropped", async () => {
      chain.waiting = [purchase];
      const waiting = begin();
      await vi.advanceTimersByTimeAsync(MINUTES);
      chain.waiting = [];
      await vi.advanceTimersByTimeAsync(9 * MINUTES);
      expect(readJournal(system())).toMatchObject([{ outcome: "waiting", isSeen: true }]);
      expect(await waiting.end()).toMatchObject({ outcome: "lost" });
    });

    it("goes on, and says when it is known again", async () => {
      const again = begin({ outcome: "lost", time: Date.now() - 60 * MINUTES });
      await vi.advanceTimersByTimeAsync(MINUTES);
      chain.waiting = [purchase];
      expect(await again.end()).toMatchObject({ outcome: "waiting" });
    });
  });

  it("ends where nobody waits any more", async () => {
    let isWanted = true;
    const waiting = waitFor(system(), sentEntry({ call: callOf(purchase) }), () => isWanted);
    await vi.advanceTimersByTimeAsync(5_000);
    isWanted = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await waiting).toMatchObject({ outcome: "waiting" });
  });

  it("asks at most four times a minute after a while", async () => {
    begin();
    await vi.advanceTimersByTimeAsync(30 * MINUTES);
    asked = 0;
    await vi.advanceTimersByTimeAsync(10 * MINUTES);
    expect(asked).toBeLessThanOrEqual(40);
  });
});

let asked = 0;

function mine(...transactions: Transaction[]): void {
  chain.blocks.push(transactions);
  chain.waiting = chain.waiting.filter(({ from, nonce }) =>
    transactions.every((mined) => mined.from !== from || mined.nonce !== nonce),
  );
}

/** Begins to wait; `end` lets the clock go on until it has ended. */
function begin(known: Partial<Sent> = {}): { end: () => Promise<Sent> } {
  const sent = sentEntry({ call: callOf(purchase), ...known });
  noteSent(system(), sent);
  const ended: { as?: Sent } = {};
  void waitFor(system(), sent).then((end) => (ended.as = end));
  return {
    async end() {
      for (let second = 0; second < 5_000 && ended.as === undefined; second++) await vi.advanceTimersByTimeAsync(1_000);
      expect(readJournal(system())).toEqual([ended.as]);
      return ended.as as Sent;
    },
  };
}

function system(): System {
  const request = async ({ method, params = [] }: { method: string; params?: unknown[] }) => {
    asked++;
    if (chain.failures-- > 0) throw new Error("the node is overloaded");
    return answer(method, params);
  };
  const client = createClient({ transport: custom({ request } as never, { retryCount: 0 }) });
  return { client, deployment: { startBlockHash: "0xaa" } } as unknown as System;
}

function answer(method: string, [first, second]: unknown[]): unknown {
  const mined = chain.blocks.flat();
  const { status, topic } = chain;
  switch (method) {
    case "eth_blockNumber":
      return hex(chain.blocks.length - 1);
    case "eth_getTransactionCount": {
      const upTo = second === "latest" ? chain.blocks.length - 1 : Number(second);
      if (second !== "latest" && chain.isForgetful) throw new Error("missing trie node");
      const theirs = chain.blocks.slice(0, upTo + 1).flat();
      return hex(Math.max(5, ...theirs.filter(({ from }) => from === first).map(({ nonce }) => Number(nonce) + 1)));
    }
    case "eth_getTransactionByHash":
      return [...mined, ...chain.waiting].find(({ hash }) => hash === first) ?? null;
    case "eth_getTransactionReceipt":
      return mined.some(({ hash }) => hash === first)
        ? { status, logs: topic === undefined ? [] : [{ topics: [topic] }] }
        : null;
    case "eth_getBlockByNumber":
      return { transactions: chain.blocks[Number(first)] };
    default:
      throw new Error(`${method} was not foreseen`);
  }
}

function hex(number: number): Hex {
  return `0x${number.toString(16)}`;
}

import type { Sent } from "../transactions/journal.ts";

/** For tests: what the journal keeps of a purchase that waits for the chain, sent just now. */
export function sentEntry(known: Partial<Sent> = {}): Sent {
  return { ...waiting(), ...known };
}

function waiting(): Sent {
  return {
    id: "purchase",
    hash: `0x${"01".repeat(32)}`,
    from: `0x${"aa".repeat(20)}`,
    nonce: 5,
    isSeen: false,
    isResent: false,
    call: `0x${"0c".repeat(32)}`,
    block: 1,
    time: Date.now(),
    title: "Buy",
    done: "Bought",
    after: ["money"],
    outcome: "waiting",
  };
}

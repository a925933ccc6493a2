import { describe, expect, it } from "vitest";
import { creditsOf, type DividendDeposit, type Movement } from "./dividends.ts";

const SUPPLY = 256n;

/** The token's ledger in a few lines: what its events say after these amounts. */
function depositAll(amounts: readonly bigint[]): DividendDeposit[] {
  let perShare = 0n;
  let remainder = 0n;
  return amounts.map((amount, i) => {
    const pool = amount + remainder;
    perShare += pool / SUPPLY;
    remainder = pool % SUPPLY;
    return { blockNumber: BigInt(100 + 10 * i), logIndex: 3, amount, perShare, remainder };
  });
}

const bought = (change: bigint): Movement => ({ blockNumber: 50n, logIndex: 1, change });
const deposits = depositAll([348_136_275n, 352_324_647n, 356_513_019n]);

describe("creditsOf", () => {
  it("gives each deposit's part of each share times the shares held", () => {
    expect(creditsOf(deposits, [bought(8n)])).toEqual([
      { blockNumber: 100n, amount: 348_136_275n, carried: 0n, each: 1_359_907n, held: 8n, credit: 10_879_256n },
      { blockNumber: 110n, amount: 352_324_647n, carried: 83n, each: 1_376_268n, held: 8n, credit: 11_010_144n },
      { blockNumber: 120n, amount: 356_513_019n, carried: 122n, each: 1_392_629n, held: 8n, credit: 11_141_032n },
    ]);
  });

  it("carries what does not divide to the next deposit, and loses nothing", () => {
    const all = creditsOf(deposits, [bought(SUPPLY)]).reduce((sum, { credit }) => sum + credit, 0n);
    const [paidIn, left] = [deposits.reduce((sum, { amount }) => sum + amount, 0n), deposits.at(-1)?.remainder];

    expect(all + (left ?? 0n)).toBe(paidIn);
  });

  it("counts the shares held at the time of each deposit", () => {
    const sent: Movement = { blockNumber: 105n, logIndex: 0, change: -5n };
    const got: Movement = { blockNumber: 115n, logIndex: 0, change: 2n };

    expect(creditsOf(deposits, [bought(8n), sent, got]).map(({ held }) => held)).toEqual([8n, 3n, 5n]);
  });

  it("goes by the order within a block", () => {
    const justBefore: Movement = { blockNumber: 100n, logIndex: 2, change: 1n };
    const justAfter: Movement = { blockNumber: 110n, logIndex: 4, change: 1n };

    expect(creditsOf(deposits, [justBefore, justAfter]).map(({ held }) => held)).toEqual([1n, 1n, 2n]);
  });

  it("leaves out deposits at which nothing was held", () => {
    const late: Movement = { blockNumber: 119n, logIndex: 0, change: 4n };
    const none: Movement = { blockNumber: 60n, logIndex: 0, change: -8n };

    expect(creditsOf(deposits, [late])).toHaveLength(1);
    expect(creditsOf(deposits, [bought(8n), none])).toEqual([]);
    expect(creditsOf(deposits, [])).toEqual([]);
  });

  it("adds up to what the token credits, settled at any movements", () => {
    const movements: Movement[] = [
      bought(12n),
      { blockNumber: 104n, logIndex: 0, change: -7n },
      { blockNumber: 104n, logIndex: 9, change: 3n },
      { blockNumber: 118n, logIndex: 0, change: -8n },
    ];
    let [held, counted, credited] = [0n, 0n, 0n];
    const events = [...movements, ...deposits].sort(
      (a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex,
    );
    let perShare = 0n;
    for (const event of events) {
      if ("perShare" in event) perShare = event.perShare;
      else {
        credited += held * (perShare - counted);
        counted = perShare;
        held += event.change;
      }
    }
    credited += held * (perShare - counted);

    expect(creditsOf(deposits, movements).reduce((sum, { credit }) => sum + credit, 0n)).toBe(credited);
  });
});

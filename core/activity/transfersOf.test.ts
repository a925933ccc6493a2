import { zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { type Transfer, transfersOf } from "./transfersOf.ts";

const wallet = "0x00000000000000000000000000000000000000a1";
const other = "0x00000000000000000000000000000000000000a2";
const infinity = "0x00000000000000000000000000000000000000e1";
const contributions = "0x00000000000000000000000000000000000000c1";
const bakery = "0x00000000000000000000000000000000000000b1";
const position = { blockNumber: 1n, logIndex: 0, transactionIndex: 0, transactionHash: "0x01" } as const;
const known = { wallet, infinity, contributions } as const;
const tell = (transfer: Pick<Transfer, "token" | "from" | "to"> & Partial<Transfer>) =>
  transfersOf([{ ...position, amount: 5n, ...transfer }], known)[0];

describe("transfersOf", () => {
  it("tells shares and INFINITY that came from somebody, or went to them", () => {
    expect(tell({ token: bakery, from: other, to: wallet })).toMatchObject({ kind: "sharesIn", other, shares: 5n });
    expect(tell({ token: bakery, from: wallet, to: other })).toMatchObject({ kind: "sharesOut", other, shares: 5n });
    expect(tell({ token: infinity, from: other, to: wallet })).toMatchObject({ kind: "infinityIn", other, amount: 5n });
    expect(tell({ token: infinity, from: wallet, to: other })).toMatchObject({
      kind: "infinityOut",
      other,
      amount: 5n,
    });
  });

  it("leaves out what a purchase, a refund or a claim tells", () => {
    expect(tell({ token: bakery, from: zeroAddress, to: wallet })).toBeUndefined();
    expect(tell({ token: bakery, from: wallet, to: zeroAddress })).toBeUndefined();
    expect(tell({ token: infinity, from: contributions, to: wallet })).toBeUndefined();
  });

  it("tells INFINITY that was burnt", () => {
    expect(tell({ token: infinity, from: wallet, to: zeroAddress })).toMatchObject({ kind: "infinityOut" });
  });

  it("leaves out a transfer of nothing, as when dividends alone moved to another wallet", () => {
    expect(tell({ token: bakery, from: other, to: wallet, amount: 0n })).toBeUndefined();
  });

  it("leaves out what a wallet sent to itself, which is found twice", () => {
    expect(tell({ token: bakery, from: wallet, to: wallet })).toBeUndefined();
  });
});

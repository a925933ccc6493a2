import { getAddress, type Hex } from "viem";
import { describe, expect, it } from "vitest";
import { type QrContent, readQr, writeQr } from "./QrContent.ts";

const wallet = getAddress(`0x${"a1".repeat(20)}`);
const signature: Hex = `0x${"0f".repeat(65)}`;

const person: QrContent<"person"> = { kind: "person", chainId: 8453, wallet };
const admission: QrContent<"admission"> = {
  kind: "admission",
  chainId: 8453,
  town: 12,
  wallet,
  personId: `0x${"07".repeat(32)}`,
  residentUntil: 1_900_000_000,
  nonce: 3,
  deadline: 1_800_000_000,
  registrar: getAddress(`0x${"b2".repeat(20)}`),
  signature,
};
const redemption: QrContent<"redemption"> = {
  kind: "redemption",
  chainId: 8453,
  benefit: 4,
  weekIndex: 2981,
  number: 24_000,
  cumulativeUnits: 2,
  signature,
};

describe("a code of ours", () => {
  it.each([person, admission, redemption])("says the same after the way through a camera: $kind", (content) => {
    expect(readQr(writeQr(content))).toEqual({ content });
  });

  it("uses only the letters that a code holds most of", () => {
    expect(writeQr(person)).toBe(`OST1:PERSON:8453:${"A1".repeat(20)}`);
    for (const content of [person, admission, redemption]) expect(writeQr(content)).toMatch(/^[0-9A-Z:]+$/);
  });

  it("may be pasted in small letters, with blanks around it", () => {
    expect(readQr(`\n ${writeQr(redemption).toLowerCase()} \n`)).toEqual({ content: redemption });
  });

  it("holds what a wallet with several keys signs", () => {
    const long = { ...redemption, signature: `0x${"ab".repeat(1_024)}` as const };
    expect(readQr(writeQr(long))).toEqual({ content: long });
  });
});

describe("what is not one of our codes", () => {
  const voucher = writeQr(redemption);

  it.each(["", "  \n"])("is empty: %j", (text) => {
    expect(readQr(text)).toEqual({ problem: "empty" });
  });

  it.each([
    ...["https://example.org/OST1:PERSON", "WIFI:S:town;;", `ethereum:${wallet}`, "OST", "OST0:PERSON", "OST-1:PERSON"],
    ...["OST1e3:PERSON", "ost1person", "\u202eOST1:PERSON", "OST\u0000:1", "ΟST1:PERSON:1:2", "x".repeat(10_000)],
  ])("is of something else: %j", (text) => {
    expect(readQr(text)).toEqual({ problem: "foreign" });
  });

  it.each(["OST2:PERSON:1", "OST9999:", "OST1:BALLOT:1:2", "OST1", "OST1:TOSTRING:1", "OST1:__PROTO__:1"])(
    "is of a later version: %j",
    (text) => {
      expect(readQr(text)).toEqual({ problem: "newer" });
    },
  );

  it.each([
    ["a field short", voucher.split(":").slice(0, -1).join(":")],
    ["a field long", `${voucher}:1`],
    ["a missing field", voucher.replace(":2981:", "::")],
    ["a zero before a number", voucher.replace(":2981:", ":02981:")],
    ["a sign before a number", voucher.replace(":2981:", ":-2981:")],
    ["a plus before a number", voucher.replace(":2981:", ":+2981:")],
    ["a fraction", voucher.replace(":2981:", ":2981.0:")],
    ["an exponent", voucher.replace(":2981:", ":2E3:")],
    ["blanks inside", voucher.replace(":2981:", ": 2981:")],
    ["figures of another script", voucher.replace(":2981:", ":٢٩٨١:")],
    ["a week that is none", voucher.replace(":2981:", ":65536:")],
    ["a number beyond all numbers", voucher.replace(":4:2981", ":9007199254740993:2981")],
    ["half a byte", voucher.slice(0, -1)],
    ["no signature", voucher.replace(/[0-9A-F]+$/, "")],
    ["letters that are no figures", voucher.replace(/..$/, "XY")],
    ["a signature that never ends", voucher + "00".repeat(1_024)],
    ["more than a code can hold", voucher + "0".repeat(5_000)],
    ["an address that is too short", writeQr(person).slice(0, -2)],
    ["nobody's address", `OST1:PERSON:8453:${"00".repeat(20)}`],
    ["an address with 0x", `OST1:PERSON:8453:${wallet}`],
  ])("is damaged: %s", (_, text) => {
    expect(readQr(text)).toEqual({ problem: "damaged" });
  });
});

import { describe, expect, it } from "vitest";
import { hasOwnCode, readAddress } from "./addresses.ts";

const address = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

describe("readAddress", () => {
  it.each([
    address,
    ` ${address}\n`,
    `ethereum:${address}`,
    `ethereum:${address}@8453?value=1`,
    address.toLowerCase(),
    `0x${address.slice(2).toUpperCase()}`,
    `${address.slice(0, 20)} ${address.slice(20)}`,
  ])("reads %j", (text) => {
    expect(readAddress(text)).toEqual({ address });
  });

  it.each([
    ["", "empty"],
    ["  ", "empty"],
    ["amina.eth", "name"],
    ["amina", "notAnAddress"],
    [address.slice(0, -1), "notAnAddress"],
    [`${address}0`, "notAnAddress"],
    [address.replace("F6", "f6"), "checksum"],
    [`0x${"0".repeat(40)}`, "notAnAddress"],
  ])("refuses %j as %s", (text, problem) => {
    expect(readAddress(text)).toEqual({ problem });
  });
});

const borrowed = `0xef0100${"a1".repeat(20)}`;

describe("hasOwnCode", () => {
  it.each([
    ["0x", false],
    ["0x6080", true],
    [borrowed, false],
    [borrowed.toUpperCase().replace("0X", "0x"), false],
    [`${borrowed}00`, true],
  ])("says of %s: %s", (code, expected) => {
    expect(hasOwnCode(code)).toBe(expected);
  });
});

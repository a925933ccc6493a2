import { sha256, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { MOST_READ, readDataUri, textOf } from "./readDataUri.ts";

const text = "Plan: bread, 60% for all – für alle";
const hash = sha256(stringToBytes(text));

describe("readDataUri", () => {
  it("reads words and sees that they are what was promised", () => {
    const carried = readDataUri(`data:text/plain,${encodeURIComponent(text)}`, hash);
    expect(carried).toMatchObject({ text, hash, isPromised: true });
    expect(carried?.bytes).toEqual(Uint8Array.from(stringToBytes(text)));
  });

  it("reads base64", () => {
    const base64 = Buffer.from(text).toString("base64");
    expect(readDataUri(`data:text/plain;charset=utf-8;base64,${base64}`, hash)).toMatchObject({
      text,
      isPromised: true,
    });
  });

  it("sees that one letter was changed", () => {
    const changed = readDataUri(`data:,${encodeURIComponent(`${text}!`)}`, hash);
    expect(changed).toMatchObject({ isPromised: false, hash: sha256(stringToBytes(`${text}!`)) });
  });

  it("checks what is no text without showing it", () => {
    const bytes = Uint8Array.from([0, 255, 1]);
    const uri = `data:application/pdf;base64,${Buffer.from(bytes).toString("base64")}`;
    expect(readDataUri(uri, sha256(bytes))).toMatchObject({ text: null, isPromised: true });
  });

  it.each(["https://example.org/plan.pdf", "ipfs://bafy", "data:text/plain", "data:,%E0%A4%A", "data:;base64,%%"])(
    "does not read %s",
    (uri) => {
      expect(readDataUri(uri, hash)).toBeNull();
    },
  );
});

describe("textOf", () => {
  it("reads words of any language, with tabs and ends of lines", () => {
    const words = "Brød\tund\r\nخبز\n";
    expect(textOf(new TextEncoder().encode(words))).toEqual({ text: words, isCut: false });
  });

  it.each([
    ["a NUL", [65, 0]],
    ["an escape", [27, 91]],
    ["half a letter", [0xc3]],
    ["what cannot be UTF-8", [0xff, 0xfe]],
  ])("reads nothing that has %s", (_, bytes) => {
    expect(textOf(Uint8Array.from(bytes))).toEqual({ text: null, isCut: false });
  });

  it("reads the first words of what is long, and says so", () => {
    const long = textOf(new Uint8Array(20_000_000).fill(97));
    expect([long.text?.length, long.isCut]).toEqual([MOST_READ, true]);
    expect(textOf(new Uint8Array(MOST_READ).fill(97))).toMatchObject({ isCut: false });
  });

  it("cuts between two letters", () => {
    const long = new TextEncoder().encode("é".repeat(MOST_READ).padStart(MOST_READ + 1, "a"));
    expect(textOf(long).text).toBe(`a${"é".repeat((MOST_READ - 2) / 2)}`);
  });

  it("asks nothing of what comes after the cut", () => {
    const bytes = new Uint8Array(MOST_READ + 9).fill(97);
    bytes[MOST_READ + 3] = 0;
    expect(textOf(bytes).text).toHaveLength(MOST_READ);
  });
});

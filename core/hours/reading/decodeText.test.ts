import { describe, expect, it } from "vitest";
import { decodeText } from "./decodeText.ts";

const decode = (bytes: Iterable<number>) => decodeText(Uint8Array.from(bytes), async () => {});
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean) =>
  Array.from(text).flatMap((letter) => {
    const [high, low] = [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255];
    return isLittle ? [low, high] : [high, low];
  });

describe("decodeText", () => {
  it.each([
    ["UTF-8", utf8("Gärten, 3")],
    ["UTF-8 with a mark", utf8("\ufeffGärten, 3")],
    ["UTF-16", utf16("\ufeffGärten, 3", true)],
    ["UTF-16, the other way", utf16("\ufeffGärten, 3", false)],
    ["UTF-16 without a mark", utf16("Gärten, 3", true)],
    ["UTF-16 without a mark, the other way", utf16("Gärten, 3", false)],
    ["an older program's letters", [0x47, 0xe4, ...utf8("rten, 3")]],
  ])("reads %s", async (_, bytes) => {
    expect(await decode(bytes)).toBe("Gärten, 3");
  });

  it("takes out marks that nobody sees, and joins no words of scripts that need theirs", async () => {
    expect(await decode(utf8("\u200e3\u200b,\u0007a\u202e\tb\u200dc"))).toBe("3,a\tb\u200dc");
  });

  it("ends lines with \\n, wherever parts of a big file begin", async () => {
    const text = `${"a".repeat(2 ** 18 - 1)}\r\nb\rc\n${"ä".repeat(2 ** 18)}\r\n`;

    expect(await decode(utf8(text))).toBe(text.replaceAll(/\r\n?/g, "\n"));
  });

  it.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]],
    ["half a letter of UTF-16", [0xff, 0xfe, 65, 0, 66]],
  ])("reads nothing in %s", async (_, bytes) => {
    expect(await decode(bytes)).toBeUndefined();
  });
});

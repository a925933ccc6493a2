import { describe, expect, it } from "vitest";
import { plainText } from "./plainText.ts";

describe("plainText", () => {
  it("keeps words of any script", () => {
    expect(plainText("Café ಬೇಕರಿ 面包店 👩🏽‍🌾 مخبز")).toBe("Café ಬೇಕರಿ 面包店 👩🏽‍🌾 مخبز");
  });

  it("drops what turns or hides what stands beside it", () => {
    expect(plainText("\u202eBakery\u202c \u2067for\u2069 \u200b00.1\u0000\u0007 DSU\ufeff")).toBe(
      "Bakery for 00.1 DSU",
    );
  });

  it("is one line, with plain spaces and none too many", () => {
    expect(plainText("\t two\r\nlines\u2028and\u0085more\u00a0\u3000 \v")).toBe("two lines and more");
  });

  it.each([
    ["a control sequence of a terminal", "\u001b[2J\u001b[HBakery\u009b1A", "[2J[HBakery1A"],
    ["letters that are blank", "A\u2800\u3164\u115f\u1160\uffa0B", "A B"],
    ["tags", "\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}Bakery\u{e0001}\u{e0041}", "\u{1f3f4}Bakery"],
    ["what varies a letter unseen", "B\ufe00a\ufe0fk\u{e0100}ery\u180b", "Bakery"],
    ["joiners that join nothing", "B\u200ca\u200dk\u200d👍\u200dx", "Bak👍x"],
    ["half of a letter", "A\ud83dB\udc00", "A\ufffdB\ufffd"],
    ["letters of somebody's own", "A\ue000\u{f0000}\uffff", "A\ufffd\ufffd\ufffd"],
    ["marks without a letter", "\u0301 \u0489A", "A"],
    ["marks that reach into other lines", `A${"\u0335".repeat(50)}`, `A${"\u0335".repeat(4)}`],
    ["letters in parts", "Cafe\u0301", "Café"],
  ])("makes harmless: %s", (_, text, wanted) => {
    expect(plainText(text)).toBe(wanted);
  });

  it.each([
    ["Persian", "می\u200cخواهم"],
    ["Hindi", "क्\u200dष न्\u200cन"],
    ["Sinhala", "ශ්\u200dරී"],
    ["Thai", "น้ำที่นี่"],
    ["Hebrew with points", "שָׁלוֹם".normalize()],
    ["emoji of several pictures", "👩🏽\u200d🌾 🏳️\u200d🌈 ❤️ 1️⃣ 🇿🇦"],
  ])("keeps what is needed to write %s", (_, text) => {
    expect(plainText(text)).toBe(text);
  });

  it("shows that there was something where nothing of it can be seen", () => {
    expect(plainText("\u3164\u200b\u001b")).toBe("\ufffd");
    expect(plainText("")).toBe("");
    expect(plainText("  \n")).toBe("");
  });

  it("cuts off what is too long", () => {
    expect(plainText("é".repeat(100))).toBe("é".repeat(100));
    expect(plainText("👍".repeat(101))).toBe(`${"👍".repeat(100)}…`);
    expect(plainText("a".repeat(1_000_000), 3)).toBe("aaa…");
  });

  it("changes nothing more the second time", () => {
    for (let code = 0; code < 0x11_0000; code += code < 0x3000 || (code > 0xd_ffff && code < 0xe_0fff) ? 1 : 977) {
      const once = plainText(`A${String.fromCodePoint(code)}b ${String.fromCodePoint(code)}`);
      expect(plainText(once), code.toString(16)).toBe(once);
    }
  });
});

describe("plainText of several lines", () => {
  it("keeps lines, tabs and spaces, and nothing else that is not seen", () => {
    expect(plainText("Café\r\n  two\tthree\n\n", Infinity, true)).toBe("Café\r\n  two\tthree\n\n");
    expect(plainText("a\rb\u2028c\u001b[1A\u202e\u00a0d", Infinity, true)).toBe("a\nb\nc[1A d");
  });

  it("reads twenty million letters in a moment", () => {
    const began = performance.now();
    plainText("Bread for all. ".repeat(1_400_000), Infinity, true);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { personIdOf } from "./personIdOf.ts";

const key = "the key of the country office";
const passport = { country: 710, kind: "passport", number: "A 1234-56" };

describe("personIdOf", () => {
  it.each([key, "", "k".repeat(64), "k".repeat(65), "schlüssel 鍵 🔑"])("is HMAC-SHA256 with the key %j", (text) => {
    const expected = createHmac("sha256", text).update("710|passport|A123456", "utf8").digest("hex");
    expect(personIdOf(text, passport)).toBe(`0x${expected}`);
  });

  it.each(["a123456", "A-123-456", " A 123 456 ", "Ａ１２３４５６", "A​123456"])(
    "knows %j for the same document",
    (number) => {
      expect(personIdOf(key, { ...passport, number })).toBe(personIdOf(key, passport));
    },
  );

  it("takes the kind however it is cased", () => {
    expect(personIdOf(key, { ...passport, kind: " Passport " })).toBe(personIdOf(key, passport));
  });

  it.each([
    { country: 711, kind: "passport", number: "A123456" },
    { country: 710, kind: "id", number: "A123456" },
    { country: 710, kind: "passport", number: "A123457" },
  ])("knows another person by another %j", (other) => {
    expect(personIdOf(key, other)).not.toBe(personIdOf(key, passport));
  });
});

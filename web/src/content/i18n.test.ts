import { describe, expect, it } from "vitest";
import { i18n } from "./i18n.ts";
import { shareWords } from "./words/shares.ts";

describe("i18n", () => {
  it("sets names apart that are written from right to left, so that figures beside them stay where they are", () => {
    expect(i18n._(shareWords.offering("מאפייה 100"))).toBe("Shares of \u2068מאפייה 100\u2069");
    expect(i18n.t(shareWords.buyTitle(3, "مخبز"))).toBe("Buy 3 shares of \u2068مخبز\u2069");
  });

  it("leaves other names as they are", () => {
    expect(i18n._(shareWords.offering("Bäckerei 面包店"))).toBe("Shares of Bäckerei 面包店");
  });
});

import { describe, expect, it } from "vitest";
import type { MayBuy } from "@one-small-town/core/shares/mayBuy.ts";
import { describeMayBuy } from "./describeMayBuy.ts";
import { i18n } from "./i18n.ts";

const said = (answer: MayBuy, phase: "local" | "failed" | "settled" = "local") =>
  i18n._(describeMayBuy(answer, { phase, now: 1_767_225_600 }));

describe("describeMayBuy", () => {
  it("says up to how many", () => {
    expect(said({ answer: "now", most: 1, left: 9, limit: 20 })).toBe("You may buy now: up to 1 share.");
    expect(said({ answer: "now", most: 7, left: 9, limit: 20 })).toBe("You may buy now: up to 7 shares.");
  });

  it("says when one's turn comes, and how long that is", () => {
    const from = 1_767_225_600 + 2 * 86_400;
    expect(said({ answer: "later", from, isSure: true })).toMatch(/opens on .*2026.*, in 2 days/);
    expect(said({ answer: "later", from, isSure: false })).toMatch(/Your turn may come on .*2026.*, in 2 days/);
  });

  it.each([
    [{ answer: "no", why: "unattested" }, "local", "town office"],
    [{ answer: "no", why: "insider" }, "local", "You run this business"],
    [{ answer: "no", why: "notForYou" }, "local", "only for people who live nearer"],
    [{ answer: "no", why: "atLimit", limit: 20 }, "local", "You hold 20 shares"],
    [{ answer: "no", why: "soldOut" }, "local", "All shares on offer are sold"],
    [{ answer: "no", why: "over" }, "failed", "gets back exactly what they paid"],
    [{ answer: "no", why: "over" }, "settled", "reached its goal"],
  ] as const)("says %j in a sale that is %s", (answer, phase, words) => {
    expect(said(answer, phase)).toContain(words);
  });
});

import { describe, expect, it } from "vitest";
import { mayBuy } from "./mayBuy.ts";
import type { SaleState } from "./phases.ts";

const local: SaleState = {
  phase: "local",
  opens: 100,
  localEnds: 200,
  countryEnds: 300,
  worldEnds: 400,
  goal: 20,
  cap: 50,
  sold: 10,
  limitLocal: 8,
  limitLater: 5,
};
const resident = { tier: "local", held: 0, isSuspended: false, isInsider: false } as const;
const compatriot = { ...resident, tier: "country" } as const;
const foreigner = { ...resident, tier: "world" } as const;

describe("mayBuy", () => {
  describe("given the local phase", () => {
    it("lets a resident buy up to the personal limit", () => {
      expect(mayBuy(local, { ...resident, held: 3 }, 150)).toEqual({ answer: "now", most: 5, left: 40, limit: 8 });
    });

    it("lets a resident buy what the cap leaves", () => {
      expect(mayBuy({ ...local, sold: 48 }, resident, 150)).toEqual({ answer: "now", most: 2, left: 2, limit: 8 });
    });

    it("says when the sale opens", () => {
      expect(mayBuy(local, resident, 99)).toEqual({ answer: "later", from: 100, isSure: true });
    });

    it("opens in the second that the terms say", () => {
      expect(mayBuy(local, resident, 100).answer).toBe("now");
    });

    it("says when the country's turn comes", () => {
      expect(mayBuy(local, compatriot, 150)).toEqual({ answer: "later", from: 200, isSure: false });
    });

    it("says when the world's turn comes", () => {
      expect(mayBuy(local, foreigner, 150)).toEqual({ answer: "later", from: 300, isSure: false });
    });

    it("brings the country in with the world when it has no phase of its own", () => {
      const sale = { ...local, countryEnds: 0 };
      expect(mayBuy(sale, compatriot, 150)).toEqual({ answer: "later", from: 200, isSure: false });
      expect(mayBuy(sale, foreigner, 150)).toEqual({ answer: "later", from: 200, isSure: false });
    });

    it("tells those for whom no phase comes", () => {
      const sale = { ...local, worldEnds: 0 };
      expect(mayBuy(sale, foreigner, 150)).toEqual({ answer: "no", why: "notForYou" });
      expect(mayBuy({ ...sale, countryEnds: 0 }, compatriot, 150)).toEqual({ answer: "no", why: "notForYou" });
    });

    it("refuses somebody at the limit, before it says sold out", () => {
      expect(mayBuy({ ...local, sold: 50 }, { ...resident, held: 8 }, 150)).toEqual({
        answer: "no",
        why: "atLimit",
        limit: 8,
      });
    });

    it("says sold out at the cap", () => {
      expect(mayBuy({ ...local, sold: 50 }, resident, 150)).toEqual({ answer: "no", why: "soldOut" });
    });
  });

  describe("given the country phase", () => {
    const country = { ...local, phase: "country" } as const;

    it("offers only what the goal lacks, to town and country", () => {
      expect(mayBuy(country, resident, 250)).toEqual({ answer: "now", most: 5, left: 10, limit: 5 });
      expect(mayBuy({ ...country, sold: 18 }, compatriot, 250)).toEqual({ answer: "now", most: 2, left: 2, limit: 5 });
    });

    it("says when the world's turn comes", () => {
      expect(mayBuy(country, foreigner, 250)).toEqual({ answer: "later", from: 300, isSure: false });
    });
  });

  it("admits everybody attested in the world phase", () => {
    expect(mayBuy({ ...local, phase: "world" }, foreigner, 350).answer).toBe("now");
  });

  it("refuses a wallet that nobody has attested, and an insider", () => {
    expect(mayBuy(local, { ...resident, tier: "none" }, 150)).toEqual({ answer: "no", why: "unattested" });
    expect(mayBuy(local, { ...resident, isInsider: true }, 150)).toEqual({ answer: "no", why: "insider" });
    const suspended = { ...resident, tier: "none", isSuspended: true } as const;
    expect(mayBuy(local, suspended, 150)).toEqual({ answer: "no", why: "suspended" });
  });

  it.each(["succeeded", "failed", "settled"] as const)("is over when the sale has %s", (phase) => {
    expect(mayBuy({ ...local, phase }, resident, 500)).toEqual({ answer: "no", why: "over" });
  });
});

// @vitest-environment jsdom
import { zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../../testing/renderSaid.tsx";
import type { Offering } from "../../../chain/shares/offeringQuery.ts";
import { anOffering } from "../../../testing/anOffering.ts";
import { RiskList } from "./RiskList.tsx";

const amina = { wallet: "0x00000000000000000000000000000000000000a1", tier: "local" } as const;

function risksOf(change: Partial<Offering>, largest: number): string {
  const holders = [{ ...amina, shares: largest }];
  return renderSaid(<RiskList offering={{ ...anOffering, ...change }} holders={holders} />).container.textContent;
}

describe("RiskList", () => {
  it("says how many shares are missing to the goal, while the sale runs", () => {
    expect(risksOf({}, 1)).toContain("100 shares are still missing");
    expect(risksOf({ sold: 199 }, 1)).toContain("1 share is still missing");
    expect(risksOf({ phase: "settled", scope: "local" }, 1)).not.toContain("missing");
  });

  it("names a holder above 15 per cent, and none at 15", () => {
    expect(risksOf({}, 16)).toContain("One person holds 16%");
    expect(risksOf({}, 15)).not.toContain("One person");
  });

  it("says that there is no plan", () => {
    expect(risksOf({ plan: zeroHash }, 1)).toContain("no business plan");
    expect(risksOf({}, 1)).not.toContain("no business plan");
  });

  it("says how the money goes to the business, or that it no longer does", () => {
    expect(risksOf({ phase: "settled" }, 1)).toContain("goes to the business in 2 parts");
    const windingUp = risksOf({ phase: "settled", windUpFrom: 1_790_000_000 }, 1);
    expect(windingUp).toContain("No more money of this sale goes to the business");
    expect(windingUp).not.toContain("in 2 parts");
    const all = anOffering.price * BigInt(anOffering.sold);
    const woundUp = risksOf({ phase: "settled", windUpFrom: 1_790_000_000, released: all }, 1);
    expect(woundUp).toContain("What was left went to those who owned the shares");
  });

  it("always says that money can be lost", () => {
    expect(risksOf({ phase: "failed" }, 0)).toContain("A business can fail");
  });
});

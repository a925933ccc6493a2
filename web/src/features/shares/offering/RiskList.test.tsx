// @vitest-environment jsdom
import { zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../../testing/renderSaid.tsx";
import type { Offering } from "../../../chain/shares/offeringQuery.ts";
import { anOffering } from "../../../testing/anOffering.ts";
import { RiskList } from "./RiskList.tsx";

function risksOf(change: Partial<Offering>): string {
  return renderSaid(<RiskList offering={{ ...anOffering, ...change }} />).container.textContent;
}

describe("RiskList", () => {
  it("says how many shares are missing to the goal, while the sale runs", () => {
    expect(risksOf({})).toContain("100 shares are still missing");
    expect(risksOf({ sold: 199 })).toContain("1 share is still missing");
    expect(risksOf({ phase: "settled", scope: "local" })).not.toContain("missing");
  });

  it("says that there is no plan", () => {
    expect(risksOf({ plan: zeroHash })).toContain("no business plan");
    expect(risksOf({})).not.toContain("no business plan");
  });

  it("says how the money goes to the business, or that it no longer does", () => {
    expect(risksOf({ phase: "settled" })).toContain("goes to the business in 2 parts");
    const windingUp = risksOf({ phase: "settled", windUpFrom: 1_790_000_000 });
    expect(windingUp).toContain("No more money of this sale goes to the business");
    expect(windingUp).not.toContain("in 2 parts");
    const all = anOffering.price * BigInt(anOffering.sold);
    const woundUp = risksOf({ phase: "settled", windUpFrom: 1_790_000_000, released: all });
    expect(woundUp).toContain("What was left went to those who owned the shares");
  });

  it("always says that money can be lost", () => {
    expect(risksOf({ phase: "failed" })).toContain("A business can fail");
  });
});

// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../../testing/renderSaid.tsx";
import { anOffering } from "../../../testing/anOffering.ts";
import { OwnershipMeter } from "./OwnershipMeter.tsx";

const holders = [
  { wallet: "0x00000000000000000000000000000000000000a1", shares: 60, tier: "local" },
  { wallet: "0x00000000000000000000000000000000000000b2", shares: 25, tier: "country" },
  { wallet: "0x00000000000000000000000000000000000000c3", shares: 15, tier: "local" },
] as const;

describe("OwnershipMeter", () => {
  it("adds up who lives where, and what is not sold", () => {
    const { container } = renderSaid(<OwnershipMeter offering={anOffering} holders={holders} />);
    const parts = [...container.querySelectorAll("figure li")].map((part) => part.textContent);
    expect(parts).toEqual(["Town 75", "Country 25", "Not sold 300"]);
  });

  it("lists every holder with their part of what is sold", () => {
    const { getAllByRole } = renderSaid(<OwnershipMeter offering={anOffering} holders={holders} />);
    const rows = getAllByRole("row", { hidden: true }).map((row) => row.textContent);
    expect(rows[1]).toContain("60%");
    expect(rows).toHaveLength(4);
  });

  it("leaves the unsold out once the sale is over", () => {
    const { container } = renderSaid(
      <OwnershipMeter offering={{ ...anOffering, phase: "settled" }} holders={holders} />,
    );
    expect(container.textContent).not.toContain("Not sold");
  });

  it("names a holder above 15 per cent, and none at 15", () => {
    const [first] = holders;
    const textOf = (shares: number) =>
      renderSaid(<OwnershipMeter offering={anOffering} holders={[{ ...first, shares }]} />).container.textContent;
    expect(textOf(16)).toContain("One person holds 16%");
    expect(textOf(15)).not.toContain("One person");
  });

  it("invites the first buyer", () => {
    const { getByText } = renderSaid(<OwnershipMeter offering={{ ...anOffering, sold: 0 }} holders={[]} />);
    expect(getByText(/Be the first/)).toBeTruthy();
  });
});

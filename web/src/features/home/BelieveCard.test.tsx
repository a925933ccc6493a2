// @vitest-environment jsdom

import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderRead } from "../../testing/renderRead.tsx";
import { renderSaid } from "../../testing/renderSaid.tsx";
import { BelieveCard, SupplySum } from "./BelieveCard.tsx";

const one = 10n ** 18n;
const supply = { shifts: 564n, exists: 564n * one, burnt: 0n, block: 12n };
const textOf = (change: Partial<typeof supply>) =>
  renderSaid(<SupplySum supply={{ ...supply, ...change }} />).container.textContent;

describe("SupplySum", () => {
  it("says that INFINITY and shifts match", () => {
    expect(textOf({})).toContain("They match. Your own device added them up just now, at block 12.");
  });

  it("counts INFINITY that was burnt as made", () => {
    expect(textOf({ exists: 500n * one, burnt: 64n * one })).toContain("They match");
  });

  it("warns when one unit too many exists", () => {
    const text = textOf({ exists: 564n * one + 1n });
    expect(text).toContain("564.000000000000000001");
    expect(text).toContain("They do not match at block 12. Do not buy.");
  });

  it("says when nothing was counted yet", () => {
    expect(textOf({ shifts: 0n, exists: 0n })).toContain("No shift was counted yet");
  });
});

describe("BelieveCard", () => {
  it("gives its reasons, and no figure, while the chain is read", () => {
    const { container } = renderRead(<BelieveCard />);
    expect(screen.getByRole("status").textContent).toContain("Reading the chain");
    expect(container.textContent).toContain("No one can make INFINITY by hand");
    expect(container.textContent).not.toContain("match");
  });

  it("says so when the chain does not answer, and claims nothing", async () => {
    const { container } = renderRead(<BelieveCard />, { chain: "broken" });
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("The chain does not answer"));
    expect(container.textContent).not.toContain("They match");
  });
});

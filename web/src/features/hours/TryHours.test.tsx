// @vitest-environment jsdom
import { fireEvent } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../testing/renderSaid.tsx";
import { earningsOf } from "@one-small-town/core/hours/earnings.ts";
import { TryHours } from "./TryHours.tsx";

const dollar = { address: "0x00000000000000000000000000000000000000d1", symbol: "TUSD", decimals: 6 } as const;
const town = { id: 1, name: "Willowmere", country: 710, currency: dollar };
const last = earningsOf({ index: 0, weekIndex: 2_965, active: 43, cashPerActive: 2_072_750n }, 12);

describe("TryHours", () => {
  it("works out what the slider says", () => {
    const { getByRole, getByLabelText } = renderSaid(<TryHours town={town} last={last} />);
    expect(getByRole("status").textContent).toContain("7.25 hours ÷ 3 = 2 shifts = 2 INFINITY");

    fireEvent.change(getByLabelText(/hours in a week/), { target: { value: "11" } });
    expect(getByRole("status").textContent).toContain("2.75 hours ÷ 3 = 0 shifts = 0 INFINITY");
    expect(getByRole("status").textContent).toContain("Cash: none");

    fireEvent.change(getByLabelText(/hours in a week/), { target: { value: "12" } });
    expect(getByRole("status").textContent).toContain("3 hours ÷ 3 = 1 shift = 1 INFINITY");
    expect(getByRole("status").textContent).toContain("2.07275 TUSD");
  });
});

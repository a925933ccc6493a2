import { describe, expect, it } from "vitest";
import { type Sign, trueSigns } from "./trueSigns.ts";

const signsOf = (signs: readonly (Sign | undefined)[], ...figures: (bigint | null)[]) =>
  trueSigns(figures, signs).join("");

describe("trueSigns", () => {
  it("leaves what is true", () => {
    expect(signsOf([undefined, "≥"], 3n, 3n)).toBe("≥");
    expect(signsOf([undefined, "≤"], 2n, 3n)).toBe("≤");
    expect(signsOf([undefined, "=", "−"], 3n, 5n, 2n)).toBe("=−");
    expect(signsOf([undefined, "=", "=", "="], 3n, 3n, 3n, 3n)).toBe("===");
    expect(signsOf([undefined, "=", "+", "+"], 6n, 1n, 2n, 3n)).toBe("=++");
  });

  it("turns what is not", () => {
    expect(signsOf([undefined, "≥"], 3n, 4n)).toBe("<");
    expect(signsOf([undefined, "≤"], 4n, 3n)).toBe(">");
    expect(signsOf([undefined, "=", "−"], 4n, 5n, 2n)).toBe("≠−");
    expect(signsOf([undefined, "=", "=", "="], 3n, 3n, 4n, 4n)).toBe("=≠=");
  });

  it("cannot say without a figure", () => {
    expect(signsOf([undefined, "=", "="], 3n, null, 4n)).toBe("==");
  });
});

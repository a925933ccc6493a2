// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../content/renderSaid.tsx";
import { KeysCard } from "./KeysCard.tsx";

const thandi = "0x00000000000000000000000000000000000000a1" as const;
const figures = {
  ...{ members: 54, isActive: false, townAmbassador: thandi, countryAmbassador: null },
  ...{ fund: 0n, carry: 0n, running: 0n, pending: null },
};

describe("KeysCard", () => {
  it("shows who holds a key, and which key nobody holds", () => {
    const text = renderSaid(<KeysCard figures={figures} country={710} explorer={null} />).container.textContent;
    expect(text).toContain(`Town Ambassador${thandi}`);
    expect(text).toContain("Ambassador of South AfricaNobody holds this key now.");
    expect(text).not.toContain("Both keys are held");
  });

  it("links to the explorer where there is one", () => {
    const { container } = renderSaid(<KeysCard figures={figures} country={710} explorer="https://scan.example" />);
    expect(container.querySelector("a")?.href).toBe(`https://scan.example/address/${thandi}`);
  });
});

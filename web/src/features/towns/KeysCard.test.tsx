// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../testing/renderSaid.tsx";
import type { Key } from "../../chain/members/townFiguresQuery.ts";
import { KeysCard } from "./KeysCard.tsx";

const thandi = "0x00000000000000000000000000000000000000a1" as const;
const headOffice = "0x00000000000000000000000000000000000000b2" as const;
const figures = {
  members: 54,
  isActive: false,
  townKey: { named: thandi, acting: thandi },
  countryKey: { named: null, acting: null },
  fund: 0n,
  carry: 0n,
  running: 0n,
  pending: null,
  openWeeks: [],
};

describe("KeysCard", () => {
  it("shows who holds a key, and which key nobody holds", () => {
    const text = renderSaid(<KeysCard figures={figures} country={710} explorer={null} />).container.textContent;
    expect(text).toContain(`Town Ambassador${thandi}`);
    expect(text).toContain("Ambassador of South AfricaNobody holds this key now.");
    expect(text).not.toContain("Both keys are held");
  });

  it("says when head office stands in, and when somebody named cannot act yet", () => {
    const textOf = (countryKey: Key, isActive: boolean) =>
      renderSaid(<KeysCard figures={{ ...figures, countryKey, isActive }} country={710} explorer={null} />).container
        .textContent;

    const standIn = textOf({ named: null, acting: headOffice }, true);
    expect(standIn).toContain(`Ambassador of South Africa${headOffice}Head office stands in`);
    expect(standIn).not.toContain("Nobody holds this key now");
    expect(textOf({ named: headOffice, acting: null }, false)).toContain(`${headOffice}Named, but not at work yet.`);
    expect(textOf({ named: headOffice, acting: headOffice }, true)).not.toContain("stands in until");
  });

  it("links to the explorer where there is one", () => {
    const { container } = renderSaid(<KeysCard figures={figures} country={710} explorer="https://scan.example" />);
    expect(container.querySelector("a")?.href).toBe(`https://scan.example/address/${thandi}`);
  });
});

// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../testing/renderSaid.tsx";
import type { Key } from "../../chain/members/townFiguresQuery.ts";
import { KeysCard } from "./KeysCard.tsx";

const thandi = "0x00000000000000000000000000000000000000a1" as const;
const sizwe = "0x00000000000000000000000000000000000000b2" as const;
const figures = {
  joined: 54,
  isActive: false,
  townKey: { acting: thandi, next: null },
  countryKey: { acting: null, next: null },
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

  it("says who takes over and when, after one in office or of a key that nobody holds", () => {
    const next = { wallet: sizwe, from: 1_800_000_000 };
    const textOf = (countryKey: Key, isActive: boolean) =>
      renderSaid(<KeysCard figures={{ ...figures, countryKey, isActive }} country={710} explorer={null} />).container
        .textContent;

    expect(textOf({ acting: thandi, next }, true)).toMatch(
      new RegExp(`Ambassador of South Africa${thandi}Takes over on Fri, Jan 15, 2027.*${sizwe}`, "u"),
    );
    expect(textOf({ acting: null, next }, false)).toMatch(
      new RegExp(`Nobody holds this key now\\.Takes over on Fri, Jan 15, 2027.*${sizwe}`, "u"),
    );
  });

  it("links to the explorer where there is one", () => {
    const { container } = renderSaid(<KeysCard figures={figures} country={710} explorer="https://scan.example" />);
    expect(container.querySelector("a")?.href).toBe(`https://scan.example/address/${thandi}`);
  });
});

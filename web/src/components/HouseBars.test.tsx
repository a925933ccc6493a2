// @vitest-environment jsdom
import { fireEvent } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { renderSaid } from "../testing/renderSaid.tsx";
import { HouseBars } from "./HouseBars.tsx";

const bars = [null, { key: 7, above: 100, below: 40 }, { key: 8, above: 50, below: 20 }];
const pathsOf = (container: HTMLElement) =>
  [...container.querySelectorAll("path")].map((path) => path.getAttribute("d"));

describe("HouseBars", () => {
  it("builds houses in proportion, from the street up", () => {
    const { container } = renderSaid(<HouseBars bars={bars} selected={null} onSelect={() => {}} />);

    const peaks = pathsOf(container).flatMap((d) => /^M3 150V.*L12 ([\d.]+)L21/.exec(d ?? "")?.[1] ?? []);
    expect(peaks.map((peak) => 150 - Number(peak))).toEqual([142, 71]);
  });

  it("leaves a plot empty where there is no figure", () => {
    const { container } = renderSaid(<HouseBars bars={[null, null]} selected={null} onSelect={() => {}} />);

    expect(pathsOf(container)).toHaveLength(2);
    expect(container.querySelector("[fill='var(--link)']")).toBeNull();
  });

  it("opens a door in the chosen house, and says which one is tapped", () => {
    const onSelect = vi.fn();
    const { container } = renderSaid(<HouseBars bars={bars} selected={8} onSelect={onSelect} />);

    expect(container.querySelectorAll("[fill='var(--color-sun)']")).toHaveLength(1);
    fireEvent.click(container.querySelectorAll("rect.cursor-pointer")[0] as Element);
    expect(onSelect).toHaveBeenCalledWith(7);
  });

  it("stands still when every figure is zero", () => {
    const { container } = renderSaid(<HouseBars bars={[{ key: 1, above: 0 }]} selected={1} onSelect={() => {}} />);

    expect(container.innerHTML).not.toContain("NaN");
  });
});

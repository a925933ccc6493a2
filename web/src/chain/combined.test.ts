import { describe, expect, it, vi } from "vitest";
import { combined, type Read } from "./combined.ts";

function read<data>(data: data | undefined, isError = false): Read<data> {
  return { data, isError, refetch: vi.fn() };
}

describe("combined", () => {
  it("says what all say, each with its own type", () => {
    const all: Read<readonly [number, string]> = combined([read(7), read("seven")]);
    expect(all).toMatchObject({ data: [7, "seven"], isError: false });
  });

  it("says nothing until all do, but takes null and nothing owed for an answer", () => {
    expect(combined([read(7), read<string>(undefined)]).data).toBeUndefined();
    expect(combined([read(null), read(0), read("")]).data).toEqual([null, 0, ""]);
    expect(combined([]).data).toEqual([]);
  });

  it("fails where one does, with what was read before", () => {
    expect(combined([read(7), read("old", true)])).toMatchObject({ data: [7, "old"], isError: true });
  });

  it("reads again only what failed", () => {
    const [fine, failed] = [read(7), read("seven", true)];
    combined([fine, failed]).refetch();
    expect(failed.refetch).toHaveBeenCalledOnce();
    expect(fine.refetch).not.toHaveBeenCalled();
  });
});

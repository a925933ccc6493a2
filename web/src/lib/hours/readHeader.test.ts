import { describe, expect, it } from "vitest";
import { readHeader } from "./readHeader.ts";

describe("readHeader", () => {
  it("finds the columns by name, up to the last named one", () => {
    expect(readHeader(["", " HOURS ", "date", "Project", "member", "note", "", " "], 1)).toEqual({
      header: { hours: 1, date: 2, project: 3, member: 4, width: 6 },
    });
  });

  it("names the columns that are missing before those that are repeated", () => {
    expect(readHeader(["hours", "Hours", "date"], 3)).toEqual({
      error: { row: 3, code: "missingColumn", columns: ["member", "project"] },
    });
    expect(readHeader(["hours", "Hours", "date", "member", "project"], 3)).toEqual({
      error: { row: 3, code: "repeatedColumn", columns: ["hours"] },
    });
  });
});

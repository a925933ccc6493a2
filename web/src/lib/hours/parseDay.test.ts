import { describe, expect, it } from "vitest";
import { parseDay } from "./parseDay.ts";

describe("parseDay", () => {
  it.each(["2027-03-04", "04.03.2027", "4.3.2027", "04.3.2027"])("reads %s", (text) => {
    expect(parseDay(text)).toBe("2027-03-04");
  });

  it.each(["", "2027-3-4", "2027/03/04", "03/04/2027", "4.3.27", "2027-03-04 ", "20270304", "4. März 2027"])(
    "does not read %j",
    (text) => {
      expect(parseDay(text)).toBeUndefined();
    },
  );
});

import { expect } from "chai";
import type { Rules } from "./readRules.ts";
import { rulesSource } from "./rulesSource.ts";

const GENERATED = "// Generated from the compiled contracts by npm run compile.\n";

describe("rulesSource", () => {
  it("writes one file for each contract, numbers where they are exact, and else bigints", () => {
    const files = rulesSource(
      rulesOf([
        { name: "SHIFT", value: 12n, says: "Quarters */ of a shift." },
        { name: "LAST_EXACT", value: 2n ** 53n - 1n, says: "" },
        { name: "FIRST_LARGE", value: 2n ** 53n, says: "" },
        { name: "LEAST", value: -(2n ** 60n), says: "" },
        { name: "PREFIX", value: { hex: "0xef0100" }, says: "" },
        { name: "VERSION", value: "1", says: "" },
      ]),
    );
    expect(files.get("Town.ts")).to.equal(
      [
        GENERATED,
        "/** Quarters * / of a shift. */",
        "export const SHIFT = 12;",
        "export const LAST_EXACT = 9007199254740991;",
        "export const FIRST_LARGE = 9007199254740992n;",
        "export const LEAST = -1152921504606846976n;",
        'export const PREFIX = "0xef0100";',
        'export const VERSION = "1";',
        "",
      ].join("\n"),
    );
  });

  it("writes enumerations as lists of names, and the type of a name", () => {
    const phase = { name: "Phase", members: ["none", "local"], says: "Where a sale stands." };
    const files = rulesSource({ constants: new Map(), enumerations: [phase] });
    expect([...files]).to.deep.equal([
      [
        "enumerations.ts",
        [
          GENERATED,
          "/** Where a sale stands. */",
          'export const phases = ["none","local"] as const;',
          "export type Phase = (typeof phases)[number];",
          "",
        ].join("\n"),
      ],
    ]);
  });

  it("refuses two of one name, for one would hide the other", () => {
    const constant = { name: "MOST", value: 1n, says: "" };
    expect(() => rulesSource(rulesOf([constant, constant]))).to.throw("Town.MOST is declared twice");
    const kind = { name: "Kind", members: ["meal"], says: "" };
    expect(() => rulesSource({ constants: new Map(), enumerations: [kind, kind] })).to.throw("Kind is declared twice");
  });
});

function rulesOf(constants: NonNullable<ReturnType<Rules["constants"]["get"]>>): Rules {
  return { constants: new Map([["Town", constants]]), enumerations: [] };
}

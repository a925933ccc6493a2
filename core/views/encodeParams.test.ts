import { encodeAbiParameters, parseAbiParameters } from "viem";
import { describe, expect, it } from "vitest";
import { encodeParams } from "./encodeParams.ts";
import type { Param } from "./words.ts";

const CASES: readonly [types: string, values: readonly unknown[]][] = [
  ["uint16, address, bool, bytes32", [7, `0x${"ab".repeat(20)}`, true, `0x${"cd".repeat(32)}`]],
  ["string, uint256, bytes", ["Böckerei", 9n, "0x010203"]],
  [
    "uint16[], bytes32[2]",
    [
      [1, 2, 3],
      [`0x${"01".repeat(32)}`, `0x${"02".repeat(32)}`],
    ],
  ],
  [
    "(uint16 a, (bytes32 hash, string uri) document)[]",
    [[{ a: 1, document: { hash: `0x${"0a".repeat(32)}`, uri: "ipfs://x" } }]],
  ],
  [
    "(bytes32 hash, string uri), (bytes32 hash, string uri)",
    [
      { hash: `0x${"0b".repeat(32)}`, uri: "" },
      { hash: `0x${"0c".repeat(32)}`, uri: "y".repeat(40) },
    ],
  ],
  ["string, string[]", ["", []]],
];

describe("encodeParams", () => {
  it.each(CASES)("says of %s what viem does", (types, values) => {
    const params = parseAbiParameters(types) as readonly Param[];
    expect(`0x${encodeParams(params, values)}`).toBe(encodeAbiParameters(params as never, values as never));
  });

  it("throws where a part is missing", () => {
    expect(() => encodeParams([{ type: "tuple", components: [{ type: "uint8", name: "a" }] }], [{}])).toThrow();
    expect(() => encodeParams([{ type: "string" }], [undefined])).toThrow();
    expect(() => encodeParams([{ type: "uint8[2]" }], [[1]])).toThrow();
  });
});

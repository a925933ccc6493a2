import { hashTypedData, serializeTypedData, type TypedDataDefinition } from "viem";
import { describe, expect, it } from "vitest";
import type { Deployment } from "./deployment/Deployment.ts";
import { digestOf, textToSign } from "./digestOf.ts";
import { redemptionToSign } from "./hours/signedWords.ts";
import { REDEMPTION_TYPEHASH } from "./rules/Benefits.ts";

const addresses = { Benefits: "0x00000000000000000000000000000000000000c1" } as unknown as Deployment["addresses"];
const words = redemptionToSign(
  { chainId: 8453, addresses },
  { benefit: 2n ** 200n, weekIndex: 2_900, number: 24_000, cumulativeUnits: 2 ** 32 - 1 },
);

describe("words to be signed", () => {
  it("have the digest that they have for wallets and contracts", () => {
    expect(digestOf(words)).toBe(hashTypedData(words));
    expect(REDEMPTION_TYPEHASH).toMatch(/^0x8c1ff396/);
  });

  it("are handed to a wallet as others do it", () => {
    const types = {
      EIP712Domain: [
        { name: "name", type: "string" },
        { name: "version", type: "string" },
        { name: "chainId", type: "uint256" },
        { name: "verifyingContract", type: "address" },
      ],
      ...words.types,
    };
    const typed: TypedDataDefinition = { ...words, types };
    expect(JSON.parse(textToSign(words))).toEqual(JSON.parse(serializeTypedData(typed)));
  });

  it.each(["uint256[]", "string", "bytes", "Other"])("are not hashed with %s in them", (type) => {
    const odd = { ...words, types: { Redemption: [{ name: "benefit", type }] } };
    expect(() => digestOf(odd)).toThrow(type);
  });
});

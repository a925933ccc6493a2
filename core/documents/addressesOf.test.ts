import { describe, expect, it } from "vitest";
import { addressesOf } from "./addressesOf.ts";

const GATEWAYS = ["https://one.example/ipfs/", "https://two.example/ipfs"];

describe("addressesOf", () => {
  it("fetches an https address as it is", () => {
    expect(addressesOf("https://example.org/plan.txt?v=1", GATEWAYS)).toEqual(["https://example.org/plan.txt?v=1"]);
  });

  it("asks each gateway for what is on IPFS", () => {
    const wanted = ["https://one.example/ipfs/bafyA1/plan.txt", "https://two.example/ipfs/bafyA1/plan.txt"];
    expect(addressesOf("ipfs://bafyA1/plan.txt", GATEWAYS)).toEqual(wanted);
    expect(addressesOf("ipfs://ipfs/bafyA1/plan.txt", GATEWAYS)).toEqual(wanted);
    expect(addressesOf("ipfs://bafyA1", [])).toEqual([]);
  });

  it("asks no gateway that is not encrypted", () => {
    expect(addressesOf("ipfs://bafyA1", ["http://one.example/ipfs/", "nowhere"])).toEqual([]);
  });

  it.each([
    "http://example.org/plan.txt",
    "https://name:secret@example.org/plan.txt",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/plain,x",
    "//example.org/plan",
    "ipfs://",
    "ipfs://bafyA1/../../admin",
    "ipfs://@evil.example/x",
    "",
  ])("fetches nothing at %j", (uri) => {
    expect(addressesOf(uri, GATEWAYS)).toEqual([]);
  });
});

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readProjectMetadata } from "./ProjectMetadata.ts";

const TEXT = JSON.stringify({ title: "Bakery", about: "Bread, 100 % of ours" });
const URI = `data:application/json,${encodeURIComponent(TEXT)}`;

function hashOf(text: string): `0x${string}` {
  return `0x${createHash("sha256").update(text).digest("hex")}`;
}

describe("readProjectMetadata", () => {
  it("reads the words in the address when their SHA-256 is what was promised", () => {
    expect(readProjectMetadata(URI, hashOf(TEXT))).toEqual({ title: "Bakery", about: "Bread, 100 % of ours" });
  });

  it("reads nothing that differs from what was promised", () => {
    expect(readProjectMetadata(URI, hashOf(`${TEXT} `))).toBeNull();
  });

  it("reads nothing from another place, without a title, or that is no JSON", () => {
    const uriOf = (text: string) => `data:application/json,${encodeURIComponent(text)}`;

    expect(readProjectMetadata("https://example.org/words.json", hashOf(TEXT))).toBeNull();
    expect(readProjectMetadata(uriOf("{}"), hashOf("{}"))).toBeNull();
    expect(readProjectMetadata(uriOf("{"), hashOf("{"))).toBeNull();
  });

  it("takes only words and numbers, and no more than fit", () => {
    const written = {
      title: "\u202eBakery",
      sector: { not: "words" },
      about: ["no"],
      goal: "",
      jobs: 4,
      long: "a".repeat(999),
    };
    const text = JSON.stringify(written);
    const uri = `data:application/json,${encodeURIComponent(text)}`;

    expect(readProjectMetadata(uri, hashOf(text))).toEqual({ title: "Bakery", jobs: "4", long: `${"a".repeat(300)}…` });
  });

  it.each(["null", "[]", '"Bakery"', '{"title":{}}', '{"title":"\\u202e"}'])("reads no title in %s", (text) => {
    expect(readProjectMetadata(`data:application/json,${encodeURIComponent(text)}`, hashOf(text))).toBeNull();
  });
});

import { readDataUri } from "@one-small-town/core/documents/readDataUri.ts";
import { sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { documentOf, isFetchable, readDraft } from "./DocumentDraft.ts";

describe("isFetchable", () => {
  it.each(["https://example.org/plan.pdf", "ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi"])(
    "takes %s",
    (address) => expect(isFetchable(address)).toBe(true),
  );

  it.each([
    ["no address", "the town hall"],
    ["an open one", "http://example.org/plan.pdf"],
    ["a script", "javascript:alert(1)"],
    ["words in an address, of which nobody has the mark", "data:text/plain,hello"],
    ["a file of one's own", "file:///home/me/plan.pdf"],
    ["a name and password", "https://me:secret@example.org/plan.pdf"],
    ["a turned line", "https://example.org/\u202efdp.nalp"],
    ["what is not seen", "https://example.org/plan\u200b.pdf"],
    ["two addresses", "https://example.org/plan.pdf https://example.com/"],
    ["a long one", `https://example.org/${"x".repeat(300)}`],
    ["no content", "ipfs://../../plan"],
    ["a gateway left", "ipfs://bafy/../../plan"],
    ["a gateway left by other signs", "ipfs://bafy/%2E./x"],
  ])("does not take %s", (_, address) => expect(isFetchable(address)).toBe(false));
});

describe("readDraft and documentOf", () => {
  const bytes = (...each: number[]) => new File([Uint8Array.from(each)], "plan.bin");

  it("keep a short text in the address, to the byte", async () => {
    for (const text of ["A plan: 50 % more, naïve & #1?", "\ufeffwith a mark before it", "two\r\nlines\t"]) {
      const file = await readDraft(new File([text], "plan.txt"));
      const document = documentOf(typeof file === "string" ? null : file, "  ");
      expect(document?.hash).toBe(sha256(new TextEncoder().encode(text)));
      expect(readDataUri(document?.uri ?? "", document?.hash ?? "0x")?.isPromised).toBe(true);
    }
  });

  it.each([
    ["no text", bytes(0xff, 0xd8, 0xff)],
    ["control characters", bytes(65, 0, 66)],
    ["half a letter", bytes(0xc3)],
    ["a long text", new File(["x".repeat(1_001)], "plan.txt")],
  ])("ask for an address of %s, and take it as it is written", async (_, file) => {
    const read = await readDraft(file);
    if (typeof read === "string") throw new Error(read);
    expect(documentOf(read, "")).toBeNull();
    expect(documentOf(read, "http://example.org/plan")).toBeNull();
    expect(documentOf(read, " https://example.org/plan ")).toEqual({
      hash: sha256(new Uint8Array(await file.arrayBuffer())),
      uri: "https://example.org/plan",
    });
  });

  it("say what is wrong with a file, and make no document of none", async () => {
    const large = Object.defineProperty(new File(["x"], "film.mp4"), "size", { value: 60_000_000 });
    const gone = Object.assign(new File(["x"], "gone.txt"), { arrayBuffer: () => Promise.reject(new Error("gone")) });
    expect(await readDraft(new File([], "plan.txt"))).toBe("empty");
    expect(await readDraft(large)).toBe("large");
    expect(await readDraft(gone)).toBe("unread");
    expect(documentOf(null, "https://example.org/plan")).toBeNull();
  });

  it("show the name of a file harmlessly", async () => {
    const file = await readDraft(new File(["x"], `\u202e${"long".repeat(50)}`));
    expect(typeof file === "string" ? file : file.name).toMatch(/^(long){20}…$/);
  });
});

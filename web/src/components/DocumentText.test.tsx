// @vitest-environment jsdom
import { sha256, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { renderSaid } from "../content/renderSaid.tsx";
import { DocumentText } from "./DocumentText.tsx";

const words = "We bake bread.";
const hash = sha256(stringToBytes(words));
const show = (uri: string) => renderSaid(<DocumentText title="Plan" document={{ hash, uri }} />).container;

describe("DocumentText", () => {
  it("shows the words and that they are what was promised", () => {
    const container = show(`data:text/plain,${encodeURIComponent(words)}`);

    expect(container.querySelector("details")?.textContent).toContain(words);
    expect(container.textContent).toContain("✔ This is what was promised.");
    expect(container.textContent).toContain(hash);
  });

  it("warns of words that were changed", () => {
    expect(show("data:text/plain,We%20bake%20cake.").textContent).toContain("✘ This is not what was promised.");
  });

  it("never shows what is no text", () => {
    const container = show("data:application/pdf;base64,AAEC");

    expect(container.querySelector("details")).toBeNull();
    expect(container.textContent).toContain("not plain text");
  });

  it("links to a web address, and to nothing else", () => {
    expect(show("https://example.org/plan").querySelector("a")?.href).toBe("https://example.org/plan");
    for (const uri of ["javascript:alert(1)", "http://example.org", "ipfs://bafy"]) {
      expect(show(uri).querySelector("a")).toBeNull();
    }
  });
});

// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { sha256, stringToBytes } from "viem";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderSaid } from "../testing/renderSaid.tsx";
import { DocumentText } from "./DocumentText.tsx";

const words = "We bake bread.";
const changed = "We bake bread!";
const hash = sha256(stringToBytes(words));
const GATEWAYS = ["https://one.example/ipfs/", "https://two.example/ipfs/"];
const onPromised = vi.fn();

const show = (uri: string) =>
  renderSaid(<DocumentText title="Plan" document={{ hash, uri }} gateways={GATEWAYS} onPromised={onPromised} />)
    .container;
const textWhen = async (pattern: RegExp) => (await screen.findByText(pattern)).textContent;
async function unfold(container: HTMLElement): Promise<HTMLElement> {
  const folded = [...container.querySelectorAll("details")].at(-1) as HTMLDetailsElement;
  folded.open = true;
  fireEvent(folded, new Event("toggle"));
  return screen.findByLabelText("File: Plan");
}
async function choose(container: HTMLElement, file: File) {
  fireEvent.change(await unfold(container), { target: { files: [file] } });
}

/** What each address answers; every other one cannot be reached. */
function answer(answers: Record<string, string | Response>) {
  vi.stubGlobal("fetch", (address: string) => {
    const given = answers[address];
    if (given === undefined) return Promise.reject(new TypeError("Failed to fetch"));
    return Promise.resolve(typeof given === "string" ? new Response(given) : given);
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
  onPromised.mockReset();
});

describe("DocumentText", () => {
  describe("given a document that travels in its address", () => {
    it("shows the words and that they are what was promised", () => {
      const container = show(`data:text/plain,${encodeURIComponent(words)}`);

      expect(container.querySelector("details")?.textContent).toContain(words);
      expect(container.textContent).toContain("✔ This is what was promised.");
    });

    it("names a changed document, and unfolds both fingerprints", async () => {
      const container = show(`data:text/plain,${encodeURIComponent(changed)}`);
      expect(container.textContent).toContain("✘ This is not what was promised.");

      await unfold(container);
      for (const each of [words, changed]) expect(container.textContent).toContain(sha256(stringToBytes(each)));
    });

    it("never shows what is no text, but saves it", async () => {
      const container = show("data:application/pdf;base64,AAEC");

      expect(await screen.findByRole("button", { name: "Save it" })).toBeTruthy();
      expect(container.textContent).toContain("not plain text");
      expect(container.textContent).not.toContain("Read it here");
    });

    it("shows a page's source as text, and never as a page", () => {
      const container = show(`data:text/html,${encodeURIComponent("<b onclick='x'>We bake</b>")}`);

      expect(container.querySelector("b")).toBeNull();
      expect(container.textContent).toContain("<b onclick='x'>We bake</b>");
    });
  });

  describe("given a document at a web address", () => {
    it("fetches nothing before a tap, and links to it", async () => {
      const fetch = vi.fn();
      vi.stubGlobal("fetch", fetch);
      await unfold(show("https://example.org/plan"));

      expect(fetch).not.toHaveBeenCalled();
      expect(screen.getByRole("link", { name: "Open it at its address" }).getAttribute("href")).toBe(
        "https://example.org/plan",
      );
    });

    it("sees that it is what was promised, and hands it on", async () => {
      answer({ "https://example.org/plan": words });
      show("https://example.org/plan");
      fireEvent.click(screen.getByRole("button", { name: "Fetch it and check" }));

      expect(await textWhen(/what was promised/)).toBe("✔ This is what was promised.");
      expect(onPromised).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ text: words }));
    });

    it("names a changed document, and hands nothing on", async () => {
      answer({ "https://example.org/plan": changed });
      show("https://example.org/plan");
      fireEvent.click(screen.getByRole("button", { name: "Fetch it and check" }));

      expect(await textWhen(/what was promised/)).toContain("✘ This is not what was promised.");
      expect(onPromised).not.toHaveBeenCalled();
    });

    it("asks the next gateway when one has something else, or nothing", async () => {
      answer({ [`${GATEWAYS[0]}bafyA1`]: changed, [`${GATEWAYS[1]}bafyA1`]: words });
      show("ipfs://bafyA1");
      fireEvent.click(screen.getByRole("button", { name: "Fetch it and check" }));

      expect(await textWhen(/what was promised/)).toBe("✔ This is what was promised.");
    });

    it.each([
      ["cannot be reached", {}, /could not be fetched/],
      ["is not there", { "https://example.org/plan": new Response("gone", { status: 404 }) }, /could not be fetched/],
      ["is too large", { "https://example.org/plan": new Response(new Uint8Array(20_000_001)) }, /too large to fetch/],
    ])("says what to do when it %s", async (_, answers, said) => {
      answer(answers);
      show("https://example.org/plan");
      fireEvent.click(screen.getByRole("button", { name: "Fetch it and check" }));

      expect(await textWhen(said)).toContain("then check your copy below");
    });

    it("says when the page's own policy refuses", async () => {
      vi.stubGlobal("fetch", () => {
        document.dispatchEvent(new Event("securitypolicyviolation"));
        return Promise.reject(new TypeError("Failed to fetch"));
      });
      show("https://example.org/plan");
      fireEvent.click(screen.getByRole("button", { name: "Fetch it and check" }));

      expect(await textWhen(/may not fetch/)).toContain("Download it there");
    });

    it("says when there is no gateway to ask", async () => {
      renderSaid(<DocumentText title="Plan" document={{ hash, uri: "ipfs://bafyA1" }} gateways={[]} />);
      fireEvent.click(screen.getByRole("button", { name: "Fetch it and check" }));

      expect(await textWhen(/no gateway/)).toContain("Ask those who run this for a copy");
    });

    it.each(["javascript:alert(1)", "http://example.org", "magnet:?xt=1", ""])(
      "neither links nor fetches %j",
      (uri) => {
        const container = show(uri);

        expect(container.querySelector("a")).toBeNull();
        expect(screen.queryByRole("button", { name: "Fetch it and check" })).toBeNull();
      },
    );
  });

  describe("given a copy of the person", () => {
    const fileOf = (text: string) => new File([text], "plan.txt");

    it("sees that a chosen file is what was promised", async () => {
      await choose(show("https://example.org/plan"), fileOf(words));

      expect(await textWhen(/what was promised/)).toBe("✔ This is what was promised.");
      expect(onPromised).toHaveBeenCalledOnce();
    });

    it("names a changed document", async () => {
      const container = show(`data:text/plain,${encodeURIComponent(words)}`);
      await choose(container, fileOf(changed));

      expect(await textWhen(/not what was promised/)).toContain("✘");
      expect(container.textContent).toContain(sha256(stringToBytes(changed)));
    });

    it("takes a file that is dropped", async () => {
      const container = show("");
      fireEvent.drop(container.querySelector("h3") as Element, { dataTransfer: { files: [fileOf(words)] } });

      expect(await textWhen(/what was promised/)).toBe("✔ This is what was promised.");
    });

    it("hashes also where the browser offers no hash of its own", async () => {
      vi.stubGlobal("crypto", {});
      await choose(show(""), fileOf(words));

      expect(await textWhen(/what was promised/)).toBe("✔ This is what was promised.");
    });

    it("says when a file is too large, or cannot be read", async () => {
      const container = show("");
      const large = new File([], "large");
      Object.defineProperty(large, "size", { value: 500_000_001 });
      await choose(container, large);
      await waitFor(() => expect(container.textContent).toContain("too large to check here"));
      await choose(container, Object.assign(new File([], "gone"), { arrayBuffer: () => Promise.reject(new Error()) }));

      expect(await textWhen(/could not be read/)).toContain("Choose it again");
    });
  });
});

// @vitest-environment jsdom
import { type Ask, NoAnswer } from "@one-small-town/core/asking/Ask.ts";
import { guarding } from "@one-small-town/core/asking/wrongNode.ts";
import { cleanup, screen } from "@testing-library/react";
import { zeroAddress, zeroHash } from "viem";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderRead } from "../testing/renderRead.tsx";
import { OfThisChain } from "./OfThisChain.tsx";

const expected = { chainId: 31_337, startBlock: 1, startBlockHash: zeroHash, addresses: { Authority: zeroAddress } };
const otherHash = `0x${"1".repeat(64)}`;

/** A node of which the page asks the newest block, held back until it is known of which chain it is. */
function nodeOf({ chainId = "0x7a69", hash = zeroHash as string, code = "0x60" }): Ask {
  const answers: Record<string, unknown> = {
    eth_chainId: chainId,
    eth_getBlockByNumber: { hash, number: "0x5", timestamp: "0x5", transactions: [] },
    eth_getCode: code,
  };
  return guarding(({ method }) => Promise.resolve(answers[method] ?? null), expected);
}

const show = (chain: Ask) => renderRead(<OfThisChain>the page</OfThisChain>, { chain });

describe("a page whose node answers for another chain", () => {
  afterEach(cleanup);

  it.each([
    [{ chainId: "0x64" }, "This page reads from a node of another chain", "The node is of chain 100"],
    [{ hash: otherHash }, "This page reads from a chain that was begun anew", "Wait, or tell whoever"],
    [{ hash: otherHash, code: "0x" }, "does not have these contracts", "Wait, or tell whoever"],
  ])("says so, and nothing else, of one that says %o", async (said, title, help) => {
    show(nodeOf(said));
    expect(await screen.findByText(title, { exact: false })).toBeTruthy();
    expect(screen.getByText(help, { exact: false })).toBeTruthy();
    expect(screen.queryByText("the page")).toBeNull();
  });

  it("is shown where nothing speaks against the node", async () => {
    const ask = vi.fn(nodeOf({}));
    show(ask);
    await vi.waitFor(() => expect(ask.mock.results.length).toBeGreaterThan(0));
    expect(await screen.findByText("the page")).toBeTruthy();
  });

  it("is shown where nobody answers: what is known stays on the screen", async () => {
    const ask = vi.fn(() => Promise.reject(new NoAnswer("offline")));
    show(ask);
    await vi.waitFor(() => expect(ask).toHaveBeenCalled());
    expect(screen.getByText("the page")).toBeTruthy();
  });
});

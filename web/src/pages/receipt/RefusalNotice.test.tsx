// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { encodeErrorResult, HttpRequestError, TimeoutError } from "viem";
import { allErrors } from "@one-small-town/core/abis/allErrors.ts";
import { afterEach, describe, expect, it } from "vitest";
import { renderRead } from "../../testing/renderRead.tsx";
import { RefusalNotice } from "./RefusalNotice.tsx";

const soldOut = encodeErrorResult({ abi: allErrors, errorName: "ShareOfferingSoldOut", args: [5n, 2n] });

describe("the receipt of what was refused", () => {
  afterEach(cleanup);

  it("tells the reason that the contract gave", async () => {
    renderRead(<RefusalNotice error={{ code: 3, message: "execution reverted", data: soldOut }} />);
    await screen.findByText("Only 2 shares are left. You asked for 5. Choose fewer.");
    screen.getByText(/Asked again/);
  });

  it.each<[string, unknown]>([
    ["says nothing any more", undefined],
    ["says no more than that", { code: 3, message: "execution reverted", data: "0x" }],
    ["is asked too often", new HttpRequestError({ status: 429, url: "http://node.test" })],
    ["does not answer", new TimeoutError({ body: {}, url: "http://node.test" })],
    ["has thrown the past away", { code: -32000, message: "missing trie node 0x12345678" }],
    ["asks for money of today", { code: -32000, message: "insufficient funds for gas * price + value" }],
    ["has lost count", { code: -32000, message: "nonce too low" }],
  ])("invents none where the node %s", async (_, error) => {
    renderRead(<RefusalNotice error={error} />);
    await screen.findByText("The network did not say why.");
    expect(screen.getByRole("alert").textContent).not.toMatch(/Asked again|too little|try again|Too many/);
  });
});

// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { zeroAddress, zeroHash } from "viem";
import { afterEach, expect, it, vi } from "vitest";
import { readSettings } from "../config/readSettings.ts";
import { NotSetUp } from "./NotSetUp.tsx";

const sound = {
  deployment: { chainId: 1, startBlock: 0, startBlockHash: zeroHash, addresses: { Authority: zeroAddress } },
  network: { name: "Base", rpcUrl: "https://node.test", nativeCurrency: { symbol: "ETH", decimals: 18 } },
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const serve = (answer: () => Promise<Response>) => vi.stubGlobal("fetch", answer);

it("is not shown where all is well", async () => {
  serve(async () => Response.json(sound));
  expect(await readSettings()).toEqual(sound);
});

it.each<[string, () => Promise<Response>, RegExp]>([
  ["did not come", () => Promise.reject(new TypeError("Failed to fetch")), /did not come/],
  ["is missing", async () => new Response("no", { status: 404 }), /no file settings\.json .* 404/],
  ["is a page", async () => new Response("\n<!doctype html><p>Not found"), /sends some page/],
  ["is empty", async () => new Response(""), /no JSON.*“.*end/],
  ["breaks off", async () => new Response('{"deployment": {'), /no JSON.*position/],
  ["is a list", async () => Response.json([]), /“deployment\.chainId” is missing or wrong/],
  ["is nothing", async () => Response.json(null), /“deployment\.chainId”/],
  ["has no network", async () => Response.json({ deployment: sound.deployment }), /“network\.name”/],
  [
    "names no node",
    async () => Response.json({ ...sound, network: { ...sound.network, rpcUrl: "node.test" } }),
    /“network\.rpcUrl”/,
  ],
  [
    "has an address that is none",
    async () => Response.json({ ...sound, deployment: { ...sound.deployment, addresses: { Authority: "0x12" } } }),
    /“deployment\.addresses”/,
  ],
])("says what is wrong with settings.json, and where, when it %s", async (_, answer, words) => {
  serve(answer);
  const trouble: unknown = await readSettings().catch((error: unknown) => error);
  render(<NotSetUp trouble={trouble} />);
  expect(screen.getByRole("alert").textContent).toMatch(words);
});

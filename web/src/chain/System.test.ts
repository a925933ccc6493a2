import { encodeErrorResult, parseAbi } from "viem";
import { call } from "viem/actions";
import { afterEach, expect, it, vi } from "vitest";
import { testSystem } from "../testing/testSystem.ts";
import { makeSystem } from "./System.ts";

const SHOP = `0x${"c3".repeat(20)}` as const;

afterEach(() => vi.unstubAllGlobals());

it("asks no host that a contract names, whatever it is read with (EIP-3668)", async () => {
  const data = encodeErrorResult({
    abi: parseAbi(["error OffchainLookup(address, string[], bytes, bytes4, bytes)"]),
    args: [SHOP, ["https://evil.test/{sender}/{data}"], "0x12", "0x12345678", "0x"],
  });
  const asked: string[] = [];
  const answer = { jsonrpc: "2.0", id: 1, error: { code: 3, message: "execution reverted", data } };
  vi.stubGlobal("fetch", async (input: string | URL | Request) => {
    asked.push(new URL(input instanceof Request ? input.url : input).host);
    return Response.json(answer);
  });
  const { client } = makeSystem(testSystem(() => null).settings);
  await expect(call(client, { to: SHOP, data: "0x12345678" })).rejects.toThrow();
  expect([...new Set(asked)]).toEqual(["node.test"]);
});

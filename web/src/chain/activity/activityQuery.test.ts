import { QueryClient } from "@tanstack/react-query";
import { numberToHex, zeroAddress, zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { offeringsQuery } from "../shares/offeringsQuery.ts";
import type { System } from "../System.ts";
import { activityQuery } from "./activityQuery.ts";

/** A node without any event, on whose chain a wallet holds so much of everything. */
function systemOf(held: bigint): System {
  const answers: Record<string, unknown> = {
    eth_getBlockByNumber: { number: "0x9", hash: zeroHash, timestamp: "0x0" },
    eth_getLogs: [],
    eth_call: numberToHex(held, { size: 32 }),
  };
  const request = ({ method }: { method: string }) => Promise.resolve(answers[method]);
  const addresses = new Proxy({}, { get: () => zeroAddress });
  const deployment = { addresses, startBlock: 1, startBlockHash: zeroHash };
  return { client: { request, cacheTime: 0, uid: "test" }, deployment } as unknown as System;
}

function activityOf(system: System) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  queries.setQueryData(offeringsQuery(system).queryKey, []);
  return queries.fetchQuery(activityQuery(system, zeroAddress));
}

describe("activityQuery", () => {
  it("says that nothing happened to a wallet that holds nothing", async () => {
    expect(await activityOf(systemOf(0n))).toEqual([]);
  });

  it("does not say so of a wallet that holds something", async () => {
    await expect(activityOf(systemOf(1n))).rejects.toThrow("does not tell all that came to a wallet");
  });
});

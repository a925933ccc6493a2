import { encodeFunctionData } from "viem";
import { describe, expect, it } from "vitest";
import type { System } from "../../chain/System.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import { testDollarAbi } from "@one-small-town/core/abis/testDollarAbi.ts";
import { describeRequest } from "./describeRequest.ts";

const SALE = "0x228A9572919314942A6c95420B97f7D3d3D01e87";
const DOLLAR = "0x40DeD3c096604416415D430A015181ab1cFF0DB1";
const system = { deployment: { addresses: { ShareOffering: SALE } } } as unknown as System;

function send(to: string, data: string) {
  return describeRequest(system, { method: "eth_sendTransaction", params: [{ to, data }] });
}

describe("describeRequest", () => {
  it("names the call, its values, and the contracts of the deployment", () => {
    const buying = encodeFunctionData({ abi: shareOfferingAbi, functionName: "buy", args: [2n, 5] });
    const allowing = encodeFunctionData({ abi: testDollarAbi, functionName: "approve", args: [SALE, 50n] });

    expect(send(SALE, buying)).toMatchObject({ task: "buy", to: "ShareOffering", isSent: true });
    expect(send(SALE, buying).details).toEqual([
      { name: "offering", value: "2" },
      { name: "shares", value: "5" },
    ]);
    expect(send(DOLLAR, allowing)).toMatchObject({ task: "approve", to: DOLLAR });
    expect(send(DOLLAR, allowing).details.map(({ value }) => value)).toEqual(["ShareOffering", "50"]);
  });

  it("shows the beginning of a call that it does not know", () => {
    expect(send(SALE, "0x12345678aa")).toMatchObject({ task: "0x12345678", details: [] });
  });

  it("lists what is to be signed", () => {
    const typed = JSON.stringify({ primaryType: "Permit", message: { spender: SALE, value: "50" } });
    const asked = describeRequest(system, { method: "eth_signTypedData_v4", params: [DOLLAR, typed] });

    expect(asked).toMatchObject({ task: "Permit", to: null, isSent: false });
    expect(asked.details).toContainEqual({ name: "spender", value: "ShareOffering" });
  });
});

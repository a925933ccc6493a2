import { encodeFunctionData, getAddress } from "viem";
import { describe, expect, it } from "vitest";
import { townTreasuryAbi } from "./abis/townTreasuryAbi.ts";
import type { Deployment } from "./deployment/Deployment.ts";
import { objectToSuccessionWithSignature } from "./members/steps.ts";
import { objectToSpendings, objectToSpendingsWithSignature } from "./profit/steps.ts";
import { objectToReleaseWithSignature, voteWindUpWithSignature } from "./shares/steps.ts";
import { readSignedCall, signedCallText } from "./signedCall.ts";

const address = (byte: string) => getAddress(`0x${byte.repeat(20)}`);
const addresses = { TownTreasury: address("a1"), Releases: address("a2"), Succession: address("a3") };
const deployment = { chainId: 31_337, addresses } as unknown as Deployment;
const signature = `0x${"5a".repeat(65)}` as const;
const id = `0x${"1d".repeat(32)}` as const;
const voice = { offering: 2n, holder: address("b1"), deadline: 1_800_000_000n, signature };

const spendings = { town: 1, number: 4, spendings: [1n, 3n] };
const objection = objectToSpendingsWithSignature(deployment, spendings, signature);

describe("a signed word", () => {
  it.each([
    ["an objection to payments", objection],
    ["an objection to a tranche", objectToReleaseWithSignature(deployment, 1n, voice)],
    ["a vote to wind up", voteWindUpWithSignature(deployment, voice)],
    ["an objection to a new wallet", objectToSuccessionWithSignature(deployment, address("b1"), id, signature)],
  ])("is read as it was written: %s", (_, step) => {
    expect(readSignedCall(deployment, signedCallText(deployment, step))).toEqual({ step });
  });

  it("is not read from anything else", () => {
    for (const text of ["", "null", "[]", "7", "{}", '{"chainId":31337,"to":"0x12","data":"0x"}', "sign here"]) {
      expect(readSignedCall(deployment, text)).toEqual({ problem: "unreadable" });
    }
  });

  it("is of one chain", () => {
    const text = signedCallText({ chainId: 1, addresses: deployment.addresses }, objection);

    expect(readSignedCall(deployment, text)).toEqual({ problem: "otherChain" });
  });

  it("is neither another call nor one to another contract", () => {
    const own = signedCallText(deployment, objectToSpendings(deployment, 1, 4, [1n]));
    const data = encodeFunctionData({ abi: townTreasuryAbi, functionName: "donate", args: [1, 5n] });
    const elsewhere = JSON.stringify({ chainId: 31_337, to: address("c9"), data });
    const short = JSON.stringify({ chainId: 31_337, to: addresses.TownTreasury, data: data.slice(0, 20) });

    for (const text of [own, elsewhere, short]) {
      expect(readSignedCall(deployment, text)).toEqual({ problem: "otherCall" });
    }
  });
});

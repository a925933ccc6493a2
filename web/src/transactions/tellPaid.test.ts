import { encodeAbiParameters, encodeEventTopics, erc20Abi, getAddress, zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { i18n } from "../content/i18n.ts";
import { testSystem } from "../testing/testSystem.ts";
import { tellPaid } from "./tellPaid.ts";

const amina = `0x${"a1".repeat(20)}` as const;
const other = `0x${"b2".repeat(20)}` as const;
const dollar = { address: getAddress(`0x${"d1".repeat(20)}`), symbol: "TUSD", decimals: 6 };
const infinity = { address: zeroAddress, symbol: "INFINITY", decimals: 18 }; // where the test's contracts all are
const hash = `0x${"0a".repeat(32)}` as const;

function transfer(token: `0x${string}`, to: `0x${string}`, value: bigint) {
  const topics = encodeEventTopics({ abi: erc20Abi, eventName: "Transfer", args: { from: other, to } });
  return { address: token, topics, data: encodeAbiParameters([{ type: "uint256" }], [value]) };
}

/** What is said after a transaction with these transfers. */
async function told(logs: readonly unknown[] | null): Promise<string> {
  const system = testSystem(() => (logs === null ? null : { logs }));
  return i18n._(await tellPaid({ system, address: amina }, [infinity, dollar, dollar], [hash]));
}

describe("tellPaid", () => {
  it("says what came to the wallet, in one sum for each currency", async () => {
    const logs = [
      transfer(zeroAddress, amina, 2n * 10n ** 18n),
      transfer(dollar.address, amina, 3_000_000n),
      transfer(dollar.address, amina, 500_000n),
    ];

    expect(await told(logs)).toBe("You claimed 2 INFINITY and 3.50 TUSD. It is in your wallet.");
  });

  it("counts neither what went to others nor what another token says of itself", async () => {
    const logs = [transfer(dollar.address, other, 3_000_000n), transfer(other, amina, 7n)];

    expect(await told(logs)).toContain("Nothing more was paid");
  });

  it("does not say anything without the node's word", async () => {
    await expect(told(null)).rejects.toThrow("does not show");
  });
});

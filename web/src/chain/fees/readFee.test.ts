import { Refusal } from "@one-small-town/core/asking/Ask.ts";
import { getAddress, type Hex, toFunctionSelector } from "viem";
import { describe, expect, it } from "vitest";
import { testSystem } from "../../testing/testSystem.ts";
import { readFee } from "./readFee.ts";

const AMINA = getAddress(`0x${"a1".repeat(20)}`);
const SHOP = getAddress(`0x${"c3".repeat(20)}`);
const CALL = { from: AMINA, to: SHOP, data: "0x12", gas: 100n } as const;

/** A chain where gas costs 1 and what its parent takes is answered in turn. */
function chainOf(...answers: (string | Error)[]) {
  let asked = 0;
  const system = testSystem(({ method, params }) => {
    if (method === "eth_gasPrice") return "0x1";
    if ((params as [{ data?: Hex }])[0].data?.startsWith(OPERATOR_FEE) === true) return "0x";
    const answer = answers[asked++] ?? "0x";
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { fee: () => readFee(system.client, [CALL], undefined), asked: () => asked };
}

const OPERATOR_FEE = toFunctionSelector("getOperatorFee(uint256)");
const SEVEN = `0x${"7".padStart(64, "0")}`;

describe("what a rollup's parent chain takes", () => {
  it("comes on top, each time anew", async () => {
    const { fee } = chainOf(SEVEN, SEVEN);
    expect([await fee(), await fee()]).toEqual([107n, 107n]);
  });

  it.each([
    ["answers nothing", "0x"],
    ["refuses", new Refusal("execution reverted", 3)],
  ])("is nothing where its address %s, which is not asked again", async (_, answer) => {
    const { fee, asked } = chainOf(answer, answer);
    expect(await fee()).toBe(100n);
    const before = asked();
    expect(await fee()).toBe(100n);
    expect(asked()).toBe(before);
  });

  it("is asked for again after the node was silent", async () => {
    const { fee } = chainOf(new Error("no answer"), SEVEN);
    await expect(fee()).rejects.toThrow("no answer");
    expect(await fee()).toBe(107n);
  });
});

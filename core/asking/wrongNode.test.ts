import { UnknownRpcError, zeroAddress, zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { type Ask, NoAnswer } from "./Ask.ts";
import { guarding, wrongIn, wrongNode } from "./wrongNode.ts";

const expected = { chainId: 42_220, startBlock: 7, startBlockHash: zeroHash, addresses: { Authority: zeroAddress } };

type Said = { chainId?: string; hash?: string | null; code?: string };

function nodeOf({ chainId = "0xa4ec", hash = zeroHash, code = "0x60" }: Said = {}): Ask {
  const answers: Record<string, unknown> = {
    eth_chainId: chainId,
    eth_getBlockByNumber: hash === null ? null : { hash },
    eth_getCode: code,
  };
  return ({ method }) => Promise.resolve(answers[method] ?? null);
}

const other = `0x${"1".repeat(64)}`;

describe("wrongNode", () => {
  it("finds nothing wrong with a node that has the first block", async () => {
    expect(await wrongNode(nodeOf(), expected)).toBeNull();
  });

  it("finds nothing wrong with a node that has forgotten the first block", async () => {
    expect(await wrongNode(nodeOf({ hash: null }), expected)).toBeNull();
  });

  it.each([
    [{ chainId: "0x1" }, { is: "otherChain", chainId: 1 }],
    [{ hash: other }, { is: "otherPast" }],
    [{ hash: other, code: "0x" }, { is: "noContracts" }],
    [{ hash: null, code: "0x" }, { is: "noContracts" }],
  ])("names what is wrong with a node that says %o", async (said, wrong) => {
    expect(await wrongNode(nodeOf(said), expected)).toEqual(wrong);
  });
});

describe("guarding", () => {
  it("hands out no answer of a node of another chain", async () => {
    const ask = guarding(nodeOf({ chainId: "0x1" }), expected);
    const error: unknown = await ask({ method: "eth_call" }).catch((thrown: unknown) => thrown);
    expect(wrongIn(new UnknownRpcError(error as Error))).toEqual({ is: "otherChain", chainId: 1 });
  });

  it("asks once, and again where nobody answered", async () => {
    const asked: string[] = [];
    let isThere = false;
    const node = nodeOf();
    const ask = guarding((request) => {
      asked.push(request.method);
      return isThere ? node(request) : Promise.reject(new NoAnswer("offline"));
    }, expected);
    await expect(ask({ method: "eth_getCode" })).rejects.toThrow("offline");
    isThere = true;
    expect(await ask({ method: "eth_getCode" })).toBe("0x60");
    expect(await ask({ method: "eth_getCode" })).toBe("0x60");
    expect(asked.filter((method) => method === "eth_chainId").length).toBe(2);
  });
});

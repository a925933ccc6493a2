// @vitest-environment jsdom
import { shortAddress } from "@one-small-town/core/text.ts";
import { encodeErrorResult, getAddress, type Hex, parseAbi } from "viem";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepSilent, testProvider } from "../../testing/testProvider.ts";
import { type Node, testSystem } from "../../testing/testSystem.ts";
import { i18n } from "../../content/i18n.ts";
import { callOf } from "../callOf.ts";
import { Obstacle } from "../Obstacle.ts";
import { ensureNetwork, sendCall, tryOut } from "./sendStep.ts";
import { connectTo } from "./wagmi.ts";
import { readWallet } from "./walletStore.ts";

const AMINA = getAddress(`0x${"a1".repeat(20)}`);
const BEN = getAddress(`0x${"b2".repeat(20)}`);
const SHOP = getAddress(`0x${"c3".repeat(20)}`);
const HASH: Hex = `0x${"0d".repeat(32)}`;
const call = { from: AMINA, to: SHOP, data: "0x1234" } as const;

const node: Node = ({ method }) => ({ eth_getTransactionCount: "0x7", eth_blockNumber: "0x64" })[method] ?? null;

async function connected(manners: Parameters<typeof testProvider>[0] = {}) {
  const provider = testProvider({
    eth_requestAccounts: () => [AMINA],
    eth_accounts: () => [AMINA],
    eth_chainId: () => "0x7a69",
    eth_sendTransaction: () => HASH,
    ...manners,
  });
  const system = testSystem(node);
  await connectTo(system, { id: "test", name: "Test", maker: "test", provider });
  return { system, provider };
}

describe("sending", () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => vi.useRealTimers());

  it("notes who sent what, at which place in their row", async () => {
    const { system } = await connected();
    expect(await sendCall(system, call, 100n)).toEqual({
      hash: HASH,
      from: AMINA,
      nonce: 7,
      block: 100,
      call: callOf({ to: SHOP, input: "0x1234" }),
    });
  });

  it("asks for a fifth more gas than the node, once, on this network", async () => {
    const asked: unknown[] = [];
    const { system } = await connected({ eth_sendTransaction: ([request]) => (asked.push(request), HASH) });
    await sendCall(system, call, 100n);
    expect(asked).toEqual([{ ...call, gas: "0x78", chainId: "0x7a69" }]);
  });

  it("never asks a second time in other words", async () => {
    const no = Object.assign(new Error("Invalid parameters"), { code: -32602 });
    const { system, provider } = await connected({ eth_sendTransaction: () => Promise.reject(no) });
    await expect(sendCall(system, call, 100n)).rejects.toBe(no);
    expect(provider.asked.filter((method) => /send/i.test(method))).toEqual(["eth_sendTransaction"]);
  });

  it.each([null, undefined, "", "0x", "0x12", HASH.slice(2), {}, 7, true])("takes %o for no hash", async (answer) => {
    const { system } = await connected({ eth_sendTransaction: () => answer });
    expect(await sendCall(system, call, 100n)).toMatchObject({ hash: null, nonce: 7 });
  });

  describe("given another account than the one that began", () => {
    it.each(["with an event", "without one"])("stops and says which: told %s", async (how) => {
      let accounts = [AMINA];
      const { system, provider } = await connected({ eth_accounts: () => accounts });
      accounts = [BEN, AMINA];
      if (how === "with an event") provider.emit("accountsChanged", accounts);
      const error: unknown = await sendCall(system, call, 100n).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Obstacle);
      expect(i18n._((error as Obstacle).words)).toContain(
        `changed from the account ${shortAddress(AMINA)} to ${shortAddress(BEN)}. Nothing more was sent.`,
      );
      expect(provider.asked).not.toContain("eth_sendTransaction");
    });

    it("goes by what is known of a wallet that does not say", async () => {
      vi.useFakeTimers();
      const { system } = await connected({ eth_accounts: keepSilent });
      const sending = sendCall(system, call, 100n);
      await vi.advanceTimersByTimeAsync(3_000);
      expect(await sending).toMatchObject({ hash: HASH });
    });

    it("stops where the wallet is gone", async () => {
      const { system, provider } = await connected();
      provider.emit("accountsChanged", []);
      await expect(sendCall(system, call, 100n)).rejects.toBeInstanceOf(Obstacle);
      expect(provider.asked).not.toContain("eth_sendTransaction");
    });
  });

  describe("on another network", () => {
    it("asks nothing of a wallet that is on the right one", async () => {
      const { system, provider } = await connected();
      await ensureNetwork(system, () => expect.unreachable());
      expect(provider.asked).not.toContain("wallet_switchEthereumChain");
    });

    it("says that it asks, and knows the change of a wallet that does not tell", async () => {
      let chainId = "0x1";
      const { system } = await connected({
        eth_chainId: () => chainId,
        wallet_switchEthereumChain: () => void (chainId = "0x7a69"),
      });
      expect(readWallet()?.chainId).toBe(1);
      const onAsk = vi.fn();
      await ensureNetwork(system, onAsk);
      expect(onAsk).toHaveBeenCalledTimes(1);
      expect(readWallet()?.chainId).toBe(31_337);
    });
  });

  it("asks no host that a contract names: offchain lookups (EIP-3668) stay refusals", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const lookup = encodeErrorResult({
      abi: parseAbi(["error OffchainLookup(address, string[], bytes, bytes4, bytes)"]),
      args: [SHOP, ["https://evil.test/{sender}/{data}"], "0x12", "0x12345678", "0x"],
    });
    const refused = Object.assign(new Error("execution reverted"), { code: 3, data: lookup });
    const asked: string[] = [];
    const system = testSystem(({ method }) => {
      asked.push(method);
      return Promise.reject(refused);
    });
    await expect(tryOut(system, call)).rejects.toThrow();
    expect(asked.sort()).toEqual(["eth_call", "eth_estimateGas"]);
    expect(fetched).not.toHaveBeenCalled();
  });
});

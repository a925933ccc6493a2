import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepSilent, refuse, testProvider } from "../../testing/testProvider.ts";
import { testSystem } from "../../testing/testSystem.ts";
import { switchNetwork } from "./switchNetwork.ts";

const { chain } = testSystem(() => null).client;
const HERE = "0x7a69";
const NO = { code: 4001, message: "User rejected the request." };

describe("changing the network of a wallet", () => {
  let present: string;
  beforeEach(() => {
    vi.useFakeTimers();
    present = "0x1";
  });
  afterEach(() => vi.useRealTimers());

  const walletOf = (manners: Parameters<typeof testProvider>[0]) =>
    testProvider({ eth_chainId: () => present, ...manners });
  const change =
    (answer: unknown = null) =>
    () => {
      present = HERE;
      return answer;
    };

  /** How it ended, and after how many seconds; null while it goes on. */
  async function endOf(provider: ReturnType<typeof testProvider>, seconds = 20): Promise<unknown> {
    const end: { value: unknown } = { value: null };
    void switchNetwork(provider, chain).then(
      () => (end.value = "there"),
      (error: unknown) => (end.value = error),
    );
    for (let second = 0; second < seconds && end.value === null; second++) await vi.advanceTimersByTimeAsync(1_000);
    return end.value;
  }

  it("is done when the wallet says so and is there", async () => {
    expect(await endOf(walletOf({ wallet_switchEthereumChain: change() }))).toBe("there");
  });

  it("is done when the wallet is there and never answers", async () => {
    const switching = () => {
      setTimeout(change(), 4_000);
      return keepSilent();
    };
    expect(await endOf(walletOf({ wallet_switchEthereumChain: switching }))).toBe("there");
  });

  it("is done when the owner changes it themselves, with a question left open", async () => {
    setTimeout(change(), 10_000);
    expect(await endOf(walletOf({ wallet_switchEthereumChain: keepSilent }))).toBe("there");
  });

  it("waits for an owner who takes their time", async () => {
    expect(await endOf(walletOf({ wallet_switchEthereumChain: keepSilent }), 300)).toBeNull();
  });

  it("waits a little for a wallet that says so before it is there", async () => {
    const switching = () => void setTimeout(change(), 3_000);
    expect(await endOf(walletOf({ wallet_switchEthereumChain: switching }))).toBe("there");
  });

  it("fails when the wallet says so and stays where it was", async () => {
    expect(await endOf(walletOf({ wallet_switchEthereumChain: () => null }))).toMatchObject({
      name: "SwitchChainError",
    });
  });

  it.each([
    [{ code: 4902, message: "Unrecognized chain ID" }],
    [{ code: -32603, message: "Internal error", data: { originalError: { code: 4902 } } }],
    [{ code: -32000, message: "no such network" }],
    ["Chain is not added"],
  ])("offers the network to a wallet that lacks it and says %o", async (error) => {
    const provider = walletOf({ wallet_switchEthereumChain: refuse(error), wallet_addEthereumChain: change() });
    expect(await endOf(provider)).toBe("there");
  });

  it("asks once more after a wallet has only added it", async () => {
    let isKnown = false;
    const provider = walletOf({
      wallet_switchEthereumChain: (params) => (isKnown ? change()() : refuse({ code: 4902 })(params)),
      wallet_addEthereumChain: () => void (isKnown = true),
    });
    expect(await endOf(provider)).toBe("there");
    expect(provider.asked.filter((method) => method.startsWith("wallet_"))).toEqual([
      "wallet_switchEthereumChain",
      "wallet_addEthereumChain",
      "wallet_switchEthereumChain",
    ]);
  });

  it("takes a no for a no, and offers nothing more", async () => {
    const provider = walletOf({ wallet_switchEthereumChain: refuse(NO), wallet_addEthereumChain: change() });
    expect(await endOf(provider)).toBe(NO);
    expect(provider.asked).not.toContain("wallet_addEthereumChain");
  });

  it("takes a no to the offer for a no", async () => {
    const manners = { wallet_switchEthereumChain: refuse({ code: 4902 }), wallet_addEthereumChain: refuse(NO) };
    expect(await endOf(walletOf(manners))).toBe(NO);
  });

  it("says that it did not change where the wallet can do neither", async () => {
    expect(await endOf(walletOf({}))).toMatchObject({ name: "SwitchChainError" });
  });
});

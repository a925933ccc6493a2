// @vitest-environment jsdom
import { getAddress, zeroHash } from "viem";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepSilent, refuse, testProvider } from "../../testing/testProvider.ts";
import { testSystem } from "../../testing/testSystem.ts";
import type { System } from "../../chain/System.ts";
import type { Provider } from "./Provider.ts";
import type * as Wagmi from "./wagmi.ts";
import type * as Store from "./walletStore.ts";

const AMINA = getAddress(`0x${"a1".repeat(20)}`);
const BEN = getAddress(`0x${"b2".repeat(20)}`);
const REMEMBERED = `wallet.${zeroHash}.recentConnectorId`;

/** A wallet that does all it should. */
const sound = { eth_accounts: () => [AMINA], eth_requestAccounts: () => [AMINA], eth_chainId: () => "0x7a69" };

describe("wallets", () => {
  let wagmi: Pick<typeof Wagmi, "connectTo" | "forgetWallet" | "restoreWallet">;
  let store: Pick<typeof Store, "readWallet">;
  let system: System;

  beforeEach(async () => {
    vi.useFakeTimers();
    vi.resetModules();
    announced.length = 0;
    localStorage.clear();
    delete (window as { ethereum?: unknown }).ethereum;
    [wagmi, store] = await Promise.all([import("./wagmi.ts"), import("./walletStore.ts")]);
    const feeCurrency = { address: BEN, symbol: "USDm", decimals: 18 };
    system = testSystem(() => null, feeCurrency);
  });
  afterEach(() => vi.useRealTimers());

  const wallet = () => store.readWallet();
  const remember = (id = "test") => localStorage.setItem(REMEMBERED, JSON.stringify(id));
  const choose = (provider: Provider, id = "test") =>
    wagmi.connectTo(system, { id, name: "Test", maker: id, provider });
  const restore = async () => {
    let isDone = false;
    void wagmi.restoreWallet(system).then(() => (isDone = true));
    await vi.advanceTimersByTimeAsync(0);
    return () => isDone;
  };

  describe("of the last visit", () => {
    it("are taken up without a prompt", async () => {
      const provider = testProvider(sound);
      remember();
      announce(provider);
      const isDone = await restore();
      expect(isDone()).toBe(true);
      expect(wallet()).toEqual({ address: AMINA, chainId: 31_337, name: "Test" });
      expect(provider.asked).not.toContain("eth_requestAccounts");
    });

    it("are asked alone: no other hears a thing", async () => {
      const other = testProvider(sound);
      remember();
      announce(other, "other");
      announce(testProvider(sound));
      await restore();
      expect(wallet()?.address).toBe(AMINA);
      expect(other.asked).toEqual([]);
    });

    it("hold up nothing when they do not answer, and are taken up when they do", async () => {
      let answer: (accounts: string[]) => void = () => {};
      const accounts = new Promise<string[]>((resolve) => (answer = resolve));
      remember();
      announce(testProvider({ ...sound, eth_accounts: () => accounts }));
      const isDone = await restore();
      expect(isDone()).toBe(false);
      await vi.advanceTimersByTimeAsync(3_000);
      expect(isDone()).toBe(true);
      expect(wallet()).toBeNull();

      answer([AMINA]);
      await vi.advanceTimersByTimeAsync(0);
      expect(wallet()?.address).toBe(AMINA);
    });

    it("do not take the place of one that was chosen meanwhile", async () => {
      let answer: (accounts: string[]) => void = () => {};
      remember("slow");
      announce(testProvider({ ...sound, eth_accounts: () => new Promise((resolve) => (answer = resolve)) }), "slow");
      await restore();
      await choose(testProvider({ ...sound, eth_requestAccounts: () => [BEN] }));
      answer([AMINA]);
      await vi.advanceTimersByTimeAsync(5_000);
      expect(wallet()?.address).toBe(BEN);
    });

    it("are taken up when they announce themselves late", async () => {
      remember();
      const isDone = await restore();
      await vi.advanceTimersByTimeAsync(8_000);
      expect([isDone(), wallet()]).toEqual([true, null]);
      announce(testProvider(sound));
      await vi.advanceTimersByTimeAsync(0);
      expect(wallet()?.address).toBe(AMINA);
    });

    it("are taken up when they are unlocked, and let go when they are locked", async () => {
      let isLocked = true;
      const provider = testProvider({ ...sound, eth_accounts: () => (isLocked ? [] : [AMINA]) });
      remember();
      announce(provider);
      expect((await restore())()).toBe(true);
      expect(wallet()).toBeNull();

      isLocked = false;
      provider.emit("accountsChanged", [AMINA]);
      await vi.advanceTimersByTimeAsync(0);
      expect(wallet()?.address).toBe(AMINA);
      isLocked = true;
      provider.emit("accountsChanged", []);
      expect(wallet()).toBeNull();
      isLocked = false;
      provider.emit("accountsChanged", [AMINA]);
      await vi.advanceTimersByTimeAsync(0);
      expect(wallet()?.address).toBe(AMINA);
    });

    it.each([null, undefined, "nonsense", [null, 7, "0x12"], {}])("are none when they answer %o", async (answer) => {
      remember();
      announce(testProvider({ ...sound, eth_accounts: () => answer }));
      expect((await restore())()).toBe(true);
      expect(wallet()).toBeNull();
    });

    it("stay away when they were disconnected", async () => {
      const provider = testProvider(sound);
      await choose(provider);
      await wagmi.forgetWallet(system);
      provider.emit("accountsChanged", [AMINA]);
      await vi.advanceTimersByTimeAsync(0);
      expect(wallet()).toBeNull();
      expect(localStorage.getItem(REMEMBERED)).toBeNull();
    });
  });

  describe("in MiniPay", () => {
    it("are taken up by themselves, and pay fees in the currency that their owners have", async () => {
      (window as { ethereum?: unknown }).ethereum = Object.assign(testProvider(sound), { isMiniPay: true });
      expect((await restore())()).toBe(true);
      expect(wallet()).toMatchObject({ address: AMINA, name: "MiniPay", feeCurrency: { symbol: "USDm" } });
    });

    it("pay fees in what they choose where the town has not said", async () => {
      system = testSystem(() => null);
      (window as { ethereum?: unknown }).ethereum = Object.assign(testProvider(sound), { isMiniPay: true });
      await restore();
      expect(wallet()).toMatchObject({ name: "MiniPay", feeCurrency: null });
    });

    it("hold up nothing", async () => {
      const silent = testProvider({ ...sound, eth_requestAccounts: keepSilent });
      (window as { ethereum?: unknown }).ethereum = Object.assign(silent, { isMiniPay: true });
      const isDone = await restore();
      await vi.advanceTimersByTimeAsync(3_000);
      expect(isDone()).toBe(true);
    });
  });

  describe("that were chosen", () => {
    it.each([
      ["0x7a69", 31_337],
      ["31337", 31_337],
      [31_337, 31_337],
      [null, 0],
      ["nonsense", 0],
    ])("are on a network they call %o", async (told, chainId) => {
      await choose(testProvider({ ...sound, eth_chainId: () => told }));
      expect(wallet()?.chainId).toBe(chainId);
    });

    it("are connected although they do not say on which network they are", async () => {
      const connecting = choose(testProvider({ ...sound, eth_chainId: keepSilent }));
      await vi.advanceTimersByTimeAsync(3_000);
      await connecting;
      expect(wallet()).toMatchObject({ address: AMINA, chainId: 0 });
    });

    it("give way to the next, and do not come back when they answer at last", async () => {
      let answer: (accounts: string[]) => void = () => {};
      const slow = choose(
        testProvider({ ...sound, eth_requestAccounts: () => new Promise((resolve) => (answer = resolve)) }),
        "slow",
      ).catch(() => "given up");
      await choose(testProvider({ ...sound, eth_requestAccounts: () => [BEN] }));
      answer([AMINA]);
      expect(await slow).toBe("given up");
      expect(wallet()?.address).toBe(BEN);
    });

    it.each([null, [], ["0x12"], {}])("are refused when they name %o as their accounts", async (answer) => {
      await expect(choose(testProvider({ ...sound, eth_requestAccounts: () => answer }))).rejects.toMatchObject({
        code: 4100,
      });
      expect(wallet()).toBeNull();
    });

    it("can be chosen again after a no", async () => {
      let isNo = true;
      const no = refuse({ code: 4001, message: "User rejected the request." });
      const provider = testProvider({ ...sound, eth_requestAccounts: (params) => (isNo ? no(params) : [AMINA]) });
      await expect(choose(provider)).rejects.toMatchObject({ code: 4001 });
      isNo = false;
      await choose(provider);
      expect(wallet()?.address).toBe(AMINA);
    });

    it("tell of another account and network", async () => {
      const provider = testProvider(sound);
      await choose(provider);
      provider.emit("accountsChanged", [BEN.toLowerCase(), AMINA]);
      provider.emit("chainChanged", "0x1");
      expect(wallet()).toMatchObject({ address: BEN, chainId: 1 });
      provider.emit("chainChanged", null);
      expect(wallet()).toMatchObject({ address: BEN, chainId: 1 });
    });

    it("work without events", async () => {
      const { request } = testProvider(sound);
      await choose({ request });
      expect(wallet()?.address).toBe(AMINA);
    });

    it("are let go although they do not answer that", async () => {
      await choose(testProvider({ ...sound, wallet_revokePermissions: keepSilent }));
      await wagmi.forgetWallet(system);
      expect(wallet()).toBeNull();
    });
  });

  function announce(provider: Provider, rdns = "test"): void {
    const detail = { info: { uuid: rdns, name: "Test", rdns, icon: "" }, provider };
    announced.push(detail);
    tell(detail);
  }
});

/** Wallets say who they are when they come, and whenever a page asks. */
const announced: object[] = [];
const tell = (detail: object) => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
window.addEventListener("eip6963:requestProvider", () => announced.forEach(tell));

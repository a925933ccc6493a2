// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { testProvider } from "../../testing/testProvider.ts";
import type * as Found from "./foundWallets.ts";
import type { Provider } from "./Provider.ts";

const ICON = "data:image/svg+xml,<svg/>";
const info = { uuid: "1", name: "Fox", rdns: "io.fox", icon: ICON };

describe("the wallets of a browser", () => {
  let found: typeof Found;
  beforeEach(async () => {
    delete (window as { ethereum?: unknown }).ethereum;
    vi.resetModules();
    found = await import("./foundWallets.ts");
  });

  const names = () => found.getFoundWallets().map(({ id, name }) => [id, name]);

  it("are those that announce themselves, also long after they were asked", () => {
    const onAsk = () => announce({ info, provider: testProvider({}) });
    window.addEventListener("eip6963:requestProvider", onAsk, { once: true });
    found.findWallets();
    expect(found.getFoundWallets()).toMatchObject([{ id: "io.fox", name: "Fox", maker: "io.fox", icon: ICON }]);

    announce({ info: { ...info, name: "Late", rdns: "io.late" }, provider: testProvider({}) });
    expect(names()).toEqual([
      ["io.fox", "Fox"],
      ["io.late", "Late"],
    ]);
  });

  it("are listed once each, however often they announce themselves", () => {
    const provider = testProvider({});
    found.findWallets();
    announce({ info, provider });
    announce({ info, provider });
    expect(names()).toEqual([["io.fox", "Fox"]]);
  });

  it("stay two where they share a name, or even the maker", () => {
    found.findWallets();
    announce({ info, provider: testProvider({}) });
    announce({ info: { ...info, rdns: "com.fox" }, provider: testProvider({}) });
    announce({ info, provider: testProvider({}) });
    expect(names()).toEqual([
      ["io.fox", "Fox"],
      ["com.fox", "Fox"],
      ["io.fox#1", "Fox"],
    ]);
  });

  it("bring no picture from another host, and no signs that turn the words around them", () => {
    found.findWallets();
    announce({ info: { ...info, name: "F\u202eox", icon: "https://evil.test/pixel.png" }, provider: testProvider({}) });
    const [wallet] = found.getFoundWallets();
    expect(wallet?.name).toBe("Fox");
    expect(wallet).not.toHaveProperty("icon");
  });

  it.each([null, {}, { info }, { info, provider: {} }, { provider: null }, "text"])("are nothing like %o", (told) => {
    found.findWallets();
    announce(told);
    expect(found.getFoundWallets()).toEqual([]);
  });

  it("keep their place in the list without a word of their own", () => {
    found.findWallets();
    announce({ info: null, provider: testProvider({}) });
    expect(names()).toEqual([["", ""]]);
  });

  describe("given one at window.ethereum", () => {
    it("is listed by its mark, or without a name", () => {
      inject(testProvider({}), { isMetaMask: true, isRabby: true });
      found.findWallets();
      expect(names()).toEqual([["injected Rabby Wallet", "Rabby Wallet"]]);
      inject(testProvider({}));
      window.dispatchEvent(new Event("ethereum#initialized"));
      expect(names()).toEqual([["injected ", ""]]);
    });

    it("is listed when it comes late", () => {
      found.findWallets();
      expect(names()).toEqual([]);
      inject(testProvider({}), { isTrust: true });
      window.dispatchEvent(new Event("ethereum#initialized"));
      expect(names()).toEqual([["injected Trust Wallet", "Trust Wallet"]]);
    });

    it("is not listed twice where it announces itself too", () => {
      const provider = inject(testProvider({}), { isMetaMask: true });
      found.findWallets();
      announce({ info: { ...info, name: "MetaMask" }, provider: testProvider({}) });
      expect(names()).toEqual([["io.fox", "MetaMask"]]);
      announce({ info: { ...info, rdns: "other", name: "Other" }, provider });
      expect(names()).toEqual([
        ["io.fox", "MetaMask"],
        ["other", "Other"],
      ]);
    });

    it("is several where several share the place", () => {
      const providers = [
        mark(testProvider({}), { isMetaMask: true }),
        mark(testProvider({}), { isCoinbaseWallet: true }),
      ];
      inject(testProvider({}), { providers, isMetaMask: true });
      found.findWallets();
      expect(names().map(([, name]) => name)).toEqual(["MetaMask", "Coinbase Wallet"]);
    });
  });
});

function announce(detail: unknown): void {
  window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
}

function mark(provider: Provider, marks: object): Provider {
  return Object.assign(provider, marks);
}

function inject(provider: Provider, marks: object = {}): Provider {
  (window as { ethereum?: unknown }).ethereum = mark(provider, marks);
  return provider;
}

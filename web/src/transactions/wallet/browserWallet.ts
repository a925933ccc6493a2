import { UnauthorizedProviderError } from "viem";
import { type CreateConnectorFn, createConnector } from "wagmi";
import type { FoundWallet } from "./foundWallets.ts";
import { accountsIn, ask, askQuietly, chainIdIn, type Provider } from "./Provider.ts";

type Hopes = {
  /** Whether it is still the one that the person wants, when it answers at last. */
  isWanted: () => boolean;
  /** It has accounts for this page, unasked: it was locked before. */
  onBack: () => void;
};

type Emitter = Parameters<CreateConnectorFn>[0]["emitter"];

/**
 * A wallet of this browser for wagmi. Unlike wagmi's own connector it waits for nothing but its owner: whatever else a
 * wallet does not answer, or answers wrongly, counts as nothing. Listens to the wallet from now on.
 */
export function browserWallet({ id, name, provider }: FoundWallet, { isWanted, onBack }: Hopes) {
  let state: "away" | "asked" | "here" = "away";
  let emitter: Emitter | undefined;

  function onAccountsChanged(told: unknown): void {
    const accounts = accountsIn(told);
    if (state === "here" && accounts.length > 0) emitter?.emit("change", { accounts });
    if (state === "here" && accounts.length === 0) {
      state = "away";
      emitter?.emit("disconnect");
    } else if (state === "away" && accounts.length > 0 && isWanted()) onBack();
  }

  function onChainChanged(told: unknown): void {
    const chainId = chainIdIn(told);
    if (chainId !== null) emitter?.emit("change", { chainId });
  }

  provider.on?.("accountsChanged", onAccountsChanged);
  provider.on?.("chainChanged", onChainChanged);

  return createConnector<Provider>((config) => {
    emitter = config.emitter;
    return {
      id,
      name,
      type: "browser",

      async connect({ isReconnecting = false } = {}) {
        state = "asked";
        try {
          const answer = isReconnecting ? askQuietly(provider, "eth_accounts") : ask(provider, "eth_requestAccounts");
          const accounts = accountsIn(await answer);
          if (accounts.length === 0) throw new UnauthorizedProviderError(new Error("The wallet named no account"));
          if (!isWanted()) throw new Error("Another wallet was chosen meanwhile");
          const chainId = await this.getChainId();
          state = "here";
          return { accounts: accounts as never, chainId };
        } finally {
          if (state === "asked") state = "away";
        }
      },

      async disconnect() {
        state = "away";
        // So that it asks which account, should it be chosen again. Many wallets cannot.
        void ask(provider, "wallet_revokePermissions", [{ eth_accounts: {} }]).catch(() => {});
      },

      getAccounts: async () => accountsIn(await askQuietly(provider, "eth_accounts")),
      /** No network at all where the wallet does not say: it is asked to change when something is sent. */
      getChainId: () =>
        askQuietly(provider, "eth_chainId").then(
          (answer) => chainIdIn(answer) ?? 0,
          () => 0,
        ),
      getProvider: async () => provider,
      isAuthorized: async () => true, // it was asked before

      onAccountsChanged,
      onChainChanged,
      // A wallet that has lost its node says this too, and is back a moment later.
      onDisconnect() {},
    };
  });
}

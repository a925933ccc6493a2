import type { FeeCurrency } from "@one-small-town/core/deployment/Settings.ts";
import type { Address } from "viem";
import { createStore } from "../createStore.ts";

/** The wallet of an app that shows pages for its owner alone. It is taken up by itself, and pays fees in other money. */
export const MINI_PAY = "MiniPay";

/**
 * Which wallet acts. `chainId` is the wallet's network, which need not be the deployment's. `feeCurrency` is what it
 * pays fees in: absent where that is the network's own currency, null where the wallet chooses and does not tell.
 */
export type Wallet = { address: Address; chainId: number; name: string; feeCurrency?: FeeCurrency | null };

type State = {
  wallet: Wallet | null;
  /** Whether a wallet that was connected before is being looked for. */
  isRestoring: boolean;
  /** Whether the connect sheet is open. */
  isChoosing: boolean;
};

const store = createStore<State>({ wallet: null, isRestoring: false, isChoosing: false });

/** Changes parts of the state; only the files of this folder call it. */
export function setWalletState(change: Partial<State>): void {
  store.set({ ...store.get(), ...change });
}

/** Says that the wallet of the last visit is being looked for, or no longer is. */
export function markRestoring(isRestoring: boolean): void {
  setWalletState({ isRestoring });
}

/** The connected wallet, as this page knows it. wagmi, which is large, is loaded when a wallet is first needed. */
export const useWalletState = store.use;

/** The same outside of a component. */
export function readWallet(): Wallet | null {
  return store.get().wallet;
}

export function useWallet(): Wallet | null {
  return useWalletState().wallet;
}

/** Opens the sheet on which a person chooses a wallet. */
export function chooseWallet(): void {
  setWalletState({ isChoosing: true });
}

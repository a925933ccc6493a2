import { useSyncExternalStore } from "react";
import type { Address } from "viem";

/** Which wallet acts. `chainId` is the wallet's network, which need not be the deployment's. */
export type Wallet = { address: Address; chainId: number; name: string };

type State = {
  wallet: Wallet | null;
  /** Whether a wallet that was connected before is being looked for. */
  isRestoring: boolean;
  /** Whether the connect sheet is open. */
  isChoosing: boolean;
};

let state: State = { wallet: null, isRestoring: false, isChoosing: false };
const listeners = new Set<() => void>();

/** Changes parts of the state; only the files of this folder call it. */
export function setWalletState(change: Partial<State>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

/** Says that the wallet of the last visit is being looked for, or no longer is. */
export function markRestoring(isRestoring: boolean): void {
  setWalletState({ isRestoring });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function getState(): State {
  return state;
}

/** The connected wallet, as this page knows it. wagmi, which is large, is loaded when a wallet is first needed. */
export function useWalletState(): State {
  return useSyncExternalStore(subscribe, getState);
}

export function useWallet(): Wallet | null {
  return useWalletState().wallet;
}

/** Opens the sheet on which a person chooses a wallet. */
export function chooseWallet(): void {
  setWalletState({ isChoosing: true });
}

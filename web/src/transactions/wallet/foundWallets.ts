import { plainText } from "@one-small-town/core/plainText.ts";
import { createStore } from "../createStore.ts";
import type { Provider } from "./Provider.ts";
import { MINI_PAY } from "./walletStore.ts";

/** A wallet of this browser. */
export type FoundWallet = {
  /** The same at the next visit. */
  id: string;
  /** As it calls itself; empty where it does not. */
  name: string;
  /** The domain of its maker, turned round, which tells two of one name apart; empty where it does not say. */
  maker: string;
  /** A picture that it brought along, as a `data:` address. */
  icon?: string;
  provider: Provider;
};

type Injected = Provider & { providers?: unknown } & Record<string, unknown>;
type Announced = { info?: Record<string, unknown>; provider?: unknown } | null;

/** Marks by which wallets that do not announce themselves are known. Many say that they are MetaMask too. */
const MARKS: readonly [string, string][] = [
  ["isMiniPay", MINI_PAY],
  ["isRabby", "Rabby Wallet"],
  ["isBraveWallet", "Brave Wallet"],
  ["isCoinbaseWallet", "Coinbase Wallet"],
  ["isTrust", "Trust Wallet"],
  ["isOkxWallet", "OKX Wallet"],
  ["isPhantom", "Phantom"],
  ["isTokenPocket", "TokenPocket"],
  ["isMetaMask", "MetaMask"],
];

const announced: FoundWallet[] = [];
const store = createStore<readonly FoundWallet[]>([]);
let isLooking = false;

/** Every wallet of this browser so far; more may come. */
export const useFoundWallets = store.use;
export const getFoundWallets = store.get;

/** Calls back whenever another wallet has come, until what it returns is called. */
export const watchFoundWallets = store.subscribe;

/** Looks for wallets from now on: those that announce themselves (EIP-6963), also late, and `window.ethereum`. */
export function findWallets(): void {
  if (isLooking) return;
  isLooking = true;
  window.addEventListener("eip6963:announceProvider", (event) => note((event as CustomEvent<Announced>).detail));
  window.addEventListener("ethereum#initialized", publish);
  window.dispatchEvent(new Event("eip6963:requestProvider"));
  publish();
}

function note(told: Announced): void {
  const { info, provider } = told ?? {};
  if (!isProvider(provider) || announced.some((known) => known.provider === provider)) return;
  const [name, maker, icon] = [plainText(textOf(info?.["name"]), 40), textOf(info?.["rdns"]), textOf(info?.["icon"])];
  const twins = announced.filter((known) => known.maker === maker).length;
  announced.push({
    id: twins === 0 ? maker : `${maker}#${twins}`,
    name,
    maker: plainText(maker, 60),
    ...(icon.startsWith("data:image/") ? { icon } : {}),
    provider,
  });
  publish();
}

function textOf(told: unknown): string {
  return typeof told === "string" ? told : "";
}

function publish(): void {
  store.set([...announced, ...injected()]);
}

/** What stands at `window.ethereum` and has not announced itself. */
function injected(): FoundWallet[] {
  const { ethereum } = window as { ethereum?: Injected };
  const several: unknown = ethereum?.providers;
  const providers = Array.isArray(several) && several.length > 0 ? (several as unknown[]) : [ethereum];
  return providers
    .filter(isProvider)
    .map((provider) => ({ id: `injected ${nameOf(provider)}`, name: nameOf(provider), maker: "", provider }))
    .filter(({ name, provider }) => announced.every((known) => known.provider !== provider && known.name !== name))
    .filter(({ name }) => name !== "" || announced.length === 0);
}

function nameOf(provider: Provider): string {
  return MARKS.find(([mark]) => (provider as Injected)[mark] === true)?.[1] ?? "";
}

function isProvider(value: unknown): value is Provider {
  return typeof value === "object" && value !== null && typeof (value as Partial<Provider>).request === "function";
}

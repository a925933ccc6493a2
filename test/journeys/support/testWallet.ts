import type { Page } from "playwright-core";
import { type Answer, announceWallet, type Identity } from "./announceWallet.ts";
import { askNode } from "./node.ts";

export type Prompt = { method: string; params: readonly unknown[] };

type Waiting = Prompt & { answer: (isApproved: boolean) => void };
type Options = Partial<Identity> & {
  address: string;
  rpcUrl: string;
  chainId?: number;
  knowsNetwork?: boolean;
  /** What it does with some requests in place of what it should; a prompt among them waits for its owner first. */
  manners?: Record<string, Manner>;
};

/** `act` does what a good wallet would do. */
type Manner = (act: () => Promise<Answer>) => Promise<Answer>;

export const WALLET_NAME = "Test wallet";

/** The manner of a wallet that never answers. */
export const keepSilent: Manner = () => new Promise(() => {});

/** The manner of a wallet that does what it was asked for, and never says so. */
export const actInSilence: Manner = async (act) => {
  await act();
  return new Promise(() => {});
};

/** What a wallet asks its owner about. */
const ASKS = new Set([
  "eth_requestAccounts",
  "eth_sendTransaction",
  "personal_sign",
  "eth_signTypedData_v4",
  "wallet_addEthereumChain",
  "wallet_switchEthereumChain",
  "wallet_watchAsset",
]);

/** What newer wallets can do, and this one cannot. */
const UNKNOWN = new Set([
  "wallet_getCapabilities",
  "wallet_requestPermissions",
  "wallet_sendCalls",
  "wallet_getCallsStatus",
]);

const REJECTED: Answer = { error: { code: 4001, message: "User rejected the request." } };
const UNSUPPORTED: Answer = { error: { code: 4200, message: "The wallet does not support this method." } };
const NO_SUCH_NETWORK: Answer = { error: { code: 4902, message: "Unrecognized chain ID." } };
const PATIENCE = 10_000;

/**
 * A wallet whose owner is the test: every prompt waits until it is approved or rejected here. It keeps its account, its
 * network and what it was allowed over reloads; the chain signs, as its accounts are unlocked.
 */
export class TestWallet {
  /** Every prompt so far, in order. */
  readonly prompts: Prompt[] = [];

  readonly #identity: Identity;
  readonly #manners: Record<string, Manner>;
  readonly #rpcUrl: string;
  readonly #waiting: Waiting[] = [];
  readonly #pages = new Set<Page>();
  #address: string;
  #chainId: number;
  #knowsNetwork: boolean;
  #isAllowed = false;

  constructor({ address, rpcUrl, chainId = 31_337, knowsNetwork = true, manners = {}, ...identity }: Options) {
    const { name = WALLET_NAME, maker = "test.wallet", coming = "announced" } = identity;
    this.#identity = { name, maker, coming };
    this.#manners = manners;
    this.#address = address;
    this.#rpcUrl = rpcUrl;
    this.#chainId = chainId;
    this.#knowsNetwork = knowsNetwork;
  }

  /** How often the owner was asked to send something. */
  get sends(): number {
    return this.prompts.filter(({ method }) => method === "eth_sendTransaction").length;
  }

  async attach(page: Page): Promise<void> {
    this.#pages.add(page);
    page.once("close", () => this.#pages.delete(page));
    await page.exposeBinding(
      `ask ${this.#identity.maker}`,
      (_, { method, params = [] }: Partial<Prompt> & { method: string }) => this.#answer({ method, params }),
    );
    await page.addInitScript(announceWallet, this.#identity);
  }

  /** Waits for the next prompt, which must be of this kind. */
  async wait(method: string): Promise<Prompt> {
    const end = Date.now() + PATIENCE;
    while (this.#waiting.length === 0) {
      if (Date.now() > end) throw new Error(`The wallet was not asked for ${method}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const next = this.#waiting[0] as Waiting;
    if (next.method !== method) throw new Error(`The wallet was asked for ${next.method}, not for ${method}`);
    return next;
  }

  /** Waits for the next prompt, which must be of this kind, and agrees. */
  approve(method: string): Promise<Prompt> {
    return this.#decide(method, true);
  }

  reject(method: string): Promise<Prompt> {
    return this.#decide(method, false);
  }

  /** As if it had been allowed on an earlier visit. */
  allow(): void {
    this.#isAllowed = true;
  }

  /** The owner changes the network in the wallet itself. */
  async useNetwork(id: number): Promise<void> {
    this.#chainId = id;
    await this.#emit("chainChanged", toHex(id));
  }

  /** The owner changes the account in the wallet itself. */
  async useAccount(address: string): Promise<void> {
    this.#address = address;
    await this.#emit("accountsChanged", [address]);
  }

  async #answer(prompt: Prompt): Promise<Answer> {
    const { method } = prompt;
    const manner = ASKS.has(method) ? undefined : this.#manners[method];
    if (manner !== undefined) return manner(() => this.#answerQuietly(prompt));
    if (UNKNOWN.has(method)) return UNSUPPORTED;
    return this.#answerQuietly(prompt);
  }

  async #answerQuietly(prompt: Prompt): Promise<Answer> {
    const { method, params } = prompt;
    if (method === "eth_accounts") return { result: this.#isAllowed ? [this.#address] : [] };
    if (method === "eth_chainId") return { result: toHex(this.#chainId) };
    if (method === "wallet_revokePermissions") this.#isAllowed = false;
    if (method === "wallet_revokePermissions") return { result: null };
    if (method === "eth_requestAccounts" && this.#isAllowed) return { result: [this.#address] };
    if (method === "wallet_switchEthereumChain" && !this.#knowsNetwork) return NO_SUCH_NETWORK;
    if (!ASKS.has(method)) return askNode(this.#rpcUrl, method, params);

    this.prompts.push(prompt);
    const isApproved = await new Promise<boolean>((answer) => this.#waiting.push({ ...prompt, answer }));
    if (!isApproved) return REJECTED;
    const act = () => this.#act(prompt);
    return this.#manners[method]?.(act) ?? act();
  }

  /** What the wallet does once its owner agrees. */
  async #act({ method, params }: Prompt): Promise<Answer> {
    if (method === "eth_requestAccounts") {
      this.#isAllowed = true;
      return { result: [this.#address] };
    }
    if (method === "wallet_watchAsset") return { result: true };
    if (method === "wallet_addEthereumChain") this.#knowsNetwork = true;
    if (method === "wallet_addEthereumChain" || method === "wallet_switchEthereumChain") {
      await this.useNetwork(Number((params[0] as { chainId: string }).chainId));
      return { result: null };
    }
    return askNode(this.#rpcUrl, method, params);
  }

  async #decide(method: string, isApproved: boolean): Promise<Prompt> {
    const prompt = await this.wait(method);
    this.#waiting.shift()?.answer(isApproved);
    return prompt;
  }

  async #emit(event: string, data: unknown): Promise<void> {
    await Promise.all(
      [...this.#pages].map((page) => page.evaluate(emitInPage, [this.#identity.maker, event, data] as const)),
    );
  }
}

function emitInPage([maker, event, data]: readonly [string, string, unknown]): void {
  const page = globalThis as unknown as Record<string, (event: string, data: unknown) => void>;
  page[`emit from ${maker}`]?.(event, data);
}

function toHex(value: number): string {
  return `0x${value.toString(16)}`;
}

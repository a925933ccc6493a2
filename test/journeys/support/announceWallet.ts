/** What the page's half and this process's half of the test wallet say to each other. */
export type Answer = { result: unknown } | { error: { code: number; message: string } } | { thrown: unknown };

/**
 * How a wallet comes to a page: by announcing itself (EIP-6963), at once or seconds later, or at `window.ethereum`, as
 * old ones do and MiniPay.
 */
export type Coming = "announced" | "late" | "injected" | "miniPay";

/** Who a wallet says it is. `maker` is the domain of who made it, turned round. */
export type Identity = { name: string; maker: string; coming: Coming };

type Request = { method: string; params?: readonly unknown[] };
type Listener = (data: unknown) => void;
type Ask = (request: Request) => Promise<Answer>;
type Emit = (event: string, data: unknown) => void;

/**
 * The page's half of the test wallet: a provider (EIP-1193) that asks the test about everything. It is sent to the page
 * as text, so it uses nothing of this file.
 */
export function announceWallet({ name, maker, coming }: Identity): void {
  const page = globalThis as unknown as EventTarget & Record<string, unknown>;
  const listeners = new Map<string, Set<Listener>>();
  const listenersTo = (event: string) => {
    const known = listeners.get(event) ?? new Set();
    listeners.set(event, known);
    return known;
  };

  const provider = {
    ...(coming === "miniPay" ? { isMiniPay: true } : {}),
    request: async (request: Request) => {
      const answer = await (page[`ask ${maker}`] as Ask)(request);
      if ("thrown" in answer) throw answer.thrown;
      if ("error" in answer) throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
      return answer.result;
    },
    on: (event: string, listener: Listener) => listenersTo(event).add(listener),
    removeListener: (event: string, listener: Listener) => listenersTo(event).delete(listener),
  };
  const emit: Emit = (event, data) => {
    for (const listener of listenersTo(event)) listener(data);
  };
  page[`emit from ${maker}`] = emit;

  if (coming === "injected" || coming === "miniPay") {
    page["ethereum"] = provider;
    return;
  }
  const icon = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>";
  const info = { uuid: maker, name, icon, rdns: maker };
  const detail = Object.freeze({ info, provider });
  const announce = () => page.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  const come = () => {
    page.addEventListener("eip6963:requestProvider", announce);
    announce();
  };
  if (coming === "late") setTimeout(come, 5_000);
  else come();
}

/** What the page's half and this process's half of the test wallet say to each other. */
export type Answer = { result: unknown } | { error: { code: number; message: string } };

type Request = { method: string; params?: readonly unknown[] };
type Listener = (data: unknown) => void;
type PageGlobals = {
  testWallet: (request: Request) => Promise<Answer>;
  emitFromTestWallet: (event: string, data: unknown) => void;
};

/**
 * The page's half of the test wallet: a provider (EIP-1193) that announces itself (EIP-6963) and asks the test about
 * everything. It is sent to the page as text, so it uses nothing of this file.
 */
export function announceWallet(name: string): void {
  const page = globalThis as unknown as PageGlobals & EventTarget;
  const listeners = new Map<string, Set<Listener>>();
  const listenersTo = (event: string) => {
    const known = listeners.get(event) ?? new Set();
    listeners.set(event, known);
    return known;
  };

  const provider = {
    request: async (request: Request) => {
      const answer = await page.testWallet(request);
      if ("error" in answer) throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
      return answer.result;
    },
    on: (event: string, listener: Listener) => listenersTo(event).add(listener),
    removeListener: (event: string, listener: Listener) => listenersTo(event).delete(listener),
  };
  page.emitFromTestWallet = (event, data) => {
    for (const listener of listenersTo(event)) listener(data);
  };

  const icon = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>";
  const info = { uuid: "11111111-1111-4111-8111-111111111111", name, icon, rdns: "test.wallet" };
  const detail = Object.freeze({ info, provider });
  const announce = () => page.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  page.addEventListener("eip6963:requestProvider", announce);
  announce();
}

import type { Provider } from "../transactions/wallet/Provider.ts";

/** What a wallet of a test does when it is asked for something: answer, throw, or keep silent. */
type Manner = (params: readonly unknown[]) => unknown;

type TestProvider = Provider & {
  /** What it was asked for, in order. */
  asked: string[];
  /** Tells the page of its own accord. */
  emit: (event: string, told: unknown) => void;
};

/** For tests: a wallet that does as each test has it, and knows nothing else. */
export function testProvider(manners: Record<string, Manner>): TestProvider {
  const listeners: { event: string; listener: (told: unknown) => void }[] = [];
  const asked: string[] = [];
  return {
    asked,
    async request({ method, params = [] }) {
      asked.push(method);
      const manner = manners[method];
      if (manner === undefined) throw Object.assign(new Error(`${method} is not supported`), { code: 4200 });
      return manner(params);
    },
    on: (event, listener) => listeners.push({ event, listener }),
    emit(event, told) {
      for (const each of listeners) if (each.event === event) each.listener(told);
    },
  };
}

/** The manner of one that never answers. */
export function keepSilent(): Promise<never> {
  return new Promise(() => {});
}

/** The manner of one that throws this. */
export function refuse(error: unknown): Manner {
  return () => {
    throw error;
  };
}

import { type Address, getAddress, type Hex, isAddress, isHash } from "viem";

/** What a wallet offers a page (EIP-1193). Nothing of what it answers can be counted on, so it is read below. */
export type Provider = {
  request: (asked: { method: string; params?: readonly unknown[] }) => Promise<unknown>;
  on?: (event: string, listener: (told: unknown) => void) => unknown;
};

/** Long enough for a wallet that has to wake up, and short enough to wait for. */
const SOON = 3_000;

/** Asks for something of which the wallet's owner hears nothing. Throws when no answer comes soon. */
export async function askQuietly(provider: Provider, method: string, params?: readonly unknown[]): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${method} timed out`)), SOON);
  });
  try {
    return await Promise.race([ask(provider, method, params), silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks for something that the owner may have to agree to: it takes as long as they take. */
export async function ask(provider: Provider, method: string, params?: readonly unknown[]): Promise<unknown> {
  return provider.request(params === undefined ? { method } : { method, params });
}

/** The accounts in an answer, the one in use first; none where it holds no addresses. */
export function accountsIn(answer: unknown): Address[] {
  const texts = Array.isArray(answer) ? answer : [];
  return texts.filter((text): text is Address => typeof text === "string" && isAddress(text, CASE)).map(readAddress);
}

/** Wallets disagree about capital letters in an address. */
const CASE = { strict: false };
const readAddress = (address: Address) => getAddress(address);

/** The network in an answer: most say it in hexadecimal, some as a number; null where it names none. */
export function chainIdIn(answer: unknown): number | null {
  const number = typeof answer === "string" || typeof answer === "number" ? Number(answer) : Number.NaN;
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}

/** The hash in an answer to what was sent; null where the wallet told none, or something else. */
export function hashIn(answer: unknown): Hex | null {
  return typeof answer === "string" && isHash(answer) ? (answer.toLowerCase() as Hex) : null;
}

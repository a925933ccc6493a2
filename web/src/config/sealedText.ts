/** A text that only who knows its passphrase can read: PBKDF2 makes the key, AES-GCM locks it, and notices any change. */
type Sealed = {
  kind: "one-small-town sealed text";
  version: 1;
  iterations: number;
  salt: string;
  iv: string;
  data: string;
};

const KIND = "one-small-town sealed text";
/** What OWASP asks of PBKDF2 with SHA-256. */
const ITERATIONS = 600_000;
const MOST_ITERATIONS = 10_000_000;

/** `foreign`: not made by `sealText`; `wrong`: another passphrase, or a damaged text; `unsafe`: no place for secrets. */
export type SealProblem = "foreign" | "wrong" | "unsafe";

export class CannotOpen extends Error {
  readonly problem: SealProblem;

  constructor(problem: SealProblem) {
    super(`A sealed text cannot be opened: ${problem}`);
    this.problem = problem;
  }
}

/** Locks a text. Throws CannotOpen where the browser has no cryptography, as on pages without https. */
export async function sealText(text: string, passphrase: string, iterations = ITERATIONS): Promise<string> {
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const key = await keyOf(passphrase, salt, iterations);
  const data = await subtle().encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(text));
  const sealed: Sealed = {
    kind: KIND,
    version: 1,
    iterations,
    salt: toText(salt),
    iv: toText(iv),
    data: toText(new Uint8Array(data)),
  };
  return JSON.stringify(sealed);
}

/** Opens what `sealText` has locked. Throws CannotOpen. */
export async function openText(text: string, passphrase: string): Promise<string> {
  const sealed = readSealed(text);
  const key = await keyOf(passphrase, toBytes(sealed.salt), sealed.iterations);
  const iv = toBytes(sealed.iv);
  try {
    return new TextDecoder().decode(await subtle().decrypt({ name: "AES-GCM", iv }, key, toBytes(sealed.data)));
  } catch {
    throw new CannotOpen("wrong");
  }
}

function readSealed(text: string): Sealed {
  const read = tryTo(() => JSON.parse(text) as Partial<Sealed> | null) ?? {};
  const { kind, version, iterations, salt, iv, data } = read;
  const isWhole = [salt, iv, data].every((part) => typeof part === "string" && /^[\w+/]+={0,2}$/.test(part));
  if (kind !== KIND || version !== 1 || !isWhole) throw new CannotOpen("foreign");
  if (!Number.isInteger(iterations) || Number(iterations) < 1 || Number(iterations) > MOST_ITERATIONS)
    throw new CannotOpen("foreign");
  return read as Sealed;
}

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const base = await subtle().importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return subtle().deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function subtle(): SubtleCrypto {
  const found = (globalThis.crypto as { subtle?: SubtleCrypto }).subtle;
  if (found === undefined) throw new CannotOpen("unsafe");
  return found;
}

function toText(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const letters = tryTo(() => atob(text));
  if (letters === undefined) throw new CannotOpen("foreign");
  return Uint8Array.from(letters, (letter) => letter.codePointAt(0) ?? 0);
}

function tryTo<result>(act: () => result): result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

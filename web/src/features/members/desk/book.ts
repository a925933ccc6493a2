import { readAddress } from "@one-small-town/core/members/addresses.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import type { Address } from "viem";
import type { System } from "../../../chain/System.ts";
import { deviceStorage } from "../../../config/deviceStorage.ts";
import { CannotOpen, openText, sealText } from "../../../config/sealedText.ts";
import { createStore } from "../../../transactions/createStore.ts";

/** What a registrar keeps for themself: the country office's key, and names for wallets. */
export type Book = { officeKey: string; names: Readonly<Record<Address, string>> };

type Opened = { book: Book; passphrase: string };

/** Open until the page is closed or it is locked; written down only sealed. */
const store = createStore<Opened | null>(null);

export const useOpenBook = store.use;

function placeOf({ deployment }: System): string {
  return `book.${deployment.startBlockHash}`;
}

/** The sealed book of this device; null for none. */
export function readSealedBook(system: System): string | null {
  return deviceStorage.getItem(placeOf(system));
}

/** Makes a new book. Throws CannotOpen where the browser can seal nothing. */
export async function keepBook(system: System, book: Book, passphrase: string): Promise<void> {
  deviceStorage.setItem(placeOf(system), await sealText(JSON.stringify(book), passphrase));
  store.set({ book, passphrase });
}

/** Opens a sealed book, of this device or of a file, and keeps it here. Throws CannotOpen. */
export async function openBook(system: System, sealed: string, passphrase: string): Promise<void> {
  const book = readBook(await openText(sealed, passphrase));
  deviceStorage.setItem(placeOf(system), sealed);
  store.set({ book, passphrase });
}

export function lockBook(): void {
  store.set(null);
}

/** Notes names for wallets; nothing where no book is open. */
export async function noteNames(system: System, names: Book["names"]): Promise<void> {
  const opened = store.get();
  const told = Object.entries(names).filter(([, name]) => name !== "");
  if (opened === null || told.length === 0) return;
  const { book, passphrase } = opened;
  const all: Book = { officeKey: book.officeKey, names: Object.assign({}, book.names, Object.fromEntries(told)) };
  store.set({ book: all, passphrase }); // found at once: to seal takes a moment
  deviceStorage.setItem(placeOf(system), await sealText(JSON.stringify(all), passphrase));
}

/** The wallets under a name, or a part of one, in a book. */
export function walletsNamed({ names }: Book, wanted: string): Address[] {
  const part = wanted.trim().toLowerCase();
  if (part === "") return [];
  const found = Object.entries(names).filter(([, name]) => name.toLowerCase().includes(part));
  return found.map(([wallet]) => wallet as Address);
}

const MOST_LETTERS = 80;

/** What is in a file is somebody's: wrong entries are left out, and names made harmless. */
function readBook(text: string): Book {
  const { officeKey, names } = JSON.parse(text) as { officeKey?: unknown; names?: unknown };
  if (typeof officeKey !== "string" || officeKey === "") throw new CannotOpen("foreign");
  const entries = Object.entries(typeof names === "object" && names !== null ? names : {});
  const known = entries.flatMap(([wallet, name]) => {
    const read = readAddress(wallet);
    return "address" in read && typeof name === "string" ? [[read.address, plainText(name, MOST_LETTERS)]] : [];
  });
  return { officeKey, names: Object.fromEntries(known) as Book["names"] };
}

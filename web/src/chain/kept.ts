import { deviceStorage } from "../config/deviceStorage.ts";
import type { System } from "./System.ts";

/** Another name where the shape of what is kept has changed. */
const KEY = "kept.2";

/** Of one deployment, the newest: names, terms and times of some hundred sales. */
const MOST_LETTERS = 200_000;

const SOON = 500;

type Shelf = { values: Map<string, unknown>; coming: Map<string, Promise<unknown>>; isSaving: boolean };

const shelves = new WeakMap<System, Shelf>();

/**
 * What never changes once it is there: read once, for all who ask meanwhile, and kept on this device. Where nothing can be
 * kept it is read with every visit. `isFinal` says whether it is there already.
 */
export async function keptOr<value>(
  system: System,
  name: string,
  read: () => Promise<value>,
  isFinal: (value: value) => boolean = () => true,
): Promise<value> {
  const shelf = shelfOf(system);
  if (shelf.values.has(name)) return shelf.values.get(name) as value;
  const isComing = shelf.coming.get(name);
  if (isComing !== undefined) return isComing as Promise<value>;
  const reading = read().finally(() => shelf.coming.delete(name));
  shelf.coming.set(name, reading);
  const value = await reading;
  if (!isFinal(value)) return value;
  shelf.values.set(name, value);
  if (!shelf.isSaving) setTimeout(() => save(system, shelf), SOON);
  shelf.isSaving = true;
  return value;
}

function shelfOf(system: System): Shelf {
  const known = shelves.get(system);
  if (known !== undefined) return known;
  const shelf = { values: load(system), coming: new Map<string, Promise<unknown>>(), isSaving: false };
  shelves.set(system, shelf);
  return shelf;
}

function load({ deployment }: System): Map<string, unknown> {
  try {
    const [of, entries] = JSON.parse(deviceStorage.getItem(KEY) ?? "[]", revive) as [string?, [string, unknown][]?];
    return new Map(of === deployment.startBlockHash ? entries : []);
  } catch {
    return new Map();
  }
}

/** The oldest goes first; another deployment takes the place of this one. */
function save({ deployment }: System, shelf: Shelf): void {
  shelf.isSaving = false;
  const written = () => JSON.stringify([deployment.startBlockHash, [...shelf.values]], replace);
  let text = written();
  while (text.length > MOST_LETTERS) {
    const oldest = [...shelf.values.keys()].slice(0, Math.ceil(shelf.values.size / 4));
    oldest.forEach((name) => shelf.values.delete(name));
    text = written();
  }
  deviceStorage.setItem(KEY, text);
}

/** JSON has no such large numbers: they are written as a text with a sign that no text of ours begins with. */
const LARGE = "\u0000";

function replace(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${LARGE}${value}` : value;
}

function revive(_: string, value: unknown): unknown {
  return typeof value === "string" && value.startsWith(LARGE) ? BigInt(value.slice(LARGE.length)) : value;
}

import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Family } from "@one-small-town/core/history/file/Family.ts";
import {
  fileOf,
  type HistoryIndex,
  type PartEntry,
  subjectOf,
} from "@one-small-town/core/history/file/HistoryIndex.ts";
import { most, type Part } from "@one-small-town/core/history/file/Part.ts";
import { noLarger, unpackIndex, unpackPart } from "@one-small-town/core/history/file/unpack.ts";
import { takeBytes } from "@one-small-town/core/takeBytes.ts";
import type { DeviceStore } from "./DeviceStore.ts";

const TIMEOUT = 30_000;

/** Where a history is: beside a page at `base`, in a folder of its own; and the hash of its index. */
export type Place = { base: string; hash: string };

/** The index of a deployment's history; throws where it does not come, or is another than the settings name. */
export async function loadIndex({ base, hash }: Place, deployment: Deployment): Promise<HistoryIndex> {
  const index = await unpackIndex(await fetchBytes(new URL("history/index.json", base)), hash);
  if (JSON.stringify(index.deployment) === JSON.stringify(subjectOf(deployment))) return index;
  throw new Error("The history is of another deployment");
}

/** All parts of a family, each from this device or else from beside the pages. Throws where one does not come whole. */
export function loadParts(base: string, index: HistoryIndex, family: Family, store: DeviceStore): Promise<Part[]> {
  return Promise.all(
    index.parts.filter((part) => part.family === family).map((entry) => loadPart(base, index, entry, store)),
  );
}

async function loadPart(base: string, index: HistoryIndex, entry: PartEntry, store: DeviceStore): Promise<Part> {
  const { chainId, root, startBlockHash } = index.deployment;
  const key = [chainId, root, startBlockHash, entry.hash].join("/");
  const kept = await store.get(key);
  const known =
    kept instanceof Uint8Array ? await unpackPart(new Uint8Array(kept), index, entry).catch(() => null) : null;
  if (known !== null) return known;
  const bytes = await fetchBytes(new URL(`history/${fileOf(index.deployment, entry)}`, base));
  const part = await unpackPart(bytes, index, entry);
  void store.put(key, bytes);
  return part;
}

async function fetchBytes(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
  if (!response.ok || response.body === null) throw new Error(`${url.pathname}: status ${response.status}`);
  return noLarger(await takeBytes(response.body, most.bytes), most.bytes);
}

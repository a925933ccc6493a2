import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import hre from "hardhat";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import {
  fileOf,
  type HistoryIndex,
  type PartEntry,
  readIndex,
  subjectOf,
} from "@one-small-town/core/history/file/HistoryIndex.ts";
import type { Part } from "@one-small-town/core/history/file/Part.ts";
import { unpackPart } from "@one-small-town/core/history/file/unpack.ts";
import { Mistake } from "../commands/Mistake.mjs";
import type { PartFile } from "./History.ts";

const INDEX = "index.json";

/** Where the history of a network is, unless somebody names another folder. */
export function historyFolder(network: string): string {
  return path.join(hre.config.paths.root, "history", network);
}

/** A history that was opened: its index, also as text, and its parts. */
export type OpenHistory = { index: HistoryIndex; text: string; parts: { entry: PartEntry; part: Part }[] };

/**
 * The history in a folder, or at the address of one; null where there is none yet. Throws where it is not whole, or of
 * another deployment.
 */
export async function openHistory(place: string, deployment: Deployment): Promise<OpenHistory | null> {
  try {
    const bytes = await readFrom(place, INDEX);
    if (bytes === null) return null;
    const text = new TextDecoder().decode(bytes);
    const index = readIndex(text);
    const [own, wanted] = [index.deployment, subjectOf(deployment)];
    if (JSON.stringify(own) !== JSON.stringify(wanted)) throw new Error("it is of another deployment");
    const parts: OpenHistory["parts"] = [];
    for (const entry of index.parts) {
      const name = fileOf(own, entry);
      const packed = await readFrom(place, name);
      if (packed === null) throw new Error(`${name} is missing`);
      parts.push({ entry, part: await unpackPart(packed, index, entry) });
    }
    return { index, text, parts };
  } catch (cause) {
    throw new Mistake(`The history in ${place} cannot be used: ${(cause as Error).message}.`, { cause });
  }
}

/** The bytes of a file; null where there is none. */
async function readFrom(place: string, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (/^https?:/.test(place)) {
    const response = await fetch(`${place.replace(/\/$/, "")}/${name}`);
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`${name} is answered with status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
  const file = path.join(place, name);
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
}

/**
 * Writes files of a history, the index last, each in one step, so that whoever reads meanwhile finds a whole one. Of the
 * files that the index does not name, those stay that the index before it named: somebody may be reading them.
 */
export function writeHistory(folder: string, files: readonly PartFile[], index: string): void {
  mkdirSync(folder, { recursive: true });
  const before = namedIn(folder);
  for (const { name, text } of files) {
    const file = path.join(folder, name);
    if (!existsSync(file)) writeAtOnce(file, gzipSync(text, { level: 9 }));
  }
  writeAtOnce(path.join(folder, INDEX), index);
  const wanted = new Set([INDEX, ...before, ...namedIn(folder)]);
  const stale = readdirSync(folder).filter((name) => /\.json\.gz$|\.part$/.test(name) && !wanted.has(name));
  for (const name of stale) rmSync(path.join(folder, name));
}

/**
 * Puts a history beside pages, the files that its index names and no others. Returns the hash of the index, by which the
 * settings name it. Throws where it is not whole, or of another deployment.
 */
export async function publishHistory(from: string, pages: string, deployment: Deployment): Promise<string> {
  const history = await openHistory(from, deployment);
  if (history === null) throw new Mistake(`There is no history in ${from}. Run: npm run history -- --network NAME`);
  const to = path.join(pages, "history");
  mkdirSync(to, { recursive: true });
  for (const name of [INDEX, ...history.index.parts.map((part) => fileOf(history.index.deployment, part))]) {
    cpSync(path.join(from, name), path.join(to, name));
  }
  return sumOf(history.text);
}

/** The hash by which settings name an index. */
export function sumOf(index: string): string {
  return createHash("sha256").update(index).digest("hex");
}

function writeAtOnce(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.part`, content);
  renameSync(`${file}.part`, file);
}

function namedIn(folder: string): string[] {
  const file = path.join(folder, INDEX);
  if (!existsSync(file)) return [];
  const { deployment, parts } = readIndex(readFileSync(file, "utf8"));
  return parts.map((part) => fileOf(deployment, part));
}

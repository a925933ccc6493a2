import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { familyOf } from "@one-small-town/core/history/file/Family.ts";
import {
  fileOf,
  type HistoryIndex,
  type PartEntry,
  subjectOf,
  writeIndex,
} from "@one-small-town/core/history/file/HistoryIndex.ts";
import { beginParts, type Growing, grow, type RawPart } from "@one-small-town/core/history/file/partsOf.ts";
import { writePart } from "@one-small-town/core/history/file/writePart.ts";
import { createHash } from "node:crypto";
import type { Reading } from "./readTold.ts";

/** A file of the history before it is compressed, and what the index says of it. */
export type PartFile = { entry: PartEntry; name: string; text: string };

/** A history that grows: the parts that are whole, and those that are open. */
export class History {
  readonly #deployment: Deployment;
  readonly #open: Growing[];
  readonly #closed: PartFile[] = [];

  /** `open` is what the files of an earlier run end with. */
  constructor(deployment: Deployment, open: Growing[] = beginParts(deployment.startBlock)) {
    this.#deployment = deployment;
    this.#open = open;
  }

  /** Adds what happened in the next blocks, to the end of them. */
  add({ events, sheets }: Reading): void {
    const familyIn = familyOf(this.#deployment.addresses);
    for (const growing of this.#open) {
      const own = events.filter(({ address }) => familyIn(address) === growing.family);
      this.#closed.push(...grow(growing, own, sheets).map((part) => this.#fileOf(part)));
    }
  }

  /** The files that were closed, and those that are open, up to a block; and the index, after `earlier` files. */
  write(upTo: HistoryIndex["upTo"], earlier: readonly PartEntry[] = []): { files: PartFile[]; index: string } {
    const open = this.#open.filter(({ events }) => events.length > 0);
    const files = [...this.#closed, ...open.map((part) => this.#fileOf({ ...part, to: upTo.number, isClosed: false }))];
    const parts = [...earlier, ...files.map(({ entry }) => entry)].sort(inOrder);
    return { files, index: writeIndex({ deployment: subjectOf(this.#deployment), upTo, parts }) };
  }

  #fileOf({ family, from, to, events, sheets }: RawPart): PartFile {
    const { chainId } = this.#deployment;
    const text = writePart({ chainId, family, from, to }, events, sheets);
    const hash = createHash("sha256").update(text).digest("hex");
    const entry = { family, from, to, events: events.length, hash };
    return { entry, name: fileOf(subjectOf(this.#deployment), entry), text };
  }
}

function inOrder(one: PartEntry, other: PartEntry): number {
  if (one.family !== other.family) return one.family < other.family ? -1 : 1;
  return one.from - other.from;
}

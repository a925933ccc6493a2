import { createHash } from "node:crypto";
import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import path from "node:path";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Ask, Request } from "@one-small-town/core/asking/Ask.ts";
import type { Head } from "@one-small-town/core/asking/endOfReading.ts";

/** Answers that outlive this run. */
export type Memory = {
  recall: (key: string) => unknown;
  keep: (key: string, answer: unknown) => void;
  close: () => void;
};

/** Where a line is in the file, in bytes. */
type Span = { at: number; length: number };

const NEW_LINE = 10;
const BYTES_AT_ONCE = 1 << 20;

/**
 * Answers in a file, one a line, written as they come, so that a run that was ended goes on where it stopped. A last
 * line that was torn is dropped. Only where each answer is stays in memory.
 */
export function openMemory(file: string): Memory {
  mkdirSync(path.dirname(file), { recursive: true });
  const descriptor = openSync(file, "a+");
  const spans = new Map<string, Span>();
  let end = 0;
  for (const { at, line } of linesOf(descriptor)) {
    spans.set(line.toString("latin1", 0, line.indexOf(" ")), { at, length: line.length });
    end = at + line.length + 1;
  }
  ftruncateSync(descriptor, end);
  return {
    recall(key) {
      const span = spans.get(key);
      const line = span && read(descriptor, span).toString();
      // Another run may have written to the file meanwhile: what is not where it was is asked again.
      return line?.startsWith(`${key} `) ? JSON.parse(line.slice(key.length)) : undefined;
    },
    keep(key, answer) {
      const line = Buffer.from(`${key} ${JSON.stringify(answer)}\n`);
      writeSync(descriptor, line);
      spans.set(key, { at: end, length: line.length - 1 });
      end += line.length;
    },
    close: () => closeSync(descriptor),
  };
}

function read(descriptor: number, { at, length }: Span): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(descriptor, bytes, 0, length, at);
  return bytes;
}

/** The whole lines of a file, each with where it begins. */
function* linesOf(descriptor: number): Generator<{ at: number; line: Buffer }> {
  const { size } = fstatSync(descriptor);
  let rest = Buffer.alloc(0);
  let at = 0;
  for (let from = 0; from < size; from += BYTES_AT_ONCE) {
    rest = Buffer.concat([rest, read(descriptor, { at: from, length: Math.min(BYTES_AT_ONCE, size - from) })]);
    for (let stop = rest.indexOf(NEW_LINE); stop !== -1; stop = rest.indexOf(NEW_LINE)) {
      yield { at, line: rest.subarray(0, stop) };
      at += stop + 1;
      rest = rest.subarray(stop + 1);
    }
  }
}

/** Where answers are kept: those about one deployment, at one block, of the same nodes. */
export function memoryFile(
  folder: string,
  { chainId, startBlockHash }: Deployment,
  { number, hash }: Head,
  urls: readonly string[],
): string {
  const nodes = createHash("sha256")
    .update([...urls].sort().join(" "))
    .digest("hex");
  const [deployment, block, asked] = [startBlockHash, hash, nodes].map((text) => text.replace("0x", "").slice(0, 16));
  return path.join(folder, `${chainId}-${deployment}`, `${number}-${block}-${asked}.txt`);
}

/** Asks only what was not answered before. Errors are never remembered. */
export function remembering(ask: Ask, memory: Memory): Ask {
  return async (request) => {
    const key = keyOf(request);
    const known = memory.recall(key);
    if (known !== undefined) return known;
    const answer = await ask(request);
    memory.keep(key, answer);
    return answer;
  };
}

function keyOf({ method, params }: Request): string {
  return createHash("sha256")
    .update(JSON.stringify([method, params]))
    .digest("hex");
}

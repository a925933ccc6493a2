import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import path from "node:path";

/** Answers that outlive this run. */
export type Memory = {
  recall: (key: string) => unknown;
  keep: (key: string, answer: unknown) => void;
  close: () => void;
};

/** Where a line is in the file, in bytes. */
type Place = { at: number; length: number };

const NEW_LINE = 10;
const BYTES_AT_ONCE = 1 << 20;

/**
 * Answers in a file, one a line, written as they come, so that a run that was ended goes on where it stopped. A last
 * line that was torn is dropped. Only where each answer is stays in memory.
 */
export function openMemory(file: string): Memory {
  mkdirSync(path.dirname(file), { recursive: true });
  const descriptor = openSync(file, "a+");
  const places = new Map<string, Place>();
  let end = 0;
  for (const { at, line } of linesOf(descriptor)) {
    places.set(line.toString("latin1", 0, line.indexOf(" ")), { at, length: line.length });
    end = at + line.length + 1;
  }
  ftruncateSync(descriptor, end);
  return {
    recall(key) {
      const place = places.get(key);
      const line = place && read(descriptor, place).toString();
      // Another run may have written to the file meanwhile: what is not where it was is asked again.
      return line?.startsWith(`${key} `) ? JSON.parse(line.slice(key.length)) : undefined;
    },
    keep(key, answer) {
      const line = Buffer.from(`${key} ${JSON.stringify(answer)}\n`);
      writeSync(descriptor, line);
      places.set(key, { at: end, length: line.length - 1 });
      end += line.length;
    },
    close: () => closeSync(descriptor),
  };
}

function read(descriptor: number, { at, length }: Place): Buffer {
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

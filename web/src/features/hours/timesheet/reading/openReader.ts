import type { SheetAsked, SheetRead } from "./SheetRead.ts";
// oxlint-disable-next-line import/default -- the build makes a file of its own of it, and says its address
import workerUrl from "./sheetWorker.ts?worker&url";

/** Reads files beside the page; rejects where one cannot be read for lack of memory. */
export type SheetReader = { read: (asked: SheetAsked) => Promise<SheetRead>; close: () => void };

type Told = { id: number; read: SheetRead | null };
type Waiting = { asked: SheetAsked; resolve: (read: SheetRead) => void; reject: (why: Error) => void };

/** Starts what reads files. Where a browser refuses workers, the page reads them itself, in slices. */
export function openReader(): SheetReader {
  const waiting = new Map<number, Waiting>();
  let worker = startWorker();
  let hasHeard = false;
  let last = 0;

  const settle = (id: number, read: SheetRead | null) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (read === null) one?.reject(new Error("The file could not be read"));
    else one?.resolve(read);
  };
  const readHere = async (id: number, asked: SheetAsked) => {
    const { readSheet } = await import("./SheetRead.ts");
    settle(id, await readSheet(asked).catch(() => null));
  };
  const readAllHere = () => {
    worker = null;
    for (const [id, { asked }] of waiting) void readHere(id, asked);
  };
  worker?.addEventListener("message", ({ data }: MessageEvent<Told>) => {
    hasHeard = true;
    settle(data.id, data.read);
  });
  // Some browsers say only now that they refuse it. One that has read before, and dies, had too much to carry.
  worker?.addEventListener("error", () => {
    if (!hasHeard) return readAllHere();
    for (const id of [...waiting.keys()]) settle(id, null);
  });

  return {
    read: (asked) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { asked, resolve, reject });
        if (worker === null) void readHere(id, asked);
        else worker.postMessage({ id, asked }, []);
      }),
    close: () => worker?.terminate(),
  };
}

function startWorker(): Worker | null {
  try {
    return new Worker(workerUrl, { type: "module" });
  } catch {
    return null;
  }
}

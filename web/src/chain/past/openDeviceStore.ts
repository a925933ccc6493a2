import type { DeviceStore } from "./DeviceStore.ts";

const NAME = "one-small-town";
const TABLE = "history";

/** Some browsers let an opening hang for ever, others forget all after a week: whoever waits goes on without it. */
const PATIENCE = 1_500;

/** The store of this device, which is empty for those who let nothing be kept. */
export function openDeviceStore(): DeviceStore {
  let opening: Promise<IDBDatabase | null> | undefined;
  const ask = async <answer>(mode: IDBTransactionMode, question: (table: IDBObjectStore) => IDBRequest<answer>) => {
    const database = await (opening ??= inTime(open(), null));
    if (database === null) return undefined;
    return inTime(answerOf(question(database.transaction(TABLE, mode).objectStore(TABLE))), undefined);
  };
  return {
    get: async (key) => ask("readonly", (table) => table.get(key) as IDBRequest<unknown>).catch(() => undefined),
    put: async (key, value) => void (await ask("readwrite", (table) => table.put(value, key)).catch(() => undefined)),
  };
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(TABLE));
  return answerOf(request);
}

function answerOf<answer>(request: IDBRequest<answer>): Promise<answer> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(new Error("Nothing can be kept on this device")));
  });
}

function inTime<result, instead>(work: Promise<result>, instead: instead): Promise<result | instead> {
  const late = new Promise<instead>((resolve) => setTimeout(() => resolve(instead), PATIENCE));
  return Promise.race([work.catch(() => instead), late]);
}

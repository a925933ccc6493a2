import type { CheckedDocument } from "@one-small-town/core/documents/Document.ts";
import type { Hex } from "viem";
import { checkBytes, type DocumentTrouble } from "./checkBytes.ts";

/** What a phone can take without pain. */
const MOST_BYTES = 20_000_000;
const TIMEOUT = 30_000;

/**
 * Fetches a document from the first of several addresses that has what was promised. Where none has, what the last one
 * gave instead; where none gave anything, why.
 */
export async function fetchDocument(
  addresses: readonly string[],
  promised: Hex,
): Promise<CheckedDocument | DocumentTrouble> {
  let other: CheckedDocument | undefined;
  let trouble: DocumentTrouble = "unreachable";
  for (const address of addresses) {
    const bytes = await fetchBytes(address);
    if (typeof bytes === "string") {
      trouble = bytes;
      continue;
    }
    const checked = await checkBytes(bytes, promised);
    if (checked.isPromised) return checked;
    other = checked;
  }
  return other ?? trouble;
}

async function fetchBytes(address: string): Promise<Uint8Array<ArrayBuffer> | DocumentTrouble> {
  const policy = watchPolicy();
  try {
    const response = await fetch(address, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return response.ok ? await readBody(response) : "unreachable";
  } catch {
    return (await policy.refused()) ? "refused" : "unreachable";
  } finally {
    policy.stop();
  }
}

/** What a host says of the length is not believed. */
async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer> | DocumentTrouble> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    length += read.value.length;
    parts.push(read.value);
    if (length > MOST_BYTES) {
      await reader?.cancel();
      return "tooLarge";
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** A fetch that the page's own policy refuses fails like any other; only this event tells it apart. */
function watchPolicy() {
  let isRefused = false;
  const note = () => (isRefused = true);
  document.addEventListener("securitypolicyviolation", note);
  return {
    async refused(): Promise<boolean> {
      await new Promise((resolve) => setTimeout(resolve, 50)); // the event may come after the failure
      return isRefused;
    },
    stop: () => document.removeEventListener("securitypolicyviolation", note),
  };
}

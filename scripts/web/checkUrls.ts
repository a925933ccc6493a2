import { Mistake } from "../commands/Mistake.mjs";

const OWN_COMPUTER = ["127.0.0.1", "localhost"];

/** Whether pages could read at an address: encrypted, or on this computer. */
function isReadable(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === "https:" || (url?.protocol === "http:" && OWN_COMPUTER.includes(url.hostname));
}

/** Throws, with what to do, when browsers could not read at this node. */
export function checkRpcUrl(rpcUrl: string): void {
  if (isReadable(rpcUrl)) return;
  throw new Mistake(`"${rpcUrl}" is no address of a node. Say --rpc https://… (http only on this computer).`);
}

/** Throws, with what to do, when browsers could not read at this indexer. */
export function checkIndexerUrl(indexer: string): void {
  if (isReadable(indexer) && !indexer.endsWith("/")) return;
  throw new Mistake(
    `"${indexer}" is no address of an indexer. Say --indexer https://… without a slash at the end (http only on this computer).`,
  );
}

/** Throws, with what to do, when nobody could open it. */
export function checkSourceUrl(address: string): void {
  if (URL.canParse(address) && new URL(address).protocol === "https:") return;
  throw new Mistake(`"${address}" is no address of code. Say --source https://…`);
}

/** Throws, with what to do, when pages could not fetch documents there. */
export function checkDocumentUrl(address: string): void {
  if (URL.canParse(address) && new URL(address).protocol === "https:") return;
  throw new Mistake(`"${address}" is no address of documents. Say --gateway or --documents https://…`);
}

import { Mistake } from "../commands/Mistake.mjs";
import { isReadable } from "./isReadable.ts";

/** Throws, with what to do, when browsers could not read at this indexer. */
export function checkIndexerUrl(indexer: string): void {
  if (isReadable(indexer) && !indexer.endsWith("/")) return;
  throw new Mistake(
    `"${indexer}" is no address of an indexer. Say --indexer https://… without a slash at the end (http only on this computer).`,
  );
}

import { Mistake } from "../commands/Mistake.mjs";

/** Throws, with what to do, when pages could not fetch documents there. */
export function checkDocumentUrl(address: string): void {
  if (URL.canParse(address) && new URL(address).protocol === "https:") return;
  throw new Mistake(`"${address}" is no address of documents. Say --gateway or --documents https://…`);
}

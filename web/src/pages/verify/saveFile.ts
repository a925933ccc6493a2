import type { TableName } from "@one-small-town/core/verify/csv/cells.ts";

/** A file's name that any computer takes: the letters and digits of the town or business, the table, and the block. */
export function fileName({ name, table, block }: { name: string; table: TableName; block: bigint }): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${[...words, table, "block", block].join("-")}.csv`;
}

/** Gives a text to the person as a file. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin to read only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

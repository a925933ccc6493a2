import type { TableName } from "@one-small-town/core/verify/csv/cells.ts";

/** A file's name that any computer takes: the letters and digits of the town or business, the table, and the block. */
export function fileName({ name, table, block }: { name: string; table: TableName; block: bigint }): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${[...words, table, "block", block].join("-")}.csv`;
}

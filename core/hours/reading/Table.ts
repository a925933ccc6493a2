/** One row of a table, as text. */
export type TableRow = {
  /** What a spreadsheet shows beside the row. */
  row: number;
  cells: readonly string[];
  /** Which cells stand in quotes; absent when none does. */
  quoted?: readonly boolean[];
  /** A quote of it is malformed: what its cells are is not known. */
  isMalformed?: true;
};

/** Rows of a file, before anybody knows which of them say something. */
export type Table = {
  /** The name of a spreadsheet's sheet. */
  name?: string;
  rows: () => Iterable<TableRow>;
  /** What separates the cells of a CSV file; absent for a spreadsheet, where nothing can be mistaken for it. */
  delimiter?: string;
  hiddenRows?: ReadonlySet<number>;
};

/** Whether a cell says anything. */
export function isFilled(cell: string | undefined): boolean {
  return cell !== undefined && cell.trim() !== "";
}

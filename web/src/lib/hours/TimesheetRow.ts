/** One row of a coordinator's timesheet, read. */
export type TimesheetRow = {
  /** The row a spreadsheet shows. */
  row: number;
  member: number;
  /** As written, without the spaces around it; may be empty. */
  project: string;
  /** ISO date, yyyy-mm-dd. */
  day: string;
  /** More than 255 is possible here; the sum of a member's rows decides. */
  quarters: number;
};

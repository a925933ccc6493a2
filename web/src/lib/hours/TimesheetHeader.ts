import type { timesheetColumns } from "./timesheetColumns.ts";

/** Where a timesheet's columns are, counted from 0, and how many cells a row may have. */
export type TimesheetHeader = Record<(typeof timesheetColumns)[number] | "width", number>;

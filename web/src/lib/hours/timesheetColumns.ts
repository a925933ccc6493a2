/** The columns every timesheet has, in any order and case; further columns are ignored. */
export const timesheetColumns = ["member", "project", "date", "hours"] as const;

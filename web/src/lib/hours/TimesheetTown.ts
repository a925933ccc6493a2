/** What a timesheet is read against. */
export type TimesheetTown = {
  weekIndex: number;
  /** The highest member number given in the town. */
  members: number;
  /** The member number of the coordinator who submits, 0 if none. */
  ownMember: number;
};

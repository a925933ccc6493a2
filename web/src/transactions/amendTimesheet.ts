import { amendTimesheet as amendStep } from "@one-small-town/core/hours/steps.ts";
import { quartersToHex } from "@one-small-town/core/hours/timesheet.ts";
import { timesheetWords } from "../content/words/timesheet.ts";
import { isStillPending, type SeenSheet } from "./isStillPending.ts";
import type { Transaction } from "./Transaction.ts";

/** Other quarters of an hour for some members of the sheet under review. */
export type Amendment = SeenSheet & { changes: readonly { member: number; quarters: number }[] };

/** Another coordinator mends the sheet under review, or the Town Ambassador the hours of whoever sent it in. */
export const amendTimesheet: Transaction<Amendment> = {
  title: ({ changes }) => timesheetWords.amendSubmit(changes.length),
  done: () => timesheetWords.amendDone,
  check: async ({ system }, sheet) => ((await isStillPending(system, sheet)) ? null : timesheetWords.changedMeanwhile),

  steps({ system }, { town, changes }) {
    const sorted = changes.toSorted((a, b) => a.member - b.member);
    const numbers = sorted.map(({ member }) => member);
    const quarters = quartersToHex(Uint8Array.from(sorted, (change) => change.quarters));
    const step = amendStep(system.deployment, town, numbers, quarters);
    return Promise.resolve([{ label: timesheetWords.amendSubmit(changes.length), step }]);
  },

  /** The sheet is written anew, and its review may end later. */
  after: ["timesheets"],
};

import { rejectTimesheet as rejectStep } from "@one-small-town/core/hours/steps.ts";
import type { Hex } from "viem";
import { weekRange } from "../content/weeks.ts";
import { timesheetWords } from "../content/words/timesheet.ts";
import { isStillPending, type SeenSheet } from "./isStillPending.ts";
import type { Transaction } from "./Transaction.ts";

/** The sheet that is sent back, and the SHA-256 of the words that say why. */
export type Rejection = SeenSheet & { reason: Hex };

/** An ambassador or head office sends back the sheet under review. */
export const rejectTimesheet: Transaction<Rejection> = {
  title: ({ weekIndex }) => timesheetWords.rejectSubmit(weekRange(weekIndex)),
  done: ({ weekIndex }) => timesheetWords.rejectDone(weekRange(weekIndex)),
  check: async ({ system }, sheet) => ((await isStillPending(system, sheet)) ? null : timesheetWords.changedMeanwhile),

  steps: ({ system }, { town, weekIndex, reason }) =>
    Promise.resolve([
      {
        label: timesheetWords.rejectSubmit(weekRange(weekIndex)),
        step: rejectStep(system.deployment, town, reason),
      },
    ]),

  /** No sheet is under review any more, and its week is open again. */
  after: ["timesheets"],
};

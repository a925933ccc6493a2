import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { finaliseTimesheet as finaliseStep } from "@one-small-town/core/hours/steps.ts";
import { zeroAddress } from "viem";
import { readNow } from "../chain/readNow.ts";
import { weekRange } from "../content/weeks.ts";
import { timesheetWords } from "../content/words/timesheet.ts";
import type { Transaction } from "./Transaction.ts";

/** Anybody has a week counted whose review is over. */
export const finaliseTimesheet: Transaction<{ town: number; weekIndex: number }> = {
  title: ({ weekIndex }) => timesheetWords.count(weekRange(weekIndex)),
  done: ({ weekIndex }) => timesheetWords.countDone(weekRange(weekIndex)),

  async check({ system }, { town, weekIndex }) {
    const { Contributions: address } = system.deployment.addresses;
    const [pending] = await readNow(system, [
      { address, abi: contributionsViews, functionName: "pendingOf", args: [town] },
    ]);
    const isSame = pending.pointer !== zeroAddress && pending.weekIndex === weekIndex;
    return isSame ? null : timesheetWords.countedMeanwhile;
  },

  steps: ({ system }, { town, weekIndex }) =>
    Promise.resolve([
      { label: timesheetWords.count(weekRange(weekIndex)), step: finaliseStep(system.deployment, town) },
    ]),

  /** The week is final: its INFINITY is made, and its cash fixed. Nobody is paid yet. */
  after: ["timesheets", "infinity"],
};

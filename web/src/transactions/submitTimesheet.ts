import { authorityViews } from "@one-small-town/core/abis/authorityViews.ts";
import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { submitTimesheet as submitStep } from "@one-small-town/core/hours/steps.ts";
import { quartersToHex } from "@one-small-town/core/hours/timesheet.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { zeroAddress } from "viem";
import { readNow } from "../chain/readNow.ts";
import { weekRange } from "../content/weeks.ts";
import { timesheetWords } from "../content/words/timesheet.ts";
import type { Transaction } from "./Transaction.ts";

/** A week's hours as they were read, and the file that they rest on. */
export type SheetToSubmit = { town: number; weekIndex: number; quarters: Uint8Array; evidence: Document };

/** A coordinator sends in the hours of a week, which from then on are under review. */
export const submitTimesheet: Transaction<SheetToSubmit> = {
  title: ({ weekIndex }) => timesheetWords.submitTitle(weekRange(weekIndex)),
  done: ({ weekIndex }) => timesheetWords.submitDone(weekRange(weekIndex)),

  async check({ system, address }, { town, weekIndex }) {
    const { Authority, Contributions } = system.deployment.addresses;
    const hours = { address: Contributions, abi: contributionsViews, args: [town] } as const;
    const role = [roleIds.coordinator(town), address] as const;
    const [pending, openWeeks, acts] = await readNow(system, [
      { ...hours, functionName: "pendingOf" },
      { ...hours, functionName: "openWeeksOf" },
      { address: Authority, abi: authorityViews, functionName: "acts", args: role },
    ]);
    if (!acts) return timesheetWords.keyGone;
    if (pending.pointer !== zeroAddress) return timesheetWords.sentMeanwhile;
    return openWeeks.includes(weekIndex) ? null : timesheetWords.weekOver;
  },

  steps: ({ system }, { town, weekIndex, quarters, evidence }) =>
    Promise.resolve([
      {
        label: timesheetWords.submitTitle(weekRange(weekIndex)),
        step: submitStep(system.deployment, { town, weekIndex, quarters: quartersToHex(quarters), evidence }),
      },
    ]),

  /** A sheet is under review; nothing is minted or paid before it is finalised. */
  after: ["timesheets"],
};

import { expect, it } from "vitest";
import type { TimesheetDesk } from "../../../chain/hours/timesheetDeskQuery.ts";
import { mayAmend } from "./mayAmend.ts";

const [WRITER, OTHER] = [
  "0x00000000000000000000000000000000000000a1",
  "0x00000000000000000000000000000000000000a2",
] as const;

const self: TimesheetDesk["self"] = { member: 9, isCoordinator: true, isTownAmbassador: false, mayReject: false };
const ambassador = { member: 1, isCoordinator: false, isTownAmbassador: true, mayReject: true };
const nobody = { member: 9, isCoordinator: false, isTownAmbassador: false, mayReject: false };

it.each([
  ["another coordinator, everybody's hours", self, { by: WRITER, submitter: 2 }, "anyone"],
  ["whoever wrote it last, nothing", self, { by: OTHER, submitter: 2 }, "wroteIt"],
  ["the Town Ambassador, the hours of whoever sent it in", ambassador, { by: WRITER, submitter: 2 }, "submitter"],
  ["the Town Ambassador, nothing where that is no member", ambassador, { by: WRITER, submitter: 0 }, null],
  ["somebody else, nothing", nobody, { by: WRITER, submitter: 2 }, null],
] as const)("lets mend %s", (_, who, sheet, may) => {
  expect(mayAmend({ self: who, hasPower: true }, sheet, OTHER)).toBe(may);
});

it("lets no coordinator mend while no ambassador is in power", () => {
  expect(mayAmend({ self, hasPower: false }, { by: WRITER, submitter: 2 }, OTHER)).toBeNull();
});

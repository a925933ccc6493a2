import { zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import type { RoleEvent } from "../Books.ts";
import { nextHeadOffice } from "./nextHeadOffice.ts";

const amina = "0x00000000000000000000000000000000000000a1";
const begun = { eventName: "DefaultAdminTransferScheduled", args: { newAdmin: amina, acceptSchedule: 700 } };
const after = (...events: object[]) => nextHeadOffice(events as RoleEvent[]);

describe("the next head office", () => {
  it("is nobody where nothing was begun", () => {
    expect(after({ eventName: "RoleGranted", args: { role: zeroHash } })).toBeNull();
  });

  it("is who may accept, and after when", () => {
    expect(after(begun)).toEqual({ wallet: amina, after: 700 });
  });

  it("is who was named last", () => {
    const other = { eventName: "DefaultAdminTransferScheduled", args: { newAdmin: "0xb1", acceptSchedule: 900 } };
    expect(after(begun, { eventName: "DefaultAdminTransferCanceled", args: {} }, other)).toEqual({
      wallet: "0xb1",
      after: 900,
    });
  });

  it.each([
    ["it was taken back", { eventName: "DefaultAdminTransferCanceled", args: {} }],
    ["it was accepted", { eventName: "RoleGranted", args: { role: zeroHash } }],
    ["head office gave itself up", { eventName: "RoleRevoked", args: { role: zeroHash } }],
  ])("is nobody once %s", (_, event) => {
    expect(after(begun, event)).toBeNull();
  });

  it("is not changed by other roles", () => {
    expect(after(begun, { eventName: "RoleGranted", args: { role: `0x01${"0".repeat(62)}` } })).not.toBeNull();
  });
});

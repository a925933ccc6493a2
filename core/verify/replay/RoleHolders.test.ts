import type { Address } from "viem";
import { describe, expect, it } from "vitest";
import { roleIds } from "../../roles/roleIds.ts";
import type { RoleEvent } from "../Books.ts";
import { holdersAfter, type RoleChange, roleChanges } from "./RoleHolders.ts";

const amina: Address = "0x00000000000000000000000000000000000000a1";
const ben: Address = "0x00000000000000000000000000000000000000b1";
const [registrar, steward] = [roleIds.registrar(1), roleIds.steward(1)];

function change(eventName: RoleChange["eventName"], role: RoleChange["args"]["role"], account: Address, block: bigint) {
  const args = { role, account, sender: amina };
  return { eventName, args, blockNumber: block } as unknown as RoleChange;
}

describe("RoleHolders", () => {
  const holders = holdersAfter([
    change("RoleGranted", registrar, amina, 1n),
    change("RoleGranted", steward, ben, 2n),
    change("RoleRevoked", registrar, amina, 3n),
    change("RoleGranted", registrar, ben, 4n),
    change("RoleGranted", registrar, amina, 5n),
  ]);

  it("holds what was given and not taken, since it was given last", () => {
    expect(holders.all()).toEqual([
      { role: steward, account: ben, since: 2n },
      { role: registrar, account: ben, since: 4n },
      { role: registrar, account: amina, since: 5n },
    ]);
  });

  it("knows whether somebody holds a role", () => {
    expect([holders.has(steward, ben), holders.has(steward, amina)]).toEqual([true, false]);
  });
});

describe("roleChanges", () => {
  it("leaves out what gives and takes no role", () => {
    const given = change("RoleGranted", registrar, amina, 1n);
    const appointed = { eventName: "AmbassadorAppointed", args: {} } as unknown as RoleEvent;
    expect(roleChanges([appointed, given])).toEqual([given]);
  });
});

import type { Address } from "viem";
import { describe, expect, it } from "vitest";
import { roleIds } from "../../roles/roleIds.ts";
import type { RoleEvent } from "../Books.ts";
import { holdersAfter, type RoleChange, roleSteps, type RoleStep } from "./RoleHolders.ts";

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
      { role: steward, account: ben, since: 2n, until: null },
      { role: registrar, account: ben, since: 4n, until: null },
      { role: registrar, account: amina, since: 5n, until: null },
    ]);
  });

  it("knows whether somebody holds a role", () => {
    expect([holders.has(steward, ben), holders.has(steward, amina)]).toEqual([true, false]);
  });
});

describe("RoleHolders of an office", () => {
  const office = roleIds.townAmbassador(1);
  const appointed = (wallet: Address, actsFrom: bigint) =>
    ({ eventName: "AmbassadorAppointed", args: { role: office, wallet, actsFrom } }) as unknown as RoleStep;
  const succeeding = [
    change("RoleGranted", office, amina, 1n),
    appointed(amina, 10n),
    change("RoleGranted", office, ben, 2n),
    appointed(ben, 700n),
  ];
  const holdersAt = (now: number, steps: readonly RoleStep[]) =>
    holdersAfter(steps)
      .all(now)
      .map(({ account }) => account);

  it("holds both until the successor takes over, and then the successor", () => {
    expect([holdersAt(699, succeeding), holdersAt(700, succeeding)]).toEqual([[amina, ben], [ben]]);
  });

  it("keeps the first when the successor leaves before", () => {
    expect(holdersAt(700, [...succeeding, change("RoleRevoked", office, ben, 3n)])).toEqual([amina]);
  });

  it("keeps nobody when the successor leaves after", () => {
    const [first, second] = [change("RoleRevoked", office, amina, 3n), change("RoleRevoked", office, ben, 3n)];
    expect(holdersAt(800, [...succeeding, first, second])).toEqual([]);
  });
});

describe("roleSteps", () => {
  it("leaves out what neither gives nor takes a role", () => {
    const given = change("RoleGranted", registrar, amina, 1n);
    const other = { eventName: "KeyNamed", args: {} } as unknown as RoleEvent;
    expect(roleSteps([other, given])).toEqual([given]);
  });
});

import { describe, expect, it } from "vitest";
import { type Sending, whyNotSend } from "./maySend.ts";
import { mayReceive } from "./phases.ts";
import { type Tier, tiers } from "../rules/enumerations.ts";

describe("mayReceive", () => {
  it.each<[Tier, Tier[]]>([
    ["none", []],
    ["local", ["local"]],
    ["country", ["local", "country"]],
    ["world", ["local", "country", "world"]],
  ])("with the scope %s lets %j receive", (scope, allowed) => {
    expect(tiers.filter((tier) => mayReceive(tier, scope))).toEqual(allowed);
  });
});

const amina = "0x00000000000000000000000000000000000000Aa";
const ben = "0x00000000000000000000000000000000000000bb";
const fine: Sending = { from: amina, to: ben, shares: 3n, held: 8n, isPledged: false, tier: "local", scope: "local" };

describe("whyNotSend", () => {
  it.each([
    ["some", 3n],
    ["all", 8n],
  ])("lets a holder send %s to a resident", (_, shares) => {
    expect(whyNotSend({ ...fine, shares })).toBeNull();
  });

  it.each<[string, Partial<Sending>, string]>([
    ["locked shares", { scope: "none" }, "locked"],
    ["one's own address", { to: amina }, "self"],
    ["one's own address in small letters", { to: "0x00000000000000000000000000000000000000aa" }, "self"],
    ["somebody nobody has attested", { tier: "none" }, "unattested"],
    ["somebody outside the scope", { tier: "country" }, "outOfScope"],
    ["shares that vote", { isPledged: true }, "pledged"],
    ["more than one has", { shares: 9n }, "tooMany"],
  ])("refuses %s", (_, change, problem) => {
    expect(whyNotSend({ ...fine, ...change })).toBe(problem);
  });
});

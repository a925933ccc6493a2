import { describe, expect, it } from "vitest";
import { mayReceive } from "./mayReceive.ts";
import { type Tier, tiers } from "./phases.ts";

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

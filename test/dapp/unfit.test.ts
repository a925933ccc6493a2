import { weekEnd } from "@one-small-town/core/hours/weeks.ts";
import { expect } from "chai";
import { unfitQuery } from "../../web/src/chain/hours/unfitQuery.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { weekWorked } from "../fixture/weeks.ts";
import { fetchRead, systemOf } from "./support/everyRead.ts";

describe("who has hours, and cannot have them", () => {
  it("is named at once: all who were away, and all who had not joined", async () => {
    const { deployment, memberRegistry, town, weekIndex, amina, ben } = await weekWorked();
    const system = systemOf(deployment);
    const unfitIn = (week: number, quarters: Uint8Array) =>
      fetchRead(unfitQuery(system, { town, weekIndex: week, quarters, sheet: String(week) }));
    const everybody = new Uint8Array(5).fill(12);
    expect(await unfitIn(weekIndex, everybody)).to.deep.equal({ away: [], notYet: [] });

    for (const member of [amina, ben]) await memberRegistry.connect(member).resign();
    await networkHelpers.time.increaseTo(weekEnd(weekIndex + 2));

    expect((await unfitIn(weekIndex + 2, everybody)).away).to.deep.equal([4, 5]);
    expect((await unfitIn(weekIndex + 2, Uint8Array.of(12, 0, 12))).away).to.deep.equal([]);
    expect((await unfitIn(weekIndex - 1, everybody)).notYet).to.deep.equal([1, 2, 3, 4, 5]);
  });
});

import { expect } from "chai";
import { networkHelpers } from "../fixture/connection.ts";
import { people } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";

describe("MemberRegistry", () => {
  describe("isWaiting", () => {
    it("says of nobody that they wait while no succession is open", async () => {
      const { memberRegistry, town } = await networkHelpers.loadFixture(twoTowns);
      for (const { address } of Object.values(await people())) {
        expect(await memberRegistry.isWaiting(address)).to.equal(false);
      }
      expect((await memberRegistry.walletsAt(town, [1, 4])).waiting).to.deep.equal([false, false]);
    });
  });
});

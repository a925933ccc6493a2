import { weekEnd } from "@one-small-town/core/hours/weeks.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { expect } from "chai";
import { attestInBatches } from "../../scripts/operator/batches.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";

const ONE_INFINITY = 10n ** 18n;

/** After two finalised timesheets of five members thirteen more join, numbers 6 to 18. */
async function latecomers() {
  const before = await networkHelpers.loadFixture(weekWorked);
  const { deployment, contributions, registrar, residentUntil, town, weekIndex } = before;
  await finaliseWeek(before, weekIndex, [SHIFT, 0, 0, SHIFT, SHIFT]);
  await finaliseWeek(before, weekIndex + 1, [0, 0, 0, SHIFT, 2 * SHIFT]);
  await contributions.claim(town, [4], 1);
  const attestations = Array.from({ length: 13 }, (_, i) => ({
    wallet: `0x${(0xabc000 + i).toString(16).padStart(40, "0")}` as const,
    residentUntil,
    joins: true,
    personId: idOf(`latecomer ${i}`),
  }));
  await attestInBatches(deployment, { registrar, town, attestations });
  return before;
}

describe("Contributions", () => {
  describe("enrol", () => {
    describe("given members who join after two timesheets", () => {
      it("lets their claims begin there, and leaves everybody else's where they were", async () => {
        const { contributions, town, hillside } = await networkHelpers.loadFixture(latecomers);

        const numbers = Array.from({ length: 20 }, (_, i) => i);
        const cursors = await Promise.all(numbers.map((number) => contributions.claimedUpTo(town, number)));
        const [founders, joined, others] = [[0, 0, 0, 1, 0], Array.from({ length: 13 }, () => 2), [0]];
        expect(cursors.map(Number)).to.deep.equal([0, ...founders, ...joined, ...others]);
        expect(await contributions.claimedUpTo(hillside, 6)).to.equal(0);
        expect(await contributions.claimable(town, 5, 2)).to.deep.equal([3n * ONE_INFINITY, 0]);
      });

      it("pays them from their first timesheet on", async () => {
        const all = await networkHelpers.loadFixture(latecomers);
        const { contributions, infinityToken, memberRegistry, town, weekIndex } = all;
        const wallet = (await memberRegistry.memberAt(town, 6)).wallet;
        const joinedIn = Number((await memberRegistry.memberAt(town, 6)).joinedIn);
        expect(joinedIn).to.be.greaterThan(weekIndex + 1);
        await networkHelpers.time.increaseTo(weekEnd(joinedIn));
        await finaliseWeek(all, joinedIn, [0, 0, 0, 0, 0, 36]);

        await expect(contributions.claim(town, [6], 3))
          .to.emit(contributions, "ContributionsClaimed")
          .withArgs(town, 6, wallet, 3n * ONE_INFINITY, 0, 3);

        expect(await infinityToken.balanceOf(wallet)).to.equal(3n * ONE_INFINITY);
      });

      it("has nothing to pay them before", async () => {
        const { contributions, town } = await networkHelpers.loadFixture(latecomers);

        await expect(contributions.claim(town, [6], 2)).to.not.emit(contributions, "ContributionsClaimed");
      });
    });

    describe("given a member whose residency is renewed", () => {
      it("leaves what they have not claimed", async () => {
        const { contributions, memberRegistry, registrar, ben, residentUntil, town } =
          await networkHelpers.loadFixture(latecomers);
        const statement = { wallet: ben.address, residentUntil, joins: true, personId: idOf("ben") };

        await memberRegistry.connect(registrar).attest(town, [statement]);

        expect(await contributions.claimable(town, 5, 2)).to.deep.equal([3n * ONE_INFINITY, 0]);
      });
    });

    describe("given anybody but the MemberRegistry", () => {
      it("reverts with ContributionsNotMemberRegistry", async () => {
        const { contributions, otto, petra, quinn, town } = await networkHelpers.loadFixture(weekWorked);

        for (const caller of [...(await everybodyBut()), otto, petra, quinn]) {
          await expect(contributions.connect(caller).enrol(town, 4, 4))
            .to.be.revertedWithCustomError(contributions, "ContributionsNotMemberRegistry")
            .withArgs(caller.address);
        }
      });
    });
  });
});

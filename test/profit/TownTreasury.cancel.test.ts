import { expect } from "chai";
import { networkHelpers } from "../fixture/connection.ts";
import { everybodyBut } from "../fixture/people.ts";
import { APPROVED, FUND, KINDS, PROPOSED } from "../fixture/spending.ts";
import { SpendingState } from "../fixture/enumerations.ts";
import { replaceOfficer } from "../fixture/replaceOfficer.ts";
import { DAY } from "../fixture/willowmere.ts";

describe("TownTreasury", () => {
  describe("cancel", () => {
    for (const kind of ["town", "office"] as const) {
      const { proposer } = KINDS[kind];

      for (const [stage, fixture] of [
        ["proposed", PROPOSED[kind]],
        ["approved", APPROVED[kind]],
      ] as const) {
        describe(`given a spending of the ${kind}'s fund that is ${stage}`, () => {
          describe(`when the ${proposer} cancels`, () => {
            it("ends it for good, says so, and pays nothing", async () => {
              const before = await networkHelpers.loadFixture(fixture);
              const { townTreasury, town } = before;

              await expect(townTreasury.connect(before[proposer]).cancel(1))
                .to.emit(townTreasury, "SpendingCancelled")
                .withArgs(1, before[proposer].address);

              expect((await townTreasury.spendingOf(1)).state).to.equal(SpendingState.Cancelled);
              for (const days of [1, 8, 1_000]) {
                await networkHelpers.time.increase(days * DAY);
                expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Cancelled);
                await expect(townTreasury.execute(1))
                  .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
                  .withArgs(1, SpendingState.Cancelled);
              }
              expect(await townTreasury.fundOf(town)).to.equal(FUND);
            });
          });

          describe("when anybody else cancels", () => {
            it("reverts with TownTreasuryNotProposer", async () => {
              const { townTreasury } = await networkHelpers.loadFixture(fixture);

              for (const caller of await everybodyBut(proposer)) {
                await expect(townTreasury.connect(caller).cancel(1))
                  .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotProposer")
                  .withArgs(1, caller.address);
              }
              expect(await townTreasury.stateOf(1)).to.not.equal(SpendingState.Cancelled);
            });
          });

          describe(`when another ${proposer} acts`, () => {
            it("can be cancelled by them", async () => {
              const before = await networkHelpers.loadFixture(fixture);
              const { townTreasury } = before;
              const successor = await replaceOfficer(before, proposer);

              await expect(townTreasury.connect(successor).cancel(1))
                .to.emit(townTreasury, "SpendingCancelled")
                .withArgs(1, successor.address);
            });

            it("is not the one's before to cancel any more: reverts with TownTreasuryNotProposer", async () => {
              const before = await networkHelpers.loadFixture(fixture);
              const { townTreasury } = before;
              await replaceOfficer(before, proposer);

              await expect(townTreasury.connect(before[proposer]).cancel(1))
                .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotProposer")
                .withArgs(1, before[proposer].address);
            });
          });
        });
      }

      describe(`given a spending of the ${kind}'s fund that nobody executed in time`, () => {
        it("can be cancelled", async () => {
          const before = await networkHelpers.loadFixture(APPROVED[kind]);
          const { townTreasury } = before;
          await networkHelpers.time.increase(100 * DAY);

          await townTreasury.connect(before[proposer]).cancel(1);

          expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Cancelled);
        });
      });

      describe(`given a spending of the ${kind}'s fund that is paid, cancelled, or none`, () => {
        it("reverts with TownTreasuryWrongState", async () => {
          const before = await networkHelpers.loadFixture(APPROVED[kind]);
          const { townTreasury } = before;
          const cancelling = townTreasury.connect(before[proposer]);
          await networkHelpers.time.increaseTo(before.payableFrom);

          const refuse = (id: number, state: number) =>
            expect(cancelling.cancel(id))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
              .withArgs(id, state);
          await refuse(0, SpendingState.None);
          await refuse(2, SpendingState.None);
          await townTreasury.execute(1);
          await refuse(1, SpendingState.Spent);
        });
      });
    }
  });
});

import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { setNextTime, networkHelpers } from "../fixture/connection.ts";
import { giveKey } from "../fixture/keys.ts";
import { SpendingState } from "../fixture/enumerations.ts";
import { everybodyBut } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import {
  AMOUNT,
  FUND,
  KINDS,
  OFFICE,
  officeSpendingProposed,
  propose,
  PROPOSED,
  PURPOSE,
  sixteenWorked,
  spendingProposed,
} from "../fixture/spending.ts";
import { replaceOfficer } from "../fixture/replaceOfficer.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

describe("TownTreasury", () => {
  describe("approve", () => {
    for (const kind of ["town", "office"] as const) {
      const { propose: name, proposer, approver } = KINDS[kind];

      describe(`given a spending of the ${kind}'s fund that is proposed`, () => {
        describe(`when ${approver} approves`, () => {
          it("writes down who and when it is payable, says so, and pays nothing", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { townTreasury, currencyAddress, business, payout, town } = before;
            const now = (await networkHelpers.time.latest()) + 100;

            await setNextTime(now);
            await expect(townTreasury.connect(before[approver]).approve(1))
              .to.emit(townTreasury, "SpendingApproved")
              .withArgs(1, before[approver].address, now + 7 * DAY);

            expect(recordOf(await townTreasury.spendingOf(1))).to.deep.equal({
              project: business,
              fromOffice: kind === "office",
              state: BigInt(SpendingState.Approved),
              payableFrom: BigInt(now + 7 * DAY),
              lapsesAt: BigInt(now + 37 * DAY),
              timesheet: 1n,
              active: 16n,
              objections: 0n,
              proposer: before[proposer].address,
              approver: before[approver].address,
              payee: payout.address,
              amount: AMOUNT,
            });
            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
            expect(await townTreasury.fundOf(town)).to.equal(FUND);
            expect(await townTreasury.officeOf(COUNTRY, currencyAddress)).to.equal(OFFICE);
          });
        });

        describe("when it was proposed nearly thirty days ago", () => {
          it("can be approved in the last second", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { lapsesAt } = await before.townTreasury.spendingOf(1);

            await setNextTime(lapsesAt - 1n);
            await before.townTreasury.connect(before[approver]).approve(1);

            expect(await before.townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
          });
        });

        describe("when it was proposed thirty days ago", () => {
          it("has lapsed: reverts with TownTreasuryWrongState", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { lapsesAt } = await before.townTreasury.spendingOf(1);

            await setNextTime(lapsesAt);
            await expect(before.townTreasury.connect(before[approver]).approve(1))
              .to.be.revertedWithCustomError(before.townTreasury, "TownTreasuryWrongState")
              .withArgs(1, SpendingState.Lapsed);
          });
        });

        describe("when anybody else approves", () => {
          it("reverts with TownTreasuryNotApprover", async () => {
            const { townTreasury } = await networkHelpers.loadFixture(PROPOSED[kind]);

            for (const caller of await everybodyBut(approver)) {
              await expect(townTreasury.connect(caller).approve(1))
                .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotApprover")
                .withArgs(1, caller.address);
            }
          });
        });

        describe("when it is approved already, or cancelled, or there is none", () => {
          it("reverts with TownTreasuryWrongState", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { townTreasury } = before;
            const approving = townTreasury.connect(before[approver]);
            await propose(before, kind);
            await approving.approve(1);
            await townTreasury.connect(before[proposer]).cancel(2);

            for (const [id, state] of [
              [0, SpendingState.None],
              [1, SpendingState.Approved],
              [2, SpendingState.Cancelled],
              [3, SpendingState.None],
            ] as const) {
              await expect(approving.approve(id))
                .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
                .withArgs(id, state);
            }
          });
        });

        describe(`when another ${proposer} acts`, () => {
          it("has lapsed: reverts with TownTreasuryWrongState", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { townTreasury } = before;
            await replaceOfficer(before, proposer);

            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Lapsed);
            await expect(townTreasury.connect(before[approver]).approve(1))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
              .withArgs(1, SpendingState.Lapsed);
          });
        });

        describe(`when the ${proposer} was removed and acts again`, () => {
          it("stands again", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            await replaceOfficer(before, proposer, before[proposer]);

            await before.townTreasury.connect(before[approver]).approve(1);

            expect(await before.townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
          });
        });

        describe(`when another ${approver} acts`, () => {
          it("is theirs to approve", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { townTreasury } = before;
            const successor = await replaceOfficer(before, approver);

            await expect(townTreasury.connect(before[approver]).approve(1))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotApprover")
              .withArgs(1, before[approver].address);
            await townTreasury.connect(successor).approve(1);
            expect((await townTreasury.spendingOf(1)).approver).to.equal(successor.address);
          });
        });

        describe("when the project was closed since", () => {
          it("reverts with TownTreasuryProjectNotOpen", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { townTreasury, projectRegistry, townAmbassador, business } = before;
            await projectRegistry.connect(townAmbassador).close(business);

            await expect(townTreasury.connect(before[approver]).approve(1))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryProjectNotOpen")
              .withArgs(business, 5);
          });
        });

        describe("when the payee got a key since", () => {
          it("reverts with TownTreasuryBadPayee", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { authority, townRegistry, townTreasury, business, carla, town } = before;
            await townTreasury.connect(before[proposer])[name](business, AMOUNT, carla.address, PURPOSE);
            await giveKey({ authority, townRegistry }, roleIds.registrar(town), carla);

            await expect(townTreasury.connect(before[approver]).approve(1))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryBadPayee")
              .withArgs(carla.address);
          });
        });
      });
    }

    describe("given a spending of the town's fund, and no Country Ambassador, however long", () => {
      it("is nobody's to approve: head office stands in for nobody", async () => {
        const { townTreasury, townRegistry, headOffice, countryAmbassador } =
          await networkHelpers.loadFixture(spendingProposed);
        await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

        for (const days of [0, 20]) {
          await networkHelpers.time.increase(days * DAY + 1);
          for (const caller of [headOffice, countryAmbassador]) {
            await expect(townTreasury.connect(caller).approve(1))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotApprover")
              .withArgs(1, caller.address);
          }
        }
      });
    });

    describe("given a spending of the office's fund, and no Town Ambassador", () => {
      it("reverts with TownRegistryDormant", async () => {
        const { townTreasury, townRegistry, headOffice, town } =
          await networkHelpers.loadFixture(officeSpendingProposed);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);

        await expect(townTreasury.connect(headOffice).approve(1))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
          .withArgs(town);
      });
    });
  });
});

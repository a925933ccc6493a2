import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { expect } from "chai";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { giveKey } from "../fixture/keys.ts";
import { SpendingState } from "../fixture/enumerations.ts";
import { everybodyBut } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import {
  AMOUNT,
  approve,
  contentOf,
  decisiveFrom,
  electorsWorked,
  FUND,
  funded,
  KINDS,
  OFFICE,
  officeSpendingProposed,
  propose,
  PROPOSED,
  PURPOSE,
  sixteenWorked,
  spendingProposed,
  worked,
} from "../fixture/spending.ts";
import { crowd } from "../fixture/crowd.ts";
import { finaliseWeek } from "../fixture/weeks.ts";
import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { ELECTORS_AFTER } from "@one-small-town/core/rules/Contributions.ts";
import { replaceOfficer } from "../fixture/replaceOfficer.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

const MONTH = BigInt(30 * DAY);

/** What sixteen electors have said who have said nothing. */
const SIXTEEN = { timesheet: 1n, electors: 16n, objections: 0n, needed: 4n };

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
            const { proposedAt } = await townTreasury.spendingOf(1);
            await expect(approve(before, kind))
              .to.emit(townTreasury, "SpendingApproved")
              .withArgs(1, before[approver].address, now + 7 * DAY);

            expect(recordOf(await townTreasury.spendingOf(1))).to.deep.equal({
              proposer: before[proposer].address,
              project: business,
              fromOffice: kind === "office",
              again: false,
              state: BigInt(SpendingState.Approved),
              approver: before[approver].address,
              proposedAt,
              payableFrom: BigInt(now + 7 * DAY),
              payee: payout.address,
              amount: AMOUNT,
              document: PURPOSE.hash,
            });
            expect(recordOf(await townTreasury.voteOf(1, town))).to.deep.equal(SIXTEEN);
            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
            expect(await townTreasury.fundOf(town)).to.equal(FUND);
            expect(await townTreasury.officeOf(COUNTRY, currencyAddress)).to.equal(OFFICE);
          });
        });

        describe("when it was proposed nearly thirty days ago", () => {
          it("can be approved in the last second", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { proposedAt } = await before.townTreasury.spendingOf(1);

            await setNextTime(proposedAt + MONTH - 1n);
            await approve(before, kind);

            expect(await before.townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
          });
        });

        describe("when it was proposed thirty days ago", () => {
          it("has lapsed: reverts with TownTreasuryWrongState", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { proposedAt } = await before.townTreasury.spendingOf(1);

            await setNextTime(proposedAt + MONTH);
            await expect(approve(before, kind))
              .to.be.revertedWithCustomError(before.townTreasury, "TownTreasuryWrongState")
              .withArgs(1, SpendingState.Lapsed);
          });
        });

        describe("when anybody else approves", () => {
          it("reverts with TownTreasuryNotApprover", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { townTreasury } = before;

            for (const caller of await everybodyBut(approver)) {
              await expect(townTreasury.connect(caller).approve(1, contentOf(before, kind)))
                .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotApprover")
                .withArgs(1, caller.address);
            }
          });
        });

        describe("when it is approved already, or cancelled, or there is none", () => {
          it("reverts with TownTreasuryWrongState", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { townTreasury } = before;
            await propose(before, kind);
            await approve(before, kind);
            await townTreasury.connect(before[proposer]).cancel(2);

            for (const [id, state] of [
              [0, SpendingState.None],
              [1, SpendingState.Approved],
              [2, SpendingState.Cancelled],
              [3, SpendingState.None],
            ] as const) {
              await expect(approve(before, kind, id))
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
            await expect(approve(before, kind))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
              .withArgs(1, SpendingState.Lapsed);
          });
        });

        describe(`when the ${proposer} was removed and acts again`, () => {
          it("has lapsed all the same: reverts with TownTreasuryWrongState", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            await replaceOfficer(before, proposer, before[proposer]);

            await expect(approve(before, kind))
              .to.be.revertedWithCustomError(before.townTreasury, "TownTreasuryWrongState")
              .withArgs(1, SpendingState.Lapsed);
          });
        });

        describe("when the approval names something else than was proposed", () => {
          it("reverts with TownTreasuryOtherContent", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { townTreasury, stranger, business } = before;
            const content = contentOf(before, kind);

            for (const difference of [
              { project: business + 1n },
              { fromOffice: kind !== "office" },
              { payee: stranger.address },
              { amount: AMOUNT + 1n },
              { document: ethers.id("something else") },
            ]) {
              await expect(townTreasury.connect(before[approver]).approve(1, { ...content, ...difference }))
                .to.be.revertedWithCustomError(townTreasury, "TownTreasuryOtherContent")
                .withArgs(1);
            }
          });
        });

        describe(`when another ${approver} acts`, () => {
          it("is theirs to approve", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { townTreasury } = before;
            const successor = await replaceOfficer(before, approver);

            await expect(approve(before, kind))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotApprover")
              .withArgs(1, before[approver].address);
            await townTreasury.connect(successor).approve(1, contentOf(before, kind));
            expect((await townTreasury.spendingOf(1)).approver).to.equal(successor.address);
          });
        });

        describe("when the project was closed since", () => {
          it("reverts with TownTreasuryProjectNotOpen", async () => {
            const before = await networkHelpers.loadFixture(PROPOSED[kind]);
            const { townTreasury, projectRegistry, townAmbassador, business } = before;
            await projectRegistry.connect(townAmbassador).close(business);

            await expect(approve(before, kind))
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

            const content = { ...contentOf(before, kind), payee: carla.address };
            await expect(townTreasury.connect(before[approver]).approve(1, content))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryBadPayee")
              .withArgs(carla.address);
          });
        });
      });
    }

    describe("given a spending of the town's fund, and no Country Ambassador, however long", () => {
      it("is nobody's to approve: head office stands in for nobody", async () => {
        const before = await networkHelpers.loadFixture(spendingProposed);
        const { townTreasury, townRegistry, headOffice, countryAmbassador } = before;
        await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

        for (const days of [0, 20]) {
          await networkHelpers.time.increase(days * DAY + 1);
          for (const caller of [headOffice, countryAmbassador]) {
            await expect(townTreasury.connect(caller).approve(1, contentOf(before, "town")))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotApprover")
              .withArgs(1, caller.address);
          }
        }
      });
    });

    describe("given a spending of the town's fund", () => {
      describe("when it fixes the electors", () => {
        it("says who they are and how many block it", async () => {
          const before = await networkHelpers.loadFixture(spendingProposed);
          const { townTreasury, town } = before;

          await expect(approve(before, "town")).to.emit(townTreasury, "ElectorsFixed").withArgs(1, town, 1, 16, 4);
        });
      });

      for (const [electors, besides] of [
        [0, 0],
        [2, 1],
        [3, 2],
      ] as const) {
        describe(`when of ${electors} electors ${besides} are not the proposer`, () => {
          it("reverts with TownTreasuryTooFewElectors", async () => {
            const before = await networkHelpers.loadFixture(funded);
            if (electors > 0) await electorsWorked(before, electors);
            await propose(before, "town");

            await expect(approve(before, "town"))
              .to.be.revertedWithCustomError(before.townTreasury, "TownTreasuryTooFewElectors")
              .withArgs(1, besides, 3);
          });
        });
      }

      describe("when there are three besides the proposer", () => {
        it("can be approved", async () => {
          const before = await networkHelpers.loadFixture(funded);
          await electorsWorked(before, 4);
          await propose(before, "town");

          await expect(approve(before, "town")).to.emit(before.townTreasury, "SpendingApproved");
        });
      });

      describe("when there are three, none of them the proposer", () => {
        it("can be approved", async () => {
          const before = await networkHelpers.loadFixture(funded);
          const weekIndex = weekIndexOf(await networkHelpers.time.latest());
          await finaliseWeek(before, weekIndex, [0, 0, 12, 12, 12]);
          await networkHelpers.time.increaseTo(decisiveFrom(weekIndex));
          await propose(before, "town");

          await expect(approve(before, "town")).to.emit(before.townTreasury, "ElectorsFixed");
        });
      });

      describe("when there are three, and the proposer nearly was one", () => {
        it("can be approved: only who is an elector is not counted", async () => {
          const before = await networkHelpers.loadFixture(funded);
          const weekIndex = weekIndexOf(await networkHelpers.time.latest());
          await finaliseWeek(before, weekIndex, [SHIFT - 1, 0, SHIFT, SHIFT, SHIFT]);
          await networkHelpers.time.increaseTo(decisiveFrom(weekIndex));
          await propose(before, "town");

          await expect(approve(before, "town")).to.emit(before.townTreasury, "ElectorsFixed");
        });
      });

      for (const [lately, most] of [
        [12, true],
        [13, false],
      ] as const) {
        describe(`when four are electors, and ${lately} were active lately`, () => {
          it(most ? "can be approved" : "reverts with TownTreasuryTooFewElectors", async () => {
            const before = await networkHelpers.loadFixture(funded);
            const weekIndex = await electorsWorked(before, 4);
            await finaliseWeek(before, weekIndex + ELECTORS_AFTER, worked(lately));
            await propose(before, "town");

            const approving = approve(before, "town");
            if (most) await expect(approving).to.emit(before.townTreasury, "SpendingApproved");
            else
              await expect(approving)
                .to.be.revertedWithCustomError(before.townTreasury, "TownTreasuryTooFewElectors")
                .withArgs(1, 4, 5);
          });
        });
      }

      describe("when the same was blocked meanwhile", () => {
        it("reverts with TownTreasuryBlockedLately", async () => {
          const before = await networkHelpers.loadFixture(spendingProposed);
          const { townTreasury, town, signerAt } = before;
          await propose(before, "town");
          await approve(before, "town");
          for (const number of [1, 3, 4, 5]) await townTreasury.connect(signerAt(number)).object(town, number, [1]);
          const blockedAt = BigInt(await networkHelpers.time.latest());
          expect(await townTreasury.blockedAt(contentOf(before, "town"))).to.equal(blockedAt);

          const now = blockedAt + 100n;
          await setNextTime(now);
          await expect(approve(before, "town", 2))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryBlockedLately")
            .withArgs(blockedAt + MONTH, now);
        });
      });
    });

    describe("given a spending of the office's fund", () => {
      describe("when no town's business has paid into it", () => {
        it("reverts with TownTreasuryNobodyToAsk: gifts wait", async () => {
          const before = await networkHelpers.loadFixture(crowd);
          const { townTreasury, currency, payer, town } = before;
          await currency.connect(payer).approve(await townTreasury.getAddress(), OFFICE);
          await townTreasury.connect(payer).donateToOffice(town, OFFICE);
          const given = { ...before, currencyAddress: await currency.getAddress() };
          await electorsWorked(given, 16);
          await propose(given, "office");

          expect(await townTreasury.payersOf(COUNTRY, given.currencyAddress)).to.deep.equal([]);
          await expect(approve(given, "office"))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNobodyToAsk")
            .withArgs(1);
        });
      });

      describe("when the towns that paid have fewer than three electors", () => {
        it("reverts with TownTreasuryNobodyToAsk", async () => {
          const before = await networkHelpers.loadFixture(funded);
          await electorsWorked(before, 2);
          await propose(before, "office");

          await expect(approve(before, "office"))
            .to.be.revertedWithCustomError(before.townTreasury, "TownTreasuryNobodyToAsk")
            .withArgs(1);
        });
      });

      describe("when one that paid has three", () => {
        it("can be approved", async () => {
          const before = await networkHelpers.loadFixture(funded);
          await electorsWorked(before, 3);
          await propose(before, "office");

          await expect(approve(before, "office")).to.emit(before.townTreasury, "SpendingApproved");
        });
      });
    });

    describe("given a spending of the office's fund, and no Town Ambassador", () => {
      it("reverts with TownRegistryDormant", async () => {
        const before = await networkHelpers.loadFixture(officeSpendingProposed);
        const { townRegistry, headOffice, town } = before;
        await townRegistry.connect(headOffice).removeTownAmbassador(town);

        await expect(approve(before, "office"))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
          .withArgs(town);
      });
    });
  });
});

import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { turnInto } from "../fixture/turnInto.ts";
import { setNextTime, networkHelpers } from "../fixture/connection.ts";
import { giveKey } from "../fixture/keys.ts";
import { SpendingState } from "../fixture/enumerations.ts";
import {
  AMOUNT,
  approve,
  APPROVED,
  contentOf,
  FUND,
  KINDS,
  OFFICE,
  officeSpendingApproved,
  propose,
  PROPOSED,
  PURPOSE,
  sixteenWorked,
} from "../fixture/spending.ts";
import { replaceOfficer } from "../fixture/replaceOfficer.ts";
import { COUNTRY, DAY, SAVINGS } from "../fixture/willowmere.ts";

const { time } = networkHelpers;

describe("TownTreasury", () => {
  describe("execute", () => {
    for (const kind of ["town", "office"] as const) {
      const { propose: name, proposer, approver } = KINDS[kind];
      const held = kind === "town" ? FUND : OFFICE;

      describe(`given a spending of the ${kind}'s fund that is approved`, () => {
        describe("when seven days have passed", () => {
          it("pays the payee from that fund alone, whoever calls, and not a second before", async () => {
            const { townTreasury, currency, currencyAddress, business, payout, stranger, town, payableFrom } =
              await networkHelpers.loadFixture(APPROVED[kind]);
            const address = await townTreasury.getAddress();
            const executing = townTreasury.connect(stranger);

            await setNextTime(payableFrom - 1n);
            await expect(executing.execute(1))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotPayable")
              .withArgs(1, payableFrom, payableFrom - 1n);
            await setNextTime(payableFrom);
            await expect(executing.execute(1))
              .to.emit(townTreasury, "SpendingExecuted")
              .withArgs(1, business, payout.address, AMOUNT)
              .and.to.emit(currency, "Transfer")
              .withArgs(address, payout.address, AMOUNT);

            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Spent);
            expect((await townTreasury.spendingOf(1)).state).to.equal(SpendingState.Spent);
            expect(await townTreasury.fundOf(town)).to.equal(kind === "town" ? FUND - AMOUNT : FUND);
            const office = await townTreasury.officeOf(COUNTRY, currencyAddress);
            expect(office).to.equal(kind === "office" ? OFFICE - AMOUNT : OFFICE);
            expect(await currency.balanceOf(payout.address)).to.equal(SAVINGS + AMOUNT);
            expect(await currency.balanceOf(stranger.address)).to.equal(SAVINGS);
            expect(await currency.balanceOf(address)).to.equal(FUND + OFFICE - AMOUNT);
          });
        });

        describe("when it is paid", () => {
          it("cannot be paid again: reverts with TownTreasuryWrongState, for ever", async () => {
            const { townTreasury, payableFrom } = await networkHelpers.loadFixture(APPROVED[kind]);
            await time.increaseTo(payableFrom);
            await townTreasury.execute(1);

            for (const days of [1, 1_000]) {
              await time.increase(days * DAY);
              await expect(townTreasury.execute(1))
                .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
                .withArgs(1, SpendingState.Spent);
            }
          });
        });

        describe("when thirty days more are about to pass", () => {
          it("pays in the last second", async () => {
            const { townTreasury, payableFrom } = await networkHelpers.loadFixture(APPROVED[kind]);
            const end = payableFrom + 30n * BigInt(DAY);
            await time.increaseTo(end - 2n);

            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
            await setNextTime(end - 1n);
            await expect(townTreasury.execute(1)).to.emit(townTreasury, "SpendingExecuted");
          });
        });

        describe("when thirty days more have passed", () => {
          it("has lapsed: reverts with TownTreasuryWrongState", async () => {
            const { townTreasury, payableFrom } = await networkHelpers.loadFixture(APPROVED[kind]);
            await time.increaseTo(payableFrom + 30n * BigInt(DAY));

            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Lapsed);
            expect((await townTreasury.spendingOf(1)).state).to.equal(SpendingState.Approved);
            await expect(townTreasury.execute(1))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
              .withArgs(1, SpendingState.Lapsed);
          });
        });

        for (const office of [proposer, approver]) {
          describe(`when another ${office} acts`, () => {
            it("is paid all the same: both had agreed", async () => {
              const before = await networkHelpers.loadFixture(APPROVED[kind]);
              await replaceOfficer(before, office);

              expect(await before.townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
              await expect(before.townTreasury.execute(1)).to.emit(before.townTreasury, "SpendingExecuted");
            });
          });
        }

        describe("when the project was closed since", () => {
          it("reverts with TownTreasuryProjectNotOpen", async () => {
            const { townTreasury, projectRegistry, townAmbassador, business, payableFrom } =
              await networkHelpers.loadFixture(APPROVED[kind]);
            await projectRegistry.connect(townAmbassador).close(business);
            await time.increaseTo(payableFrom);

            await expect(townTreasury.execute(1))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryProjectNotOpen")
              .withArgs(business, 5);
          });
        });

        describe("when the payee got a key since", () => {
          it("reverts with TownTreasuryBadPayee", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { authority, townRegistry, townTreasury, business, carla, town } = before;
            await townTreasury.connect(before[proposer])[name](business, AMOUNT, carla.address, PURPOSE);
            const content = { ...contentOf(before, kind), payee: carla.address };
            await townTreasury.connect(before[approver]).approve(1, content);
            await giveKey({ authority, townRegistry }, roleIds.registrar(town), carla);
            await time.increase(7 * DAY);

            await expect(townTreasury.execute(1))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryBadPayee")
              .withArgs(carla.address);
          });
        });

        describe("when the fund does not hold the amount", () => {
          it("reverts with TownTreasuryNotCovered, and is paid when it does", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, currency, payer, town } = before;
            await propose(before, kind, held + 1n);
            await approve(before, kind, 1, held + 1n);
            await time.increase(7 * DAY);

            await expect(townTreasury.execute(1))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotCovered")
              .withArgs(1, held, held + 1n);
            await currency.connect(payer).approve(await townTreasury.getAddress(), 1);
            if (kind === "town") await townTreasury.connect(payer).donate(town, 1);
            else await townTreasury.connect(payer).donateToOffice(town, 1);
            await townTreasury.execute(1);

            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Spent);
          });
        });

        describe("when another spending took the money first", () => {
          it("reverts with TownTreasuryNotCovered", async () => {
            const before = await networkHelpers.loadFixture(APPROVED[kind]);
            const { townTreasury } = before;
            await propose(before, kind, held - AMOUNT + 1n);
            await approve(before, kind, 2, held - AMOUNT + 1n);
            await time.increase(7 * DAY);
            await townTreasury.execute(1);

            await expect(townTreasury.execute(2))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotCovered")
              .withArgs(2, held - AMOUNT, held - AMOUNT + 1n);
          });
        });

        describe("when the currency refuses the payee", () => {
          it("reverts as the currency does, loses nothing, and pays when it takes them back", async () => {
            const { townTreasury, currency, payout, town, payableFrom } = await networkHelpers.loadFixture(
              APPROVED[kind],
            );
            const refuser = await turnInto(currency, "RefusingDollar");
            await refuser.refuse(payout.address, true);
            await time.increaseTo(payableFrom);

            await expect(townTreasury.execute(1))
              .to.be.revertedWithCustomError(refuser, "ERC20InvalidReceiver")
              .withArgs(payout.address);
            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
            expect(await townTreasury.fundOf(town)).to.equal(FUND);
            await refuser.refuse(payout.address, false);
            await townTreasury.execute(1);

            expect(await currency.balanceOf(payout.address)).to.equal(SAVINGS + AMOUNT);
          });
        });

        describe("when the currency calls back in the middle of it", () => {
          it("refuses with ReentrancyGuardReentrantCall, and pays once", async () => {
            const { townTreasury, currency, payout, payableFrom } = await networkHelpers.loadFixture(APPROVED[kind]);
            const calling = await turnInto(currency, "ReentrantDollar");
            const call = townTreasury.interface.encodeFunctionData("execute", [1]);
            await calling.arm(await townTreasury.getAddress(), call);
            await time.increaseTo(payableFrom);

            await townTreasury.execute(1);

            const answer = townTreasury.interface.parseError(await calling.answer());
            expect(answer?.name).to.equal("ReentrancyGuardReentrantCall");
            expect(await currency.balanceOf(payout.address)).to.equal(SAVINGS + AMOUNT);
          });
        });
      });

      describe(`given a spending of the ${kind}'s fund that is only proposed, or none`, () => {
        it("reverts with TownTreasuryWrongState", async () => {
          const { townTreasury } = await networkHelpers.loadFixture(PROPOSED[kind]);
          await time.increase(8 * DAY);

          for (const [id, state] of [
            [0, SpendingState.None],
            [1, SpendingState.Proposed],
            [2, SpendingState.None],
          ] as const) {
            await expect(townTreasury.execute(id))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
              .withArgs(id, state);
            expect(await townTreasury.stateOf(id)).to.equal(state);
          }
        });
      });
    }

    describe("given a spending of the office's fund that is approved, and no Town Ambassador", () => {
      it("reverts with TownRegistryDormant", async () => {
        const { townTreasury, townRegistry, headOffice, town, payableFrom } =
          await networkHelpers.loadFixture(officeSpendingApproved);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);
        await time.increaseTo(payableFrom);

        await expect(townTreasury.execute(1))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
          .withArgs(town);
      });
    });
  });
});

import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { expect } from "chai";
import { proposeIdea } from "../../scripts/operator/businesses.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { SpendingState } from "../fixture/enumerations.ts";
import { everybodyBut } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { AMOUNT, FUND, funded, KINDS, OFFICE, propose, PURPOSE, sixteenWorked } from "../fixture/spending.ts";
import { openHillside } from "../fixture/twoTowns.ts";
import { finaliseWeek } from "../fixture/weeks.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];

/** Hillside has members as well, and a garden that sam of Hillside proposed. */
async function hillsideToo() {
  const before = await networkHelpers.loadFixture(sixteenWorked);
  const opened = await openHillside(before, before.currencyAddress);
  const garden = await proposeIdea(before.deployment, {
    town: opened.hillside,
    kind: "garden",
    metadata: PURPOSE,
    member: opened.sam,
  });
  return { ...before, ...opened, garden };
}

for (const kind of kinds) {
  const { propose: name, proposer } = KINDS[kind];
  const error = kind === "town" ? "TownRegistryNotTownAmbassador" : "TownRegistryNotCountryAmbassador";

  describe("TownTreasury", () => {
    describe(name, () => {
      describe("given an active town whose members have worked", () => {
        describe(`when ${proposer} proposes`, () => {
          it("writes it down with the last timesheet, says so, and pays nothing", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, currency, currencyAddress, business, payout, town } = before;

            const now = (await networkHelpers.time.latest()) + 100;
            await setNextTime(now);

            await expect(propose(before, kind))
              .to.emit(townTreasury, "SpendingProposed")
              .withArgs(
                1,
                business,
                payout.address,
                before[proposer].address,
                kind === "office",
                AMOUNT,
                1,
                16,
                PURPOSE.hash,
                PURPOSE.uri,
              );

            expect(recordOf(await townTreasury.spendingOf(1))).to.deep.equal({
              project: business,
              fromOffice: kind === "office",
              state: BigInt(SpendingState.Proposed),
              payableFrom: 0n,
              lapsesAt: BigInt(now + 30 * DAY),
              timesheet: 1n,
              active: 16n,
              objections: 0n,
              proposer: before[proposer].address,
              approver: ethers.ZeroAddress,
              payee: payout.address,
              amount: AMOUNT,
            });
            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Proposed);
            expect(await townTreasury.spendingCount()).to.equal(1);
            expect(await townTreasury.fundOf(town)).to.equal(FUND);
            expect(await townTreasury.officeOf(COUNTRY, currencyAddress)).to.equal(OFFICE);
            expect(await currency.balanceOf(await townTreasury.getAddress())).to.equal(FUND + OFFICE);
          });

          it("returns the id, and counts ids up", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, business, payout } = before;
            const treasury = townTreasury.connect(before[proposer]);
            await propose(before, kind);

            expect(await treasury[name].staticCall(business, 7, payout.address, PURPOSE)).to.equal(2);
            await expect(propose(before, kind, 7n)).to.emit(townTreasury, "SpendingProposed");
            expect(await townTreasury.spendingCount()).to.equal(2);
            expect((await townTreasury.spendingOf(1)).amount).to.equal(AMOUNT);
            expect((await townTreasury.spendingOf(2)).amount).to.equal(7);
          });
        });

        describe("when the fund does not hold the amount yet", () => {
          it("takes the proposal", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);

            await expect(propose(before, kind, 10n ** 30n)).to.emit(before.townTreasury, "SpendingProposed");
            expect((await before.townTreasury.spendingOf(1)).amount).to.equal(10n ** 30n);
          });
        });

        describe("when another week was worked since, and then one in which nobody was active", () => {
          it("keeps the last one in which somebody was", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            await finaliseWeek(before, before.weekIndex + 1, [SHIFT, 0, 255]);
            await finaliseWeek(before, before.weekIndex + 2, [SHIFT - 1]);

            await propose(before, kind);

            const { timesheet, active } = await before.townTreasury.spendingOf(1);
            expect([timesheet, active]).to.deep.equal([2n, 2n]);
          });
        });

        describe("when anybody else proposes", () => {
          it(`reverts with ${error}`, async () => {
            const { townTreasury, townRegistry, business, payout, town } =
              await networkHelpers.loadFixture(sixteenWorked);

            for (const caller of await everybodyBut(proposer)) {
              await expect(townTreasury.connect(caller)[name](business, AMOUNT, payout.address, PURPOSE))
                .to.be.revertedWithCustomError(townRegistry, error)
                .withArgs(town, caller.address);
            }
          });
        });

        describe("when the project is another town's", () => {
          it(`reverts with ${error}`, async () => {
            const before = await networkHelpers.loadFixture(hillsideToo);
            const { townTreasury, townRegistry, garden, hillside, payout } = before;
            const caller = before[proposer];

            await expect(townTreasury.connect(caller)[name](garden, AMOUNT, payout.address, PURPOSE))
              .to.be.revertedWithCustomError(townRegistry, error)
              .withArgs(hillside, caller.address);
          });
        });

        describe("when there is no such project", () => {
          it("reverts with TownTreasuryProjectNotOpen", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, business, payout } = before;
            const treasury = townTreasury.connect(before[proposer]);

            for (const project of [business - 1n, business + 1n]) {
              await expect(treasury[name](project, AMOUNT, payout.address, PURPOSE))
                .to.be.revertedWithCustomError(townTreasury, "TownTreasuryProjectNotOpen")
                .withArgs(project, 0);
            }
          });
        });

        describe("when the project is closed", () => {
          it("reverts with TownTreasuryProjectNotOpen", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, projectRegistry, townAmbassador, business } = before;
            await projectRegistry.connect(townAmbassador).close(business);

            await expect(propose(before, kind))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryProjectNotOpen")
              .withArgs(business, 5);
          });
        });

        describe("when the project is an idea for a garden", () => {
          it("takes the proposal", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, deployment, town, amina, payout } = before;
            const garden = await proposeIdea(deployment, { town, kind: "garden", metadata: PURPOSE, member: amina });

            await townTreasury.connect(before[proposer])[name](garden, AMOUNT, payout.address, PURPOSE);

            expect((await townTreasury.spendingOf(1)).project).to.equal(garden);
          });
        });

        describe("when the payee holds a key, is nobody or is the treasury", () => {
          it("reverts with TownTreasuryBadPayee", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, business, headOffice, countryAmbassador, townAmbassador, registrar, coordinator } =
              before;
            const payees = [headOffice, countryAmbassador, townAmbassador, registrar, coordinator];
            const addresses = [
              ethers.ZeroAddress,
              await townTreasury.getAddress(),
              ...payees.map(({ address }) => address),
            ];

            for (const payee of addresses) {
              await expect(townTreasury.connect(before[proposer])[name](business, AMOUNT, payee, PURPOSE))
                .to.be.revertedWithCustomError(townTreasury, "TownTreasuryBadPayee")
                .withArgs(payee);
            }
          });
        });

        describe("when the payee is a project manager, a member or a stranger", () => {
          it("takes the proposal", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, business, manager, amina, stranger } = before;

            for (const { address } of [manager, amina, stranger]) {
              await townTreasury.connect(before[proposer])[name](business, AMOUNT, address, PURPOSE);
              const id = await townTreasury.spendingCount();
              expect((await townTreasury.spendingOf(id)).payee).to.equal(address);
            }
          });
        });

        describe("when the amount is zero", () => {
          it("reverts with TownTreasuryNoAmount, and takes a single unit", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);

            await expect(propose(before, kind, 0n))
              .to.be.revertedWithCustomError(before.townTreasury, "TownTreasuryNoAmount")
              .withArgs();
            await propose(before, kind, 1n);
            expect((await before.townTreasury.spendingOf(1)).amount).to.equal(1);
          });
        });

        describe("when the document has no hash", () => {
          it("reverts with TownTreasuryNoDocument", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, business, payout } = before;
            const none = { ...documentOf("", "ipfs://none"), hash: ethers.ZeroHash };

            await expect(townTreasury.connect(before[proposer])[name](business, AMOUNT, payout.address, none))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNoDocument")
              .withArgs();
          });
        });
      });

      describe("given a town in which nobody has worked", () => {
        it("takes the proposal, to which nobody can object", async () => {
          const before = await networkHelpers.loadFixture(funded);

          await expect(propose(before, kind)).to.emit(before.townTreasury, "SpendingProposed");

          const { timesheet, active } = await before.townTreasury.spendingOf(1);
          expect([timesheet, active]).to.deep.equal([0n, 0n]);
        });
      });

      describe("given a town that lacks the other ambassador", () => {
        it("reverts with TownRegistryDormant", async () => {
          const before = await networkHelpers.loadFixture(sixteenWorked);
          const { townRegistry, headOffice, town } = before;
          if (kind === "town") await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
          else await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await expect(propose(before, kind))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
            .withArgs(town);
        });
      });

      describe(`given no ${proposer}, however long`, () => {
        it("lets nobody propose: head office stands in for nobody", async () => {
          const before = await networkHelpers.loadFixture(sixteenWorked);
          const { townTreasury, townRegistry, headOffice, business, payout, town } = before;
          if (kind === "town") await townRegistry.connect(headOffice).removeTownAmbassador(town);
          else await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
          await networkHelpers.time.increase(400 * DAY);

          for (const caller of [headOffice, before[proposer]]) {
            await expect(
              townTreasury.connect(caller)[name](business, AMOUNT, payout.address, PURPOSE),
            ).to.be.revertedWithCustomError(
              townRegistry,
              kind === "town" ? "TownRegistryNotTownAmbassador" : "TownRegistryNotCountryAmbassador",
            );
          }
        });
      });
    });
  });
}

import { expect } from "chai";
import { proposeIdea } from "../../scripts/operator/businesses.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { SpendingState } from "../fixture/enumerations.ts";
import { cloneOf } from "../fixture/cloneOf.ts";
import { everybodyBut } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import {
  AMOUNT,
  approve,
  APPROVED,
  FUND,
  funded,
  KINDS,
  OFFICE,
  propose,
  PURPOSE,
  sixteenWorked,
} from "../fixture/spending.ts";
import { openHillside } from "../fixture/twoTowns.ts";
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
          it("writes it down with its document, says so, and pays nothing", async () => {
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
                false,
                AMOUNT,
                PURPOSE.hash,
                PURPOSE.uri,
              );

            expect(recordOf(await townTreasury.spendingOf(1))).to.deep.equal({
              proposer: before[proposer].address,
              project: business,
              fromOffice: kind === "office",
              again: false,
              state: BigInt(SpendingState.Proposed),
              approver: ethers.ZeroAddress,
              proposedAt: BigInt(now),
              payableFrom: 0n,
              payee: payout.address,
              amount: AMOUNT,
              document: PURPOSE.hash,
            });
            expect(await townTreasury.uriOf(1)).to.equal(PURPOSE.uri);
            expect(recordOf(await townTreasury.voteOf(1, town))).to.deep.equal({
              timesheet: 0n,
              electors: 0n,
              objections: 0n,
              needed: 0n,
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

        describe("when its document stands where documents stand", () => {
          it("costs less than 450,000 gas, and so does its approval", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, business, payout } = before;
            const uri = "ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";
            for (let i = 0; i < 2; i++) await propose(before, kind);

            const proposing = townTreasury.connect(before[proposer]);
            const document = { hash: PURPOSE.hash, uri };
            const proposed = await proposing[name](business, AMOUNT, payout.address, document);
            const approved = await approve(before, kind, 3);

            expect((await proposed.wait())?.gasUsed).to.be.lessThan(450_000n);
            expect((await approved.wait())?.gasUsed).to.be.lessThan(450_000n);
          });
        });

        describe("when the fund does not hold the amount yet", () => {
          it("takes the proposal", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);

            await expect(propose(before, kind, 2n ** 96n - 1n)).to.emit(before.townTreasury, "SpendingProposed");
            expect((await before.townTreasury.spendingOf(1)).amount).to.equal(2n ** 96n - 1n);
          });
        });

        describe("when three spendings of the fund are open", () => {
          it("reverts with TownTreasuryTooManyOpen, until one has ended", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, currencyAddress, town } = before;
            for (let i = 0; i < 3; i++) await propose(before, kind);
            const refused = () =>
              expect(propose(before, kind))
                .to.be.revertedWithCustomError(townTreasury, "TownTreasuryTooManyOpen")
                .withArgs(3);
            const openIds = async () => {
              const open =
                kind === "town"
                  ? await townTreasury.openOf(town)
                  : await townTreasury.openOfOffice(COUNTRY, currencyAddress);
              return open.map(({ id }) => Number(id));
            };
            await refused();
            expect(await openIds()).to.deep.equal([1, 2, 3]);

            await townTreasury.connect(before[proposer]).cancel(2);
            await propose(before, kind);
            await refused();
            expect(await openIds()).to.deep.equal([1, 4, 3]);

            await approve(before, kind);
            await refused();
            await networkHelpers.time.increase(7 * DAY);
            await refused();
            await townTreasury.execute(1);
            await propose(before, kind);
            await refused();
            expect(await openIds()).to.deep.equal([5, 4, 3]);

            await networkHelpers.time.increase(30 * DAY);
            expect(await openIds()).to.deep.equal([]);
            await propose(before, kind);
            expect(await openIds()).to.deep.equal([6]);
          });

          it("leaves the other fund's alone", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            for (let i = 0; i < 3; i++) await propose(before, kind);

            const other = kind === "town" ? "office" : "town";
            await expect(propose(before, other)).to.emit(before.townTreasury, "SpendingProposed");
          });

          it("leaves those of another town and of another country's office alone", async () => {
            const before = await networkHelpers.loadFixture(hillsideToo);
            const { townTreasury, garden, payout, petra, otto } = before;
            for (let i = 0; i < 3; i++) await propose(before, kind);

            const hillside = townTreasury.connect(kind === "town" ? petra : otto);
            await expect(hillside[name](garden, AMOUNT, payout.address, PURPOSE)).to.emit(
              townTreasury,
              "SpendingProposed",
            );
          });
        });

        describe("when the open ones are asked for", () => {
          it("names all that they are, and where their documents are", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, currencyAddress, town, payout } = before;
            await propose(before, kind);

            const [ofTown, ofOffice] = [
              await townTreasury.openOf(town),
              await townTreasury.openOfOffice(COUNTRY, currencyAddress),
            ];
            const [own, other] = kind === "town" ? [ofTown, ofOffice] : [ofOffice, ofTown];
            expect(other).to.deep.equal([]);
            expect(own.length).to.equal(1);
            expect(own[0]?.id).to.equal(1);
            expect(own[0]?.uri).to.equal(PURPOSE.uri);
            expect(own[0]?.spending.payee).to.equal(payout.address);
          });
        });

        describe("when the same was blocked", () => {
          it("reverts with TownTreasuryBlockedLately for thirty days, and then says that it comes again", async () => {
            const before = await networkHelpers.loadFixture(APPROVED[kind]);
            const { townTreasury, town, signerAt } = before;
            for (const number of [1, 3, 4, 5]) await townTreasury.connect(signerAt(number)).object(town, number, [1]);
            const again = BigInt((await networkHelpers.time.latest()) + 30 * DAY);

            await propose(before, kind, AMOUNT + 1n);
            await setNextTime(again - 1n);
            await expect(propose(before, kind))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryBlockedLately")
              .withArgs(again, again - 1n);
            await setNextTime(again);
            await propose(before, kind);

            expect((await townTreasury.spendingOf(2)).again).to.equal(false);
            expect((await townTreasury.spendingOf(3)).again).to.equal(true);
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

            for (const project of [business - 1n, business + 2n]) {
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

        describe("when the payee is a contract of this system, the currency or a share token", () => {
          it("reverts with TownTreasuryBadPayee", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, deployment, business, currencyAddress } = before;
            const token = await cloneOf(deployment.addresses.InvestorToken);

            for (const payee of [...Object.values(deployment.addresses), currencyAddress, token]) {
              await expect(townTreasury.connect(before[proposer])[name](business, AMOUNT, payee, PURPOSE))
                .to.be.revertedWithCustomError(townTreasury, "TownTreasuryBadPayee")
                .withArgs(payee);
            }
          });
        });

        describe("when the payee is somebody's contract", () => {
          it("takes the proposal", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, business, contractWallet } = before;
            const payee = await contractWallet.getAddress();

            await townTreasury.connect(before[proposer])[name](business, AMOUNT, payee, PURPOSE);

            expect((await townTreasury.spendingOf(1)).payee).to.equal(payee);
          });
        });

        describe("when the payee holds a key, or is nobody", () => {
          it("reverts with TownTreasuryBadPayee", async () => {
            const before = await networkHelpers.loadFixture(sixteenWorked);
            const { townTreasury, business, headOffice, countryAmbassador, townAmbassador, registrar, coordinator } =
              before;
            const payees = [headOffice, countryAmbassador, townAmbassador, registrar, coordinator];
            const addresses = [ethers.ZeroAddress, ...payees.map(({ address }) => address)];

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

            for (const [i, { address }] of [manager, amina, stranger].entries()) {
              await townTreasury.connect(before[proposer])[name](business, AMOUNT, address, PURPOSE);
              expect((await townTreasury.spendingOf(i + 1)).payee).to.equal(address);
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
        it("takes the proposal, which nobody can approve", async () => {
          const before = await networkHelpers.loadFixture(funded);

          await expect(propose(before, kind)).to.emit(before.townTreasury, "SpendingProposed");
          await expect(approve(before, kind)).to.be.revertedWithCustomError(
            before.townTreasury,
            kind === "town" ? "TownTreasuryTooFewElectors" : "TownTreasuryNobodyToAsk",
          );
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

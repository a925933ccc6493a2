import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { expect } from "chai";
import { connection, setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { SpendingState } from "../fixture/enumerations.ts";
import { objectionOf } from "../fixture/objectionOf.ts";
import { impersonate, people } from "../fixture/people.ts";
import {
  approve,
  APPROVED,
  decisiveFrom,
  electorsWorked,
  FUND,
  funded,
  KINDS,
  payOffice,
  propose,
  spendingApproved,
  spendingProposed,
  worked,
} from "../fixture/spending.ts";
import { openHillside } from "../fixture/twoTowns.ts";
import { finaliseWeek } from "../fixture/weeks.ts";
import { COUNTRY, DAY, ELSEWHERE } from "../fixture/willowmere.ts";

const { time } = networkHelpers;

/** Willowmere. */
const town = 1;

/** Numbers of electors: the first few. */
const OBJECTORS = [1, 3, 4, 5, 6, 7, 8, 9];

type Funded = Awaited<ReturnType<typeof funded>>;

/** The member signs, and a stranger sends it. */
async function signs({ townTreasury, stranger, signerAt }: Funded, number: number, spending = 1) {
  const signature = await objectionOf(townTreasury, {
    signer: signerAt(number),
    town,
    number,
    spendings: [spending],
  });
  return townTreasury.connect(stranger).objectWithSignature(town, number, [spending], signature);
}

/** As many electors as this; then spending 1 was approved. */
async function approvedWith(active: number, kind: keyof typeof KINDS = "town"): Promise<Funded> {
  const before = await networkHelpers.loadFixture(funded);
  await electorsWorked(before, active);
  await propose(before, kind);
  await approve(before, kind);
  return before;
}

/** Beside Willowmere with its sixteen electors, Hillside has three: petra, quinn and sam; or others worked there. */
async function beside(country: number, currency: "the same" | "another", quarters = [SHIFT, SHIFT, 0, SHIFT]) {
  const before = await networkHelpers.loadFixture(funded);
  const money = currency === "the same" ? before.currency : await ethers.deployContract("TestDollar");
  const opened = await openHillside(before, await money.getAddress(), country);
  const weekIndex = weekIndexOf(await time.latest());
  await finaliseWeek(before, weekIndex, worked(16));
  const hours = { ...before, coordinator: opened.rosa, town: opened.hillside };
  await finaliseWeek(hours, weekIndex, quarters);
  await time.increaseTo(decisiveFrom(weekIndex));
  return { ...before, ...opened, weekIndex, money };
}

/** Hillside is of Willowmere's country, and has its currency. */
function neighbour() {
  return beside(COUNTRY, "the same");
}

/** The members of Hillside have no say in spending 1, of the office's fund. */
async function expectNotAsked({ townTreasury, hillside, sam }: Awaited<ReturnType<typeof beside>>) {
  expect((await townTreasury.voteOf(1, hillside)).electors).to.equal(0);
  await expect(townTreasury.connect(sam).object(hillside, 4, [1]))
    .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotAsked")
    .withArgs(1, hillside);
}

/** Hillside pays the office, and the spending is approved, in one block. */
async function payAsItIsApproved(before: Awaited<ReturnType<typeof beside>>) {
  const { townTreasury, currency, profitSplitter, hillside } = before;
  const splitter = await impersonate(profitSplitter);
  await currency.mint(splitter.address, 1n);
  await currency.connect(splitter).approve(await townTreasury.getAddress(), 1n);
  await connection.provider.request({ method: "evm_setAutomine", params: [false] });
  try {
    await townTreasury.connect(splitter).deposit(hillside, 0, 1n);
    await approve(before, "office");
    await networkHelpers.mine();
  } finally {
    await connection.provider.request({ method: "evm_setAutomine", params: [true] });
  }
}

/** Four of sixteen members have objected to spending 1. */
async function blocked() {
  const before = await networkHelpers.loadFixture(spendingApproved);
  for (const number of OBJECTORS.slice(0, 4)) await signs(before, number);
  return before;
}

describe("TownTreasury", () => {
  describe("object", () => {
    for (const kind of ["town", "office"] as const) {
      describe(`given a spending of the ${kind}'s fund that is approved, and sixteen active members`, () => {
        describe("when one of them objects", () => {
          it("counts it, says so, and blocks nothing", async () => {
            const { townTreasury, amina } = await networkHelpers.loadFixture(APPROVED[kind]);

            const objecting = townTreasury.connect(amina).object(town, 4, [1]);
            await expect(objecting).to.emit(townTreasury, "SpendingObjected").withArgs(1, town, 4, amina.address, 1);
            await expect(objecting).to.not.emit(townTreasury, "SpendingBlocked");

            expect((await townTreasury.voteOf(1, town)).objections).to.equal(1);
            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
            expect(await townTreasury.hasObjected(1, town, 4)).to.equal(true);
            expect(await townTreasury.hasObjected(1, town, 5)).to.equal(false);
            expect(await townTreasury.hasObjected(2, town, 4)).to.equal(false);
          });
        });

        describe("when three of them object, less than a fifth", () => {
          it("is paid all the same", async () => {
            const before = await networkHelpers.loadFixture(APPROVED[kind]);
            const { townTreasury, payableFrom } = before;
            for (const number of OBJECTORS.slice(0, 3)) await signs(before, number);
            await time.increaseTo(payableFrom);

            await townTreasury.execute(1);

            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Spent);
            expect((await townTreasury.voteOf(1, town)).objections).to.equal(3);
          });
        });

        describe("when four of them object, a quarter", () => {
          it("is blocked for good, and says so", async () => {
            const before = await networkHelpers.loadFixture(APPROVED[kind]);
            const { townTreasury, signerAt } = before;
            for (const number of OBJECTORS.slice(0, 3)) await signs(before, number);

            await expect(signs(before, 6))
              .to.emit(townTreasury, "SpendingObjected")
              .withArgs(1, town, 6, signerAt(6).address, 4)
              .and.to.emit(townTreasury, "SpendingBlocked")
              .withArgs(1, town, 4, 16);

            expect((await townTreasury.spendingOf(1)).state).to.equal(SpendingState.Blocked);
            for (const days of [1, 8, 1_000]) {
              await time.increase(days * DAY);
              expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Blocked);
              await expect(townTreasury.execute(1))
                .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
                .withArgs(1, SpendingState.Blocked);
            }
            expect(await townTreasury.fundOf(town)).to.equal(FUND);
          });
        });

        describe("when the seven days are about to end", () => {
          it("counts in the last second, and then reverts with TownTreasuryObjectionsOver", async () => {
            const { townTreasury, amina, ben, payableFrom } = await networkHelpers.loadFixture(APPROVED[kind]);

            await setNextTime(payableFrom - 1n);
            await townTreasury.connect(amina).object(town, 4, [1]);
            await setNextTime(payableFrom);
            await expect(townTreasury.connect(ben).object(town, 5, [1]))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryObjectionsOver")
              .withArgs(1, payableFrom, payableFrom);
            expect((await townTreasury.voteOf(1, town)).objections).to.equal(1);
          });
        });

        for (const office of [KINDS[kind].proposer, KINDS[kind].approver]) {
          describe(`when another ${office} acts meanwhile`, () => {
            it("counts all the same, and blocks", async () => {
              const before = await networkHelpers.loadFixture(APPROVED[kind]);
              const { townTreasury, townRegistry, headOffice } = before;
              const registry = townRegistry.connect(headOffice);
              if (office === "townAmbassador") await registry.removeTownAmbassador(town);
              if (office === "countryAmbassador") await registry.removeCountryAmbassador(COUNTRY);

              for (const number of OBJECTORS.slice(0, 4)) await signs(before, number);

              expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Blocked);
            });
          });
        }

        describe("when it is cancelled, and electors object to it and to another at once", () => {
          it("counts both: nobody can make others' objections fail", async () => {
            const before = await networkHelpers.loadFixture(APPROVED[kind]);
            const { townTreasury, amina } = before;
            await propose(before, kind);
            await approve(before, kind, 2);
            await townTreasury.connect(before[KINDS[kind].proposer]).cancel(1);

            await townTreasury.connect(amina).object(town, 4, [1, 2]);

            expect((await townTreasury.voteOf(1, town)).objections).to.equal(1);
            expect((await townTreasury.voteOf(2, town)).objections).to.equal(1);
            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Cancelled);
          });
        });

        describe("when it was blocked before, and is approved again", () => {
          it("takes a third of them to block it", async () => {
            const before = await networkHelpers.loadFixture(APPROVED[kind]);
            const { townTreasury } = before;
            for (const number of OBJECTORS.slice(0, 4)) await signs(before, number);
            await time.increase(30 * DAY);
            await propose(before, kind);
            await approve(before, kind, 2);
            expect((await townTreasury.voteOf(2, town)).needed).to.equal(6);

            for (const number of OBJECTORS.slice(0, 5)) await signs(before, number, 2);
            expect(await townTreasury.stateOf(2)).to.equal(SpendingState.Approved);
            await expect(signs(before, 8, 2))
              .to.emit(townTreasury, "SpendingBlocked")
              .withArgs(2, town, 6, 16);
          });
        });
      });
    }

    for (const [active, needed] of [
      [4, 3],
      [10, 3],
      [15, 3],
      [16, 4],
      [20, 4],
    ] as const) {
      describe(`given ${active} electors`, () => {
        it(`takes ${needed} objections to block`, async () => {
          const before = await approvedWith(active);
          const { townTreasury } = before;
          const objectors = OBJECTORS.slice(0, needed);

          for (const [already, number] of objectors.entries()) {
            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
            const objecting = signs(before, number);
            if (already + 1 < needed) await expect(objecting).to.not.emit(townTreasury, "SpendingBlocked");
            else await expect(objecting).to.emit(townTreasury, "SpendingBlocked").withArgs(1, town, needed, active);
          }
          expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Blocked);
        });
      });
    }

    describe("given a spending of the office's fund, and three electors", () => {
      it("takes all three to block it, be one of them a proposer", async () => {
        const before = await approvedWith(3, "office");
        const { townTreasury } = before;

        for (const number of [1, 3]) await signs(before, number);
        await expect(signs(before, 21)).to.emit(townTreasury, "SpendingBlocked").withArgs(1, town, 3, 3);
      });
    });

    describe("given a spending of the office's fund, and a town of the country that paid later, or gave", () => {
      it("reverts with TownTreasuryNotAsked for its members", async () => {
        const before = await networkHelpers.loadFixture(neighbour);
        const { townTreasury, currency, payer, profitSplitter, hillside } = before;
        await currency.connect(payer).approve(await townTreasury.getAddress(), 1);
        await townTreasury.connect(payer).donateToOffice(hillside, 1);
        const splitter = await impersonate(profitSplitter);
        await currency.mint(splitter.address, 1n);
        await currency.connect(splitter).approve(await townTreasury.getAddress(), 1n);
        await propose(before, "office");
        await approve(before, "office");
        await expectNotAsked(before);

        const approvedAt = (await townTreasury.spendingOf(1)).payableFrom - BigInt(7 * DAY);
        await setNextTime(approvedAt + 1n);
        await townTreasury.connect(splitter).deposit(hillside, 0, 1n);

        expect(await townTreasury.paysSince(hillside)).to.equal(approvedAt + 1n);
        await expectNotAsked(before);
      });
    });

    for (const [what, country, currency] of [
      ["country", ELSEWHERE, "the same"],
      ["currency", COUNTRY, "another"],
    ] as const) {
      describe(`given a spending of the office's fund, and a town of another ${what} that paid`, () => {
        it("reverts with TownTreasuryNotAsked for its members, who paid into another fund", async () => {
          const before = await beside(country, currency);
          await payOffice({ ...before, currency: before.money }, before.hillside, 1n);
          await propose(before, "office");
          await approve(before, "office");

          await expectNotAsked(before);
        });
      });
    }

    describe("given a spending of the office's fund, and a town of the country that paid and has two electors", () => {
      it("reverts with TownTreasuryNotAsked for its members: they are too few to block", async () => {
        const before = await beside(COUNTRY, "the same", [SHIFT, 0, 0, SHIFT]);
        await payOffice(before, before.hillside, 1n);
        await propose(before, "office");
        await approve(before, "office");

        await expectNotAsked(before);
      });
    });

    describe("given a spending of the office's fund, and a town of the country that paid in the second of its approval", () => {
      it("is its members' to object to as well", async () => {
        const before = await networkHelpers.loadFixture(neighbour);
        const { townTreasury, hillside, sam } = before;
        await propose(before, "office");
        await payAsItIsApproved(before);
        const { payableFrom } = await townTreasury.spendingOf(1);
        expect(await townTreasury.paysSince(hillside)).to.equal(payableFrom - BigInt(7 * DAY));

        await expect(townTreasury.connect(sam).object(hillside, 4, [1]))
          .to.emit(townTreasury, "SpendingObjected")
          .withArgs(1, hillside, 4, sam.address, 1);
      });
    });

    describe("given a spending of the office's fund, and another town of the country that paid", () => {
      it("is blocked by a fifth, at least three, of its electors alone", async () => {
        const before = await networkHelpers.loadFixture(neighbour);
        const { townTreasury, currencyAddress, hillside, petra, quinn, sam, amina } = before;
        await payOffice(before, hillside, 1n);
        expect(await townTreasury.payersOf(COUNTRY, currencyAddress)).to.deep.equal([BigInt(town), BigInt(hillside)]);
        await propose(before, "office");
        await approve(before, "office");

        await townTreasury.connect(amina).object(town, 4, [1]);
        await expect(townTreasury.connect(petra).object(hillside, 1, [1]))
          .to.emit(townTreasury, "ElectorsFixed")
          .withArgs(1, hillside, 1, 3, 3)
          .and.to.emit(townTreasury, "SpendingObjected")
          .withArgs(1, hillside, 1, petra.address, 1);
        await expect(townTreasury.connect(quinn).object(hillside, 2, [1])).to.not.emit(townTreasury, "ElectorsFixed");
        expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
        await expect(townTreasury.connect(sam).object(hillside, 4, [1]))
          .to.emit(townTreasury, "SpendingBlocked")
          .withArgs(1, hillside, 3, 3);
        expect((await townTreasury.voteOf(1, town)).objections).to.equal(1);
      });

      it("fixes their electors with the approval, whenever they first object", async () => {
        const before = await networkHelpers.loadFixture(neighbour);
        const { townTreasury, contributions, hillside, sam } = before;
        await payOffice(before, hillside, 1n);
        await finaliseWeek(
          { ...before, coordinator: before.rosa, town: hillside },
          before.weekIndex + 8,
          [12, 12, 0, 0],
        );
        await propose(before, "office");
        await approve(before, "office");
        const atOnce = await townTreasury.voteOf(1, hillside);
        await time.increase(7 * DAY - 100);

        expect(await contributions.electorsOf(hillside)).to.deep.equal([1n, 3n]);
        expect(await townTreasury.voteOf(1, hillside)).to.deep.equal(atOnce);
        await townTreasury.connect(sam).object(hillside, 4, [1]);
        expect((await townTreasury.voteOf(1, hillside)).electors).to.equal(3);
      });
    });

    describe("given a spending of the town's fund", () => {
      it("is none of another town's: reverts with TownTreasuryNotAsked", async () => {
        const before = await networkHelpers.loadFixture(neighbour);
        const { townTreasury, hillside, sam } = before;
        await payOffice(before, hillside, 1n);
        await propose(before, "town");
        await approve(before, "town");

        await expect(townTreasury.connect(sam).object(hillside, 4, [1]))
          .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotAsked")
          .withArgs(1, hillside);
      });
    });

    describe("given an approved spending", () => {
      describe("when somebody objects for a number that is not theirs", () => {
        it("reverts with TownTreasuryNotMember", async () => {
          const { townTreasury, amina } = await networkHelpers.loadFixture(spendingApproved);

          for (const caller of Object.values(await people())) {
            if (caller.address === amina.address) continue;
            await expect(townTreasury.connect(caller).object(town, 4, [1]))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotMember")
              .withArgs(town, 4, caller.address);
          }
          for (const number of [0, 22, 65_535]) {
            await expect(townTreasury.connect(amina).object(town, number, [1]))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotMember")
              .withArgs(town, number, amina.address);
          }
        });
      });

      describe("when a member objects who is no elector", () => {
        it("reverts with TownTreasuryNotElector", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);

          for (const [number, quarters] of [
            [2, 0],
            [17, 11],
            [18, 0],
          ] as const) {
            await expect(signs(before, number))
              .to.be.revertedWithCustomError(before.townTreasury, "TownTreasuryNotElector")
              .withArgs(1, number, quarters);
          }
          await signs(before, 16);
        });
      });

      describe("when others become electors before and after the approval", () => {
        it("is for those at the approval to object: others revert with TownTreasuryNotElector", async () => {
          const before = await networkHelpers.loadFixture(funded);
          const { townTreasury } = before;
          const weekIndex = weekIndexOf(await time.latest());
          await finaliseWeek(before, weekIndex, [0, 0, SHIFT, SHIFT, SHIFT]);
          await finaliseWeek(before, weekIndex + 1, [0, 0, 0, 0, SHIFT, SHIFT, SHIFT, SHIFT]);
          await finaliseWeek(before, weekIndex + 2, [SHIFT, 0, ...Array.from({ length: 10 }, () => SHIFT)]);
          await time.increaseTo(decisiveFrom(weekIndex));
          await propose(before, "town");
          await time.increaseTo(decisiveFrom(weekIndex + 1) + DAY);
          await approve(before, "town");
          await time.increaseTo(decisiveFrom(weekIndex + 2) - 100);
          await time.increase(200);

          for (const number of [1, 3, 4, 9]) {
            await expect(signs(before, number))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotElector")
              .withArgs(1, number, 0);
          }
          for (const number of [5, 6, 7]) await signs(before, number);
          expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Blocked);
        });
      });

      describe("when a member objects twice", () => {
        it("reverts with TownTreasuryObjectedAlready, in whatever way", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);
          const { townTreasury, amina, ben } = before;
          await townTreasury.connect(amina).object(town, 4, [1]);
          await signs(before, 5);

          const refused = (promise: Promise<unknown>, number: number) =>
            expect(promise)
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryObjectedAlready")
              .withArgs(1, town, number);
          await refused(townTreasury.connect(amina).object(town, 4, [1]), 4);
          await refused(signs(before, 4), 4);
          await refused(townTreasury.connect(ben).object(town, 5, [1]), 5);
          await refused(signs(before, 5), 5);
          expect((await townTreasury.voteOf(1, town)).objections).to.equal(2);
        });
      });

      describe("when a member has another wallet since", () => {
        it("is the present wallet's to object, once for the number", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);
          const { townTreasury, memberRegistry, succession, amina, stranger } = before;
          await memberRegistry.connect(await impersonate(succession)).moveWallet(amina.address, stranger.address);

          await expect(townTreasury.connect(amina).object(town, 4, [1]))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotMember")
            .withArgs(town, 4, amina.address);
          await expect(signs(before, 4))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotSigned")
            .withArgs(town, 4, stranger.address);
          await expect(townTreasury.connect(stranger).object(town, 4, [1]))
            .to.emit(townTreasury, "SpendingObjected")
            .withArgs(1, town, 4, stranger.address, 1);
        });

        it("does not object again for the number", async () => {
          const { townTreasury, memberRegistry, succession, amina, stranger } =
            await networkHelpers.loadFixture(spendingApproved);
          await townTreasury.connect(amina).object(town, 4, [1]);
          await memberRegistry.connect(await impersonate(succession)).moveWallet(amina.address, stranger.address);

          await expect(townTreasury.connect(stranger).object(town, 4, [1]))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryObjectedAlready")
            .withArgs(1, town, 4);
        });
      });

      describe("when members object to another spending as well", () => {
        it("counts each spending's objections alone", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);
          const { townTreasury, amina } = before;
          await propose(before, "town");
          await approve(before, "town", 2);

          for (const number of [1, 3, 5]) await signs(before, number, 1);
          await townTreasury.connect(amina).object(town, 4, [2]);

          expect((await townTreasury.voteOf(1, town)).objections).to.equal(3);
          expect((await townTreasury.voteOf(2, town)).objections).to.equal(1);
          expect(await townTreasury.hasObjected(1, town, 4)).to.equal(false);
        });
      });
    });

    describe("given a spending that is proposed, cancelled or lapsed before its approval, or none", () => {
      it("reverts with TownTreasuryWrongState", async () => {
        const before = await networkHelpers.loadFixture(spendingProposed);
        const { townTreasury, townAmbassador, amina } = before;
        const refuse = async (id: number, state: number) => {
          await expect(townTreasury.connect(amina).object(town, 4, [id]))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
            .withArgs(id, state);
          await expect(signs(before, 4, id))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
            .withArgs(id, state);
        };
        await refuse(0, SpendingState.None);
        await refuse(1, SpendingState.Proposed);
        await refuse(2, SpendingState.None);
        await propose(before, "town");
        await townTreasury.connect(townAmbassador).cancel(2);
        await refuse(2, SpendingState.Cancelled);
        await time.increase(30 * DAY);
        await refuse(1, SpendingState.Lapsed);
      });
    });

    describe("given a spending that is paid", () => {
      it("reverts with TownTreasuryObjectionsOver", async () => {
        const { townTreasury, amina, payableFrom } = await networkHelpers.loadFixture(spendingApproved);
        await time.increaseTo(payableFrom);
        await townTreasury.execute(1);

        await expect(townTreasury.connect(amina).object(town, 4, [1])).to.be.revertedWithCustomError(
          townTreasury,
          "TownTreasuryObjectionsOver",
        );
      });
    });

    describe("given a spending that is blocked", () => {
      it("takes no approval or cancellation any more: reverts with TownTreasuryWrongState", async () => {
        const before = await networkHelpers.loadFixture(blocked);
        const { townTreasury, townAmbassador } = before;

        for (const promise of [approve(before, "town"), townTreasury.connect(townAmbassador).cancel(1)]) {
          await expect(promise)
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
            .withArgs(1, SpendingState.Blocked);
        }
      });

      it("counts who objects still, and stays blocked", async () => {
        const before = await networkHelpers.loadFixture(blocked);
        const { townTreasury } = before;

        await expect(signs(before, 7)).to.not.emit(townTreasury, "SpendingBlocked");

        expect((await townTreasury.voteOf(1, town)).objections).to.equal(5);
        expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Blocked);
      });
    });
  });

  describe("objectWithSignature", () => {
    describe("given an approved spending", () => {
      describe("when an active member signed", () => {
        it("counts it as theirs, whoever sends it", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);
          const { townTreasury, signerAt } = before;

          await expect(signs(before, 9))
            .to.emit(townTreasury, "SpendingObjected")
            .withArgs(1, town, 9, signerAt(9).address, 1);

          expect(await townTreasury.hasObjected(1, town, 9)).to.equal(true);
          expect((await townTreasury.voteOf(1, town)).objections).to.equal(1);
        });
      });

      describe("when the owner of a member's contract signed (ERC-1271)", () => {
        it("counts it as the member's", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);
          const { townTreasury, contractWallet } = before;

          await expect(signs(before, 21))
            .to.emit(townTreasury, "SpendingObjected")
            .withArgs(1, town, 21, await contractWallet.getAddress(), 1);
          expect(await townTreasury.hasObjected(1, town, 21)).to.equal(true);
        });
      });

      describe("when somebody else signed", () => {
        it("reverts with TownTreasuryNotSigned", async () => {
          const { townTreasury, stranger, amina, ben, contractWallet } =
            await networkHelpers.loadFixture(spendingApproved);
          const sending = townTreasury.connect(stranger);

          for (const [signer, number, wallet] of [
            [ben, 4, amina.address],
            [stranger, 4, amina.address],
            [ben, 21, await contractWallet.getAddress()],
            [amina, 22, ethers.ZeroAddress],
            [amina, 0, ethers.ZeroAddress],
          ] as const) {
            const signature = await objectionOf(townTreasury, { signer, town, number, spendings: [1] });
            await expect(sending.objectWithSignature(town, number, [1], signature))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotSigned")
              .withArgs(town, number, wallet);
          }
        });
      });

      describe("when the member signed something else", () => {
        it("reverts with TownTreasuryNotSigned", async () => {
          const { townTreasury, contributions, stranger, amina } = await networkHelpers.loadFixture(spendingApproved);
          const right = { signer: amina, town, spendings: [1], number: 4 };
          const signatures = [
            "0x",
            await objectionOf(townTreasury, { ...right, spendings: [2] }),
            await objectionOf(townTreasury, { ...right, spendings: [1, 2] }),
            await objectionOf(townTreasury, { ...right, spendings: [] }),
            await objectionOf(townTreasury, { ...right, town: 2 }),
            await objectionOf(townTreasury, { ...right, number: 5 }),
            await objectionOf(townTreasury, right, { chainId: 1 }),
            await objectionOf(townTreasury, right, { verifyingContract: await contributions.getAddress() }),
            await objectionOf(townTreasury, right, { name: "Treasury" }),
            await objectionOf(townTreasury, right, { version: "2" }),
          ];

          for (const signature of signatures) {
            await expect(townTreasury.connect(stranger).objectWithSignature(town, 4, [1], signature))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotSigned")
              .withArgs(town, 4, amina.address);
          }
          expect((await townTreasury.voteOf(1, town)).objections).to.equal(0);
        });
      });

      describe("when the seven days are over", () => {
        it("reverts with TownTreasuryObjectionsOver", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);
          const { townTreasury, stranger, amina, payableFrom } = before;
          const signature = await objectionOf(townTreasury, { signer: amina, town, spendings: [1], number: 4 });
          await setNextTime(payableFrom);

          await expect(townTreasury.connect(stranger).objectWithSignature(town, 4, [1], signature))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryObjectionsOver")
            .withArgs(1, payableFrom, payableFrom);
        });
      });
    });
  });
});

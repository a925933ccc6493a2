import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { expect } from "chai";
import { weekEnd } from "@one-small-town/core/hours/weeks.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { networkHelpers, setNextTime } from "../fixture/connection.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";
import { moneyOf } from "../fixture/moneyOf.ts";
import { COUNTRY, DAY, DOLLAR, SAVINGS } from "../fixture/willowmere.ts";

const EVIDENCE = documentOf("The lists of the week", "ipfs://lists");

const MOST = 2n ** 96n - 1n;

/** The payer has more money than a town's pool can hold, and allowed all of it. */
async function richPayer() {
  const before = await networkHelpers.loadFixture(weekWorked);
  const { contributions, currency, payer } = before;
  const address = await contributions.getAddress();
  await currency.mint(payer.address, 2n ** 100n);
  await currency.connect(payer).approve(address, 2n ** 200n);
  return { ...before, address, funding: contributions.connect(payer) };
}

describe("Contributions", () => {
  describe("fund", () => {
    describe("given a town without any money", () => {
      describe("when anybody pays in for several weeks", () => {
        it("streams an equal part to each, rounded down, and carries the rest", async () => {
          const { contributions, funding, address, currency, payer, town, hillside } =
            await networkHelpers.loadFixture(richPayer);

          const payment = funding.fund(town, 1_001, 3);
          await expect(payment)
            .to.emit(contributions, "MembersFunded")
            .withArgs(town, payer.address, 1_001, 3, 0, 333)
            .and.to.emit(currency, "Transfer")
            .withArgs(payer.address, address, 1_001);

          expect(await currency.balanceOf(address)).to.equal(1_001);
          expect(await moneyOf(contributions, town)).to.deep.equal([1_001, 2, 333]);
          expect(await Promise.all([0, 1, 2, 3].map((i) => contributions.changeAt(town, i)))).to.deep.equal([
            [333n, 0n],
            [0n, 0n],
            [0n, 333n],
            [0n, 0n],
          ]);
          expect(await moneyOf(contributions, hillside)).to.deep.equal([0, 0, 0]);
          expect(await contributions.changeAt(hillside, 2)).to.deep.equal([0, 0]);
        });
      });

      describe("when it is less than a unit a week", () => {
        it("carries all of it", async () => {
          const { contributions, funding, town } = await networkHelpers.loadFixture(richPayer);

          await funding.fund(town, 51, 52);

          expect(await moneyOf(contributions, town)).to.deep.equal([51, 51, 0]);
        });
      });

      for (const weeks of [1, 52]) {
        describe(`when it is for ${weeks} ${weeks === 1 ? "week" : "weeks"}`, () => {
          it("ends the stream after that many timesheets", async () => {
            const { contributions, funding, town } = await networkHelpers.loadFixture(richPayer);

            await funding.fund(town, 5_200, weeks);

            expect((await contributions.changeAt(town, 0)).starting).to.equal(5_200 / weeks);
            expect((await contributions.changeAt(town, weeks - 1)).ending).to.equal(5_200 / weeks);
            expect(await moneyOf(contributions, town)).to.deep.equal([5_200, 0, 5_200 / weeks]);
          });
        });
      }

      for (const weeks of [0, 53]) {
        describe(`when it is for ${weeks} weeks`, () => {
          it("reverts with ContributionsBadWeeks", async () => {
            const { contributions, funding, town } = await networkHelpers.loadFixture(richPayer);

            await expect(funding.fund(town, 5_200, weeks))
              .to.be.revertedWithCustomError(contributions, "ContributionsBadWeeks")
              .withArgs(weeks);
          });
        });
      }

      describe("when it is for no town", () => {
        it("reverts with TownRegistryNoSuchTown", async () => {
          const { townRegistry, funding } = await networkHelpers.loadFixture(richPayer);

          for (const id of [0, 99]) {
            await expect(funding.fund(id, 100, 1))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
              .withArgs(id);
          }
        });
      });

      describe("when it is nothing", () => {
        it("changes nothing", async () => {
          const { contributions, funding, town } = await networkHelpers.loadFixture(richPayer);

          await funding.fund(town, 0, 1);

          expect(await moneyOf(contributions, town)).to.deep.equal([0, 0, 0]);
        });
      });

      describe("when the payer has not allowed it", () => {
        it("reverts with ERC20InsufficientAllowance and counts nothing", async () => {
          const { contributions, address, currency, stranger, town } = await networkHelpers.loadFixture(richPayer);
          await currency.connect(stranger).approve(address, 99);

          await expect(contributions.connect(stranger).fund(town, 100, 1))
            .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
            .withArgs(address, 99, 100);
          expect(await moneyOf(contributions, town)).to.deep.equal([0, 0, 0]);
        });
      });

      describe("when the payer does not have it", () => {
        it("reverts with ERC20InsufficientBalance", async () => {
          const { contributions, address, currency, stranger, town } = await networkHelpers.loadFixture(richPayer);
          await currency.connect(stranger).approve(address, 2n * SAVINGS);

          await expect(contributions.connect(stranger).fund(town, SAVINGS + 1n, 1))
            .to.be.revertedWithCustomError(currency, "ERC20InsufficientBalance")
            .withArgs(stranger.address, SAVINGS, SAVINGS + 1n);
        });
      });

      describe("when the town is dormant", () => {
        it("takes the money all the same", async () => {
          const { contributions, townRegistry, funding, headOffice, town } =
            await networkHelpers.loadFixture(richPayer);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await funding.fund(town, 100, 1);

          expect((await contributions.poolOf(town)).undivided).to.equal(100);
        });
      });
    });

    describe("given money that is still being streamed", () => {
      it("adds up what begins and ends with the same timesheets", async () => {
        const all = await networkHelpers.loadFixture(richPayer);
        const { contributions, funding, town, weekIndex } = all;
        await funding.fund(town, 300, 3);
        await finaliseWeek(all, weekIndex, [SHIFT]);
        await finaliseWeek(all, weekIndex + 1, [SHIFT]);

        await funding.fund(town, 83, 2);
        await funding.fund(town, 10, 1);

        expect(await contributions.changeAt(town, 2)).to.deep.equal([51, 110]);
        expect(await contributions.changeAt(town, 3)).to.deep.equal([0, 41]);
        expect(await moneyOf(contributions, town)).to.deep.equal([193, 1, 151]);
      });
    });

    describe("given with which timesheet the money begins", () => {
      /** Two weeks are final, and all that have ended. */
      async function upToDate() {
        const all = await networkHelpers.loadFixture(richPayer);
        await finaliseWeek(all, all.weekIndex, [SHIFT]);
        await finaliseWeek(all, all.weekIndex + 1, [SHIFT]);
        const submitting = all.contributions.connect(all.coordinator);
        const expectFrom = async (index: number) => {
          expect(await all.contributions.fundedFrom(all.town)).to.equal(index);
          await expect(all.funding.fund(all.town, 100, 1))
            .to.emit(all.contributions, "MembersFunded")
            .withArgs(all.town, all.payer.address, 100, 1, index, 100);
        };
        return { ...all, submitting, expectFrom, week: all.weekIndex + 2 };
      }

      describe("when all weeks that have ended are final", () => {
        it("begins with the next timesheet", async () => {
          const { expectFrom } = await networkHelpers.loadFixture(upToDate);

          await expectFrom(2);
        });
      });

      describe("when weeks have ended that are not final", () => {
        it("begins after as many, eight at the most", async () => {
          const { week, expectFrom } = await networkHelpers.loadFixture(upToDate);

          for (const [ended, open] of [
            [1, 1],
            [3, 3],
            [8, 8],
            [11, 8],
          ] as const) {
            await networkHelpers.time.increaseTo(weekEnd(week + ended - 1));
            await expectFrom(2 + open);
          }
        });
      });

      describe("when one of them is under review", () => {
        it("counts it once", async () => {
          const { submitting, town, week, expectFrom } = await networkHelpers.loadFixture(upToDate);
          await networkHelpers.time.increaseTo(weekEnd(week + 2));
          await submitting.submit(town, week, "0x0c", EVIDENCE);

          await expectFrom(2 + 3);
        });
      });

      describe("when the week under review is in its last second of being open", () => {
        it("counts it once", async () => {
          const { contributions, submitting, town, week } = await networkHelpers.loadFixture(upToDate);
          await setNextTime(weekEnd(week + 8) - 1);
          await submitting.submit(town, week, "0x0c", EVIDENCE);

          expect(await contributions.fundedFrom(town)).to.equal(2 + 8);
        });
      });

      describe("when the week under review lies too far back to be open by now", () => {
        it("counts it beside the eight that are", async () => {
          const { submitting, town, week, expectFrom } = await networkHelpers.loadFixture(upToDate);
          await networkHelpers.time.increaseTo(weekEnd(week + 8) - 60);
          await submitting.submit(town, week, "0x0c", EVIDENCE);
          await networkHelpers.time.increase(60);

          await expectFrom(2 + 9);
        });
      });

      describe("when a rejected week is open beside the eight", () => {
        it("counts it too", async () => {
          const { contributions, townAmbassador, submitting, town, week, expectFrom } =
            await networkHelpers.loadFixture(upToDate);
          await networkHelpers.time.increaseTo(weekEnd(week + 8) - 60);
          await submitting.submit(town, week, "0x0c", EVIDENCE);
          await networkHelpers.time.increase(60);
          await contributions.connect(townAmbassador).reject(town, EVIDENCE.hash);

          await expectFrom(2 + 9);
          await networkHelpers.time.increase(7 * DAY);
          await expectFrom(2 + 8);
        });
      });

      describe("when the town has no final timesheet yet", () => {
        it("begins with the first, however many weeks have ended", async () => {
          const { contributions, funding, town, weekIndex } = await networkHelpers.loadFixture(richPayer);
          await networkHelpers.time.increaseTo(weekEnd(weekIndex + 5));

          expect(await contributions.fundedFrom(town)).to.equal(0);
          await funding.fund(town, 100, 1);

          expect((await contributions.changeAt(town, 0)).starting).to.equal(100);
        });

        it("begins after one that is under review", async () => {
          const { contributions, coordinator, funding, town, weekIndex } = await networkHelpers.loadFixture(richPayer);
          await contributions.connect(coordinator).submit(town, weekIndex, "0x0c", EVIDENCE);

          await funding.fund(town, 100, 1);

          expect((await contributions.changeAt(town, 1)).starting).to.equal(100);
        });
      });

      describe("when nobody was active in the town's first final week", () => {
        it("begins after the open weeks all the same", async () => {
          const all = await networkHelpers.loadFixture(richPayer);
          await finaliseWeek(all, all.weekIndex, []);
          await networkHelpers.time.increaseTo(weekEnd(all.weekIndex + 2));

          expect(await all.contributions.fundedFrom(all.town)).to.equal(2);
        });
      });
    });

    describe("given money for three timesheets, and a week that is skipped", () => {
      const cashOf = async ({ contributions, town }: Awaited<ReturnType<typeof richPayer>>) =>
        Promise.all([0, 1, 2, 3].map(async (i) => (await contributions.timesheetAt(town, i)).cashPerActive));

      it("a week skipped cannot take another week's cash: passed over, it gets nothing and leaves nothing", async () => {
        const all = await networkHelpers.loadFixture(richPayer);
        const { contributions, funding, town, weekIndex } = all;
        await funding.fund(town, 300, 3);

        for (const week of [weekIndex, weekIndex + 12, weekIndex + 13]) await finaliseWeek(all, week, [SHIFT]);

        expect(await cashOf(all)).to.deep.equal([100, 100, 100, 0]);
        expect(await contributions.timesheetOf(town, weekIndex + 1)).to.equal(0);
        expect(await moneyOf(contributions, town)).to.deep.equal([0, 0, 0]);
      });
    });

    describe("given what a town's records can hold", () => {
      describe("when all of it comes at once, or a unit more", () => {
        it("takes it; reverts with ContributionsTooMuch for a unit more", async () => {
          const { contributions, funding, town } = await networkHelpers.loadFixture(richPayer);

          await expect(funding.fund(town, MOST + 1n, 1))
            .to.be.revertedWithCustomError(contributions, "ContributionsTooMuch")
            .withArgs(MOST + 1n, MOST);
          await funding.fund(town, MOST, 1);

          expect(await moneyOf(contributions, town)).to.deep.equal([MOST, 0, MOST]);
        });
      });

      describe("when money is carried and streamed already", () => {
        it("leaves room for the rest of what the records hold, however long it is spread", async () => {
          const { contributions, funding, town } = await networkHelpers.loadFixture(richPayer);
          await funding.fund(town, 1_001, 3);
          const most = MOST - 1_001n;

          await expect(funding.fund(town, most + 1n, 52))
            .to.be.revertedWithCustomError(contributions, "ContributionsTooMuch")
            .withArgs(most + 1n, most);
          await funding.fund(town, most, 52);

          expect(await moneyOf(contributions, town)).to.deep.equal([MOST, 2n + (most % 52n), 333n + most / 52n]);
        });
      });

      describe("when there is no room left", () => {
        it("reverts with ContributionsTooMuch for a single unit, until timesheets have divided some", async () => {
          const all = await networkHelpers.loadFixture(richPayer);
          const { contributions, funding, town, weekIndex } = all;
          await funding.fund(town, MOST, 2);

          await expect(funding.fund(town, 1, 1))
            .to.be.revertedWithCustomError(contributions, "ContributionsTooMuch")
            .withArgs(1, 0);

          await finaliseWeek(all, weekIndex, [SHIFT]);
          const divided = MOST / 2n + 1n;
          await expect(funding.fund(town, divided + 1n, 1))
            .to.be.revertedWithCustomError(contributions, "ContributionsTooMuch")
            .withArgs(divided + 1n, divided);
          await funding.fund(town, divided, 1);
          expect((await contributions.poolOf(town)).undivided).to.equal(MOST);
        });
      });

      describe("when the unit of a currency of 18 decimals is worth a 25,000th of a dollar", () => {
        it("takes three million dollars, promised together", async () => {
          const { contributions, funding, town } = await networkHelpers.loadFixture(richPayer);
          const million = 1_000_000n * 25_000n * 10n ** 18n;

          for (const weeks of [4, 13, 52]) await funding.fund(town, million, weeks);

          expect((await contributions.poolOf(town)).undivided).to.equal(3n * million);
        });
      });

      describe("when nobody is active while the most is streamed", () => {
        it("leaves it all to the next, which divides it in full", async () => {
          const all = await networkHelpers.loadFixture(richPayer);
          const { contributions, funding, town, weekIndex } = all;
          await funding.fund(town, MOST, 1);

          await finaliseWeek(all, weekIndex, []);
          expect(await moneyOf(contributions, town)).to.deep.equal([MOST, 0, MOST]);
          await finaliseWeek(all, weekIndex + 1, [SHIFT]);

          expect((await contributions.timesheetAt(town, 0)).cashPerActive).to.equal(MOST);
          expect(await moneyOf(contributions, town)).to.deep.equal([0, 0, 0]);
        });
      });
    });

    describe("given a currency that does not deliver what was asked", () => {
      for (const [kind, call, difference] of [
        ["keeps a unit", "burn", -1n],
        ["adds a unit", "mint", 1n],
      ] as const) {
        describe(`when it ${kind}`, () => {
          it("reverts with MoneyNotReceivedInFull", async () => {
            const { contributions, funding, address, currency, town } = await networkHelpers.loadFixture(richPayer);
            await funding.fund(town, 500, 1);
            const meddling = await turnInto(currency, "ReentrantDollar");
            const meddle = meddling.interface.encodeFunctionData(call as "burn", [address, 1]);
            await meddling.arm(await currency.getAddress(), meddle);

            await expect(funding.fund(town, 100, 1))
              .to.be.revertedWithCustomError(contributions, "MoneyNotReceivedInFull")
              .withArgs(await currency.getAddress(), 100, 500, 600n + difference);
            expect((await contributions.poolOf(town)).undivided).to.equal(500);
          });
        });
      }
    });

    describe("given a currency that calls back in the middle of a payment", () => {
      it("refuses every function that moves money with ReentrancyGuardReentrantCall", async () => {
        const { contributions, funding, address, currency, town } = await networkHelpers.loadFixture(richPayer);
        const calling = await turnInto(currency, "ReentrantDollar");
        const { interface: functions } = contributions;
        const calls = [
          functions.encodeFunctionData("fund", [town, 0, 1]),
          functions.encodeFunctionData("claim", [town, [1], 0]),
          functions.encodeFunctionData("claimKept", [town, 1]),
          functions.encodeFunctionData("surrender", [town]),
        ];

        for (const call of calls) {
          await calling.arm(address, call);
          await funding.fund(town, DOLLAR, 1);
          expect(functions.parseError(await calling.answer())?.name).to.equal("ReentrancyGuardReentrantCall");
        }
      });
    });

    describe("given money sent to the contract without funding", () => {
      it("is nobody's: no pool counts it", async () => {
        const all = await networkHelpers.loadFixture(richPayer);
        const { contributions, address, currency, payer, town, weekIndex } = all;
        await currency.connect(payer).transfer(address, DOLLAR);

        await finaliseWeek(all, weekIndex, [SHIFT]);

        expect(await moneyOf(contributions, town)).to.deep.equal([0, 0, 0]);
        expect((await contributions.timesheetAt(town, 0)).cashPerActive).to.equal(0);
      });
    });
  });
});

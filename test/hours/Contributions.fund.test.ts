import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { expect } from "chai";
import { turnInto } from "../fixture/turnInto.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";
import { COUNTRY, DOLLAR, SAVINGS } from "../fixture/willowmere.ts";

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
          expect(await contributions.poolOf(town)).to.deep.equal([2, 333, 0, 0, 0]);
          expect(await Promise.all([0, 1, 2, 3].map((i) => contributions.endingAt(town, i)))).to.deep.equal([
            0, 0, 333, 0,
          ]);
          expect(await contributions.poolOf(hillside)).to.deep.equal([0, 0, 0, 0, 0]);
          expect(await contributions.endingAt(hillside, 2)).to.equal(0);
        });
      });

      describe("when it is less than a unit a week", () => {
        it("carries all of it", async () => {
          const { contributions, funding, town } = await networkHelpers.loadFixture(richPayer);

          await funding.fund(town, 51, 52);

          expect(await contributions.poolOf(town)).to.deep.equal([51, 0, 0, 0, 0]);
        });
      });

      for (const weeks of [1, 52]) {
        describe(`when it is for ${weeks} ${weeks === 1 ? "week" : "weeks"}`, () => {
          it("ends the stream after that many timesheets", async () => {
            const { contributions, funding, town } = await networkHelpers.loadFixture(richPayer);

            await funding.fund(town, 5_200, weeks);

            expect(await contributions.endingAt(town, weeks - 1)).to.equal(5_200 / weeks);
            expect(await contributions.poolOf(town)).to.deep.equal([0, 5_200 / weeks, 0, 0, 0]);
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

          expect(await contributions.poolOf(town)).to.deep.equal([0, 0, 0, 0, 0]);
        });
      });

      describe("when the payer has not allowed it", () => {
        it("reverts with ERC20InsufficientAllowance and counts nothing", async () => {
          const { contributions, address, currency, stranger, town } = await networkHelpers.loadFixture(richPayer);
          await currency.connect(stranger).approve(address, 99);

          await expect(contributions.connect(stranger).fund(town, 100, 1))
            .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
            .withArgs(address, 99, 100);
          expect(await contributions.poolOf(town)).to.deep.equal([0, 0, 0, 0, 0]);
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

          expect((await contributions.poolOf(town)).running).to.equal(100);
        });
      });
    });

    describe("given money that is still being streamed", () => {
      it("adds up what ends with the same timesheet, counted from the next one", async () => {
        const all = await networkHelpers.loadFixture(richPayer);
        const { contributions, funding, payer, town, weekIndex } = all;
        await funding.fund(town, 300, 3);
        await finaliseWeek(all, weekIndex, [SHIFT]);

        await expect(funding.fund(town, 83, 2))
          .to.emit(contributions, "MembersFunded")
          .withArgs(town, payer.address, 83, 2, 1, 41);

        expect(await contributions.endingAt(town, 2)).to.equal(141);
        expect(await contributions.endingAt(town, 1)).to.equal(0);
        expect(await contributions.poolOf(town)).to.deep.equal([1, 141, 1, 1, 1]);
      });
    });

    describe("given money for three timesheets, and a week that is skipped", () => {
      const cashOf = async ({ contributions, town }: Awaited<ReturnType<typeof richPayer>>) =>
        Promise.all([0, 1, 2, 3].map(async (i) => (await contributions.timesheetAt(town, i)).cashPerActive));

      it("a week skipped cannot take another week's cash: submitted late, it gets the third part", async () => {
        const all = await networkHelpers.loadFixture(richPayer);
        const { contributions, funding, town, weekIndex } = all;
        await funding.fund(town, 300, 3);

        for (const week of [weekIndex, weekIndex + 2, weekIndex + 1, weekIndex + 3]) {
          await finaliseWeek(all, week, [SHIFT]);
        }

        expect(await cashOf(all)).to.deep.equal([100, 100, 100, 0]);
        expect(await contributions.timesheetOf(town, weekIndex + 1)).to.equal(3);
      });

      it("a week skipped cannot take another week's cash: never submitted, it gets nothing and leaves nothing", async () => {
        const all = await networkHelpers.loadFixture(richPayer);
        const { contributions, funding, town, weekIndex } = all;
        await funding.fund(town, 300, 3);

        for (const week of [weekIndex, weekIndex + 12, weekIndex + 13]) await finaliseWeek(all, week, [SHIFT]);

        expect(await cashOf(all)).to.deep.equal([100, 100, 100, 0]);
        expect(await contributions.timesheetOf(town, weekIndex + 1)).to.equal(0);
        expect(await contributions.poolOf(town)).to.deep.equal([0, 0, 3, 3, 1]);
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

          expect(await contributions.poolOf(town)).to.deep.equal([0, MOST, 0, 0, 0]);
        });
      });

      describe("when money is carried and streamed already", () => {
        it("leaves room for all that may have been promised: the carry, and 52 times the running sum", async () => {
          const { contributions, funding, town } = await networkHelpers.loadFixture(richPayer);
          await funding.fund(town, 1_001, 3);
          const most = MOST - 2n - 52n * 333n;

          await expect(funding.fund(town, most + 1n, 1))
            .to.be.revertedWithCustomError(contributions, "ContributionsTooMuch")
            .withArgs(most + 1n, most);
          await funding.fund(town, most, 1);

          expect(await contributions.poolOf(town)).to.deep.equal([2, most + 333n, 0, 0, 0]);
        });
      });

      describe("when more may have been promised than there is room for", () => {
        it("reverts with ContributionsTooMuch for a single unit, until the streams have ended", async () => {
          const all = await networkHelpers.loadFixture(richPayer);
          const { contributions, funding, town, weekIndex } = all;
          await funding.fund(town, MOST, 1);

          await expect(funding.fund(town, 1, 1))
            .to.be.revertedWithCustomError(contributions, "ContributionsTooMuch")
            .withArgs(1, 0);

          await finaliseWeek(all, weekIndex, [SHIFT]);
          await funding.fund(town, MOST, 1);
          expect(await contributions.poolOf(town)).to.deep.equal([0, MOST, 1, 1, 1]);
        });
      });

      describe("when nobody is active while the most is streamed", () => {
        it("carries and divides it in full", async () => {
          const all = await networkHelpers.loadFixture(richPayer);
          const { contributions, funding, town, weekIndex } = all;
          await funding.fund(town, MOST, 2);

          await finaliseWeek(all, weekIndex, []);
          expect(await contributions.poolOf(town)).to.deep.equal([1n + MOST / 2n, MOST / 2n, 1, 0, 0]);
          await finaliseWeek(all, weekIndex + 1, [SHIFT]);

          expect((await contributions.timesheetAt(town, 1)).cashPerActive).to.equal(MOST);
          expect(await contributions.poolOf(town)).to.deep.equal([0, 0, 2, 2, 1]);
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
            expect((await contributions.poolOf(town)).running).to.equal(500);
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

        expect(await contributions.poolOf(town)).to.deep.equal([0, 0, 1, 1, 1]);
        expect((await contributions.timesheetAt(town, 0)).cashPerActive).to.equal(0);
      });
    });
  });
});

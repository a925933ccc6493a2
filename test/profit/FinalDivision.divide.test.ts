import { weekEnd } from "@one-small-town/core/hours/weeks.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { expect } from "chai";
import { documentOf } from "../../scripts/operator/documents.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { setNextTime, networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { deserted, divided, give, lost, POOL } from "../fixture/deserted.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { FUND, funded, OFFICE } from "../fixture/spending.ts";
import { openHillside } from "../fixture/twoTowns.ts";
import { finaliseWeek } from "../fixture/weeks.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

const { time } = networkHelpers;
const YEAR = 365n * BigInt(DAY);

/** Hillside lost its Town Ambassador a day after Willowmere; members 1 and 4 worked last, and its fund holds 71. */
async function hillsideToo() {
  const before = await networkHelpers.loadFixture(deserted);
  const { townRegistry, townTreasury, currency, payer, headOffice, weekIndex } = before;
  const opened = await openHillside(before, before.currencyAddress);
  const { hillside } = opened;
  await finaliseWeek({ ...before, coordinator: opened.rosa, town: hillside }, weekIndex + 2, [
    SHIFT,
    SHIFT - 1,
    0,
    SHIFT,
  ]);
  await currency.connect(payer).approve(await townTreasury.getAddress(), 71);
  await townTreasury.connect(payer).donate(hillside, 71);
  await townRegistry.connect(headOffice).removeTownAmbassador(hillside);
  await time.increase(YEAR);
  return { ...before, ...opened };
}

describe("FinalDivision", () => {
  describe("divide", () => {
    describe("given a town that lost its Town Ambassador 365 days ago", () => {
      it("divides pool, streams and town fund among its electors, whoever calls, and not a second before", async () => {
        const before = await networkHelpers.loadFixture(deserted);
        const { finalDivision, currencyAddress, stranger, town, since } = before;
        const dividing = finalDivision.connect(stranger);

        await setNextTime(since + YEAR - 1n);
        await expect(dividing.divide(town))
          .to.be.revertedWithCustomError(finalDivision, "FinalDivisionTooEarly")
          .withArgs(town, since, since + YEAR - 1n);
        await setNextTime(since + YEAR);
        await expect(dividing.divide(town))
          .to.emit(finalDivision, "TownDivided")
          .withArgs(1, town, currencyAddress, 0, 16, POOL, FUND, 116, 3);

        expect(recordOf(await finalDivision.divisionOf(1))).to.deep.equal({
          currency: currencyAddress,
          town: BigInt(town),
          timesheet: 0n,
          active: 16n,
          cashPerActive: 116n,
        });
        expect(await finalDivision.divisionCount()).to.equal(1);
        expect(await finalDivision.remainderOf(town)).to.equal(3);
      });

      it("reaches every coin of pool, streams and town fund, and no other", async () => {
        const before = await networkHelpers.loadFixture(lost);
        const { finalDivision, contributions, townTreasury, currency, currencyAddress, town } = before;

        await finalDivision.divide(town);

        const { carry, running } = await contributions.poolOf(town);
        expect([carry, running]).to.deep.equal([0n, 0n]);
        expect(await townTreasury.fundOf(town)).to.equal(0);
        expect(await townTreasury.officeOf(COUNTRY, currencyAddress)).to.equal(OFFICE);
        expect(await currency.balanceOf(await finalDivision.getAddress())).to.equal(POOL + FUND);
        expect(await currency.balanceOf(await townTreasury.getAddress())).to.equal(OFFICE);
        expect(await currency.balanceOf(await contributions.getAddress())).to.equal(16 * 9);
        expect(16n * 9n + POOL).to.equal(1_003);
      });

      it("returns the division's id", async () => {
        const { finalDivision, town } = await networkHelpers.loadFixture(lost);

        expect(await finalDivision.divide.staticCall(town)).to.equal(1);
      });

      it("leaves what members earned before theirs to claim, INFINITY included", async () => {
        const { contributions, infinityToken, currency, amina, town } = await networkHelpers.loadFixture(divided);
        const before = await currency.balanceOf(amina.address);

        await contributions.claim(town, [4], 1);

        expect(await currency.balanceOf(amina.address)).to.equal(before + 9n);
        expect(await infinityToken.balanceOf(amina.address)).to.equal(10n ** 18n);
      });
    });

    describe("given a town that lost its Country Ambassador 365 days ago", () => {
      it("divides as well, from that vacancy on", async () => {
        const { authority, finalDivision, townRegistry, headOffice, carla, town } =
          await networkHelpers.loadFixture(deserted);
        const registry = townRegistry.connect(headOffice);
        await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
        await time.increase(8 * DAY);
        await registry.removeCountryAmbassador(COUNTRY);
        const since = BigInt(await time.latest());

        await setNextTime(since + YEAR - 1n);
        await expect(finalDivision.divide(town))
          .to.be.revertedWithCustomError(finalDivision, "FinalDivisionTooEarly")
          .withArgs(town, since, since + YEAR - 1n);
        await setNextTime(since + YEAR);
        await expect(finalDivision.divide(town)).to.emit(finalDivision, "TownDivided");
      });
    });

    describe("given a town that lost both, one after the other", () => {
      it("divides 365 days after the first", async () => {
        const { finalDivision, townRegistry, headOffice, town, since } = await networkHelpers.loadFixture(deserted);
        await time.increase(200 * DAY);
        await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

        await setNextTime(since + YEAR);
        await expect(finalDivision.divide(town)).to.emit(finalDivision, "TownDivided");
      });
    });

    describe("given a town with both ambassadors", () => {
      it("reverts with FinalDivisionTooEarly, however long ago it began", async () => {
        const { finalDivision, town } = await networkHelpers.loadFixture(funded);
        const now = (await time.latest()) + 900 * DAY;
        await setNextTime(now);

        await expect(finalDivision.divide(town))
          .to.be.revertedWithCustomError(finalDivision, "FinalDivisionTooEarly")
          .withArgs(town, 0, now);
      });
    });

    describe("given a successor of the ambassador", () => {
      it("reverts with FinalDivisionTooEarly as soon as they act, and not before", async () => {
        const { authority, finalDivision, townRegistry, headOffice, carla, town } =
          await networkHelpers.loadFixture(lost);
        await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
        const actsFrom = (await time.latest()) + 7 * DAY;

        await time.increaseTo(actsFrom - 2);
        expect(await finalDivision.divide.staticCall(town)).to.equal(1);
        await setNextTime(actsFrom);
        await expect(finalDivision.divide(town))
          .to.be.revertedWithCustomError(finalDivision, "FinalDivisionTooEarly")
          .withArgs(town, 0, actsFrom);
      });
    });

    describe("given a timesheet that is pending", () => {
      it("reverts with ContributionsPending until it is finalised", async () => {
        const before = await networkHelpers.loadFixture(deserted);
        const {
          authority,
          finalDivision,
          contributions,
          townRegistry,
          headOffice,
          coordinator,
          carla,
          town,
          weekIndex,
        } = before;
        await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
        await time.increase(8 * DAY);
        await time.increaseTo(Math.max(await time.latest(), weekEnd(weekIndex + 1)) + 1);
        const evidence = documentOf("The lists of the week", "ipfs://lists");
        await contributions.connect(coordinator).submit(town, weekIndex + 1, "0x0c00000c0c", evidence);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);
        await time.increase(YEAR);

        await expect(finalDivision.divide(town))
          .to.be.revertedWithCustomError(contributions, "ContributionsPending")
          .withArgs(town, weekIndex + 1);
        await contributions.finalise(town);
        await expect(finalDivision.divide(town)).to.emit(finalDivision, "TownDivided");
      });
    });

    describe("given quiet weeks after a busy one", () => {
      it("divides among its electors: those of the busiest of its four latest timesheets, the later of equals", async () => {
        const before = await networkHelpers.loadFixture(deserted);
        const { authority, finalDivision, townRegistry, headOffice, carla, town, weekIndex } = before;
        await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
        await time.increase(8 * DAY);
        for (let week = 1; week <= 3; week++) await finaliseWeek(before, weekIndex + week, [0, 0, 0, 0, 0, SHIFT]);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);
        await time.increase(YEAR);

        await finalDivision.divide(town);

        const { timesheet, active } = await finalDivision.divisionOf(1);
        expect([timesheet, active]).to.deep.equal([0n, 16n]);
      });
    });

    describe("given a town in which nobody ever worked", () => {
      it("reverts with FinalDivisionNoElectors, and leaves the money where it is", async () => {
        const { finalDivision, townRegistry, townTreasury, headOffice, town } =
          await networkHelpers.loadFixture(funded);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);
        await time.increase(YEAR);

        await expect(finalDivision.divide(town))
          .to.be.revertedWithCustomError(finalDivision, "FinalDivisionNoElectors")
          .withArgs(town);
        expect(await townTreasury.fundOf(town)).to.equal(FUND);
      });
    });

    describe("given no such town", () => {
      it("reverts with TownRegistryNoSuchTown", async () => {
        const { finalDivision, townRegistry } = await networkHelpers.loadFixture(lost);

        for (const town of [0, 2]) {
          await expect(finalDivision.divide(town))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
            .withArgs(town);
        }
      });
    });

    describe("given a town whose money was divided", () => {
      describe("when more comes in within 365 days", () => {
        it("reverts with FinalDivisionTooEarly until they have passed, and not a second before", async () => {
          const before = await networkHelpers.loadFixture(divided);
          const { finalDivision, townTreasury, currencyAddress, town } = before;
          const last = await finalDivision.dividedAt(town);
          expect(last).to.equal(await time.latest());
          await give(before, 13n);

          await setNextTime(last + YEAR - 1n);
          await expect(finalDivision.divide(town))
            .to.be.revertedWithCustomError(finalDivision, "FinalDivisionTooEarly")
            .withArgs(town, last, last + YEAR - 1n);
          expect(await townTreasury.fundOf(town)).to.equal(13);
          await setNextTime(last + YEAR);
          await expect(finalDivision.divide(town))
            .to.emit(finalDivision, "TownDivided")
            .withArgs(2, town, currencyAddress, 0, 16, 0, 13, 1, 0);

          expect(await finalDivision.remainderOf(town)).to.equal(0);
          expect((await finalDivision.divisionOf(1)).cashPerActive).to.equal(116);
          expect((await finalDivision.divisionOf(2)).cashPerActive).to.equal(1);
          expect(await finalDivision.divisionCount()).to.equal(2);
        });
      });

      describe("when nothing has come in since, or not a unit each", () => {
        it("reverts with FinalDivisionTooLittle, counting what was left over", async () => {
          const before = await networkHelpers.loadFixture(divided);
          const { finalDivision, townTreasury, town } = before;
          await time.increase(YEAR);

          await expect(finalDivision.divide(town))
            .to.be.revertedWithCustomError(finalDivision, "FinalDivisionTooLittle")
            .withArgs(town, 3, 16);
          await give(before, 12n);
          await expect(finalDivision.divide(town))
            .to.be.revertedWithCustomError(finalDivision, "FinalDivisionTooLittle")
            .withArgs(town, 15, 16);
          expect(await townTreasury.fundOf(town)).to.equal(12);
          expect(await finalDivision.divisionCount()).to.equal(1);
        });
      });

      describe("when money came in for its members only", () => {
        it("is divided again", async () => {
          const { finalDivision, contributions, currency, currencyAddress, payer, town } =
            await networkHelpers.loadFixture(divided);
          await currency.connect(payer).approve(await contributions.getAddress(), 100);
          await contributions.connect(payer).fund(town, 100, 52);
          await time.increase(YEAR);

          await expect(finalDivision.divide(town))
            .to.emit(finalDivision, "TownDivided")
            .withArgs(2, town, currencyAddress, 0, 16, 100, 0, 6, 7);
          expect(await finalDivision.remainderOf(town)).to.equal(7);
        });
      });

      describe("when it found ambassadors, and lost one again", () => {
        it("counts from that vacancy", async () => {
          const before = await networkHelpers.loadFixture(divided);
          const { authority, finalDivision, townRegistry, headOffice, carla, town } = before;
          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
          await time.increase(300 * DAY);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          const since = BigInt(await time.latest());
          await give(before, 100n);

          await setNextTime(since + YEAR - 1n);
          await expect(finalDivision.divide(town))
            .to.be.revertedWithCustomError(finalDivision, "FinalDivisionTooEarly")
            .withArgs(town, since, since + YEAR - 1n);
        });
      });
    });

    describe("given two towns with one currency", () => {
      it("keeps their divisions and what is left over apart", async () => {
        const { finalDivision, currency, currencyAddress, town, hillside } =
          await networkHelpers.loadFixture(hillsideToo);

        await finalDivision.divide(town);
        await expect(finalDivision.divide(hillside))
          .to.emit(finalDivision, "TownDivided")
          .withArgs(2, hillside, currencyAddress, 0, 2, 0, 71, 35, 1);

        expect(await finalDivision.remainderOf(town)).to.equal(3);
        expect(await finalDivision.remainderOf(hillside)).to.equal(1);
        expect((await finalDivision.divisionOf(1)).town).to.equal(town);
        expect((await finalDivision.divisionOf(2)).town).to.equal(hillside);
        expect(await currency.balanceOf(await finalDivision.getAddress())).to.equal(POOL + FUND + 71n);
      });
    });

    describe("given a currency that keeps a unit", () => {
      it("reverts with MoneyNotReceivedInFull, and leaves the money where it is", async () => {
        const { finalDivision, townTreasury, currency, currencyAddress, payer, town } =
          await networkHelpers.loadFixture(lost);
        const address = await finalDivision.getAddress();
        await currency.connect(payer).transfer(address, 5);
        const meddling = await turnInto(currency, "ReentrantDollar");
        await meddling.arm(currencyAddress, meddling.interface.encodeFunctionData("burn", [address, 1]));

        await expect(finalDivision.divide(town))
          .to.be.revertedWithCustomError(finalDivision, "MoneyNotReceivedInFull")
          .withArgs(currencyAddress, POOL + FUND, 5, 5n + POOL + FUND - 1n);
        expect(await townTreasury.fundOf(town)).to.equal(FUND);
      });
    });

    describe("given a currency that calls back in the middle of it", () => {
      it("refuses with ReentrancyGuardReentrantCall, and divides once", async () => {
        const { finalDivision, currency, town } = await networkHelpers.loadFixture(lost);
        const calling = await turnInto(currency, "ReentrantDollar");
        const call = finalDivision.interface.encodeFunctionData("divide", [town]);
        await calling.arm(await finalDivision.getAddress(), call);

        await finalDivision.divide(town);

        const answer = finalDivision.interface.parseError(await calling.answer());
        expect(answer?.name).to.equal("ReentrancyGuardReentrantCall");
        expect(await finalDivision.divisionCount()).to.equal(1);
      });
    });

    describe("given money sent to the contract past it", () => {
      it("is divided among nobody", async () => {
        const { finalDivision, currency, payer, town } = await networkHelpers.loadFixture(lost);
        await currency.connect(payer).transfer(await finalDivision.getAddress(), 5_000);

        await finalDivision.divide(town);

        expect((await finalDivision.divisionOf(1)).cashPerActive).to.equal(116);
        expect(await finalDivision.remainderOf(town)).to.equal(3);
      });
    });
  });
});

import { expect } from "chai";
import { turnInto } from "../fixture/turnInto.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { impersonate, people } from "../fixture/people.ts";
import { FUND, funded, OFFICE } from "../fixture/spending.ts";
import { openHillside } from "../fixture/twoTowns.ts";
import { COUNTRY } from "../fixture/willowmere.ts";

/** Hillside's fund holds 70 of the same currency. */
async function twoFunds() {
  const before = await networkHelpers.loadFixture(funded);
  const { townTreasury, currency, payer } = before;
  const { hillside } = await openHillside(before, before.currencyAddress);
  await currency.connect(payer).approve(await townTreasury.getAddress(), 70);
  await townTreasury.connect(payer).donate(hillside, 70);
  return { ...before, hillside, division: await impersonate(before.finalDivision) };
}

describe("TownTreasury", () => {
  describe("surrender", () => {
    describe("given the FinalDivision", () => {
      it("pays it the town's whole fund, says so, and touches no other account", async () => {
        const { townTreasury, currency, currencyAddress, division, town, hillside } =
          await networkHelpers.loadFixture(twoFunds);
        const address = await townTreasury.getAddress();
        const treasury = townTreasury.connect(division);

        expect(await treasury.surrender.staticCall(town)).to.equal(FUND);
        await expect(treasury.surrender(town))
          .to.emit(townTreasury, "FundSurrendered")
          .withArgs(town, FUND)
          .and.to.emit(currency, "Transfer")
          .withArgs(address, division.address, FUND);

        expect(await townTreasury.fundOf(town)).to.equal(0);
        expect(await townTreasury.fundOf(hillside)).to.equal(70);
        expect(await townTreasury.officeOf(COUNTRY, currencyAddress)).to.equal(OFFICE);
        expect(await currency.balanceOf(division.address)).to.equal(FUND);
        expect(await currency.balanceOf(address)).to.equal(OFFICE + 70n);
      });

      it("pays and says nothing when the fund is empty", async () => {
        const { townTreasury, currency, division, town } = await networkHelpers.loadFixture(twoFunds);
        const treasury = townTreasury.connect(division);
        await treasury.surrender(town);

        expect(await treasury.surrender.staticCall(town)).to.equal(0);
        const again = treasury.surrender(town);
        await expect(again).to.not.emit(townTreasury, "FundSurrendered");
        await expect(again).to.not.emit(currency, "Transfer");
      });

      it("reverts as the currency does when it refuses, and keeps the fund", async () => {
        const { townTreasury, currency, division, town } = await networkHelpers.loadFixture(twoFunds);
        const refuser = await turnInto(currency, "RefusingDollar");
        await refuser.refuse(division.address, true);

        await expect(townTreasury.connect(division).surrender(town))
          .to.be.revertedWithCustomError(refuser, "ERC20InvalidReceiver")
          .withArgs(division.address);
        expect(await townTreasury.fundOf(town)).to.equal(FUND);
      });

      it("refuses a donation in the middle of it with ReentrancyGuardReentrantCall", async () => {
        const { townTreasury, currency, division, town } = await networkHelpers.loadFixture(twoFunds);
        const calling = await turnInto(currency, "ReentrantDollar");
        const call = townTreasury.interface.encodeFunctionData("donate", [town, 1]);
        await calling.arm(await townTreasury.getAddress(), call);

        await townTreasury.connect(division).surrender(town);

        const answer = townTreasury.interface.parseError(await calling.answer());
        expect(answer?.name).to.equal("ReentrancyGuardReentrantCall");
      });

      it("has written the fund off before the currency pays", async () => {
        const { townTreasury, currency, division, town } = await networkHelpers.loadFixture(twoFunds);
        const looking = await turnInto(currency, "ReentrantDollar");
        const view = townTreasury.interface.encodeFunctionData("fundOf", [town]);
        await looking.arm(await townTreasury.getAddress(), view);

        await townTreasury.connect(division).surrender(town);

        const [fund] = townTreasury.interface.decodeFunctionResult("fundOf", await looking.answer());
        expect(fund).to.equal(0);
      });
    });

    describe("given anybody else", () => {
      it("reverts with TownTreasuryNotFinalDivision", async () => {
        const before = await networkHelpers.loadFixture(twoFunds);
        const { townTreasury, town } = before;
        const callers = [
          ...Object.values(await people()),
          await impersonate(before.profitSplitter),
          await impersonate(before.contributions),
        ];

        for (const caller of callers) {
          await expect(townTreasury.connect(caller).surrender(town))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotFinalDivision")
            .withArgs(caller.address);
        }
      });
    });
  });
});

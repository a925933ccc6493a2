import { expect } from "chai";
import { turnInto } from "../fixture/turnInto.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, ELSEWHERE, SAVINGS } from "../fixture/willowmere.ts";

/** Two towns of two countries with one currency; the stranger has allowed the treasury 1,000. */
async function allowed() {
  const before = await networkHelpers.loadFixture(twoTowns);
  const { townTreasury, currency, stranger } = before;
  const address = await townTreasury.getAddress();
  await currency.connect(stranger).approve(address, 1_000);
  return { ...before, address, currencyAddress: await currency.getAddress(), giving: townTreasury.connect(stranger) };
}

describe("TownTreasury", () => {
  describe("donate", () => {
    describe("given anybody who allowed the amount", () => {
      it("adds it to the town's fund alone, and says so", async () => {
        const { townTreasury, giving, currency, currencyAddress, address, stranger, town, hillside } =
          await networkHelpers.loadFixture(allowed);

        await expect(giving.donate(town, 700))
          .to.emit(townTreasury, "FundDonated")
          .withArgs(town, stranger.address, 700)
          .and.to.emit(currency, "Transfer")
          .withArgs(stranger.address, address, 700);
        await giving.donate(town, 1);
        await giving.donate(hillside, 20);

        expect(await townTreasury.fundOf(town)).to.equal(701);
        expect(await townTreasury.fundOf(hillside)).to.equal(20);
        expect(await townTreasury.officeOf(COUNTRY, currencyAddress)).to.equal(0);
        expect(await currency.balanceOf(address)).to.equal(721);
        expect(await currency.balanceOf(stranger.address)).to.equal(SAVINGS - 721n);
      });
    });
  });

  describe("donateToOffice", () => {
    describe("given anybody who allowed the amount", () => {
      it("adds it to the fund of the country's office alone, in the town's currency, and says so", async () => {
        const { townTreasury, giving, currency, currencyAddress, address, stranger, town, hillside } =
          await networkHelpers.loadFixture(allowed);

        await expect(giving.donateToOffice(town, 700))
          .to.emit(townTreasury, "OfficeDonated")
          .withArgs(COUNTRY, currencyAddress, stranger.address, 700)
          .and.to.emit(currency, "Transfer")
          .withArgs(stranger.address, address, 700);
        await giving.donateToOffice(town, 1);
        await giving.donateToOffice(hillside, 20);

        expect(await townTreasury.officeOf(COUNTRY, currencyAddress)).to.equal(701);
        expect(await townTreasury.officeOf(ELSEWHERE, currencyAddress)).to.equal(20);
        expect(await townTreasury.fundOf(town)).to.equal(0);
        expect(await townTreasury.fundOf(hillside)).to.equal(0);
        expect(await currency.balanceOf(address)).to.equal(721);
      });
    });
  });

  for (const name of ["donate", "donateToOffice"] as const) {
    describe(name, () => {
      describe("when the amount is zero", () => {
        it("reverts with TownTreasuryNoAmount", async () => {
          const { townTreasury, giving, town } = await networkHelpers.loadFixture(allowed);

          await expect(giving[name](town, 0))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNoAmount")
            .withArgs();
        });
      });

      describe("when there is no such town", () => {
        it("reverts with TownRegistryNoSuchTown", async () => {
          const { townRegistry, giving } = await networkHelpers.loadFixture(allowed);

          for (const town of [0, 9]) {
            await expect(giving[name](town, 1))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
              .withArgs(town);
          }
        });
      });

      describe("when the amount is not allowed", () => {
        it("reverts with ERC20InsufficientAllowance", async () => {
          const { townTreasury, giving, currency, address, town } = await networkHelpers.loadFixture(allowed);

          await expect(giving[name](town, 1_001))
            .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
            .withArgs(address, 1_000, 1_001);
          expect(await townTreasury.fundOf(town)).to.equal(0);
        });
      });

      describe("when the currency keeps a unit", () => {
        it("reverts with MoneyNotReceivedInFull", async () => {
          const { townTreasury, giving, currency, currencyAddress, address, town } =
            await networkHelpers.loadFixture(allowed);
          await giving[name](town, 5);
          const meddling = await turnInto(currency, "ReentrantDollar");
          await meddling.arm(currencyAddress, meddling.interface.encodeFunctionData("burn", [address, 1]));

          await expect(giving[name](town, 700))
            .to.be.revertedWithCustomError(townTreasury, "MoneyNotReceivedInFull")
            .withArgs(currencyAddress, 700, 5, 704);
        });
      });

      describe("when the currency calls back in the middle of it", () => {
        it("refuses with ReentrancyGuardReentrantCall", async () => {
          const { townTreasury, giving, currency, address, town } = await networkHelpers.loadFixture(allowed);
          const calling = await turnInto(currency, "ReentrantDollar");
          const calls = {
            donate: townTreasury.interface.encodeFunctionData("donate", [town, 1]),
            donateToOffice: townTreasury.interface.encodeFunctionData("donateToOffice", [town, 1]),
          };
          await calling.arm(address, calls[name]);

          await giving[name](town, 700);

          const answer = townTreasury.interface.parseError(await calling.answer());
          expect(answer?.name).to.equal("ReentrancyGuardReentrantCall");
        });
      });

      describe("given a dormant town", () => {
        it("takes it all the same", async () => {
          const { townRegistry, currency, giving, headOffice, address, town } =
            await networkHelpers.loadFixture(allowed);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await giving[name](town, 700);

          expect(await currency.balanceOf(address)).to.equal(700);
        });
      });
    });
  }
});

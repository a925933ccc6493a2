import { expect } from "chai";
import { type Signer, Wallet } from "ethers";
import type { Address } from "viem";
import { currencyAt } from "../../scripts/operator/contracts.ts";
import { openTown } from "../../scripts/operator/openTown.ts";
import type { TestDollar } from "../../types/ethers-contracts/index.js";
import { turnInto } from "../fixture/turnInto.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { impersonate, idOf } from "../fixture/people.ts";
import { COUNTRY, ELSEWHERE, willowmere } from "../fixture/willowmere.ts";

/**
 * Willowmere; Northmere in the same country with the same currency; Southmere in the same country with another; and
 * Farmere in another country with Willowmere's. The ProfitSplitter has money and has allowed it.
 */
async function fourTowns() {
  const before = await networkHelpers.loadFixture(willowmere);
  const { deployment, deployer, headOffice, countryAmbassador, residentUntil, currency, townTreasury } = before;
  const wallets = (await ethers.getSigners()).slice(15);
  const other = currencyAt(await (await ethers.deployContract("TestDollar", deployer)).getAddress(), deployer);
  const open = async (name: string, country: number, ambassadorOfCountry: Signer, money: TestDollar) => {
    const registrar = new Wallet(ethers.id(`registrar of ${name}`), ethers.provider);
    const officer = (signer: Signer, person: string) => ({
      signer,
      residentUntil,
      personId: idOf(`${person} of ${name}`),
    });
    return openTown(deployment, {
      country,
      currency: (await money.getAddress()) as Address,
      name,
      headOffice,
      countryAmbassador: ambassadorOfCountry,
      townAmbassador: officer(wallets.shift()!, "ambassador"),
      registrar: officer(registrar, "registrar"),
    });
  };
  const north = await open("Northmere", COUNTRY, countryAmbassador, currency);
  const south = await open("Southmere", COUNTRY, countryAmbassador, other);
  const far = await open("Farmere", ELSEWHERE, wallets.pop()!, currency);

  const splitter = await impersonate(before.profitSplitter);
  for (const money of [currency, other]) {
    await money.mint(splitter.address, 1_000_000);
    await money.connect(splitter).approve(await townTreasury.getAddress(), 1_000_000);
  }
  return { ...before, north, south, far, other, splitter };
}

describe("TownTreasury", () => {
  describe("deposit", () => {
    describe("given the ProfitSplitter", () => {
      it("puts each part on its own account and takes their sum", async () => {
        const { townTreasury, currency, splitter, town } = await networkHelpers.loadFixture(fourTowns);
        const address = await currency.getAddress();

        await expect(townTreasury.connect(splitter).deposit(town, 700, 30))
          .to.emit(townTreasury, "TreasuryFunded")
          .withArgs(town, COUNTRY, address, 700, 30);

        expect(await townTreasury.fundOf(town)).to.equal(700);
        expect(await townTreasury.officeOf(COUNTRY, address)).to.equal(30);
        expect(await currency.balanceOf(await townTreasury.getAddress())).to.equal(730);
        expect(await currency.balanceOf(splitter.address)).to.equal(1_000_000 - 730);
      });

      it("adds to what is there, and takes parts of zero", async () => {
        const { townTreasury, currency, splitter, town } = await networkHelpers.loadFixture(fourTowns);
        const address = await currency.getAddress();
        const treasury = townTreasury.connect(splitter);

        for (const [toFund, toOffice, fund, office] of [
          [700, 30, 700, 30],
          [5, 0, 705, 30],
          [0, 6, 705, 36],
          [0, 0, 705, 36],
        ] as const) {
          await treasury.deposit(town, toFund, toOffice);
          expect(await townTreasury.fundOf(town)).to.equal(fund);
          expect(await townTreasury.officeOf(COUNTRY, address)).to.equal(office);
        }
        expect(await currency.balanceOf(await townTreasury.getAddress())).to.equal(741);
      });

      it("keeps the funds of towns and the offices of countries and currencies apart", async () => {
        const { townTreasury, currency, other, splitter, town, north, south, far } =
          await networkHelpers.loadFixture(fourTowns);
        const treasury = townTreasury.connect(splitter);
        await treasury.deposit(town, 1, 10);
        await treasury.deposit(north, 2, 20);
        await treasury.deposit(south, 4, 40);
        await treasury.deposit(far, 8, 80);

        const funds = await Promise.all([town, north, south, far].map((id) => townTreasury.fundOf(id)));
        expect(funds).to.deep.equal([1n, 2n, 4n, 8n]);
        const [first, second] = [await currency.getAddress(), await other.getAddress()];
        expect(await townTreasury.officeOf(COUNTRY, first)).to.equal(30);
        expect(await townTreasury.officeOf(COUNTRY, second)).to.equal(40);
        expect(await townTreasury.officeOf(ELSEWHERE, first)).to.equal(80);
        expect(await townTreasury.officeOf(ELSEWHERE, second)).to.equal(0);
        expect(await currency.balanceOf(await townTreasury.getAddress())).to.equal(121);
        expect(await other.balanceOf(await townTreasury.getAddress())).to.equal(44);
      });

      it("writes down which towns paid into an office's fund, from their first unit on", async () => {
        const { townTreasury, currency, other, splitter, town, north, south } =
          await networkHelpers.loadFixture(fourTowns);
        const treasury = townTreasury.connect(splitter);
        const [first, second] = [await currency.getAddress(), await other.getAddress()];
        await treasury.deposit(north, 1, 0);
        expect(await townTreasury.payersOf(COUNTRY, first)).to.deep.equal([]);
        await treasury.deposit(town, 0, 1);
        const since = await networkHelpers.time.latest();
        for (const id of [north, town, south]) await treasury.deposit(id, 1, 1);

        expect(await townTreasury.payersOf(COUNTRY, first)).to.deep.equal([town, north].map(BigInt));
        expect(await townTreasury.payersOf(COUNTRY, second)).to.deep.equal([BigInt(south)]);
        expect(await townTreasury.payersOf(ELSEWHERE, first)).to.deep.equal([]);
        expect(await townTreasury.paysSince(town)).to.equal(since);
      });

      it("reverts with TownRegistryNoSuchTown for a town there is not", async () => {
        const { townTreasury, townRegistry, splitter } = await networkHelpers.loadFixture(fourTowns);

        for (const town of [0, 9]) {
          await expect(townTreasury.connect(splitter).deposit(town, 1, 1))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
            .withArgs(town);
        }
      });

      it("reverts with ERC20InsufficientAllowance when the sum is not allowed", async () => {
        const { townTreasury, currency, splitter, town } = await networkHelpers.loadFixture(fourTowns);
        const address = await townTreasury.getAddress();
        await currency.connect(splitter).approve(address, 729);

        await expect(townTreasury.connect(splitter).deposit(town, 700, 30))
          .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
          .withArgs(address, 729, 730);
        expect(await townTreasury.fundOf(town)).to.equal(0);
      });

      it("reverts with MoneyNotReceivedInFull when the currency keeps a unit", async () => {
        const { townTreasury, currency, splitter, town } = await networkHelpers.loadFixture(fourTowns);
        await townTreasury.connect(splitter).deposit(town, 5, 0);
        const meddling = await turnInto(currency, "ReentrantDollar");
        const burn = meddling.interface.encodeFunctionData("burn", [await townTreasury.getAddress(), 1]);
        await meddling.arm(await currency.getAddress(), burn);

        await expect(townTreasury.connect(splitter).deposit(town, 700, 30))
          .to.be.revertedWithCustomError(townTreasury, "MoneyNotReceivedInFull")
          .withArgs(await currency.getAddress(), 730, 5, 734);
      });

      it("refuses a second deposit in the middle of one with ReentrancyGuardReentrantCall", async () => {
        const { townTreasury, currency, splitter, town } = await networkHelpers.loadFixture(fourTowns);
        const calling = await turnInto(currency, "ReentrantDollar");
        await calling.arm(
          await townTreasury.getAddress(),
          townTreasury.interface.encodeFunctionData("deposit", [town, 1, 1]),
        );

        await townTreasury.connect(splitter).deposit(town, 700, 30);

        expect(townTreasury.interface.parseError(await calling.answer())?.name).to.equal(
          "ReentrancyGuardReentrantCall",
        );
      });
    });

    describe("given anybody else", () => {
      it("reverts with TownTreasuryNotDepositor", async () => {
        const before = await networkHelpers.loadFixture(fourTowns);
        const { townTreasury, shareOffering, contributions, currency, town } = before;
        const { headOffice, townAmbassador, countryAmbassador, amina } = before;
        await currency.connect(amina).approve(await townTreasury.getAddress(), 100);

        for (const caller of [
          await impersonate(shareOffering),
          await impersonate(contributions),
          headOffice,
          townAmbassador,
          countryAmbassador,
          amina,
        ]) {
          await expect(townTreasury.connect(caller).deposit(town, 50, 50))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotDepositor")
            .withArgs(caller.address);
        }
      });
    });

    describe("given money sent to the treasury past the ProfitSplitter", () => {
      it("is on no account", async () => {
        const { townTreasury, currency, amina, town } = await networkHelpers.loadFixture(fourTowns);

        await currency.connect(amina).transfer(await townTreasury.getAddress(), 500);

        expect(await townTreasury.fundOf(town)).to.equal(0);
        expect(await townTreasury.officeOf(COUNTRY, await currency.getAddress())).to.equal(0);
      });
    });
  });
});

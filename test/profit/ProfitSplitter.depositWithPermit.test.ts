import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { splitProfit } from "@one-small-town/core/profit/splitProfit.ts";
import { expect } from "chai";
import { documentOf } from "../../scripts/operator/documents.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { permitOf } from "../fixture/permitOf.ts";
import { COUNTRY, DOLLAR, SAVINGS } from "../fixture/willowmere.ts";

const ACCOUNTS = documentOf("Accounts of the first quarter", "ipfs://accounts");
const PERIOD = "2026 Q1";
const PROFIT = 1_000n * DOLLAR;
const { investors, members, fund } = splitProfit(PROFIT, deedPresets.thirds);

/** The payer has allowed nothing, and signed a permit of exactly the profit for the ProfitSplitter. */
async function permitted() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const { profitSplitter, currency, payer } = before;
  return { ...before, permit: await permitOf(currency, payer, profitSplitter, PROFIT) };
}

/** Uses the payer's permit in the currency itself, as whoever sees it in a transaction can. */
async function frontRun({ currency, profitSplitter, payer, stranger, permit }: Awaited<ReturnType<typeof permitted>>) {
  const { deadline, v, r, s } = permit;
  const splitter = await profitSplitter.getAddress();
  await currency.connect(stranger).permit(payer.address, splitter, PROFIT, deadline, v, r, s);
}

describe("ProfitSplitter", () => {
  describe("depositWithPermit", () => {
    describe("given the caller's permit of exactly the amount", () => {
      it("divides the profit as a deposit does, and uses the allowance up", async () => {
        const before = await networkHelpers.loadFixture(permitted);
        const { profitSplitter, contributions, townTreasury, token, currency, payer, town, business, permit } = before;
        const splitter = await profitSplitter.getAddress();

        const deposited = await profitSplitter
          .connect(payer)
          .depositWithPermit(business, PROFIT, 10, PERIOD, ACCOUNTS, permit);

        await expect(deposited)
          .to.emit(profitSplitter, "ProfitDeposited")
          .withArgs(business, payer.address, investors, members, fund, 0, 10, PERIOD, ACCOUNTS.hash, ACCOUNTS.uri);
        await expect(deposited)
          .to.emit(token, "DividendDeposited")
          .withArgs(splitter, investors, investors / 110n, investors % 110n);
        await expect(deposited)
          .to.emit(contributions, "MembersFunded")
          .withArgs(town, splitter, members, 10, 0, members / 10n);
        await expect(deposited)
          .to.emit(townTreasury, "TreasuryFunded")
          .withArgs(town, COUNTRY, await currency.getAddress(), fund, 0);
        expect(await currency.balanceOf(payer.address)).to.equal(SAVINGS - PROFIT);
        expect(await currency.balanceOf(splitter)).to.equal(0);
        expect(await currency.allowance(payer.address, splitter)).to.equal(0);
      });

      it("divides it also when somebody used the permit first", async () => {
        const before = await networkHelpers.loadFixture(permitted);
        const { profitSplitter, currency, payer, business, permit } = before;
        await frontRun(before);

        await expect(
          profitSplitter.connect(payer).depositWithPermit(business, PROFIT, 10, PERIOD, ACCOUNTS, permit),
        ).to.emit(profitSplitter, "ProfitDeposited");

        expect(await currency.balanceOf(payer.address)).to.equal(SAVINGS - PROFIT);
      });

      it("takes the permit in the second of its deadline, and not one later", async () => {
        const { profitSplitter, currency, payer, business, permit } = await networkHelpers.loadFixture(permitted);
        const snapshot = await networkHelpers.takeSnapshot();
        const splitter = await profitSplitter.getAddress();

        await setNextTime(permit.deadline + 1n);
        await expect(profitSplitter.connect(payer).depositWithPermit(business, PROFIT, 10, PERIOD, ACCOUNTS, permit))
          .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
          .withArgs(splitter, 0, PROFIT);

        await snapshot.restore();
        await setNextTime(permit.deadline);
        await expect(
          profitSplitter.connect(payer).depositWithPermit(business, PROFIT, 10, PERIOD, ACCOUNTS, permit),
        ).to.emit(profitSplitter, "ProfitDeposited");
      });
    });

    describe("given somebody else's permit", () => {
      it("reverts with ERC20InsufficientAllowance: only the caller pays, whatever others permitted", async () => {
        const before = await networkHelpers.loadFixture(permitted);
        const { profitSplitter, currency, payer, stranger, business, permit } = before;
        const splitter = await profitSplitter.getAddress();

        await expect(profitSplitter.connect(stranger).depositWithPermit(business, PROFIT, 10, PERIOD, ACCOUNTS, permit))
          .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
          .withArgs(splitter, 0, PROFIT);
        await frontRun(before);
        await expect(profitSplitter.connect(stranger).depositWithPermit(business, PROFIT, 10, PERIOD, ACCOUNTS, permit))
          .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
          .withArgs(splitter, 0, PROFIT);
        expect(await currency.balanceOf(payer.address)).to.equal(SAVINGS);
      });
    });

    describe("given a permit of another amount", () => {
      for (const amount of [PROFIT - 1n, PROFIT + 1n]) {
        it(`reverts with ERC20InsufficientAllowance for a deposit of ${amount}`, async () => {
          const before = await networkHelpers.loadFixture(permitted);
          const { profitSplitter, currency, payer, business, permit } = before;

          await expect(profitSplitter.connect(payer).depositWithPermit(business, amount, 10, PERIOD, ACCOUNTS, permit))
            .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
            .withArgs(await profitSplitter.getAddress(), 0, amount);
        });
      }
    });

    describe("given a permit that is worth nothing, and an allowance", () => {
      it("pulls what the caller has allowed", async () => {
        const before = await networkHelpers.loadFixture(bakerySettled);
        const { profitSplitter, currency, payer, business } = before;
        await currency.connect(payer).approve(await profitSplitter.getAddress(), PROFIT);
        const nothing = { deadline: 0, v: 0, r: ethers.ZeroHash, s: ethers.ZeroHash };

        await expect(
          profitSplitter.connect(payer).depositWithPermit(business, PROFIT, 10, PERIOD, ACCOUNTS, nothing),
        ).to.emit(profitSplitter, "ProfitDeposited");

        expect(await currency.balanceOf(payer.address)).to.equal(SAVINGS - PROFIT);
      });
    });

    describe("given arguments that are refused", () => {
      it("reverts as deposit does", async () => {
        const { profitSplitter, payer, business, permit } = await networkHelpers.loadFixture(permitted);
        const splitter = profitSplitter.connect(payer);
        const noAccounts = { ...ACCOUNTS, hash: ethers.ZeroHash };

        await expect(splitter.depositWithPermit(business + 9n, PROFIT, 10, PERIOD, ACCOUNTS, permit))
          .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotABusiness")
          .withArgs(business + 9n);
        await expect(
          splitter.depositWithPermit(business, 0, 10, PERIOD, ACCOUNTS, permit),
        ).to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNoAmount");
        await expect(
          splitter.depositWithPermit(business, PROFIT, 10, PERIOD, noAccounts, permit),
        ).to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNoAccounts");
        for (const weeks of [0, 53]) {
          await expect(splitter.depositWithPermit(business, PROFIT, weeks, PERIOD, ACCOUNTS, permit))
            .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterBadWeeks")
            .withArgs(weeks);
        }
      });
    });

    describe("given a currency that keeps a unit", () => {
      it("reverts with MoneyNotReceivedInFull", async () => {
        const { profitSplitter, currency, payer, business, permit } = await networkHelpers.loadFixture(permitted);
        const splitter = await profitSplitter.getAddress();
        const meddling = await turnInto(currency, "ReentrantDollar");
        await meddling.arm(await currency.getAddress(), meddling.interface.encodeFunctionData("burn", [splitter, 1]));

        await expect(profitSplitter.connect(payer).depositWithPermit(business, PROFIT, 10, PERIOD, ACCOUNTS, permit))
          .to.be.revertedWithCustomError(profitSplitter, "MoneyNotReceivedInFull")
          .withArgs(await currency.getAddress(), PROFIT, 0, PROFIT - 1n);
      });
    });

    describe("given a currency that calls back in the middle", () => {
      it("refuses another deposit with ReentrancyGuardReentrantCall", async () => {
        const { profitSplitter, currency, payer, business, permit } = await networkHelpers.loadFixture(permitted);
        const calling = await turnInto(currency, "ReentrantDollar");
        const args = [business, 1, 4, PERIOD, ACCOUNTS, permit] as const;
        await calling.arm(
          await profitSplitter.getAddress(),
          profitSplitter.interface.encodeFunctionData("depositWithPermit", [...args]),
        );

        await profitSplitter.connect(payer).depositWithPermit(business, PROFIT, 4, PERIOD, ACCOUNTS, permit);

        expect(profitSplitter.interface.parseError(await calling.answer())?.name).to.equal(
          "ReentrancyGuardReentrantCall",
        );
      });
    });
  });
});

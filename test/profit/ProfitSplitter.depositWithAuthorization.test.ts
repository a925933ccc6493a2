import type { Document } from "@one-small-town/core/documents/Document.ts";
import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { splitProfit } from "@one-small-town/core/profit/splitProfit.ts";
import { expect } from "chai";
import { documentOf } from "../../scripts/operator/documents.ts";
import { authorizationOf, nonceOf } from "../fixture/authorizationOf.ts";
import type { bakery } from "../fixture/bakery.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { mill } from "../fixture/mill.ts";
import { COUNTRY, DAY, DOLLAR, SAVINGS } from "../fixture/willowmere.ts";

const ACCOUNTS = documentOf("Accounts of the first quarter", "ipfs://accounts");
const PERIOD = "2026 Q1";
const PROFIT = 1_000n * DOLLAR;
const { investors, members, fund } = splitProfit(PROFIT, deedPresets.thirds);

/** What the payer agrees to: a deposit of the bakery's profit, over ten timesheets. */
function agreementIn(before: Awaited<ReturnType<typeof bakery>>) {
  const { profitSplitter, payer, business } = before;
  const args: Args = [business, PROFIT, 10, PERIOD, ACCOUNTS];
  return { contract: profitSplitter, method: "depositWithAuthorization", args, payer, value: PROFIT } as const;
}

/** The payer has allowed nothing, and signed an authorisation of the bakery's profit. */
async function authorized() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const agreement = agreementIn(before);
  return { ...before, agreement, authorization: await authorizationOf(before.currency, agreement) };
}

describe("ProfitSplitter", () => {
  describe("depositWithAuthorization", () => {
    describe("given the payer's authorisation of exactly these arguments", () => {
      it("divides the payer's profit as a deposit does, whoever sends it", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { profitSplitter, contributions, townTreasury, token, currency } = before;
        const { payer, stranger, town, agreement, authorization } = before;
        const splitter = await profitSplitter.getAddress();

        const deposited = await profitSplitter
          .connect(stranger)
          .depositWithAuthorization(...agreement.args, authorization);

        await expect(deposited)
          .to.emit(profitSplitter, "ProfitDeposited")
          .withArgs(
            ...[agreement.args[0], payer.address, investors, members, fund, 0, 10, PERIOD],
            ...[ACCOUNTS.hash, ACCOUNTS.uri],
          );
        await expect(deposited)
          .to.emit(currency, "AuthorizationUsed")
          .withArgs(payer.address, await nonceOf(agreement));
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
        expect(await currency.balanceOf(stranger.address)).to.equal(SAVINGS);
        expect(await currency.balanceOf(splitter)).to.equal(0);
      });

      it("works once", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { profitSplitter, currency, payer, agreement, authorization } = before;
        await profitSplitter.depositWithAuthorization(...agreement.args, authorization);

        await expect(profitSplitter.depositWithAuthorization(...agreement.args, authorization))
          .to.be.revertedWithCustomError(currency, "ERC3009UsedAuthorization")
          .withArgs(payer.address, await nonceOf(agreement));
        expect(await currency.balanceOf(payer.address)).to.equal(SAVINGS - PROFIT);
      });

      it("takes the same deposit a second time under another salt", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { profitSplitter, currency, payer, agreement, authorization } = before;
        const salted = await authorizationOf(currency, { ...agreement, salt: ethers.id("another") });

        await profitSplitter.depositWithAuthorization(...agreement.args, authorization);
        await profitSplitter.depositWithAuthorization(...agreement.args, salted);

        expect(await currency.balanceOf(payer.address)).to.equal(SAVINGS - 2n * PROFIT);
      });

      it("holds after validAfter and before validBefore, to the second", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { profitSplitter, currency, agreement } = before;
        const validAfter = BigInt((await networkHelpers.time.latest()) + DAY);
        const validBefore = validAfter + 100n;
        const later = await authorizationOf(currency, { ...agreement, validAfter, validBefore });
        const snapshot = await networkHelpers.takeSnapshot();

        for (const second of [validAfter, validBefore]) {
          await setNextTime(second);
          await expect(profitSplitter.depositWithAuthorization(...agreement.args, later))
            .to.be.revertedWithCustomError(currency, "ERC3009InvalidAuthorizationTime")
            .withArgs(validAfter, validBefore);
        }
        for (const second of [validAfter + 1n, validBefore - 1n]) {
          await snapshot.restore();
          await setNextTime(second);
          await expect(profitSplitter.depositWithAuthorization(...agreement.args, later)).to.emit(
            profitSplitter,
            "ProfitDeposited",
          );
        }
      });
    });

    describe("given a sender who changes something", () => {
      const changes: [what: string, change: (args: Args, other: bigint) => Args][] = [
        ["the business", ([, ...rest], other) => [other, ...rest]],
        ["the amount", ([business, , ...rest]) => [business, PROFIT - 1n, ...rest]],
        ["the weeks", ([business, amount, , ...rest]) => [business, amount, 11, ...rest]],
        ["the period", ([business, amount, weeks, , accounts]) => [business, amount, weeks, "2026 Q2", accounts]],
        ["the accounts", ([...args]) => [...most(args), { ...ACCOUNTS, hash: documentOf("Others", "").hash }]],
        ["where the accounts are", ([...args]) => [...most(args), { ...ACCOUNTS, uri: "ipfs://others" }]],
      ];

      for (const [what, change] of changes) {
        it(`reverts with ERC3009InvalidSignature for another value of ${what}`, async () => {
          const before = await networkHelpers.loadFixture(mill);
          const { profitSplitter, currency } = before;
          const agreement = agreementIn(before);
          const authorization = await authorizationOf(currency, agreement);

          await expect(
            profitSplitter.depositWithAuthorization(...change(agreement.args, before.mill), authorization),
          ).to.be.revertedWithCustomError(currency, "ERC3009InvalidSignature");
        });
      }

      for (const [what, change] of [
        ["the salt", { salt: ethers.id("another") }],
        ["validAfter", { validAfter: 0n }],
        ["validBefore", { validBefore: 2n ** 40n }],
      ] as const) {
        it(`reverts with ERC3009InvalidSignature for another value of ${what}`, async () => {
          const before = await networkHelpers.loadFixture(authorized);
          const { profitSplitter, currency, agreement, authorization } = before;

          await expect(
            profitSplitter.depositWithAuthorization(...agreement.args, { ...authorization, ...change }),
          ).to.be.revertedWithCustomError(currency, "ERC3009InvalidSignature");
        });
      }

      it("reverts with ERC3009InvalidSignature for another payer, rich as they may be", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { profitSplitter, currency, dina, agreement, authorization } = before;

        await expect(
          profitSplitter.depositWithAuthorization(...agreement.args, { ...authorization, payer: dina.address }),
        ).to.be.revertedWithCustomError(currency, "ERC3009InvalidSignature");
      });
    });

    describe("given an authorisation that was meant for something else", () => {
      const elsewhere = [
        ["on another chain", { chainId: 1n }],
        ["of another contract", { address: `0x${"11".repeat(20)}` }],
        ["of another function", { selector: "0x12345678" }],
      ] as const;

      for (const [what, target] of elsewhere) {
        it(`reverts with ERC3009InvalidSignature for the nonce of the same deposit ${what}`, async () => {
          const before = await networkHelpers.loadFixture(authorized);
          const { profitSplitter, currency, agreement } = before;
          const nonce = await nonceOf(agreement, target);
          const authorization = await authorizationOf(currency, { ...agreement, nonce });

          await expect(
            profitSplitter.depositWithAuthorization(...agreement.args, authorization),
          ).to.be.revertedWithCustomError(currency, "ERC3009InvalidSignature");
        });
      }

      it("reverts with ERC3009InvalidSignature for an authorisation of a transfer, which anybody could send", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { profitSplitter, currency, agreement } = before;
        const transfer = await authorizationOf(currency, agreement, "TransferWithAuthorization");

        await expect(
          profitSplitter.depositWithAuthorization(...agreement.args, transfer),
        ).to.be.revertedWithCustomError(currency, "ERC3009InvalidSignature");
      });
    });

    describe("given somebody who takes it to the currency instead", () => {
      it("is refused both ways, and the deposit goes on", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { profitSplitter, currency, payer, stranger, agreement, authorization } = before;
        const splitter = await profitSplitter.getAddress();
        const { validAfter, validBefore, v, r, s } = authorization;
        const direct = [
          ...([payer.address, splitter, PROFIT, validAfter, validBefore] as const),
          ...([await nonceOf(agreement), v, r, s] as const),
        ] as const;

        await expect(currency.connect(stranger).receiveWithAuthorization(...direct))
          .to.be.revertedWithCustomError(currency, "ERC20InvalidReceiver")
          .withArgs(splitter);
        await expect(currency.connect(stranger).transferWithAuthorization(...direct)).to.be.revertedWithCustomError(
          currency,
          "ERC3009InvalidSignature",
        );

        await expect(profitSplitter.depositWithAuthorization(...agreement.args, authorization)).to.emit(
          profitSplitter,
          "ProfitDeposited",
        );
      });
    });

    describe("given arguments that are refused", () => {
      it("reverts as deposit does", async () => {
        const { profitSplitter, business, authorization } = await networkHelpers.loadFixture(authorized);
        const noAccounts = { ...ACCOUNTS, hash: ethers.ZeroHash };

        await expect(
          profitSplitter.depositWithAuthorization(business + 9n, PROFIT, 10, PERIOD, ACCOUNTS, authorization),
        )
          .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotABusiness")
          .withArgs(business + 9n);
        await expect(
          profitSplitter.depositWithAuthorization(business, 0, 10, PERIOD, ACCOUNTS, authorization),
        ).to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNoAmount");
        await expect(
          profitSplitter.depositWithAuthorization(business, PROFIT, 10, PERIOD, noAccounts, authorization),
        ).to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNoAccounts");
        for (const weeks of [0, 53]) {
          await expect(
            profitSplitter.depositWithAuthorization(business, PROFIT, weeks, PERIOD, ACCOUNTS, authorization),
          )
            .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterBadWeeks")
            .withArgs(weeks);
        }
      });

      it("reverts with ERC20InsufficientBalance when the payer has a unit too few, and keeps the authorisation", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { profitSplitter, currency, payer, dina, agreement, authorization } = before;
        await currency.connect(payer).transfer(dina.address, SAVINGS - PROFIT + 1n);

        await expect(profitSplitter.depositWithAuthorization(...agreement.args, authorization))
          .to.be.revertedWithCustomError(currency, "ERC20InsufficientBalance")
          .withArgs(payer.address, PROFIT - 1n, PROFIT);

        expect(await currency.authorizationState(payer.address, await nonceOf(agreement))).to.equal(false);
      });
    });

    describe("given a currency that delivers another amount", () => {
      for (const [kind, call, received] of [
        ["keeps a unit", "burn", PROFIT + 4n],
        ["adds a unit", "mint", PROFIT + 6n],
      ] as const) {
        it(`reverts with MoneyNotReceivedInFull when it ${kind}`, async () => {
          const before = await networkHelpers.loadFixture(authorized);
          const { profitSplitter, currency, dina, agreement, authorization } = before;
          const splitter = await profitSplitter.getAddress();
          await currency.connect(dina).transfer(splitter, 5);
          const meddling = await turnInto(currency, "ReentrantDollar");
          await meddling.arm(
            await currency.getAddress(),
            meddling.interface.encodeFunctionData(call as "burn", [splitter, 1]),
          );

          await expect(profitSplitter.depositWithAuthorization(...agreement.args, authorization))
            .to.be.revertedWithCustomError(profitSplitter, "MoneyNotReceivedInFull")
            .withArgs(await currency.getAddress(), PROFIT, 5, received);
        });
      }
    });

    describe("given a currency that calls back in the middle", () => {
      it("refuses another deposit with ReentrancyGuardReentrantCall", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { profitSplitter, currency, agreement, authorization } = before;
        const calling = await turnInto(currency, "ReentrantDollar");
        const args = [...agreement.args, authorization] as const;
        await calling.arm(
          await profitSplitter.getAddress(),
          profitSplitter.interface.encodeFunctionData("depositWithAuthorization", [...args]),
        );

        await profitSplitter.depositWithAuthorization(...args);

        expect(profitSplitter.interface.parseError(await calling.answer())?.name).to.equal(
          "ReentrancyGuardReentrantCall",
        );
      });
    });
  });
});

type Args = readonly [bigint, bigint, number, string, Document];

function most([business, amount, weeks, period]: Args) {
  return [business, amount, weeks, period] as const;
}

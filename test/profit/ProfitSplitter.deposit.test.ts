import { OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import { type Deed, deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { splitProfit, spread } from "@one-small-town/core/profit/splitProfit.ts";
import { anyValue } from "@nomicfoundation/hardhat-ethers-chai-matchers/withArgs";
import { expect } from "chai";
import { agreeDeed, openOffering, proposeIdea } from "../../scripts/operator/businesses.ts";
import { tokenAt } from "../../scripts/operator/contracts.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { bakery } from "../fixture/bakery.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { buyTogether } from "../fixture/neighbours.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { Phase, Receiver, Tier } from "../fixture/enumerations.ts";
import { mill } from "../fixture/mill.ts";
import { impersonate } from "../fixture/people.ts";
import { COUNTRY, DAY, DOLLAR, SAVINGS } from "../fixture/willowmere.ts";

const ACCOUNTS = documentOf("Accounts of the first quarter", "ipfs://accounts");
const PERIOD = "2026 Q1";
const PROFIT = 1_000n * DOLLAR;
const MOST = 2n ** 256n - 1n;

/** A fixture after which the payer has allowed the ProfitSplitter all their money. */
function allowing<T extends typeof bakery | typeof mill | typeof bakeryOnSale>(fixture: T): () => ReturnType<T> {
  return async function allowed() {
    const before = await networkHelpers.loadFixture(fixture as typeof bakeryOnSale);
    await before.currency.connect(before.payer).approve(await before.profitSplitter.getAddress(), MOST);
    return before;
  } as () => ReturnType<T>;
}

const bakeryPaying = allowing(bakery);
const onSalePaying = allowing(bakeryOnSale);
const failedPaying = allowing(bakeryFailed);
const settledPaying = allowing(bakerySettled);
const millPaying = allowing(mill);

describe("ProfitSplitter", () => {
  describe("deposit", () => {
    describe("given a business with settled shares", () => {
      describe("when anybody deposits a profit", () => {
        it("pays the holders, the members, the town fund, and keeps nothing", async () => {
          const before = await networkHelpers.loadFixture(settledPaying);
          const { profitSplitter, contributions, townTreasury, token, currency } = before;
          const { payer, town, business } = before;
          const { investors, members, fund } = splitProfit(PROFIT, deedPresets.thirds);
          const splitter = await profitSplitter.getAddress();

          const deposited = await profitSplitter.connect(payer).deposit(business, PROFIT, 10, PERIOD, ACCOUNTS);

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
          expect(await currency.balanceOf(await token.getAddress())).to.equal(investors);
          expect(await currency.balanceOf(await contributions.getAddress())).to.equal(members);
          expect(await currency.balanceOf(await townTreasury.getAddress())).to.equal(fund);
        });

        it("leaves no allowance behind", async () => {
          const { profitSplitter, contributions, townTreasury, token, currency, payer, business } =
            await networkHelpers.loadFixture(settledPaying);

          await profitSplitter.connect(payer).deposit(business, PROFIT, 10, PERIOD, ACCOUNTS);

          for (const receiver of [token, contributions, townTreasury]) {
            const allowance = await currency.allowance(await profitSplitter.getAddress(), await receiver.getAddress());
            expect(allowance).to.equal(0);
          }
        });

        it("credits every holder their shares' part, and the members the next timesheets", async () => {
          const { profitSplitter, contributions, townTreasury, token, payer, amina, ben, town, business } =
            await networkHelpers.loadFixture(settledPaying);
          const { investors, members, fund } = splitProfit(PROFIT, deedPresets.thirds);

          await profitSplitter.connect(payer).deposit(business, PROFIT, 52, PERIOD, ACCOUNTS);

          expect(await token.claimable(amina.address)).to.equal(60n * (investors / 110n));
          expect(await token.claimable(ben.address)).to.equal(50n * (investors / 110n));
          const { perWeek, rest } = spread(members, 52);
          const pool = await contributions.poolOf(town);
          expect([pool.running, pool.carry]).to.deep.equal([perWeek, rest]);
          expect((await contributions.changeAt(town, 51)).ending).to.equal(perWeek);
          expect(await townTreasury.fundOf(town)).to.equal(fund);
        });
      });

      describe("when amounts do not divide", () => {
        it("rounds every part as splitProfit does", async () => {
          const { profitSplitter, townTreasury, contributions, token, currency, payer, town, business } =
            await networkHelpers.loadFixture(settledPaying);
          let fundBefore = 0n;
          let investorsBefore = 0n;
          let membersBefore = 0n;

          for (const amount of [1n, 2n, 3n, 4n, 9_999n, 10_000n, 10_001n, 123_456_789n]) {
            const { investors, members, fund, country } = splitProfit(amount, deedPresets.thirds);
            await expect(profitSplitter.connect(payer).deposit(business, amount, 4, PERIOD, ACCOUNTS))
              .to.emit(profitSplitter, "ProfitDeposited")
              .withArgs(
                business,
                payer.address,
                investors,
                members,
                fund,
                country,
                4,
                PERIOD,
                ACCOUNTS.hash,
                ACCOUNTS.uri,
              );
            investorsBefore += investors;
            membersBefore += members;
            fundBefore += fund;
            expect(await townTreasury.fundOf(town)).to.equal(fundBefore);
            expect(await currency.balanceOf(await token.getAddress())).to.equal(investorsBefore);
            expect(await currency.balanceOf(await contributions.getAddress())).to.equal(membersBefore);
            expect(await currency.balanceOf(await profitSplitter.getAddress())).to.equal(0);
          }
        });

        it("gives the town fund a profit of one unit, and calls nobody else", async () => {
          const { profitSplitter, contributions, townTreasury, token, currency, payer, town, business } =
            await networkHelpers.loadFixture(settledPaying);

          const deposited = await profitSplitter.connect(payer).deposit(business, 1, 4, PERIOD, ACCOUNTS);

          await expect(deposited)
            .to.emit(townTreasury, "TreasuryFunded")
            .withArgs(town, COUNTRY, await currency.getAddress(), 1, 0);
          await expect(deposited).to.not.emit(token, "DividendDeposited");
          await expect(deposited).to.not.emit(contributions, "MembersFunded");
        });
      });

      describe("when the amount is near what the records can hold", () => {
        it("keeps the holders' part beyond 2^110 − 1, and pays the others", async () => {
          const before = await networkHelpers.loadFixture(settledPaying);
          const { profitSplitter, townTreasury, token, currency, payer, town, business } = before;
          const amount = 2n ** 97n;
          await currency.mint(payer.address, 2n ** 114n);
          const { investors, fund } = splitProfit(amount, deedPresets.thirds);
          const splitter = await impersonate(profitSplitter);
          await currency.mint(splitter.address, 2n ** 110n);
          await currency.connect(splitter).approve(await token.getAddress(), 2n ** 110n);
          await token.connect(splitter).deposit(2n ** 110n - 1n);

          await expect(profitSplitter.connect(payer).deposit(business, amount, 4, PERIOD, ACCOUNTS))
            .to.emit(profitSplitter, "ProfitPartKept")
            .withArgs(1, business, Receiver.Holders, anyValue, anyValue);
          expect((await profitSplitter.keptOf(1)).amount).to.equal(investors);
          expect(await townTreasury.fundOf(town)).to.equal(fund);
        });

        it("keeps the members' part beyond 2^96 − 1, and pays the others", async () => {
          const { profitSplitter, contributions, townTreasury, currency, payer, town, business } =
            await networkHelpers.loadFixture(settledPaying);
          const amount = 2n ** 98n;
          await currency.mint(payer.address, amount);
          const { members, fund } = splitProfit(amount, deedPresets.thirds);

          const deposited = await profitSplitter.connect(payer).deposit(business, amount, 4, PERIOD, ACCOUNTS);

          const reason = contributions.interface.encodeErrorResult("ContributionsTooMuch", [members, 2n ** 96n - 1n]);
          await expect(deposited)
            .to.emit(profitSplitter, "ProfitPartKept")
            .withArgs(1, business, Receiver.Members, anyValue, reason);
          expect(await townTreasury.fundOf(town)).to.equal(fund);
          expect((await contributions.poolOf(town)).running).to.equal(0);
          await expect(profitSplitter.passOn(1)).to.be.revertedWithCustomError(contributions, "ContributionsTooMuch");
        });
      });
    });

    describe("given a business without settled shares", () => {
      const expectMembersGetIt = async (
        before: Awaited<ReturnType<typeof bakeryPaying>>,
        state: string,
      ): Promise<void> => {
        const { profitSplitter, contributions, currency, payer, town, business } = before;
        const { investors, members, fund } = splitProfit(PROFIT, deedPresets.thirds);
        const splitter = await profitSplitter.getAddress();

        const deposited = await profitSplitter.connect(payer).deposit(business, PROFIT, 7, state, ACCOUNTS);

        await expect(deposited)
          .to.emit(profitSplitter, "ProfitDeposited")
          .withArgs(business, payer.address, 0, members + investors, fund, 0, 7, state, ACCOUNTS.hash, ACCOUNTS.uri);
        await expect(deposited)
          .to.emit(contributions, "MembersFunded")
          .withArgs(town, splitter, members + investors, 7, 0, (members + investors) / 7n);
        const receipt = await deposited.wait();
        const { topicHash } = contributions.interface.getEvent("MembersFunded");
        expect(receipt?.logs.filter(({ topics }) => topics[0] === topicHash)).to.have.length(1);
        expect(await currency.balanceOf(splitter)).to.equal(0);
      };

      it("gives the investors' part to the members while there is no offering", async () => {
        await expectMembersGetIt(await networkHelpers.loadFixture(bakeryPaying), "no offering");
      });

      it("gives the investors' part to the members while shares are on sale", async () => {
        const before = await networkHelpers.loadFixture(onSalePaying);
        await buyTogether(before.shareOffering, before.offering, 60);

        await expectMembersGetIt(before, "on sale");
      });

      it("gives the investors' part to the members after a failure, which it writes down", async () => {
        const before = await networkHelpers.loadFixture(failedPaying);

        await expectMembersGetIt(before, "failed");

        expect((await before.shareOffering.saleOf(before.offering)).phase).to.equal(Phase.Failed);
      });

      it("gives the investors' part to the members in the last second before a success", async () => {
        const before = await networkHelpers.loadFixture(onSalePaying);
        const { shareOffering, offering, terms } = before;
        await buyTogether(shareOffering, offering, 100);
        await setNextTime(terms.localEnds - 1);

        await expectMembersGetIt(before, "last second");
      });
    });

    describe("given a success that nobody has settled", () => {
      it("settles it and pays the holders", async () => {
        const before = await networkHelpers.loadFixture(onSalePaying);
        const { shareOffering, profitSplitter, token, payer, amina, offering, business, terms } = before;
        await shareOffering.connect(amina).buy(offering, 18);
        await buyTogether(shareOffering, offering, 82);
        const { investors } = splitProfit(PROFIT, deedPresets.thirds);
        await setNextTime(terms.localEnds);

        const deposited = await profitSplitter.connect(payer).deposit(business, PROFIT, 4, PERIOD, ACCOUNTS);

        await expect(deposited)
          .to.emit(shareOffering, "OfferingSettled")
          .withArgs(offering, 100, 100n * terms.price, Tier.Local);
        expect(await token.claimable(amina.address)).to.equal(18n * (investors / 100n));
        expect((await shareOffering.saleOf(offering)).phase).to.equal(Phase.Settled);
      });
    });

    describe("given a second offering after a failure", () => {
      it("pays the holders of the second, once it has succeeded, and none of the first", async () => {
        const before = await networkHelpers.loadFixture(failedPaying);
        const { shareOffering, profitSplitter, deployment, townAmbassador, countryAmbassador } = before;
        const { token, payer, amina, business, terms } = before;
        const opens = terms.worldEnds + OPENING_NOTICE + DAY;
        const again = { ...terms, opens, localEnds: opens + 14 * DAY, countryEnds: 0, worldEnds: 0 };
        const second = await openOffering(deployment, { terms: again, townAmbassador, countryAmbassador });
        await setNextTime(opens);
        await shareOffering.connect(amina).buy(second.offering, 18);
        await buyTogether(shareOffering, second.offering, 82);
        await setNextTime(again.localEnds);

        await profitSplitter.connect(payer).deposit(business, PROFIT, 4, PERIOD, ACCOUNTS);

        const { investors } = splitProfit(PROFIT, deedPresets.thirds);
        expect(await tokenAt(second.token, payer).claimable(amina.address)).to.equal(18n * (investors / 100n));
        expect(await token.claimable(amina.address)).to.equal(0);
      });
    });

    describe("given another deed", () => {
      const agreedDeeds: [name: string, deed: Deed, amount: bigint][] = [
        ["60/40", deedPresets.sixtyForty, 99_999n],
        ["90/10", deedPresets.ninetyTen, 99_999n],
        ["nothing for investors", { investors: 0, members: 5_000, fund: 5_000, country: 0 }, 99_999n],
        ["nothing for the fund", { investors: 4_000, members: 6_000, fund: 0, country: 0 }, 99_999n],
        ["everything for the members", { investors: 0, members: 10_000, fund: 0, country: 0 }, 10_000n],
      ];

      for (const [name, deed, amount] of agreedDeeds) {
        it(`divides by it: ${name}`, async () => {
          const before = await networkHelpers.loadFixture(bakeryPaying);
          const { profitSplitter, contributions, townTreasury, currency, deployment } = before;
          const { townAmbassador, countryAmbassador, payer, town, business } = before;
          await agreeDeed(deployment, { business, deed, townAmbassador, countryAmbassador });
          await networkHelpers.time.increase(7 * DAY);
          const { investors, members, fund } = splitProfit(amount, deed);

          const deposited = await profitSplitter.connect(payer).deposit(business, amount, 4, PERIOD, ACCOUNTS);

          expect((await contributions.poolOf(town)).running).to.equal(spread(investors + members, 4).perWeek);
          expect(await townTreasury.fundOf(town)).to.equal(fund);
          expect(await currency.balanceOf(await profitSplitter.getAddress())).to.equal(0);
          if (fund === 0n) await expect(deposited).to.not.emit(townTreasury, "TreasuryFunded");
        });
      }

      it("divides by the old one until the second the new one is in force", async () => {
        const before = await networkHelpers.loadFixture(bakeryPaying);
        const { profitSplitter, townTreasury, deployment, townAmbassador, countryAmbassador } = before;
        const { payer, town, business } = before;
        await agreeDeed(deployment, { business, deed: deedPresets.ninetyTen, townAmbassador, countryAmbassador });
        const { inForceFrom } = await profitSplitter.changeOf(business);

        await setNextTime(inForceFrom - 1n);
        await profitSplitter.connect(payer).deposit(business, 10_000, 4, PERIOD, ACCOUNTS);
        expect(await townTreasury.fundOf(town)).to.equal(3_334);
        await setNextTime(inForceFrom);
        await profitSplitter.connect(payer).deposit(business, 10_000, 4, PERIOD, ACCOUNTS);
        expect(await townTreasury.fundOf(town)).to.equal(3_334 + 4_500);
      });
    });

    describe("given a cornerstone business whose deed has a country part", () => {
      const deed = { investors: 1_500, members: 4_500, fund: 3_000, country: 1_000 };

      it("pays the country office", async () => {
        const before = await networkHelpers.loadFixture(millPaying);
        const { profitSplitter, townTreasury, currency, deployment, townAmbassador, countryAmbassador } = before;
        const { payer, town, mill: business } = before;
        await agreeDeed(deployment, { business, deed, townAmbassador, countryAmbassador });
        await networkHelpers.time.increase(7 * DAY);
        const { investors, members, fund, country } = splitProfit(123_457n, deed);

        const deposited = await profitSplitter.connect(payer).deposit(business, 123_457, 4, PERIOD, ACCOUNTS);

        await expect(deposited)
          .to.emit(profitSplitter, "ProfitDeposited")
          .withArgs(
            business,
            payer.address,
            0,
            members + investors,
            fund,
            country,
            4,
            PERIOD,
            ACCOUNTS.hash,
            ACCOUNTS.uri,
          );
        await expect(deposited)
          .to.emit(townTreasury, "TreasuryFunded")
          .withArgs(town, COUNTRY, await currency.getAddress(), fund, country);
        expect(await townTreasury.fundOf(town)).to.equal(fund);
        expect(await townTreasury.officeOf(COUNTRY, await currency.getAddress())).to.equal(country);
        expect(await currency.balanceOf(await townTreasury.getAddress())).to.equal(fund + country);
      });

      it("pays the country office also where the fund has no part", async () => {
        const noFund = { investors: 0, members: 6_000, fund: 0, country: 4_000 };
        const before = await networkHelpers.loadFixture(millPaying);
        const { profitSplitter, townTreasury, currency, deployment, townAmbassador, countryAmbassador } = before;
        const { payer, town, mill: business } = before;
        await agreeDeed(deployment, { business, deed: noFund, townAmbassador, countryAmbassador });
        await networkHelpers.time.increase(7 * DAY);

        await profitSplitter.connect(payer).deposit(business, 10_000, 4, PERIOD, ACCOUNTS);

        expect(await townTreasury.fundOf(town)).to.equal(0);
        expect(await townTreasury.officeOf(COUNTRY, await currency.getAddress())).to.equal(4_000);
      });
    });

    describe("given arguments that are refused", () => {
      it("reverts with ProfitSplitterNotABusiness for a garden and for no project, before all else", async () => {
        const { profitSplitter, deployment, payer, amina, town, business } =
          await networkHelpers.loadFixture(bakeryPaying);
        const garden = await proposeIdea(deployment, { town, kind: "garden", metadata: ACCOUNTS, member: amina });

        for (const project of [garden, business + 9n, 0n]) {
          await expect(profitSplitter.connect(payer).deposit(project, 0, 0, PERIOD, { hash: ethers.ZeroHash, uri: "" }))
            .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotABusiness")
            .withArgs(project);
        }
      });

      it("reverts with ProfitSplitterNoAmount", async () => {
        const { profitSplitter, payer, business } = await networkHelpers.loadFixture(bakeryPaying);

        await expect(
          profitSplitter.connect(payer).deposit(business, 0, 4, PERIOD, ACCOUNTS),
        ).to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNoAmount");
      });

      it("reverts with ProfitSplitterTooMuch above 2¹²⁸ − 1, and asks the contracts it pays up to there", async () => {
        const { profitSplitter, payer, business, currency } = await networkHelpers.loadFixture(bakeryPaying);
        const most = 2n ** 128n - 1n;
        await currency.mint(payer.address, most);
        await currency.connect(payer).approve(await profitSplitter.getAddress(), most);

        await expect(profitSplitter.connect(payer).deposit(business, most + 1n, 4, PERIOD, ACCOUNTS))
          .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterTooMuch")
          .withArgs(most + 1n, most);
        await expect(profitSplitter.connect(payer).deposit(business, most, 4, PERIOD, ACCOUNTS)).to.emit(
          profitSplitter,
          "ProfitPartKept",
        );
      });

      it("reverts with ProfitSplitterNoAccounts", async () => {
        const { profitSplitter, payer, business } = await networkHelpers.loadFixture(bakeryPaying);

        await expect(
          profitSplitter
            .connect(payer)
            .deposit(business, 1, 4, PERIOD, { hash: ethers.ZeroHash, uri: "ipfs://accounts" }),
        ).to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNoAccounts");
      });

      for (const weeks of [0, 1, 3, 53, 65_535]) {
        it(`reverts with ProfitSplitterBadWeeks for ${weeks} weeks`, async () => {
          const { profitSplitter, payer, business } = await networkHelpers.loadFixture(bakeryPaying);

          await expect(profitSplitter.connect(payer).deposit(business, 1, weeks, PERIOD, ACCOUNTS))
            .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterBadWeeks")
            .withArgs(weeks);
        });
      }

      for (const weeks of [4, 52]) {
        it(`accepts ${weeks} weeks`, async () => {
          const { profitSplitter, contributions, payer, town, business } =
            await networkHelpers.loadFixture(bakeryPaying);

          await profitSplitter.connect(payer).deposit(business, PROFIT, weeks, PERIOD, ACCOUNTS);

          expect((await contributions.changeAt(town, weeks - 1)).ending).to.be.above(0);
        });
      }
    });

    describe("given a payment that does not come in full", () => {
      it("reverts with ERC20InsufficientAllowance when the payer allowed a unit too few", async () => {
        const { profitSplitter, currency, payer, business } = await networkHelpers.loadFixture(bakery);
        const splitter = await profitSplitter.getAddress();
        await currency.connect(payer).approve(splitter, 999);

        await expect(profitSplitter.connect(payer).deposit(business, 1_000, 4, PERIOD, ACCOUNTS))
          .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
          .withArgs(splitter, 999, 1_000);
      });

      it("reverts with ERC20InsufficientBalance when the payer has a unit too few", async () => {
        const { profitSplitter, currency, payer, business } = await networkHelpers.loadFixture(bakeryPaying);

        await expect(profitSplitter.connect(payer).deposit(business, SAVINGS + 1n, 4, PERIOD, ACCOUNTS))
          .to.be.revertedWithCustomError(currency, "ERC20InsufficientBalance")
          .withArgs(payer.address, SAVINGS, SAVINGS + 1n);
      });

      for (const [kind, call, received] of [
        ["keeps a unit", "burn", 1_004],
        ["adds a unit", "mint", 1_006],
      ] as const) {
        it(`reverts with MoneyNotReceivedInFull when the currency ${kind}`, async () => {
          const { profitSplitter, currency, payer, dina, business } = await networkHelpers.loadFixture(bakeryPaying);
          const splitter = await profitSplitter.getAddress();
          await currency.connect(dina).transfer(splitter, 5);
          const meddling = await turnInto(currency, "ReentrantDollar");
          await meddling.arm(
            await currency.getAddress(),
            meddling.interface.encodeFunctionData(call as "burn", [splitter, 1]),
          );

          await expect(profitSplitter.connect(payer).deposit(business, 1_000, 4, PERIOD, ACCOUNTS))
            .to.be.revertedWithCustomError(profitSplitter, "MoneyNotReceivedInFull")
            .withArgs(await currency.getAddress(), 1_000, 5, received);
        });
      }
    });

    describe("given money sent to the splitter by mistake", () => {
      it("divides only what is deposited", async () => {
        const { profitSplitter, townTreasury, currency, payer, dina, town, business } =
          await networkHelpers.loadFixture(bakeryPaying);
        const splitter = await profitSplitter.getAddress();
        await currency.connect(dina).transfer(splitter, 777);

        await profitSplitter.connect(payer).deposit(business, 10_000, 4, PERIOD, ACCOUNTS);

        expect(await townTreasury.fundOf(town)).to.equal(3_334);
        expect(await currency.balanceOf(splitter)).to.equal(777);
      });
    });

    describe("given a currency that calls back in the middle", () => {
      it("refuses another deposit with ReentrancyGuardReentrantCall", async () => {
        const { profitSplitter, currency, payer, business } = await networkHelpers.loadFixture(settledPaying);
        const calling = await turnInto(currency, "ReentrantDollar");
        await calling.arm(
          await profitSplitter.getAddress(),
          profitSplitter.interface.encodeFunctionData("deposit", [business, 1, 4, PERIOD, ACCOUNTS]),
        );

        await profitSplitter.connect(payer).deposit(business, PROFIT, 4, PERIOD, ACCOUNTS);

        expect(profitSplitter.interface.parseError(await calling.answer())?.name).to.equal(
          "ReentrancyGuardReentrantCall",
        );
      });
    });

    describe("given a dormant town", () => {
      it("divides all the same: nobody waits for an ambassador to be paid", async () => {
        const { profitSplitter, townRegistry, townTreasury, headOffice, payer, town, business } =
          await networkHelpers.loadFixture(bakeryPaying);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);

        await profitSplitter.connect(payer).deposit(business, 10_000, 4, PERIOD, ACCOUNTS);

        expect(await townTreasury.fundOf(town)).to.equal(3_334);
      });
    });
  });
});

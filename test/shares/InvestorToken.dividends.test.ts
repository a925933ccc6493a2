import { LEAST_GOAL } from "@one-small-town/core/rules/SaleTerms.ts";
import { expect } from "chai";
import { closeRecord, moveWallet } from "../fixture/asSuccession.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled, bakerySettledInWorld } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { Tier } from "../fixture/enumerations.ts";
import { buyTogether, enrichBuyers, gatherShares } from "../fixture/neighbours.ts";
import { onSale } from "../fixture/onSale.ts";
import { impersonate } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { fundDepositor } from "../fixture/shares.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { SAVINGS } from "../fixture/willowmere.ts";

const MOST = 2n ** 110n - 1n;

/** The settled bakery (amina 60 shares, ben 50), and a splitter with money to deposit. */
async function bakeryWithMoney() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  return { ...before, splitter: await fundDepositor(before, 2n ** 120n) };
}

describe("InvestorToken", () => {
  describe("deposit", () => {
    describe("given unlocked shares", () => {
      describe("when the amount divides by the supply", () => {
        it("credits every share alike and takes the money", async () => {
          const { token, currency, splitter, amina, ben } = await networkHelpers.loadFixture(bakeryWithMoney);

          await expect(token.connect(splitter).deposit(330))
            .to.emit(token, "DividendDeposited")
            .withArgs(splitter.address, 330, 3, 0);

          expect(recordOf(await token.ledger())).to.deep.equal({
            supply: 110n,
            perShare: 3n,
            remainder: 0n,
            scope: BigInt(Tier.Local),
          });
          expect(await token.claimable(amina.address)).to.equal(180);
          expect(await token.claimable(ben.address)).to.equal(150);
          expect(await currency.balanceOf(await token.getAddress())).to.equal(330);
        });
      });

      describe("when it does not", () => {
        it("carries the remainder into the next deposit", async () => {
          const { token, splitter, amina } = await networkHelpers.loadFixture(bakeryWithMoney);
          const deposits = [
            [109n, 0n, 109n],
            [1n, 1n, 0n],
            [219n, 2n, 109n],
            [0n, 2n, 109n],
            [112n, 4n, 1n],
          ] as const;

          for (const [amount, perShare, remainder] of deposits) {
            await expect(token.connect(splitter).deposit(amount))
              .to.emit(token, "DividendDeposited")
              .withArgs(splitter.address, amount, perShare, remainder);
            const ledger = await token.ledger();
            expect([ledger.perShare, ledger.remainder]).to.deep.equal([perShare, remainder]);
            expect(await token.claimable(amina.address)).to.equal(60n * perShare);
          }
        });
      });

      describe("when all dividends together reach 2^110 − 1", () => {
        it("accepts exactly that, and not a unit more", async () => {
          const { token, splitter, amina, ben } = await networkHelpers.loadFixture(bakeryWithMoney);

          await expect(token.connect(splitter).deposit(MOST + 1n))
            .to.be.revertedWithCustomError(token, "InvestorTokenTooMuch")
            .withArgs(MOST + 1n, MOST);
          await token.connect(splitter).deposit(1_000);
          await expect(token.connect(splitter).deposit(MOST - 999n))
            .to.be.revertedWithCustomError(token, "InvestorTokenTooMuch")
            .withArgs(MOST - 999n, MOST - 1_000n);
          await token.connect(splitter).deposit(MOST - 1_000n);
          await expect(token.connect(splitter).deposit(1))
            .to.be.revertedWithCustomError(token, "InvestorTokenTooMuch")
            .withArgs(1, 0);
          await token.connect(splitter).deposit(0);

          const perShare = MOST / 110n;
          expect(await token.claimable(amina.address)).to.equal(60n * perShare);
          expect(await token.claimable(ben.address)).to.equal(50n * perShare);
          await token.connect(ben).transfer(amina.address, 50);
          await token.claim(amina.address);
          await token.claim(ben.address);
          expect(await token.claimable(amina.address)).to.equal(0);
          expect((await token.ledger()).remainder).to.equal(MOST % 110n);
        });

        it("accepts what a wind-up leaves on top, up to 2^111 − 1, and no more profits then", async () => {
          const before = await networkHelpers.loadFixture(bakeryWithMoney);
          const { token, releases, currency, splitter, amina, ben } = before;
          const releasing = await impersonate(releases);
          await currency.mint(releasing.address, 2n ** 112n);
          await currency.connect(releasing).approve(await token.getAddress(), 2n ** 112n);
          await token.connect(splitter).deposit(MOST);
          const most = 2n ** 111n - 1n - MOST;

          await expect(token.connect(releasing).deposit(most + 1n))
            .to.be.revertedWithCustomError(token, "InvestorTokenTooMuch")
            .withArgs(most + 1n, most);
          await expect(token.connect(releasing).deposit(most))
            .to.emit(token, "DividendDeposited")
            .withArgs(releasing.address, most, (2n ** 111n - 1n) / 110n, (2n ** 111n - 1n) % 110n);
          for (const caller of [splitter, releasing]) {
            await expect(token.connect(caller).deposit(1))
              .to.be.revertedWithCustomError(token, "InvestorTokenTooMuch")
              .withArgs(1, 0);
          }

          const perShare = (2n ** 111n - 1n) / 110n;
          expect(await token.claimable(amina.address)).to.equal(60n * perShare);
          await token.connect(amina).transfer(ben.address, 60);
          expect(await token.claimable(amina.address)).to.equal(60n * perShare);
          expect(await token.claimable(ben.address)).to.equal(50n * perShare);
          await token.claim(ben.address);
          await token.claim(amina.address);
          expect(await currency.balanceOf(await token.getAddress())).to.equal((2n ** 111n - 1n) % 110n);
        });

        it("holds the largest dividend of a single share", async () => {
          const least = { goal: LEAST_GOAL, cap: LEAST_GOAL, limitLocal: 1, limitLater: 1 };
          const before = await onSale({ ...least, price: MOST / (2n ** 22n - 1n) });
          const { shareOffering, token, currency, releases, amina, ben, offering, terms } = before;
          const shares = BigInt(LEAST_GOAL);
          await enrichBuyers(currency, shares * terms.price);
          await buyTogether(shareOffering, offering, LEAST_GOAL);
          await networkHelpers.time.increaseTo(terms.localEnds);
          await shareOffering.settle(offering);
          await gatherShares(before, amina, LEAST_GOAL);
          await token.connect(await fundDepositor(before, MOST)).deposit(MOST);
          const releasing = await impersonate(releases);
          await currency.mint(releasing.address, MOST + 1n);
          await currency.connect(releasing).approve(await token.getAddress(), MOST + 1n);
          await token.connect(releasing).deposit(MOST + 1n);

          expect((await token.ledger()).perShare).to.equal((2n ** 111n - 1n) / shares);
          await token.connect(amina).transfer(ben.address, shares);
          await token.connect(releasing).pledge(ben.address);
          await token.claim(amina.address);
          expect(await token.claimable(ben.address)).to.equal(0);
          await token.connect(releasing).unpledge(ben.address);
          await token.connect(ben).transfer(amina.address, shares);

          expect(await token.balanceOf(amina.address)).to.equal(shares);
          expect(await token.claimable(amina.address)).to.equal(0);
        });

        it("counts what was claimed already", async () => {
          const { token, splitter, amina, ben } = await networkHelpers.loadFixture(bakeryWithMoney);
          await token.connect(splitter).deposit(1_100);
          await token.claim(amina.address);
          await token.claim(ben.address);

          await expect(token.connect(splitter).deposit(MOST))
            .to.be.revertedWithCustomError(token, "InvestorTokenTooMuch")
            .withArgs(MOST, MOST - 1_100n);
        });
      });

      describe("when the caller is neither the ProfitSplitter nor the Releases", () => {
        it("reverts with InvestorTokenNotDepositor", async () => {
          const { shareOffering, townTreasury, token, manager, townAmbassador, amina } =
            await networkHelpers.loadFixture(bakeryWithMoney);

          for (const caller of [
            await impersonate(shareOffering),
            await impersonate(townTreasury),
            manager,
            townAmbassador,
            amina,
          ]) {
            await expect(token.connect(caller).deposit(110))
              .to.be.revertedWithCustomError(token, "InvestorTokenNotDepositor")
              .withArgs(caller.address);
          }
        });
      });

      describe("when the splitter allowed too little", () => {
        it("reverts with ERC20InsufficientAllowance and credits nothing", async () => {
          const { token, currency, splitter, amina } = await networkHelpers.loadFixture(bakeryWithMoney);
          const address = await token.getAddress();
          await currency.connect(splitter).approve(address, 109);

          await expect(token.connect(splitter).deposit(110))
            .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
            .withArgs(address, 109, 110);
          expect(await token.claimable(amina.address)).to.equal(0);
        });
      });

      describe("when the currency keeps a unit", () => {
        it("reverts with MoneyNotReceivedInFull", async () => {
          const { token, currency, splitter } = await networkHelpers.loadFixture(bakeryWithMoney);
          await token.connect(splitter).deposit(220);
          const address = await token.getAddress();
          const meddling = await turnInto(currency, "ReentrantDollar");
          await meddling.arm(await currency.getAddress(), meddling.interface.encodeFunctionData("burn", [address, 1]));

          await expect(token.connect(splitter).deposit(110))
            .to.be.revertedWithCustomError(token, "MoneyNotReceivedInFull")
            .withArgs(await currency.getAddress(), 110, 220, 329);
        });
      });

      describe("when the currency calls back in the middle", () => {
        it("refuses a claim and another deposit with ReentrancyGuardReentrantCall", async () => {
          const { token, currency, splitter, amina } = await networkHelpers.loadFixture(bakeryWithMoney);
          const calling = await turnInto(currency, "ReentrantDollar");

          for (const call of [
            token.interface.encodeFunctionData("claim", [amina.address]),
            token.interface.encodeFunctionData("deposit", [1]),
          ]) {
            await calling.arm(await token.getAddress(), call);
            await token.connect(splitter).deposit(110);
            expect(token.interface.parseError(await calling.answer())?.name).to.equal("ReentrancyGuardReentrantCall");
          }
        });
      });

      describe("when somebody sends money to the token", () => {
        it("credits nobody with it", async () => {
          const { token, currency, splitter, amina, dina } = await networkHelpers.loadFixture(bakeryWithMoney);
          await currency.connect(dina).transfer(await token.getAddress(), 11_000);

          await token.connect(splitter).deposit(110);

          expect(await token.claimable(amina.address)).to.equal(60);
        });
      });
    });

    describe("given locked shares", () => {
      it("reverts with InvestorTokenLocked", async () => {
        const before = await networkHelpers.loadFixture(bakeryOnSale);
        const { shareOffering, token, amina, offering } = before;
        await shareOffering.connect(amina).buy(offering, 10);
        const splitter = await fundDepositor(before, 1_000n);

        await expect(token.connect(splitter).deposit(10)).to.be.revertedWithCustomError(token, "InvestorTokenLocked");
      });
    });
  });

  describe("claim", () => {
    describe("given credited dividends", () => {
      it("pays the holder all of them, whoever calls", async () => {
        const { token, currency, splitter, amina, ben, stranger } = await networkHelpers.loadFixture(bakeryWithMoney);
        await token.connect(splitter).deposit(1_100);
        const saved = await currency.balanceOf(amina.address);

        await expect(token.connect(stranger).claim(amina.address))
          .to.emit(token, "DividendClaimed")
          .withArgs(amina.address, 600);

        expect(await currency.balanceOf(amina.address)).to.equal(saved + 600n);
        expect(await currency.balanceOf(stranger.address)).to.equal(SAVINGS);
        expect(await token.claimable(amina.address)).to.equal(0);
        expect(await token.claimable(ben.address)).to.equal(500);
        expect(await token.balanceOf(amina.address)).to.equal(60);
      });

      it("pays each only what came in since their last claim", async () => {
        const { token, currency, splitter, amina } = await networkHelpers.loadFixture(bakeryWithMoney);
        const saved = await currency.balanceOf(amina.address);
        await token.connect(splitter).deposit(1_100);
        await token.claim(amina.address);
        await token.connect(splitter).deposit(220);

        await expect(token.claim(amina.address)).to.emit(token, "DividendClaimed").withArgs(amina.address, 120);
        expect(await currency.balanceOf(amina.address)).to.equal(saved + 720n);
      });
    });

    describe("given a holder whose wallet has a successor", () => {
      it("pays the present wallet when anybody else claims for it", async () => {
        const before = await networkHelpers.loadFixture(bakeryWithMoney);
        const { token, currency, splitter, amina, ben, carla, stranger } = before;
        await token.connect(splitter).deposit(1_100);
        await closeRecord(before, "amina", carla);
        await moveWallet(before, "carla", stranger);

        await expect(token.connect(ben).claim(amina.address)).to.changeTokenBalances(
          ethers,
          currency,
          [amina, carla, stranger, ben],
          [0, 0, 600, 0],
        );
        expect(await token.claimable(amina.address)).to.equal(0);
        await expect(token.connect(stranger).claim(ben.address)).to.emit(token, "DividendClaimed");
      });

      it("changes nothing when nothing is credited, whoever calls", async () => {
        const before = await networkHelpers.loadFixture(bakeryWithMoney);
        const { token, amina, carla, stranger } = before;
        await closeRecord(before, "amina", carla);

        const receipt = await (await token.connect(stranger).claim(amina.address)).wait();

        expect(receipt?.logs).to.deep.equal([]);
      });

      it("pays the wallet itself when it calls before anybody has moved its shares", async () => {
        const before = await networkHelpers.loadFixture(bakeryWithMoney);
        const { token, splitter, amina, carla } = before;
        await token.connect(splitter).deposit(1_100);
        await closeRecord(before, "amina", carla);

        await expect(token.connect(amina).claim(amina.address))
          .to.emit(token, "DividendClaimed")
          .withArgs(amina.address, 600);
      });
    });

    describe("given nothing credited", () => {
      it("changes nothing, for a holder and for a stranger", async () => {
        const { token, splitter, amina, stranger } = await networkHelpers.loadFixture(bakeryWithMoney);
        await token.connect(splitter).deposit(1_100);
        await token.claim(amina.address);

        for (const holder of [amina, stranger]) {
          const receipt = await (await token.claim(holder.address)).wait();
          expect(receipt?.logs).to.deep.equal([]);
          expect(await token.claimable(holder.address)).to.equal(0);
        }
      });
    });

    describe("given a holder whom the currency refuses", () => {
      it("reverts with the currency's error and keeps the dividends for them", async () => {
        const { token, currency, splitter, amina } = await networkHelpers.loadFixture(bakeryWithMoney);
        await token.connect(splitter).deposit(1_100);
        const refusing = await turnInto(currency, "RefusingDollar");
        await refusing.refuse(amina.address, true);

        await expect(token.claim(amina.address))
          .to.be.revertedWithCustomError(refusing, "ERC20InvalidReceiver")
          .withArgs(amina.address);
        expect(await token.claimable(amina.address)).to.equal(600);
      });
    });

    describe("given a currency that calls back in the middle", () => {
      it("refuses another claim with ReentrancyGuardReentrantCall", async () => {
        const { token, currency, splitter, amina, ben } = await networkHelpers.loadFixture(bakeryWithMoney);
        await token.connect(splitter).deposit(1_100);
        const calling = await turnInto(currency, "ReentrantDollar");
        await calling.arm(await token.getAddress(), token.interface.encodeFunctionData("claim", [ben.address]));

        await token.claim(amina.address);

        expect(token.interface.parseError(await calling.answer())?.name).to.equal("ReentrancyGuardReentrantCall");
        expect(await token.claimable(ben.address)).to.equal(500);
      });
    });
  });

  describe("dividends and transfers", () => {
    describe("given a deposit before and one after a transfer", () => {
      it("credits the first to the sender and the second to the receiver", async () => {
        const { token, splitter, amina, carla } = await networkHelpers.loadFixture(bakeryWithMoney);
        await token.connect(splitter).deposit(110);
        await token.connect(amina).transfer(carla.address, 60);
        await token.connect(splitter).deposit(220);

        expect(await token.claimable(amina.address)).to.equal(60);
        expect(await token.claimable(carla.address)).to.equal(120);
      });

      it("settles a receiver who held shares before", async () => {
        const { token, splitter, amina, ben } = await networkHelpers.loadFixture(bakeryWithMoney);
        await token.connect(splitter).deposit(110);
        await token.connect(amina).transfer(ben.address, 10);
        await token.connect(splitter).deposit(110);

        expect(await token.claimable(amina.address)).to.equal(60 + 50);
        expect(await token.claimable(ben.address)).to.equal(50 + 60);
      });

      it("neither adds nor takes by sending to oneself", async () => {
        const { token, splitter, amina } = await networkHelpers.loadFixture(bakeryWithMoney);
        await token.connect(splitter).deposit(110);

        await token.connect(amina).transfer(amina.address, 60);

        expect(await token.claimable(amina.address)).to.equal(60);
        await token.connect(splitter).deposit(110);
        expect(await token.claimable(amina.address)).to.equal(120);
      });
    });

    describe("given many deposits, transfers and claims in any order", () => {
      it("credits what a plain list of shares and deposits says, and holds exactly what it owes", async () => {
        const before = await networkHelpers.loadFixture(bakerySettledInWorld);
        const { token, currency, amina, ben, carla, dina, emil } = before;
        const splitter = await fundDepositor(before, 2n ** 120n);
        const holders = [amina, ben, carla, dina, emil];
        const plain = holders.map(() => ({ shares: 0n, credited: 0n }));
        for (const [i, holder] of holders.entries()) plain[i]!.shares = await token.balanceOf(holder.address);
        let remainder = 0n;
        let seed = 20_260_921;
        const random = (below: number) => {
          seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
          return (seed >>> 8) % below;
        };

        for (let step = 0; step < 150; step++) {
          const [from, to] = [random(5), random(5)];
          const kind = random(5);
          if (kind < 2) {
            const amount = BigInt(random(5_000)) * (kind === 0 ? 1n : 2n ** 80n);
            await token.connect(splitter).deposit(amount);
            const each = (amount + remainder) / 100n;
            remainder = (amount + remainder) % 100n;
            for (const holder of plain) holder.credited += each * holder.shares;
          } else if (kind < 4) {
            const shares = BigInt(random(Number(plain[from]!.shares) + 1));
            await token.connect(holders[from]).transfer(holders[to]!.address, shares);
            plain[from]!.shares -= shares;
            plain[to]!.shares += shares;
          } else {
            await token.claim(holders[from]!.address);
            plain[from]!.credited = 0n;
          }

          const found = await Promise.all(
            holders.map(async ({ address }) => ({
              shares: await token.balanceOf(address),
              credited: await token.claimable(address),
            })),
          );
          expect(found).to.deep.equal(plain);
          expect((await token.ledger()).remainder).to.equal(remainder);
          expect(await currency.balanceOf(await token.getAddress())).to.equal(
            plain.reduce((sum, { credited }) => sum + credited, remainder),
          );
        }
      });
    });
  });
});

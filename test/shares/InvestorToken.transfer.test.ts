import { expect } from "chai";
import { attestInBatches } from "../../scripts/operator/batches.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled, bakerySettledInCountry, bakerySettledInWorld } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { Tier } from "../fixture/enumerations.ts";
import { buyTogether } from "../fixture/neighbours.ts";
import { idOf } from "../fixture/people.ts";
import { sharesAndSupply } from "../fixture/shares.ts";
import { DAY } from "../fixture/willowmere.ts";

/** A registrar attests that amina's residency ends in a day; then two days pass. */
async function bakerySettledAndLapsed() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const { deployment, registrar, town, amina } = before;
  const residentUntil = (await networkHelpers.time.latest()) + DAY;
  const attestation = { wallet: amina.address as `0x${string}`, residentUntil, joins: false };
  await attestInBatches(deployment, {
    registrar,
    town,
    attestations: [{ ...attestation, personId: idOf("amina") }],
  });
  await networkHelpers.time.increase(2 * DAY);
  return before;
}

describe("InvestorToken", () => {
  describe("transfer", () => {
    describe("given locked shares", () => {
      it("reverts with InvestorTokenLocked while the sale is live", async () => {
        const { shareOffering, token, amina, ben, offering } = await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(amina).buy(offering, 10);

        await expect(token.connect(amina).transfer(ben.address, 1)).to.be.revertedWithCustomError(
          token,
          "InvestorTokenLocked",
        );
      });

      it("reverts with InvestorTokenLocked after a success until it is settled", async () => {
        const { shareOffering, token, amina, ben, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(amina).buy(offering, 10);
        await buyTogether(shareOffering, offering, 90);
        await networkHelpers.time.increaseTo(terms.localEnds);

        await expect(token.connect(amina).transfer(ben.address, 1)).to.be.revertedWithCustomError(
          token,
          "InvestorTokenLocked",
        );
        await shareOffering.settle(offering);
        await token.connect(amina).transfer(ben.address, 1);
        expect(await token.balanceOf(ben.address)).to.equal(1);
      });

      it("reverts with InvestorTokenLocked after a failure", async () => {
        const { shareOffering, token, amina, ben, offering } = await networkHelpers.loadFixture(bakeryFailed);
        await shareOffering.refund(offering, []);

        await expect(token.connect(amina).transfer(ben.address, 1)).to.be.revertedWithCustomError(
          token,
          "InvestorTokenLocked",
        );
      });

      it("names Locked before MayNotHold and InsufficientBalance", async () => {
        const { token, amina, stranger } = await networkHelpers.loadFixture(bakeryOnSale);

        await expect(token.connect(amina).transfer(stranger.address, 1)).to.be.revertedWithCustomError(
          token,
          "InvestorTokenLocked",
        );
      });
    });

    describe("given unlocked shares", () => {
      describe("when a holder sends some", () => {
        it("moves them", async () => {
          const { token, amina, carla } = await networkHelpers.loadFixture(bakerySettled);

          expect(await token.connect(amina).transfer.staticCall(carla.address, 25)).to.equal(true);
          await expect(token.connect(amina).transfer(carla.address, 25))
            .to.emit(token, "Transfer")
            .withArgs(amina.address, carla.address, 25);

          expect(await sharesAndSupply(token, amina)).to.deep.equal([35n, 110n]);
          expect(await sharesAndSupply(token, carla)).to.deep.equal([25n, 110n]);
          expect(await token.totalSupply()).to.equal(110);
        });
      });

      describe("when a holder sends all", () => {
        it("leaves them none", async () => {
          const { token, amina, ben } = await networkHelpers.loadFixture(bakerySettled);

          await token.connect(amina).transfer(ben.address, 60);

          expect(await token.balanceOf(amina.address)).to.equal(0);
          expect(await token.balanceOf(ben.address)).to.equal(110);
        });
      });

      for (const value of [61n, 2n ** 32n, 2n ** 32n + 1n, 2n ** 256n - 1n]) {
        describe(`when a holder of 60 sends ${value}`, () => {
          it("reverts with ERC20InsufficientBalance", async () => {
            const { token, amina, ben } = await networkHelpers.loadFixture(bakerySettled);

            await expect(token.connect(amina).transfer(ben.address, value))
              .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
              .withArgs(amina.address, 60, value);
          });
        });
      }

      describe("when a holder sends to themselves", () => {
        it("changes nothing", async () => {
          const { token, amina } = await networkHelpers.loadFixture(bakerySettled);

          await expect(token.connect(amina).transfer(amina.address, 60))
            .to.emit(token, "Transfer")
            .withArgs(amina.address, amina.address, 60);

          expect(await sharesAndSupply(token, amina)).to.deep.equal([60n, 110n]);
          await expect(token.connect(amina).transfer(amina.address, 61))
            .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
            .withArgs(amina.address, 60, 61);
        });
      });

      describe("when a holder sends none", () => {
        it("changes nothing", async () => {
          const { token, amina, ben } = await networkHelpers.loadFixture(bakerySettled);

          await expect(token.connect(amina).transfer(ben.address, 0))
            .to.emit(token, "Transfer")
            .withArgs(amina.address, ben.address, 0);

          expect(await token.balanceOf(amina.address)).to.equal(60);
          expect(await token.balanceOf(ben.address)).to.equal(50);
        });
      });

      describe("when the receiver is nobody", () => {
        it("reverts with ERC20InvalidReceiver: shares cannot be destroyed", async () => {
          const { token, amina } = await networkHelpers.loadFixture(bakerySettled);

          await expect(token.connect(amina).transfer(ethers.ZeroAddress, 1))
            .to.be.revertedWithCustomError(token, "ERC20InvalidReceiver")
            .withArgs(ethers.ZeroAddress);
        });
      });
    });

    const fixtures = { Local: bakerySettled, Country: bakerySettledInCountry, World: bakerySettledInWorld };
    const receivers = { carla: Tier.Local, dina: Tier.Country, emil: Tier.World, stranger: Tier.None } as const;

    for (const scope of ["Local", "Country", "World"] as const) {
      describe(`given a sale that succeeded in the ${scope.toLowerCase()} phase`, () => {
        for (const receiver of ["carla", "dina", "emil", "stranger"] as const) {
          const tier = receivers[receiver];
          const mayHold = tier !== Tier.None && tier <= Tier[scope];

          describe(`when the receiver is ${receiver}, of tier ${tier}`, () => {
            it(mayHold ? "moves the share" : "reverts with InvestorTokenMayNotHold", async () => {
              const before = await networkHelpers.loadFixture(fixtures[scope]);
              const { token, amina, [receiver]: to } = before;
              const held = await token.balanceOf(to.address);

              const sent = token.connect(amina).transfer(to.address, 1);

              if (mayHold) {
                await sent;
                expect(await token.balanceOf(to.address)).to.equal(held + 1n);
                return;
              }
              await expect(sent)
                .to.be.revertedWithCustomError(token, "InvestorTokenMayNotHold")
                .withArgs(to.address, tier, Tier[scope]);
              await token.connect(amina).approve(before.ben.address, 1);
              await expect(token.connect(before.ben).transferFrom(amina.address, to.address, 1))
                .to.be.revertedWithCustomError(token, "InvestorTokenMayNotHold")
                .withArgs(to.address, tier, Tier[scope]);
            });
          });
        }
      });
    }

    describe("given a holder whose residency has lapsed, in the local scope", () => {
      it("lets them keep and sell their shares", async () => {
        const { token, amina, ben } = await networkHelpers.loadFixture(bakerySettledAndLapsed);

        expect(await token.balanceOf(amina.address)).to.equal(60);
        await token.connect(amina).transfer(ben.address, 10);

        expect(await token.balanceOf(amina.address)).to.equal(50);
        expect(await token.balanceOf(ben.address)).to.equal(60);
      });

      it("lets nobody send them shares, themselves included", async () => {
        const { token, amina, ben } = await networkHelpers.loadFixture(bakerySettledAndLapsed);

        for (const sender of [amina, ben]) {
          await expect(token.connect(sender).transfer(amina.address, 1))
            .to.be.revertedWithCustomError(token, "InvestorTokenMayNotHold")
            .withArgs(amina.address, Tier.Country, Tier.Local);
        }
      });
    });
  });

  describe("transferFrom", () => {
    describe("given an allowance", () => {
      it("moves shares and uses the allowance up", async () => {
        const { token, amina, ben, carla } = await networkHelpers.loadFixture(bakerySettled);
        await expect(token.connect(amina).approve(ben.address, 10))
          .to.emit(token, "Approval")
          .withArgs(amina.address, ben.address, 10);

        await token.connect(ben).transferFrom(amina.address, carla.address, 7);

        expect(await token.balanceOf(amina.address)).to.equal(53);
        expect(await token.balanceOf(carla.address)).to.equal(7);
        expect(await token.allowance(amina.address, ben.address)).to.equal(3);
        await expect(token.connect(ben).transferFrom(amina.address, carla.address, 4))
          .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
          .withArgs(ben.address, 3, 4);
      });

      it("reverts with ERC20InsufficientBalance beyond the balance", async () => {
        const { token, amina, ben, carla } = await networkHelpers.loadFixture(bakerySettled);
        await token.connect(amina).approve(ben.address, 1_000);

        await expect(token.connect(ben).transferFrom(amina.address, carla.address, 61))
          .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
          .withArgs(amina.address, 60, 61);
      });
    });

    describe("given no allowance", () => {
      it("reverts with ERC20InsufficientAllowance, for one's own shares too", async () => {
        const { token, amina, ben } = await networkHelpers.loadFixture(bakerySettled);

        for (const spender of [ben, amina]) {
          await expect(token.connect(spender).transferFrom(amina.address, ben.address, 1))
            .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
            .withArgs(spender.address, 0, 1);
        }
      });
    });

    describe("given locked shares", () => {
      it("reverts with InvestorTokenLocked, in spite of an allowance", async () => {
        const { shareOffering, token, amina, ben, offering } = await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(amina).buy(offering, 10);
        await token.connect(amina).approve(ben.address, 10);

        await expect(token.connect(ben).transferFrom(amina.address, ben.address, 1)).to.be.revertedWithCustomError(
          token,
          "InvestorTokenLocked",
        );
      });
    });
  });
});

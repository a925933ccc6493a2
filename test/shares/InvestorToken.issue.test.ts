import { expect } from "chai";
import { openOffering, startBusiness } from "../../scripts/operator/businesses.ts";
import { tokenAt } from "../../scripts/operator/contracts.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { Tier } from "../fixture/enumerations.ts";
import { onSale } from "../fixture/onSale.ts";
import { impersonate } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { sharesAndSupply } from "../fixture/shares.ts";

/** Whoever is not the ShareOffering, contracts that know the token included. */
async function everybodyElse() {
  const before = await networkHelpers.loadFixture(bakeryOnSale);
  const { profitSplitter, townRegistry, headOffice, townAmbassador, countryAmbassador, manager, amina } = before;
  const contracts = [
    await impersonate(profitSplitter),
    await impersonate(townRegistry),
    await impersonate(before.token),
  ];
  const others = [...contracts, headOffice, townAmbassador, countryAmbassador, manager, amina, before.deployer];
  return { ...before, others };
}

describe("InvestorToken", () => {
  describe("mint", () => {
    describe("given a locked token", () => {
      describe("when the caller is the ShareOffering", () => {
        it("issues shares", async () => {
          const { shareOffering, token, amina } = await networkHelpers.loadFixture(bakeryOnSale);
          const offering = await impersonate(shareOffering);

          await expect(token.connect(offering).mint(amina.address, 7))
            .to.emit(token, "Transfer")
            .withArgs(ethers.ZeroAddress, amina.address, 7);

          expect(await token.balanceOf(amina.address)).to.equal(7);
          expect(await token.totalSupply()).to.equal(7);
          expect(recordOf(await token.ledger())).to.deep.equal({
            supply: 7n,
            perShare: 0n,
            remainder: 0n,
            scope: BigInt(Tier.None),
          });
        });

        it("returns what the holder has and all shares there are now", async () => {
          const { shareOffering, token, amina, ben } = await networkHelpers.loadFixture(bakeryOnSale);
          const offering = await impersonate(shareOffering);
          await token.connect(offering).mint(amina.address, 7);
          await token.connect(offering).mint(ben.address, 4);

          expect(await token.connect(offering).mint.staticCall(amina.address, 2)).to.deep.equal([9n, 13n]);
        });

        it("counts one purchase beyond 2^32 − 1, for the offering to refuse", async () => {
          const { shareOffering, token, amina, ben } = await networkHelpers.loadFixture(bakeryOnSale);
          const offering = await impersonate(shareOffering);
          await token.connect(offering).mint(amina.address, 2 ** 32 - 1);

          const [held, supply] = await token.connect(offering).mint.staticCall(ben.address, 2 ** 32 - 1);

          expect([held, supply]).to.deep.equal([2n ** 32n - 1n, 2n ** 33n - 2n]);
        });
      });

      describe("when the caller is anybody else", () => {
        it("reverts with InvestorTokenNotOffering", async () => {
          const { token, others, amina } = await networkHelpers.loadFixture(everybodyElse);

          for (const caller of others) {
            await expect(token.connect(caller).mint(amina.address, 1))
              .to.be.revertedWithCustomError(token, "InvestorTokenNotOffering")
              .withArgs(caller.address);
          }
        });
      });
    });

    describe("given an unlocked token", () => {
      it("reverts with InvestorTokenUnlocked", async () => {
        const { shareOffering, token, amina } = await networkHelpers.loadFixture(bakerySettled);

        await expect(
          token.connect(await impersonate(shareOffering)).mint(amina.address, 1),
        ).to.be.revertedWithCustomError(token, "InvestorTokenUnlocked");
        expect(await token.totalSupply()).to.equal(110);
      });
    });
  });

  describe("burn", () => {
    describe("given a locked token", () => {
      describe("when the caller is the ShareOffering", () => {
        it("takes shares back", async () => {
          const { shareOffering, token, amina, ben } = await networkHelpers.loadFixture(bakeryOnSale);
          const offering = await impersonate(shareOffering);
          await token.connect(offering).mint(amina.address, 7);
          await token.connect(offering).mint(ben.address, 7);

          await expect(token.connect(offering).burn(amina.address, 3))
            .to.emit(token, "Transfer")
            .withArgs(amina.address, ethers.ZeroAddress, 3);

          expect(await sharesAndSupply(token, amina)).to.deep.equal([4n, 11n]);
          expect(await token.balanceOf(ben.address)).to.equal(7);
          expect(await token.totalSupply()).to.equal(11);
        });

        it("reverts with ERC20InsufficientBalance for more than the holder has", async () => {
          const { shareOffering, token, amina, ben } = await networkHelpers.loadFixture(bakeryOnSale);
          const offering = await impersonate(shareOffering);
          await token.connect(offering).mint(amina.address, 7);
          await token.connect(offering).mint(ben.address, 7);

          await expect(token.connect(offering).burn(amina.address, 8))
            .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
            .withArgs(amina.address, 7, 8);
        });
      });

      describe("when the caller is anybody else", () => {
        it("reverts with InvestorTokenNotOffering, for their own shares too", async () => {
          const { shareOffering, token, others, amina, offering } = await networkHelpers.loadFixture(everybodyElse);
          await shareOffering.connect(amina).buy(offering, 5);

          for (const caller of others) {
            await expect(token.connect(caller).burn(amina.address, 1))
              .to.be.revertedWithCustomError(token, "InvestorTokenNotOffering")
              .withArgs(caller.address);
          }
        });
      });
    });

    describe("given an unlocked token", () => {
      it("reverts with InvestorTokenUnlocked", async () => {
        const { shareOffering, token, amina } = await networkHelpers.loadFixture(bakerySettled);

        await expect(
          token.connect(await impersonate(shareOffering)).burn(amina.address, 1),
        ).to.be.revertedWithCustomError(token, "InvestorTokenUnlocked");
      });
    });
  });

  describe("burnAll", () => {
    describe("given a locked token", () => {
      it("takes all shares of a holder back, and says how many", async () => {
        const { shareOffering, token, amina, ben } = await networkHelpers.loadFixture(bakeryOnSale);
        const offering = token.connect(await impersonate(shareOffering));
        await offering.mint(amina.address, 7);
        await offering.mint(ben.address, 5);

        expect(await offering.burnAll.staticCall(amina.address)).to.equal(7);
        await expect(offering.burnAll(amina.address))
          .to.emit(token, "Transfer")
          .withArgs(amina.address, ethers.ZeroAddress, 7);

        expect(await sharesAndSupply(token, amina)).to.deep.equal([0n, 5n]);
        expect(await token.balanceOf(ben.address)).to.equal(5);
      });

      it("changes nothing for somebody without shares", async () => {
        const { shareOffering, token, amina } = await networkHelpers.loadFixture(bakeryOnSale);
        const offering = token.connect(await impersonate(shareOffering));

        expect(await offering.burnAll.staticCall(amina.address)).to.equal(0);
        await expect(offering.burnAll(amina.address)).to.not.emit(token, "Transfer");
      });

      it("reverts with InvestorTokenNotOffering for anybody else", async () => {
        const { token, others, amina } = await networkHelpers.loadFixture(everybodyElse);

        for (const caller of others) {
          await expect(token.connect(caller).burnAll(amina.address))
            .to.be.revertedWithCustomError(token, "InvestorTokenNotOffering")
            .withArgs(caller.address);
        }
      });
    });

    describe("given unlocked shares", () => {
      it("reverts with InvestorTokenUnlocked", async () => {
        const { shareOffering, token, amina } = await networkHelpers.loadFixture(bakerySettled);

        await expect(
          token.connect(await impersonate(shareOffering)).burnAll(amina.address),
        ).to.be.revertedWithCustomError(token, "InvestorTokenUnlocked");
      });
    });
  });

  describe("unlock", () => {
    describe("given a locked token", () => {
      for (const scope of [Tier.Local, Tier.Country, Tier.World]) {
        it(`lets the ShareOffering unlock it with scope ${scope}`, async () => {
          const { shareOffering, token, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);
          await shareOffering.connect(amina).buy(offering, 5);

          await expect(token.connect(await impersonate(shareOffering)).unlock(scope))
            .to.emit(token, "SharesUnlocked")
            .withArgs(scope);

          expect(recordOf(await token.ledger())).to.deep.equal({
            supply: 5n,
            perShare: 0n,
            remainder: 0n,
            scope: BigInt(scope),
          });
        });
      }

      it("reverts with InvestorTokenNotOffering for anybody else", async () => {
        const { token, others } = await networkHelpers.loadFixture(everybodyElse);

        for (const caller of others) {
          await expect(token.connect(caller).unlock(Tier.World))
            .to.be.revertedWithCustomError(token, "InvestorTokenNotOffering")
            .withArgs(caller.address);
        }
      });
    });

    describe("given an unlocked token", () => {
      it("reverts with InvestorTokenUnlocked and keeps the scope", async () => {
        const { shareOffering, token } = await networkHelpers.loadFixture(bakerySettled);

        await expect(token.connect(await impersonate(shareOffering)).unlock(Tier.World)).to.be.revertedWithCustomError(
          token,
          "InvestorTokenUnlocked",
        );
        expect((await token.ledger()).scope).to.equal(Tier.Local);
      });
    });
  });

  describe("name, symbol, decimals, business and currency", () => {
    for (const [name, symbol] of [
      ["N", "S"],
      ["Willowmere Bakery", "BAKE"],
      ["é".repeat(32), "S".repeat(16)],
      ["n".repeat(64), "S"],
      ["N", "é".repeat(8)],
    ] as const) {
      it(`are those of the terms: "${name}" and "${symbol}"`, async () => {
        const { token, currency, business } = await onSale({ name, symbol });

        expect(await token.name()).to.equal(name);
        expect(await token.symbol()).to.equal(symbol);
        expect(await token.decimals()).to.equal(0);
        expect(await token.business()).to.equal(business);
        expect(await token.currency()).to.equal(await currency.getAddress());
      });
    }

    it("are each business's own", async () => {
      const before = await networkHelpers.loadFixture(bakeryOnSale);
      const { deployment, town, amina, townAmbassador, countryAmbassador, manager, payout, terms, token } = before;
      const document = documentOf("{}", "ipfs://mill");
      const business = await startBusiness(deployment, {
        town,
        kind: "cornerstone",
        metadata: document,
        plan: document,
        pack: document,
        member: amina,
        townAmbassador,
        countryAmbassador,
        manager: manager.address as `0x${string}`,
        payout: payout.address as `0x${string}`,
      });
      const opens = terms.opens + 1_000_000;
      const { token: address } = await openOffering(deployment, {
        terms: {
          ...terms,
          business,
          opens,
          localEnds: opens + 1_500_000,
          countryEnds: 0,
          worldEnds: 0,
          plan: document.hash,
          pack: document.hash,
          name: "Willowmere Mill",
          symbol: "MILL",
        },
        townAmbassador,
        countryAmbassador,
      });
      const mill = tokenAt(address, amina);

      expect([await mill.name(), await mill.symbol(), await mill.business()]).to.deep.equal([
        "Willowmere Mill",
        "MILL",
        business,
      ]);
      expect([await token.name(), await token.symbol(), await token.business()]).to.deep.equal([
        "Willowmere Bakery",
        "BAKE",
        before.business,
      ]);
      expect(await mill.DOMAIN_SEPARATOR()).to.not.equal(await token.DOMAIN_SEPARATOR());
    });
  });

  describe("the implementation that every token clones", () => {
    async function implementation() {
      const before = await networkHelpers.loadFixture(bakerySettled);
      return { ...before, model: tokenAt(before.deployment.addresses.InvestorToken, before.amina) };
    }

    it("has no shares, and nobody but the ShareOffering, who never does, can issue or unlock any", async () => {
      const { model, amina } = await implementation();

      expect(await model.totalSupply()).to.equal(0);
      expect(recordOf(await model.ledger())).to.deep.equal({
        supply: 0n,
        perShare: 0n,
        remainder: 0n,
        scope: BigInt(Tier.None),
      });
      await expect(model.mint(amina.address, 1))
        .to.be.revertedWithCustomError(model, "InvestorTokenNotOffering")
        .withArgs(amina.address);
      await expect(model.burn(amina.address, 1))
        .to.be.revertedWithCustomError(model, "InvestorTokenNotOffering")
        .withArgs(amina.address);
      await expect(model.unlock(Tier.World))
        .to.be.revertedWithCustomError(model, "InvestorTokenNotOffering")
        .withArgs(amina.address);
    });

    it("moves nothing and takes no dividends", async () => {
      const { model, profitSplitter, amina, ben } = await implementation();

      await expect(model.transfer(ben.address, 0)).to.be.revertedWithCustomError(model, "InvestorTokenLocked");
      await expect(model.deposit(1))
        .to.be.revertedWithCustomError(model, "InvestorTokenNotDepositor")
        .withArgs(amina.address);
      await expect(model.connect(await impersonate(profitSplitter)).deposit(1)).to.be.revertedWithCustomError(
        model,
        "InvestorTokenLocked",
      );
      const receipt = await (await model.claim(amina.address)).wait();
      expect(receipt?.logs).to.deep.equal([]);
    });
  });
});

import { expect } from "chai";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { Phase, Tier } from "../fixture/enumerations.ts";
import { permitOf } from "../fixture/permitOf.ts";
import { sharesAndSupply } from "../fixture/shares.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { SAVINGS } from "../fixture/willowmere.ts";

/** Amina has allowed nothing, and signed a permit of exactly the price of ten shares. */
async function permitted() {
  const before = await networkHelpers.loadFixture(bakeryOnSale);
  const { shareOffering, currency, amina, terms } = before;
  await currency.connect(amina).approve(await shareOffering.getAddress(), 0);
  const price = 10n * terms.price;
  return { ...before, price, permit: await permitOf(currency, amina, shareOffering, price) };
}

/** Uses Amina's permit in the currency itself, as whoever sees it in a transaction can. */
async function frontRun({ currency, shareOffering, amina, stranger, permit, price }: Permitted) {
  const { deadline, v, r, s } = permit;
  await currency.connect(stranger).permit(amina.address, await shareOffering.getAddress(), price, deadline, v, r, s);
}

type Permitted = Awaited<ReturnType<typeof permitted>>;

describe("ShareOffering", () => {
  describe("buyWithPermit", () => {
    describe("given the caller's permit of exactly the price", () => {
      it("sells the shares as buy does, and uses the allowance up", async () => {
        const before = await networkHelpers.loadFixture(permitted);
        const { shareOffering, token, currency, amina, offering, permit, price } = before;
        const address = await shareOffering.getAddress();

        const bought = await shareOffering.connect(amina).buyWithPermit(offering, 10, permit);

        await expect(bought).to.emit(shareOffering, "SharesBought").withArgs(offering, amina.address, 10);
        await expect(bought).to.emit(token, "Transfer").withArgs(ethers.ZeroAddress, amina.address, 10);
        await expect(bought).to.emit(currency, "Transfer").withArgs(amina.address, address, price);
        expect(await sharesAndSupply(token, amina)).to.deep.equal([10n, 10n]);
        expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS - price);
        expect(await currency.balanceOf(address)).to.equal(price);
        expect(await currency.allowance(amina.address, address)).to.equal(0);
      });

      it("sells them also when somebody used the permit first", async () => {
        const before = await networkHelpers.loadFixture(permitted);
        const { shareOffering, token, currency, amina, offering, permit, price } = before;
        await frontRun(before);

        await shareOffering.connect(amina).buyWithPermit(offering, 10, permit);

        expect(await sharesAndSupply(token, amina)).to.deep.equal([10n, 10n]);
        expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS - price);
      });

      it("takes the permit in the second of its deadline, and not one later", async () => {
        const before = await networkHelpers.loadFixture(permitted);
        const { shareOffering, currency, amina, offering, permit, price } = before;
        const snapshot = await networkHelpers.takeSnapshot();

        await setNextTime(permit.deadline + 1n);
        await expect(shareOffering.connect(amina).buyWithPermit(offering, 10, permit))
          .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
          .withArgs(await shareOffering.getAddress(), 0, price);

        await snapshot.restore();
        await setNextTime(permit.deadline);
        await expect(shareOffering.connect(amina).buyWithPermit(offering, 10, permit)).to.emit(
          shareOffering,
          "SharesBought",
        );
      });
    });

    describe("given somebody else's permit", () => {
      it("reverts with ERC20InsufficientAllowance: only the caller pays, whatever others permitted", async () => {
        const before = await networkHelpers.loadFixture(permitted);
        const { shareOffering, token, currency, amina, ben, offering, permit, price } = before;
        const address = await shareOffering.getAddress();
        await currency.connect(ben).approve(address, 0);

        await expect(shareOffering.connect(ben).buyWithPermit(offering, 10, permit))
          .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
          .withArgs(address, 0, price);
        await frontRun(before);
        await expect(shareOffering.connect(ben).buyWithPermit(offering, 10, permit))
          .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
          .withArgs(address, 0, price);
        expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
        expect(await token.totalSupply()).to.equal(0);
      });
    });

    describe("given a permit of another amount", () => {
      for (const shares of [9, 11]) {
        it(`reverts with ERC20InsufficientAllowance for ${shares} shares`, async () => {
          const before = await networkHelpers.loadFixture(permitted);
          const { shareOffering, currency, amina, offering, permit, terms } = before;

          await expect(shareOffering.connect(amina).buyWithPermit(offering, shares, permit))
            .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
            .withArgs(await shareOffering.getAddress(), 0, BigInt(shares) * terms.price);
        });
      }
    });

    describe("given a permit that is worth nothing, and an allowance", () => {
      it("pulls what the caller has allowed", async () => {
        const { shareOffering, token, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);
        const nothing = { deadline: 0, v: 0, r: ethers.ZeroHash, s: ethers.ZeroHash };

        await shareOffering.connect(amina).buyWithPermit(offering, 10, nothing);

        expect(await sharesAndSupply(token, amina)).to.deep.equal([10n, 10n]);
      });
    });

    describe("given a purchase that is refused", () => {
      it("reverts as buy does, with the first reason that applies", async () => {
        const before = await networkHelpers.loadFixture(permitted);
        const { shareOffering, amina, dina, manager, offering, terms, business, permit } = before;

        await expect(shareOffering.connect(dina).buyWithPermit(offering, 10, permit))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotInPhase")
          .withArgs(dina.address, Tier.Country, Phase.Local);
        await expect(shareOffering.connect(amina).buyWithPermit(offering, 19, permit))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOverPersonalLimit")
          .withArgs(amina.address, 19, 18);
        await expect(shareOffering.connect(manager).buyWithPermit(offering, 10, permit))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingInsider")
          .withArgs(business, manager.address);
        await expect(shareOffering.connect(amina).buyWithPermit(offering, 0, permit)).to.be.revertedWithCustomError(
          shareOffering,
          "ShareOfferingNoShares",
        );
        await setNextTime(terms.worldEnds);
        await expect(shareOffering.connect(amina).buyWithPermit(offering, 10, permit))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Failed, terms.opens, terms.worldEnds);
      });
    });

    describe("given a currency that keeps a unit", () => {
      it("reverts with MoneyNotReceivedInFull", async () => {
        const before = await networkHelpers.loadFixture(permitted);
        const { shareOffering, currency, amina, offering, permit, price } = before;
        const meddling = await turnInto(currency, "ReentrantDollar");
        const address = await shareOffering.getAddress();
        await meddling.arm(await currency.getAddress(), meddling.interface.encodeFunctionData("burn", [address, 1]));

        await expect(shareOffering.connect(amina).buyWithPermit(offering, 10, permit))
          .to.be.revertedWithCustomError(shareOffering, "MoneyNotReceivedInFull")
          .withArgs(await currency.getAddress(), price, 0, price - 1n);
      });
    });

    describe("given a currency that calls back in the middle", () => {
      it("refuses another purchase with ReentrancyGuardReentrantCall", async () => {
        const before = await networkHelpers.loadFixture(permitted);
        const { shareOffering, token, currency, amina, offering, permit } = before;
        const calling = await turnInto(currency, "ReentrantDollar");
        const call = shareOffering.interface.encodeFunctionData("buyWithPermit", [offering, 1, permit]);
        await calling.arm(await shareOffering.getAddress(), call);

        await shareOffering.connect(amina).buyWithPermit(offering, 10, permit);

        const { name } = shareOffering.interface.parseError(await calling.answer()) ?? {};
        expect(name).to.equal("ReentrancyGuardReentrantCall");
        expect(await sharesAndSupply(token, amina)).to.deep.equal([10n, 10n]);
      });
    });
  });
});

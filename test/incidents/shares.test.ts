import { expect } from "chai";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { setNextTime, networkHelpers } from "../fixture/connection.ts";
import { Phase } from "../fixture/enumerations.ts";
import { buyTogether } from "../fixture/neighbours.ts";
import { impersonate } from "../fixture/people.ts";
import { fundDepositor } from "../fixture/shares.ts";
import { COUNTRY, DAY, SAVINGS } from "../fixture/willowmere.ts";

describe("incidents that shall not happen here: shares", () => {
  it("shares sold on while refundable", async () => {
    const before = await networkHelpers.loadFixture(bakeryOnSale);
    const { shareOffering, token, currency, amina, ben, carla, offering, terms } = before;
    await shareOffering.connect(amina).buy(offering, 18);
    await token.connect(amina).approve(carla.address, 18);
    const trySelling = async () => {
      await expect(token.connect(amina).transfer(ben.address, 18)).to.be.revertedWithCustomError(
        token,
        "InvestorTokenLocked",
      );
      await expect(token.connect(carla).transferFrom(amina.address, ben.address, 18)).to.be.revertedWithCustomError(
        token,
        "InvestorTokenLocked",
      );
    };

    await trySelling();
    await networkHelpers.time.increaseTo(terms.worldEnds);
    await trySelling();
    await shareOffering.refund(offering, [ben.address, amina.address, amina.address]);
    await expect(token.connect(amina).transfer(ben.address, 18)).to.be.revertedWithCustomError(
      token,
      "InvestorTokenLocked",
    );

    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
    expect(await currency.balanceOf(ben.address)).to.equal(SAVINGS);
    expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(0);
  });

  it("refunds that need an owner", async () => {
    const before = await networkHelpers.loadFixture(bakeryFailed);
    const { authority, shareOffering, townRegistry, currency, headOffice, stranger, offering, town } = before;
    const { amina, ben, dina, emil } = before;
    await townRegistry.connect(headOffice).removeTownAmbassador(town);
    await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
    await authority.connect(headOffice).beginDefaultAdminTransfer(`0x${"de".repeat(20)}`); // a key nobody has
    await networkHelpers.time.increase(400 * DAY);

    await shareOffering.connect(stranger).refund(
      offering,
      [amina, ben, dina, emil].map(({ address }) => address),
    );

    for (const { address } of [amina, ben, dina, emil]) expect(await currency.balanceOf(address)).to.equal(SAVINGS);
    expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(0);
  });

  it("one blacklisted payee blocking a batch of refunds", async () => {
    const before = await networkHelpers.loadFixture(bakeryFailed);
    const { shareOffering, currency, amina, ben, dina, emil, offering, terms } = before;
    const refusing = await turnInto(currency, "RefusingDollar");
    await refusing.refuse(ben.address, true);

    await shareOffering.refund(
      offering,
      [ben, amina, ben, dina, emil].map(({ address }) => address),
    );

    for (const { address } of [amina, dina, emil]) expect(await currency.balanceOf(address)).to.equal(SAVINGS);
    expect(await shareOffering.keptOf(offering, ben.address)).to.equal(12n * terms.price);
    expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(12n * terms.price);
    await refusing.refuse(ben.address, false);
    await shareOffering.claimKept(offering, ben.address);
    expect(await currency.balanceOf(ben.address)).to.equal(SAVINGS);
  });

  it("dust that blocks the last purchase", async () => {
    const before = await networkHelpers.loadFixture(bakeryOnSale);
    const { shareOffering, token, currency, amina, stranger, offering, terms } = before;
    const address = await shareOffering.getAddress();
    await currency.connect(stranger).transfer(address, 1); // a unit that is no price of any share
    await buyTogether(shareOffering, offering, 149); // one of 150 is left

    await expect(shareOffering.connect(amina).buy(offering, 2))
      .to.be.revertedWithCustomError(shareOffering, "ShareOfferingSoldOut")
      .withArgs(2, 1);
    await shareOffering.connect(amina).buy(offering, 1);

    expect(await token.totalSupply()).to.equal(150);
    expect(await currency.balanceOf(address)).to.equal(150n * terms.price + 1n);
    await setNextTime(terms.localEnds);
    await shareOffering.settle(offering);
    expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Settled);
  });

  it("a goal failed by a last-minute cancel", async () => {
    const before = await networkHelpers.loadFixture(bakeryOnSale);
    const { shareOffering, ben, offering, terms } = before;
    await shareOffering.connect(ben).buy(offering, 18);
    await buyTogether(shareOffering, offering, 82); // the goal, exactly
    const until = terms.localEnds - 7 * DAY;

    for (const second of [until, terms.localEnds - 1]) {
      await setNextTime(second);
      await expect(shareOffering.connect(ben).cancel(offering, 1))
        .to.be.revertedWithCustomError(shareOffering, "ShareOfferingTooLateToCancel")
        .withArgs(second, until);
    }
    await setNextTime(terms.localEnds);
    await expect(shareOffering.connect(ben).cancel(offering, 1)).to.be.revertedWithCustomError(
      shareOffering,
      "ShareOfferingNotOpen",
    );

    await setNextTime(terms.localEnds + 1);
    await expect(shareOffering.settle(offering))
      .to.emit(shareOffering, "PhaseEnded")
      .withArgs(offering, Phase.Local, Phase.Succeeded, 100);
  });

  it("a refund re-entered", async () => {
    const before = await networkHelpers.loadFixture(bakeryFailed);
    const { shareOffering, token, currency, amina, ben, dina, emil, offering } = before;
    const holders = [amina, ben, dina, emil].map(({ address }) => address);
    const calling = await turnInto(currency, "ReentrantDollar");
    const call = shareOffering.interface.encodeFunctionData("refund", [offering, holders]);
    await calling.arm(await shareOffering.getAddress(), call);

    await shareOffering.refund(offering, holders);

    const { name } = shareOffering.interface.parseError(await calling.answer()) ?? {};
    expect(name).to.equal("ReentrancyGuardReentrantCall");
    for (const holder of holders) expect(await currency.balanceOf(holder)).to.equal(SAVINGS);
    expect(await token.totalSupply()).to.equal(0);
    expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(0);
  });

  it("dividends lost on burn", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { shareOffering, token, currency, amina, ben } = before;
    const splitter = await fundDepositor(before, 1_100n);
    const offering = await impersonate(shareOffering);
    await token.connect(splitter).deposit(1_100); // ten a share

    for (const holder of [amina, ben]) {
      await expect(token.connect(offering).burn(holder.address, 1)).to.be.revertedWithCustomError(
        token,
        "InvestorTokenUnlocked",
      );
    }
    await token.connect(amina).transfer(ben.address, 60); // amina has no shares left

    expect(await token.claimable(amina.address)).to.equal(600);
    expect(await token.claimable(ben.address)).to.equal(500);
    await token.claim(amina.address);
    await token.claim(ben.address);
    expect(await currency.balanceOf(await token.getAddress())).to.equal(0);
  });

  it("rounding milked by a thousand small claims", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { token, currency, amina, ben } = before;
    const splitter = await fundDepositor(before, 109_000n);
    const had = await Promise.all([amina, ben].map(({ address }) => currency.balanceOf(address)));

    const gasLimit = 300_000; // spares a thousand estimates
    for (let i = 0; i < 1_000; i++) {
      await token.connect(splitter).deposit(109, { gasLimit }); // one unit too few for each of 110 shares
      await token.claim(amina.address, { gasLimit });
    }
    await token.claim(ben.address);

    const has = await Promise.all([amina, ben].map(({ address }) => currency.balanceOf(address)));
    const perShare = 109_000n / 110n;
    expect(has.map((now, i) => now - (had[i] ?? 0n))).to.deep.equal([60n * perShare, 50n * perShare]);
    expect(await currency.balanceOf(await token.getAddress())).to.equal(109_000n % 110n);
    expect((await token.ledger()).remainder).to.equal(109_000n % 110n);
  });

  it("a claim of dividends re-entered", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { token, currency, amina, ben } = before;
    const splitter = await fundDepositor(before, 1_100n);
    await token.connect(splitter).deposit(1_100);
    const had = await currency.balanceOf(amina.address);
    const calling = await turnInto(currency, "ReentrantDollar");
    await calling.arm(await token.getAddress(), token.interface.encodeFunctionData("claim", [amina.address]));

    await token.claim(amina.address);

    expect(token.interface.parseError(await calling.answer())?.name).to.equal("ReentrancyGuardReentrantCall");
    expect((await currency.balanceOf(amina.address)) - had).to.equal(600);
    expect(await token.claimable(ben.address)).to.equal(500);
    expect(await currency.balanceOf(await token.getAddress())).to.equal(500);
  });
});

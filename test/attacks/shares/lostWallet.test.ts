import { expect } from "chai";
import { moveWallet } from "../../fixture/asSuccession.ts";
import { bakeryFailed } from "../../fixture/bakeryFailed.ts";
import { bakerySettled } from "../../fixture/bakerySettled.ts";
import { networkHelpers } from "../../fixture/connection.ts";
import { letWait } from "../../fixture/letWait.ts";
import { fundDepositor } from "../../fixture/shares.ts";
import { turnInto } from "../../fixture/turnInto.ts";
import { SAVINGS } from "../../fixture/willowmere.ts";

describe("money is pushed into a lost wallet while its owner is about to get another one", () => {
  it("waits, when it is a refund that a volunteer sends for all, who get theirs in the same batch", async () => {
    const before = await networkHelpers.loadFixture(bakeryFailed);
    const { shareOffering, token, currency, amina, ben, emil, stranger, offering, terms } = before;
    const registry = await letWait(before, amina.address);

    const refunded = await shareOffering.connect(emil).refund(offering, [amina.address, ben.address]);

    const reason = shareOffering.interface.encodeErrorResult("ShareOfferingWaiting", [amina.address]);
    await expect(refunded).to.emit(shareOffering, "RefundSkipped").withArgs(offering, amina.address, reason);
    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS - 15n * terms.price);
    expect(await token.balanceOf(amina.address)).to.equal(15);
    expect(await currency.balanceOf(ben.address)).to.equal(SAVINGS);

    // The new wallet is confirmed, and what waited is hers there.
    await registry.letWait(amina.address, false);
    await moveWallet(before, "amina", stranger);
    const had = await currency.balanceOf(stranger.address);
    await shareOffering.connect(emil).refund(offering, [amina.address]);
    expect((await currency.balanceOf(stranger.address)) - had).to.equal(15n * terms.price);
  });

  it("waits, when it is a refund that the currency once refused", async () => {
    const before = await networkHelpers.loadFixture(bakeryFailed);
    const { shareOffering, currency, amina, emil, offering, terms } = before;
    const refusing = await turnInto(currency, "RefusingDollar");
    await refusing.refuse(amina.address, true);
    await shareOffering.refund(offering, [amina.address]);
    await refusing.refuse(amina.address, false);
    await letWait(before, amina.address);

    await expect(shareOffering.connect(emil).claimKept(offering, amina.address))
      .to.be.revertedWithCustomError(shareOffering, "ShareOfferingWaiting")
      .withArgs(amina.address);

    expect(await shareOffering.keptOf(offering, amina.address)).to.equal(15n * terms.price);
  });

  it("waits, when it is a dividend", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { token, amina, emil } = before;
    const splitter = await fundDepositor(before, 1_100n);
    await token.connect(splitter).deposit(1_100);
    await letWait(before, amina.address);

    await expect(token.connect(emil).claim(amina.address))
      .to.be.revertedWithCustomError(token, "InvestorTokenWaiting")
      .withArgs(amina.address);

    expect(await token.claimable(amina.address)).to.equal(600);
  });

  it("is paid all the same to whoever claims it from the wallet itself, which is not lost then", async () => {
    const before = await networkHelpers.loadFixture(bakeryFailed);
    const { shareOffering, currency, amina, offering } = before;
    await letWait(before, amina.address);

    await shareOffering.connect(amina).refund(offering, [amina.address]);

    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
  });
});

import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { expect } from "chai";
import { bakeryFailed } from "../../fixture/bakeryFailed.ts";
import { bakerySettled } from "../../fixture/bakerySettled.ts";
import { networkHelpers } from "../../fixture/connection.ts";
import { fundDepositor } from "../../fixture/shares.ts";
import { aminaLoses } from "../../fixture/succeeding.ts";
import { turnInto } from "../../fixture/turnInto.ts";
import { finaliseWeek } from "../../fixture/weeks.ts";
import { SAVINGS } from "../../fixture/willowmere.ts";

describe("money is pushed into a lost wallet while its owner is about to get another one", () => {
  it("waits, when it is a refund that a volunteer sends for all, who get theirs in the same batch", async () => {
    const before = await networkHelpers.loadFixture(bakeryFailed);
    const { shareOffering, token, currency, amina, ben, emil, stranger, offering, terms } = before;
    const { confirm } = await aminaLoses(before, stranger);

    const refunded = await shareOffering.connect(emil).refund(offering, [amina.address, ben.address]);

    const reason = shareOffering.interface.encodeErrorResult("ShareOfferingWaiting", [amina.address]);
    await expect(refunded).to.emit(shareOffering, "RefundSkipped").withArgs(offering, amina.address, reason);
    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS - 15n * terms.price);
    expect(await token.balanceOf(amina.address)).to.equal(15);
    expect(await currency.balanceOf(ben.address)).to.equal(SAVINGS);

    // The new wallet is confirmed, and what waited is hers there, whoever sends it.
    await confirm();
    const had = await currency.balanceOf(stranger.address);
    await shareOffering.connect(emil).refund(offering, [amina.address]);
    expect((await currency.balanceOf(stranger.address)) - had).to.equal(15n * terms.price);
  });

  it("waits, when it is the refund of shares that go to the new wallet with the last key", async () => {
    const before = await networkHelpers.loadFixture(bakeryFailed);
    const { shareOffering, token, currency, amina, emil, stranger, offering, terms } = before;
    const { confirm } = await aminaLoses(before, stranger);
    await shareOffering.connect(emil).refund(offering, [amina.address]);

    await confirm(token);
    expect(await token.balanceOf(stranger.address)).to.equal(15);
    const had = await currency.balanceOf(stranger.address);
    await shareOffering.connect(emil).refund(offering, [stranger.address]);

    expect((await currency.balanceOf(stranger.address)) - had).to.equal(15n * terms.price);
    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS - 15n * terms.price);
  });

  it("waits, when it is a refund that the currency once refused", async () => {
    const before = await networkHelpers.loadFixture(bakeryFailed);
    const { shareOffering, currency, amina, emil, stranger, offering, terms } = before;
    const refusing = await turnInto(currency, "RefusingDollar");
    await refusing.refuse(amina.address, true);
    await shareOffering.refund(offering, [amina.address]);
    await refusing.refuse(amina.address, false);
    const { confirm } = await aminaLoses(before, stranger);

    await expect(shareOffering.connect(emil).claimKept(offering, amina.address))
      .to.be.revertedWithCustomError(shareOffering, "ShareOfferingWaiting")
      .withArgs(amina.address);
    expect(await shareOffering.keptOf(offering, amina.address)).to.equal(15n * terms.price);

    await confirm();
    const had = await currency.balanceOf(stranger.address);
    await shareOffering.connect(emil).claimKept(offering, amina.address);
    expect((await currency.balanceOf(stranger.address)) - had).to.equal(15n * terms.price);
  });

  it("waits, when it is a dividend or a week's cash, and is claimable from the new wallet", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { token, contributions, currency, amina, emil, payer, stranger, town } = before;
    const splitter = await fundDepositor(before, 1_100n);
    await token.connect(splitter).deposit(1_100);
    await currency.connect(payer).approve(await contributions.getAddress(), 40);
    await contributions.connect(payer).fund(town, 40, 1);
    await finaliseWeek(before, weekIndexOf(await networkHelpers.time.latest()), [0, 0, 0, 12, 12]);
    const { confirm } = await aminaLoses(before, stranger);
    const had = await currency.balanceOf(amina.address);

    await expect(token.connect(emil).claim(amina.address))
      .to.be.revertedWithCustomError(token, "InvestorTokenWaiting")
      .withArgs(amina.address);
    await contributions.connect(emil).claim(town, [4], 1);

    expect(await currency.balanceOf(amina.address)).to.equal(had);
    await confirm(token);
    const [claimable, cash] = [await token.claimable(stranger.address), await currency.balanceOf(stranger.address)];
    expect(claimable).to.equal(600);
    await token.connect(emil).claim(stranger.address);
    await contributions.connect(emil).claim(town, [4], 1);
    expect((await currency.balanceOf(stranger.address)) - cash).to.equal(600n + 20n);
    expect(await currency.balanceOf(amina.address)).to.equal(had);
  });

  it("is paid all the same to whoever claims it from the wallet itself, which is not lost then", async () => {
    const before = await networkHelpers.loadFixture(bakeryFailed);
    const { shareOffering, currency, amina, stranger, offering } = before;
    await aminaLoses(before, stranger);

    await shareOffering.connect(amina).refund(offering, [amina.address]);

    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
  });
});

import { expect } from "chai";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { fundDepositor } from "../fixture/shares.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { Phase } from "../fixture/enumerations.ts";

const GIFT = 123_456_789n;

describe("incidents that shall not happen here: donations", () => {
  it("a donation that distorts a denominator: of dividends", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { token, currency, stranger, amina, ben } = before;
    const address = await token.getAddress();
    const splitter = await fundDepositor(before, 2_200n);
    await currency.connect(stranger).transfer(address, GIFT);

    await token.connect(splitter).deposit(1_100);
    await currency.connect(stranger).transfer(address, GIFT);
    await token.connect(splitter).deposit(1_100);

    expect((await token.ledger()).perShare).to.equal(20);
    await token.claim(amina.address);
    await token.claim(ben.address);
    expect(await currency.balanceOf(address)).to.equal(2n * GIFT);
  });

  it("a donation that distorts a denominator: of a sale", async () => {
    const before = await networkHelpers.loadFixture(bakeryOnSale);
    const { shareOffering, token, currency, stranger, amina, offering, terms } = before;
    const address = await shareOffering.getAddress();
    await shareOffering.connect(amina).buy(offering, 18);

    await currency.connect(stranger).transfer(address, 1_000n * terms.price); // ten times the goal

    expect(await token.totalSupply()).to.equal(18);
    await networkHelpers.time.increaseTo(terms.worldEnds);
    expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Failed);
    const had = await currency.balanceOf(amina.address);
    await shareOffering.refund(offering, [amina.address]);
    expect((await currency.balanceOf(amina.address)) - had).to.equal(18n * terms.price);
    expect(await currency.balanceOf(address)).to.equal(1_000n * terms.price);
  });
});

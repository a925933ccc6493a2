import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { splitProfit } from "@one-small-town/core/profit/splitProfit.ts";
import { expect } from "chai";
import { documentOf } from "../../../scripts/operator/documents.ts";
import { authorizationOf } from "../../fixture/authorizationOf.ts";
import { bakerySettled } from "../../fixture/bakerySettled.ts";
import { networkHelpers } from "../../fixture/connection.ts";
import { turnInto } from "../../fixture/turnInto.ts";
import { DOLLAR } from "../../fixture/willowmere.ts";

const ACCOUNTS = documentOf("Accounts", "ipfs://accounts");
const PROFIT = 1_000n * DOLLAR;

/** The bakery's shares are settled, and the payer has allowed a profit of any size. */
async function paying() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  await before.currency.connect(before.payer).approve(await before.profitSplitter.getAddress(), 2n ** 255n);
  return before;
}

describe("members and town fund of a business whose share token an issuer has frozen", () => {
  it("get their parts of its profits all the same, and the holders theirs when it thaws", async () => {
    const before = await networkHelpers.loadFixture(paying);
    const { currency, profitSplitter, contributions, townTreasury, token, payer, business, town } = before;
    const refusing = await turnInto(currency, "RefusingDollar");
    await refusing.refuse(await token.getAddress(), true);
    const { investors, members, fund } = splitProfit(PROFIT, deedPresets.thirds);

    await profitSplitter.connect(payer).deposit(business, PROFIT, 4, "2027 Q1", ACCOUNTS);
    await profitSplitter.connect(payer).deposit(business, PROFIT, 4, "2027 Q2", ACCOUNTS);

    expect(await currency.balanceOf(await contributions.getAddress())).to.equal(2n * members);
    expect(await townTreasury.fundOf(town)).to.equal(2n * fund);
    await refusing.refuse(await token.getAddress(), false);
    for (const kept of [1, 2]) await profitSplitter.passOn(kept);
    expect(await currency.balanceOf(await token.getAddress())).to.equal(2n * investors);
    expect(await currency.balanceOf(await profitSplitter.getAddress())).to.equal(0);
  });
});

describe("a town whose currency has eighteen decimals and a small unit", () => {
  it("takes one ordinary profit after another", async () => {
    const before = await networkHelpers.loadFixture(paying);
    const { currency, profitSplitter, payer, business } = before;
    const profit = 4_800_000_000n * 10n ** 18n; // of dong, about 190,000 US dollars
    await currency.mint(payer.address, 10n ** 40n);

    for (let quarter = 1; quarter <= 4; quarter++) {
      await profitSplitter.connect(payer).deposit(business, profit, 4, `2027 Q${quarter}`, ACCOUNTS);
    }

    expect(await profitSplitter.keptCount()).to.equal(0);
  });

  it("sees what its pool cannot hold kept, not refused, and the other parts go", async () => {
    const before = await networkHelpers.loadFixture(paying);
    const { currency, profitSplitter, townTreasury, payer, business, town } = before;
    await currency.mint(payer.address, 10n ** 40n);
    const profit = 10n ** 30n;

    await profitSplitter.connect(payer).deposit(business, profit, 52, "2027 Q1", ACCOUNTS);

    expect(await townTreasury.fundOf(town)).to.equal(splitProfit(profit, deedPresets.thirds).fund);
    expect((await profitSplitter.keptOf(1)).amount).to.equal(splitProfit(profit, deedPresets.thirds).members);
  });
});

describe("members whose part of a profit somebody would steer", () => {
  for (const weeks of [1, 2, 3]) {
    it(`do not get it in ${weeks} weeks of somebody's choice`, async () => {
      const { profitSplitter, payer, business } = await networkHelpers.loadFixture(paying);

      await expect(profitSplitter.connect(payer).deposit(business, PROFIT, weeks, "2027 Q1", ACCOUNTS))
        .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterBadWeeks")
        .withArgs(weeks);
    });
  }

  it("do not find it kept because a sponsor sent too little gas: all parts go, or none", async () => {
    const before = await networkHelpers.loadFixture(paying);
    const { currency, profitSplitter, payer, stranger, business } = before;
    const args = [business, PROFIT, 4, "2027 Q1", ACCOUNTS] as const;
    const authorization = await authorizationOf(currency, {
      contract: profitSplitter,
      method: "depositWithAuthorization",
      args: [business, PROFIT, 4, "2027 Q1", [ACCOUNTS.hash, ACCOUNTS.uri]],
      payer,
      value: PROFIT,
    });
    const sponsor = profitSplitter.connect(stranger);
    const enough = await sponsor.depositWithAuthorization.estimateGas(...args, authorization);
    const fork = await networkHelpers.takeSnapshot();

    for (let gasLimit = enough / 3n; gasLimit < enough; gasLimit += enough / 60n) {
      const sent = await sponsor.depositWithAuthorization(...args, authorization, { gasLimit }).then(
        (transaction) => transaction.wait(),
        () => null,
      );
      const kept = await profitSplitter.keptCount();
      expect(kept, `with ${gasLimit} gas`).to.equal(0);
      if (sent?.status === 1) await fork.restore();
    }
  });
});

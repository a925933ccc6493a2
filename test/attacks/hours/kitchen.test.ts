import { expect } from "chai";
import { ENDLESS, turnInto } from "../../fixture/turnInto.ts";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { finaliseWeek, weekWorked } from "../../fixture/weeks.ts";
import { kitchen } from "../../fixture/kitchen.ts";
import { signRedemption } from "../../fixture/signRedemption.ts";
import { SAVINGS } from "../../fixture/willowmere.ts";

describe("a member whose wallet delegates by EIP-7702 to code that knows no signatures", () => {
  it("gets their meal: their own key's signature counts before that code is asked", async () => {
    const { benefits, serving, amina, meal, weekIndex } = await networkHelpers.loadFixture(kitchen);
    const redemption = await signRedemption(benefits, amina, {
      benefit: meal,
      weekIndex,
      number: 4,
      cumulativeUnits: 1,
    });
    const delegate = await ethers.deployContract("TestDollar");
    await networkHelpers.setCode(amina.address, `0xef0100${(await delegate.getAddress()).slice(2)}`);

    await serving.redeem(redemption);

    expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(1);
  });
});

describe("the members fed by a kitchen's offline day", () => {
  /** Forty-one entries, the first of a wallet that may have become endless code, signed by nobody. */
  async function day() {
    const all = await networkHelpers.loadFixture(kitchen);
    const { benefits, amina, ben, stranger, meal, weekIndex } = all;
    const first = await signRedemption(benefits, stranger, { benefit: meal, weekIndex, number: 4, cumulativeUnits: 1 });
    const others = [];
    for (let units = 1; units <= 40; units++) {
      others.push(await signRedemption(benefits, ben, { benefit: meal, weekIndex, number: 5, cumulativeUnits: units }));
    }
    await networkHelpers.setCode(amina.address, ENDLESS);
    return { ...all, entries: [first, ...others] };
  }

  it("are all written down, though one wallet's code never ends", async () => {
    const { benefits, serving, entries, meal, weekIndex } = await networkHelpers.loadFixture(day);

    const receipt = await (await serving.redeemBatch(entries, { gasLimit: 4_000_000 })).wait();

    expect(receipt?.logs.length).to.equal(41);
    expect(await benefits.redeemedOf(meal, weekIndex, 5)).to.equal(40);
    expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(0);
  });

  it("are all written down, though ten entries are of that wallet", async () => {
    const { benefits, serving, entries, meal, weekIndex } = await networkHelpers.loadFixture(day);
    const [bad, ...good] = entries;

    await serving.redeemBatch([...Array.from({ length: 10 }, () => bad!), ...good], { gasLimit: 8_000_000 });

    expect(await benefits.redeemedOf(meal, weekIndex, 5)).to.equal(40);
  });

  it("are all written down, though an entry is another town's or of nothing", async () => {
    const { benefits, serving, ben, entries, meal, weekIndex } = await networkHelpers.loadFixture(day);
    const stray = await signRedemption(benefits, ben, { benefit: 77, weekIndex, number: 5, cumulativeUnits: 1 });

    await serving.redeemBatch([stray, ...entries.slice(1)]);

    expect(await benefits.redeemedOf(meal, weekIndex, 5)).to.equal(40);
  });
});

describe("the members paid in one batch", () => {
  it("are all paid, though the currency tells every receiver, and one wallet's code never ends", async () => {
    const all = await networkHelpers.loadFixture(weekWorked);
    const { contributions, infinityToken, currency, payer, townAmbassador, amina, ben, town, weekIndex } = all;
    await currency.connect(payer).approve(await contributions.getAddress(), 300);
    await contributions.connect(payer).fund(town, 300, 1);
    await finaliseWeek(all, weekIndex, [12, 0, 0, 12, 12]);
    await turnInto(currency, "TellingDollar");
    await networkHelpers.setCode(amina.address, ENDLESS);

    const claim = contributions.claim(town, [4, 5, 1], 1, { gasLimit: 1_000_000 });

    await expect(claim).to.emit(contributions, "CashKept").withArgs(town, 4, amina.address, 100);
    for (const { address } of [ben, townAmbassador]) {
      expect(await currency.balanceOf(address)).to.equal(SAVINGS + 100n);
    }
    expect(await infinityToken.balanceOf(amina.address)).to.equal(10n ** 18n);
    await networkHelpers.setCode(amina.address, "0x");
    await contributions.claimKept(town, 4);
    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS + 100n);
  });
});

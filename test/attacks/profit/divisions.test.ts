import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { DORMANT_FOR } from "@one-small-town/core/rules/FinalDivision.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { expect } from "chai";
import { networkHelpers } from "../../fixture/connection.ts";
import { divided, give, lost } from "../../fixture/deserted.ts";
import { SpendingState } from "../../fixture/enumerations.ts";
import { appointAmbassador } from "../../fixture/keys.ts";
import { AMOUNT, approve, funded, propose, sixteenWorked, worked } from "../../fixture/spending.ts";
import { finaliseWeek } from "../../fixture/weeks.ts";
import { ENDLESS, turnInto } from "../../fixture/turnInto.ts";
import { COUNTRY, DAY, SAVINGS } from "../../fixture/willowmere.ts";

const { time } = networkHelpers;

describe("a town that has lost its Country Ambassador and works on", () => {
  it("is not divided among the few of a quiet week that somebody waited for", async () => {
    const before = await networkHelpers.loadFixture(funded);
    const { contributions, townRegistry, finalDivision, currency, headOffice, payer, signerAt, town } = before;
    await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
    await time.increase(DORMANT_FOR);
    const weekIndex = weekIndexOf(await time.latest());
    await finaliseWeek(before, weekIndex, worked(16));
    await time.increase(9 * 7 * DAY);
    await currency.connect(payer).approve(await contributions.getAddress(), 5_200);
    await contributions.connect(payer).fund(town, 5_200, 52);
    await finaliseWeek(before, weekIndexOf(await time.latest()), [0, 0, 0, 0, 0, SHIFT]); // number 6 alone
    const had = await currency.balanceOf(signerAt(6).address);

    await finalDivision.divide(town);
    await finalDivision.claim(1, [6]);

    const { active, cashPerActive } = await finalDivision.divisionOf(1);
    expect(active).to.equal(16);
    expect((await currency.balanceOf(signerAt(6).address)) - had).to.equal(cashPerActive);
  });

  it("is not divided over what was approved: a spending has long lapsed when it can be divided", async () => {
    const before = await networkHelpers.loadFixture(sixteenWorked);
    const { townTreasury, townRegistry, finalDivision, headOffice, town } = before;
    await propose(before, "town");
    await approve(before, "town");
    await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY); // in the same minute
    const since = await time.latest();

    await time.increaseTo(since + 38 * DAY);
    expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Lapsed);
    await expect(finalDivision.divide(town)).to.be.revertedWithCustomError(finalDivision, "FinalDivisionTooEarly");
    expect(await townTreasury.fundOf(town)).to.be.greaterThan(AMOUNT);
  });
});

describe("who gives to a town that was divided", () => {
  it("does not see it divided at once, however often somebody tries", async () => {
    const before = await networkHelpers.loadFixture(divided);
    const { finalDivision, townTreasury, stranger, town } = before;

    for (let i = 1; i <= 3; i++) {
      await give(before, 1_600n);
      await expect(finalDivision.connect(stranger).divide(town)).to.be.revertedWithCustomError(
        finalDivision,
        "FinalDivisionTooEarly",
      );
    }
    expect(await townTreasury.fundOf(town)).to.equal(4_800);
  });

  it("gives to the town that finds its ambassador again within a year", async () => {
    const before = await networkHelpers.loadFixture(divided);
    const { authority, finalDivision, townTreasury, townRegistry, headOffice, carla, town } = before;
    await give(before, 1_600n);
    await time.increase(300 * DAY);
    await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
    await time.increase(DORMANT_FOR);

    await expect(finalDivision.divide(town)).to.be.revertedWithCustomError(finalDivision, "FinalDivisionTooEarly");
    expect(await townTreasury.fundOf(town)).to.equal(1_600);
  });

  it("does not see what is meant for the weeks of a year paid out in a minute", async () => {
    const before = await networkHelpers.loadFixture(lost);
    const { finalDivision, contributions, currency, payer, town } = before;
    await finalDivision.divide(town);
    await currency.connect(payer).approve(await contributions.getAddress(), 52_000);
    await contributions.connect(payer).fund(town, 52_000, 52);

    await expect(finalDivision.divide(town)).to.be.revertedWithCustomError(finalDivision, "FinalDivisionTooEarly");
    expect((await contributions.poolOf(town)).undivided).to.equal(52_000);
  });
});

describe("the electors of a divided town paid in one batch", () => {
  it("are all paid, though the currency tells every receiver, and one wallet's code never ends", async () => {
    const before = await networkHelpers.loadFixture(divided);
    const { finalDivision, currency, amina, ben, townAmbassador, town } = before;
    await turnInto(currency, "TellingDollar");
    await networkHelpers.setCode(amina.address, ENDLESS);

    const claimed = finalDivision.claim(1, [4, 5, 1], { gasLimit: 1_000_000 });

    await expect(claimed).to.emit(finalDivision, "PartKept").withArgs(1, 4, amina.address, 116);
    for (const { address } of [ben, townAmbassador]) {
      expect(await currency.balanceOf(address)).to.equal(SAVINGS + 116n);
    }
    await networkHelpers.setCode(amina.address, "0x");
    await finalDivision.claimKept(town, 4);
    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS + 116n);
  });
});

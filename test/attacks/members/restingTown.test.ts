import { expect } from "chai";
import { networkHelpers } from "../../fixture/connection.ts";
import { lost } from "../../fixture/deserted.ts";
import { appointAmbassador } from "../../fixture/keys.ts";
import { DAY } from "../../fixture/willowmere.ts";

describe("those who pay in for a town that has lost its ambassador", () => {
  it("do not pay into a town that head office keeps going beside a division: it rests, and nobody acts for it", async () => {
    const { townRegistry, headOffice, town } = await networkHelpers.loadFixture(lost);

    expect(await townRegistry.isActive(town)).to.equal(false);
    expect(await townRegistry.townKeyOf(town)).to.not.equal(headOffice.address);
    expect(await townRegistry.isAmbassador(town, headOffice.address)).to.equal(false);
  });

  it("can pay in again, and nothing is divided, once head office has filled the office", async () => {
    const all = await networkHelpers.loadFixture(lost);
    const { townRegistry, finalDivision, contributions, currency, payer, carla, stranger, town } = all;
    await finalDivision.connect(stranger).divide(town);
    await appointAmbassador(all, { town }, carla);
    await networkHelpers.time.increase(7 * DAY);
    expect(await townRegistry.isActive(town)).to.equal(true);
    await currency.connect(payer).approve(await contributions.getAddress(), 52_000);
    await contributions.connect(payer).fund(town, 52_000, 52);

    await expect(finalDivision.connect(stranger).divide(town)).to.be.revertedWithCustomError(
      finalDivision,
      "FinalDivisionTooEarly",
    );
  });

  it("are not fooled by an ambassador who is only appointed: the days go on until powers begin", async () => {
    const all = await networkHelpers.loadFixture(lost);
    const { townRegistry, carla, town, since } = all;
    await appointAmbassador(all, { town }, carla);

    expect(await townRegistry.dormantSince(town)).to.equal(since);
    expect(await townRegistry.isActive(town)).to.equal(false);
  });
});

describe("a town whose ambassador is replaced", () => {
  it("does not rest for a day, and its year of rest does not begin", async () => {
    const all = await networkHelpers.loadFixture(lost);
    const { townRegistry, carla, ben, town } = all;
    await appointAmbassador(all, { town }, carla);
    await networkHelpers.time.increase(7 * DAY);
    await appointAmbassador(all, { town }, ben);

    for (let day = 0; day < 9; day++) {
      expect(await townRegistry.isActive(town)).to.equal(true);
      expect(await townRegistry.dormantSince(town)).to.equal(0);
      await networkHelpers.time.increase(DAY);
    }
    expect(await townRegistry.townKeyOf(town)).to.equal(ben.address);
  });
});

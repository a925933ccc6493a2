import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { id } from "ethers";
import { documentOf } from "../../../scripts/operator/documents.ts";
import { networkHelpers } from "../../fixture/connection.ts";
import { appointAmbassador, giveKey } from "../../fixture/keys.ts";
import { finaliseWeek, weekWorked } from "../../fixture/weeks.ts";
import { COUNTRY, DAY } from "../../fixture/willowmere.ts";

const { time } = networkHelpers;
const EVIDENCE = documentOf("The lists of the week", "ipfs://lists");

/** A lie about ben, number 5, is under review; carla is a coordinator too. The week before is final. */
async function lieUnderReview() {
  const all = await networkHelpers.loadFixture(weekWorked);
  const { townRegistry, authority, contributions, coordinator, carla, town, weekIndex } = all;
  await giveKey({ authority, townRegistry }, roleIds.coordinator(town), carla);
  await finaliseWeek(all, weekIndex - 1, []);
  await contributions.connect(coordinator).submit(town, weekIndex, "0x00000000ff", EVIDENCE);
  return all;
}

describe("members, when false hours are under review", () => {
  it("are not left alone when both ambassadors go: head office rejects it", async () => {
    const all = await networkHelpers.loadFixture(lieUnderReview);
    const { authority, contributions, townRegistry, infinityToken, headOffice, countryAmbassador, town } = all;
    await townRegistry.connect(headOffice).removeTownAmbassador(town);
    await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
    await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, countryAmbassador);

    await contributions.connect(headOffice).reject(town, id("ben was on leave"));
    await time.increase(8 * DAY);

    await expect(contributions.finalise(town)).to.be.revertedWithCustomError(
      contributions,
      "ContributionsNothingPending",
    );
    expect(await infinityToken.totalSupply()).to.equal(0);
  });

  for (const [gone, there] of [
    ["removeTownAmbassador", "countryAmbassador"],
    ["removeCountryAmbassador", "townAmbassador"],
  ] as const) {
    it(`are not left alone when one ambassador goes by ${gone}: the other rejects it, and hours can be mended`, async () => {
      const all = await networkHelpers.loadFixture(lieUnderReview);
      const { contributions, townRegistry, headOffice, carla, town } = all;
      await townRegistry.connect(headOffice)[gone](gone === "removeTownAmbassador" ? town : COUNTRY);

      await contributions.connect(carla).amend(town, [5], "0x00");
      expect((await contributions.pendingOf(town)).active).to.equal(0);
      await contributions.connect(all[there]).reject(town, id("ben was on leave"));

      expect((await contributions.pendingOf(town)).active).to.equal(0);
    });
  }

  it("are not lied to anew while nobody is in power who could look", async () => {
    const all = await networkHelpers.loadFixture(lieUnderReview);
    const { contributions, townRegistry, headOffice, coordinator, carla, town, weekIndex } = all;
    await townRegistry.connect(headOffice).removeTownAmbassador(town);
    await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

    await expect(contributions.connect(carla).amend(town, [4], "0xff"))
      .to.be.revertedWithCustomError(contributions, "ContributionsNobodyInPower")
      .withArgs(town);
    await contributions.connect(headOffice).reject(town, id("ben was on leave"));
    await expect(contributions.connect(coordinator).submit(town, weekIndex, "0x00000000ff", EVIDENCE))
      .to.be.revertedWithCustomError(contributions, "ContributionsNobodyInPower")
      .withArgs(town);
  });

  it("see every amendment for three days: nothing is written from nothing in the last second", async () => {
    const all = await networkHelpers.loadFixture(lieUnderReview);
    const { contributions, coordinator, townAmbassador, carla, town, weekIndex } = all;
    await contributions.connect(townAmbassador).reject(town, id("ben was on leave"));
    await contributions.connect(coordinator).submit(town, weekIndex, "0x", EVIDENCE);
    const ends = Number((await contributions.pendingOf(town)).reviewEnds);
    await time.setNextBlockTimestamp(ends - 1);

    await contributions.connect(carla).amend(town, [4], "0xff");

    expect((await contributions.pendingOf(town)).reviewEnds).to.equal(ends - 1 + 3 * DAY);
    await time.setNextBlockTimestamp(ends - 1 + 3 * DAY - 1);
    await contributions.connect(townAmbassador).reject(town, id("nor was amina there"));
  });

  it("are not paid by a coordinator and a Town Ambassador for hours of each other in one transaction's time", async () => {
    const all = await networkHelpers.loadFixture(lieUnderReview);
    const { contributions, townAmbassador, town } = all;
    const submittedAt = await time.latest();
    await time.setNextBlockTimestamp(submittedAt + 4 * DAY - 1);

    // The ambassador writes the coordinator's byte: three days in which the country's ambassador or head office may reject.
    await contributions.connect(townAmbassador).amend(town, [2], "0xff");

    expect((await contributions.pendingOf(town)).reviewEnds).to.equal(submittedAt + 7 * DAY - 1);
    await contributions.connect(all.countryAmbassador).reject(town, id("nor was the coordinator there"));
  });
});

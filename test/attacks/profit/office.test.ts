import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { expect } from "chai";
import { proposeIdea } from "../../../scripts/operator/businesses.ts";
import { networkHelpers } from "../../fixture/connection.ts";
import { SpendingState } from "../../fixture/enumerations.ts";
import { objectionOf } from "../../fixture/objectionOf.ts";
import { decisiveFrom, funded, OFFICE, payOffice, PURPOSE, worked } from "../../fixture/spending.ts";
import { openHillside } from "../../fixture/twoTowns.ts";
import { finaliseWeek } from "../../fixture/weeks.ts";
import { COUNTRY, DAY } from "../../fixture/willowmere.ts";

const { time } = networkHelpers;

/**
 * Sixteen people of Willowmere work, and its mill has filled the country office's fund. Head office has founded a town on
 * paper in the same country, with people of its own who have an idea for a project; `ask` approves the whole of the fund
 * for it.
 */
async function paperTown() {
  const before = await networkHelpers.loadFixture(funded);
  const { hillside: paper, ...people } = await openHillside(before, before.currencyAddress, COUNTRY);
  const weekIndex = weekIndexOf(await time.latest());
  await finaliseWeek(before, weekIndex, worked(16));
  const project = await proposeIdea(before.deployment, {
    town: paper,
    kind: "upliftment",
    metadata: PURPOSE,
    member: people.sam,
  });
  await time.increaseTo(decisiveFrom(weekIndex));
  const { townTreasury, countryAmbassador, headOffice, stranger } = before;
  const payee = stranger.address;
  const ask = async () => {
    await townTreasury.connect(countryAmbassador).proposeFromOffice(project, OFFICE, payee, PURPOSE);
    const content = { project, fromOffice: true, payee, amount: OFFICE, document: PURPOSE.hash };
    return townTreasury.connect(headOffice).approve(1, content);
  };
  return { ...before, ...people, paper, weekIndex, ask };
}

type Paper = Awaited<ReturnType<typeof paperTown>>;

async function willowmereBlocks({ townTreasury, stranger, signerAt, town }: Paper) {
  for (const number of [1, 3, 4, 5]) {
    const signature = await objectionOf(townTreasury, { signer: signerAt(number), town, number, spendings: [1] });
    await townTreasury.connect(stranger).objectWithSignature(town, number, [1], signature);
  }
}

describe("the people whose mill filled the country office's fund", () => {
  it("block what it shall pay for a town in which nobody has worked", async () => {
    const before = await networkHelpers.loadFixture(paperTown);
    const { townTreasury } = before;
    await before.ask();

    await willowmereBlocks(before);

    expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Blocked);
    await time.increase(7 * DAY);
    await expect(townTreasury.execute(1)).to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState");
  });

  it("are not outvoted by a town on paper whose people work, pay in, and agree", async () => {
    const before = await networkHelpers.loadFixture(paperTown);
    const { townTreasury, paper, rosa, weekIndex } = before;
    await finaliseWeek({ ...before, coordinator: rosa, town: paper }, weekIndex + 8, [12, 12, 0, 12]);
    await payOffice(before, paper, 1n);
    await time.increaseTo(decisiveFrom(weekIndex + 8));
    await before.ask();

    await willowmereBlocks(before);

    expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Blocked);
  });

  it("are asked although the project's own town has no electors, and pays nothing in silence", async () => {
    const before = await networkHelpers.loadFixture(paperTown);
    await before.ask();

    const { electors, needed } = await before.townTreasury.voteOf(1, before.town);
    expect([electors, needed]).to.deep.equal([16n, 4n]);
    expect((await before.townTreasury.voteOf(1, before.paper)).electors).to.equal(0);
  });

  it("lose nothing to a town that only gave: a gift buys no voice", async () => {
    const before = await networkHelpers.loadFixture(paperTown);
    const { townTreasury, currency, payer, paper, petra } = before;
    await currency.connect(payer).approve(await townTreasury.getAddress(), 1);
    await townTreasury.connect(payer).donateToOffice(paper, 1);
    await before.ask();

    await expect(townTreasury.connect(petra).object(paper, 1, [1]))
      .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotAsked")
      .withArgs(1, paper);
  });
});

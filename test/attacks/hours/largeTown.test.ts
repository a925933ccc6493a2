import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { documentOf } from "../../../scripts/operator/documents.ts";
import { networkHelpers } from "../../fixture/connection.ts";
import { giveKey } from "../../fixture/keys.ts";
import { largeTown, LARGEST } from "../../fixture/largeTown.ts";

const EVIDENCE = documentOf("The lists of the week", "ipfs://lists");

/** What one transaction may use at most (EIP-7825), and what writing hours may. */
const GAS_LIMIT = 16_777_216;
const MOST_GAS = 12_000_000n;

type Town = Awaited<ReturnType<typeof largeTown>>;

/** Everybody's three hours, but for the coordinator who submits and ben, who has left. */
function everybody(): Uint8Array {
  const sheet = new Uint8Array(LARGEST).fill(12);
  sheet[1] = 0;
  sheet[4] = 0;
  return sheet;
}

/** Gas for submitting a week's hours, and for amending them in the last number. */
async function write(
  { authority, townRegistry, contributions, coordinator, amina, town }: Town,
  week: number,
  sheet: Uint8Array,
) {
  await giveKey({ authority, townRegistry }, roleIds.coordinator(town), amina);
  const submitted = await contributions
    .connect(coordinator)
    .submit(town, week, sheet, EVIDENCE, { gasLimit: GAS_LIMIT });
  const amended = await contributions.connect(amina).amend(town, [LARGEST], "0x0d", { gasLimit: GAS_LIMIT });
  return [(await submitted.wait())?.gasUsed ?? 0n, (await amended.wait())?.gasUsed ?? 0n] as const;
}

describe("a town of 24,000 numbers", () => {
  const histories: [what: string, pretend: (town: Town) => Promise<void>, weeksAgo: number][] = [
    ["of whom nobody but one ever left", async () => undefined, 1],
    [
      "who all went away in the running week, and worked until then",
      async ({ pretendAbsences, week }) => {
        await pretendAbsences.away();
        await pretendAbsences.went(week + 8);
      },
      8,
    ],
    [
      "who all went away in the week itself",
      async ({ pretendAbsences, week }) => {
        await pretendAbsences.away();
        await pretendAbsences.went(week);
      },
      8,
    ],
    [
      "who all left and came back every other week",
      async ({ pretendAbsences, week }) => {
        for (let i = 0; i < 8; i++) {
          await pretendAbsences.went(week + i);
          if (i % 2 === 1) await pretendAbsences.refused(week + i);
        }
      },
      8,
    ],
  ];
  for (const [what, pretend, weeksAgo] of histories) {
    it(`${what}, can submit and amend their hours within 12 million gas`, async () => {
      const town = await networkHelpers.loadFixture(largeTown);
      await pretend(town);

      const [submitted, amended] = await write(town, town.week + 8 - weeksAgo, everybody());

      expect(submitted).to.be.below(MOST_GAS);
      expect(amended).to.be.below(MOST_GAS);
    });
  }

  it("of whom everybody went away in a week, can submit that week's hours and none of the next", async () => {
    const town = await networkHelpers.loadFixture(largeTown);
    await town.pretendAbsences.away();
    await town.pretendAbsences.went(town.week);
    const alone = new Uint8Array(LARGEST);
    alone[0] = 12;
    const refused = town.contributions.connect(town.coordinator).submit(town.town, town.week + 1, alone, EVIDENCE);
    await expect(refused).to.be.revertedWithCustomError(town.contributions, "ContributionsAway");

    const [submitted] = await write(town, town.week, alone);

    expect(submitted).to.be.below(MOST_GAS);
  });

  it("of whom everybody is gone, has its smallest lie found within 12 million gas", async () => {
    const town = await networkHelpers.loadFixture(largeTown);
    await town.pretendAbsences.away();
    const lie = new Uint8Array(LARGEST);
    lie[LARGEST - 1] = 1;

    await expect(
      town.contributions.connect(town.coordinator).submit(town.town, town.week, lie, EVIDENCE, { gasLimit: MOST_GAS }),
    )
      .to.be.revertedWithCustomError(town.contributions, "ContributionsAway")
      .withArgs(town.town, LARGEST, town.week);
  });

  it("finalises what it worked within a million gas", async () => {
    const town = await networkHelpers.loadFixture(largeTown);
    await write(town, town.week, everybody());
    await networkHelpers.time.increaseTo((await town.contributions.pendingOf(town.town)).reviewEnds);

    const finalised = await (await town.contributions.finalise(town.town)).wait();

    expect(finalised?.gasUsed).to.be.below(1_000_000n);
    expect(await town.contributions.electorsOf(town.town)).to.deep.equal([1, LARGEST - 2]);
  });
});

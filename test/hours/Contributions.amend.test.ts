import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { id } from "ethers";
import { documentOf } from "../../scripts/operator/documents.ts";
import { weekStart } from "@one-small-town/core/hours/weeks.ts";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador, giveKey } from "../fixture/keys.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";
import { activeOf, fortyMembers } from "../fixture/fortyMembers.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

const evidence = documentOf("The lists of the week", "ipfs://lists");
const SHIFT = 10n ** 18n;

/** What one transaction may use at most (EIP-7825). */
const MOST_GAS = 16_777_216;

/** Hours of members 1, 3 and 4; the coordinator who submits them is number 2. */
const QUARTERS = "0x0c000b18";

/**
 * Willowmere's week is under review, for 4 days; amina, number 4, and carla, who is no member, are coordinators too. The
 * week before, in which nobody was a member yet, is final.
 */
async function underReview() {
  const before = await networkHelpers.loadFixture(weekWorked);
  await finaliseWeek(before, before.weekIndex - 1, []);
  const { contributions, coordinator, amina, carla, town, weekIndex } = before;
  for (const who of [amina, carla]) await giveKey(before, roleIds.coordinator(town), who);
  await contributions.connect(coordinator).submit(town, weekIndex, QUARTERS, evidence);
  const { pointer, reviewEnds } = await contributions.pendingOf(town);
  const storedNow = async () => ethers.provider.getCode((await contributions.pendingOf(town)).pointer);
  return { ...before, pointer, reviewEnds: Number(reviewEnds), storedNow, amending: contributions.connect(amina) };
}

describe("Contributions", () => {
  describe("amend", () => {
    describe("given a timesheet under review", () => {
      describe("when another coordinator amends it in the last second of the review", () => {
        it("stores the new hours beside the old, and reviews them for three days more", async () => {
          const { contributions, amending, amina, town, weekIndex, pointer, reviewEnds, storedNow } =
            await networkHelpers.loadFixture(underReview);
          await setNextTime(reviewEnds - 1);

          const amendment = amending.amend(town, [1, 2, 3], "0x00170c");
          await amendment;
          const pending = await contributions.pendingOf(town);
          await expect(amendment)
            .to.emit(contributions, "TimesheetAmended")
            .withArgs(
              ...[town, weekIndex, amina.address, pending.pointer, reviewEnds - 1 + 3 * DAY],
              ...[3, 0, [1n, 2n, 3n], "0x00170c"],
            );

          expect(recordOf(pending)).to.deep.equal({
            pointer: pending.pointer,
            weekIndex: BigInt(weekIndex),
            reviewEnds: BigInt(reviewEnds - 1 + 3 * DAY),
            jumpSince: 0n,
            by: amina.address,
            submitter: 2n,
            active: 3n,
            electors: 0n,
            shifts: 4n,
          });
          expect(pending.pointer).to.not.equal(pointer);
          expect(await storedNow()).to.equal("0x0000170c18");
          expect(await ethers.provider.getCode(pointer)).to.equal(`0x00${QUARTERS.slice(2)}`);
          expect(await contributions.timesheetOf(town, weekIndex)).to.equal(0);
        });
      });

      describe("when the longer review is over", () => {
        it("finalises the amended hours, and not before", async () => {
          const { contributions, infinityToken, amending, town, weekIndex, reviewEnds } =
            await networkHelpers.loadFixture(underReview);
          await setNextTime(reviewEnds - 1);
          await amending.amend(town, [1, 2, 3], "0x00170c");
          const ends = reviewEnds - 1 + 3 * DAY;

          await setNextTime(ends - 1);
          await expect(contributions.finalise(town))
            .to.be.revertedWithCustomError(contributions, "ContributionsReviewRuns")
            .withArgs(town, weekIndex, ends);
          await setNextTime(ends);
          await expect(contributions.finalise(town))
            .to.emit(contributions, "TimesheetFinalised")
            .withArgs(town, weekIndex, 0, 3, 4, 0, 0);

          expect(await infinityToken.totalSupply()).to.equal(4n * SHIFT);
          const quarters = await Promise.all([1, 2, 3, 4].map((n) => contributions.quartersAt(town, 0, n)));
          expect(quarters).to.deep.equal([0, 0x17, 0x0c, 0x18]);
        });
      });

      describe("when an ambassador rejects what was amended, after the first review", () => {
        it("removes it", async () => {
          const { contributions, amending, townAmbassador, town, weekIndex, reviewEnds } =
            await networkHelpers.loadFixture(underReview);
          await setNextTime(reviewEnds - 1);
          await amending.amend(town, [1], "0x00");
          await setNextTime(reviewEnds + 1);

          await expect(contributions.connect(townAmbassador).reject(town, id("no list")))
            .to.emit(contributions, "TimesheetRejected")
            .withArgs(town, weekIndex, townAmbassador.address, id("no list"));
        });
      });

      for (const [what, numbers, quarters, stored] of [
        ["one byte", [1], "0xff", "0x00ff000b18"],
        ["the byte of the coordinator who submitted", [2], "0x0c", "0x000c0c0b18"],
        ["no time instead of some", [1, 3], "0x0000", "0x0000000018"],
        ["the same as before", [3], "0x0b", "0x000c000b18"],
        ["a number just beyond the end", [5], "0x0c", "0x000c000b180c"],
        ["a number not given, without time", [1, 7], "0x0d00", "0x000d000b18000000"],
      ] as const) {
        describe(`when the amendment is ${what}`, () => {
          it(`stores ${stored}`, async () => {
            const { amending, town, storedNow } = await networkHelpers.loadFixture(underReview);

            await amending.amend(town, [...numbers], quarters);

            expect(await storedNow()).to.equal(stored);
          });
        });
      }

      describe("when numbers lie far beyond the end", () => {
        it("fills the bytes between with zero", async () => {
          const { contributions, townAmbassador, coordinator, amending, town, weekIndex, storedNow } =
            await networkHelpers.loadFixture(underReview);
          await contributions.connect(townAmbassador).reject(town, id("again"));
          await contributions.connect(coordinator).submit(town, weekIndex, "0x0c", evidence);

          await amending.amend(town, [3, 5], "0x0d0e");

          expect(await storedNow()).to.equal("0x000c000d000e");
        });
      });

      describe("when it is amended from a timesheet without any byte", () => {
        it("stores the amendment alone", async () => {
          const { contributions, townAmbassador, coordinator, amending, town, weekIndex, storedNow } =
            await networkHelpers.loadFixture(underReview);
          await contributions.connect(townAmbassador).reject(town, id("again"));
          await contributions.connect(coordinator).submit(town, weekIndex, "0x", evidence);

          await amending.amend(town, [1], "0x0d");

          expect(await storedNow()).to.equal("0x000d");
        });
      });

      describe("when it is amended on the first day", () => {
        it("is reviewed as long as before: an amendment shortens nothing", async () => {
          const { contributions, amending, town, reviewEnds } = await networkHelpers.loadFixture(underReview);

          await amending.amend(town, [1], "0x00");

          expect((await contributions.pendingOf(town)).reviewEnds).to.equal(reviewEnds);
        });
      });

      describe("when a coordinator who is no member amends it", () => {
        it("stores any member's hours", async () => {
          const { contributions, carla, town, storedNow } = await networkHelpers.loadFixture(underReview);

          await contributions.connect(carla).amend(town, [1, 2, 3, 4, 5], "0x0c0d0e0f10");

          expect(await storedNow()).to.equal("0x000c0d0e0f10");
        });
      });
    });

    describe("given that another coordinator amends than the one who wrote it last", () => {
      describe("when it is the one who submitted it", () => {
        it("reverts with ContributionsSameCoordinator", async () => {
          const { contributions, coordinator, town, storedNow } = await networkHelpers.loadFixture(underReview);

          await expect(contributions.connect(coordinator).amend(town, [1], "0x00"))
            .to.be.revertedWithCustomError(contributions, "ContributionsSameCoordinator")
            .withArgs(town, coordinator.address);
          expect(await storedNow()).to.equal(`0x00${QUARTERS.slice(2)}`);
        });
      });

      describe("when they take turns", () => {
        it("takes each amendment, and refuses whoever wrote last", async () => {
          const { contributions, coordinator, amending, amina, carla, town, storedNow } =
            await networkHelpers.loadFixture(underReview);
          await amending.amend(town, [1], "0x0d");

          await expect(amending.amend(town, [1], "0x0e"))
            .to.be.revertedWithCustomError(contributions, "ContributionsSameCoordinator")
            .withArgs(town, amina.address);
          await contributions.connect(coordinator).amend(town, [4], "0x30");
          await contributions.connect(carla).amend(town, [2], "0x31");

          expect(await storedNow()).to.equal("0x000d310b30");
          expect((await contributions.pendingOf(town)).by).to.equal(carla.address);
        });
      });
    });

    describe("given a timesheet that was a jump, or becomes one", () => {
      /** Forty members; `active` of them were active in the week under review, and ten would be no jump. */
      async function fortyUnderReview(active: number) {
        const all = await networkHelpers.loadFixture(fortyMembers);
        const { townRegistry, authority, contributions, coordinator, carla, town, weekIndex } = all;
        await giveKey({ authority, townRegistry }, roleIds.coordinator(town), carla);
        await finaliseWeek(all, weekIndex, activeOf(3));
        const quarters = ethers.hexlify(Uint8Array.from(activeOf(active)));
        await contributions.connect(coordinator).submit(town, weekIndex + 1, quarters, evidence);
        return { ...all, amending: contributions.connect(carla), submittedAt: await networkHelpers.time.latest() };
      }

      describe("when an amendment on the third day makes it a jump", () => {
        it("is reviewed for seven days from then on", async () => {
          const { contributions, amending, town, submittedAt } = await fortyUnderReview(10);
          expect((await contributions.pendingOf(town)).reviewEnds).to.equal(submittedAt + 4 * DAY);
          await setNextTime(submittedAt + 3 * DAY);

          await amending.amend(town, [40], "0x0c");

          const { active, jumpSince, reviewEnds } = await contributions.pendingOf(town);
          expect([active, jumpSince, reviewEnds]).to.deep.equal([11, submittedAt + 3 * DAY, submittedAt + 10 * DAY]);
        });
      });

      describe("when an amendment makes it none any more", () => {
        it("is still reviewed for seven days from when it first was one", async () => {
          const { contributions, amending, town, submittedAt } = await fortyUnderReview(11);
          await setNextTime(submittedAt + DAY);

          await amending.amend(town, [1], "0x00");

          const { active, jumpSince, reviewEnds } = await contributions.pendingOf(town);
          expect([active, jumpSince, reviewEnds]).to.deep.equal([10, submittedAt, submittedAt + 7 * DAY]);
        });
      });

      describe("when it was none for a day and becomes one again", () => {
        it("counts from when it first was one", async () => {
          const { contributions, amending, coordinator, town, submittedAt } = await fortyUnderReview(11);
          await setNextTime(submittedAt + DAY);
          await amending.amend(town, [1], "0x00");
          await setNextTime(submittedAt + 2 * DAY);

          await contributions.connect(coordinator).amend(town, [1], "0x0c");

          const { jumpSince, reviewEnds } = await contributions.pendingOf(town);
          expect([jumpSince, reviewEnds]).to.deep.equal([submittedAt, submittedAt + 7 * DAY]);
        });
      });

      describe("when a jump is amended on the sixth day", () => {
        it("is reviewed for three days more", async () => {
          const { contributions, amending, town, submittedAt } = await fortyUnderReview(11);
          await setNextTime(submittedAt + 6 * DAY);

          await amending.amend(town, [1], "0x0d");

          expect((await contributions.pendingOf(town)).reviewEnds).to.equal(submittedAt + 9 * DAY);
        });
      });

      describe("when the week lies more than sixteen weeks back", () => {
        it("reverts with ContributionsWeekNotOpen: two coordinators cannot hold up a review for ever", async () => {
          const { contributions, amending, coordinator, town, weekIndex } = await fortyUnderReview(3);
          const turns = [amending, contributions.connect(coordinator)] as const;
          let turn = 0;
          for (;;) {
            const { reviewEnds } = await contributions.pendingOf(town);
            if (Number(reviewEnds) - 1 >= weekStart(weekIndex + 1 + 17)) break;
            await setNextTime(Number(reviewEnds) - 1);
            await turns[turn++ % 2]?.amend(town, [1], "0x0c");
          }
          await setNextTime(weekStart(weekIndex + 1 + 17));

          await expect(turns[turn % 2]?.amend(town, [1], "0x0c"))
            .to.be.revertedWithCustomError(contributions, "ContributionsWeekNotOpen")
            .withArgs(weekIndex + 1, weekIndex + 1 + 17);
        });
      });
    });

    describe("given the byte that the coordinator who submitted may not write", () => {
      describe("when the Town Ambassador writes it", () => {
        it("stores it, reviews it for three days more, and leaves who may amend next", async () => {
          const { contributions, townAmbassador, coordinator, town, weekIndex, reviewEnds, storedNow } =
            await networkHelpers.loadFixture(underReview);
          await setNextTime(reviewEnds - 1);

          const amendment = contributions.connect(townAmbassador).amend(town, [2], "0x18");
          await amendment;

          const { pointer } = await contributions.pendingOf(town);
          await expect(amendment)
            .to.emit(contributions, "TimesheetAmended")
            .withArgs(
              ...[town, weekIndex, townAmbassador.address, pointer, reviewEnds - 1 + 3 * DAY],
              ...[3, 0, [2n], "0x18"],
            );
          expect(await storedNow()).to.equal("0x000c180b18");
          await expect(contributions.connect(coordinator).amend(town, [1], "0x00"))
            .to.be.revertedWithCustomError(contributions, "ContributionsSameCoordinator")
            .withArgs(town, coordinator.address);
        });
      });

      describe("when the Town Ambassador writes it twice, and after another coordinator", () => {
        it("takes each", async () => {
          const { contributions, townAmbassador, amending, town, storedNow } =
            await networkHelpers.loadFixture(underReview);
          const ambassador = contributions.connect(townAmbassador);
          await ambassador.amend(town, [2], "0x18");
          await amending.amend(town, [3], "0x0c");

          await ambassador.amend(town, [2], "0x0d");

          expect(await storedNow()).to.equal("0x000c0d0c18");
        });
      });

      for (const [numbers, quarters] of [
        [[3], "0x0c"],
        [[2, 3], "0x0c0c"],
        [[2, 5], "0x0c00"],
      ] as const) {
        describe(`when the Town Ambassador writes ${quarters} for ${numbers.join(" and ")}`, () => {
          it("reverts with ContributionsNotSubmittersHours", async () => {
            const { contributions, townAmbassador, town } = await networkHelpers.loadFixture(underReview);

            await expect(contributions.connect(townAmbassador).amend(town, [...numbers], quarters))
              .to.be.revertedWithCustomError(contributions, "ContributionsNotSubmittersHours")
              .withArgs(town, 2);
          });
        });
      }

      describe("when the Town Ambassador writes their own, number 1", () => {
        it("reverts with ContributionsOwnHours", async () => {
          const { contributions, townAmbassador, town } = await networkHelpers.loadFixture(underReview);

          await expect(contributions.connect(townAmbassador).amend(town, [1], "0x0c"))
            .to.be.revertedWithCustomError(contributions, "ContributionsOwnHours")
            .withArgs(town, 1);
        });
      });

      describe("when whoever submitted is no member", () => {
        it("reverts with ContributionsNotSubmittersHours: there is no such byte", async () => {
          const { contributions, townAmbassador, carla, town, weekIndex } =
            await networkHelpers.loadFixture(underReview);
          await contributions.connect(townAmbassador).reject(town, id("again"));
          await contributions.connect(carla).submit(town, weekIndex, QUARTERS, evidence);

          await expect(contributions.connect(townAmbassador).amend(town, [2], "0x0c"))
            .to.be.revertedWithCustomError(contributions, "ContributionsNotSubmittersHours")
            .withArgs(town, 0);
        });
      });

      describe("when the Country Ambassador or head office writes it", () => {
        it("reverts with ContributionsNotCoordinator", async () => {
          const { contributions, countryAmbassador, headOffice, town } = await networkHelpers.loadFixture(underReview);

          for (const office of [countryAmbassador, headOffice]) {
            await expect(contributions.connect(office).amend(town, [2], "0x0c"))
              .to.be.revertedWithCustomError(contributions, "ContributionsNotCoordinator")
              .withArgs(town, office.address);
          }
        });
      });

      describe("when a Town Ambassador writes it whose powers have not begun", () => {
        it("reverts with ContributionsNotCoordinator", async () => {
          const { authority, contributions, townRegistry, headOffice, ben, town } =
            await networkHelpers.loadFixture(underReview);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, ben);

          await expect(contributions.connect(ben).amend(town, [2], "0x0c"))
            .to.be.revertedWithCustomError(contributions, "ContributionsNotCoordinator")
            .withArgs(town, ben.address);
        });
      });
    });

    describe("given that nobody writes their own hours", () => {
      for (const [numbers, quarters] of [
        [[4], "0x0c"],
        [[4], "0x18"],
        [[4], "0x00"],
        [[1, 4], "0x0c0c"],
        [[4, 5], "0x0c0c"],
      ] as const) {
        describe(`when amina, number 4, writes ${quarters} for ${numbers.join(" and ")}`, () => {
          it("reverts with ContributionsOwnHours", async () => {
            const { contributions, amending, town } = await networkHelpers.loadFixture(underReview);

            await expect(amending.amend(town, [...numbers], quarters))
              .to.be.revertedWithCustomError(contributions, "ContributionsOwnHours")
              .withArgs(town, 4);
          });
        });
      }
    });

    describe("given an amendment that is not one", () => {
      for (const [numbers, quarters] of [
        [[], "0x"],
        [[], "0x0c"],
        [[1], "0x"],
        [[1], "0x0c0c"],
        [[1, 3], "0x0c"],
      ] as const) {
        describe(`when there are ${numbers.length} numbers and the bytes ${quarters}`, () => {
          it("reverts with ContributionsUneven", async () => {
            const { contributions, amending, town } = await networkHelpers.loadFixture(underReview);

            await expect(amending.amend(town, [...numbers], quarters))
              .to.be.revertedWithCustomError(contributions, "ContributionsUneven")
              .withArgs(numbers.length, quarters.length / 2 - 1);
          });
        });
      }

      for (const [numbers, number, previous] of [
        [[0], 0, 0],
        [[0, 1], 0, 0],
        [[3, 3], 3, 3],
        [[1, 5, 3], 3, 5],
        [[1, 3, 5, 5], 5, 5],
      ] as const) {
        describe(`when the numbers are ${numbers.join(", ")}`, () => {
          it("reverts with ContributionsNotAscending", async () => {
            const { contributions, amending, town } = await networkHelpers.loadFixture(underReview);

            await expect(amending.amend(town, [...numbers], `0x${"0c".repeat(numbers.length)}`))
              .to.be.revertedWithCustomError(contributions, "ContributionsNotAscending")
              .withArgs(number, previous);
          });
        });
      }
    });

    describe("given the rules for members' bytes", () => {
      describe("when a number beyond 24,000 is written", () => {
        it("reverts with ContributionsTooLong, and takes 24,000 without time", async () => {
          const { contributions, amending, town, storedNow } = await networkHelpers.loadFixture(underReview);

          await expect(amending.amend(town, [24_001], "0x00", { gasLimit: MOST_GAS }))
            .to.be.revertedWithCustomError(contributions, "ContributionsTooLong")
            .withArgs(24_001, 24_000);
          await expect(amending.amend(town, [65_535], "0x00", { gasLimit: MOST_GAS }))
            .to.be.revertedWithCustomError(contributions, "ContributionsTooLong")
            .withArgs(65_535, 24_000);
          await amending.amend(town, [24_000], "0x00", { gasLimit: MOST_GAS });

          expect(await storedNow()).to.equal(`0x00${QUARTERS.slice(2)}${"00".repeat(23_996)}`);
        });
      });

      describe("when a number not given gets time", () => {
        it("reverts with ContributionsNotYetMember", async () => {
          const { contributions, amending, town, weekIndex } = await networkHelpers.loadFixture(underReview);

          await expect(amending.amend(town, [1, 6], "0x0c01"))
            .to.be.revertedWithCustomError(contributions, "ContributionsNotYetMember")
            .withArgs(town, 6, weekIndex);
        });
      });

      describe("when a member joined in the week after", () => {
        it("reverts with ContributionsNotYetMember", async () => {
          const { contributions, memberRegistry, registrar, carla, amending, residentUntil, town, weekIndex } =
            await networkHelpers.loadFixture(underReview);
          const joining = { wallet: carla.address, residentUntil, joins: true, personId: idOf("carla") };
          await memberRegistry.connect(registrar).attest(town, [joining]);

          await expect(amending.amend(town, [6], "0x0c"))
            .to.be.revertedWithCustomError(contributions, "ContributionsNotYetMember")
            .withArgs(town, 6, weekIndex);
        });
      });
    });

    describe("given who may not amend", () => {
      describe("when anybody but a coordinator of the town does", () => {
        it("reverts with ContributionsNotCoordinator", async () => {
          const { contributions, otto, petra, quinn, rosa, town } = await networkHelpers.loadFixture(underReview);

          for (const caller of [
            ...(await everybodyBut("coordinator", "amina", "carla", "townAmbassador")),
            otto,
            petra,
            quinn,
            rosa,
          ]) {
            await expect(contributions.connect(caller).amend(town, [1], "0x00"))
              .to.be.revertedWithCustomError(contributions, "ContributionsNotCoordinator")
              .withArgs(town, caller.address);
          }
        });
      });

      for (const removal of ["removeTownAmbassador", "removeCountryAmbassador"] as const) {
        describe(`when the town is dormant by ${removal}, and the other ambassador is in power`, () => {
          it("takes the amendment", async () => {
            const { townRegistry, headOffice, amending, town, storedNow } =
              await networkHelpers.loadFixture(underReview);
            await townRegistry.connect(headOffice)[removal](removal === "removeTownAmbassador" ? town : COUNTRY);

            await amending.amend(town, [1], "0x00");

            expect(await storedNow()).to.equal("0x0000000b18");
          });
        });
      }

      describe("when neither ambassador is in power", () => {
        it("reverts with ContributionsNobodyInPower", async () => {
          const { contributions, townRegistry, headOffice, amending, town } =
            await networkHelpers.loadFixture(underReview);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await expect(amending.amend(town, [1], "0x00"))
            .to.be.revertedWithCustomError(contributions, "ContributionsNobodyInPower")
            .withArgs(town);
        });
      });
    });

    describe("given a review that is over", () => {
      it("reverts with ContributionsReviewOver", async () => {
        const { contributions, amending, town, weekIndex, reviewEnds } = await networkHelpers.loadFixture(underReview);
        await setNextTime(reviewEnds);

        await expect(amending.amend(town, [1], "0x00"))
          .to.be.revertedWithCustomError(contributions, "ContributionsReviewOver")
          .withArgs(town, weekIndex, reviewEnds);
      });
    });

    describe("given nothing under review", () => {
      it("reverts with ContributionsNothingPending, whatever another town has", async () => {
        const { contributions, rosa, hillside, storedNow } = await networkHelpers.loadFixture(underReview);

        await expect(contributions.connect(rosa).amend(hillside, [1], "0x00"))
          .to.be.revertedWithCustomError(contributions, "ContributionsNothingPending")
          .withArgs(hillside);
        expect(await storedNow()).to.equal(`0x00${QUARTERS.slice(2)}`);
      });
    });

    describe("given two towns under review", () => {
      it("amends the one and leaves the other", async () => {
        const { contributions, rosa, amending, town, hillside, weekIndex } =
          await networkHelpers.loadFixture(underReview);
        await contributions.connect(rosa).submit(hillside, weekIndex, "0x0c", evidence);
        const other = await contributions.pendingOf(hillside);

        await amending.amend(town, [1], "0x00");

        expect(await contributions.pendingOf(hillside)).to.deep.equal(other);
      });
    });
  });
});

import { weekEnd, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import { documentOf } from "../../scripts/operator/documents.ts";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

const evidence = documentOf("The lists of the week", "ipfs://lists");

/** What one transaction may use at most (EIP-7825). */
const MOST_GAS = 16_777_216;

/** Hours of members 1, 4 and 5; the coordinator is number 2. */
const QUARTERS = "0x0c00001705";

describe("Contributions", () => {
  describe("submit", () => {
    describe("given an ended week", () => {
      describe("when a coordinator submits it", () => {
        it("stores the hours as code and opens a review of two days", async () => {
          const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);
          const now = (await networkHelpers.time.latest()) + 10;
          await setNextTime(now);

          const submission = contributions.connect(coordinator).submit(town, weekIndex, QUARTERS, evidence);
          await submission;
          const { pointer } = await contributions.pendingOf(town);
          await expect(submission)
            .to.emit(contributions, "TimesheetSubmitted")
            .withArgs(town, weekIndex, coordinator.address, pointer, now + 2 * DAY, evidence.hash, evidence.uri);

          expect(recordOf(await contributions.pendingOf(town))).to.deep.equal({
            pointer,
            weekIndex: BigInt(weekIndex),
            reviewEnds: BigInt(now + 2 * DAY),
            reviewWindow: BigInt(2 * DAY),
            by: coordinator.address,
          });
          expect(await ethers.provider.getCode(pointer)).to.equal(`0x00${QUARTERS.slice(2)}`);
          expect(await contributions.timesheetOf(town, weekIndex)).to.equal(0);
        });
      });

      describe("when the Town Ambassador has set another review window", () => {
        it("opens a review of that length, which a later change does not move", async () => {
          const { contributions, townRegistry, townAmbassador, coordinator, town, weekIndex } =
            await networkHelpers.loadFixture(weekWorked);
          await townRegistry.connect(townAmbassador).setReviewWindow(town, 7 * DAY);
          const now = (await networkHelpers.time.latest()) + 10;
          await setNextTime(now);

          await contributions.connect(coordinator).submit(town, weekIndex, QUARTERS, evidence);
          await townRegistry.connect(townAmbassador).setReviewWindow(town, DAY);

          expect((await contributions.pendingOf(town)).reviewEnds).to.equal(now + 7 * DAY);
        });
      });

      describe("when nobody worked", () => {
        for (const quarters of ["0x", "0x0000000000", `0x${"00".repeat(24_000)}`]) {
          it(`takes ${(quarters.length - 2) / 2} bytes of nothing`, async () => {
            const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);

            await contributions
              .connect(coordinator)
              .submit(town, weekIndex, quarters, evidence, { gasLimit: MOST_GAS });

            const { pointer } = await contributions.pendingOf(town);
            expect(await ethers.provider.getCode(pointer)).to.equal(`0x00${quarters.slice(2)}`);
          });
        }
      });

      describe("when there are more bytes than 24,000", () => {
        it("reverts with ContributionsTooLong", async () => {
          const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);
          const quarters = `0x${"00".repeat(24_001)}`;

          await expect(contributions.connect(coordinator).submit(town, weekIndex, quarters, evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsTooLong")
            .withArgs(24_001, 24_000);
        });
      });

      describe("when there is no evidence", () => {
        it("reverts with ContributionsNoEvidence", async () => {
          const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);

          await expect(
            contributions.connect(coordinator).submit(town, weekIndex, QUARTERS, { ...evidence, hash: ZeroHash }),
          ).to.be.revertedWithCustomError(contributions, "ContributionsNoEvidence");
        });
      });

      describe("when anybody but a coordinator of the town submits it", () => {
        it("reverts with ContributionsNotCoordinator", async () => {
          const { contributions, otto, petra, quinn, rosa, town, weekIndex } =
            await networkHelpers.loadFixture(weekWorked);

          for (const caller of [...(await everybodyBut("coordinator")), otto, petra, quinn, rosa]) {
            await expect(contributions.connect(caller).submit(town, weekIndex, QUARTERS, evidence))
              .to.be.revertedWithCustomError(contributions, "ContributionsNotCoordinator")
              .withArgs(town, caller.address);
          }
        });
      });

      describe("when the coordinator has lost the role", () => {
        it("reverts with ContributionsNotCoordinator", async () => {
          const { authority, contributions, townAmbassador, coordinator, town, weekIndex } =
            await networkHelpers.loadFixture(weekWorked);
          await authority.connect(townAmbassador).revokeRole(roleIds.coordinator(town), coordinator.address);

          await expect(contributions.connect(coordinator).submit(town, weekIndex, QUARTERS, evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsNotCoordinator")
            .withArgs(town, coordinator.address);
        });
      });

      for (const removal of ["removeTownAmbassador", "removeCountryAmbassador"] as const) {
        describe(`when the town is dormant by ${removal}`, () => {
          it("reverts with TownRegistryDormant", async () => {
            const { contributions, townRegistry, headOffice, coordinator, town, weekIndex } =
              await networkHelpers.loadFixture(weekWorked);
            await townRegistry.connect(headOffice)[removal](removal === "removeTownAmbassador" ? town : COUNTRY);

            await expect(contributions.connect(coordinator).submit(town, weekIndex, QUARTERS, evidence))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
              .withArgs(town);
          });
        });
      }
    });

    describe("given the last eight ended weeks", () => {
      describe("when the week has a second to go", () => {
        it("reverts with ContributionsWeekNotOpen", async () => {
          const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);
          await setNextTime(weekEnd(weekIndex + 1) - 1);

          await expect(contributions.connect(coordinator).submit(town, weekIndex + 1, QUARTERS, evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsWeekNotOpen")
            .withArgs(weekIndex + 1, weekIndex + 1);
        });
      });

      describe("when the week has just ended", () => {
        it("takes the timesheet", async () => {
          const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);
          await setNextTime(weekEnd(weekIndex + 1));

          await contributions.connect(coordinator).submit(town, weekIndex + 1, QUARTERS, evidence);

          expect((await contributions.pendingOf(town)).weekIndex).to.equal(weekIndex + 1);
        });
      });

      describe("when it is the eighth week back, to its last second", () => {
        it("takes the timesheet", async () => {
          const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);
          await setNextTime(weekStart(weekIndex + 9) - 1);

          await contributions.connect(coordinator).submit(town, weekIndex, QUARTERS, evidence);

          expect((await contributions.pendingOf(town)).weekIndex).to.equal(weekIndex);
        });
      });

      describe("when it is the ninth week back", () => {
        it("reverts with ContributionsWeekNotOpen", async () => {
          const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);
          await setNextTime(weekStart(weekIndex + 9));

          await expect(contributions.connect(coordinator).submit(town, weekIndex, QUARTERS, evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsWeekNotOpen")
            .withArgs(weekIndex, weekIndex + 9);
        });
      });

      describe("when it lies in the future or at the beginning of time", () => {
        it("reverts with ContributionsWeekNotOpen", async () => {
          const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);

          for (const week of [weekIndex + 2, 65_535, 0]) {
            await expect(contributions.connect(coordinator).submit(town, week, QUARTERS, evidence))
              .to.be.revertedWithCustomError(contributions, "ContributionsWeekNotOpen")
              .withArgs(week, weekIndex + 1);
          }
        });
      });
    });

    describe("given one timesheet at a time", () => {
      async function pending() {
        const before = await networkHelpers.loadFixture(weekWorked);
        await networkHelpers.time.increaseTo(weekEnd(before.weekIndex + 1));
        const submitting = before.contributions.connect(before.coordinator);
        await submitting.submit(before.town, before.weekIndex, QUARTERS, evidence);
        return { ...before, submitting };
      }

      describe("when one is pending and another is submitted", () => {
        it("reverts with ContributionsPending, also after its review", async () => {
          const { contributions, submitting, town, weekIndex } = await networkHelpers.loadFixture(pending);

          for (const week of [weekIndex, weekIndex + 1]) {
            await expect(submitting.submit(town, week, QUARTERS, evidence))
              .to.be.revertedWithCustomError(contributions, "ContributionsPending")
              .withArgs(town, weekIndex);
          }
          await networkHelpers.time.increase(3 * DAY);
          await expect(submitting.submit(town, weekIndex + 1, QUARTERS, evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsPending")
            .withArgs(town, weekIndex);
        });
      });

      describe("when another town submits", () => {
        it("takes that town's timesheet", async () => {
          const { contributions, rosa, hillside, town, weekIndex } = await networkHelpers.loadFixture(pending);

          await contributions.connect(rosa).submit(hillside, weekIndex, "0x0c", evidence);

          expect((await contributions.pendingOf(hillside)).weekIndex).to.equal(weekIndex);
          expect((await contributions.pendingOf(hillside)).pointer).to.not.equal(
            (await contributions.pendingOf(town)).pointer,
          );
        });
      });

      describe("when the week has a finalised timesheet", () => {
        it("reverts with ContributionsWeekDone, for this town alone", async () => {
          const all = await networkHelpers.loadFixture(weekWorked);
          const { contributions, coordinator, rosa, town, hillside, weekIndex } = all;
          await finaliseWeek(all, weekIndex, [12]);

          await expect(contributions.connect(coordinator).submit(town, weekIndex, QUARTERS, evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsWeekDone")
            .withArgs(town, weekIndex);
          await contributions.connect(rosa).submit(hillside, weekIndex, "0x0c", evidence);

          expect(await contributions.timesheetOf(town, weekIndex)).to.equal(1);
          expect(await contributions.timesheetOf(hillside, weekIndex)).to.equal(0);
        });
      });
    });

    describe("given member numbers", () => {
      describe("when the last byte with any time is of a number not given", () => {
        it("reverts with ContributionsNotYetMember", async () => {
          const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);

          for (const [quarters, number] of [
            ["0x0c0000000001", 6],
            ["0x00000000000c0000", 6],
            [`0x0c${"00".repeat(23_998)}01`, 24_000],
          ] as const) {
            await expect(contributions.connect(coordinator).submit(town, weekIndex, quarters, evidence))
              .to.be.revertedWithCustomError(contributions, "ContributionsNotYetMember")
              .withArgs(town, number, weekIndex);
          }
        });
      });

      describe("when bytes of numbers not given are zero", () => {
        it("takes the timesheet", async () => {
          const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);

          await contributions.connect(coordinator).submit(town, weekIndex, "0x000000000c0000", evidence);

          expect((await contributions.pendingOf(town)).weekIndex).to.equal(weekIndex);
        });
      });

      describe("when a member joined in the week after", () => {
        it("reverts with ContributionsNotYetMember for the week before, and takes the week of joining", async () => {
          const { contributions, memberRegistry, registrar, coordinator, carla, residentUntil, town, weekIndex } =
            await networkHelpers.loadFixture(weekWorked);
          const joining = { wallet: carla.address, residentUntil, joins: true, personId: idOf("carla") };
          await memberRegistry.connect(registrar).attest(town, [joining]);
          const submitting = contributions.connect(coordinator);

          await expect(submitting.submit(town, weekIndex, "0x0c0000000001", evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsNotYetMember")
            .withArgs(town, 6, weekIndex);
          await networkHelpers.time.increaseTo(weekEnd(weekIndex + 1));
          await submitting.submit(town, weekIndex + 1, "0x0c0000000001", evidence);

          expect((await contributions.pendingOf(town)).weekIndex).to.equal(weekIndex + 1);
        });
      });
    });

    describe("given that nobody writes their own hours", () => {
      for (const quarters of ["0x0001", "0x0c0c000c", "0x0cff"]) {
        describe(`when the coordinator, number 2, submits ${quarters}`, () => {
          it("reverts with ContributionsOwnHours", async () => {
            const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);

            await expect(contributions.connect(coordinator).submit(town, weekIndex, quarters, evidence))
              .to.be.revertedWithCustomError(contributions, "ContributionsOwnHours")
              .withArgs(town, 2);
          });
        });
      }

      describe("when the hours end before the coordinator's number", () => {
        it("takes the timesheet", async () => {
          const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);

          await contributions.connect(coordinator).submit(town, weekIndex, "0x0c", evidence);

          expect((await contributions.pendingOf(town)).pointer).to.not.equal(ZeroAddress);
        });
      });

      describe("when another coordinator submits them", () => {
        it("takes the timesheet, also from one who is not a member", async () => {
          const { authority, contributions, townAmbassador, carla, town, weekIndex } =
            await networkHelpers.loadFixture(weekWorked);
          await authority.connect(townAmbassador).grantRole(roleIds.coordinator(town), carla.address);

          await contributions.connect(carla).submit(town, weekIndex, "0x0c0c0c0c0c", evidence);

          expect((await contributions.pendingOf(town)).pointer).to.not.equal(ZeroAddress);
        });
      });
    });
  });

  describe("OPEN_WEEKS and MOST_WEEKS", () => {
    it("are 8 and 52", async () => {
      const { contributions } = await networkHelpers.loadFixture(weekWorked);

      expect(await contributions.OPEN_WEEKS()).to.equal(8);
      expect(await contributions.MOST_WEEKS()).to.equal(52);
    });
  });
});

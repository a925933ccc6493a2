import { weekEnd, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import { documentOf } from "../../scripts/operator/documents.ts";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador, giveKey } from "../fixture/keys.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";
import { activeOf, fortyMembers } from "../fixture/fortyMembers.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

const evidence = documentOf("The lists of the week", "ipfs://lists");

/** What one transaction may use at most (EIP-7825). */
const MOST_GAS = 16_777_216;

/** Hours of members 1, 4 and 5; the coordinator is number 2. */
const QUARTERS = "0x0c00001705";

type Submitting = Pick<Awaited<ReturnType<typeof weekWorked>>, "contributions" | "coordinator" | "town">;

/** Week indices from one to another, both included. */
function weeksFrom(first: number, last: number): bigint[] {
  return Array.from({ length: last - first + 1 }, (_, i) => BigInt(first + i));
}

describe("Contributions", () => {
  describe("submit", () => {
    describe("given an ended week", () => {
      describe("when a coordinator submits it", () => {
        it("stores the hours as code, and opens their review", async () => {
          const { contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);
          const now = (await networkHelpers.time.latest()) + 10;
          await setNextTime(now);

          const submission = contributions.connect(coordinator).submit(town, weekIndex, QUARTERS, evidence);
          await submission;
          const { pointer } = await contributions.pendingOf(town);
          const passedOver = [7, 6, 5, 4, 3, 2, 1].map((before) => BigInt(weekIndex - before));
          await expect(submission)
            .to.emit(contributions, "TimesheetSubmitted")
            .withArgs(
              ...[town, weekIndex, coordinator.address, pointer, now + 7 * DAY, 2, 0, passedOver],
              ...[evidence.hash, evidence.uri],
            );

          expect(recordOf(await contributions.pendingOf(town))).to.deep.equal({
            pointer,
            weekIndex: BigInt(weekIndex),
            reviewEnds: BigInt(now + 7 * DAY),
            jumpSince: BigInt(now),
            by: coordinator.address,
            submitter: 2n,
            active: 2n,
            electors: 0n,
            shifts: 2n,
          });
          expect(await ethers.provider.getCode(pointer)).to.equal(`0x00${QUARTERS.slice(2)}`);
          expect(await contributions.timesheetOf(town, weekIndex)).to.equal(0);
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
        describe(`when the town is dormant by ${removal}, and the other ambassador is in power`, () => {
          it("takes the timesheet", async () => {
            const { contributions, townRegistry, headOffice, coordinator, town, weekIndex } =
              await networkHelpers.loadFixture(weekWorked);
            await townRegistry.connect(headOffice)[removal](removal === "removeTownAmbassador" ? town : COUNTRY);

            await contributions.connect(coordinator).submit(town, weekIndex, QUARTERS, evidence);

            expect((await contributions.pendingOf(town)).weekIndex).to.equal(weekIndex);
          });
        });
      }

      describe("when neither ambassador is in power", () => {
        it("reverts with ContributionsNobodyInPower, until a successor's powers begin", async () => {
          const {
            authority,
            contributions,
            townRegistry,
            headOffice,
            countryAmbassador,
            coordinator,
            town,
            weekIndex,
          } = await networkHelpers.loadFixture(weekWorked);
          const submitting = contributions.connect(coordinator);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
          await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, countryAmbassador);
          const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;

          await setNextTime(actsFrom - 1);
          await expect(submitting.submit(town, weekIndex, QUARTERS, evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsNobodyInPower")
            .withArgs(town);
          await setNextTime(actsFrom);
          await submitting.submit(town, weekIndex, QUARTERS, evidence);

          expect((await contributions.pendingOf(town)).weekIndex).to.equal(weekIndex);
        });
      });
    });

    describe("given how long a timesheet is reviewed", () => {
      /** Forty members, of whom so many were active in a week nine weeks ago, and all weeks since are final. */
      async function withElectors(electors: number) {
        const all = await networkHelpers.loadFixture(fortyMembers);
        for (let i = 0; i < 9; i++) await finaliseWeek(all, all.weekIndex + i, activeOf(i === 0 ? electors : 1));
        const week = all.weekIndex + 9;
        await networkHelpers.time.increaseTo(weekEnd(week));
        return { ...all, week };
      }

      const submit = async ({ contributions, coordinator, town }: Submitting, week: number, active: number) => {
        const quarters = ethers.hexlify(Uint8Array.from(activeOf(active)));
        await contributions.connect(coordinator).submit(town, week, quarters, evidence);
        const pending = await contributions.pendingOf(town);
        return {
          ...recordOf(pending),
          days: Number(pending.reviewEnds - BigInt(await networkHelpers.time.latest())) / DAY,
        };
      };

      for (const [electors, active, days] of [
        [4, 15, 4],
        [4, 16, 7],
        [5, 16, 4],
        [5, 17, 7],
        [16, 30, 4],
        [16, 31, 7],
      ] as const) {
        describe(`when ${active} were active and the town has ${electors} electors`, () => {
          it(`is reviewed for ${days} days`, async () => {
            const all = await withElectors(electors);

            const pending = await submit(all, all.week, active);

            expect(pending).to.include({ electors: BigInt(electors), active: BigInt(active), days });
            expect(pending).to.include({
              jumpSince: days === 4 ? 0n : BigInt(await networkHelpers.time.latest()),
            });
          });
        });
      }

      for (const [active, days] of [
        [10, 4],
        [11, 7],
      ] as const) {
        describe(`when ${active} were active in a town without electors yet`, () => {
          it(`is reviewed for ${days} days`, async () => {
            const all = await networkHelpers.loadFixture(fortyMembers);
            await finaliseWeek(all, all.weekIndex, activeOf(30));

            expect(await submit(all, all.weekIndex + 1, active)).to.include({ electors: 0n, days });
          });
        });
      }

      describe("when nobody was active", () => {
        it("is reviewed for 4 days", async () => {
          const all = await networkHelpers.loadFixture(fortyMembers);
          await finaliseWeek(all, all.weekIndex, activeOf(3));

          expect(await submit(all, all.weekIndex + 1, 0)).to.include({ active: 0n, days: 4 });
        });
      });

      describe("when it passes over an open week", () => {
        it("is reviewed for 7 days, and its event names the weeks it would close", async () => {
          const all = await networkHelpers.loadFixture(fortyMembers);
          const { contributions, coordinator, town, weekIndex } = all;
          await finaliseWeek(all, weekIndex, activeOf(3));
          await networkHelpers.time.increaseTo(weekEnd(weekIndex + 3));

          const submission = contributions.connect(coordinator).submit(town, weekIndex + 3, "0x0c", evidence);
          await submission;

          const { pointer, reviewEnds } = await contributions.pendingOf(town);
          expect(reviewEnds).to.equal((await networkHelpers.time.latest()) + 7 * DAY);
          const passedOver = [BigInt(weekIndex + 1), BigInt(weekIndex + 2)];
          await expect(submission)
            .to.emit(contributions, "TimesheetSubmitted")
            .withArgs(
              ...[town, weekIndex + 3, coordinator.address, pointer, reviewEnds, 1, 0, passedOver],
              ...[evidence.hash, evidence.uri],
            );
        });
      });

      describe("when the weeks before it lie too far back to be open", () => {
        it("is reviewed for 4 days, and names none", async () => {
          const all = await networkHelpers.loadFixture(fortyMembers);
          const { contributions, weekIndex, town } = all;
          await finaliseWeek(all, weekIndex, activeOf(3));
          await networkHelpers.time.increaseTo(weekEnd(weekIndex + 10));

          expect(await submit(all, weekIndex + 3, 3)).to.include({ jumpSince: 0n, days: 4 });
          expect(await contributions.openWeeksOf(town)).to.deep.equal(weeksFrom(weekIndex + 3, weekIndex + 10));
        });
      });
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

          for (const week of [weekIndex + 2, 65_535, weekIndex - 8]) {
            await expect(contributions.connect(coordinator).submit(town, week, QUARTERS, evidence))
              .to.be.revertedWithCustomError(contributions, "ContributionsWeekNotOpen")
              .withArgs(week, weekIndex + 1);
          }
          await expect(contributions.connect(coordinator).submit(town, 0, QUARTERS, evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsWeekClosed")
            .withArgs(town, 0, 0);
        });
      });
    });

    describe("given weeks that follow each other", () => {
      /** Weeks 0, 2 and 3 from `weekIndex` on are final; six more have ended. */
      async function passedOver() {
        const all = await networkHelpers.loadFixture(weekWorked);
        for (const week of [0, 2, 3]) await finaliseWeek(all, all.weekIndex + week, [12]);
        await networkHelpers.time.increaseTo(weekEnd(all.weekIndex + 9));
        return { ...all, submitting: all.contributions.connect(all.coordinator) };
      }

      describe("when the week is final already", () => {
        it("reverts with ContributionsWeekClosed, for this town alone", async () => {
          const { contributions, submitting, rosa, town, hillside, weekIndex } =
            await networkHelpers.loadFixture(passedOver);

          await expect(submitting.submit(town, weekIndex + 3, QUARTERS, evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsWeekClosed")
            .withArgs(town, weekIndex + 3, weekIndex + 3);
          await contributions.connect(rosa).submit(hillside, weekIndex + 3, "0x0c", evidence);

          expect(await contributions.timesheetOf(town, weekIndex + 3)).to.equal(3);
          expect(await contributions.timesheetOf(hillside, weekIndex + 3)).to.equal(0);
        });
      });

      describe("when a later week is final", () => {
        it("reverts with ContributionsWeekClosed: it was passed over, and is closed for ever", async () => {
          const { contributions, submitting, town, weekIndex } = await networkHelpers.loadFixture(passedOver);

          await expect(submitting.submit(town, weekIndex + 1, QUARTERS, evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsWeekClosed")
            .withArgs(town, weekIndex + 1, weekIndex + 3);
        });
      });

      describe("when it is any that has ended since", () => {
        it("takes the timesheet", async () => {
          const { contributions, townAmbassador, submitting, town, weekIndex } =
            await networkHelpers.loadFixture(passedOver);
          expect(await contributions.openWeeksOf(town)).to.deep.equal(weeksFrom(weekIndex + 4, weekIndex + 9));

          for (let week = weekIndex + 4; week <= weekIndex + 9; week++) {
            await submitting.submit(town, week, QUARTERS, evidence);
            expect((await contributions.pendingOf(town)).weekIndex).to.equal(week);
            await contributions.connect(townAmbassador).reject(town, evidence.hash);
          }
        });
      });

      describe("when a week in which nobody was active is final", () => {
        it("reverts with ContributionsWeekClosed for it and all before", async () => {
          const all = await networkHelpers.loadFixture(passedOver);
          const { contributions, submitting, town, weekIndex } = all;
          await finaliseWeek(all, weekIndex + 6, [11]);

          for (const week of [4, 5, 6]) {
            await expect(submitting.submit(town, weekIndex + week, QUARTERS, evidence))
              .to.be.revertedWithCustomError(contributions, "ContributionsWeekClosed")
              .withArgs(town, weekIndex + week, weekIndex + 6);
          }
        });
      });
    });

    describe("given a rejected week", () => {
      /** Week 0 was submitted in the last second in which it was open, and is rejected two days later. */
      async function rejectedLate() {
        const all = await networkHelpers.loadFixture(weekWorked);
        const { contributions, coordinator, townAmbassador, town, weekIndex } = all;
        const submitting = contributions.connect(coordinator);
        await finaliseWeek(all, weekIndex - 1, []);
        await setNextTime(weekStart(weekIndex + 9) - 1);
        await submitting.submit(town, weekIndex, QUARTERS, evidence);
        const rejectedAt = weekStart(weekIndex + 9) + 2 * DAY;
        await setNextTime(rejectedAt);
        await contributions.connect(townAmbassador).reject(town, evidence.hash);
        return { ...all, submitting, rejecting: contributions.connect(townAmbassador), rejectedAt };
      }

      it("stays open for 7 days, though eight weeks have ended since, and it alone", async () => {
        const { contributions, submitting, rejectedAt, town, weekIndex } =
          await networkHelpers.loadFixture(rejectedLate);
        await setNextTime(rejectedAt + 7 * DAY - 1);

        await submitting.submit(town, weekIndex, QUARTERS, evidence);

        expect((await contributions.pendingOf(town)).weekIndex).to.equal(weekIndex);
        expect(await contributions.openWeeksOf(town)).to.deep.equal([
          BigInt(weekIndex),
          ...weeksFrom(weekIndex + 2, weekIndex + 9),
        ]);
      });

      it("closes 7 days after the rejection", async () => {
        const { contributions, submitting, rejectedAt, town, weekIndex } =
          await networkHelpers.loadFixture(rejectedLate);
        await setNextTime(rejectedAt + 7 * DAY);

        await expect(submitting.submit(town, weekIndex, QUARTERS, evidence))
          .to.be.revertedWithCustomError(contributions, "ContributionsWeekNotOpen")
          .withArgs(weekIndex, weekIndex + 10);
      });

      it("stays open again when it is rejected again", async () => {
        const { contributions, submitting, rejecting, rejectedAt, town, weekIndex } =
          await networkHelpers.loadFixture(rejectedLate);
        await setNextTime(rejectedAt + 6 * DAY);
        await submitting.submit(town, weekIndex, QUARTERS, evidence);
        await setNextTime(rejectedAt + 9 * DAY);
        await rejecting.reject(town, evidence.hash);
        await setNextTime(rejectedAt + 16 * DAY - 1);

        await submitting.submit(town, weekIndex, QUARTERS, evidence);

        expect((await contributions.pendingOf(town)).weekIndex).to.equal(weekIndex);
      });

      it("counts as a week that a later timesheet passes over", async () => {
        const { contributions, submitting, rejectedAt, town, weekIndex } =
          await networkHelpers.loadFixture(rejectedLate);
        await setNextTime(rejectedAt + 6 * DAY);

        await submitting.submit(town, weekIndex + 2, QUARTERS, evidence);

        const { jumpSince, reviewEnds } = await contributions.pendingOf(town);
        expect(jumpSince).to.equal(rejectedAt + 6 * DAY);
        expect(reviewEnds).to.equal(rejectedAt + 13 * DAY);
      });

      it("closes when a later week is final, however lately it was rejected", async () => {
        const all = await networkHelpers.loadFixture(rejectedLate);
        const { contributions, submitting, rejecting, town, weekIndex } = all;
        await submitting.submit(town, weekIndex + 3, QUARTERS, evidence);
        await networkHelpers.time.increase(3 * DAY);
        await rejecting.reject(town, evidence.hash);
        await finaliseWeek(all, weekIndex + 4, [12]);

        await expect(submitting.submit(town, weekIndex + 3, QUARTERS, evidence))
          .to.be.revertedWithCustomError(contributions, "ContributionsWeekClosed")
          .withArgs(town, weekIndex + 3, weekIndex + 4);
      });

      it("closes at the latest after sixteen weeks, for who was away is not known further back", async () => {
        const { contributions, submitting, rejecting, town, weekIndex } =
          await networkHelpers.loadFixture(rejectedLate);
        // Submitted and rejected every six days: open all the time, until the seventeenth week after it begins.
        for (;;) {
          await networkHelpers.time.increase(6 * DAY);
          if ((await networkHelpers.time.latest()) + 60 >= weekStart(weekIndex + 17)) break;
          await submitting.submit(town, weekIndex, QUARTERS, evidence);
          await rejecting.reject(town, evidence.hash);
        }

        await expect(submitting.submit(town, weekIndex, QUARTERS, evidence))
          .to.be.revertedWithCustomError(contributions, "ContributionsWeekNotOpen")
          .withArgs(weekIndex, weekIndex + 17);
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
          await networkHelpers.time.increase(8 * DAY);
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
          const { townRegistry, authority, contributions, carla, town, weekIndex } =
            await networkHelpers.loadFixture(weekWorked);
          await giveKey({ authority, townRegistry }, roleIds.coordinator(town), carla);

          await contributions.connect(carla).submit(town, weekIndex, "0x0c0c0c0c0c", evidence);

          expect((await contributions.pendingOf(town)).pointer).to.not.equal(ZeroAddress);
        });
      });
    });
  });

  describe("openWeeksOf", () => {
    it("names the last eight ended weeks of a town without a final one", async () => {
      const { contributions, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);

      expect(await contributions.openWeeksOf(town)).to.deep.equal(weeksFrom(weekIndex - 7, weekIndex));
    });

    it("names those that follow the last final one, that under review included", async () => {
      const all = await networkHelpers.loadFixture(weekWorked);
      const { contributions, coordinator, town, hillside, weekIndex } = all;
      await finaliseWeek(all, weekIndex, [12]);
      expect(await contributions.openWeeksOf(town)).to.deep.equal([BigInt(weekIndex + 1)]);

      await networkHelpers.time.increaseTo(weekEnd(weekIndex + 2));
      await contributions.connect(coordinator).submit(town, weekIndex + 1, QUARTERS, evidence);

      expect(await contributions.openWeeksOf(town)).to.deep.equal(weeksFrom(weekIndex + 1, weekIndex + 2));
      expect(await contributions.openWeeksOf(hillside)).to.deep.equal(weeksFrom(weekIndex - 5, weekIndex + 2));
    });

    it("names none when all that has ended is final", async () => {
      const all = await networkHelpers.loadFixture(weekWorked);
      await finaliseWeek(all, all.weekIndex, [12]);
      await finaliseWeek(all, all.weekIndex + 1, [12]);

      expect(await all.contributions.openWeeksOf(all.town)).to.deep.equal([]);
    });
  });
});

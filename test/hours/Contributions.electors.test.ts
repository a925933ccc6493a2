import { expect } from "chai";
import { weekStart } from "@one-small-town/core/hours/weeks.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";

/** So many members active: numbers 1, 3, 4 and 5, never the coordinator, who submits. */
const worked = (active: number) =>
  [1, 3, 4, 5].reduce((hours, number, i) => hours.with(number - 1, i < active ? 12 : 11), [0, 0, 0, 0, 0]);

/** Willowmere with a timesheet for each of these numbers of active members, week after week, and their first week. */
async function after(...actives: readonly number[]) {
  const all = await networkHelpers.loadFixture(weekWorked);
  for (const [i, active] of actives.entries()) await finaliseWeek(all, all.weekIndex + i, worked(active));
  const inWeek = (week: number) => networkHelpers.time.increaseTo(weekStart(all.weekIndex + week));
  return { ...all, inWeek };
}

describe("Contributions", () => {
  describe("turnoutAt", () => {
    it("says the week of each finalised timesheet and how many were active in it, and zero of others", async () => {
      const { contributions, town, hillside, weekIndex } = await after(3, 1);

      expect(await contributions.turnoutAt(town, 0)).to.deep.equal([weekIndex, 3]);
      expect(await contributions.turnoutAt(town, 1)).to.deep.equal([weekIndex + 1, 1]);
      expect(await contributions.turnoutAt(town, 2)).to.deep.equal([0, 0]);
      expect(await contributions.turnoutAt(hillside, 0)).to.deep.equal([0, 0]);
    });
  });

  describe("electorsOf", () => {
    describe("given a town without a finalised timesheet", () => {
      it("names none", async () => {
        const { contributions, town } = await networkHelpers.loadFixture(weekWorked);

        expect(await contributions.electorsOf(town)).to.deep.equal([0, 0]);
      });
    });

    describe("given a timesheet of a week eight weeks before the running one", () => {
      it("names none yet", async () => {
        const { contributions, town, inWeek } = await after(3);
        await inWeek(8);

        expect(await contributions.electorsOf(town)).to.deep.equal([0, 0]);
      });
    });

    describe("given a timesheet of a week nine weeks before the running one", () => {
      it("names those active in it, of that town alone", async () => {
        const { contributions, town, hillside, inWeek } = await after(3);
        await inWeek(9);

        expect(await contributions.electorsOf(town)).to.deep.equal([1, 3]);
        expect(await contributions.electorsOf(hillside)).to.deep.equal([0, 0]);
      });
    });

    describe("given later timesheets with more active members", () => {
      it("leaves them out until eight full weeks have passed since theirs", async () => {
        const { contributions, town, inWeek } = await after(2, 4, 3);

        for (const [week, electors] of [
          [9, [1, 2]],
          [10, [2, 4]],
          [11, [2, 4]],
        ] as const) {
          await inWeek(week);
          expect(await contributions.electorsOf(town)).to.deep.equal(electors);
        }
      });
    });

    describe("given more than four timesheets that are old enough", () => {
      it("takes of the four latest the one with the most active members, the later of equals", async () => {
        const { contributions, town, inWeek } = await after(4, 2, 3, 1, 3, 1, 1, 1, 1);

        for (const [week, electors] of [
          [12, [1, 4]],
          [13, [5, 3]],
          [16, [5, 3]],
          [17, [9, 1]],
          [60, [9, 1]],
        ] as const) {
          await inWeek(week);
          expect(await contributions.electorsOf(town)).to.deep.equal(electors);
        }
      });
    });

    describe("given a quiet week after busy ones", () => {
      it("decides nothing", async () => {
        const { contributions, town, inWeek } = await after(4, 4, 1);
        await inWeek(11);

        expect(await contributions.electorsOf(town)).to.deep.equal([2, 4]);
      });
    });
  });

  describe("electorsIn", () => {
    it("names those whom a week that has passed had", async () => {
      const { contributions, town, weekIndex, inWeek } = await after(2, 4, 3);
      await inWeek(12);

      for (const [week, electors] of [
        [8, [0, 0]],
        [9, [1, 2]],
        [10, [2, 4]],
        [12, [2, 4]],
      ] as const) {
        expect(await contributions.electorsIn(town, weekIndex + week)).to.deep.equal(electors);
      }
    });
  });

  describe("mostActiveOf", () => {
    it("is zero in a town without a finalised timesheet", async () => {
      const { contributions, town } = await networkHelpers.loadFixture(weekWorked);

      expect(await contributions.mostActiveOf(town)).to.equal(0);
    });

    it("is the largest number active in the four latest timesheets, however young they are", async () => {
      const { contributions, town } = await after(4, 2, 3, 1);
      expect(await contributions.mostActiveOf(town)).to.equal(4);

      const later = await after(4, 2, 3, 1, 1);
      expect(await later.contributions.mostActiveOf(town)).to.equal(3);
    });
  });
});

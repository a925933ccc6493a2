import { daysOfWeek } from "@one-small-town/core/hours/weeks.ts";
import { expect } from "chai";
import { networkHelpers } from "../../fixture/connection.ts";
import { kitchen } from "../../fixture/kitchen.ts";
import { weekWorked } from "../../fixture/weeks.ts";
import { doing, filesIn } from "../support/atTheTerminal.ts";

/** Those of hours, each done by whoever may. */
export function actsOfHours(): void {
  describe("npm run town, hours", () => {
    const { file, folder, remove } = filesIn();
    after(remove);

    it("hands a week in, amends, rejects and finalises it, and pays whom it is due", async () => {
      const before = await networkHelpers.loadFixture(weekWorked);
      const { coordinator, townAmbassador, countryAmbassador, stranger, payer, contributions, town, weekIndex } =
        before;
      const at = doing(before.deployment, folder);
      const [monday = ""] = daysOfWeek(weekIndex);
      const hours = file("week.csv", `member,project,date,hours\n4,Kitchen,${monday},6\n5,Kitchen,${monday},3\n`);

      expect(await at.tells(coordinator, "week", { town })).to.include(`submit --week ${monday} --town 1`);
      await at.does(coordinator, "submit", { town, file: hours });
      expect(await at.tells(coordinator, "week", { town })).to.match(/Under review: week \d+, .*; 2 active, 3 shifts/);
      await at.does(townAmbassador, "amend", { town, hours: "2=3.25" });
      await at.does(countryAmbassador, "reject", { town, reason: file("reason.txt", "who was there?") });
      await at.does(coordinator, "submit", { town, file: hours, week: monday });
      await at.does(payer, "fund-members", { town, amount: "100.50", weeks: 1 });
      await networkHelpers.time.increaseTo((await contributions.pendingOf(town)).reviewEnds);
      expect(await at.tells(coordinator, "week", { town })).to.include("finalise --town 1");
      await at.does(stranger, "finalise", { town });

      const paid = await at.does(stranger, "pay", { town });
      expect(paid.notes).to.deep.equal(["5 of 5 member numbers have weeks to come, of 1 in all."]);
      await at.does(stranger, "pay-kept-cash", { town, number: 4 });
    });

    it("lists benefits, and records what members signed for", async () => {
      const before = await networkHelpers.loadFixture(kitchen);
      const { carla, amina, ben, benefits, town, weekIndex, meal, parcel } = before;
      const at = doing(before.deployment, folder);
      const [monday = "", sunday = ""] = [daysOfWeek(weekIndex)[0], daysOfWeek(weekIndex)[6]];
      const listed = { kind: "parcel", units: 1, per: "week", validWeeks: 4, metadata: file("at.txt", "at the hall") };
      await at.does(carla, "list-benefit", { town, ...listed });
      await at.speaks(amina, "sign-redemption", { benefit: meal, week: sunday, number: 4, units: 1 }, carla);
      const words = [
        await at.signs(amina, "sign-redemption", { benefit: meal, week: monday, number: 4, units: 3 }),
        await at.signs(ben, "sign-redemption", { benefit: parcel, week: monday, number: 5, units: 2 }),
      ];
      const rows = words.map(({ options }) =>
        ["benefit", "week", "number", "units", "signature"].map((name) => options[name]),
      );
      const path = file("day.csv", `benefit,week,number,units,signature\n${rows.join("\n")}\n`);
      await at.does(carla, "redeem-batch", { file: path });
      expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(3n);
      const monday2 = new Date((await networkHelpers.time.latest()) * 1000).toISOString().slice(0, 10);
      await at.does(carla, "end-benefit", { benefit: meal, lastWeek: monday2 });
    });

    it("sends INFINITY, also what others signed, and burns it", async () => {
      const before = await networkHelpers.loadFixture(kitchen);
      const { amina, ben, carla, stranger, infinityToken, town } = before;
      const at = doing(before.deployment, folder);
      await at.does(stranger, "pay", { town, numbers: "4-5" });
      await at.does(ben, "send-infinity", { to: carla.address, amount: "1.5" });
      const path = file("thanks.csv", `wallet,amount\n${carla.address},1\n${amina.address},"1.25"\n`);
      await at.does(ben, "send-infinity-batch", { file: path });
      await at.speaks(amina, "sign-infinity", { to: carla.address, amount: "0.5" }, stranger);
      const { verb, options } = await at.signs(amina, "sign-infinity", { to: carla.address, amount: "0.5" });
      await at.speaks(amina, "sign-infinity-cancellation", { nonce: options["nonce"] ?? "" }, stranger);
      expect(await at.refuses(stranger, verb, options)).to.include("✘ The contract would refuse this: ");
      await at.does(carla, "burn-infinity", { amount: "3" });
      expect(await infinityToken.balanceOf(carla.address)).to.equal(0n);
    });
  });
}

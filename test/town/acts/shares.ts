import { RELEASE_DELAY, STALLED_AFTER, WIND_UP_DELAY } from "@one-small-town/core/rules/Releases.ts";
import { DEED_DELAY } from "@one-small-town/core/rules/ProfitSplitter.ts";
import { OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import { expect } from "chai";
import { bakeryFailed } from "../../fixture/bakeryFailed.ts";
import { tokenAt } from "../../../scripts/operator/contracts.ts";
import { moveWallet } from "../../fixture/asSuccession.ts";
import { networkHelpers } from "../../fixture/connection.ts";
import { DAY, willowmere } from "../../fixture/willowmere.ts";
import { doing, filesIn } from "../support/atTheTerminal.ts";

/** Those of shares, each done by whoever may. */
export function actsOfShares(): void {
  describe("npm run town, projects, shares and profit", () => {
    const { file, folder, remove } = filesIn();
    after(remove);

    const paper = file("paper.json", '{"title":"Bakery"}');

    /** A business of Willowmere that is run, under a deed, with a sale that both ambassadors agreed to and that is open. */
    async function opened() {
      const before = await networkHelpers.loadFixture(willowmere);
      const { deployment, amina, manager, payout, townAmbassador, countryAmbassador, town } = before;
      const at = doing(deployment, folder);
      const project = `${town}/1`;
      await at.does(amina, "propose-project", { town, kind: "community", metadata: paper, uri: "ipfs://idea" });
      await at.does(townAmbassador, "plan-project", { project, plan: paper });
      await at.does(townAmbassador, "fund-project", { project, pack: paper });
      await at.does(townAmbassador, "grant-role", { town, role: "project-manager", wallet: manager.address });
      const management = { project, manager: manager.address, payout: payout.address };
      await at.does(townAmbassador, "propose-management", management);
      await at.does(townAmbassador, "withdraw-management", { project });
      const managed = await at.does(townAmbassador, "propose-management", management);
      expect(await at.tells(amina, "open", { town })).to.include(`1/1: ${manager.address} is to run it`);
      await at.does(countryAmbassador, "approve-management", managed.missing?.[0]?.options);

      await at.does(townAmbassador, "propose-deed", { project, deed: "60/40" });
      await at.does(townAmbassador, "withdraw-deed", { project });
      await at.does(townAmbassador, "propose-deed", { project, deed: "30/35/35/0" });
      expect(await at.tells(amina, "open", { town })).to.include("1/1: profit as 30 % investors, 35 % members");
      await at.does(countryAmbassador, "approve-deed", { project });
      await networkHelpers.time.increase(DEED_DELAY);

      const opens = (await networkHelpers.time.latest()) + OPENING_NOTICE + 2 * DAY;
      const terms = {
        project,
        price: "5.00",
        goal: 6,
        cap: 6,
        mostLocal: 1,
        mostLater: 1,
        opens: new Date(opens * 1000).toISOString().slice(0, 10),
        localDays: 14,
        releases: "40,60",
        name: "Willowmere Bakery",
        symbol: "BAKE",
      };
      await at.does(townAmbassador, "propose-offering", terms);
      await at.does(townAmbassador, "withdraw-offering", { project });
      const proposed = await at.does(townAmbassador, "propose-offering", terms);
      expect(await at.tells(amina, "open", { town })).to.include("approve-offering --project 1/1 --network local");
      expect(proposed.notes.join("\n")).to.include("6 to 6 shares at 5.00 TUSD each");
      await at.does(countryAmbassador, "approve-offering", proposed.missing?.[0]?.options);
      await networkHelpers.time.increaseTo(opens);
      return { ...before, ...at, project };
    }

    it("sells a business's shares, pays its money out in parts, and winds it up", async () => {
      const { townAmbassador, countryAmbassador, registrar, coordinator, ...before } = await opened();
      const { does, speaks, tells, amina, ben, carla, manager, stranger, shareOffering, project, payer, town } = before;
      const offering = 1;
      const one = { offering, shares: 1 };
      await does(amina, "buy", one);
      await does(amina, "give-back", one);
      await speaks(amina, "sign-purchase", one, stranger);
      await speaks(amina, "sign-give-back", one, stranger);
      await does(townAmbassador, "call-off", { offering });
      expect(await tells(amina, "open", { town })).to.include("call-off --offering 1");
      await does(townAmbassador, "withdraw-call-off", { offering });
      for (const buyer of [townAmbassador, registrar, coordinator, amina, ben, carla]) await does(buyer, "buy", one);
      await networkHelpers.time.increaseTo((await shareOffering.termsOf(offering)).localEnds);
      await does(stranger, "settle", { offering });
      await does(stranger, "update-offering", { project });

      const evidence = file("invoices.txt", "invoices of the oven");
      await does(manager, "request-release", { offering, evidence });
      await does(amina, "object-to-release", { offering });
      await does(amina, "withdraw-voice", { offering });
      await does(manager, "revoke-release", { offering });
      const asked = await does(manager, "request-release", { offering, evidence, uri: "ipfs://invoices" });
      expect(await tells(amina, "open", { town })).to.include("Offering 1: part 1 of its money is asked for, until ");
      const approved = await does(countryAmbassador, "approve-release", asked.missing?.[0]?.options);
      expect(approved.notes[0]).to.include(`${manager.address} asks for part 1`);
      await speaks(amina, "sign-release-objection", { offering }, stranger);
      await networkHelpers.time.increase(RELEASE_DELAY);
      await does(stranger, "release", { offering });

      const profit = { project, amount: "1,000.00", weeks: 4, period: "2027 Q1", accounts: paper };
      await does(payer, "deposit", profit);
      await speaks(payer, "sign-deposit", { ...profit, period: "2027 Q2", uri: "ipfs://accounts" }, stranger);
      await does(stranger, "claim-dividends", { project, holder: amina.address });
      await does(carla, "send-shares", { project, to: ben.address, shares: 1 });
      expect(await before.refuses(stranger, "pass-on", { kept: 1 })).to.equal(
        "✘ The contract would refuse this: ProfitSplitterNothingKept(kept: 1). There is no such part, or it has been passed on.",
      );

      await does(townAmbassador, "agree-wind-up", { offering });
      expect(await tells(amina, "open", { town })).to.include("agree-wind-up --offering 1 --network local");
      await does(townAmbassador, "withdraw-agreement", { offering });
      await does(amina, "vote-wind-up", { offering });
      await speaks(ben, "sign-wind-up", { offering }, stranger);
      await networkHelpers.time.increase(STALLED_AFTER);
      await does(stranger, "wind-up", { offering });
      await networkHelpers.time.increase(WIND_UP_DELAY);
      await does(stranger, "pay-wind-up", { offering });

      await moveWallet(before, "amina", stranger);
      await does(ben, "move-shares", { project, wallet: amina.address });
      const { token } = await shareOffering.assetOf(offering);
      expect(await tokenAt(token, ben).balanceOf(stranger.address)).to.equal(1n);
    });

    it("runs and closes what has no shares", async () => {
      const { townAmbassador, amina, town, deployment } = await networkHelpers.loadFixture(willowmere);
      const at = doing(deployment, folder);
      const project = `${town}/1`;
      await at.does(amina, "propose-project", { town, kind: "garden", metadata: paper });
      await at.does(townAmbassador, "plan-project", { project, plan: paper });
      await at.does(townAmbassador, "operate-project", { project });
      await at.does(townAmbassador, "close-project", { project });
    });

    it("pays everybody back whose sale failed, and nobody twice", async () => {
      const { deployment, stranger, amina, offering } = await networkHelpers.loadFixture(bakeryFailed);
      const at = doing(deployment, folder);
      const first = await at.does(stranger, "refund", { offering, holders: amina.address });
      expect(first.notes).to.deep.equal(["1 have shares to be paid back."]);
      const rest = await at.does(stranger, "refund", { offering });
      expect(rest.notes).to.deep.equal(["3 have shares to be paid back."]);
      await at.does(stranger, "refund-kept", { offering, holder: amina.address });
    });
  });
}

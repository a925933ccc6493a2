import { OBJECTION_PERIOD } from "@one-small-town/core/rules/TownTreasury.ts";
import { expect } from "chai";
import { networkHelpers } from "../../fixture/connection.ts";
import { lost } from "../../fixture/deserted.ts";
import { sixteenWorked } from "../../fixture/spending.ts";
import { doing, filesIn } from "../support/atTheTerminal.ts";

/** Those of profit, each done by whoever may. */
export function actsOfProfit(): void {
  describe("npm run town, a town's money", () => {
    const { file, folder, remove } = filesIn();
    after(remove);

    it("spends a town's fund and an office's, with two keys and in public", async () => {
      const before = await networkHelpers.loadFixture(sixteenWorked);
      const { deployment, townAmbassador, countryAmbassador, headOffice, payer, payout, stranger, amina, town } =
        before;
      const { does, speaks, tells, refuses } = doing(deployment, folder);
      const document = file("offer.txt", "an offer for an oven");
      const wanted = { project: `${town}/1`, amount: "0.0001", payee: payout.address, document };
      await does(payer, "donate", { town, amount: "250" });
      await does(payer, "donate-to-office", { town, amount: "1,250.50" });
      const proposed = await does(townAmbassador, "propose-spending", wanted);
      expect(proposed.missing?.[0]?.options).to.deep.equal({ spending: "1" });
      expect(await tells(stranger, "open", { town })).to.include("Spending 1, proposed: 0.0001 TUSD to");
      const approved = await does(countryAmbassador, "approve-spending", { spending: 1, document });
      expect(approved.notes[0]).to.include("0.0001 TUSD of the town's fund");
      await does(townAmbassador, "object-to-spending", { town, number: 1, spendings: 1 });
      await speaks(amina, "sign-spending-objection", { town, number: 4, spendings: 1 }, stranger);
      await networkHelpers.time.increase(OBJECTION_PERIOD);
      await does(stranger, "execute-spending", { spending: 1 });

      await does(townAmbassador, "propose-spending", wanted);
      await does(townAmbassador, "cancel-spending", { spending: 2 });
      const office = await does(countryAmbassador, "propose-office-spending", wanted);
      expect(office.missing?.[0]).to.include({ who: "head office", wallet: headOffice.address });
      await does(headOffice, "approve-spending", office.missing?.[0]?.options);
      expect(await refuses(stranger, "execute-spending", { spending: 3 })).to.include("TownTreasuryNotPayable(");
    });

    it("divides a lost town's money, and pays everybody's part", async () => {
      const { deployment, stranger, currency, amina, town } = await networkHelpers.loadFixture(lost);
      const { does } = doing(deployment, folder);
      const had = await currency.balanceOf(amina.address);
      await does(stranger, "divide", { town });
      const paid = await does(stranger, "claim-division", { division: 1 });
      expect(paid.notes).to.deep.equal(["16 have a part to come."]);
      expect(await currency.balanceOf(amina.address)).to.equal(had + 116n);
      await does(stranger, "claim-kept-division", { town, number: 4 });
    });
  });
}

import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { everybodyBut } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

describe("TownRegistry", () => {
  describe("actsSince", () => {
    it("says of both ambassadors since when they act, and of nobody else", async () => {
      const { authority, townRegistry, townAmbassador, countryAmbassador, town } =
        await networkHelpers.loadFixture(twoTowns);
      const offices = [
        [roleIds.townAmbassador(town), townAmbassador],
        [roleIds.countryAmbassador(COUNTRY), countryAmbassador],
      ] as const;

      for (const [role, { address }] of offices) {
        const { actsFrom } = await authority.ambassadorOf(role);
        expect(await townRegistry.actsSince(town, address)).to.equal(actsFrom);
      }
      for (const { address } of await everybodyBut("townAmbassador", "countryAmbassador")) {
        expect(await townRegistry.actsSince(town, address)).to.equal(0);
      }
    });

    it("begins anew for one who left and was appointed again, when their powers do", async () => {
      const all = await networkHelpers.loadFixture(twoTowns);
      const { townRegistry, headOffice, townAmbassador, town } = all;
      await townRegistry.connect(headOffice).removeTownAmbassador(town);
      expect(await townRegistry.actsSince(town, townAmbassador.address)).to.equal(0);

      await appointAmbassador(all, { town }, townAmbassador);
      const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;
      expect(await townRegistry.actsSince(town, townAmbassador.address)).to.equal(0);
      await networkHelpers.time.increaseTo(actsFrom);
      expect(await townRegistry.actsSince(town, townAmbassador.address)).to.equal(actsFrom);
    });
  });
});

import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { SUCCESSION_DELAY } from "@one-small-town/core/rules/Authority.ts";
import { networkHelpers, setNextTime } from "../fixture/connection.ts";
import { appointAmbassador, giveKey } from "../fixture/keys.ts";
import { DAY, willowmere } from "../fixture/willowmere.ts";

describe("Authority", () => {
  describe("actsSince", () => {
    for (const [name, kind] of [
      ["a steward", roleIds.steward],
      ["a project manager", roleIds.projectManager],
    ] as const) {
      it(`tells since when somebody has been ${name}, and begins anew when the role was lost`, async () => {
        const { authority, townAmbassador, carla, town } = await networkHelpers.loadFixture(willowmere);
        const [role, asTown] = [kind(town), authority.connect(townAmbassador)];
        expect(await authority.actsSince(role, carla.address)).to.equal(0);
        const since = (await networkHelpers.time.latest()) + 100;
        await setNextTime(since);
        await asTown.grantRole(role, carla.address);
        expect(await authority.actsSince(role, carla.address)).to.equal(since);

        await setNextTime(since + DAY);
        await asTown.grantRole(role, carla.address); // held already: nothing begins anew
        expect(await authority.actsSince(role, carla.address)).to.equal(since);

        await asTown.revokeRole(role, carla.address);
        expect(await authority.actsSince(role, carla.address)).to.equal(0);
        await setNextTime(since + 2 * DAY);
        await asTown.grantRole(role, carla.address);
        expect(await authority.actsSince(role, carla.address)).to.equal(since + 2 * DAY);
      });
    }

    for (const [name, kind] of [
      ["registrar", roleIds.registrar],
      ["coordinator", roleIds.coordinator],
    ] as const) {
      it(`begins anew for a ${name} who lost the key and got it again`, async () => {
        const before = await networkHelpers.loadFixture(willowmere);
        const { authority, townAmbassador, town, [name]: officer } = before;
        const role = kind(town);
        const since = await authority.actsSince(role, officer.address);
        expect(since).to.be.greaterThan(0);

        await authority.connect(townAmbassador).revokeRole(role, officer.address);
        expect(await authority.actsSince(role, officer.address)).to.equal(0);
        await giveKey(before, role, officer);
        const now = await networkHelpers.time.latest();
        expect(await authority.actsSince(role, officer.address)).to.equal(now);
        expect(BigInt(now)).to.be.greaterThan(since);
      });
    }

    it("is when an ambassador's powers began, and none for a successor who waits", async () => {
      const before = await networkHelpers.loadFixture(willowmere);
      const { authority, townRegistry, headOffice, townAmbassador, carla, town } = before;
      const role = roleIds.townAmbassador(town);
      const { actsFrom } = await authority.ambassadorOf(role);
      expect(await authority.actsSince(role, townAmbassador.address)).to.equal(actsFrom);
      await townRegistry.connect(headOffice).removeTownAmbassador(town);
      expect(await authority.actsSince(role, townAmbassador.address)).to.equal(0);

      await appointAmbassador(before, { town }, carla);
      const appointed = await networkHelpers.time.latest();
      expect(await authority.actsSince(role, carla.address)).to.equal(0);
      await networkHelpers.time.increase(SUCCESSION_DELAY);
      expect(await authority.actsSince(role, carla.address)).to.equal(appointed + SUCCESSION_DELAY);
    });

    it("is a time for head office, and none for nobody", async () => {
      const { authority, headOffice, amina, town } = await networkHelpers.loadFixture(willowmere);
      const role = await authority.DEFAULT_ADMIN_ROLE();

      expect(await authority.actsSince(role, headOffice.address)).to.be.greaterThan(0);
      expect(await authority.actsSince(role, amina.address)).to.equal(0);
      expect(await authority.actsSince(roleIds.steward(town), ZeroAddress)).to.equal(0);
      expect(await authority.actsSince(roleIds.townAmbassador(town + 1), ZeroAddress)).to.equal(0);
    });
  });
});

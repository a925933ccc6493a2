import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { networkHelpers } from "../fixture/connection.ts";
import { everybodyBut, impersonate } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";

describe("MemberRegistry", () => {
  describe("beginSuccession and endSuccession", () => {
    it("say of whom, and who is to take over", async () => {
      const { memberRegistry, succession, amina, stranger } = await networkHelpers.loadFixture(twoTowns);
      const bySuccession = memberRegistry.connect(await impersonate(succession));

      await expect(bySuccession.beginSuccession(amina.address, stranger.address))
        .to.emit(memberRegistry, "SuccessionBegun")
        .withArgs(amina.address, stranger.address);

      await expect(bySuccession.endSuccession(amina.address, stranger.address))
        .to.emit(memberRegistry, "SuccessionEnded")
        .withArgs(amina.address, stranger.address);
    });

    it("revert with MemberRegistryNotSuccession for anybody else", async () => {
      const { memberRegistry, amina } = await networkHelpers.loadFixture(twoTowns);

      for (const caller of await everybodyBut()) {
        for (const name of ["beginSuccession", "endSuccession"] as const) {
          await expect(memberRegistry.connect(caller)[name](amina.address, ZeroAddress))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotSuccession")
            .withArgs(caller.address);
        }
      }
    });
  });
});

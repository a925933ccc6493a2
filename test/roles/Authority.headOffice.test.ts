import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { everybodyBut } from "../fixture/people.ts";
import { DAY, willowmere } from "../fixture/willowmere.ts";

describe("Authority", () => {
  describe("beginDefaultAdminTransfer", () => {
    describe("when anybody but head office begins", () => {
      it("reverts with AccessControlUnauthorizedAccount", async () => {
        const { authority, stranger } = await networkHelpers.loadFixture(willowmere);

        for (const caller of await everybodyBut("headOffice")) {
          await expect(authority.connect(caller).beginDefaultAdminTransfer(stranger.address))
            .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
            .withArgs(caller.address, ZeroHash);
        }
      });
    });

    describe("when head office begins", () => {
      it("schedules the transfer seven days ahead and changes nothing yet", async () => {
        const { authority, headOffice, stranger } = await networkHelpers.loadFixture(willowmere);
        const now = (await networkHelpers.time.latest()) + 10;
        await networkHelpers.time.setNextBlockTimestamp(now);

        await expect(authority.connect(headOffice).beginDefaultAdminTransfer(stranger.address))
          .to.emit(authority, "DefaultAdminTransferScheduled")
          .withArgs(stranger.address, now + 7 * DAY);

        expect(await authority.headOffice()).to.equal(headOffice.address);
        expect(await authority.holdsKey(stranger.address)).to.equal(false);
      });
    });
  });

  describe("changeDefaultAdminDelay, rollbackDefaultAdminDelay and cancelDefaultAdminTransfer", () => {
    describe("when anybody but head office calls them", () => {
      it("revert with AccessControlUnauthorizedAccount", async () => {
        const { authority } = await networkHelpers.loadFixture(willowmere);

        for (const caller of await everybodyBut("headOffice")) {
          const own = authority.connect(caller);
          for (const call of [
            () => own.changeDefaultAdminDelay(3 * DAY),
            () => own.rollbackDefaultAdminDelay(),
            () => own.cancelDefaultAdminTransfer(),
          ]) {
            await expect(call())
              .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
              .withArgs(caller.address, ZeroHash);
          }
        }
      });
    });

    for (const delay of [3 * DAY, 30 * DAY]) {
      describe(`when head office sets it to ${delay / DAY} days`, () => {
        it("has that delay a few days later, and can set another then", async () => {
          const { authority, headOffice, stranger } = await networkHelpers.loadFixture(willowmere);

          await authority.connect(headOffice).changeDefaultAdminDelay(delay);
          await networkHelpers.time.increase(5 * DAY + 1);

          expect(await authority.defaultAdminDelay()).to.equal(delay);
          await authority.connect(headOffice).beginDefaultAdminTransfer(stranger.address);
          await networkHelpers.time.increase(delay + 1);
          await authority.connect(stranger).acceptDefaultAdminTransfer();
          expect(await authority.headOffice()).to.equal(stranger.address);
        });
      });
    }

    for (const delay of [0, 3 * DAY - 1, 30 * DAY + 1, 2 ** 48 - 1]) {
      describe(`when head office sets it to ${delay} seconds`, () => {
        it("reverts with AuthorityDelayOutOfBounds", async () => {
          const { authority, headOffice } = await networkHelpers.loadFixture(willowmere);

          await expect(authority.connect(headOffice).changeDefaultAdminDelay(delay))
            .to.be.revertedWithCustomError(authority, "AuthorityDelayOutOfBounds")
            .withArgs(delay, 3 * DAY, 30 * DAY);
        });
      });
    }

    describe("when head office shortens the delay", () => {
      it("keeps the seven days until as much time has passed as it saves", async () => {
        const { authority, headOffice } = await networkHelpers.loadFixture(willowmere);

        await authority.connect(headOffice).changeDefaultAdminDelay(3 * DAY);
        const now = await networkHelpers.time.latest();

        await networkHelpers.time.increaseTo(now + 4 * DAY);
        expect(await authority.defaultAdminDelay()).to.equal(7 * DAY);
        await networkHelpers.time.increaseTo(now + 4 * DAY + 1);
        expect(await authority.defaultAdminDelay()).to.equal(3 * DAY);
      });
    });
  });

  describe("acceptDefaultAdminTransfer", () => {
    async function transferring() {
      const before = await networkHelpers.loadFixture(willowmere);
      await before.authority.connect(before.headOffice).beginDefaultAdminTransfer(before.stranger.address);
      return { ...before, schedule: (await networkHelpers.time.latest()) + 7 * DAY };
    }

    describe("given a transfer that began", () => {
      describe("when anybody but the new head office accepts", () => {
        it("reverts with AccessControlInvalidDefaultAdmin", async () => {
          const { authority, schedule } = await networkHelpers.loadFixture(transferring);
          await networkHelpers.time.increaseTo(schedule + 1);

          for (const caller of await everybodyBut("stranger")) {
            await expect(authority.connect(caller).acceptDefaultAdminTransfer())
              .to.be.revertedWithCustomError(authority, "AccessControlInvalidDefaultAdmin")
              .withArgs(caller.address);
          }
        });
      });

      describe("when it is accepted in the last second of the seven days", () => {
        it("reverts with AccessControlEnforcedDefaultAdminDelay", async () => {
          const { authority, stranger, schedule } = await networkHelpers.loadFixture(transferring);
          await networkHelpers.time.setNextBlockTimestamp(schedule);

          await expect(authority.connect(stranger).acceptDefaultAdminTransfer())
            .to.be.revertedWithCustomError(authority, "AccessControlEnforcedDefaultAdminDelay")
            .withArgs(schedule);
        });
      });

      describe("when it is accepted a second later", () => {
        it("moves the root, the key and the power to appoint", async () => {
          const { authority, townRegistry, headOffice, stranger, amina, schedule } =
            await networkHelpers.loadFixture(transferring);
          await networkHelpers.time.setNextBlockTimestamp(schedule + 1);

          await authority.connect(stranger).acceptDefaultAdminTransfer();

          expect(await authority.headOffice()).to.equal(stranger.address);
          expect(await authority.hasRole(ZeroHash, headOffice.address)).to.equal(false);
          expect(await authority.holdsKey(stranger.address)).to.equal(true);
          expect(await authority.holdsKey(headOffice.address)).to.equal(false);
          await appointAmbassador({ authority, townRegistry, headOffice: stranger }, { country: 1 }, headOffice);
          expect(await authority.acts(roleIds.countryAmbassador(1), headOffice.address)).to.equal(true);
          await expect(appointAmbassador({ authority, townRegistry, headOffice }, { country: 2 }, amina))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotHeadOffice")
            .withArgs(headOffice.address);
        });
      });

      describe("when head office cancels it", () => {
        it("cannot be accepted any more", async () => {
          const { authority, headOffice, stranger, schedule } = await networkHelpers.loadFixture(transferring);
          await authority.connect(headOffice).cancelDefaultAdminTransfer();
          await networkHelpers.time.increaseTo(schedule + 1);

          await expect(authority.connect(stranger).acceptDefaultAdminTransfer())
            .to.be.revertedWithCustomError(authority, "AccessControlInvalidDefaultAdmin")
            .withArgs(stranger.address);
          expect(await authority.pendingDefaultAdmin()).to.deep.equal([ZeroAddress, 0n]);
        });
      });
    });
  });
});

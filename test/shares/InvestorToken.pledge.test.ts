import { expect } from "chai";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { everybodyBut, impersonate } from "../fixture/people.ts";
import { fundDepositor } from "../fixture/shares.ts";

/** The settled bakery (amina 60 shares, ben 50); amina has objected to the first tranche, so hers are pledged. */
async function pledged() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const { releases, manager, amina, offering } = before;
  await releases.connect(manager).request(offering, { hash: ethers.id("invoices of the oven"), uri: "" });
  await releases.connect(amina).object(offering);
  return { ...before, releasing: await impersonate(releases) };
}

describe("InvestorToken", () => {
  describe("pledge", () => {
    describe("given a holder", () => {
      describe("when the Releases pledges their shares", () => {
        it("says so, and leaves shares and dividends as they are", async () => {
          const before = await networkHelpers.loadFixture(bakerySettled);
          const { token, amina } = before;
          const splitter = await fundDepositor(before, 1_000n);
          await token.connect(splitter).deposit(110);

          await expect(token.connect(await impersonate(before.releases)).pledge(amina.address))
            .to.emit(token, "SharesPledged")
            .withArgs(amina.address);

          expect(await token.balanceOf(amina.address)).to.equal(60);
          expect(await token.claimable(amina.address)).to.equal(60);
        });
      });

      describe("when anybody else tries", () => {
        it("reverts with InvestorTokenNotReleases", async () => {
          const { token, shareOffering, profitSplitter, amina } = await networkHelpers.loadFixture(pledged);

          for (const caller of [
            ...(await everybodyBut()),
            await impersonate(shareOffering),
            await impersonate(profitSplitter),
          ]) {
            for (const change of ["pledge", "unpledge"] as const) {
              await expect(token.connect(caller)[change](amina.address))
                .to.be.revertedWithCustomError(token, "InvestorTokenNotReleases")
                .withArgs(caller.address);
            }
          }
        });
      });
    });

    describe("given pledged shares", () => {
      it("lets none be sent, by the holder or whom they allowed, whatever number", async () => {
        const { token, amina, ben, carla } = await networkHelpers.loadFixture(pledged);
        await token.connect(amina).approve(carla.address, 60);

        for (const value of [0, 1, 60, 61]) {
          await expect(token.connect(amina).transfer(ben.address, value))
            .to.be.revertedWithCustomError(token, "InvestorTokenPledged")
            .withArgs(amina.address);
        }
        await expect(token.connect(carla).transferFrom(amina.address, ben.address, 1))
          .to.be.revertedWithCustomError(token, "InvestorTokenPledged")
          .withArgs(amina.address);
        await expect(token.connect(amina).transfer(amina.address, 1))
          .to.be.revertedWithCustomError(token, "InvestorTokenPledged")
          .withArgs(amina.address);
      });

      it("names MayNotHold before Pledged", async () => {
        const { token, amina, stranger } = await networkHelpers.loadFixture(pledged);

        await expect(token.connect(amina).transfer(stranger.address, 1)).to.be.revertedWithCustomError(
          token,
          "InvestorTokenMayNotHold",
        );
      });

      it("lets the holder receive more, which is pledged as well", async () => {
        const { token, amina, ben } = await networkHelpers.loadFixture(pledged);

        await token.connect(ben).transfer(amina.address, 20);

        expect(await token.balanceOf(amina.address)).to.equal(80);
        await expect(token.connect(amina).transfer(ben.address, 20))
          .to.be.revertedWithCustomError(token, "InvestorTokenPledged")
          .withArgs(amina.address);
      });

      it("credits and pays dividends, and stays pledged", async () => {
        const before = await networkHelpers.loadFixture(pledged);
        const { token, amina, ben } = before;
        const splitter = await fundDepositor(before, 1_000n);
        await token.connect(splitter).deposit(220);
        await token.connect(ben).transfer(amina.address, 10);
        await token.connect(splitter).deposit(110);

        expect(await token.claimable(amina.address)).to.equal(120 + 70);
        await expect(token.claim(amina.address)).to.emit(token, "DividendClaimed").withArgs(amina.address, 190);
        await expect(token.connect(amina).transfer(ben.address, 1)).to.be.revertedWithCustomError(
          token,
          "InvestorTokenPledged",
        );
      });

      it("does not concern other holders", async () => {
        const { token, ben, carla } = await networkHelpers.loadFixture(pledged);

        await token.connect(ben).transfer(carla.address, 50);

        expect(await token.balanceOf(carla.address)).to.equal(50);
      });

      it("can be pledged again without a change", async () => {
        const { token, releasing, amina } = await networkHelpers.loadFixture(pledged);

        await expect(token.connect(releasing).pledge(amina.address)).to.not.emit(token, "SharesPledged");

        expect(await token.balanceOf(amina.address)).to.equal(60);
        expect(await token.claimable(amina.address)).to.equal(0);
      });
    });
  });

  describe("given shares that were pledged for what is over", () => {
    it("lets them be sent, which frees them, and says beforehand that it will", async () => {
      const { token, releases, releasing, townAmbassador, countryAmbassador, amina, ben, offering } =
        await networkHelpers.loadFixture(pledged);
      expect(await token.detectTransferRestriction(amina.address, ben.address, 1)).to.equal(6);
      await releases.connect(townAmbassador).agreeWindUp(offering);
      await releases.connect(countryAmbassador).agreeWindUp(offering);

      expect(await token.detectTransferRestriction(amina.address, ben.address, 1)).to.equal(0);
      await expect(token.connect(amina).transfer(ben.address, 1)).to.emit(token, "SharesFreed").withArgs(amina.address);
      await expect(token.connect(amina).transfer(ben.address, 1)).to.not.emit(token, "SharesFreed");
      await expect(token.connect(releasing).unpledge(amina.address)).to.not.emit(token, "SharesFreed");
    });
  });

  describe("unpledge", () => {
    it("frees the shares, and says so", async () => {
      const before = await networkHelpers.loadFixture(pledged);
      const { token, releasing, amina, ben } = before;
      await token.connect(await fundDepositor(before, 1_000n)).deposit(220);

      await expect(token.connect(releasing).unpledge(amina.address))
        .to.emit(token, "SharesFreed")
        .withArgs(amina.address);

      expect(await token.claimable(amina.address)).to.equal(120);
      await token.connect(amina).transfer(ben.address, 60);
      expect(await token.balanceOf(ben.address)).to.equal(110);
    });
  });
});

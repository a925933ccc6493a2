import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { ASK_AGAIN_AFTER } from "@one-small-town/core/rules/Releases.ts";
import { expect } from "chai";
import type { Address } from "viem";
import { attestInBatches } from "../../scripts/operator/batches.ts";
import { BAKERY } from "../fixture/bakery.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { buyTogether, gatherShares } from "../fixture/neighbours.ts";
import { everybodyBut, idOf, impersonate } from "../fixture/people.ts";
import { deepRecordOf, recordOf } from "../fixture/recordOf.ts";
import { shareVoteOf } from "../fixture/shareVoteOf.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

const EVIDENCE = ethers.id("invoices of the oven");
const OTHER_EVIDENCE = ethers.id("invoices of the mill");
const NO_VOTE = { objecting: 0n, windingUp: 0n, tranche: 0n, nonce: 0n };

/**
 * The manager of the settled bakery has asked for the first tranche. Of 110 shares amina holds 38, ben 50, carla 21, one
 * less than a fifth, and the coordinator one.
 */
async function requested() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const { releases, token, amina, carla, coordinator, manager, offering } = before;
  await token.connect(amina).transfer(carla.address, 21);
  await token.connect(amina).transfer(coordinator.address, 1);
  await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "ipfs://oven" });
  return before;
}

/** The Country Ambassador has approved it; it is payable from `payableFrom` on. */
async function approved() {
  const before = await networkHelpers.loadFixture(requested);
  const { releases, countryAmbassador, offering } = before;
  await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE);
  return { ...before, payableFrom: (await releases.requestOf(offering)).payableFrom };
}

/** carla and the coordinator, holders of a fifth, have blocked the first request; it can be asked for again now. */
async function blocked() {
  const before = await networkHelpers.loadFixture(requested);
  const { releases, carla, coordinator, offering } = before;
  await releases.connect(carla).object(offering);
  await releases.connect(coordinator).object(offering);
  const { askableFrom } = await releases.progressOf(offering);
  await networkHelpers.time.increaseTo(askableFrom);
  return { ...before, askableFrom };
}

/** As in `requested`, but of 111 shares, whose fifth is more than the 22 that carla holds; the coordinator holds one. */
async function requestedOfUneven() {
  const before = await networkHelpers.loadFixture(bakeryOnSale);
  const { shareOffering, releases, token, amina, carla, coordinator, manager, offering, terms } = before;
  await buyTogether(shareOffering, offering, 111);
  await networkHelpers.time.increaseTo(terms.localEnds);
  await shareOffering.settle(offering);
  await gatherShares(before, amina, 111);
  await token.connect(amina).transfer(carla.address, 22);
  await token.connect(amina).transfer(coordinator.address, 1);
  await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "ipfs://oven" });
  return before;
}

describe("Releases", () => {
  describe("object", () => {
    describe("given a tranche that is asked for", () => {
      describe("when a holder of less than a fifth objects", () => {
        it("counts their shares, keeps them where they are, and blocks nothing", async () => {
          const { releases, token, carla, amina, manager, offering } = await networkHelpers.loadFixture(requested);
          const { until } = await releases.requestOf(offering);

          const objecting = await releases.connect(carla).object(offering);

          await expect(objecting)
            .to.emit(releases, "ReleaseObjected")
            .withArgs(offering, 0, carla.address, 21, 21)
            .and.to.emit(token, "SharesPledged")
            .withArgs(carla.address);
          await expect(objecting).to.not.emit(releases, "ReleaseBlocked");
          expect(deepRecordOf(await releases.requestOf(offering))).to.deep.equal({
            by: manager.address,
            until,
            id: 1n,
            approver: ethers.ZeroAddress,
            payableFrom: 0n,
            payout: ethers.ZeroAddress,
            evidence: { hash: EVIDENCE, uri: "ipfs://oven" },
          });
          expect(recordOf(await releases.tallyOf(offering))).to.deep.equal({
            objecting: 21n,
            windingUp: 0n,
            votable: 110n,
            blockingPart: 5n,
          });
          expect(recordOf(await releases.voteOf(offering, carla.address))).to.deep.equal({
            ...NO_VOTE,
            objecting: 21n,
          });
          expect(recordOf(await releases.voteOf(offering, amina.address))).to.deep.equal(NO_VOTE);
          await expect(token.connect(carla).transfer(amina.address, 1))
            .to.be.revertedWithCustomError(token, "InvestorTokenPledged")
            .withArgs(carla.address);
        });
      });

      describe("when holders of exactly a fifth object", () => {
        it("blocks the request for good; thirty days later it can be asked for anew", async () => {
          const before = await networkHelpers.loadFixture(requested);
          const { releases, carla, coordinator, manager, countryAmbassador, offering } = before;
          const oven = { hash: EVIDENCE, uri: "ipfs://oven" };
          await releases.connect(carla).object(offering);
          const now = (await networkHelpers.time.latest()) + 60;
          const askableFrom = now + ASK_AGAIN_AFTER;

          await setNextTime(now);
          await expect(releases.connect(coordinator).object(offering))
            .to.emit(releases, "ReleaseObjected")
            .withArgs(offering, 0, coordinator.address, 1, 22)
            .and.to.emit(releases, "ReleaseBlocked")
            .withArgs(offering, 1, askableFrom);

          expect((await releases.requestOf(offering)).id).to.equal(0);
          expect((await releases.progressOf(offering)).askableFrom).to.equal(askableFrom);
          await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
            .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
            .withArgs(offering, BAKERY, 0, EVIDENCE);
          await setNextTime(askableFrom - 1);
          await expect(releases.connect(manager).request(offering, oven))
            .to.be.revertedWithCustomError(releases, "ReleasesTooSoon")
            .withArgs(offering, askableFrom, askableFrom - 1);
          await setNextTime(askableFrom);
          await expect(releases.connect(manager).request(offering, oven))
            .to.emit(releases, "ReleaseRequested")
            .withArgs(offering, 2, 0, manager.address, EVIDENCE, "ipfs://oven");
        });

        it("is blocked for good, though the objections are taken back", async () => {
          const before = await networkHelpers.loadFixture(requested);
          const { releases, carla, coordinator, manager, offering } = before;
          await releases.connect(carla).object(offering);
          await releases.connect(coordinator).object(offering);

          await releases.connect(carla).withdraw(offering);

          expect((await releases.requestOf(offering)).id).to.equal(0);
          await expect(
            releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" }),
          ).to.be.revertedWithCustomError(releases, "ReleasesTooSoon");
        });
      });

      describe("when a holder objects again", () => {
        it("counts the same shares once, and what came in since", async () => {
          const { releases, token, carla, amina, offering } = await networkHelpers.loadFixture(requested);
          await releases.connect(carla).object(offering);

          const again = await releases.connect(carla).object(offering);
          await expect(again).to.emit(releases, "ReleaseObjected").withArgs(offering, 0, carla.address, 21, 21);
          await expect(again).to.not.emit(token, "SharesPledged");
          await token.connect(amina).transfer(carla.address, 1);
          expect((await releases.progressOf(offering)).objecting).to.equal(21);
          await expect(releases.connect(carla).object(offering))
            .to.emit(releases, "ReleaseObjected")
            .withArgs(offering, 0, carla.address, 22, 22)
            .and.to.emit(releases, "ReleaseBlocked");
        });
      });

      describe("when shares change hands after their holder's vote was withdrawn", () => {
        it("counts them once", async () => {
          const { releases, token, carla, coordinator, offering } = await networkHelpers.loadFixture(requested);
          await releases.connect(carla).object(offering);
          await releases.connect(carla).withdraw(offering);
          await token.connect(carla).transfer(coordinator.address, 20);

          await expect(releases.connect(coordinator).object(offering))
            .to.emit(releases, "ReleaseObjected")
            .withArgs(offering, 0, coordinator.address, 21, 21);
          await expect(releases.connect(carla).object(offering))
            .to.emit(releases, "ReleaseObjected")
            .withArgs(offering, 0, carla.address, 1, 22);
        });
      });

      describe("when somebody without shares objects", () => {
        it("reverts with ReleasesNoShares", async () => {
          const { releases, offering } = await networkHelpers.loadFixture(requested);
          const without = await everybodyBut(
            "amina",
            "ben",
            "carla",
            "coordinator",
            "manager",
            "payout",
            "countryAmbassador",
          );

          for (const caller of without) {
            await expect(releases.connect(caller).object(offering))
              .to.be.revertedWithCustomError(releases, "ReleasesNoShares")
              .withArgs(offering, caller.address);
          }
        });
      });

      describe("when who asks, is paid or approves objects", () => {
        it("reverts with ReleasesInsider, whatever they hold", async () => {
          const before = await networkHelpers.loadFixture(requested);
          const { releases, token, amina, manager, payout, countryAmbassador, business, offering } = before;
          await token.connect(amina).transfer(manager.address, 5);

          for (const caller of [manager, payout, countryAmbassador]) {
            await expect(releases.connect(caller).object(offering))
              .to.be.revertedWithCustomError(releases, "ReleasesInsider")
              .withArgs(business, caller.address);
          }
        });
      });

      for (const anew of ["replaced by a better request", "taken back by who asked, and asked for anew"] as const) {
        describe(`when it is ${anew}`, () => {
          it("goes on counting what stands, without a word of the holders", async () => {
            const { releases, token, carla, coordinator, manager, offering } =
              await networkHelpers.loadFixture(requested);
            await releases.connect(carla).object(offering);
            if (anew.startsWith("taken")) await releases.connect(manager).revoke(offering);
            await releases.connect(manager).request(offering, { hash: OTHER_EVIDENCE, uri: "" });

            expect((await releases.tallyOf(offering)).objecting).to.equal(21);
            await expect(token.connect(carla).transfer(coordinator.address, 1)).to.be.revertedWithCustomError(
              token,
              "InvestorTokenPledged",
            );
            await expect(releases.connect(coordinator).object(offering))
              .to.emit(releases, "ReleaseObjected")
              .withArgs(offering, 0, coordinator.address, 1, 22)
              .and.to.emit(releases, "ReleaseBlocked");
          });
        });
      }

      describe("when the town is dormant", () => {
        it("counts all the same", async () => {
          const { releases, townRegistry, headOffice, carla, offering } = await networkHelpers.loadFixture(requested);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await releases.connect(carla).object(offering);

          expect((await releases.progressOf(offering)).objecting).to.equal(21);
        });
      });
    });

    describe("given shares of which a fifth is no whole number", () => {
      it("is not blocked by the fifth rounded down, but by one share more", async () => {
        const { releases, carla, coordinator, offering } = await networkHelpers.loadFixture(requestedOfUneven);

        const tooFew = await releases.connect(carla).object(offering);
        await expect(tooFew).to.emit(releases, "ReleaseObjected").withArgs(offering, 0, carla.address, 22, 22);
        await expect(tooFew).to.not.emit(releases, "ReleaseBlocked");

        await expect(releases.connect(coordinator).object(offering)).to.emit(releases, "ReleaseBlocked");
      });
    });

    describe("given shares with those who may not vote", () => {
      it("counts a fifth of the others", async () => {
        const { releases, token, ben, carla, coordinator, manager, offering } =
          await networkHelpers.loadFixture(requested);
        await token.connect(ben).transfer(manager.address, 9);
        await token.connect(carla).transfer(ben.address, 1);
        await releases.connect(carla).object(offering);
        expect(recordOf(await releases.tallyOf(offering))).to.include({ objecting: 20n, votable: 101n });

        await expect(releases.connect(coordinator).object(offering))
          .to.emit(releases, "ReleaseObjected")
          .withArgs(offering, 0, coordinator.address, 1, 21)
          .and.to.emit(releases, "ReleaseBlocked");
      });

      it("does not count what one of them said before they became one, nor their shares", async () => {
        const before = await networkHelpers.loadFixture(requested);
        const { releases, projectRegistry, townAmbassador, countryAmbassador, manager, carla, offering } = before;
        await releases.connect(carla).object(offering);
        const registry = [townAmbassador, countryAmbassador].map((key) => projectRegistry.connect(key));
        await registry[0]!.proposeManagement(BAKERY, manager.address, carla.address);
        await registry[1]!.approveManagement(BAKERY, manager.address, carla.address);

        expect(recordOf(await releases.tallyOf(offering))).to.include({ objecting: 0n, votable: 89n });
        expect((await releases.progressOf(offering)).objecting).to.equal(21);
      });

      it("refuses approval and payment while what stands is enough of the others", async () => {
        const before = await networkHelpers.loadFixture(requested);
        const { releases, token, ben, carla, manager, countryAmbassador, stranger, offering } = before;
        await releases.connect(carla).object(offering);
        const snapshot = await networkHelpers.takeSnapshot();
        await token.connect(ben).transfer(manager.address, 5);
        await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
          .to.be.revertedWithCustomError(releases, "ReleasesObjectedTo")
          .withArgs(offering, 21, 105, 5);

        await snapshot.restore();
        await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE);
        await token.connect(ben).transfer(manager.address, 5);
        await networkHelpers.time.increase(7 * DAY);
        await expect(releases.connect(stranger).release(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesObjectedTo")
          .withArgs(offering, 21, 105, 5);
        await expect(releases.connect(carla).object(offering)).to.emit(releases, "ReleaseBlocked");
      });
    });

    describe("given a tranche that is approved", () => {
      it("can be blocked, also when it is payable and nobody has had it paid", async () => {
        const { releases, ben, stranger, offering, payableFrom } = await networkHelpers.loadFixture(approved);
        await setNextTime(payableFrom + 9n);

        await expect(releases.connect(ben).object(offering)).to.emit(releases, "ReleaseBlocked");

        await setNextTime(payableFrom + 20n);
        await expect(releases.connect(stranger).release(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNotPayable")
          .withArgs(offering, 0, payableFrom + 20n);
      });

      it("is paid when too few object, and cannot be objected to after that", async () => {
        const { releases, carla, ben, offering, payableFrom } = await networkHelpers.loadFixture(approved);
        await releases.connect(carla).object(offering);
        await setNextTime(payableFrom);

        await expect(releases.release(offering)).to.emit(releases, "TrancheReleased");
        expect((await releases.tallyOf(offering)).objecting).to.equal(0);
        await expect(releases.connect(ben).object(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNoRequest")
          .withArgs(offering);
      });
    });

    describe("given a tranche that was paid in spite of an objection", () => {
      it("ends the objection: the shares can be sent, and object to the next tranche anew", async () => {
        const before = await networkHelpers.loadFixture(approved);
        const { releases, token, carla, coordinator, manager, business, offering, payableFrom } = before;
        await releases.connect(carla).object(offering);
        await releases.connect(coordinator).voteWindUp(offering);
        await setNextTime(payableFrom);
        await releases.release(offering);

        expect(await releases.isHeld(business, carla.address)).to.equal(false);
        expect(await releases.isHeld(business, coordinator.address)).to.equal(true);
        await expect(token.connect(carla).transfer(manager.address, 1))
          .to.emit(token, "SharesFreed")
          .withArgs(carla.address);
        await releases.connect(manager).request(offering, { hash: OTHER_EVIDENCE, uri: "" });
        await expect(releases.connect(carla).object(offering))
          .to.emit(releases, "ReleaseObjected")
          .withArgs(offering, 1, carla.address, 20, 20)
          .and.to.emit(token, "SharesPledged")
          .withArgs(carla.address);
      });

      it("leaves the objections to the next tranche alone when somebody withdraws an old one", async () => {
        const before = await networkHelpers.loadFixture(approved);
        const { releases, carla, coordinator, manager, offering, payableFrom } = before;
        await releases.connect(coordinator).object(offering);
        await setNextTime(payableFrom);
        await releases.release(offering);
        await releases.connect(manager).request(offering, { hash: OTHER_EVIDENCE, uri: "" });
        await releases.connect(carla).object(offering);

        await expect(releases.connect(coordinator).withdraw(offering))
          .to.emit(releases, "VotesWithdrawn")
          .withArgs(offering, coordinator.address, 21, 0);

        expect((await releases.progressOf(offering)).objecting).to.equal(21);
      });
    });

    describe("given a tranche that was blocked before", () => {
      it("is blocked by a third from then on, and not by a share less", async () => {
        const before = await networkHelpers.loadFixture(blocked);
        const { releases, token, amina, ben, carla, manager, offering } = before;
        await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "ipfs://oven" });
        expect((await releases.requestOf(offering)).id).to.equal(2);
        expect(recordOf(await releases.tallyOf(offering))).to.include({ objecting: 22n, blockingPart: 3n });

        await token.connect(amina).transfer(carla.address, 14);
        await expect(releases.connect(carla).object(offering))
          .to.emit(releases, "ReleaseObjected")
          .withArgs(offering, 0, carla.address, 35, 36)
          .and.to.not.emit(releases, "ReleaseBlocked");
        await token.connect(ben).transfer(carla.address, 1);
        await expect(releases.connect(carla).object(offering))
          .to.emit(releases, "ReleaseObjected")
          .withArgs(offering, 0, carla.address, 36, 37)
          .and.to.emit(releases, "ReleaseBlocked");
      });

      it("is blocked at once when a third stands already, until enough take that back", async () => {
        const before = await networkHelpers.loadFixture(requested);
        const { releases, ben, manager, offering } = before;
        const oven = { hash: EVIDENCE, uri: "ipfs://oven" };
        await releases.connect(ben).object(offering);
        await networkHelpers.time.increase(ASK_AGAIN_AFTER);

        await expect(releases.connect(manager).request(offering, oven))
          .to.emit(releases, "ReleaseRequested")
          .and.to.emit(releases, "ReleaseBlocked");
        await networkHelpers.time.increase(ASK_AGAIN_AFTER);
        await releases.connect(ben).withdraw(offering);
        await releases.connect(manager).request(offering, oven);
        expect((await releases.requestOf(offering)).id).to.equal(3);
      });

      it("is a matter of that tranche: the next one is blocked by a fifth again", async () => {
        const before = await networkHelpers.loadFixture(blocked);
        const { releases, ben, manager, countryAmbassador, offering } = before;
        await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "ipfs://oven" });
        await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE);
        await networkHelpers.time.increase(7 * DAY);
        await releases.release(offering);
        expect((await releases.progressOf(offering)).askableFrom).to.equal(0);
        await releases.connect(manager).request(offering, { hash: OTHER_EVIDENCE, uri: "" });

        expect(recordOf(await releases.tallyOf(offering))).to.include({ objecting: 0n, blockingPart: 5n });
        await expect(releases.connect(ben).object(offering)).to.emit(releases, "ReleaseBlocked");
      });
    });

    describe("given nothing that is asked for", () => {
      it("reverts with ReleasesNoRequest", async () => {
        const settled = await networkHelpers.loadFixture(bakerySettled);
        for (const id of [settled.offering, 9n]) {
          await expect(settled.releases.connect(settled.amina).object(id))
            .to.be.revertedWithCustomError(settled.releases, "ReleasesNoRequest")
            .withArgs(id);
        }
      });

      it("reverts with ReleasesNoRequest while the sale is live", async () => {
        const { shareOffering, releases, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(amina).buy(offering, 10);

        await expect(releases.connect(amina).object(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNoRequest")
          .withArgs(offering);
      });

      it("reverts with ReleasesNoRequest when what was asked for has waited for too long, or who asked may not", async () => {
        const before = await networkHelpers.loadFixture(requested);
        const { releases, authority, townAmbassador, manager, carla, town, offering } = before;
        const { until } = await releases.requestOf(offering);
        const snapshot = await networkHelpers.takeSnapshot();
        await setNextTime(until);
        await expect(releases.connect(carla).object(offering)).to.be.revertedWithCustomError(
          releases,
          "ReleasesNoRequest",
        );

        await snapshot.restore();
        await authority.connect(townAmbassador).revokeRole(roleIds.projectManager(town), manager.address);
        await expect(releases.connect(carla).object(offering)).to.be.revertedWithCustomError(
          releases,
          "ReleasesNoRequest",
        );
        expect((await releases.requestOf(offering)).id).to.equal(0);
      });
    });
  });

  describe("objectWithSignature", () => {
    describe("given a holder who signed an objection to what is asked for", () => {
      it("counts it, whoever sends it", async () => {
        const { releases, token, carla, stranger, offering } = await networkHelpers.loadFixture(requested);
        const { deadline, signature } = await shareVoteOf(releases, carla, {
          offering,
          tranche: 0,
          holder: carla.address,
        });

        await expect(releases.connect(stranger).objectWithSignature(offering, 0, carla.address, deadline, signature))
          .to.emit(releases, "ReleaseObjected")
          .withArgs(offering, 0, carla.address, 21, 21)
          .and.to.emit(token, "SharesPledged")
          .withArgs(carla.address);

        expect(recordOf(await releases.voteOf(offering, carla.address))).to.deep.equal({
          objecting: 21n,
          windingUp: 0n,
          tranche: 0n,
          nonce: 1n,
        });
      });

      it("blocks with a fifth", async () => {
        const { releases, ben, stranger, offering } = await networkHelpers.loadFixture(requested);
        const { deadline, signature } = await shareVoteOf(releases, ben, { offering, tranche: 0, holder: ben.address });

        await expect(
          releases.connect(stranger).objectWithSignature(offering, 0, ben.address, deadline, signature),
        ).to.emit(releases, "ReleaseBlocked");
      });

      it("cannot be sent twice, nor after the holder withdrew", async () => {
        const { releases, carla, offering } = await networkHelpers.loadFixture(requested);
        const { deadline, signature } = await shareVoteOf(releases, carla, {
          offering,
          tranche: 0,
          holder: carla.address,
        });
        const sent = [offering, 0, carla.address, deadline, signature] as const;
        await releases.objectWithSignature(...sent);

        await expect(releases.objectWithSignature(...sent))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, carla.address, 1);
        const next = await shareVoteOf(releases, carla, { offering, tranche: 0, holder: carla.address, nonce: 1 });
        await releases.connect(carla).withdraw(offering);
        await expect(releases.objectWithSignature(offering, 0, carla.address, next.deadline, next.signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, carla.address, 2);
        const last = await shareVoteOf(releases, carla, { offering, tranche: 0, holder: carla.address, nonce: 2 });
        await releases.objectWithSignature(offering, 0, carla.address, last.deadline, last.signature);
        expect((await releases.progressOf(offering)).objecting).to.equal(21);
      });

      it("is good to its deadline, and not a second longer", async () => {
        const { releases, carla, ben, offering } = await networkHelpers.loadFixture(requested);
        const deadline = (await networkHelpers.time.latest()) + 100;
        const first = await shareVoteOf(releases, carla, { offering, tranche: 0, holder: carla.address, deadline });
        const second = await shareVoteOf(releases, ben, { offering, tranche: 0, holder: ben.address, deadline });

        await setNextTime(deadline);
        await releases.objectWithSignature(offering, 0, carla.address, deadline, first.signature);
        await setNextTime(deadline + 1);
        await expect(releases.objectWithSignature(offering, 0, ben.address, deadline, second.signature))
          .to.be.revertedWithCustomError(releases, "ReleasesExpired")
          .withArgs(deadline);
      });

      it("does not count for another tranche, offering, holder or deadline, or as another vote", async () => {
        const { releases, carla, ben, offering } = await networkHelpers.loadFixture(requested);
        const { deadline, signature } = await shareVoteOf(releases, carla, {
          offering,
          tranche: 0,
          holder: carla.address,
        });
        const until = BigInt(deadline);

        await expect(releases.objectWithSignature(offering, 1, carla.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesOtherTranche")
          .withArgs(offering, 1, 0);
        await expect(releases.objectWithSignature(2, 0, carla.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(2, carla.address, 0);
        await expect(releases.objectWithSignature(offering, 0, ben.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, ben.address, 0);
        await expect(releases.objectWithSignature(offering, 0, carla.address, until + 1n, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, carla.address, 0);
        await expect(releases.voteWindUpWithSignature(offering, carla.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, carla.address, 0);
      });

      it("counts for its tranche, whatever is asked for it anew, and not for the next", async () => {
        const before = await networkHelpers.loadFixture(requested);
        const { releases, carla, manager, countryAmbassador, offering } = before;
        const deadline = 2n ** 40n;
        const vote = { offering, tranche: 0, holder: carla.address, deadline };
        const { signature } = await shareVoteOf(releases, carla, vote);
        await releases.connect(manager).request(offering, { hash: OTHER_EVIDENCE, uri: "" });
        const snapshot = await networkHelpers.takeSnapshot();

        await releases.objectWithSignature(offering, 0, carla.address, deadline, signature);
        expect((await releases.progressOf(offering)).objecting).to.equal(21);

        await snapshot.restore();
        await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, OTHER_EVIDENCE);
        await networkHelpers.time.increase(7 * DAY);
        await releases.release(offering);
        await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" });
        await expect(releases.objectWithSignature(offering, 0, carla.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesOtherTranche")
          .withArgs(offering, 0, 1);
        await expect(releases.objectWithSignature(offering, 1, carla.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, carla.address, 0);
      });

      it("does not count when it is signed for another contract, chain, name or version", async () => {
        const { releases, token, carla, offering } = await networkHelpers.loadFixture(requested);

        for (const domain of [
          { verifyingContract: await token.getAddress() },
          { chainId: 1 },
          { name: "Releases" },
          { version: "2" },
        ]) {
          const message = { offering, tranche: 0, holder: carla.address };
          const { deadline, signature } = await shareVoteOf(releases, carla, message, domain);
          await expect(releases.objectWithSignature(offering, 0, carla.address, deadline, signature))
            .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
            .withArgs(offering, carla.address, 0);
        }
      });
    });

    describe("given a signature of somebody else", () => {
      it("reverts with ReleasesNotSigned", async () => {
        const { releases, carla, ben, offering } = await networkHelpers.loadFixture(requested);
        const { deadline, signature } = await shareVoteOf(releases, ben, {
          offering,
          tranche: 0,
          holder: carla.address,
        });

        await expect(releases.objectWithSignature(offering, 0, carla.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, carla.address, 0);
        expect((await releases.progressOf(offering)).objecting).to.equal(0);
      });
    });

    describe("given somebody without shares who signed", () => {
      it("reverts with ReleasesNoShares", async () => {
        const { releases, dina, offering } = await networkHelpers.loadFixture(requested);
        const { deadline, signature } = await shareVoteOf(releases, dina, {
          offering,
          tranche: 0,
          holder: dina.address,
        });

        await expect(releases.objectWithSignature(offering, 0, dina.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNoShares")
          .withArgs(offering, dina.address);
      });
    });

    describe("given nothing that is asked for", () => {
      it("reverts with ReleasesNoRequest", async () => {
        const { releases, amina, offering } = await networkHelpers.loadFixture(bakerySettled);
        const vote = await shareVoteOf(releases, amina, { offering, tranche: 0, holder: amina.address });

        await expect(releases.objectWithSignature(offering, 0, amina.address, vote.deadline, vote.signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNoRequest")
          .withArgs(offering);
      });
    });

    describe("given a holder whose wallet is a contract (ERC-1271)", () => {
      it("counts what its owner signed, and nobody else", async () => {
        const before = await networkHelpers.loadFixture(requested);
        const { releases, token, deployment, registrar, town, residentUntil, amina, dina, ben, offering } = before;
        const contract = await ethers.deployContract("ContractWallet", [dina.address]);
        await before.succession.connect(await impersonate(contract)).setNominee(dina.address); // it is a person's
        const wallet = (await contract.getAddress()) as Address;
        const attestation = { wallet, residentUntil, joins: false, personId: idOf("contract") };
        await attestInBatches(deployment, { registrar, town, attestations: [attestation] });
        await token.connect(amina).transfer(wallet, 5);
        const message = { offering, tranche: 0, holder: wallet };

        const wrong = await shareVoteOf(releases, ben, message);
        await expect(releases.objectWithSignature(offering, 0, wallet, wrong.deadline, wrong.signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, wallet, 0);
        const right = await shareVoteOf(releases, dina, message);
        await expect(releases.objectWithSignature(offering, 0, wallet, right.deadline, right.signature))
          .to.emit(releases, "ReleaseObjected")
          .withArgs(offering, 0, wallet, 5, 5);
      });
    });
  });

  describe("withdraw", () => {
    describe("given an objection", () => {
      it("takes it back, frees the shares, and says so", async () => {
        const { releases, token, carla, coordinator, ben, offering } = await networkHelpers.loadFixture(requested);
        await releases.connect(carla).object(offering);

        await expect(releases.connect(carla).withdraw(offering))
          .to.emit(releases, "VotesWithdrawn")
          .withArgs(offering, carla.address, 0, 0)
          .and.to.emit(token, "SharesFreed")
          .withArgs(carla.address);

        expect((await releases.progressOf(offering)).objecting).to.equal(0);
        expect(recordOf(await releases.voteOf(offering, carla.address))).to.deep.equal({ ...NO_VOTE, nonce: 1n });
        await token.connect(carla).transfer(ben.address, 21);
        await expect(releases.connect(coordinator).object(offering)).to.not.emit(releases, "ReleaseBlocked");
      });

      it("takes back the caller's alone", async () => {
        const { releases, token, carla, coordinator, ben, offering } = await networkHelpers.loadFixture(requested);
        await releases.connect(carla).object(offering);
        await token.connect(ben).transfer(coordinator.address, 0);

        await expect(releases.connect(coordinator).withdraw(offering))
          .to.emit(releases, "VotesWithdrawn")
          .withArgs(offering, coordinator.address, 21, 0);

        expect((await releases.progressOf(offering)).objecting).to.equal(21);
        await expect(token.connect(carla).transfer(ben.address, 1)).to.be.revertedWithCustomError(
          token,
          "InvestorTokenPledged",
        );
      });
    });

    describe("given an objection and a vote for winding up", () => {
      it("takes both back", async () => {
        const { releases, token, carla, coordinator, ben, offering } = await networkHelpers.loadFixture(requested);
        await releases.connect(coordinator).voteWindUp(offering);
        await releases.connect(carla).voteWindUp(offering);
        const objecting = await releases.connect(carla).object(offering);
        await expect(objecting).to.not.emit(token, "SharesPledged");

        await expect(releases.connect(carla).withdraw(offering))
          .to.emit(releases, "VotesWithdrawn")
          .withArgs(offering, carla.address, 0, 1)
          .and.to.emit(token, "SharesFreed")
          .withArgs(carla.address);

        expect((await releases.progressOf(offering)).windingUp).to.equal(1);
        await token.connect(carla).transfer(ben.address, 21);
      });
    });

    describe("given no vote", () => {
      it("frees nothing, and makes signed votes void", async () => {
        const { releases, token, ben, offering } = await networkHelpers.loadFixture(requested);
        const { deadline, signature } = await shareVoteOf(releases, ben, { offering, tranche: 0, holder: ben.address });

        const withdrawing = await releases.connect(ben).withdraw(offering);
        await expect(withdrawing).to.emit(releases, "VotesWithdrawn").withArgs(offering, ben.address, 0, 0);
        await expect(withdrawing).to.not.emit(token, "SharesFreed");

        await expect(releases.objectWithSignature(offering, 0, ben.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, ben.address, 1);
      });

      it("does nothing where there is no request or no offering", async () => {
        const { releases, ben, offering } = await networkHelpers.loadFixture(bakerySettled);

        for (const id of [offering, 9n]) {
          await releases.connect(ben).withdraw(id);
          expect(recordOf(await releases.voteOf(id, ben.address))).to.deep.equal({ ...NO_VOTE, nonce: 1n });
          expect((await releases.requestOf(id)).id).to.equal(0);
        }
      });
    });

    describe("given a tranche that was paid in spite of an objection", () => {
      it("frees the shares", async () => {
        const { releases, token, carla, ben, offering, payableFrom } = await networkHelpers.loadFixture(approved);
        await releases.connect(carla).object(offering);
        await setNextTime(payableFrom);
        await releases.release(offering);

        await releases.connect(carla).withdraw(offering);

        await token.connect(carla).transfer(ben.address, 21);
        expect((await releases.progressOf(offering)).objecting).to.equal(0);
      });
    });
  });

  describe("drop", () => {
    describe("when the caller is not the token of the business", () => {
      it("reverts with ReleasesNotToken", async () => {
        const { releases, shareOffering, token, business, carla, offering } =
          await networkHelpers.loadFixture(requested);
        await releases.connect(carla).object(offering);

        for (const caller of [...(await everybodyBut()), await impersonate(shareOffering)]) {
          for (const id of [business, business + 1n, 0n]) {
            await expect(releases.connect(caller).drop(id, carla.address))
              .to.be.revertedWithCustomError(releases, "ReleasesNotToken")
              .withArgs(id, caller.address);
          }
        }
        const self = await impersonate(token);
        await expect(releases.connect(self).drop(business + 1n, carla.address))
          .to.be.revertedWithCustomError(releases, "ReleasesNotToken")
          .withArgs(business + 1n, self.address);
        expect((await releases.progressOf(offering)).objecting).to.equal(21);
      });
    });

    describe("when the caller is the token of the business", () => {
      it("takes the holder's votes back", async () => {
        const { releases, token, business, carla, offering } = await networkHelpers.loadFixture(requested);
        await releases.connect(carla).object(offering);

        await expect(releases.connect(await impersonate(token)).drop(business, carla.address))
          .to.emit(releases, "VotesWithdrawn")
          .withArgs(offering, carla.address, 0, 0)
          .and.to.emit(token, "SharesFreed")
          .withArgs(carla.address);
        expect((await releases.progressOf(offering)).objecting).to.equal(0);
      });
    });
  });

  describe("the constants", () => {
    it("are those of the rules", async () => {
      const { releases } = await networkHelpers.loadFixture(bakerySettled);

      expect(await releases.REQUEST_LASTS()).to.equal(30 * DAY);
      expect(await releases.RELEASE_DELAY()).to.equal(7 * DAY);
      expect(await releases.PAYABLE_FOR()).to.equal(30 * DAY);
      expect(await releases.ASK_AGAIN_AFTER()).to.equal(30 * DAY);
      expect(await releases.WIND_UP_DELAY()).to.equal(14 * DAY);
      expect(await releases.STALLED_AFTER()).to.equal(365 * DAY);
      expect(await releases.BLOCKING_PART()).to.equal(5);
      expect(await releases.BLOCKING_PART_AGAIN()).to.equal(3);
      expect(await releases.WINDING_UP_PART()).to.equal(2);
    });
  });
});

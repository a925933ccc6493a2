import { expect } from "chai";
import type { Address } from "viem";
import { attestInBatches } from "../../scripts/operator/batches.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { impersonate, everybodyBut, idOf } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { shareVoteOf } from "../fixture/shareVoteOf.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

const EVIDENCE = ethers.id("invoices of the oven");
const OTHER_EVIDENCE = ethers.id("invoices of the mill");
const NO_VOTE = { objecting: 0n, windingUp: 0n, request: 0n, nonce: 0n };

/**
 * The manager of the settled bakery has asked for the first tranche. Of 110 shares amina holds 38, ben 50, carla 21, one
 * less than a fifth, and the manager one.
 */
async function requested() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const { releases, token, amina, carla, manager, offering } = before;
  await token.connect(amina).transfer(carla.address, 21);
  await token.connect(amina).transfer(manager.address, 1);
  await releases.connect(manager).request(offering, EVIDENCE, "ipfs://oven");
  return before;
}

/** The Country Ambassador has approved it; it is payable from `payableFrom` on. */
async function approved() {
  const before = await networkHelpers.loadFixture(requested);
  const { releases, countryAmbassador, offering } = before;
  await releases.connect(countryAmbassador).approve(offering, EVIDENCE);
  return { ...before, payableFrom: (await releases.requestOf(offering)).payableFrom };
}

/** ben has blocked the first request, and the manager has asked again with other evidence. */
async function blockedAndRequested() {
  const before = await networkHelpers.loadFixture(requested);
  const { releases, ben, manager, offering } = before;
  await releases.connect(ben).object(offering);
  await releases.connect(manager).request(offering, OTHER_EVIDENCE, "ipfs://mill");
  return before;
}

/** As in `requested`, but of 111 shares, whose fifth is more than the 22 that carla holds; the manager holds one. */
async function requestedOfUneven() {
  const before = await networkHelpers.loadFixture(bakeryOnSale);
  const { shareOffering, releases, token, amina, ben, carla, manager, offering, terms } = before;
  await shareOffering.connect(amina).buy(offering, 60);
  await shareOffering.connect(ben).buy(offering, 51);
  await networkHelpers.time.increaseTo(terms.localEnds);
  await shareOffering.settle(offering);
  await token.connect(amina).transfer(carla.address, 22);
  await token.connect(amina).transfer(manager.address, 1);
  await releases.connect(manager).request(offering, EVIDENCE, "ipfs://oven");
  return before;
}

describe("Releases", () => {
  describe("object", () => {
    describe("given a tranche that is asked for", () => {
      describe("when a holder of less than a fifth objects", () => {
        it("counts their shares, keeps them where they are, and blocks nothing", async () => {
          const { releases, token, carla, amina, manager, offering } = await networkHelpers.loadFixture(requested);

          const objecting = await releases.connect(carla).object(offering);

          await expect(objecting)
            .to.emit(releases, "ReleaseObjected")
            .withArgs(offering, 1, carla.address, 21, 21)
            .and.to.emit(token, "SharesPledged")
            .withArgs(carla.address);
          await expect(objecting).to.not.emit(releases, "ReleaseBlocked");
          expect(recordOf(await releases.requestOf(offering))).to.deep.equal({
            by: manager.address,
            payableFrom: 0n,
            id: 1n,
            approver: ethers.ZeroAddress,
            objecting: 21n,
            payout: ethers.ZeroAddress,
            evidence: EVIDENCE,
          });
          expect(recordOf(await releases.voteOf(offering, carla.address))).to.deep.equal({
            objecting: 21n,
            windingUp: 0n,
            request: 1n,
            nonce: 0n,
          });
          expect(recordOf(await releases.voteOf(offering, amina.address))).to.deep.equal(NO_VOTE);
          await expect(token.connect(carla).transfer(amina.address, 1))
            .to.be.revertedWithCustomError(token, "InvestorTokenPledged")
            .withArgs(carla.address);
        });
      });

      describe("when holders of exactly a fifth object", () => {
        it("blocks the request, which can be asked for anew", async () => {
          const { releases, carla, manager, countryAmbassador, offering } = await networkHelpers.loadFixture(requested);
          await releases.connect(carla).object(offering);

          await expect(releases.connect(manager).object(offering))
            .to.emit(releases, "ReleaseObjected")
            .withArgs(offering, 1, manager.address, 1, 22)
            .and.to.emit(releases, "ReleaseBlocked")
            .withArgs(offering, 1);

          expect((await releases.requestOf(offering)).id).to.equal(0);
          expect((await releases.requestOf(offering)).evidence).to.equal(ethers.ZeroHash);
          await expect(releases.connect(countryAmbassador).approve(offering, EVIDENCE))
            .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
            .withArgs(offering, EVIDENCE);
          await expect(releases.connect(manager).request(offering, EVIDENCE, "ipfs://oven"))
            .to.emit(releases, "ReleaseRequested")
            .withArgs(offering, 2, 0, manager.address, EVIDENCE, "ipfs://oven");
          expect((await releases.requestOf(offering)).objecting).to.equal(0);
        });
      });

      describe("when a holder objects again", () => {
        it("counts the same shares once, and what came in since", async () => {
          const { releases, token, carla, amina, offering } = await networkHelpers.loadFixture(requested);
          await releases.connect(carla).object(offering);

          const again = await releases.connect(carla).object(offering);
          await expect(again).to.emit(releases, "ReleaseObjected").withArgs(offering, 1, carla.address, 21, 21);
          await expect(again).to.not.emit(token, "SharesPledged");
          await token.connect(amina).transfer(carla.address, 1);
          expect((await releases.requestOf(offering)).objecting).to.equal(21);
          await expect(releases.connect(carla).object(offering))
            .to.emit(releases, "ReleaseObjected")
            .withArgs(offering, 1, carla.address, 22, 22)
            .and.to.emit(releases, "ReleaseBlocked")
            .withArgs(offering, 1);
        });
      });

      describe("when shares change hands after their holder's vote was withdrawn", () => {
        it("counts them once", async () => {
          const { releases, token, carla, manager, offering } = await networkHelpers.loadFixture(requested);
          await releases.connect(carla).object(offering);
          await releases.connect(carla).withdraw(offering);
          await token.connect(carla).transfer(manager.address, 20);

          await expect(releases.connect(manager).object(offering))
            .to.emit(releases, "ReleaseObjected")
            .withArgs(offering, 1, manager.address, 21, 21);
          await expect(releases.connect(carla).object(offering))
            .to.emit(releases, "ReleaseObjected")
            .withArgs(offering, 1, carla.address, 1, 22);
        });
      });

      describe("when somebody without shares objects", () => {
        it("reverts with ReleasesNoShares", async () => {
          const { releases, offering } = await networkHelpers.loadFixture(requested);

          for (const caller of await everybodyBut("amina", "ben", "carla", "manager")) {
            await expect(releases.connect(caller).object(offering))
              .to.be.revertedWithCustomError(releases, "ReleasesNoShares")
              .withArgs(offering, caller.address);
          }
        });
      });

      describe("when it is replaced by a better request", () => {
        it("counts no objection to the old one, and whoever objects again in full", async () => {
          const { releases, token, carla, manager, offering } = await networkHelpers.loadFixture(requested);
          await releases.connect(carla).object(offering);
          await releases.connect(manager).request(offering, OTHER_EVIDENCE, "");

          expect((await releases.requestOf(offering)).objecting).to.equal(0);
          await releases.connect(manager).object(offering);
          expect((await releases.requestOf(offering)).objecting).to.equal(1);
          const again = await releases.connect(carla).object(offering);

          await expect(again)
            .to.emit(releases, "ReleaseObjected")
            .withArgs(offering, 2, carla.address, 21, 22)
            .and.to.emit(releases, "ReleaseBlocked")
            .withArgs(offering, 2);
          await expect(again).to.not.emit(token, "SharesPledged");
        });
      });

      describe("when the town is dormant", () => {
        it("counts all the same", async () => {
          const { releases, townRegistry, headOffice, carla, offering } = await networkHelpers.loadFixture(requested);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await releases.connect(carla).object(offering);

          expect((await releases.requestOf(offering)).objecting).to.equal(21);
        });
      });
    });

    describe("given shares of which a fifth is no whole number", () => {
      it("is not blocked by the fifth rounded down, but by one share more", async () => {
        const { releases, carla, manager, offering } = await networkHelpers.loadFixture(requestedOfUneven);

        const tooFew = await releases.connect(carla).object(offering);
        await expect(tooFew).to.emit(releases, "ReleaseObjected").withArgs(offering, 1, carla.address, 22, 22);
        await expect(tooFew).to.not.emit(releases, "ReleaseBlocked");

        await expect(releases.connect(manager).object(offering)).to.emit(releases, "ReleaseBlocked");
      });
    });

    describe("given a tranche that is approved", () => {
      it("can be blocked, also when it is payable and nobody has had it paid", async () => {
        const { releases, ben, stranger, offering, payableFrom } = await networkHelpers.loadFixture(approved);
        await setNextTime(payableFrom + 9n);

        await expect(releases.connect(ben).object(offering)).to.emit(releases, "ReleaseBlocked").withArgs(offering, 1);

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
        await expect(releases.connect(ben).object(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNoRequest")
          .withArgs(offering, 0);
      });
    });

    describe("given a request that was blocked, and another one", () => {
      it("does not count the old objection, but keeps the shares until the votes are withdrawn", async () => {
        const { releases, token, ben, carla, offering } = await networkHelpers.loadFixture(blockedAndRequested);

        expect((await releases.requestOf(offering)).objecting).to.equal(0);
        await expect(token.connect(ben).transfer(carla.address, 1))
          .to.be.revertedWithCustomError(token, "InvestorTokenPledged")
          .withArgs(ben.address);
        await releases.connect(ben).withdraw(offering);
        await token.connect(ben).transfer(carla.address, 1);
      });

      it("leaves the new request's objections alone when somebody withdraws an old one", async () => {
        const { releases, ben, carla, offering } = await networkHelpers.loadFixture(blockedAndRequested);
        await releases.connect(carla).object(offering);

        await expect(releases.connect(ben).withdraw(offering))
          .to.emit(releases, "VotesWithdrawn")
          .withArgs(offering, ben.address, 21, 0);

        expect((await releases.requestOf(offering)).objecting).to.equal(21);
      });

      it("lets the same holder block the new one with the same shares", async () => {
        const { releases, ben, offering } = await networkHelpers.loadFixture(blockedAndRequested);

        await expect(releases.connect(ben).object(offering))
          .to.emit(releases, "ReleaseObjected")
          .withArgs(offering, 2, ben.address, 50, 50)
          .and.to.emit(releases, "ReleaseBlocked")
          .withArgs(offering, 2);
      });
    });

    describe("given nothing that is asked for", () => {
      it("reverts with ReleasesNoRequest", async () => {
        const settled = await networkHelpers.loadFixture(bakerySettled);
        await expect(settled.releases.connect(settled.amina).object(settled.offering))
          .to.be.revertedWithCustomError(settled.releases, "ReleasesNoRequest")
          .withArgs(settled.offering, 0);
        await expect(settled.releases.connect(settled.amina).object(9))
          .to.be.revertedWithCustomError(settled.releases, "ReleasesNoRequest")
          .withArgs(9, 0);
      });

      it("reverts with ReleasesNoRequest while the sale is live", async () => {
        const { shareOffering, releases, amina, offering } = await networkHelpers.loadFixture(bakeryOnSale);
        await shareOffering.connect(amina).buy(offering, 10);

        await expect(releases.connect(amina).object(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNoRequest")
          .withArgs(offering, 0);
      });
    });
  });

  describe("objectWithSignature", () => {
    describe("given a holder who signed an objection to what is asked for", () => {
      it("counts it, whoever sends it", async () => {
        const { releases, token, carla, stranger, offering } = await networkHelpers.loadFixture(requested);
        const { deadline, signature } = await shareVoteOf(releases, carla, { offering, id: 1, holder: carla.address });

        await expect(releases.connect(stranger).objectWithSignature(offering, 1, carla.address, deadline, signature))
          .to.emit(releases, "ReleaseObjected")
          .withArgs(offering, 1, carla.address, 21, 21)
          .and.to.emit(token, "SharesPledged")
          .withArgs(carla.address);

        expect(recordOf(await releases.voteOf(offering, carla.address))).to.deep.equal({
          objecting: 21n,
          windingUp: 0n,
          request: 1n,
          nonce: 1n,
        });
      });

      it("blocks with a fifth", async () => {
        const { releases, ben, stranger, offering } = await networkHelpers.loadFixture(requested);
        const { deadline, signature } = await shareVoteOf(releases, ben, { offering, id: 1, holder: ben.address });

        await expect(releases.connect(stranger).objectWithSignature(offering, 1, ben.address, deadline, signature))
          .to.emit(releases, "ReleaseBlocked")
          .withArgs(offering, 1);
      });

      it("cannot be sent twice, nor after the holder withdrew", async () => {
        const { releases, carla, offering } = await networkHelpers.loadFixture(requested);
        const { deadline, signature } = await shareVoteOf(releases, carla, { offering, id: 1, holder: carla.address });
        const sent = [offering, 1, carla.address, deadline, signature] as const;
        await releases.objectWithSignature(...sent);

        await expect(releases.objectWithSignature(...sent))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, carla.address, 1);
        const next = await shareVoteOf(releases, carla, { offering, id: 1, holder: carla.address, nonce: 1 });
        await releases.connect(carla).withdraw(offering);
        await expect(releases.objectWithSignature(offering, 1, carla.address, next.deadline, next.signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, carla.address, 2);
        const last = await shareVoteOf(releases, carla, { offering, id: 1, holder: carla.address, nonce: 2 });
        await releases.objectWithSignature(offering, 1, carla.address, last.deadline, last.signature);
        expect((await releases.requestOf(offering)).objecting).to.equal(21);
      });

      it("is good to its deadline, and not a second longer", async () => {
        const { releases, carla, ben, offering } = await networkHelpers.loadFixture(requested);
        const deadline = (await networkHelpers.time.latest()) + 100;
        const first = await shareVoteOf(releases, carla, { offering, id: 1, holder: carla.address, deadline });
        const second = await shareVoteOf(releases, ben, { offering, id: 1, holder: ben.address, deadline });

        await setNextTime(deadline);
        await releases.objectWithSignature(offering, 1, carla.address, deadline, first.signature);
        await setNextTime(deadline + 1);
        await expect(releases.objectWithSignature(offering, 1, ben.address, deadline, second.signature))
          .to.be.revertedWithCustomError(releases, "ReleasesExpired")
          .withArgs(deadline);
      });

      it("does not count for another request, offering, holder or deadline, or as another vote", async () => {
        const { releases, manager, carla, ben, offering } = await networkHelpers.loadFixture(requested);
        const { deadline, signature } = await shareVoteOf(releases, carla, { offering, id: 1, holder: carla.address });
        const until = BigInt(deadline);

        await expect(releases.objectWithSignature(offering, 2, carla.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNoRequest")
          .withArgs(offering, 2);
        await expect(releases.objectWithSignature(2, 1, carla.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNoRequest")
          .withArgs(2, 1);
        await expect(releases.objectWithSignature(offering, 1, ben.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, ben.address, 0);
        await expect(releases.objectWithSignature(offering, 1, carla.address, until + 1n, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, carla.address, 0);
        await expect(releases.voteWindUpWithSignature(offering, carla.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, carla.address, 0);
        await releases.connect(manager).request(offering, OTHER_EVIDENCE, "");
        await expect(releases.objectWithSignature(offering, 1, carla.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNoRequest")
          .withArgs(offering, 1);
        await expect(releases.objectWithSignature(offering, 2, carla.address, deadline, signature))
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
          const message = { offering, id: 1, holder: carla.address };
          const { deadline, signature } = await shareVoteOf(releases, carla, message, domain);
          await expect(releases.objectWithSignature(offering, 1, carla.address, deadline, signature))
            .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
            .withArgs(offering, carla.address, 0);
        }
      });
    });

    describe("given a signature of somebody else", () => {
      it("reverts with ReleasesNotSigned", async () => {
        const { releases, carla, ben, offering } = await networkHelpers.loadFixture(requested);
        const { deadline, signature } = await shareVoteOf(releases, ben, { offering, id: 1, holder: carla.address });

        await expect(releases.objectWithSignature(offering, 1, carla.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, carla.address, 0);
        expect((await releases.requestOf(offering)).objecting).to.equal(0);
      });
    });

    describe("given somebody without shares who signed", () => {
      it("reverts with ReleasesNoShares", async () => {
        const { releases, dina, offering } = await networkHelpers.loadFixture(requested);
        const { deadline, signature } = await shareVoteOf(releases, dina, { offering, id: 1, holder: dina.address });

        await expect(releases.objectWithSignature(offering, 1, dina.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNoShares")
          .withArgs(offering, dina.address);
      });
    });

    describe("given nothing that is asked for", () => {
      it("reverts with ReleasesNoRequest", async () => {
        const { releases, amina, offering } = await networkHelpers.loadFixture(bakerySettled);

        for (const id of [0, 1]) {
          const vote = await shareVoteOf(releases, amina, { offering, id, holder: amina.address });
          await expect(releases.objectWithSignature(offering, id, amina.address, vote.deadline, vote.signature))
            .to.be.revertedWithCustomError(releases, "ReleasesNoRequest")
            .withArgs(offering, id);
        }
      });
    });

    describe("given a holder whose wallet is a contract (ERC-1271)", () => {
      it("counts what its owner signed, and nobody else", async () => {
        const before = await networkHelpers.loadFixture(requested);
        const { releases, token, deployment, registrar, town, residentUntil, amina, dina, ben, offering } = before;
        const contract = await ethers.deployContract("ContractWallet", [dina.address]);
        const wallet = (await contract.getAddress()) as Address;
        const attestation = { wallet, residentUntil, joins: false, personId: idOf("contract") };
        await attestInBatches(deployment, { registrar, town, attestations: [attestation] });
        await token.connect(amina).transfer(wallet, 5);
        const message = { offering, id: 1, holder: wallet };

        const wrong = await shareVoteOf(releases, ben, message);
        await expect(releases.objectWithSignature(offering, 1, wallet, wrong.deadline, wrong.signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, wallet, 0);
        const right = await shareVoteOf(releases, dina, message);
        await expect(releases.objectWithSignature(offering, 1, wallet, right.deadline, right.signature))
          .to.emit(releases, "ReleaseObjected")
          .withArgs(offering, 1, wallet, 5, 5);
      });
    });
  });

  describe("withdraw", () => {
    describe("given an objection", () => {
      it("takes it back, frees the shares, and says so", async () => {
        const { releases, token, carla, manager, ben, offering } = await networkHelpers.loadFixture(requested);
        await releases.connect(carla).object(offering);

        await expect(releases.connect(carla).withdraw(offering))
          .to.emit(releases, "VotesWithdrawn")
          .withArgs(offering, carla.address, 0, 0)
          .and.to.emit(token, "SharesFreed")
          .withArgs(carla.address);

        expect((await releases.requestOf(offering)).objecting).to.equal(0);
        expect(recordOf(await releases.voteOf(offering, carla.address))).to.deep.equal({ ...NO_VOTE, nonce: 1n });
        await token.connect(carla).transfer(ben.address, 21);
        await expect(releases.connect(manager).object(offering)).to.not.emit(releases, "ReleaseBlocked");
      });

      it("takes back the caller's alone", async () => {
        const { releases, token, carla, manager, ben, offering } = await networkHelpers.loadFixture(requested);
        await releases.connect(carla).object(offering);
        await token.connect(ben).transfer(manager.address, 0);

        await expect(releases.connect(manager).withdraw(offering))
          .to.emit(releases, "VotesWithdrawn")
          .withArgs(offering, manager.address, 21, 0);

        expect((await releases.requestOf(offering)).objecting).to.equal(21);
        await expect(token.connect(carla).transfer(ben.address, 1)).to.be.revertedWithCustomError(
          token,
          "InvestorTokenPledged",
        );
      });
    });

    describe("given an objection and a vote for winding up", () => {
      it("takes both back", async () => {
        const { releases, token, carla, manager, ben, offering } = await networkHelpers.loadFixture(requested);
        await releases.connect(manager).voteWindUp(offering);
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
        const { deadline, signature } = await shareVoteOf(releases, ben, { offering, id: 1, holder: ben.address });

        const withdrawing = await releases.connect(ben).withdraw(offering);
        await expect(withdrawing).to.emit(releases, "VotesWithdrawn").withArgs(offering, ben.address, 0, 0);
        await expect(withdrawing).to.not.emit(token, "SharesFreed");

        await expect(releases.objectWithSignature(offering, 1, ben.address, deadline, signature))
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
        expect((await releases.requestOf(offering)).objecting).to.equal(0);
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
        expect((await releases.requestOf(offering)).objecting).to.equal(21);
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
        expect((await releases.requestOf(offering)).objecting).to.equal(0);
      });
    });
  });

  describe("the constants", () => {
    it("are those of the rules", async () => {
      const { releases } = await networkHelpers.loadFixture(bakerySettled);

      expect(await releases.RELEASE_DELAY()).to.equal(7 * DAY);
      expect(await releases.WIND_UP_DELAY()).to.equal(14 * DAY);
      expect(await releases.STALLED_AFTER()).to.equal(365 * DAY);
      expect(await releases.BLOCKING_PART()).to.equal(5);
    });
  });
});

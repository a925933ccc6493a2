import { AGREEMENT_LASTS } from "@one-small-town/core/rules/Agreements.ts";
import { expect } from "chai";
import { BAKERY } from "../fixture/bakery.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled, bakerySettledInCountry, bakerySettledInWorld } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { Phase } from "../fixture/enumerations.ts";
import { buyTogether } from "../fixture/neighbours.ts";
import { everybodyBut, impersonate } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { replaceOfficer } from "../fixture/replaceOfficer.ts";
import { shareVoteOf } from "../fixture/shareVoteOf.ts";
import { fundDepositor } from "../fixture/shares.ts";
import { COUNTRY, DAY, ELSEWHERE, SAVINGS } from "../fixture/willowmere.ts";

const { time } = networkHelpers;

const EVIDENCE = ethers.id("invoices of the oven");
const YEAR = 365 * DAY;

type Settled = Awaited<ReturnType<typeof bakerySettled>>;

/** The settled bakery, where amina holds 55 of 110 shares, exactly half, ben 54, and carla one. */
async function halves() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const { token, amina, ben, carla } = before;
  await token.connect(amina).transfer(ben.address, 5);
  await token.connect(ben).transfer(carla.address, 1);
  return before;
}

/** Asks for the next tranche, approves it and waits; the next transaction can have it paid. */
async function prepareRelease({ releases, manager, countryAmbassador, offering }: Settled) {
  const { next } = await releases.progressOf(offering);
  await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" });
  await releases.connect(countryAmbassador).approve(offering, BAKERY, next, EVIDENCE);
  await time.increase(7 * DAY);
}

/** All money of the bakery has been released. */
async function allReleased() {
  const before = await networkHelpers.loadFixture(halves);
  for (let tranche = 0; tranche < 3; tranche++) {
    await prepareRelease(before);
    await before.releases.release(before.offering);
  }
  return before;
}

/** Both ambassadors have agreed to wind up, when the first tranche was released and the second asked for. */
async function woundUp() {
  const before = await networkHelpers.loadFixture(halves);
  const { releases, manager, townAmbassador, countryAmbassador, offering } = before;
  await prepareRelease(before);
  await releases.release(offering);
  await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" });
  await releases.connect(townAmbassador).agreeWindUp(offering);
  await releases.connect(countryAmbassador).agreeWindUp(offering);
  const left = (110n * before.terms.price * 3n) / 4n;
  return { ...before, left, windUpFrom: (await releases.progressOf(offering)).windUpFrom };
}

/** What each way to begin reverts with where it may not: the caller can be anybody who could otherwise. */
async function expectNoBeginning(before: Settled, error: string, values: readonly unknown[]) {
  const { releases, townAmbassador, amina, offering } = before;
  const { deadline, signature } = await shareVoteOf(releases, amina, { offering, holder: amina.address });
  for (const call of [
    releases.connect(amina).voteWindUp(offering),
    releases.voteWindUpWithSignature(offering, amina.address, deadline, signature),
    releases.connect(townAmbassador).agreeWindUp(offering),
    releases.windUp(offering),
  ]) {
    await expect(call)
      .to.be.revertedWithCustomError(releases, error)
      .withArgs(...values);
  }
}

describe("Releases", () => {
  describe("voteWindUp", () => {
    describe("given a settled sale with money in escrow", () => {
      describe("when holders of exactly half the shares vote", () => {
        it("counts them, keeps the shares, and begins nothing", async () => {
          const { releases, token, amina, ben, offering } = await networkHelpers.loadFixture(halves);

          const voting = await releases.connect(amina).voteWindUp(offering);

          await expect(voting)
            .to.emit(releases, "WindUpVoted")
            .withArgs(offering, amina.address, 55, 55)
            .and.to.emit(token, "SharesPledged")
            .withArgs(amina.address);
          await expect(voting).to.not.emit(releases, "WindUpBegan");
          expect(recordOf(await releases.progressOf(offering))).to.deep.equal({
            next: 0n,
            requests: 0n,
            lastRelease: 0n,
            askableFrom: 0n,
            objecting: 0n,
            windingUp: 55n,
            windUpFrom: 0n,
          });
          expect(recordOf(await releases.voteOf(offering, amina.address))).to.deep.equal({
            objecting: 0n,
            windingUp: 55n,
            tranche: 0n,
            nonce: 0n,
          });
          await expect(token.connect(amina).transfer(ben.address, 1))
            .to.be.revertedWithCustomError(token, "InvestorTokenPledged")
            .withArgs(amina.address);
        });
      });

      describe("when holders of one share more vote", () => {
        it("begins the wind-up, to be paid fourteen days later, and drops what was asked for", async () => {
          const before = await networkHelpers.loadFixture(halves);
          const { releases, token, manager, countryAmbassador, amina, carla, offering } = before;
          await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" });
          await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE);
          await releases.connect(amina).voteWindUp(offering);
          const now = (await time.latest()) + 8 * DAY;
          await setNextTime(now);

          await expect(releases.connect(carla).voteWindUp(offering))
            .to.emit(releases, "WindUpVoted")
            .withArgs(offering, carla.address, 1, 56)
            .and.to.emit(releases, "WindUpBegan")
            .withArgs(offering, now + 14 * DAY)
            .and.to.emit(token, "SharesPledged")
            .withArgs(carla.address);

          expect((await releases.requestOf(offering)).id).to.equal(0);
          expect(recordOf(await releases.progressOf(offering))).to.deep.equal({
            next: 0n,
            requests: 1n,
            lastRelease: 0n,
            askableFrom: 0n,
            objecting: 0n,
            windingUp: 56n,
            windUpFrom: BigInt(now + 14 * DAY),
          });
          await expect(releases.release(offering))
            .to.be.revertedWithCustomError(releases, "ReleasesNotPayable")
            .withArgs(offering, 0, now + 1);
        });
      });

      describe("when a holder votes again", () => {
        it("counts the same shares once, and what came in since", async () => {
          const { releases, token, amina, ben, offering } = await networkHelpers.loadFixture(halves);
          await releases.connect(amina).voteWindUp(offering);

          const again = await releases.connect(amina).voteWindUp(offering);
          await expect(again).to.emit(releases, "WindUpVoted").withArgs(offering, amina.address, 55, 55);
          await expect(again).to.not.emit(token, "SharesPledged");
          await token.connect(ben).transfer(amina.address, 1);
          await expect(releases.connect(amina).voteWindUp(offering))
            .to.emit(releases, "WindUpVoted")
            .withArgs(offering, amina.address, 56, 56)
            .and.to.emit(releases, "WindUpBegan");
        });
      });

      describe("when somebody has withdrawn their vote", () => {
        it("does not count it", async () => {
          const { releases, amina, ben, carla, offering } = await networkHelpers.loadFixture(halves);
          await releases.connect(carla).voteWindUp(offering);
          await expect(releases.connect(carla).withdraw(offering))
            .to.emit(releases, "VotesWithdrawn")
            .withArgs(offering, carla.address, 0, 0);
          await expect(releases.connect(amina).voteWindUp(offering)).to.not.emit(releases, "WindUpBegan");
          await expect(releases.connect(ben).voteWindUp(offering)).to.emit(releases, "WindUpBegan");
        });
      });

      describe("when who asks, is paid or approves votes", () => {
        it("reverts with ReleasesInsider, and counts their shares in no fraction", async () => {
          const before = await networkHelpers.loadFixture(halves);
          const { releases, token, manager, payout, countryAmbassador, amina, ben, business, offering } = before;
          await token.connect(ben).transfer(manager.address, 1);

          for (const caller of [manager, payout, countryAmbassador]) {
            await expect(releases.connect(caller).voteWindUp(offering))
              .to.be.revertedWithCustomError(releases, "ReleasesInsider")
              .withArgs(business, caller.address);
          }
          await expect(releases.connect(amina).voteWindUp(offering)).to.emit(releases, "WindUpBegan");
        });
      });

      describe("when the holder objects to a release already", () => {
        it("counts the vote beside the objection", async () => {
          const { releases, token, manager, carla, offering } = await networkHelpers.loadFixture(halves);
          await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" });
          await releases.connect(carla).object(offering);

          const voting = await releases.connect(carla).voteWindUp(offering);

          await expect(voting).to.not.emit(token, "SharesPledged");
          expect(recordOf(await releases.voteOf(offering, carla.address))).to.deep.equal({
            objecting: 1n,
            windingUp: 1n,
            tranche: 0n,
            nonce: 0n,
          });
        });
      });

      describe("when somebody without shares votes", () => {
        it("reverts with ReleasesNoShares", async () => {
          const { releases, offering } = await networkHelpers.loadFixture(halves);

          const insiders = ["manager", "payout", "countryAmbassador"] as const;
          for (const caller of await everybodyBut("amina", "ben", "carla", ...insiders)) {
            await expect(releases.connect(caller).voteWindUp(offering))
              .to.be.revertedWithCustomError(releases, "ReleasesNoShares")
              .withArgs(offering, caller.address);
          }
        });
      });

      describe("when the town is dormant", () => {
        it("begins, and pays, all the same", async () => {
          const before = await networkHelpers.loadFixture(halves);
          const { releases, token, townRegistry, headOffice, amina, carla, town, offering, terms } = before;
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await releases.connect(amina).voteWindUp(offering);
          await releases.connect(carla).voteWindUp(offering);
          await time.increase(14 * DAY);
          await releases.payWindUp(offering);

          expect(await token.claimable(amina.address)).to.equal(55n * terms.price);
        });
      });
    });

    describe("given a wind-up that has begun", () => {
      it("reverts with ReleasesWindingUp, as every other way does", async () => {
        const before = await networkHelpers.loadFixture(woundUp);

        await expectNoBeginning(before, "ReleasesWindingUp", [before.offering, before.windUpFrom]);
      });
    });

    describe("given a sale whose money has all been released", () => {
      it("reverts with ReleasesNothingLeft, as every other way does", async () => {
        const before = await networkHelpers.loadFixture(allReleased);
        await time.increase(2 * YEAR);

        await expectNoBeginning(before, "ReleasesNothingLeft", [before.offering]);
      });
    });

    describe("given a sale that is not settled", () => {
      it("reverts with ReleasesNotSettled while it is live or has failed, as every other way does", async () => {
        const live = await networkHelpers.loadFixture(bakeryOnSale);
        await live.shareOffering.connect(live.amina).buy(live.offering, 10);
        await expectNoBeginning(live, "ReleasesNotSettled", [live.offering, Phase.Local]);

        const failed = await networkHelpers.loadFixture(bakeryFailed);
        await expectNoBeginning(failed, "ReleasesNotSettled", [failed.offering, Phase.Failed]);
      });

      it("reverts with ReleasesNotSettled after a success", async () => {
        const before = await networkHelpers.loadFixture(bakeryOnSale);
        const { shareOffering, offering, terms } = before;
        await buyTogether(shareOffering, offering, 110);
        await time.increaseTo(terms.localEnds);

        await expectNoBeginning(before, "ReleasesNotSettled", [offering, Phase.Succeeded]);
      });
    });
  });

  describe("voteWindUpWithSignature", () => {
    describe("given a holder who signed", () => {
      it("counts it once, whoever sends it", async () => {
        const { releases, token, amina, stranger, offering } = await networkHelpers.loadFixture(halves);
        const { deadline, signature } = await shareVoteOf(releases, amina, { offering, holder: amina.address });
        const sending = releases.connect(stranger);

        await expect(sending.voteWindUpWithSignature(offering, amina.address, deadline, signature))
          .to.emit(releases, "WindUpVoted")
          .withArgs(offering, amina.address, 55, 55)
          .and.to.emit(token, "SharesPledged")
          .withArgs(amina.address);

        expect(recordOf(await releases.voteOf(offering, amina.address))).to.deep.equal({
          objecting: 0n,
          windingUp: 55n,
          tranche: 0n,
          nonce: 1n,
        });
        await releases.connect(amina).withdraw(offering);
        await expect(sending.voteWindUpWithSignature(offering, amina.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, amina.address, 2);
      });

      it("begins the wind-up with more than half", async () => {
        const { releases, amina, carla, offering } = await networkHelpers.loadFixture(halves);
        await releases.connect(amina).voteWindUp(offering);
        const { deadline, signature } = await shareVoteOf(releases, carla, { offering, holder: carla.address });

        await expect(releases.voteWindUpWithSignature(offering, carla.address, deadline, signature)).to.emit(
          releases,
          "WindUpBegan",
        );
      });

      it("is good to its deadline, and not a second longer", async () => {
        const { releases, amina, carla, offering } = await networkHelpers.loadFixture(halves);
        const deadline = (await time.latest()) + 100;
        const first = await shareVoteOf(releases, amina, { offering, holder: amina.address, deadline });
        const second = await shareVoteOf(releases, carla, { offering, holder: carla.address, deadline });

        await setNextTime(deadline);
        await releases.voteWindUpWithSignature(offering, amina.address, deadline, first.signature);
        await setNextTime(deadline + 1);
        await expect(releases.voteWindUpWithSignature(offering, carla.address, deadline, second.signature))
          .to.be.revertedWithCustomError(releases, "ReleasesExpired")
          .withArgs(deadline);
      });

      it("does not count for another offering, holder or deadline, or as an objection", async () => {
        const { releases, manager, amina, ben, offering } = await networkHelpers.loadFixture(halves);
        await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" });
        const { deadline, signature } = await shareVoteOf(releases, amina, { offering, holder: amina.address });

        for (const [id, holder, until] of [
          [2n, amina.address, BigInt(deadline)],
          [offering, ben.address, BigInt(deadline)],
          [offering, amina.address, BigInt(deadline) + 1n],
        ] as const) {
          await expect(releases.voteWindUpWithSignature(id, holder, until, signature))
            .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
            .withArgs(id, holder, 0);
        }
        await expect(releases.objectWithSignature(offering, 0, amina.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, amina.address, 0);
      });
    });

    describe("given a signature of somebody else", () => {
      it("reverts with ReleasesNotSigned", async () => {
        const { releases, amina, ben, offering } = await networkHelpers.loadFixture(halves);
        const { deadline, signature } = await shareVoteOf(releases, ben, { offering, holder: amina.address });

        await expect(releases.voteWindUpWithSignature(offering, amina.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
          .withArgs(offering, amina.address, 0);
      });
    });

    describe("given somebody without shares who signed", () => {
      it("reverts with ReleasesNoShares", async () => {
        const { releases, dina, offering } = await networkHelpers.loadFixture(halves);
        const { deadline, signature } = await shareVoteOf(releases, dina, { offering, holder: dina.address });

        await expect(releases.voteWindUpWithSignature(offering, dina.address, deadline, signature))
          .to.be.revertedWithCustomError(releases, "ReleasesNoShares")
          .withArgs(offering, dina.address);
      });
    });
  });

  describe("agreeWindUp", () => {
    describe("given a settled sale with money in escrow", () => {
      for (const [first, second] of [
        ["townAmbassador", "countryAmbassador"],
        ["countryAmbassador", "townAmbassador"],
      ] as const) {
        describe(`when ${first} agrees and then ${second}`, () => {
          it("begins with the second", async () => {
            const { releases, offering, ...people } = await networkHelpers.loadFixture(halves);

            const agreeing = await releases.connect(people[first]).agreeWindUp(offering);
            const until = (await time.latest()) + AGREEMENT_LASTS;
            await expect(agreeing).to.emit(releases, "WindUpAgreed").withArgs(offering, people[first].address, until);
            await expect(agreeing).to.not.emit(releases, "WindUpBegan");
            expect(recordOf(await releases.agreementOf(offering))).to.deep.equal({
              by: people[first].address,
              until: BigInt(until),
            });
            expect((await releases.progressOf(offering)).windUpFrom).to.equal(0);
            const now = (await time.latest()) + 100;
            await setNextTime(now);
            await expect(releases.connect(people[second]).agreeWindUp(offering))
              .to.emit(releases, "WindUpAgreed")
              .withArgs(offering, people[second].address, now + AGREEMENT_LASTS)
              .and.to.emit(releases, "WindUpBegan")
              .withArgs(offering, now + 14 * DAY);

            expect((await releases.progressOf(offering)).windUpFrom).to.equal(now + 14 * DAY);
          });
        });

        describe(`when ${second} agrees a week after ${first}`, () => {
          it("begins in the last second of the week, and not from the next on", async () => {
            const { releases, offering, ...people } = await networkHelpers.loadFixture(halves);
            await releases.connect(people[first]).agreeWindUp(offering);
            const until = (await time.latest()) + AGREEMENT_LASTS;
            const snapshot = await networkHelpers.takeSnapshot();

            await setNextTime(until);
            await expect(releases.connect(people[second]).agreeWindUp(offering)).to.not.emit(releases, "WindUpBegan");
            await expect(releases.connect(people[first]).agreeWindUp(offering)).to.emit(releases, "WindUpBegan");

            await snapshot.restore();
            await setNextTime(until - 1);
            await expect(releases.connect(people[second]).agreeWindUp(offering)).to.emit(releases, "WindUpBegan");
          });
        });

        describe(`when ${first} agrees, and takes that back`, () => {
          it("does not begin with the other's agreement alone", async () => {
            const { releases, offering, ...people } = await networkHelpers.loadFixture(halves);
            await releases.connect(people[first]).agreeWindUp(offering);

            await expect(releases.connect(people[first]).withdrawAgreement(offering))
              .to.emit(releases, "WindUpAgreementWithdrawn")
              .withArgs(offering, people[first].address);
            await expect(releases.connect(people[second]).agreeWindUp(offering)).to.not.emit(releases, "WindUpBegan");
            await expect(releases.connect(people[first]).withdrawAgreement(offering))
              .to.be.revertedWithCustomError(releases, "ReleasesNotAgreed")
              .withArgs(offering, people[first].address);
          });
        });

        describe(`when ${first} agrees twice`, () => {
          it("reverts with ReleasesAgreed", async () => {
            const { releases, offering, ...people } = await networkHelpers.loadFixture(halves);
            await releases.connect(people[first]).agreeWindUp(offering);

            await expect(releases.connect(people[first]).agreeWindUp(offering))
              .to.be.revertedWithCustomError(releases, "ReleasesAgreed")
              .withArgs(offering, people[first].address);
          });
        });

        describe(`when ${first} has left office since`, () => {
          it("needs the successor's agreement", async () => {
            const before = await networkHelpers.loadFixture(halves);
            const { releases, offering } = before;
            await releases.connect(before[first]).agreeWindUp(offering);
            const successor = await replaceOfficer(before, first);

            const agreeing = await releases.connect(before[second]).agreeWindUp(offering);
            await expect(agreeing).to.emit(releases, "WindUpAgreed");
            await expect(agreeing).to.not.emit(releases, "WindUpBegan");
            await expect(releases.connect(successor).agreeWindUp(offering)).to.emit(releases, "WindUpBegan");
          });
        });
      }

      describe("when the caller is anybody else", () => {
        it("reverts with TownRegistryNotAmbassador", async () => {
          const { authority, releases, townRegistry, headOffice, emil, town, offering } =
            await networkHelpers.loadFixture(halves);
          await appointAmbassador({ authority, townRegistry, headOffice }, { country: ELSEWHERE }, emil);

          for (const caller of await everybodyBut("townAmbassador", "countryAmbassador")) {
            await expect(releases.connect(caller).agreeWindUp(offering))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotAmbassador")
              .withArgs(town, caller.address);
          }
        });
      });

      describe("when there is no such offering", () => {
        it("reverts with TownRegistryNotAmbassador", async () => {
          const { releases, townRegistry, townAmbassador } = await networkHelpers.loadFixture(halves);

          await expect(releases.connect(townAmbassador).agreeWindUp(9))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotAmbassador")
            .withArgs(0, townAmbassador.address);
        });
      });

      describe("when an approved tranche is payable", () => {
        it("is not paid any more", async () => {
          const before = await networkHelpers.loadFixture(halves);
          const { releases, townAmbassador, countryAmbassador, offering } = before;
          await prepareRelease(before);
          await releases.connect(townAmbassador).agreeWindUp(offering);
          await releases.connect(countryAmbassador).agreeWindUp(offering);

          await expect(releases.release(offering)).to.be.revertedWithCustomError(releases, "ReleasesNotPayable");
        });
      });
    });

    describe("given a wind-up that has begun", () => {
      it("lets nothing be asked for, approved or objected to", async () => {
        const { releases, manager, townAmbassador, countryAmbassador, amina, offering, windUpFrom } =
          await networkHelpers.loadFixture(woundUp);

        for (const caller of [manager, townAmbassador]) {
          await expect(releases.connect(caller).request(offering, { hash: EVIDENCE, uri: "" }))
            .to.be.revertedWithCustomError(releases, "ReleasesWindingUp")
            .withArgs(offering, windUpFrom);
        }
        await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 1, EVIDENCE))
          .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
          .withArgs(offering, BAKERY, 1, EVIDENCE);
        await expect(releases.connect(amina).object(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNoRequest")
          .withArgs(offering);
      });
    });
  });

  describe("windUp", () => {
    for (const [phase, fixture, end] of [
      ["local", bakerySettled, "localEnds"],
      ["country", bakerySettledInCountry, "countryEnds"],
      ["world", bakerySettledInWorld, "worldEnds"],
    ] as const) {
      describe(`given a sale that succeeded in the ${phase} phase, and no release`, () => {
        it("can be wound up by anyone a year after that phase ended, and not a second before", async () => {
          const { releases, stranger, offering, terms } = await networkHelpers.loadFixture(fixture);
          const until = terms[end] + YEAR;

          await setNextTime(until - 1);
          await expect(releases.connect(stranger).windUp(offering))
            .to.be.revertedWithCustomError(releases, "ReleasesNotStalled")
            .withArgs(offering, until, until - 1);
          await setNextTime(until);
          await expect(releases.connect(stranger).windUp(offering))
            .to.emit(releases, "WindUpBegan")
            .withArgs(offering, until + 14 * DAY);
          expect((await releases.progressOf(offering)).windUpFrom).to.equal(until + 14 * DAY);
        });
      });
    }

    describe("given a tranche that was released", () => {
      it("counts the year from the last release", async () => {
        const before = await networkHelpers.loadFixture(halves);
        const { releases, stranger, offering } = before;
        await time.increase(100 * DAY);
        for (let tranche = 0; tranche < 2; tranche++) {
          await prepareRelease(before);
          await releases.release(offering);
        }
        const until = (await time.latest()) + YEAR;
        expect((await releases.progressOf(offering)).lastRelease).to.equal(until - YEAR);

        await setNextTime(until - 1);
        await expect(releases.connect(stranger).windUp(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNotStalled")
          .withArgs(offering, until, until - 1);
        await setNextTime(until);
        await expect(releases.connect(stranger).windUp(offering)).to.emit(releases, "WindUpBegan");
      });
    });

    describe("given a tranche that is approved when the year is over", () => {
      async function approvedLate() {
        const before = await networkHelpers.loadFixture(halves);
        const { releases, manager, countryAmbassador, offering, terms } = before;
        const until = terms.localEnds + YEAR;
        await time.increaseTo(until - 6 * DAY);
        await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" });
        await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE);
        const { payableFrom } = await releases.requestOf(offering);
        return { ...before, until, lapses: payableFrom + 30n * BigInt(DAY) };
      }

      it("reverts with ReleasesApproved until it has lapsed", async () => {
        const { releases, stranger, offering, until, lapses } = await approvedLate();

        await setNextTime(until);
        await expect(releases.connect(stranger).windUp(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesApproved")
          .withArgs(offering, 0);
        await setNextTime(lapses - 1n);
        await expect(releases.connect(stranger).windUp(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesApproved")
          .withArgs(offering, 0);
        await setNextTime(lapses);
        await expect(releases.connect(stranger).windUp(offering)).to.emit(releases, "WindUpBegan");
      });

      it("begins when holders have blocked it, or those left who may vote have by now", async () => {
        const { releases, token, stranger, carla, ben, manager, amina, offering, until } = await approvedLate();
        await time.increaseTo(until);
        const snapshot = await networkHelpers.takeSnapshot();
        await releases.connect(amina).object(offering);
        await expect(releases.connect(stranger).windUp(offering)).to.emit(releases, "WindUpBegan");

        await snapshot.restore();
        await token.connect(amina).transfer(carla.address, 20);
        await releases.connect(carla).object(offering);
        await token.connect(ben).transfer(manager.address, 10);
        await expect(releases.connect(stranger).windUp(offering)).to.emit(releases, "WindUpBegan");
      });

      it("begins when who approved it has left office", async () => {
        const before = await approvedLate();
        const { releases, townRegistry, headOffice, stranger, offering, until } = before;
        await time.increaseTo(until);
        await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

        await expect(releases.connect(stranger).windUp(offering)).to.emit(releases, "WindUpBegan");
      });
    });

    describe("given a request in a town that is dormant", () => {
      it("begins all the same, and drops the request", async () => {
        const before = await networkHelpers.loadFixture(halves);
        const { releases, townRegistry, headOffice, town, offering } = before;
        await prepareRelease(before);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);
        await time.increase(YEAR);

        await expect(releases.windUp(offering)).to.emit(releases, "WindUpBegan");
        expect((await releases.requestOf(offering)).id).to.equal(0);
      });
    });

    describe("given no such offering", () => {
      it("reverts with ReleasesNotSettled", async () => {
        const { releases } = await networkHelpers.loadFixture(halves);

        await expect(releases.windUp(9))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSettled")
          .withArgs(9, Phase.None);
      });
    });
  });

  describe("payWindUp", () => {
    describe("given a wind-up that has begun", () => {
      it("pays what is left to the holders after fourteen days, whoever calls, and not a second before", async () => {
        const before = await networkHelpers.loadFixture(woundUp);
        const { releases, shareOffering, token, currency, amina, ben, stranger, offering, left, windUpFrom } = before;
        const addresses = [await releases.getAddress(), await token.getAddress()] as const;

        await setNextTime(windUpFrom - 1n);
        await expect(releases.connect(stranger).payWindUp(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNotWoundUp")
          .withArgs(offering, windUpFrom, windUpFrom - 1n);
        await setNextTime(windUpFrom);
        const paying = await releases.connect(stranger).payWindUp(offering);

        await expect(paying).to.emit(releases, "WindUpPaid").withArgs(offering, left);
        await expect(paying).to.emit(shareOffering, "EscrowPaid").withArgs(offering, addresses[0], left);
        await expect(paying)
          .to.emit(token, "DividendDeposited")
          .withArgs(addresses[0], left, left / 110n, left % 110n);
        expect(await currency.balanceOf(addresses[0])).to.equal(0);
        expect(await currency.balanceOf(addresses[1])).to.equal(left);
        expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(0);
        expect(await shareOffering.releasedOf(offering)).to.equal(110n * before.terms.price);
        expect(await token.claimable(amina.address)).to.equal(55n * (left / 110n));
        await token.claim(ben.address);
        expect(await currency.balanceOf(ben.address)).to.equal(
          SAVINGS - 50n * before.terms.price + 54n * (left / 110n),
        );
      });

      it("leaves no allowance behind", async () => {
        const { releases, token, currency, offering } = await networkHelpers.loadFixture(woundUp);
        await time.increase(14 * DAY);

        await releases.payWindUp(offering);

        expect(await currency.allowance(await releases.getAddress(), await token.getAddress())).to.equal(0);
      });

      it("pays once", async () => {
        const { releases, offering } = await networkHelpers.loadFixture(woundUp);
        await time.increase(14 * DAY);
        await releases.payWindUp(offering);

        await expect(releases.payWindUp(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNothingLeft")
          .withArgs(offering);
      });

      it("pays holders who voted for it, and whose shares can be sent again", async () => {
        const before = await networkHelpers.loadFixture(halves);
        const { releases, token, amina, carla, ben, offering, terms } = before;
        await releases.connect(carla).voteWindUp(offering);
        await releases.connect(amina).voteWindUp(offering);
        await time.increase(14 * DAY);
        await releases.payWindUp(offering);

        expect(await token.claimable(carla.address)).to.equal(terms.price);
        await token.connect(amina).transfer(ben.address, 55);
        expect(await token.claimable(amina.address)).to.equal(55n * terms.price);
        expect((await releases.progressOf(offering)).windUpFrom).to.not.equal(0);
      });

      it("never counts money sent by mistake", async () => {
        const { releases, shareOffering, currency, token, dina, offering, left } =
          await networkHelpers.loadFixture(woundUp);
        for (const contract of [releases, shareOffering]) {
          await currency.connect(dina).transfer(await contract.getAddress(), 770);
        }
        await time.increase(14 * DAY);
        await releases.payWindUp(offering);

        expect(await currency.balanceOf(await token.getAddress())).to.equal(left);
        expect(await currency.balanceOf(await releases.getAddress())).to.equal(770);
        expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(770);
      });

      it("cannot be refused by dividends that fill the records", async () => {
        const before = await networkHelpers.loadFixture(woundUp);
        const { releases, token, offering, left } = before;
        const most = 2n ** 110n - 1n;
        await token.connect(await fundDepositor(before, most)).deposit(most);
        await time.increase(14 * DAY);

        await expect(releases.payWindUp(offering)).to.emit(releases, "WindUpPaid").withArgs(offering, left);
      });

      it("stays payable when the currency refuses it for a time", async () => {
        const { releases, currency, shareOffering, token, offering, left } = await networkHelpers.loadFixture(woundUp);
        const refusing = await turnInto(currency, "RefusingDollar");
        await refusing.refuse(await token.getAddress(), true);
        await time.increase(14 * DAY);

        await expect(releases.payWindUp(offering))
          .to.be.revertedWithCustomError(refusing, "ERC20InvalidReceiver")
          .withArgs(await token.getAddress());
        expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(left);
        await refusing.refuse(await token.getAddress(), false);
        await releases.payWindUp(offering);
        expect(await currency.balanceOf(await token.getAddress())).to.equal(left);
      });

      it("refuses itself and a release in the middle with ReentrancyGuardReentrantCall", async () => {
        for (const name of ["payWindUp", "release"] as const) {
          const { releases, currency, token, offering, left } = await networkHelpers.loadFixture(woundUp);
          const calling = await turnInto(currency, "ReentrantDollar");
          await time.increase(14 * DAY);
          const call = releases.interface.encodeFunctionData(name as "release", [offering]);
          await calling.arm(await releases.getAddress(), call);

          await releases.payWindUp(offering);

          expect(releases.interface.parseError(await calling.answer())?.name).to.equal("ReentrancyGuardReentrantCall");
          expect(await currency.balanceOf(await token.getAddress())).to.equal(left);
        }
      });
    });

    describe("given no wind-up", () => {
      it("reverts with ReleasesNotWoundUp", async () => {
        const { releases, offering } = await networkHelpers.loadFixture(halves);
        const now = (await time.latest()) + 3 * YEAR;

        await setNextTime(now);
        await expect(releases.payWindUp(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNotWoundUp")
          .withArgs(offering, 0, now);
      });
    });

    describe("given the Releases' own deposit", () => {
      it("is accepted from nobody who is not the Releases", async () => {
        const { token, shareOffering } = await networkHelpers.loadFixture(woundUp);
        const caller = await impersonate(shareOffering);

        await expect(token.connect(caller).deposit(1))
          .to.be.revertedWithCustomError(token, "InvestorTokenNotDepositor")
          .withArgs(caller.address);
      });
    });
  });
});

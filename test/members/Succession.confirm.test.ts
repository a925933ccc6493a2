import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { id, ZeroAddress } from "ethers";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador, giveKey } from "../fixture/keys.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { movingAmina, proposeMove, succeeding } from "../fixture/succeeding.ts";
import { finaliseWeek } from "../fixture/weeks.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

const EVIDENCE = id("a death certificate");
const INFINITY = 10n ** 18n;

/** Seven days after the stranger's wallet was proposed for amina. */
async function ripe() {
  const before = await networkHelpers.loadFixture(movingAmina);
  await before.wait();
  return before;
}

/** The town's key has confirmed it. */
async function halfway() {
  const before = await networkHelpers.loadFixture(ripe);
  await before.confirm(before.proposed, before.townAmbassador);
  return before;
}

describe("Succession", () => {
  describe("confirm", () => {
    describe("given a proposal of seven days ago", () => {
      for (const order of [
        ["townAmbassador", "countryAmbassador"],
        ["countryAmbassador", "townAmbassador"],
      ] as const) {
        describe(`when ${order[0]} and then ${order[1]} confirm it`, () => {
          it("ties the person to the new wallet at the second", async () => {
            const all = await networkHelpers.loadFixture(ripe);
            const { memberRegistry, succession, amina, stranger, town } = all;
            const [first, second] = [all[order[0]], all[order[1]]];

            const half = succession.connect(first).confirm(amina.address, all.id, []);
            await expect(half).to.emit(succession, "SuccessionConfirmed").withArgs(all.id, first.address);
            await expect(half).to.not.emit(succession, "SuccessionCompleted");
            const { byTown, byCountry, byHeadOffice } = await succession.successionOf(amina.address);
            expect([byTown, byCountry, byHeadOffice]).to.deep.equal([
              order[0] === "townAmbassador",
              order[0] === "countryAmbassador",
              false,
            ]);
            expect(await memberRegistry.walletOf(COUNTRY, idOf("amina"))).to.equal(amina.address);

            await expect(succession.connect(second).confirm(amina.address, all.id, []))
              .to.emit(succession, "SuccessionCompleted")
              .withArgs(all.id, amina.address, stranger.address)
              .and.to.emit(memberRegistry, "WalletMoved")
              .withArgs(amina.address, stranger.address);

            expect(await memberRegistry.walletOf(COUNTRY, idOf("amina"))).to.equal(stranger.address);
            expect(await memberRegistry.isMember(stranger.address, town)).to.equal(true);
            expect(await memberRegistry.isWaiting(stranger.address)).to.equal(false);
            expect((await memberRegistry.walletsAt(town, [4])).waiting).to.deep.equal([false]);
            expect(await succession.proposedBy(roleIds.registrar(town))).to.deep.equal([]);
          });
        });
      }

      describe("when the old wallet holds INFINITY", () => {
        it("moves it in the same transaction, and later earnings go to the new wallet", async () => {
          const all = await networkHelpers.loadFixture(succeeding);
          const { contributions, infinityToken, succession, townAmbassador, countryAmbassador, amina, stranger } = all;
          const { town, week } = all;
          await finaliseWeek(all, week, [0, 0, 0, 24]);
          await contributions.claim(town, [4], 1);
          await finaliseWeek(all, week + 1, [0, 0, 0, 36]);
          const proposed = await all.move("amina", stranger);
          await all.wait();
          await all.confirm(proposed, townAmbassador);

          const tokens = [await infinityToken.getAddress()];
          await succession.connect(countryAmbassador).confirm(amina.address, proposed.id, tokens);

          expect(await infinityToken.balanceOf(amina.address)).to.equal(0);
          expect(await infinityToken.balanceOf(stranger.address)).to.equal(2n * INFINITY);
          await contributions.claim(town, [4], 2);
          expect(await infinityToken.balanceOf(stranger.address)).to.equal(5n * INFINITY);
        });
      });

      describe("when the old wallet holds shares that are still locked", () => {
        it("moves them in the same transaction", async () => {
          const all = await networkHelpers.loadFixture(bakeryOnSale);
          const { infinityToken, shareOffering, succession, registrar, townAmbassador, countryAmbassador } = all;
          const { amina, stranger, token, offering } = all;
          await shareOffering.connect(amina).buy(offering, 3);
          const { id: ofProposal } = await proposeMove(succession, registrar, amina.address, stranger);
          await networkHelpers.time.increase(7 * DAY);
          await succession.connect(townAmbassador).confirm(amina.address, ofProposal, []);

          const tokens = [await token.getAddress(), await infinityToken.getAddress()];
          await succession.connect(countryAmbassador).confirm(amina.address, ofProposal, tokens);

          expect(await token.balanceOf(amina.address)).to.equal(0);
          expect(await token.balanceOf(stranger.address)).to.equal(3);
        });
      });

      describe("when the old wallet had named a nominee", () => {
        it("takes the name along", async () => {
          const { succession, amina, ben, stranger, countryAmbassador, proposed } =
            await networkHelpers.loadFixture(halfway);
          await succession.connect(amina).setNominee(ben.address);

          await expect(succession.connect(countryAmbassador).confirm(amina.address, proposed.id, []))
            .to.emit(succession, "NomineeSet")
            .withArgs(amina.address, ZeroAddress)
            .and.to.emit(succession, "NomineeSet")
            .withArgs(stranger.address, ben.address);

          expect(await succession.nomineeOf(stranger.address)).to.equal(ben.address);
          expect(await succession.hasNamed(stranger.address)).to.equal(false);
        });

        it("leaves the new wallet whom it has named itself: a thief may have named for the old one", async () => {
          const { succession, amina, ben, payer, stranger, countryAmbassador, proposed, confirm } =
            await networkHelpers.loadFixture(halfway);
          await succession.connect(stranger).setNominee(ben.address);
          await succession.connect(amina).setNominee(payer.address);

          await confirm(proposed, countryAmbassador);

          expect(await succession.nomineeOf(stranger.address)).to.equal(ben.address);
        });
      });

      describe("when a token cannot be moved", () => {
        it("reverts, and nothing is moved", async () => {
          const { memberRegistry, succession, amina, countryAmbassador, currency, proposed } =
            await networkHelpers.loadFixture(halfway);

          const tokens = [await currency.getAddress()];
          await expect(
            succession.connect(countryAmbassador).confirm(amina.address, proposed.id, tokens),
          ).to.be.revertedWithoutReason(ethers);

          expect(await memberRegistry.successorOf(amina.address)).to.equal(ZeroAddress);
        });
      });

      describe("when the same key confirms twice", () => {
        it("reverts with SuccessionConfirmedAlready", async () => {
          const { succession, amina, townAmbassador, proposed } = await networkHelpers.loadFixture(halfway);

          await expect(succession.connect(townAmbassador).confirm(amina.address, proposed.id, []))
            .to.be.revertedWithCustomError(succession, "SuccessionConfirmedAlready")
            .withArgs(proposed.id, townAmbassador.address);
        });
      });

      describe("when anybody else confirms", () => {
        it("reverts with SuccessionNotAKey, head office included", async () => {
          const { succession, amina, otto, petra, quinn, proposed } = await networkHelpers.loadFixture(ripe);
          const others = await everybodyBut("townAmbassador", "countryAmbassador");

          for (const caller of [...others, otto, petra, quinn]) {
            await expect(succession.connect(caller).confirm(amina.address, proposed.id, []))
              .to.be.revertedWithCustomError(succession, "SuccessionNotAKey")
              .withArgs(proposed.id, caller.address);
          }
        });
      });

      describe("when it is another proposal, another wallet's, or was completed already", () => {
        it("reverts with SuccessionNotOpen", async () => {
          const { succession, townAmbassador, countryAmbassador, amina, ben, proposed, confirm } =
            await networkHelpers.loadFixture(halfway);
          const refused = async (wallet: string, other: string) =>
            expect(succession.connect(townAmbassador).confirm(wallet, other, []))
              .to.be.revertedWithCustomError(succession, "SuccessionNotOpen")
              .withArgs(wallet, other);

          await refused(amina.address, id("another"));
          await refused(ben.address, proposed.id);
          await confirm(proposed, countryAmbassador);
          await refused(amina.address, proposed.id);
        });
      });

      describe("when it is made anew with another successor", () => {
        it("counts no confirmation of the first", async () => {
          const { memberRegistry, amina, payer, registrar, succession, countryAmbassador, ...rest } =
            await networkHelpers.loadFixture(halfway);
          await succession.connect(registrar).refuse(amina.address, rest.proposed.id);
          const other = await rest.move("amina", payer);
          await rest.wait();

          await rest.confirm(other, countryAmbassador);

          expect(await memberRegistry.successorOf(amina.address)).to.equal(ZeroAddress);
        });
      });

      describe("when the registrar who proposed it is not in office any more", () => {
        it("reverts with SuccessionNotOpen", async () => {
          const { authority, succession, townAmbassador, countryAmbassador, registrar, amina, town, proposed } =
            await networkHelpers.loadFixture(halfway);
          await authority.connect(townAmbassador).revokeRole(roleIds.registrar(town), registrar.address);

          await expect(succession.connect(countryAmbassador).confirm(amina.address, proposed.id, []))
            .to.be.revertedWithCustomError(succession, "SuccessionNotOpen")
            .withArgs(amina.address, proposed.id);
        });
      });

      describe("when the registrar who proposed it lost the key, and got it again", () => {
        it("reverts with SuccessionNotOpen: what they proposed ended with their office", async () => {
          const before = await networkHelpers.loadFixture(halfway);
          const { authority, succession, townAmbassador, countryAmbassador, registrar, amina, town, proposed } = before;
          await authority.connect(townAmbassador).revokeRole(roleIds.registrar(town), registrar.address);
          await giveKey(before, roleIds.registrar(town), registrar);

          await expect(succession.connect(countryAmbassador).confirm(amina.address, proposed.id, []))
            .to.be.revertedWithCustomError(succession, "SuccessionNotOpen")
            .withArgs(amina.address, proposed.id);
        });
      });

      describe("when the first key has been handed on", () => {
        it("needs the new holder's word", async () => {
          const { authority, townRegistry, memberRegistry, headOffice, countryAmbassador, amina, ben, ...rest } =
            await networkHelpers.loadFixture(halfway);
          const { stranger, town, proposed, confirm } = rest;
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, ben);
          await networkHelpers.time.increase(7 * DAY);

          await confirm(proposed, countryAmbassador);
          expect(await memberRegistry.successorOf(amina.address)).to.equal(ZeroAddress);

          await confirm(proposed, ben);
          expect(await memberRegistry.successorOf(amina.address)).to.equal(stranger.address);
        });
      });

      describe("when the old wallet has become a contract since", () => {
        it("reverts with SuccessionContractWallet, unless it has ever named a nominee", async () => {
          const { succession, townAmbassador, amina, ben, proposed, confirm } = await networkHelpers.loadFixture(ripe);
          const snapshot = await networkHelpers.takeSnapshot();
          await networkHelpers.setCode(amina.address, "0x00");

          await expect(succession.connect(townAmbassador).confirm(amina.address, proposed.id, []))
            .to.be.revertedWithCustomError(succession, "SuccessionContractWallet")
            .withArgs(amina.address);

          await snapshot.restore();
          await succession.connect(amina).setNominee(ben.address);
          await succession.connect(amina).setNominee(ZeroAddress);
          await networkHelpers.setCode(amina.address, "0x00");
          await confirm(proposed, townAmbassador);
        });
      });
    });

    describe("given the time of confirmations", () => {
      for (const [name, days, seconds] of [
        ["seven days", 7, 0],
        ["the last second before thirty days", 30, -1],
      ] as const) {
        it(`is confirmed ${name} after the proposal`, async () => {
          const { succession, townAmbassador, proposed, confirm } = await networkHelpers.loadFixture(movingAmina);
          const proposedAt = Number(proposed.proposal.proposedAt);
          await networkHelpers.time.setNextBlockTimestamp(proposedAt + days * DAY + seconds);

          await confirm(proposed, townAmbassador);

          expect(await succession.hasConfirmed(proposed.id, townAmbassador.address)).to.equal(true);
        });
      }

      it("reverts with SuccessionNotNow a second before, and with SuccessionNotOpen after it", async () => {
        const { succession, townAmbassador, amina, proposed } = await networkHelpers.loadFixture(movingAmina);
        const proposedAt = Number(proposed.proposal.proposedAt);
        const confirm = () => succession.connect(townAmbassador).confirm(amina.address, proposed.id, []);

        await networkHelpers.time.setNextBlockTimestamp(proposedAt + 7 * DAY - 1);
        await expect(confirm())
          .to.be.revertedWithCustomError(succession, "SuccessionNotNow")
          .withArgs(proposed.id, proposedAt + 7 * DAY, proposedAt + 30 * DAY);
        await networkHelpers.time.setNextBlockTimestamp(proposedAt + 30 * DAY);
        await expect(confirm())
          .to.be.revertedWithCustomError(succession, "SuccessionNotOpen")
          .withArgs(amina.address, proposed.id);
      });
    });

    describe("given a second, after an objection", () => {
      /** The ambassadors have long been in office; amina's old wallet has objected; it is proposed again. */
      async function second() {
        const before = await networkHelpers.loadFixture(succeeding);
        await networkHelpers.time.increase(60 * DAY);
        const { succession, amina, stranger } = before;
        const first = await before.move("amina", stranger);
        await succession.connect(amina).object(first.id);
        return { ...before, again: await before.move("amina", stranger) };
      }

      /** Head office has let its days begin, seven days ago. */
      async function begun() {
        const before = await networkHelpers.loadFixture(second);
        await before.confirm(before.again, before.headOffice);
        const begunAt = await networkHelpers.time.latest();
        await before.wait();
        return { ...before, begunAt };
      }

      it("waits for head office, thirty days", async () => {
        const { succession, townAmbassador, headOffice, amina, again } = await networkHelpers.loadFixture(second);
        const proposedAt = Number(again.proposal.proposedAt);
        const { from, until } = await succession.successionOf(amina.address);
        expect([from, until]).to.deep.equal([0n, BigInt(proposedAt + 30 * DAY)]);

        await networkHelpers.time.increase(7 * DAY);
        await expect(succession.connect(townAmbassador).confirm(amina.address, again.id, []))
          .to.be.revertedWithCustomError(succession, "SuccessionNotBegun")
          .withArgs(again.id, townAmbassador.address);
        await networkHelpers.time.setNextBlockTimestamp(proposedAt + 30 * DAY);
        await expect(succession.connect(headOffice).confirm(amina.address, again.id, []))
          .to.be.revertedWithCustomError(succession, "SuccessionNotOpen")
          .withArgs(amina.address, again.id);
      });

      it("runs its days from head office's confirmation, and needs both ambassadors then", async () => {
        const { memberRegistry, succession, headOffice, townAmbassador, countryAmbassador, ...rest } =
          await networkHelpers.loadFixture(second);
        const { amina, stranger, again, confirm } = rest;
        await networkHelpers.time.increase(29 * DAY);

        await expect(succession.connect(headOffice).confirm(amina.address, again.id, []))
          .to.emit(succession, "SuccessionConfirmed")
          .withArgs(again.id, headOffice.address);

        const begunAt = await networkHelpers.time.latest();
        const { from, until, byHeadOffice } = await succession.successionOf(amina.address);
        expect([from, until, byHeadOffice]).to.deep.equal([
          BigInt(begunAt + 7 * DAY),
          BigInt(begunAt + 30 * DAY),
          true,
        ]);
        await networkHelpers.time.setNextBlockTimestamp(begunAt + 7 * DAY - 1);
        await expect(succession.connect(townAmbassador).confirm(amina.address, again.id, []))
          .to.be.revertedWithCustomError(succession, "SuccessionNotNow")
          .withArgs(again.id, begunAt + 7 * DAY, begunAt + 30 * DAY);
        await networkHelpers.time.setNextBlockTimestamp(begunAt + 7 * DAY);
        await confirm(again, townAmbassador);
        expect(await memberRegistry.successorOf(amina.address)).to.equal(ZeroAddress);
        await confirm(again, countryAmbassador);
        expect(await memberRegistry.successorOf(amina.address)).to.equal(stranger.address);
      });

      it("is not confirmed by an ambassador who is new in office", async () => {
        const { authority, townRegistry, succession, headOffice, amina, ben, town, begunAt, again, ...rest } =
          await networkHelpers.loadFixture(begun);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);
        await appointAmbassador({ authority, townRegistry, headOffice }, { town }, ben);
        const { actsFrom } = await authority.ambassadorOf(roleIds.townAmbassador(town));
        await networkHelpers.time.increaseTo(begunAt + 29 * DAY);

        await expect(succession.connect(ben).confirm(amina.address, again.id, []))
          .to.be.revertedWithCustomError(succession, "SuccessionNewInOffice")
          .withArgs(ben.address, actsFrom + BigInt(60 * DAY));
        await rest.confirm(again, rest.countryAmbassador);
        expect((await succession.successionOf(amina.address)).byCountry).to.equal(true);
      });

      it("is not confirmed twice by head office", async () => {
        const { succession, headOffice, amina, again, townAmbassador } = await networkHelpers.loadFixture(begun);

        await succession.connect(headOffice).confirm(amina.address, again.id, []);
        await expect(succession.connect(headOffice).confirm(amina.address, again.id, []))
          .to.be.revertedWithCustomError(succession, "SuccessionConfirmedAlready")
          .withArgs(again.id, headOffice.address);
        expect(townAmbassador.address).to.not.equal(headOffice.address);
      });
    });

    describe("given a proposal to close a record", () => {
      /** Amina had named ben; a registrar has said that she died, seven days ago. */
      async function died() {
        const before = await networkHelpers.loadFixture(succeeding);
        await before.succession.connect(before.amina).setNominee(before.ben.address);
        const closing = await before.proposeClosing("amina", before.ben, EVIDENCE);
        await before.wait();
        return { ...before, closing };
      }

      it("closes the record at the second key; all that was theirs goes to the heir", async () => {
        const all = await networkHelpers.loadFixture(died);
        const { memberRegistry, succession, townAmbassador, countryAmbassador, amina, ben, town, closing } = all;
        await all.confirm(closing, countryAmbassador);

        await expect(succession.connect(townAmbassador).confirm(amina.address, closing.id, []))
          .to.emit(succession, "SuccessionCompleted")
          .withArgs(closing.id, amina.address, ben.address)
          .and.to.emit(memberRegistry, "RecordClosed")
          .withArgs(amina.address, ben.address);

        const { wallets, waiting } = await memberRegistry.walletsAt(town, [4]);
        expect([wallets[0], waiting[0]]).to.deep.equal([ben.address, false]);
        expect((await memberRegistry.personOf(ben.address)).number).to.equal(5);
        expect(await memberRegistry.walletOf(COUNTRY, idOf("amina"))).to.equal(amina.address);
        expect(await succession.nomineeOf(ben.address)).to.equal(ZeroAddress);
      });

      it("lets the inherited number wait while the heir's own succession is open", async () => {
        const { memberRegistry, townAmbassador, countryAmbassador, stranger, town, closing, ...rest } =
          await networkHelpers.loadFixture(died);
        await rest.move("ben", stranger);

        await rest.confirm(closing, townAmbassador, countryAmbassador);

        expect((await memberRegistry.walletsAt(town, [4, 5])).waiting).to.deep.equal([true, true]);
      });

      it("is not confirmed by the heir, nor by the one who is said to be dead", async () => {
        const { succession, townAmbassador, countryAmbassador, proposeClosing, wait } =
          await networkHelpers.loadFixture(succeeding);
        const inherits = await proposeClosing("amina", countryAmbassador, EVIDENCE);
        const dies = await proposeClosing("townAmbassador", countryAmbassador, EVIDENCE);
        await wait();

        for (const [caller, { wallet, id: ofProposal }] of [
          [countryAmbassador, inherits],
          [countryAmbassador, dies],
          [townAmbassador, dies],
        ] as const) {
          await expect(succession.connect(caller).confirm(wallet, ofProposal, []))
            .to.be.revertedWithCustomError(succession, "SuccessionOwnCase")
            .withArgs(ofProposal, caller.address);
        }
      });

      it("needs head office as third key, and thirty days, for another heir than the nominee", async () => {
        const { memberRegistry, succession, headOffice, townAmbassador, countryAmbassador, amina, ben, ...rest } =
          await networkHelpers.loadFixture(succeeding);
        await succession.connect(amina).setNominee(ben.address);
        const closing = await rest.proposeClosing("amina", rest.stranger, EVIDENCE);
        const proposedAt = Number(closing.proposal.proposedAt);

        await networkHelpers.time.setNextBlockTimestamp(proposedAt + 30 * DAY - 1);
        await expect(succession.connect(townAmbassador).confirm(amina.address, closing.id, []))
          .to.be.revertedWithCustomError(succession, "SuccessionNotNow")
          .withArgs(closing.id, proposedAt + 30 * DAY, proposedAt + 60 * DAY);
        await networkHelpers.time.setNextBlockTimestamp(proposedAt + 30 * DAY);
        await rest.confirm(closing, townAmbassador, countryAmbassador);
        expect(await memberRegistry.successorOf(amina.address)).to.equal(ZeroAddress);
        await rest.confirm(closing, headOffice);
        expect(await memberRegistry.successorOf(amina.address)).to.equal(rest.stranger.address);
      });
    });

    describe("given a person of no registered town", () => {
      /** Seven days after a new wallet was proposed for dina. */
      async function outside() {
        const before = await networkHelpers.loadFixture(succeeding);
        const dinas = await before.move("dina", before.stranger, before.countryAmbassador);
        await before.wait();
        return { ...before, dinas };
      }

      it("ties them to the new wallet at head office's word alone", async () => {
        const { memberRegistry, succession, headOffice, dina, stranger, dinas } =
          await networkHelpers.loadFixture(outside);

        await expect(succession.connect(headOffice).confirm(dina.address, dinas.id, []))
          .to.emit(succession, "SuccessionCompleted")
          .withArgs(dinas.id, dina.address, stranger.address);

        const record = [0, COUNTRY, 0, 0, false, false, false, COUNTRY, 0, 1];
        expect(await memberRegistry.personOf(stranger.address)).to.deep.equal(record);
        expect(await memberRegistry.walletOf(COUNTRY, idOf("dina"))).to.equal(stranger.address);
      });

      it("reverts with SuccessionNotAKey for anybody else", async () => {
        const { succession, otto, petra, dina, dinas } = await networkHelpers.loadFixture(outside);

        for (const caller of [...(await everybodyBut("headOffice")), otto, petra]) {
          await expect(succession.connect(caller).confirm(dina.address, dinas.id, []))
            .to.be.revertedWithCustomError(succession, "SuccessionNotAKey")
            .withArgs(dinas.id, caller.address);
        }
      });

      it("needs head office twice, thirty days apart, after an objection", async () => {
        const { memberRegistry, succession, headOffice, countryAmbassador, dina, stranger, dinas, move, confirm } =
          await networkHelpers.loadFixture(outside);
        await succession.connect(countryAmbassador).refuse(dina.address, dinas.id);
        const first = await move("dina", stranger, countryAmbassador);
        await succession.connect(dina).object(first.id);
        const again = await move("dina", stranger, countryAmbassador);

        await confirm(again, headOffice);
        const begunAt = await networkHelpers.time.latest();
        await networkHelpers.time.setNextBlockTimestamp(begunAt + 30 * DAY - 1);
        await expect(succession.connect(headOffice).confirm(dina.address, again.id, []))
          .to.be.revertedWithCustomError(succession, "SuccessionNotNow")
          .withArgs(again.id, begunAt + 30 * DAY, begunAt + 60 * DAY);
        expect(await memberRegistry.successorOf(dina.address)).to.equal(ZeroAddress);
        await networkHelpers.time.setNextBlockTimestamp(begunAt + 30 * DAY);
        await confirm(again, headOffice);

        expect(await memberRegistry.successorOf(dina.address)).to.equal(stranger.address);
      });
    });
  });
});

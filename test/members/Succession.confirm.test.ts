import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { anyValue } from "@nomicfoundation/hardhat-ethers-chai-matchers/withArgs";
import { expect } from "chai";
import { id, ZeroAddress } from "ethers";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { appointCountryAmbassador, appointTownAmbassador } from "../fixture/keys.ts";
import { impersonate, everybodyBut, idOf } from "../fixture/people.ts";
import { movingAmina, proposalOf, succeeding } from "../fixture/succeeding.ts";
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
  await before.succession.connect(before.townAmbassador).confirm(before.proposal, []);
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
            const { memberRegistry, succession, amina, stranger, town, proposal } = all;
            const [first, second] = [all[order[0]], all[order[1]]];

            const half = succession.connect(first).confirm(proposal, []);
            await expect(half).to.emit(succession, "SuccessionConfirmed").withArgs(all.id, first.address);
            await expect(half).to.not.emit(succession, "SuccessionCompleted");
            expect(await succession.hasConfirmed(all.id, first.address)).to.equal(true);
            expect(await succession.hasConfirmed(all.id, second.address)).to.equal(false);
            expect(await memberRegistry.walletOf(idOf("amina"))).to.equal(amina.address);

            await expect(succession.connect(second).confirm(proposal, []))
              .to.emit(succession, "SuccessionConfirmed")
              .withArgs(all.id, second.address)
              .and.to.emit(succession, "SuccessionCompleted")
              .withArgs(all.id, amina.address, stranger.address)
              .and.to.emit(memberRegistry, "WalletMoved")
              .withArgs(idOf("amina"), amina.address, stranger.address);

            expect(await memberRegistry.walletOf(idOf("amina"))).to.equal(stranger.address);
            expect(await memberRegistry.successorOf(amina.address)).to.equal(stranger.address);
            expect(await memberRegistry.isMember(stranger.address, town)).to.equal(true);
          });
        });
      }

      describe("when the old wallet holds INFINITY", () => {
        it("moves it in the same transaction, and later earnings go to the new wallet", async () => {
          const all = await networkHelpers.loadFixture(movingAmina);
          const { contributions, infinityToken, succession, townAmbassador, countryAmbassador, amina, stranger } = all;
          const { town, week, proposal } = all;
          await finaliseWeek(all, week, [0, 0, 0, 24]);
          await contributions.claim(town, [4], 1);
          await finaliseWeek(all, week + 1, [0, 0, 0, 36]);
          await succession.connect(townAmbassador).confirm(proposal, []);

          await succession.connect(countryAmbassador).confirm(proposal, [await infinityToken.getAddress()]);

          expect(await infinityToken.balanceOf(amina.address)).to.equal(0);
          expect(await infinityToken.balanceOf(stranger.address)).to.equal(2n * INFINITY);
          await contributions.claim(town, [4], 2);
          expect(await infinityToken.balanceOf(stranger.address)).to.equal(5n * INFINITY);
        });

        it("leaves it when only the first key named the token", async () => {
          const all = await networkHelpers.loadFixture(movingAmina);
          const { contributions, infinityToken, succession, townAmbassador, countryAmbassador, amina } = all;
          await finaliseWeek(all, all.week, [0, 0, 0, 24]);
          await contributions.claim(all.town, [4], 1);

          await succession.connect(townAmbassador).confirm(all.proposal, [await infinityToken.getAddress()]);
          await succession.connect(countryAmbassador).confirm(all.proposal, []);

          expect(await infinityToken.balanceOf(amina.address)).to.equal(2n * INFINITY);
        });
      });

      describe("when the old wallet holds shares that are still locked, and INFINITY", () => {
        it("moves both in the same transaction", async () => {
          const all = await networkHelpers.loadFixture(bakeryOnSale);
          const { infinityToken, shareOffering, succession, registrar, townAmbassador, countryAmbassador } = all;
          const { amina, stranger, token, offering } = all;
          await shareOffering.connect(amina).buy(offering, 30);
          const proposing = succession.connect(registrar).proposeMove(idOf("amina"), stranger.address);
          const { proposal } = await proposalOf(succession, proposing);
          await networkHelpers.time.increase(7 * DAY);
          await succession.connect(townAmbassador).confirm(proposal, []);

          const tokens = [await token.getAddress(), await infinityToken.getAddress()];
          await succession.connect(countryAmbassador).confirm(proposal, tokens);

          expect(await token.balanceOf(amina.address)).to.equal(0);
          expect(await token.balanceOf(stranger.address)).to.equal(30);
        });
      });

      describe("when the old wallet had named a nominee", () => {
        it("takes the name along", async () => {
          const { succession, amina, ben, stranger, townAmbassador, countryAmbassador, proposal } =
            await networkHelpers.loadFixture(ripe);
          await succession.connect(amina).setNominee(ben.address);
          await succession.connect(townAmbassador).confirm(proposal, []);

          await expect(succession.connect(countryAmbassador).confirm(proposal, []))
            .to.emit(succession, "NomineeSet")
            .withArgs(amina.address, ZeroAddress)
            .and.to.emit(succession, "NomineeSet")
            .withArgs(stranger.address, ben.address);

          expect(await succession.nomineeOf(stranger.address)).to.equal(ben.address);
          expect(await succession.nomineeOf(amina.address)).to.equal(ZeroAddress);
        });
      });

      describe("when the old wallet had named nobody", () => {
        it("says nothing of nominees", async () => {
          const { succession, countryAmbassador, stranger, proposal } = await networkHelpers.loadFixture(halfway);

          await expect(succession.connect(countryAmbassador).confirm(proposal, [])).to.not.emit(
            succession,
            "NomineeSet",
          );

          expect(await succession.nomineeOf(stranger.address)).to.equal(ZeroAddress);
        });
      });

      describe("when a token cannot be moved", () => {
        it("reverts, and nothing is moved", async () => {
          const { memberRegistry, succession, amina, countryAmbassador, currency, proposal } =
            await networkHelpers.loadFixture(halfway);

          await expect(
            succession.connect(countryAmbassador).confirm(proposal, [await currency.getAddress()]),
          ).to.be.revertedWithoutReason(ethers);

          expect(await memberRegistry.walletOf(idOf("amina"))).to.equal(amina.address);
        });
      });

      describe("when the same key confirms twice", () => {
        it("reverts with SuccessionConfirmedAlready", async () => {
          const { succession, townAmbassador, proposal, id: ofProposal } = await networkHelpers.loadFixture(halfway);

          await expect(succession.connect(townAmbassador).confirm(proposal, []))
            .to.be.revertedWithCustomError(succession, "SuccessionConfirmedAlready")
            .withArgs(ofProposal, townAmbassador.address);
        });
      });

      describe("when anybody else confirms", () => {
        it("reverts with SuccessionNotAKey, head office included", async () => {
          const { succession, otto, petra, quinn, proposal, id: ofProposal } = await networkHelpers.loadFixture(ripe);
          const others = await everybodyBut("townAmbassador", "countryAmbassador");

          for (const caller of [...others, otto, petra, quinn]) {
            await expect(succession.connect(caller).confirm(proposal, []))
              .to.be.revertedWithCustomError(succession, "SuccessionNotAKey")
              .withArgs(ofProposal, caller.address);
          }
        });
      });

      describe("when it was not proposed in exactly these words", () => {
        it("reverts with SuccessionNotProposed", async () => {
          const { succession, townAmbassador, ben, payer, proposal } = await networkHelpers.loadFixture(ripe);
          const changes = [
            { personId: idOf("ben") },
            { wallet: ben.address },
            { successor: payer.address },
            { evidence: EVIDENCE },
            { town: 2 },
            { proposer: ben.address },
            { proposedAt: Number(proposal.proposedAt) - 1 },
            { afterObjection: true },
          ];

          for (const change of changes) {
            await expect(
              succession.connect(townAmbassador).confirm({ ...proposal, ...change }, []),
            ).to.be.revertedWithCustomError(succession, "SuccessionNotProposed");
          }
        });
      });

      describe("when it was completed already", () => {
        it("reverts with SuccessionOutdated", async () => {
          const {
            succession,
            townAmbassador,
            countryAmbassador,
            proposal,
            id: ofProposal,
          } = await networkHelpers.loadFixture(halfway);
          await succession.connect(countryAmbassador).confirm(proposal, []);

          await expect(succession.connect(townAmbassador).confirm(proposal, []))
            .to.be.revertedWithCustomError(succession, "SuccessionOutdated")
            .withArgs(ofProposal);
        });
      });

      describe("when the person has moved house since", () => {
        it("reverts with SuccessionOutdated", async () => {
          const { memberRegistry, succession, quinn, countryAmbassador, amina, residentUntil, hillside, ...rest } =
            await networkHelpers.loadFixture(halfway);
          await memberRegistry.connect(amina).moveHouse(hillside);
          const statement = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") };
          await memberRegistry.connect(quinn).attest(hillside, [statement]);

          await expect(succession.connect(countryAmbassador).confirm(rest.proposal, []))
            .to.be.revertedWithCustomError(succession, "SuccessionOutdated")
            .withArgs(rest.id);
        });
      });

      describe("when the registrar who proposed it is not in office any more", () => {
        it("reverts with SuccessionNotRegistrar", async () => {
          const { authority, succession, townAmbassador, countryAmbassador, registrar, town, proposal } =
            await networkHelpers.loadFixture(halfway);
          await authority.connect(townAmbassador).revokeRole(roleIds.registrar(town), registrar.address);

          await expect(succession.connect(countryAmbassador).confirm(proposal, []))
            .to.be.revertedWithCustomError(succession, "SuccessionNotRegistrar")
            .withArgs(town, registrar.address);
        });
      });

      describe("when the town is dormant", () => {
        it("reverts with TownRegistryDormant", async () => {
          const { townRegistry, succession, headOffice, countryAmbassador, town, proposal } =
            await networkHelpers.loadFixture(halfway);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await expect(succession.connect(countryAmbassador).confirm(proposal, []))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
            .withArgs(town);
        });
      });

      describe("when the new wallet got a record, a key or a successor meanwhile", () => {
        it("reverts with SuccessionBadSuccessor", async () => {
          const { memberRegistry, succession, ...rest } = await networkHelpers.loadFixture(halfway);
          const {
            authority,
            townRegistry,
            headOffice,
            registrar,
            countryAmbassador,
            amina,
            stranger,
            payer,
            residentUntil,
            town,
          } = rest;
          const registry = memberRegistry.connect(await impersonate(succession));
          const snapshot = await networkHelpers.takeSnapshot();
          const statement = { wallet: stranger.address, residentUntil, joins: false, personId: idOf("stranger") };
          const changes = [
            () => memberRegistry.connect(registrar).attest(town, [statement]),
            () => appointCountryAmbassador({ authority, townRegistry, headOffice }, 40, stranger),
            async () => {
              await memberRegistry.connect(registrar).attest(town, [statement]);
              await registry.moveWallet(idOf("stranger"), payer.address);
            },
          ];

          for (const change of changes) {
            await change();
            await expect(succession.connect(countryAmbassador).confirm(rest.proposal, []))
              .to.be.revertedWithCustomError(succession, "SuccessionBadSuccessor")
              .withArgs(amina.address, stranger.address);
            await snapshot.restore();
          }
        });
      });

      describe("when the first key has been handed on", () => {
        it("needs the new holder's word", async () => {
          const { memberRegistry, succession, countryAmbassador, ben, ...rest } =
            await networkHelpers.loadFixture(halfway);
          const { authority, townRegistry, headOffice, amina, stranger, town, proposal } = rest;
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await appointTownAmbassador({ authority, townRegistry, headOffice }, town, ben);
          await networkHelpers.time.increase(7 * DAY);

          await succession.connect(countryAmbassador).confirm(proposal, []);
          expect(await memberRegistry.walletOf(idOf("amina"))).to.equal(amina.address);

          await succession.connect(ben).confirm(proposal, []);
          expect(await memberRegistry.walletOf(idOf("amina"))).to.equal(stranger.address);
        });
      });

      describe("when two proposals stand beside each other", () => {
        it("completes the one that is confirmed, which ends the other", async () => {
          const { memberRegistry, succession, townAmbassador, countryAmbassador, payer, ...rest } =
            await networkHelpers.loadFixture(ripe);
          const other = await rest.proposeMove("amina", payer);

          await succession.connect(townAmbassador).confirm(rest.proposal, []);
          await succession.connect(countryAmbassador).confirm(rest.proposal, []);

          expect(await memberRegistry.walletOf(idOf("amina"))).to.equal(rest.stranger.address);
          await rest.wait();
          await expect(succession.connect(townAmbassador).confirm(other.proposal, []))
            .to.be.revertedWithCustomError(succession, "SuccessionOutdated")
            .withArgs(other.id);
        });

        it("counts no confirmation of one for the other", async () => {
          const { memberRegistry, succession, countryAmbassador, amina, payer, ...rest } =
            await networkHelpers.loadFixture(halfway);
          const other = await rest.proposeMove("amina", payer);
          await rest.wait();

          await succession.connect(countryAmbassador).confirm(other.proposal, []);

          expect(await memberRegistry.walletOf(idOf("amina"))).to.equal(amina.address);
        });
      });
    });

    describe("given the time of confirmations", () => {
      for (const [name, days, seconds] of [
        ["the last second before seven days", 7, -1],
        ["sixty days", 60, 0],
      ] as const) {
        describe(`when it is ${name} after the proposal`, () => {
          it("reverts with SuccessionNotNow", async () => {
            const {
              succession,
              townAmbassador,
              proposal,
              id: ofProposal,
            } = await networkHelpers.loadFixture(movingAmina);
            const proposedAt = Number(proposal.proposedAt);
            await networkHelpers.time.setNextBlockTimestamp(proposedAt + days * DAY + seconds);

            await expect(succession.connect(townAmbassador).confirm(proposal, []))
              .to.be.revertedWithCustomError(succession, "SuccessionNotNow")
              .withArgs(ofProposal, proposedAt + 7 * DAY, proposedAt + 60 * DAY);
          });
        });
      }

      for (const [name, days, seconds] of [
        ["seven days", 7, 0],
        ["the last second before sixty days", 60, -1],
      ] as const) {
        describe(`when it is ${name} after the proposal`, () => {
          it("is confirmed", async () => {
            const {
              succession,
              townAmbassador,
              proposal,
              id: ofProposal,
            } = await networkHelpers.loadFixture(movingAmina);
            await networkHelpers.time.setNextBlockTimestamp(Number(proposal.proposedAt) + days * DAY + seconds);

            await succession.connect(townAmbassador).confirm(proposal, []);

            expect(await succession.hasConfirmed(ofProposal, townAmbassador.address)).to.equal(true);
          });
        });
      }
    });

    describe("given an objection", () => {
      /** Amina has objected to two proposals of a rogue, and a third has been made since, seven days ago. */
      async function objected() {
        const before = await networkHelpers.loadFixture(movingAmina);
        const { succession, amina, payer, stranger, proposal } = before;
        const other = await before.proposeMove("amina", payer);
        await succession.connect(amina).object(proposal);
        const third = await before.proposeMove("amina", stranger);
        await before.wait();
        return { ...before, ended: [before, other], third };
      }

      it("ends every proposal made before", async () => {
        const { succession, townAmbassador, headOffice, ended } = await networkHelpers.loadFixture(objected);

        for (const { proposal, id: ofProposal } of ended) {
          for (const caller of [townAmbassador, headOffice]) {
            await expect(succession.connect(caller).confirm(proposal, []))
              .to.be.revertedWithCustomError(succession, "SuccessionObjectedTo")
              .withArgs(ofProposal);
          }
        }
      });

      for (const order of [
        ["townAmbassador", "countryAmbassador", "headOffice"],
        ["headOffice", "townAmbassador", "countryAmbassador"],
        ["countryAmbassador", "headOffice", "townAmbassador"],
      ] as const) {
        it(`needs three keys for a later one: ${order.join(", ")}`, async () => {
          const all = await networkHelpers.loadFixture(objected);
          const { memberRegistry, succession, amina, stranger, third } = all;

          for (const name of order) {
            expect(await memberRegistry.walletOf(idOf("amina"))).to.equal(amina.address);
            await succession.connect(all[name]).confirm(third.proposal, []);
          }

          expect(await memberRegistry.walletOf(idOf("amina"))).to.equal(stranger.address);
        });
      }

      it("takes no fourth person's word for one of the three", async () => {
        const { succession, registrar, otto, petra, third } = await networkHelpers.loadFixture(objected);

        for (const caller of [registrar, otto, petra]) {
          await expect(succession.connect(caller).confirm(third.proposal, []))
            .to.be.revertedWithCustomError(succession, "SuccessionNotAKey")
            .withArgs(third.id, caller.address);
        }
      });
    });

    describe("given a town that has lacked its ambassador, however long", () => {
      it("waits for the next one: head office stands in for nobody", async () => {
        const all = await networkHelpers.loadFixture(succeeding);
        const { townRegistry, memberRegistry, succession, headOffice, stranger, carla, town } = all;
        const { proposal } = await all.proposeMove("amina", stranger);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);
        await appointTownAmbassador(all, town, carla);
        await expect(succession.connect(headOffice).confirm(proposal, [])).to.be.revert(ethers);
        await all.wait();

        await expect(succession.connect(headOffice).confirm(proposal, []))
          .to.be.revertedWithCustomError(succession, "SuccessionNotAKey")
          .withArgs(anyValue, headOffice.address);
        expect(await memberRegistry.walletOf(idOf("amina"))).to.equal(all.amina.address);
      });
    });

    describe("given a person who died", () => {
      /** Seven days after amina's death was proposed, with ben as her heir. */
      async function died() {
        const before = await networkHelpers.loadFixture(succeeding);
        await before.succession.connect(before.amina).setNominee(before.ben.address);
        const death = await before.proposeClosing("amina", before.ben, EVIDENCE);
        await before.wait();
        return { ...before, ...death };
      }

      it("closes the record at the second key; all that was theirs goes to the heir", async () => {
        const all = await networkHelpers.loadFixture(died);
        const { memberRegistry, succession, townAmbassador, countryAmbassador, amina, ben, town, proposal } = all;
        await succession.connect(countryAmbassador).confirm(proposal, []);

        await expect(succession.connect(townAmbassador).confirm(proposal, []))
          .to.emit(succession, "SuccessionCompleted")
          .withArgs(all.id, amina.address, ben.address)
          .and.to.emit(memberRegistry, "RecordClosed")
          .withArgs(idOf("amina"), amina.address, ben.address);

        expect((await memberRegistry.memberAt(town, 4)).wallet).to.equal(ben.address);
        expect((await memberRegistry.personOf(ben.address)).number).to.equal(5);
        expect(await memberRegistry.successorOf(amina.address)).to.equal(ben.address);
        expect(await memberRegistry.walletOf(idOf("amina"))).to.equal(amina.address);
        expect(await succession.nomineeOf(ben.address)).to.equal(ZeroAddress);
      });

      it("moves INFINITY to the heir in the same transaction", async () => {
        const all = await networkHelpers.loadFixture(died);
        const { contributions, infinityToken, succession, townAmbassador, countryAmbassador, ben } = all;
        await finaliseWeek(all, all.week, [0, 0, 0, 24]);
        await contributions.claim(all.town, [4], 1);
        await succession.connect(countryAmbassador).confirm(all.proposal, []);

        await succession.connect(townAmbassador).confirm(all.proposal, [await infinityToken.getAddress()]);

        expect(await infinityToken.balanceOf(ben.address)).to.equal(2n * INFINITY);
      });

      it("does not close it a second time", async () => {
        const {
          succession,
          townAmbassador,
          countryAmbassador,
          proposal,
          id: ofProposal,
        } = await networkHelpers.loadFixture(died);
        await succession.connect(countryAmbassador).confirm(proposal, []);
        await succession.connect(townAmbassador).confirm(proposal, []);

        await expect(succession.connect(townAmbassador).confirm(proposal, []))
          .to.be.revertedWithCustomError(succession, "SuccessionOutdated")
          .withArgs(ofProposal);
      });

      it("is not confirmed by the heir, nor by the one who is said to be dead", async () => {
        const { succession, townAmbassador, countryAmbassador, proposeClosing, wait } =
          await networkHelpers.loadFixture(succeeding);
        const inherits = await proposeClosing("amina", countryAmbassador, EVIDENCE);
        const dies = await proposeClosing("townAmbassador", countryAmbassador, EVIDENCE);
        await wait();

        for (const [caller, { proposal, id: ofProposal }] of [
          [countryAmbassador, inherits],
          [countryAmbassador, dies],
          [townAmbassador, dies],
        ] as const) {
          await expect(succession.connect(caller).confirm(proposal, []))
            .to.be.revertedWithCustomError(succession, "SuccessionOwnCase")
            .withArgs(ofProposal, caller.address);
        }
      });
    });

    describe("given a wallet that has become a contract since it was proposed", () => {
      it("reverts with SuccessionContractWallet, unless it has named a nominee", async () => {
        const { succession, townAmbassador, amina, ben, proposal } = await networkHelpers.loadFixture(ripe);
        const nominated = await networkHelpers.takeSnapshot();
        await networkHelpers.setCode(amina.address, "0x00");

        await expect(succession.connect(townAmbassador).confirm(proposal, []))
          .to.be.revertedWithCustomError(succession, "SuccessionContractWallet")
          .withArgs(amina.address);

        await nominated.restore();
        await succession.connect(amina).setNominee(ben.address);
        await networkHelpers.setCode(amina.address, "0x00");
        await expect(succession.connect(townAmbassador).confirm(proposal, [])).to.emit(
          succession,
          "SuccessionConfirmed",
        );
      });
    });

    describe("given a wallet that delegates by EIP-7702", () => {
      it("lets the keys confirm it", async () => {
        const { succession, townAmbassador, amina, proposal } = await networkHelpers.loadFixture(ripe);
        await networkHelpers.setCode(amina.address, `0xef0100${"ab".repeat(20)}`);

        await expect(succession.connect(townAmbassador).confirm(proposal, [])).to.emit(
          succession,
          "SuccessionConfirmed",
        );
      });
    });

    describe("given a person of no registered town", () => {
      /** Seven days after a new wallet was proposed for dina. */
      async function outside() {
        const before = await networkHelpers.loadFixture(succeeding);
        const dinas = await before.proposeMove("dina", before.stranger, before.countryAmbassador);
        await before.wait();
        return { ...before, ...dinas };
      }

      it("ties them to the new wallet at head office's word alone", async () => {
        const {
          memberRegistry,
          succession,
          headOffice,
          dina,
          stranger,
          proposal,
          id: ofProposal,
        } = await networkHelpers.loadFixture(outside);

        await expect(succession.connect(headOffice).confirm(proposal, []))
          .to.emit(succession, "SuccessionCompleted")
          .withArgs(ofProposal, dina.address, stranger.address);

        expect(await memberRegistry.personOf(stranger.address)).to.deep.equal([0, COUNTRY, 0, 0, false, false]);
        expect(await memberRegistry.walletOf(idOf("dina"))).to.equal(stranger.address);
      });

      it("reverts with SuccessionNotAKey for anybody else", async () => {
        const { succession, otto, petra, proposal, id: ofProposal } = await networkHelpers.loadFixture(outside);

        for (const caller of [...(await everybodyBut("headOffice")), otto, petra]) {
          await expect(succession.connect(caller).confirm(proposal, []))
            .to.be.revertedWithCustomError(succession, "SuccessionNotAKey")
            .withArgs(ofProposal, caller.address);
        }
      });

      it("reverts with SuccessionNotCountryAmbassador when the proposer is out of office", async () => {
        const { townRegistry, succession, headOffice, countryAmbassador, proposal } =
          await networkHelpers.loadFixture(outside);
        await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

        await expect(succession.connect(headOffice).confirm(proposal, []))
          .to.be.revertedWithCustomError(succession, "SuccessionNotCountryAmbassador")
          .withArgs(COUNTRY, countryAmbassador.address);
      });

      it("reverts with SuccessionOutdated when they have moved into a town", async () => {
        const { memberRegistry, succession, headOffice, registrar, dina, residentUntil, town, ...rest } =
          await networkHelpers.loadFixture(outside);
        const statement = { wallet: dina.address, residentUntil, joins: false, personId: idOf("dina") };
        await memberRegistry.connect(dina).moveHouse(town);
        await memberRegistry.connect(registrar).attest(town, [statement]);

        await expect(succession.connect(headOffice).confirm(rest.proposal, []))
          .to.be.revertedWithCustomError(succession, "SuccessionOutdated")
          .withArgs(rest.id);
      });

      it("reverts with SuccessionOutdated when it was completed already", async () => {
        const { succession, headOffice, proposal, id: ofProposal } = await networkHelpers.loadFixture(outside);
        await succession.connect(headOffice).confirm(proposal, []);

        await expect(succession.connect(headOffice).confirm(proposal, []))
          .to.be.revertedWithCustomError(succession, "SuccessionOutdated")
          .withArgs(ofProposal);
      });

      it("reverts with SuccessionObjectedTo after an objection, which ends them all", async () => {
        const { succession, headOffice, otto, emil, stranger, payer, proposeMove, wait } =
          await networkHelpers.loadFixture(succeeding);
        const proposed = [await proposeMove("emil", stranger, otto), await proposeMove("emil", payer, otto)];
        await succession.connect(emil).object(proposed[0]!.proposal);
        await wait();

        for (const each of proposed) {
          await expect(succession.connect(headOffice).confirm(each.proposal, []))
            .to.be.revertedWithCustomError(succession, "SuccessionObjectedTo")
            .withArgs(each.id);
        }
      });

      it("closes the record of one who died", async () => {
        const { memberRegistry, succession, headOffice, otto, emil, stranger, proposeClosing, wait } =
          await networkHelpers.loadFixture(succeeding);
        const { proposal } = await proposeClosing("emil", stranger, EVIDENCE, otto);
        await wait();

        await succession.connect(headOffice).confirm(proposal, []);

        expect(await memberRegistry.successorOf(emil.address)).to.equal(stranger.address);
        expect((await memberRegistry.personOf(emil.address)).country).to.equal(0);
      });
    });
  });
});

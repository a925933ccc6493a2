import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { asSuccession } from "../fixture/asSuccession.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { expectSkipped } from "../fixture/expectSkipped.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { proposeMove } from "../fixture/succeeding.ts";
import { REASON } from "../fixture/suspension.ts";
import { COUNTRY, ELSEWHERE } from "../fixture/willowmere.ts";

const EMPTY = [0, 0, 0, 0, false, false];

describe("MemberRegistry", () => {
  for (const method of ["moveWallet", "close"] as const) {
    describe(method, () => {
      describe("given anybody but the Succession", () => {
        it("reverts with MemberRegistryNotSuccession", async () => {
          const { memberRegistry, amina, stranger } = await networkHelpers.loadFixture(asSuccession);

          for (const caller of await everybodyBut()) {
            await expect(memberRegistry.connect(caller)[method](amina.address, stranger.address))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotSuccession")
              .withArgs(caller.address);
          }
        });
      });

      describe("given a wallet that nobody has attested, or no wallet to follow", () => {
        it("reverts with MemberRegistryNoHome, or MemberRegistryWalletTaken", async () => {
          const { memberRegistry, registry, amina, stranger, payer } = await networkHelpers.loadFixture(asSuccession);

          for (const nobody of [stranger.address, ZeroAddress]) {
            await expect(registry[method](nobody, payer.address))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNoHome")
              .withArgs(nobody);
          }
          await expect(registry[method](amina.address, ZeroAddress))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryWalletTaken")
            .withArgs(ZeroAddress);
        });
      });

      describe("given the same wallet", () => {
        it("reverts with MemberRegistryWalletTaken", async () => {
          const { memberRegistry, act, amina } = await networkHelpers.loadFixture(asSuccession);

          await expect(act[method]("amina", amina.address))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryWalletTaken")
            .withArgs(amina.address);
        });
      });

      describe("given a superseded wallet to follow", () => {
        it("reverts with MemberRegistrySuperseded", async () => {
          const { memberRegistry, act, amina, stranger } = await networkHelpers.loadFixture(asSuccession);
          await act.moveWallet("amina", stranger.address);

          await expect(act[method]("ben", amina.address))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuperseded")
            .withArgs(amina.address);
        });
      });

      describe("given a person who died", () => {
        it("reverts with MemberRegistrySuperseded", async () => {
          const { memberRegistry, act, amina, stranger, payer } = await networkHelpers.loadFixture(asSuccession);
          await act.close("amina", stranger.address);

          await expect(act[method]("amina", payer.address))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuperseded")
            .withArgs(amina.address);
        });
      });

      describe("given a wallet that holds a key, and other roles of the town", () => {
        it("takes all of them", async () => {
          const { authority, act, townAmbassador, coordinator, stranger, town } =
            await networkHelpers.loadFixture(asSuccession);
          for (const role of [roleIds.steward(town), roleIds.projectManager(town)]) {
            await authority.connect(townAmbassador).grantRole(role, coordinator.address);
          }

          await act[method]("coordinator", stranger.address);

          for (const kind of ["coordinator", "steward", "projectManager"] as const) {
            expect(await authority.acts(roleIds[kind](town), coordinator.address)).to.equal(false);
            expect(await authority.acts(roleIds[kind](town), stranger.address)).to.equal(false);
          }
          expect(await authority.holdsKey(coordinator.address)).to.equal(false);
        });
      });

      describe("given a Country Ambassador who is a person of a town", () => {
        it("takes that key", async () => {
          const { authority, act, countryAmbassador, stranger, attest } =
            await networkHelpers.loadFixture(asSuccession);
          await attest(countryAmbassador.address, "countryAmbassador");

          await act[method]("countryAmbassador", stranger.address);

          expect(await authority.holdsKey(countryAmbassador.address)).to.equal(false);
        });
      });
    });
  }

  describe("moveWallet", () => {
    describe("given a member", () => {
      it("ties record and number to the new wallet, and the old one to nobody", async () => {
        const { memberRegistry, act, amina, stranger, residentUntil, town, week } =
          await networkHelpers.loadFixture(asSuccession);
        const { joinedIn } = await memberRegistry.memberAt(town, 4);

        await expect(act.moveWallet("amina", stranger.address))
          .to.emit(memberRegistry, "WalletMoved")
          .withArgs(amina.address, stranger.address);

        const record = [town, COUNTRY, residentUntil, 4, false, false];
        expect((await memberRegistry.personOf(stranger.address)).slice(0, 6)).to.deep.equal(record);
        expect((await memberRegistry.personOf(amina.address)).slice(0, 6)).to.deep.equal(EMPTY);
        expect(await memberRegistry.walletOf(COUNTRY, idOf("amina"))).to.equal(stranger.address);
        expect(await memberRegistry.memberAt(town, 4)).to.deep.equal([stranger.address, joinedIn]);
        expect((await memberRegistry.walletsAt(town, [4, 5])).wallets).to.not.include(amina.address);
        expect(await memberRegistry.successorOf(amina.address)).to.equal(stranger.address);
        expect(await memberRegistry.successorOf(stranger.address)).to.equal(ZeroAddress);
        expect(await memberRegistry.isMember(stranger.address, town)).to.equal(true);
        expect(await memberRegistry.isMember(amina.address, town)).to.equal(false);
        expect(await memberRegistry.isResident(amina.address, town)).to.equal(false);
        expect(await memberRegistry.tierOf(amina.address, town)).to.equal(0);
        expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(false);
      });

      it("never lets the old wallet be attested again", async () => {
        const { memberRegistry, act, countryAmbassador, amina, payer, stranger, attest } =
          await networkHelpers.loadFixture(asSuccession);
        await act.moveWallet("amina", stranger.address);

        await expectSkipped(
          memberRegistry,
          attest(amina.address, "somebody else"),
          "MemberRegistrySuperseded",
          amina.address,
        );
        await expectSkipped(
          memberRegistry,
          attest(amina.address),
          "MemberRegistryPersonKnown",
          idOf("amina"),
          stranger.address,
        );
        const outsider = { wallet: amina.address, country: COUNTRY, personId: idOf("somebody else") };
        await expectSkipped(
          memberRegistry,
          memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, [outsider]),
          "MemberRegistrySuperseded",
          amina.address,
        );
        await attest(stranger.address);
        await expectSkipped(
          memberRegistry,
          attest(payer.address),
          "MemberRegistryPersonKnown",
          idOf("amina"),
          stranger.address,
        );
      });

      it("can happen again and again", async () => {
        const { memberRegistry, act, amina, payer, stranger, town } = await networkHelpers.loadFixture(asSuccession);

        await act.moveWallet("amina", stranger.address);
        await act.moveWallet("amina", payer.address);

        expect(await memberRegistry.successorOf(amina.address)).to.equal(stranger.address);
        expect(await memberRegistry.successorOf(stranger.address)).to.equal(payer.address);
        expect((await memberRegistry.memberAt(town, 4)).wallet).to.equal(payer.address);
        expect(await memberRegistry.isMember(payer.address, town)).to.equal(true);
      });
    });

    describe("given an announced move of house", () => {
      it("forgets it", async () => {
        const { memberRegistry, act, quinn, amina, stranger, residentUntil, town, hillside } =
          await networkHelpers.loadFixture(asSuccession);
        await memberRegistry.connect(amina).moveHouse(hillside, ELSEWHERE);
        await act.moveWallet("amina", stranger.address);

        const statement = { wallet: stranger.address, residentUntil, joins: false, personId: idOf("amina") };
        const attestation = memberRegistry.connect(quinn).attest(hillside, [statement]);
        await expectSkipped(memberRegistry, attestation, "MemberRegistryLivesElsewhere", stranger.address, town);
      });
    });

    describe("given a new wallet with a record", () => {
      it("reverts with MemberRegistryWalletTaken", async () => {
        const { memberRegistry, act, ben, dina } = await networkHelpers.loadFixture(asSuccession);

        for (const { address } of [ben, dina]) {
          await expect(act.moveWallet("amina", address))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryWalletTaken")
            .withArgs(address);
        }
      });
    });

    describe("given a person who moved house", () => {
      it("ties the numbers of both towns to the new wallet", async () => {
        const {
          memberRegistry,
          act,
          quinn,
          stranger,
          residentUntil,
          town,
          hillside,
          week,
          goTo,
          aminaMovesHouse,
          attest,
        } = await networkHelpers.loadFixture(asSuccession);
        await aminaMovesHouse();

        await act.moveWallet("amina", stranger.address);

        expect((await memberRegistry.memberAt(town, 4)).wallet).to.equal(stranger.address);
        expect((await memberRegistry.memberAt(hillside, 5)).wallet).to.equal(stranger.address);
        const record = [hillside, ELSEWHERE, residentUntil, 5, false, false];
        expect((await memberRegistry.personOf(stranger.address)).slice(0, 6)).to.deep.equal(record);

        await goTo(week + 8);
        await memberRegistry.connect(stranger).moveHouse(town, COUNTRY);
        await attest(stranger.address);
        expect((await memberRegistry.personOf(stranger.address)).number).to.equal(4);
        await goTo(week + 16);
        await memberRegistry.connect(stranger).moveHouse(hillside, ELSEWHERE);
        const back = { wallet: stranger.address, residentUntil, joins: true, personId: idOf("amina") };
        await memberRegistry.connect(quinn).attest(hillside, [back]);
        expect((await memberRegistry.personOf(stranger.address)).number).to.equal(5);
      });
    });

    describe("given a person without a number", () => {
      it("ties the record to the new wallet, of residents and outsiders alike", async () => {
        const { memberRegistry, act, stranger, payer, residentUntil, town } =
          await networkHelpers.loadFixture(asSuccession);

        await act.moveWallet("carla", stranger.address);
        await act.moveWallet("emil", payer.address);

        const carla = [town, COUNTRY, residentUntil, 0, false, false];
        expect((await memberRegistry.personOf(stranger.address)).slice(0, 6)).to.deep.equal(carla);
        expect((await memberRegistry.personOf(payer.address)).slice(0, 6)).to.deep.equal([
          0,
          ELSEWHERE,
          0,
          0,
          false,
          false,
        ]);
        expect((await memberRegistry.memberAt(town, 0)).wallet).to.equal(ZeroAddress);
      });
    });

    describe("given a suspended person who had left", () => {
      it("keeps both", async () => {
        const { memberRegistry, act, registrar, townAmbassador, countryAmbassador, amina, stranger, town, week } =
          await networkHelpers.loadFixture(asSuccession);
        await memberRegistry.connect(amina).resign();
        await memberRegistry.connect(registrar).proposeSuspension(amina.address, REASON);
        await memberRegistry.connect(townAmbassador).confirmSuspension(amina.address, REASON);

        await act.moveWallet("amina", stranger.address);

        const person = await memberRegistry.personOf(stranger.address);
        expect([person.left, person.suspended]).to.deep.equal([true, true]);
        expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
        await memberRegistry.connect(countryAmbassador).reinstate(stranger.address);
        expect((await memberRegistry.personOf(stranger.address)).suspended).to.equal(false);
      });
    });
  });

  describe("close", () => {
    describe("given a member who died", () => {
      it("closes the record; the number is the heir's to claim with, and away for good", async () => {
        const { memberRegistry, act, amina, stranger, town, week } = await networkHelpers.loadFixture(asSuccession);
        const { joinedIn } = await memberRegistry.memberAt(town, 4);

        await expect(act.close("amina", stranger.address))
          .to.emit(memberRegistry, "RecordClosed")
          .withArgs(amina.address, stranger.address)
          .and.to.emit(memberRegistry, "MemberAway")
          .withArgs(town, 4, week);

        expect((await memberRegistry.personOf(amina.address)).slice(0, 6)).to.deep.equal(EMPTY);
        expect((await memberRegistry.personOf(stranger.address)).slice(0, 6)).to.deep.equal(EMPTY);
        expect(await memberRegistry.memberAt(town, 4)).to.deep.equal([stranger.address, joinedIn]);
        expect(await memberRegistry.successorOf(amina.address)).to.equal(stranger.address);
        expect(await memberRegistry.tierOf(stranger.address, town)).to.equal(0);
        expect(await memberRegistry.tierOf(amina.address, town)).to.equal(0);
        expect(await memberRegistry.wasAway(town, 4, week)).to.equal(false);
        expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
      });

      it("keeps the person id in use", async () => {
        const { memberRegistry, act, amina, stranger, payer, attest } = await networkHelpers.loadFixture(asSuccession);
        await act.close("amina", stranger.address);

        expect(await memberRegistry.walletOf(COUNTRY, idOf("amina"))).to.equal(amina.address);
        await expectSkipped(
          memberRegistry,
          attest(payer.address),
          "MemberRegistryPersonKnown",
          idOf("amina"),
          amina.address,
        );
        await expectSkipped(memberRegistry, attest(amina.address), "MemberRegistrySuperseded", amina.address);
      });
    });

    describe("given a person who moved house", () => {
      it("gives the heir the numbers of both towns to claim with", async () => {
        const { memberRegistry, act, stranger, town, hillside, week, aminaMovesHouse } =
          await networkHelpers.loadFixture(asSuccession);
        await aminaMovesHouse();

        await act.close("amina", stranger.address);

        for (const [home, number] of [
          [town, 4],
          [hillside, 5],
        ] as const) {
          expect((await memberRegistry.memberAt(home, number)).wallet).to.equal(stranger.address);
          expect(await memberRegistry.wasAway(home, number, week + 1)).to.equal(true);
        }
      });
    });

    describe("given a person without a number", () => {
      it("closes the record", async () => {
        const { memberRegistry, act, carla, stranger } = await networkHelpers.loadFixture(asSuccession);

        await expect(act.close("carla", stranger.address)).to.not.emit(memberRegistry, "MemberAway");

        expect(await memberRegistry.successorOf(carla.address)).to.equal(stranger.address);
      });
    });

    describe("given an heir who is a member of the town", () => {
      it("leaves them their own record and number", async () => {
        const { memberRegistry, act, ben, residentUntil, town } = await networkHelpers.loadFixture(asSuccession);

        await act.close("amina", ben.address);

        const record = [town, COUNTRY, residentUntil, 5, false, false];
        expect((await memberRegistry.personOf(ben.address)).slice(0, 6)).to.deep.equal(record);
        expect((await memberRegistry.walletsAt(town, [4, 5])).wallets).to.deep.equal([ben.address, ben.address]);
      });

      it("takes what they inherited along to a new wallet of theirs", async () => {
        const { memberRegistry, act, ben, stranger, payer, town } = await networkHelpers.loadFixture(asSuccession);
        await act.close("amina", ben.address);

        await act.moveWallet("ben", stranger.address);
        expect((await memberRegistry.walletsAt(town, [4, 5])).wallets).to.deep.equal([
          stranger.address,
          stranger.address,
        ]);
        await act.moveWallet("ben", payer.address);
        expect((await memberRegistry.walletsAt(town, [4, 5])).wallets).to.deep.equal([payer.address, payer.address]);
      });

      it("hands on what they inherited to their own heir", async () => {
        const { memberRegistry, act, ben, stranger, town } = await networkHelpers.loadFixture(asSuccession);
        await act.close("amina", ben.address);

        await act.close("ben", stranger.address);

        expect((await memberRegistry.walletsAt(town, [4, 5])).wallets).to.deep.equal([
          stranger.address,
          stranger.address,
        ]);
      });
    });

    describe("given an heir who lives elsewhere and moves into the town later", () => {
      it("gives them a number of their own, not the inherited one", async () => {
        const { memberRegistry, act, countryAmbassador, dina, stranger, town, week, goTo, attest } =
          await networkHelpers.loadFixture(asSuccession);
        await act.close("amina", dina.address);

        await memberRegistry.connect(dina).moveHouse(town, COUNTRY);
        await attest(dina.address, "dina");
        expect((await memberRegistry.personOf(dina.address)).number).to.equal(6);

        await act.moveWallet("dina", stranger.address);
        expect((await memberRegistry.walletsAt(town, [4, 6])).wallets).to.deep.equal([
          stranger.address,
          stranger.address,
        ]);
        expect((await memberRegistry.personOf(stranger.address)).number).to.equal(6);

        await goTo(week + 8);
        await memberRegistry.connect(stranger).moveHouse(0, COUNTRY);
        const outsider = { wallet: stranger.address, country: COUNTRY, personId: idOf("dina") };
        await memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, [outsider]);
        await goTo(week + 16);
        await memberRegistry.connect(stranger).moveHouse(town, COUNTRY);
        await attest(stranger.address, "dina");
        expect((await memberRegistry.personOf(stranger.address)).number).to.equal(6);
      });
    });
  });

  describe("ownWalletOf", () => {
    describe("given wallets that were replaced, the last of them by an heir's", () => {
      it("answers with the last that was the person's own", async () => {
        const { memberRegistry, act, amina, ben, payer, stranger } = await networkHelpers.loadFixture(asSuccession);
        await act.moveWallet("amina", stranger.address);
        await act.moveWallet("amina", payer.address);
        expect(await memberRegistry.ownWalletOf(amina.address)).to.equal(payer.address);

        await act.close("amina", ben.address);

        for (const { address } of [amina, stranger, payer]) {
          expect(await memberRegistry.ownWalletOf(address)).to.equal(payer.address);
        }
        expect(await memberRegistry.ownWalletOf(ben.address)).to.equal(ben.address);
        expect(await memberRegistry.walletOf(COUNTRY, idOf("amina"))).to.equal(payer.address);
      });
    });
  });

  describe("followerOf", () => {
    describe("given a superseded wallet at which a contract is deployed later", () => {
      it("answers nobody, unless the contract has itself named a nominee", async () => {
        const { memberRegistry, succession, act, amina, ben, stranger } =
          await networkHelpers.loadFixture(asSuccession);
        await act.moveWallet("amina", stranger.address);
        expect(await memberRegistry.followerOf(amina.address)).to.equal(stranger.address);

        await networkHelpers.setCode(amina.address, "0x6001");
        expect(await memberRegistry.followerOf(amina.address)).to.equal(ZeroAddress);
        await succession.connect(amina).setNominee(ben.address);
        expect(await memberRegistry.followerOf(amina.address)).to.equal(stranger.address);
      });
    });
  });

  describe("presentWalletOf", () => {
    describe("given a wallet without a successor", () => {
      it("answers with that wallet, for which others claim", async () => {
        const { memberRegistry, amina, stranger } = await networkHelpers.loadFixture(asSuccession);

        for (const wallet of [amina.address, stranger.address, ZeroAddress]) {
          expect(await memberRegistry.presentWalletOf(wallet)).to.deep.equal([wallet, false]);
        }
      });
    });

    describe("given wallets that were replaced, the last of them by an heir's", () => {
      it("answers for each of them with the last of their line", async () => {
        const { memberRegistry, act, amina, ben, payer, stranger } = await networkHelpers.loadFixture(asSuccession);
        await act.moveWallet("amina", stranger.address);
        expect(await memberRegistry.presentWalletOf(amina.address)).to.deep.equal([stranger.address, false]);

        await act.moveWallet("amina", payer.address);
        await act.close("amina", ben.address);

        for (const { address } of [amina, stranger, payer, ben]) {
          expect(await memberRegistry.presentWalletOf(address)).to.deep.equal([ben.address, false]);
        }
      });
    });

    describe("given the last of a line whose own succession is open", () => {
      it("says of each of the line that what others claim waits, until it ends", async () => {
        const { memberRegistry, succession, act, registrar, amina, ben, stranger, payer } =
          await networkHelpers.loadFixture(asSuccession);
        await act.moveWallet("amina", stranger.address);
        const { id } = await proposeMove(succession, registrar, stranger.address, payer);

        for (const { address } of [amina, stranger]) {
          expect(await memberRegistry.presentWalletOf(address)).to.deep.equal([stranger.address, true]);
        }
        for (const { address } of [ben, payer]) {
          expect(await memberRegistry.presentWalletOf(address)).to.deep.equal([address, false]);
        }

        await succession.connect(registrar).refuse(stranger.address, id);
        expect(await memberRegistry.presentWalletOf(amina.address)).to.deep.equal([stranger.address, false]);
      });
    });
  });
});

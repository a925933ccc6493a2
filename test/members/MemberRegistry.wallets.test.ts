import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import { asSuccession } from "../fixture/asSuccession.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { REASON } from "../fixture/suspension.ts";
import { COUNTRY, ELSEWHERE } from "../fixture/willowmere.ts";

const EMPTY = [0, 0, 0, 0, false, false];

describe("MemberRegistry", () => {
  for (const method of ["moveWallet", "close"] as const) {
    describe(method, () => {
      describe("given anybody but the Succession", () => {
        it("reverts with MemberRegistryNotSuccession", async () => {
          const { memberRegistry, stranger } = await networkHelpers.loadFixture(asSuccession);

          for (const caller of await everybodyBut()) {
            await expect(memberRegistry.connect(caller)[method](idOf("amina"), stranger.address))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotSuccession")
              .withArgs(caller.address);
          }
        });
      });

      describe("given a person id that nobody has, or no wallet to follow", () => {
        it("reverts with MemberRegistryMissing", async () => {
          const { memberRegistry, registry, stranger } = await networkHelpers.loadFixture(asSuccession);

          for (const [personId, wallet] of [
            [idOf("nobody"), stranger.address],
            [ZeroHash, stranger.address],
            [idOf("amina"), ZeroAddress],
          ] as const) {
            await expect(registry[method](personId, wallet))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryMissing")
              .withArgs(wallet, personId);
          }
        });
      });

      describe("given the same wallet", () => {
        it("reverts with MemberRegistryWalletTaken", async () => {
          const { memberRegistry, registry, amina } = await networkHelpers.loadFixture(asSuccession);

          await expect(registry[method](idOf("amina"), amina.address))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryWalletTaken")
            .withArgs(amina.address);
        });
      });

      describe("given a superseded wallet to follow", () => {
        it("reverts with MemberRegistrySuperseded", async () => {
          const { memberRegistry, registry, amina, stranger } = await networkHelpers.loadFixture(asSuccession);
          await registry.moveWallet(idOf("amina"), stranger.address);

          await expect(registry[method](idOf("ben"), amina.address))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuperseded")
            .withArgs(amina.address);
        });
      });

      describe("given a person who died", () => {
        it("reverts with MemberRegistrySuperseded", async () => {
          const { memberRegistry, registry, amina, stranger, payer } = await networkHelpers.loadFixture(asSuccession);
          await registry.close(idOf("amina"), stranger.address);

          await expect(registry[method](idOf("amina"), payer.address))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuperseded")
            .withArgs(amina.address);
        });
      });

      describe("given a wallet that holds a key, and other roles of the town", () => {
        it("takes all of them", async () => {
          const { authority, registry, townAmbassador, coordinator, stranger, town } =
            await networkHelpers.loadFixture(asSuccession);
          for (const role of [roleIds.steward(town), roleIds.projectManager(town)]) {
            await authority.connect(townAmbassador).grantRole(role, coordinator.address);
          }

          await registry[method](idOf("coordinator"), stranger.address);

          for (const kind of ["coordinator", "steward", "projectManager"] as const) {
            expect(await authority.acts(roleIds[kind](town), coordinator.address)).to.equal(false);
            expect(await authority.acts(roleIds[kind](town), stranger.address)).to.equal(false);
          }
          expect(await authority.holdsKey(coordinator.address)).to.equal(false);
        });
      });

      describe("given a Country Ambassador who is a person of a town", () => {
        it("takes that key", async () => {
          const { authority, registry, countryAmbassador, stranger, attest } =
            await networkHelpers.loadFixture(asSuccession);
          await attest(countryAmbassador.address, "countryAmbassador");

          await registry[method](idOf("countryAmbassador"), stranger.address);

          expect(await authority.holdsKey(countryAmbassador.address)).to.equal(false);
        });
      });

      describe("given an announced move of house", () => {
        it("forgets it", async () => {
          const { memberRegistry, registry, quinn, amina, stranger, residentUntil, town, hillside } =
            await networkHelpers.loadFixture(asSuccession);
          await memberRegistry.connect(amina).moveHouse(hillside);
          await registry[method](idOf("amina"), stranger.address);
          const statement = { wallet: stranger.address, residentUntil, joins: false, personId: idOf("amina") };
          const attestation = memberRegistry.connect(quinn).attest(hillside, [statement]);

          if (method === "moveWallet") {
            await expect(attestation)
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
              .withArgs(stranger.address, town);
          } else {
            await expect(attestation)
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryPersonKnown")
              .withArgs(idOf("amina"), amina.address);
          }
        });
      });
    });
  }

  describe("moveWallet", () => {
    describe("given a member", () => {
      it("ties record and number to the new wallet, and the old one to nobody", async () => {
        const { memberRegistry, registry, amina, stranger, residentUntil, town, week } =
          await networkHelpers.loadFixture(asSuccession);
        const { joinedIn } = await memberRegistry.memberAt(town, 4);

        await expect(registry.moveWallet(idOf("amina"), stranger.address))
          .to.emit(memberRegistry, "WalletMoved")
          .withArgs(idOf("amina"), amina.address, stranger.address);

        const record = [town, COUNTRY, residentUntil, 4, false, false];
        expect(await memberRegistry.personOf(stranger.address)).to.deep.equal(record);
        expect(await memberRegistry.personOf(amina.address)).to.deep.equal(EMPTY);
        expect(await memberRegistry.walletOf(idOf("amina"))).to.equal(stranger.address);
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
        const { memberRegistry, registry, countryAmbassador, amina, payer, stranger, attest } =
          await networkHelpers.loadFixture(asSuccession);
        await registry.moveWallet(idOf("amina"), stranger.address);

        await expect(attest(amina.address, "somebody else"))
          .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuperseded")
          .withArgs(amina.address);
        await expect(attest(amina.address))
          .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryPersonKnown")
          .withArgs(idOf("amina"), stranger.address);
        const outsider = { wallet: amina.address, country: COUNTRY, personId: idOf("somebody else") };
        await expect(memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, [outsider]))
          .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuperseded")
          .withArgs(amina.address);
        await attest(stranger.address);
        await expect(attest(payer.address))
          .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryPersonKnown")
          .withArgs(idOf("amina"), stranger.address);
      });

      it("can happen again and again", async () => {
        const { memberRegistry, registry, amina, payer, stranger, town } =
          await networkHelpers.loadFixture(asSuccession);

        await registry.moveWallet(idOf("amina"), stranger.address);
        await registry.moveWallet(idOf("amina"), payer.address);

        expect(await memberRegistry.successorOf(amina.address)).to.equal(stranger.address);
        expect(await memberRegistry.successorOf(stranger.address)).to.equal(payer.address);
        expect((await memberRegistry.memberAt(town, 4)).wallet).to.equal(payer.address);
        expect(await memberRegistry.isMember(payer.address, town)).to.equal(true);
      });
    });

    describe("given a new wallet with a record", () => {
      it("reverts with MemberRegistryWalletTaken", async () => {
        const { memberRegistry, registry, ben, dina } = await networkHelpers.loadFixture(asSuccession);

        for (const { address } of [ben, dina]) {
          await expect(registry.moveWallet(idOf("amina"), address))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryWalletTaken")
            .withArgs(address);
        }
      });
    });

    describe("given a person who moved house", () => {
      it("ties the numbers of both towns to the new wallet", async () => {
        const { memberRegistry, registry, quinn, stranger, residentUntil, town, hillside, aminaMovesHouse, attest } =
          await networkHelpers.loadFixture(asSuccession);
        await aminaMovesHouse();

        await registry.moveWallet(idOf("amina"), stranger.address);

        expect((await memberRegistry.memberAt(town, 4)).wallet).to.equal(stranger.address);
        expect((await memberRegistry.memberAt(hillside, 5)).wallet).to.equal(stranger.address);
        const record = [hillside, ELSEWHERE, residentUntil, 5, false, false];
        expect(await memberRegistry.personOf(stranger.address)).to.deep.equal(record);

        await memberRegistry.connect(stranger).moveHouse(town);
        await attest(stranger.address);
        expect((await memberRegistry.personOf(stranger.address)).number).to.equal(4);
        await memberRegistry.connect(stranger).moveHouse(hillside);
        const back = { wallet: stranger.address, residentUntil, joins: true, personId: idOf("amina") };
        await memberRegistry.connect(quinn).attest(hillside, [back]);
        expect((await memberRegistry.personOf(stranger.address)).number).to.equal(5);
      });
    });

    describe("given a person without a number", () => {
      it("ties the record to the new wallet, of residents and outsiders alike", async () => {
        const { memberRegistry, registry, stranger, payer, residentUntil, town } =
          await networkHelpers.loadFixture(asSuccession);

        await registry.moveWallet(idOf("carla"), stranger.address);
        await registry.moveWallet(idOf("emil"), payer.address);

        const carla = [town, COUNTRY, residentUntil, 0, false, false];
        expect(await memberRegistry.personOf(stranger.address)).to.deep.equal(carla);
        expect(await memberRegistry.personOf(payer.address)).to.deep.equal([0, ELSEWHERE, 0, 0, false, false]);
        expect((await memberRegistry.memberAt(town, 0)).wallet).to.equal(ZeroAddress);
      });
    });

    describe("given a suspended person who had left", () => {
      it("keeps both", async () => {
        const { memberRegistry, registry, registrar, townAmbassador, countryAmbassador, amina, stranger, town, week } =
          await networkHelpers.loadFixture(asSuccession);
        await memberRegistry.connect(amina).leave();
        await memberRegistry.connect(registrar).proposeSuspension(amina.address, REASON);
        await memberRegistry.connect(townAmbassador).confirmSuspension(amina.address, REASON);

        await registry.moveWallet(idOf("amina"), stranger.address);

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
        const { memberRegistry, registry, amina, stranger, town, week } =
          await networkHelpers.loadFixture(asSuccession);
        const { joinedIn } = await memberRegistry.memberAt(town, 4);

        await expect(registry.close(idOf("amina"), stranger.address))
          .to.emit(memberRegistry, "RecordClosed")
          .withArgs(idOf("amina"), amina.address, stranger.address)
          .and.to.emit(memberRegistry, "MemberAway")
          .withArgs(town, 4, week);

        expect(await memberRegistry.personOf(amina.address)).to.deep.equal(EMPTY);
        expect(await memberRegistry.personOf(stranger.address)).to.deep.equal(EMPTY);
        expect(await memberRegistry.memberAt(town, 4)).to.deep.equal([stranger.address, joinedIn]);
        expect(await memberRegistry.successorOf(amina.address)).to.equal(stranger.address);
        expect(await memberRegistry.tierOf(stranger.address, town)).to.equal(0);
        expect(await memberRegistry.tierOf(amina.address, town)).to.equal(0);
        expect(await memberRegistry.wasAway(town, 4, week)).to.equal(false);
        expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
      });

      it("keeps the person id in use", async () => {
        const { memberRegistry, registry, amina, stranger, payer, attest } =
          await networkHelpers.loadFixture(asSuccession);
        await registry.close(idOf("amina"), stranger.address);

        expect(await memberRegistry.walletOf(idOf("amina"))).to.equal(amina.address);
        await expect(attest(payer.address))
          .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryPersonKnown")
          .withArgs(idOf("amina"), amina.address);
        await expect(attest(amina.address))
          .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuperseded")
          .withArgs(amina.address);
      });
    });

    describe("given a person who moved house", () => {
      it("gives the heir the numbers of both towns to claim with", async () => {
        const { memberRegistry, registry, stranger, town, hillside, week, aminaMovesHouse } =
          await networkHelpers.loadFixture(asSuccession);
        await aminaMovesHouse();

        await registry.close(idOf("amina"), stranger.address);

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
        const { memberRegistry, registry, carla, stranger } = await networkHelpers.loadFixture(asSuccession);

        await expect(registry.close(idOf("carla"), stranger.address)).to.not.emit(memberRegistry, "MemberAway");

        expect(await memberRegistry.successorOf(carla.address)).to.equal(stranger.address);
      });
    });

    describe("given an heir who is a member of the town", () => {
      it("leaves them their own record and number", async () => {
        const { memberRegistry, registry, ben, residentUntil, town } = await networkHelpers.loadFixture(asSuccession);

        await registry.close(idOf("amina"), ben.address);

        const record = [town, COUNTRY, residentUntil, 5, false, false];
        expect(await memberRegistry.personOf(ben.address)).to.deep.equal(record);
        expect((await memberRegistry.walletsAt(town, [4, 5])).wallets).to.deep.equal([ben.address, ben.address]);
      });

      it("takes what they inherited along to a new wallet of theirs", async () => {
        const { memberRegistry, registry, ben, stranger, payer, town } = await networkHelpers.loadFixture(asSuccession);
        await registry.close(idOf("amina"), ben.address);

        await registry.moveWallet(idOf("ben"), stranger.address);
        expect((await memberRegistry.walletsAt(town, [4, 5])).wallets).to.deep.equal([
          stranger.address,
          stranger.address,
        ]);
        await registry.moveWallet(idOf("ben"), payer.address);
        expect((await memberRegistry.walletsAt(town, [4, 5])).wallets).to.deep.equal([payer.address, payer.address]);
      });

      it("hands on what they inherited to their own heir", async () => {
        const { memberRegistry, registry, ben, stranger, town } = await networkHelpers.loadFixture(asSuccession);
        await registry.close(idOf("amina"), ben.address);

        await registry.close(idOf("ben"), stranger.address);

        expect((await memberRegistry.walletsAt(town, [4, 5])).wallets).to.deep.equal([
          stranger.address,
          stranger.address,
        ]);
      });
    });

    describe("given an heir who lives elsewhere and moves into the town later", () => {
      it("gives them a number of their own, not the inherited one", async () => {
        const { memberRegistry, registry, countryAmbassador, dina, stranger, town, attest } =
          await networkHelpers.loadFixture(asSuccession);
        await registry.close(idOf("amina"), dina.address);

        await memberRegistry.connect(dina).moveHouse(town);
        await attest(dina.address, "dina");
        expect((await memberRegistry.personOf(dina.address)).number).to.equal(6);

        await registry.moveWallet(idOf("dina"), stranger.address);
        expect((await memberRegistry.walletsAt(town, [4, 6])).wallets).to.deep.equal([
          stranger.address,
          stranger.address,
        ]);
        expect((await memberRegistry.personOf(stranger.address)).number).to.equal(6);

        await memberRegistry.connect(stranger).moveHouse(0);
        const outsider = { wallet: stranger.address, country: COUNTRY, personId: idOf("dina") };
        await memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, [outsider]);
        await memberRegistry.connect(stranger).moveHouse(town);
        await attest(stranger.address, "dina");
        expect((await memberRegistry.personOf(stranger.address)).number).to.equal(6);
      });
    });
  });

  describe("presentWalletOf", () => {
    describe("given a wallet without a successor", () => {
      it("answers with that wallet", async () => {
        const { memberRegistry, amina, stranger } = await networkHelpers.loadFixture(asSuccession);

        for (const wallet of [amina.address, stranger.address, ZeroAddress]) {
          expect(await memberRegistry.presentWalletOf(wallet)).to.equal(wallet);
        }
      });
    });

    describe("given wallets that were replaced, the last of them by an heir's", () => {
      it("answers for each of them with the last of their line", async () => {
        const { memberRegistry, registry, amina, ben, payer, stranger } =
          await networkHelpers.loadFixture(asSuccession);
        await registry.moveWallet(idOf("amina"), stranger.address);
        expect(await memberRegistry.presentWalletOf(amina.address)).to.equal(stranger.address);

        await registry.moveWallet(idOf("amina"), payer.address);
        await registry.close(idOf("amina"), ben.address);

        for (const { address } of [amina, stranger, payer, ben]) {
          expect(await memberRegistry.presentWalletOf(address)).to.equal(ben.address);
        }
      });
    });
  });
});

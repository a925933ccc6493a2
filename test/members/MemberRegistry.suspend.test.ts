import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { networkHelpers, setNextTime } from "../fixture/connection.ts";
import { expectSkipped } from "../fixture/expectSkipped.ts";
import { giveKey } from "../fixture/keys.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { officers, proposed, REASON, suspended } from "../fixture/suspension.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

describe("MemberRegistry", () => {
  describe("proposeSuspension", () => {
    describe("given a registrar of an active town", () => {
      describe("when they propose it for a person of the town", () => {
        it("says so, and changes nothing yet", async () => {
          const { memberRegistry, asRegistrar, amina, registrar, town } = await networkHelpers.loadFixture(officers);
          const now = (await networkHelpers.time.latest()) + 100;
          await setNextTime(now);

          await expect(asRegistrar.proposeSuspension(amina.address, REASON))
            .to.emit(memberRegistry, "SuspensionProposed")
            .withArgs(town, amina.address, REASON, registrar.address);

          expect(recordOf(await memberRegistry.suspensionOf(amina.address))).to.deep.equal({
            proposer: registrar.address,
            proposedAt: BigInt(now),
            reason: REASON,
          });
          expect(await memberRegistry.suspensionsProposedIn(town)).to.deep.equal([amina.address]);
          expect((await memberRegistry.personOf(amina.address)).suspended).to.equal(false);
          expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);
        });
      });

      describe("when there is no reason", () => {
        it("reverts with MemberRegistryNoReason", async () => {
          const { memberRegistry, asRegistrar, amina } = await networkHelpers.loadFixture(officers);

          await expect(asRegistrar.proposeSuspension(amina.address, ZeroHash)).to.be.revertedWithCustomError(
            memberRegistry,
            "MemberRegistryNoReason",
          );
        });
      });

      describe("when the person is suspended already", () => {
        it("reverts with MemberRegistrySuspended", async () => {
          const { memberRegistry, asRegistrar, amina } = await networkHelpers.loadFixture(suspended);

          await expect(asRegistrar.proposeSuspension(amina.address, REASON))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspended")
            .withArgs(amina.address);
        });
      });

      describe("when the person lives in another town, or in none", () => {
        it("reverts with MemberRegistryNotRegistrar", async () => {
          const { memberRegistry, asRegistrar, registrar, sam, dina, stranger, hillside } =
            await networkHelpers.loadFixture(officers);

          for (const [person, town] of [
            [sam, hillside],
            [dina, 0],
            [stranger, 0],
          ] as const) {
            await expect(asRegistrar.proposeSuspension(person.address, REASON))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotRegistrar")
              .withArgs(town, registrar.address);
          }
        });
      });
    });

    describe("given anybody else", () => {
      it("reverts with MemberRegistryNotRegistrar", async () => {
        const { memberRegistry, otto, petra, quinn, rosa, amina, town } = await networkHelpers.loadFixture(officers);

        for (const caller of [...(await everybodyBut("registrar")), otto, petra, quinn, rosa]) {
          await expect(memberRegistry.connect(caller).proposeSuspension(amina.address, REASON))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotRegistrar")
            .withArgs(town, caller.address);
        }
      });
    });

    describe("given a dormant town", () => {
      it("reverts with TownRegistryDormant", async () => {
        const { townRegistry, asRegistrar, headOffice, amina, town } = await networkHelpers.loadFixture(officers);
        await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

        await expect(asRegistrar.proposeSuspension(amina.address, REASON))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
          .withArgs(town);
      });
    });
  });

  describe("confirmSuspension", () => {
    describe("given a proposed suspension", () => {
      describe("when the Town Ambassador confirms it", () => {
        it("makes the person nobody to the town until it is reversed", async () => {
          const { memberRegistry, asTown, amina, registrar, townAmbassador, residentUntil, town, week } =
            await networkHelpers.loadFixture(proposed);
          const before = await memberRegistry.memberAt(town, 4);

          await expect(asTown.confirmSuspension(amina.address, REASON))
            .to.emit(memberRegistry, "PersonSuspended")
            .withArgs(town, amina.address, REASON, registrar.address, townAmbassador.address)
            .and.to.emit(memberRegistry, "MemberAway")
            .withArgs(town, 4, week);

          const record = [town, COUNTRY, residentUntil, 4, false, true];
          expect((await memberRegistry.personOf(amina.address)).slice(0, 6)).to.deep.equal(record);
          expect(await memberRegistry.isMember(amina.address, town)).to.equal(false);
          expect(await memberRegistry.isResident(amina.address, town)).to.equal(false);
          expect(await memberRegistry.tierOf(amina.address, town)).to.equal(0);
          expect(await memberRegistry.memberAt(town, 4)).to.deep.equal(before);
          expect(await memberRegistry.wasAway(town, 4, week)).to.equal(false);
          expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
          expect(await memberRegistry.suspensionsProposedIn(town)).to.deep.equal([]);
          expect((await memberRegistry.suspensionOf(amina.address)).proposedAt).to.equal(0);
        });
      });

      describe("when the reason is another", () => {
        it("reverts with MemberRegistrySuspensionNotProposed", async () => {
          const { memberRegistry, asTown, amina } = await networkHelpers.loadFixture(proposed);

          for (const other of [id("another reason"), ZeroHash]) {
            await expect(asTown.confirmSuspension(amina.address, other))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspensionNotProposed")
              .withArgs(amina.address, other);
          }
        });
      });

      describe("when it was proposed for somebody else", () => {
        it("reverts with MemberRegistrySuspensionNotProposed, also without a reason", async () => {
          const { memberRegistry, asTown, ben } = await networkHelpers.loadFixture(proposed);

          for (const reason of [REASON, ZeroHash]) {
            await expect(asTown.confirmSuspension(ben.address, reason))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspensionNotProposed")
              .withArgs(ben.address, reason);
          }
        });
      });

      describe("when a later proposal replaced it", () => {
        it("takes only the later reason", async () => {
          const { memberRegistry, asRegistrar, asTown, amina } = await networkHelpers.loadFixture(proposed);
          const later = id("a later reason");
          await asRegistrar.proposeSuspension(amina.address, later);

          await expect(asTown.confirmSuspension(amina.address, REASON))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspensionNotProposed")
            .withArgs(amina.address, REASON);
          await asTown.confirmSuspension(amina.address, later);

          expect((await memberRegistry.personOf(amina.address)).suspended).to.equal(true);
        });
      });

      describe("when the registrar who proposed it is not in office any more", () => {
        it("reverts with MemberRegistrySuspensionNotProposed", async () => {
          const { authority, memberRegistry, asTown, amina, registrar, townAmbassador, town } =
            await networkHelpers.loadFixture(proposed);
          await authority.connect(townAmbassador).revokeRole(roleIds.registrar(town), registrar.address);

          await expect(asTown.confirmSuspension(amina.address, REASON))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspensionNotProposed")
            .withArgs(amina.address, REASON);
          expect(await memberRegistry.suspensionsProposedIn(town)).to.deep.equal([]);
        });
      });

      describe("when the registrar who proposed it lost the key, and got it again", () => {
        it("reverts with MemberRegistrySuspensionNotProposed: what they proposed ended with their office", async () => {
          const before = await networkHelpers.loadFixture(proposed);
          const { authority, memberRegistry, asTown, amina, registrar, townAmbassador, town } = before;
          await authority.connect(townAmbassador).revokeRole(roleIds.registrar(town), registrar.address);
          await giveKey(before, roleIds.registrar(town), registrar);

          await expect(asTown.confirmSuspension(amina.address, REASON))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspensionNotProposed")
            .withArgs(amina.address, REASON);
          expect(await memberRegistry.suspensionsProposedIn(town)).to.deep.equal([]);

          await before.asRegistrar.proposeSuspension(amina.address, REASON);
          await expect(asTown.confirmSuspension(amina.address, REASON)).to.emit(memberRegistry, "PersonSuspended");
        });
      });

      describe("when thirty days have passed", () => {
        it("reverts with MemberRegistrySuspensionNotProposed from that second on", async () => {
          const { memberRegistry, asTown, amina, town } = await networkHelpers.loadFixture(proposed);
          const { proposedAt } = await memberRegistry.suspensionOf(amina.address);
          const ends = Number(proposedAt) + 30 * DAY;
          const snapshot = await networkHelpers.takeSnapshot();

          await networkHelpers.time.increaseTo(ends);
          await expect(asTown.confirmSuspension(amina.address, REASON))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspensionNotProposed")
            .withArgs(amina.address, REASON);
          expect(await memberRegistry.suspensionsProposedIn(town)).to.deep.equal([]);

          await snapshot.restore();
          await networkHelpers.time.setNextBlockTimestamp(ends - 1);
          await asTown.confirmSuspension(amina.address, REASON);
        });
      });

      describe("when its registrar has taken it back", () => {
        it("reverts with MemberRegistrySuspensionNotProposed", async () => {
          const { memberRegistry, asRegistrar, asTown, amina, registrar, town } =
            await networkHelpers.loadFixture(proposed);
          expect(await memberRegistry.suspensionsProposedIn(town)).to.deep.equal([amina.address]);

          await expect(asRegistrar.takeBackSuspension(amina.address))
            .to.emit(memberRegistry, "SuspensionTakenBack")
            .withArgs(amina.address, REASON, registrar.address);

          expect(await memberRegistry.suspensionsProposedIn(town)).to.deep.equal([]);
          await expect(asTown.confirmSuspension(amina.address, REASON))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspensionNotProposed")
            .withArgs(amina.address, REASON);
        });

        it("reverts with MemberRegistryNotYourSuspension for anybody else", async () => {
          const { memberRegistry, quinn, amina } = await networkHelpers.loadFixture(proposed);

          for (const caller of [...(await everybodyBut("registrar")), quinn]) {
            await expect(memberRegistry.connect(caller).takeBackSuspension(amina.address))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotYourSuspension")
              .withArgs(amina.address, caller.address);
          }
        });
      });

      describe("when anybody but the Town Ambassador confirms it", () => {
        it("reverts with TownRegistryNotTownAmbassador", async () => {
          const { townRegistry, memberRegistry, otto, petra, quinn, amina, town } =
            await networkHelpers.loadFixture(proposed);

          for (const caller of [...(await everybodyBut("townAmbassador")), otto, petra, quinn]) {
            await expect(memberRegistry.connect(caller).confirmSuspension(amina.address, REASON))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
              .withArgs(town, caller.address);
          }
        });
      });

      describe("when the town is dormant", () => {
        it("reverts with TownRegistryDormant", async () => {
          const { townRegistry, asTown, headOffice, amina, town } = await networkHelpers.loadFixture(proposed);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await expect(asTown.confirmSuspension(amina.address, REASON))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
            .withArgs(town);
        });
      });

      describe("when it was confirmed, and reversed", () => {
        it("cannot be confirmed again", async () => {
          const { memberRegistry, asTown, asCountry, amina } = await networkHelpers.loadFixture(suspended);
          await asCountry.reinstate(amina.address);

          await expect(asTown.confirmSuspension(amina.address, REASON))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspensionNotProposed")
            .withArgs(amina.address, REASON);
        });
      });

      describe("when the person has left before", () => {
        it("leaves them away since then", async () => {
          const { memberRegistry, asTown, amina, town, week, goTo } = await networkHelpers.loadFixture(proposed);
          await memberRegistry.connect(amina).resign();
          await goTo(week + 2);

          await expect(asTown.confirmSuspension(amina.address, REASON)).to.not.emit(memberRegistry, "MemberAway");

          const person = await memberRegistry.personOf(amina.address);
          expect([person.left, person.suspended]).to.deep.equal([true, true]);
          expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
        });
      });
    });

    describe("given a person without a number", () => {
      it("suspends them; no number is away", async () => {
        const { memberRegistry, asRegistrar, asTown, carla, town } = await networkHelpers.loadFixture(officers);
        await asRegistrar.proposeSuspension(carla.address, REASON);

        await expect(asTown.confirmSuspension(carla.address, REASON)).to.not.emit(memberRegistry, "MemberAway");

        expect(await memberRegistry.isResident(carla.address, town)).to.equal(false);
      });
    });

    describe("given a person with roles of the town", () => {
      it("takes them", async () => {
        const { authority, asRegistrar, asTown, townAmbassador, coordinator, town } =
          await networkHelpers.loadFixture(officers);
        await authority.connect(townAmbassador).grantRole(roleIds.steward(town), coordinator.address);
        await asRegistrar.proposeSuspension(coordinator.address, REASON);

        await asTown.confirmSuspension(coordinator.address, REASON);

        expect(await authority.acts(roleIds.coordinator(town), coordinator.address)).to.equal(false);
        expect(await authority.acts(roleIds.steward(town), coordinator.address)).to.equal(false);
        expect(await authority.holdsKey(coordinator.address)).to.equal(false);
      });
    });

    describe("given a person of no town", () => {
      it("reverts with TownRegistryNoSuchTown", async () => {
        const { townRegistry, asTown, dina } = await networkHelpers.loadFixture(officers);

        await expect(asTown.confirmSuspension(dina.address, REASON))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
          .withArgs(0);
      });
    });
  });

  describe("given a suspended person", () => {
    describe("when a registrar attests them", () => {
      it("skips it with MemberRegistrySuspended", async () => {
        const { memberRegistry, asRegistrar, amina, residentUntil, town } = await networkHelpers.loadFixture(suspended);
        const statement = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") };

        await expectSkipped(
          memberRegistry,
          asRegistrar.attest(town, [statement]),
          "MemberRegistrySuspended",
          amina.address,
        );
      });
    });

    describe("when they leave", () => {
      it("reverts with MemberRegistryNotMember", async () => {
        const { memberRegistry, amina } = await networkHelpers.loadFixture(suspended);

        await expect(memberRegistry.connect(amina).resign())
          .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotMember")
          .withArgs(amina.address);
      });
    });

    describe("when they propose a project", () => {
      it("reverts with ProjectRegistryNotMember", async () => {
        const { projectRegistry, amina, town } = await networkHelpers.loadFixture(suspended);
        const metadata = { hash: REASON, uri: "ipfs://garden" };

        await expect(projectRegistry.connect(amina).propose(town, 1, metadata))
          .to.be.revertedWithCustomError(projectRegistry, "ProjectRegistryNotMember")
          .withArgs(town, amina.address);
      });
    });

    describe("when they are to get a role of the town", () => {
      it("reverts with AuthorityNotResident", async () => {
        const { authority, townAmbassador, amina, town } = await networkHelpers.loadFixture(suspended);

        await expect(authority.connect(townAmbassador).grantRole(roleIds.steward(town), amina.address))
          .to.be.revertedWithCustomError(authority, "AuthorityNotResident")
          .withArgs(amina.address, town);
      });
    });
  });

  describe("reinstate", () => {
    describe("given a suspended member", () => {
      describe("when the Country Ambassador reverses it", () => {
        it("makes them a member again, to whom no week was refused", async () => {
          const { memberRegistry, asCountry, amina, countryAmbassador, residentUntil, town, week, goTo } =
            await networkHelpers.loadFixture(suspended);
          await goTo(week + 2);

          await expect(asCountry.reinstate(amina.address))
            .to.emit(memberRegistry, "PersonReinstated")
            .withArgs(town, amina.address, countryAmbassador.address)
            .and.to.emit(memberRegistry, "MemberReturned")
            .withArgs(town, 4, amina.address, week);

          const record = [town, COUNTRY, residentUntil, 4, false, false];
          expect((await memberRegistry.personOf(amina.address)).slice(0, 6)).to.deep.equal(record);
          expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);
          expect(await memberRegistry.tierOf(amina.address, town)).to.equal(1);
          const away = [0, 1, 2].map((later) => memberRegistry.wasAway(town, 4, week + later));
          expect(await Promise.all(away)).to.deep.equal([false, false, false]);
        });
      });

      describe("when it is the first member of the town", () => {
        it("lets them return as any other", async () => {
          const { memberRegistry, asRegistrar, asTown, asCountry, town } = await networkHelpers.loadFixture(officers);
          const { wallet } = await memberRegistry.memberAt(town, 1);
          await asRegistrar.proposeSuspension(wallet, REASON);
          await asTown.confirmSuspension(wallet, REASON);

          await expect(asCountry.reinstate(wallet)).to.emit(memberRegistry, "MemberReturned");
        });
      });

      describe("when anybody else does", () => {
        it("reverts with TownRegistryNotCountryAmbassador", async () => {
          const { townRegistry, memberRegistry, otto, petra, amina, town } =
            await networkHelpers.loadFixture(suspended);

          for (const caller of [...(await everybodyBut("countryAmbassador")), otto, petra]) {
            await expect(memberRegistry.connect(caller).reinstate(amina.address))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
              .withArgs(town, caller.address);
          }
        });
      });

      describe("when the town is dormant", () => {
        it("reverses it all the same", async () => {
          const { townRegistry, memberRegistry, asCountry, headOffice, amina, town } =
            await networkHelpers.loadFixture(suspended);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await asCountry.reinstate(amina.address);

          expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);
        });
      });
    });

    describe("given a suspended person who had left", () => {
      it("leaves their number away", async () => {
        const { memberRegistry, asTown, asCountry, amina, town, week } = await networkHelpers.loadFixture(proposed);
        await memberRegistry.connect(amina).resign();
        await asTown.confirmSuspension(amina.address, REASON);

        await expect(asCountry.reinstate(amina.address)).to.not.emit(memberRegistry, "MemberReturned");

        const person = await memberRegistry.personOf(amina.address);
        expect([person.left, person.suspended]).to.deep.equal([true, false]);
        expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
      });
    });

    describe("given a suspended person without a number", () => {
      it("makes them a resident again; no number comes back", async () => {
        const { memberRegistry, asRegistrar, asTown, asCountry, carla, town } =
          await networkHelpers.loadFixture(officers);
        await asRegistrar.proposeSuspension(carla.address, REASON);
        await asTown.confirmSuspension(carla.address, REASON);

        await expect(asCountry.reinstate(carla.address)).to.not.emit(memberRegistry, "MemberReturned");

        expect(await memberRegistry.isResident(carla.address, town)).to.equal(true);
      });
    });

    describe("given somebody who is not suspended", () => {
      it("reverts with MemberRegistryNotSuspended", async () => {
        const { memberRegistry, asCountry, ben } = await networkHelpers.loadFixture(officers);

        await expect(asCountry.reinstate(ben.address))
          .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotSuspended")
          .withArgs(ben.address);
      });
    });
  });
});

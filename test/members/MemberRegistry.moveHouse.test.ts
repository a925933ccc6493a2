import { expect } from "chai";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { appointNominee } from "../fixture/keys.ts";
import { idOf } from "../fixture/people.ts";
import { REASON, officers, suspended } from "../fixture/suspension.ts";
import { COUNTRY, DAY, ELSEWHERE } from "../fixture/willowmere.ts";

describe("MemberRegistry", () => {
  describe("moveHouse", () => {
    describe("given a person of a town", () => {
      describe("when they announce a move", () => {
        it("says so, and changes nothing yet", async () => {
          const { memberRegistry, amina, town, hillside } = await networkHelpers.loadFixture(officers);

          await expect(memberRegistry.connect(amina).moveHouse(hillside))
            .to.emit(memberRegistry, "MoveAnnounced")
            .withArgs(amina.address, town, hillside);

          expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);
        });
      });

      describe("when there is no such town", () => {
        it("reverts with TownRegistryNoSuchTown", async () => {
          const { townRegistry, memberRegistry, amina } = await networkHelpers.loadFixture(officers);

          await expect(memberRegistry.connect(amina).moveHouse(99))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
            .withArgs(99);
        });
      });

      describe("when they are suspended", () => {
        it("reverts with MemberRegistrySuspended", async () => {
          const { memberRegistry, amina, hillside } = await networkHelpers.loadFixture(suspended);

          await expect(memberRegistry.connect(amina).moveHouse(hillside))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspended")
            .withArgs(amina.address);
        });
      });
    });

    describe("given a person of no registered town", () => {
      it("says so, for a town and for another country", async () => {
        const { memberRegistry, dina, hillside } = await networkHelpers.loadFixture(officers);

        for (const toTown of [hillside, 0]) {
          await expect(memberRegistry.connect(dina).moveHouse(toTown))
            .to.emit(memberRegistry, "MoveAnnounced")
            .withArgs(dina.address, 0, toTown);
        }
      });
    });

    describe("given nobody's wallet", () => {
      it("reverts with MemberRegistryNoHome", async () => {
        const { memberRegistry, stranger, hillside } = await networkHelpers.loadFixture(officers);

        for (const toTown of [hillside, 0]) {
          await expect(memberRegistry.connect(stranger).moveHouse(toTown))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNoHome")
            .withArgs(stranger.address);
        }
      });
    });
  });

  describe("attest", () => {
    /** Amina has announced to move to Hillside, whose registrar may attest her there. */
    async function announced() {
      const before = await networkHelpers.loadFixture(officers);
      const { memberRegistry, registrar, quinn, amina, residentUntil, town, hillside } = before;
      await memberRegistry.connect(amina).moveHouse(hillside);
      const until = residentUntil - DAY;
      const statement = { wallet: amina.address, residentUntil: until, joins: false, personId: idOf("amina") };
      const moveIn = (joins: boolean) => memberRegistry.connect(quinn).attest(hillside, [{ ...statement, joins }]);
      const moveBack = async (joins: boolean) => {
        await memberRegistry.connect(amina).moveHouse(town);
        return memberRegistry.connect(registrar).attest(town, [{ ...statement, joins }]);
      };
      return { ...before, until, statement, moveIn, moveBack };
    }

    describe("given a member who announced a move", () => {
      describe("when the new town's registrar attests them", () => {
        it("makes them a resident there, whose old number stays theirs and away", async () => {
          const { memberRegistry, quinn, amina, town, hillside, until, week, moveIn } =
            await networkHelpers.loadFixture(announced);
          const before = await memberRegistry.memberAt(town, 4);

          await expect(moveIn(false))
            .to.emit(memberRegistry, "HouseMoved")
            .withArgs(amina.address, town, hillside)
            .and.to.emit(memberRegistry, "MemberAway")
            .withArgs(town, 4, week)
            .and.to.emit(memberRegistry, "ResidencyAttested")
            .withArgs(hillside, amina.address, idOf("amina"), until, quinn.address);

          const record = [hillside, ELSEWHERE, until, 0, false, false];
          expect(await memberRegistry.personOf(amina.address)).to.deep.equal(record);
          expect(await memberRegistry.memberAt(town, 4)).to.deep.equal(before);
          expect(await memberRegistry.wasAway(town, 4, week)).to.equal(false);
          expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
          expect(await memberRegistry.isMember(amina.address, town)).to.equal(false);
          expect(await memberRegistry.tierOf(amina.address, hillside)).to.equal(1);
          expect(await memberRegistry.tierOf(amina.address, town)).to.equal(3);
        });
      });

      describe("when they join there too", () => {
        it("gives them a number of the new town", async () => {
          const { memberRegistry, amina, town, hillside, week, moveIn } = await networkHelpers.loadFixture(announced);

          await expect(moveIn(true))
            .to.emit(memberRegistry, "MemberAdmitted")
            .withArgs(hillside, 5, amina.address, week);

          expect((await memberRegistry.personOf(amina.address)).number).to.equal(5);
          expect((await memberRegistry.memberAt(hillside, 5)).wallet).to.equal(amina.address);
          expect((await memberRegistry.memberAt(town, 4)).wallet).to.equal(amina.address);
          expect(await memberRegistry.isMember(amina.address, hillside)).to.equal(true);
        });
      });

      describe("when another town's registrar attests them, or the old one's", () => {
        it("keeps the announcement", async () => {
          const { memberRegistry, asRegistrar, amina, statement, town, hillside, moveIn } =
            await networkHelpers.loadFixture(announced);

          await asRegistrar.attest(town, [{ ...statement, joins: true }]);
          expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);

          await moveIn(false);
          expect(await memberRegistry.isResident(amina.address, hillside)).to.equal(true);
        });
      });

      describe("when they announced another town, or withdrew it", () => {
        it("reverts with MemberRegistryLivesElsewhere", async () => {
          const { memberRegistry, amina, town, moveIn } = await networkHelpers.loadFixture(announced);

          for (const other of [0, town]) {
            await memberRegistry.connect(amina).moveHouse(other);
            await expect(moveIn(false))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
              .withArgs(amina.address, town);
          }
        });
      });

      describe("when they were suspended since", () => {
        it("reverts with MemberRegistrySuspended", async () => {
          const { memberRegistry, asRegistrar, asTown, amina, moveIn } = await networkHelpers.loadFixture(announced);
          await asRegistrar.proposeSuspension(amina.address, REASON);
          await asTown.confirmSuspension(amina.address, REASON);

          await expect(moveIn(false))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspended")
            .withArgs(amina.address);
        });
      });

      describe("when the registrar has reached the week's limit", () => {
        it("reverts with MemberRegistryOverLimit, even for a residency that ends later", async () => {
          const { townRegistry, memberRegistry, petra, quinn, statement, residentUntil, hillside } =
            await networkHelpers.loadFixture(announced);
          await townRegistry.connect(petra).lowerAttestationLimit(roleIds.townAmbassador(hillside), 10);
          const newcomers = Array.from({ length: 10 }, (_, i) => ({
            ...statement,
            wallet: `0x${(i + 1).toString(16).padStart(40, "0")}`,
            personId: idOf(`newcomer ${i}`),
          }));
          await memberRegistry.connect(quinn).attest(hillside, newcomers);

          const longer = { ...statement, residentUntil: residentUntil + DAY };
          await expect(memberRegistry.connect(quinn).attest(hillside, [longer]))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryOverLimit")
            .withArgs(quinn.address, 11, 10);
        });
      });

      describe("when they had left the contribution force", () => {
        it("forgets that in the new town, and keeps the old number away since then", async () => {
          const { memberRegistry, amina, town, hillside, week, goTo, moveIn } =
            await networkHelpers.loadFixture(announced);
          await memberRegistry.connect(amina).leave();
          await goTo(week + 2);

          await expect(moveIn(true)).to.not.emit(memberRegistry, "MemberAway");

          expect((await memberRegistry.personOf(amina.address)).left).to.equal(false);
          expect(await memberRegistry.isMember(amina.address, hillside)).to.equal(true);
          expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
        });
      });
    });

    describe("given a resident without a number who announced a move", () => {
      it("makes them a resident there; no number is away", async () => {
        const { memberRegistry, carla, quinn, residentUntil, hillside } = await networkHelpers.loadFixture(officers);
        await memberRegistry.connect(carla).moveHouse(hillside);
        const statement = { wallet: carla.address, residentUntil, joins: false, personId: idOf("carla") };

        await expect(memberRegistry.connect(quinn).attest(hillside, [statement])).to.not.emit(
          memberRegistry,
          "MemberAway",
        );

        expect(await memberRegistry.isResident(carla.address, hillside)).to.equal(true);
      });
    });

    describe("given an officer who announced a move", () => {
      it("takes their roles of the old town", async () => {
        const { authority, memberRegistry, quinn, coordinator, residentUntil, town, hillside } =
          await networkHelpers.loadFixture(officers);
        await memberRegistry.connect(coordinator).moveHouse(hillside);
        const personId = idOf("coordinator");
        const statement = { wallet: coordinator.address, residentUntil, joins: false, personId };

        await memberRegistry.connect(quinn).attest(hillside, [statement]);

        expect(await authority.acts(roleIds.coordinator(town), coordinator.address)).to.equal(false);
        expect(await authority.holdsKey(coordinator.address)).to.equal(false);
      });
    });

    describe("given a member who has moved", () => {
      describe("when the old town's registrar attests them without a new announcement", () => {
        it("reverts with MemberRegistryLivesElsewhere", async () => {
          const { memberRegistry, asRegistrar, amina, statement, town, hillside, moveIn } =
            await networkHelpers.loadFixture(announced);
          await moveIn(true);

          await expect(asRegistrar.attest(town, [statement]))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
            .withArgs(amina.address, hillside);
        });
      });

      describe("when they move back without joining", () => {
        it("gives back the old number, of one who left", async () => {
          const { memberRegistry, amina, town, hillside, until, week, moveIn, moveBack } =
            await networkHelpers.loadFixture(announced);
          await moveIn(true);

          await moveBack(false);

          const record = [town, COUNTRY, until, 4, true, false];
          expect(await memberRegistry.personOf(amina.address)).to.deep.equal(record);
          expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
          expect(await memberRegistry.wasAway(hillside, 5, week + 1)).to.equal(true);
        });
      });

      describe("when they move back, and join", () => {
        it("makes them a member again with the old number", async () => {
          const { memberRegistry, amina, town, hillside, until, week, goTo, moveIn, moveBack } =
            await networkHelpers.loadFixture(announced);
          await moveIn(true);
          await goTo(week + 2);

          await expect(moveBack(true))
            .to.emit(memberRegistry, "MemberReturned")
            .withArgs(town, 4, amina.address, week + 2);

          const record = [town, COUNTRY, until, 4, false, false];
          expect(await memberRegistry.personOf(amina.address)).to.deep.equal(record);
          expect(await memberRegistry.memberCount(town)).to.equal(5);
          const away = [0, 1, 2, 3].map((later) => memberRegistry.wasAway(town, 4, week + later));
          expect(await Promise.all(away)).to.deep.equal([false, true, false, false]);
          expect((await memberRegistry.memberAt(hillside, 5)).wallet).to.equal(amina.address);
        });
      });

      describe("when they move on and back between the towns", () => {
        it("keeps one number in each", async () => {
          const { memberRegistry, amina, town, hillside, moveIn, moveBack } =
            await networkHelpers.loadFixture(announced);
          await moveIn(true);
          await moveBack(true);
          await memberRegistry.connect(amina).moveHouse(hillside);

          await moveIn(true);

          expect((await memberRegistry.personOf(amina.address)).number).to.equal(5);
          expect(await memberRegistry.memberCount(hillside)).to.equal(5);
          expect(await memberRegistry.memberCount(town)).to.equal(5);
        });
      });
    });
  });

  describe("attestOutsiders", () => {
    const outsider = (wallet: string, country: number) => [{ wallet, country, personId: idOf("amina") }];

    describe("given a member who announced a move to a place without registered town", () => {
      async function leaving() {
        const before = await networkHelpers.loadFixture(officers);
        await before.memberRegistry.connect(before.amina).moveHouse(0);
        return before;
      }

      describe("when the Country Ambassador attests them", () => {
        it("records them there", async () => {
          const { authority, memberRegistry, asCountry, townAmbassador, amina, town, week } =
            await networkHelpers.loadFixture(leaving);
          await authority.connect(townAmbassador).grantRole(roleIds.steward(town), amina.address);

          await expect(asCountry.attestOutsiders(COUNTRY, outsider(amina.address, ELSEWHERE)))
            .to.emit(memberRegistry, "HouseMoved")
            .withArgs(amina.address, town, 0)
            .and.to.emit(memberRegistry, "MemberAway")
            .withArgs(town, 4, week);

          expect(await memberRegistry.personOf(amina.address)).to.deep.equal([0, ELSEWHERE, 0, 0, false, false]);
          expect(await memberRegistry.tierOf(amina.address, town)).to.equal(3);
          expect(await authority.acts(roleIds.steward(town), amina.address)).to.equal(false);
        });
      });

      describe("when another country's ambassador does", () => {
        it("reverts with MemberRegistryOtherCountry", async () => {
          const { memberRegistry, otto, amina } = await networkHelpers.loadFixture(leaving);

          await expect(memberRegistry.connect(otto).attestOutsiders(ELSEWHERE, outsider(amina.address, ELSEWHERE)))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryOtherCountry")
            .withArgs(amina.address, COUNTRY);
        });
      });

      describe("when they come back, and join", () => {
        it("makes them a member again with the old number, when they announced that too", async () => {
          const { memberRegistry, asCountry, asRegistrar, amina, residentUntil, town } =
            await networkHelpers.loadFixture(leaving);
          await asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY));
          await memberRegistry.connect(amina).moveHouse(town);
          const statement = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") };

          await asRegistrar.attest(town, [statement]);

          const record = [town, COUNTRY, residentUntil, 4, false, false];
          expect(await memberRegistry.personOf(amina.address)).to.deep.equal(record);
          expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);
        });
      });

      describe("when they have come back, and are attested as an outsider without a new announcement", () => {
        it("reverts with MemberRegistryLivesElsewhere", async () => {
          const { memberRegistry, asCountry, asRegistrar, amina, residentUntil, town } =
            await networkHelpers.loadFixture(leaving);
          await asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY));
          const statement = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") };
          await memberRegistry.connect(amina).moveHouse(town);
          await asRegistrar.attest(town, [statement]);

          await expect(asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY)))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
            .withArgs(amina.address, town);
        });
      });

      describe("when they are to come back without announcing it", () => {
        it("reverts with MemberRegistryLivesElsewhere: the announcement was used", async () => {
          const { memberRegistry, asCountry, asRegistrar, amina, residentUntil, town } =
            await networkHelpers.loadFixture(leaving);
          await asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY));
          const statement = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") };

          await expect(asRegistrar.attest(town, [statement]))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
            .withArgs(amina.address, 0);
        });
      });

      describe("when head office has named them for a town since, and they are attested as an outsider again", () => {
        it("reverts with MemberRegistryLivesElsewhere: the announcement was used", async () => {
          const { authority, townRegistry, memberRegistry, headOffice, asCountry, amina, residentUntil, town } =
            await networkHelpers.loadFixture(leaving);
          await asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY));
          const nominee = { wallet: amina.address, residentUntil, personId: idOf("amina") };
          await appointNominee({ authority, townRegistry, headOffice }, town, amina, nominee);

          await expect(asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY)))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
            .withArgs(amina.address, town);
        });
      });

      describe("when they are suspended", () => {
        it("reverts with MemberRegistrySuspended", async () => {
          const { memberRegistry, asCountry, asRegistrar, asTown, amina } = await networkHelpers.loadFixture(leaving);
          await asRegistrar.proposeSuspension(amina.address, REASON);
          await asTown.confirmSuspension(amina.address, REASON);

          await expect(asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY)))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspended")
            .withArgs(amina.address);
        });
      });
    });

    describe("given a member who announced a move to another town", () => {
      it("reverts with MemberRegistryLivesElsewhere", async () => {
        const { memberRegistry, asCountry, amina, town, hillside } = await networkHelpers.loadFixture(officers);
        await memberRegistry.connect(amina).moveHouse(hillside);

        await expect(asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY)))
          .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
          .withArgs(amina.address, town);
      });
    });
  });
});

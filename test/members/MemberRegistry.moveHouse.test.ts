import { expect } from "chai";
import { weekStart } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador, appointNominee } from "../fixture/keys.ts";
import { expectSkipped } from "../fixture/expectSkipped.ts";
import { idOf } from "../fixture/people.ts";
import { pretendMembers } from "../fixture/pretendMembers.ts";
import { REASON, officers, suspended } from "../fixture/suspension.ts";
import { COUNTRY, DAY, ELSEWHERE } from "../fixture/willowmere.ts";

describe("MemberRegistry", () => {
  describe("moveHouse", () => {
    describe("given a person of a town", () => {
      describe("when they announce a move", () => {
        it("says so, and changes nothing yet", async () => {
          const { memberRegistry, amina, town, hillside } = await networkHelpers.loadFixture(officers);

          await expect(memberRegistry.connect(amina).moveHouse(hillside, ELSEWHERE))
            .to.emit(memberRegistry, "MoveAnnounced")
            .withArgs(amina.address, town, hillside, ELSEWHERE);

          expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);
          expect(await memberRegistry.moveOf(amina.address)).to.deep.equal([hillside, ELSEWHERE]);
        });
      });

      describe("when there is no such town", () => {
        it("reverts with TownRegistryNoSuchTown", async () => {
          const { townRegistry, memberRegistry, amina } = await networkHelpers.loadFixture(officers);

          await expect(memberRegistry.connect(amina).moveHouse(99, COUNTRY))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
            .withArgs(99);
        });
      });

      describe("when they are suspended", () => {
        it("reverts with MemberRegistrySuspended", async () => {
          const { memberRegistry, amina, hillside } = await networkHelpers.loadFixture(suspended);

          await expect(memberRegistry.connect(amina).moveHouse(hillside, ELSEWHERE))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspended")
            .withArgs(amina.address);
        });
      });
    });

    describe("given a person of no registered town", () => {
      it("says so, for a town and for another country", async () => {
        const { memberRegistry, dina, hillside } = await networkHelpers.loadFixture(officers);

        for (const toTown of [hillside, 0]) {
          await expect(memberRegistry.connect(dina).moveHouse(toTown, ELSEWHERE))
            .to.emit(memberRegistry, "MoveAnnounced")
            .withArgs(dina.address, 0, toTown, ELSEWHERE);
          expect(await memberRegistry.moveOf(dina.address)).to.deep.equal([toTown, ELSEWHERE]);
        }
      });

      it("withdraws it when they name their present place", async () => {
        const { memberRegistry, dina, hillside } = await networkHelpers.loadFixture(officers);
        await memberRegistry.connect(dina).moveHouse(hillside, ELSEWHERE);

        await expect(memberRegistry.connect(dina).moveHouse(0, COUNTRY))
          .to.emit(memberRegistry, "MoveAnnounced")
          .withArgs(dina.address, 0, 0, COUNTRY);

        expect(await memberRegistry.moveOf(dina.address)).to.deep.equal([0, 0]);
      });
    });

    describe("given a country that there is not, or that is not the town's", () => {
      it("reverts with MemberRegistryBadCountry", async () => {
        const { memberRegistry, amina, hillside } = await networkHelpers.loadFixture(officers);

        for (const [toTown, country] of [
          [0, 0],
          [0, 1000],
          [hillside, COUNTRY],
          [hillside, 0],
        ] as const) {
          await expect(memberRegistry.connect(amina).moveHouse(toTown, country))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryBadCountry")
            .withArgs(country);
        }
      });
    });

    describe("given nobody's wallet", () => {
      it("reverts with MemberRegistryNoHome", async () => {
        const { memberRegistry, stranger, hillside } = await networkHelpers.loadFixture(officers);

        for (const toTown of [hillside, 0]) {
          await expect(memberRegistry.connect(stranger).moveHouse(toTown, ELSEWHERE))
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
      await memberRegistry.connect(amina).moveHouse(hillside, ELSEWHERE);
      const until = residentUntil - DAY;
      const statement = { wallet: amina.address, residentUntil: until, joins: false, personId: idOf("amina") };
      const moveIn = (joins: boolean) => memberRegistry.connect(quinn).attest(hillside, [{ ...statement, joins }]);
      const moveBack = async (joins: boolean) => {
        await before.goTo(before.week + 8); // the earliest
        await memberRegistry.connect(amina).moveHouse(town, COUNTRY);
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
            .withArgs(amina.address, town, hillside, week)
            .and.to.emit(memberRegistry, "MemberAway")
            .withArgs(town, 4, week)
            .and.to.emit(memberRegistry, "ResidencyAttested")
            .withArgs(hillside, amina.address, idOf("amina"), until, quinn.address);

          const record = [hillside, ELSEWHERE, until, 0, false, false];
          expect((await memberRegistry.personOf(amina.address)).slice(0, 6)).to.deep.equal(record);
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

        it("counts the week of the move only where they lived before", async () => {
          const { memberRegistry, amina, town, hillside, week, moveIn } = await networkHelpers.loadFixture(announced);

          await expect(moveIn(true))
            .to.emit(memberRegistry, "MemberReturned")
            .withArgs(hillside, 5, amina.address, week + 1);

          expect(await memberRegistry.wasAway(town, 4, week)).to.equal(false);
          expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
          expect(await memberRegistry.wasAway(hillside, 5, week)).to.equal(true);
          expect(await memberRegistry.wasAway(hillside, 5, week + 1)).to.equal(false);
          expect(await memberRegistry.firstAway(hillside, week, [1n << (256n - 5n)])).to.equal(5);
        });

        it("counts it nowhere else for one who resigns and joins again in it, or joins only later in it", async () => {
          const { memberRegistry, amina, quinn, statement, hillside, week, goTo, moveIn } =
            await networkHelpers.loadFixture(announced);
          await moveIn(false);
          await memberRegistry.connect(quinn).attest(hillside, [{ ...statement, joins: true }]);
          expect(await memberRegistry.wasAway(hillside, 5, week)).to.equal(true);

          await memberRegistry.connect(amina).resign();
          await memberRegistry.connect(quinn).attest(hillside, [{ ...statement, joins: true }]);
          expect(await memberRegistry.wasAway(hillside, 5, week)).to.equal(true);

          await memberRegistry.connect(amina).resign();
          await goTo(week + 2);
          await memberRegistry.connect(quinn).attest(hillside, [{ ...statement, joins: true }]);
          const away = [0, 1, 2].map((later) => memberRegistry.wasAway(hillside, 5, week + later));
          expect(await Promise.all(away)).to.deep.equal([true, true, false]);
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
        it("skips it with MemberRegistryLivesElsewhere", async () => {
          const { memberRegistry, amina, town, moveIn } = await networkHelpers.loadFixture(announced);

          for (const other of [0, town]) {
            await memberRegistry.connect(amina).moveHouse(other, COUNTRY);
            await expectSkipped(memberRegistry, moveIn(false), "MemberRegistryLivesElsewhere", amina.address, town);
          }
        });
      });

      describe("when they went to a place without registered town of the same country", () => {
        it("skips it with MemberRegistryLivesElsewhere: another town was announced, or none", async () => {
          const { memberRegistry, amina, town, moveIn } = await networkHelpers.loadFixture(announced);
          await memberRegistry.connect(amina).moveHouse(0, ELSEWHERE);

          await expectSkipped(memberRegistry, moveIn(false), "MemberRegistryLivesElsewhere", amina.address, town);
        });
      });

      describe("when all numbers of the new town are given", () => {
        it("skips who joins with MemberRegistryTownFull: the number of the old town is none there", async () => {
          const { memberRegistry, hillside, moveIn } = await networkHelpers.loadFixture(announced);
          await pretendMembers(memberRegistry, hillside, 24_000);

          await expectSkipped(memberRegistry, moveIn(true), "MemberRegistryTownFull", hillside, 24_000);
        });
      });

      describe("when all numbers of the old town are given, and they come back", () => {
        it("lets them join again with the number that was kept for them", async () => {
          const { memberRegistry, amina, town, moveIn, moveBack } = await networkHelpers.loadFixture(announced);
          await moveIn(false);
          await pretendMembers(memberRegistry, town, 24_000);
          await moveBack(true);

          expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);
          expect((await memberRegistry.personOf(amina.address)).number).to.equal(4);
        });
      });

      describe("when their suspension was proposed in the old town", () => {
        it("waits nowhere any more, and cannot be confirmed", async () => {
          const { memberRegistry, asRegistrar, asTown, petra, amina, town, hillside, moveIn, ...rest } =
            await networkHelpers.loadFixture(announced);
          await asRegistrar.proposeSuspension(amina.address, REASON);
          await moveIn(false);

          expect(await memberRegistry.suspensionsProposedIn(town)).to.deep.equal([]);
          expect(await memberRegistry.suspensionsProposedIn(hillside)).to.deep.equal([]);
          await expect(asTown.confirmSuspension(amina.address, REASON))
            .to.be.revertedWithCustomError(rest.townRegistry, "TownRegistryNotTownAmbassador")
            .withArgs(hillside, rest.townAmbassador.address);
          await expect(memberRegistry.connect(petra).confirmSuspension(amina.address, REASON))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistrySuspensionNotProposed")
            .withArgs(amina.address, REASON);
        });
      });

      describe("when they are the first member of the old town, and come back", () => {
        it("has left there until they join again, with their number", async () => {
          const before = await networkHelpers.loadFixture(announced);
          const { memberRegistry, townAmbassador, registrar, quinn, carla, town, hillside, goTo, week } = before;
          const wallet = townAmbassador.address; // who leaves the office by moving
          const one = { ...before.statement, wallet, personId: idOf("townAmbassador") };
          await memberRegistry.connect(townAmbassador).moveHouse(hillside, ELSEWHERE);
          await memberRegistry.connect(quinn).attest(hillside, [one]);
          await appointAmbassador(before, { town }, carla);
          await goTo(week + 8);
          await memberRegistry.connect(townAmbassador).moveHouse(town, COUNTRY);
          await memberRegistry.connect(registrar).attest(town, [one]);

          const { number, left } = await memberRegistry.personOf(wallet);
          expect([number, left]).to.deep.equal([1n, true]);
        });
      });

      describe("when they were suspended since", () => {
        it("skips it with MemberRegistrySuspended", async () => {
          const { memberRegistry, asRegistrar, asTown, amina, moveIn } = await networkHelpers.loadFixture(announced);
          await asRegistrar.proposeSuspension(amina.address, REASON);
          await asTown.confirmSuspension(amina.address, REASON);

          await expectSkipped(memberRegistry, moveIn(false), "MemberRegistrySuspended", amina.address);
        });
      });

      describe("when the registrar has reached the week's limit", () => {
        it("skips it with MemberRegistryOverLimit, even for a residency that ends later", async () => {
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
          await expectSkipped(
            memberRegistry,
            memberRegistry.connect(quinn).attest(hillside, [longer]),
            "MemberRegistryOverLimit",
            11,
            10,
          );
        });
      });

      describe("when they had left the contribution force", () => {
        it("forgets that in the new town, and keeps the old number away since then", async () => {
          const { memberRegistry, amina, town, hillside, week, goTo, moveIn } =
            await networkHelpers.loadFixture(announced);
          await memberRegistry.connect(amina).resign();
          await goTo(week + 2);

          await moveIn(true);

          expect((await memberRegistry.personOf(amina.address)).left).to.equal(false);
          expect(await memberRegistry.isMember(amina.address, hillside)).to.equal(true);
          expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
        });
      });
    });

    describe("given a resident without a number who announced a move", () => {
      it("makes them a resident there; no number is away", async () => {
        const { memberRegistry, carla, quinn, residentUntil, hillside } = await networkHelpers.loadFixture(officers);
        await memberRegistry.connect(carla).moveHouse(hillside, ELSEWHERE);
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
        await memberRegistry.connect(coordinator).moveHouse(hillside, ELSEWHERE);
        const personId = idOf("coordinator");
        const statement = { wallet: coordinator.address, residentUntil, joins: false, personId };

        await memberRegistry.connect(quinn).attest(hillside, [statement]);

        expect(await authority.acts(roleIds.coordinator(town), coordinator.address)).to.equal(false);
        expect(await authority.holdsKey(coordinator.address)).to.equal(false);
      });
    });

    describe("given a member who has moved", () => {
      describe("when the old town's registrar attests them without a new announcement", () => {
        it("skips it with MemberRegistryLivesElsewhere", async () => {
          const { memberRegistry, asRegistrar, amina, statement, town, hillside, moveIn } =
            await networkHelpers.loadFixture(announced);
          await moveIn(true);

          await expectSkipped(
            memberRegistry,
            asRegistrar.attest(town, [statement]),
            "MemberRegistryLivesElsewhere",
            amina.address,
            hillside,
          );
        });
      });

      describe("when they move back without joining", () => {
        it("gives back the old number, of one who left", async () => {
          const { memberRegistry, amina, town, hillside, until, week, moveIn, moveBack } =
            await networkHelpers.loadFixture(announced);
          await moveIn(true);

          await moveBack(false);

          const record = [town, COUNTRY, until, 4, true, false];
          expect((await memberRegistry.personOf(amina.address)).slice(0, 6)).to.deep.equal(record);
          expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
          expect(await memberRegistry.wasAway(hillside, 5, week + 9)).to.equal(true);
        });
      });

      describe("when they move back within eight weeks", () => {
        it("skips it with MemberRegistryMovedLately to the last second, and not after", async () => {
          const { memberRegistry, asRegistrar, amina, statement, residentUntil, town, week, moveIn } =
            await networkHelpers.loadFixture(announced);
          await moveIn(true);
          await memberRegistry.connect(amina).moveHouse(town, COUNTRY);
          const back = [{ ...statement, residentUntil, joins: true }];

          await networkHelpers.time.setNextBlockTimestamp(weekStart(week + 8) - 1);
          const problem = ["MemberRegistryMovedLately", amina.address, BigInt(week + 8)];
          await expectSkipped(memberRegistry, asRegistrar.attest(town, back), ...problem);
          await networkHelpers.time.setNextBlockTimestamp(weekStart(week + 8));
          await asRegistrar.attest(town, back);

          expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);
        });
      });

      describe("when they move back, and join", () => {
        it("makes them a member again with the old number", async () => {
          const { memberRegistry, amina, town, hillside, until, week, moveIn, moveBack } =
            await networkHelpers.loadFixture(announced);
          await moveIn(true);

          await expect(moveBack(true))
            .to.emit(memberRegistry, "MemberReturned")
            .withArgs(town, 4, amina.address, week + 9);

          const record = [town, COUNTRY, until, 4, false, false];
          expect((await memberRegistry.personOf(amina.address)).slice(0, 6)).to.deep.equal(record);
          expect(await memberRegistry.memberCount(town)).to.equal(5);
          const away = [0, 1, 8, 9].map((later) => memberRegistry.wasAway(town, 4, week + later));
          expect(await Promise.all(away)).to.deep.equal([false, true, true, false]);
          expect((await memberRegistry.memberAt(hillside, 5)).wallet).to.equal(amina.address);
        });
      });

      describe("when they move on and back between the towns", () => {
        it("keeps one number in each", async () => {
          const { memberRegistry, amina, town, hillside, week, goTo, moveIn, moveBack } =
            await networkHelpers.loadFixture(announced);
          await moveIn(true);
          await moveBack(true);
          await goTo(week + 16);
          await memberRegistry.connect(amina).moveHouse(hillside, ELSEWHERE);

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
        await before.memberRegistry.connect(before.amina).moveHouse(0, COUNTRY);
        return before;
      }

      /** To another country, that is. */
      async function emigrating() {
        const before = await networkHelpers.loadFixture(officers);
        await before.memberRegistry.connect(before.amina).moveHouse(0, ELSEWHERE);
        return before;
      }

      describe("when the Country Ambassador attests them", () => {
        it("records them there", async () => {
          const { authority, memberRegistry, asCountry, townAmbassador, amina, town, week } =
            await networkHelpers.loadFixture(emigrating);
          await authority.connect(townAmbassador).grantRole(roleIds.steward(town), amina.address);

          await expect(asCountry.attestOutsiders(COUNTRY, outsider(amina.address, ELSEWHERE)))
            .to.emit(memberRegistry, "HouseMoved")
            .withArgs(amina.address, town, 0, week)
            .and.to.emit(memberRegistry, "MemberAway")
            .withArgs(town, 4, week);

          expect((await memberRegistry.personOf(amina.address)).slice(0, 6)).to.deep.equal([
            0,
            ELSEWHERE,
            0,
            0,
            false,
            false,
          ]);
          expect(await memberRegistry.tierOf(amina.address, town)).to.equal(3);
          expect(await authority.acts(roleIds.steward(town), amina.address)).to.equal(false);
        });
      });

      describe("when another country's ambassador does", () => {
        it("skips it with MemberRegistryOtherCountry, or MemberRegistryLivesElsewhere when they name their own", async () => {
          const { memberRegistry, otto, amina, town } = await networkHelpers.loadFixture(leaving);
          const attest = (country: number) =>
            memberRegistry.connect(otto).attestOutsiders(ELSEWHERE, outsider(amina.address, country));

          await expectSkipped(memberRegistry, attest(COUNTRY), "MemberRegistryOtherCountry", amina.address, COUNTRY);
          await expectSkipped(memberRegistry, attest(ELSEWHERE), "MemberRegistryLivesElsewhere", amina.address, town);
        });
      });

      describe("when the ambassador of the country to which they announced to move does", () => {
        it("records them there, with an id of that country beside the old one", async () => {
          const { memberRegistry, otto, amina } = await networkHelpers.loadFixture(emigrating);
          const there = { wallet: amina.address, country: ELSEWHERE, personId: idOf("amina abroad") };

          await memberRegistry.connect(otto).attestOutsiders(ELSEWHERE, [there]);

          expect((await memberRegistry.personOf(amina.address)).idCountry).to.equal(ELSEWHERE);
          expect(await memberRegistry.walletOf(ELSEWHERE, idOf("amina abroad"))).to.equal(amina.address);
          expect(await memberRegistry.walletOf(COUNTRY, idOf("amina"))).to.equal(amina.address);
        });
      });

      describe("when they come back, and join", () => {
        it("makes them a member again with the old number, when they announced that too", async () => {
          const { memberRegistry, asCountry, asRegistrar, amina, residentUntil, town, week, goTo } =
            await networkHelpers.loadFixture(leaving);
          await asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY));
          await goTo(week + 8);
          await memberRegistry.connect(amina).moveHouse(town, COUNTRY);
          const statement = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") };

          await asRegistrar.attest(town, [statement]);

          const record = [town, COUNTRY, residentUntil, 4, false, false];
          expect((await memberRegistry.personOf(amina.address)).slice(0, 6)).to.deep.equal(record);
          expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);
        });
      });

      describe("when they have come back, and are attested as an outsider without a new announcement", () => {
        it("skips it with MemberRegistryLivesElsewhere", async () => {
          const { memberRegistry, asCountry, asRegistrar, amina, residentUntil, town, week, goTo } =
            await networkHelpers.loadFixture(leaving);
          await asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY));
          const statement = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") };
          await goTo(week + 8);
          await memberRegistry.connect(amina).moveHouse(town, COUNTRY);
          await asRegistrar.attest(town, [statement]);

          await expectSkipped(
            memberRegistry,
            asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY)),
            "MemberRegistryLivesElsewhere",
            amina.address,
            town,
          );
        });
      });

      describe("when they are to come back without announcing it", () => {
        it("skips it with MemberRegistryLivesElsewhere: the announcement was used", async () => {
          const { memberRegistry, asCountry, asRegistrar, amina, residentUntil, town } =
            await networkHelpers.loadFixture(leaving);
          await asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY));
          const statement = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") };

          await expectSkipped(
            memberRegistry,
            asRegistrar.attest(town, [statement]),
            "MemberRegistryLivesElsewhere",
            amina.address,
            0,
          );
        });
      });

      describe("when head office has named them for a town since, and they are attested as an outsider again", () => {
        it("skips it with MemberRegistryLivesElsewhere: the announcement was used", async () => {
          const { authority, townRegistry, memberRegistry, headOffice, asCountry, amina, ...rest } =
            await networkHelpers.loadFixture(leaving);
          const { residentUntil, town, week, goTo } = rest;
          await asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY));
          await goTo(week + 8);
          const nominee = { wallet: amina.address, residentUntil, personId: idOf("amina") };
          await appointNominee({ authority, townRegistry, headOffice }, town, amina, nominee);

          await expectSkipped(
            memberRegistry,
            asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY)),
            "MemberRegistryLivesElsewhere",
            amina.address,
            town,
          );
        });
      });

      describe("when they are suspended", () => {
        it("skips it with MemberRegistrySuspended", async () => {
          const { memberRegistry, asCountry, asRegistrar, asTown, amina } = await networkHelpers.loadFixture(leaving);
          await asRegistrar.proposeSuspension(amina.address, REASON);
          await asTown.confirmSuspension(amina.address, REASON);

          await expectSkipped(
            memberRegistry,
            asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY)),
            "MemberRegistrySuspended",
            amina.address,
          );
        });
      });
    });

    describe("given a member who announced a move to another town", () => {
      it("skips it with MemberRegistryLivesElsewhere", async () => {
        const { memberRegistry, asCountry, amina, town, hillside } = await networkHelpers.loadFixture(officers);
        await memberRegistry.connect(amina).moveHouse(hillside, ELSEWHERE);

        await expectSkipped(
          memberRegistry,
          asCountry.attestOutsiders(COUNTRY, outsider(amina.address, COUNTRY)),
          "MemberRegistryLivesElsewhere",
          amina.address,
          town,
        );
      });
    });
  });
});

import { expect } from "chai";
import { weekIndexOf, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { id, Wallet, ZeroAddress, ZeroHash } from "ethers";
import { networkHelpers } from "../fixture/connection.ts";
import { acceptanceOf, appointAmbassador, appointNominee, nameForKey } from "../fixture/keys.ts";
import { expectSkipped, skippedBy } from "../fixture/expectSkipped.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY, ELSEWHERE, willowmere } from "../fixture/willowmere.ts";

/** Willowmere, and a town founded in the same country a moment ago, of which the stranger is ambassador. */
async function youngTown() {
  const before = await networkHelpers.loadFixture(willowmere);
  const { authority, townRegistry, headOffice, stranger, payer, currency, residentUntil, town } = before;
  const ambassador = { wallet: stranger.address, residentUntil, personId: idOf("stranger") };
  const acceptance = await acceptanceOf(authority, roleIds.townAmbassador(town + 1), stranger);
  await townRegistry
    .connect(headOffice)
    .foundTown(COUNTRY, await currency.getAddress(), "Hillside", ambassador, acceptance);
  const role = roleIds.registrar(town + 1);
  await nameForKey(authority, role, payer);
  return { ...before, young: town + 1, role, first: [payer.address, residentUntil, idOf("payer")] as const };
}

describe("MemberRegistry", () => {
  describe("attestFirstRegistrar", () => {
    describe("given a town that has just been founded", () => {
      describe("when its ambassador attests the first registrar", () => {
        it("makes them a resident, not yet a member", async () => {
          const { memberRegistry, stranger, payer, young, first } = await networkHelpers.loadFixture(youngTown);

          const attestation = memberRegistry.connect(stranger).attestFirstRegistrar(young, ...first);
          await expect(attestation)
            .to.emit(memberRegistry, "ResidencyAttested")
            .withArgs(young, payer.address, first[2], first[1], stranger.address);
          await expect(attestation).to.not.emit(memberRegistry, "MemberAdmitted");

          expect((await memberRegistry.personOf(payer.address)).slice(0, 6)).to.deep.equal([
            young,
            COUNTRY,
            first[1],
            0,
            false,
            false,
          ]);
          expect(await memberRegistry.walletOf(COUNTRY, first[2])).to.equal(payer.address);
          expect(await memberRegistry.memberCount(young)).to.equal(0);
        });
      });

      describe("when its ambassador attests somebody whom they have not named", () => {
        it("reverts with MemberRegistryNotNamed", async () => {
          const { memberRegistry, stranger, deployer, young, first } = await networkHelpers.loadFixture(youngTown);

          await expect(
            memberRegistry.connect(stranger).attestFirstRegistrar(young, deployer.address, first[1], idOf("deployer")),
          )
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotNamed")
            .withArgs(young, deployer.address);
        });
      });

      describe("when its ambassador attests a fourth whom they have named", () => {
        it("reverts with MemberRegistryEnoughRegistrars", async () => {
          const { authority, memberRegistry, stranger, role, young, first } =
            await networkHelpers.loadFixture(youngTown);
          const registry = memberRegistry.connect(stranger);
          const named = Array.from({ length: 4 }, (_, i) => new Wallet(id(`first ${i}`)));
          for (const wallet of named) await nameForKey(authority, role, wallet);
          const attest = (i: number) =>
            registry.attestFirstRegistrar(young, named[i]!.address, first[1], idOf(`first ${i}`));
          for (const i of [0, 1, 2]) await attest(i);

          await expect(attest(3))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryEnoughRegistrars")
            .withArgs(young, 3);
        });
      });

      describe("when the naming was taken back", () => {
        it("reverts with MemberRegistryNotNamed", async () => {
          const { authority, memberRegistry, stranger, payer, role, young, first } =
            await networkHelpers.loadFixture(youngTown);
          await authority.connect(stranger).takeBackNaming(role, payer.address);

          await expect(memberRegistry.connect(stranger).attestFirstRegistrar(young, ...first))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotNamed")
            .withArgs(young, payer.address);
        });
      });

      describe("when a first attempt was refused", () => {
        it("can be made again", async () => {
          const { authority, memberRegistry, stranger, amina, role, young, first, town } =
            await networkHelpers.loadFixture(youngTown);
          const registry = memberRegistry.connect(stranger);
          await nameForKey(authority, role, amina);
          await expect(registry.attestFirstRegistrar(young, amina.address, first[1], idOf("amina")))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
            .withArgs(amina.address, town);

          await registry.attestFirstRegistrar(young, ...first);

          expect(await memberRegistry.isResident(first[0], young)).to.equal(true);
        });
      });

      describe("when its ambassador attests a person known as an outsider", () => {
        it("reverts with MemberRegistryLivesElsewhere until they announce to move there", async () => {
          const { authority, memberRegistry, stranger, dina, role, young, first } =
            await networkHelpers.loadFixture(youngTown);
          await nameForKey(authority, role, dina);
          const attest = () =>
            memberRegistry.connect(stranger).attestFirstRegistrar(young, dina.address, first[1], idOf("dina"));

          await expect(attest())
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
            .withArgs(dina.address, 0);
          await memberRegistry.connect(dina).moveHouse(young, COUNTRY);
          await attest();

          expect(await memberRegistry.isResident(dina.address, young)).to.equal(true);
        });
      });

      describe("when the residency would have ended already", () => {
        it("reverts with MemberRegistryBadResidency", async () => {
          const { memberRegistry, stranger, young, first } = await networkHelpers.loadFixture(youngTown);
          const now = (await networkHelpers.time.latest()) + 10;
          await networkHelpers.time.setNextBlockTimestamp(now);

          await expect(memberRegistry.connect(stranger).attestFirstRegistrar(young, first[0], now, first[2]))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryBadResidency")
            .withArgs(now, now, now + (3 * 365 + 1) * DAY);
        });
      });

      describe("when anybody but its ambassador attests", () => {
        it("reverts with TownRegistryNotTownAmbassador", async () => {
          const { townRegistry, memberRegistry, young, first } = await networkHelpers.loadFixture(youngTown);

          for (const caller of await everybodyBut("stranger")) {
            await expect(memberRegistry.connect(caller).attestFirstRegistrar(young, ...first))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
              .withArgs(young, caller.address);
          }
        });
      });

      describe("when its country has lost its ambassador", () => {
        it("reverts with TownRegistryDormant", async () => {
          const { townRegistry, memberRegistry, headOffice, stranger, young, first } =
            await networkHelpers.loadFixture(youngTown);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await expect(memberRegistry.connect(stranger).attestFirstRegistrar(young, ...first))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
            .withArgs(young);
        });
      });
    });

    describe("given a town in which a registrar was confirmed, and left", () => {
      it("reverts with MemberRegistryHasRegistrar, also for one who is named", async () => {
        const { authority, memberRegistry, townAmbassador, registrar, stranger, residentUntil, town } =
          await networkHelpers.loadFixture(willowmere);
        await authority.connect(registrar).renounceRole(roleIds.registrar(town), registrar.address);
        await nameForKey(authority, roleIds.registrar(town), stranger);

        await expect(
          memberRegistry
            .connect(townAmbassador)
            .attestFirstRegistrar(town, stranger.address, residentUntil, idOf("stranger")),
        )
          .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryHasRegistrar")
          .withArgs(town);
      });
    });
  });

  describe("attestNominee", () => {
    describe("given anybody but the TownRegistry", () => {
      it("reverts with MemberRegistryNotTownRegistry", async () => {
        const { memberRegistry, stranger, residentUntil, town } = await networkHelpers.loadFixture(willowmere);

        for (const caller of await everybodyBut()) {
          await expect(
            memberRegistry.connect(caller).attestNominee(town, stranger.address, residentUntil, idOf("stranger")),
          )
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotTownRegistry")
            .withArgs(caller.address);
        }
      });
    });

    describe("given head office, through the TownRegistry", () => {
      describe("when the nominee is known as an outsider", () => {
        it("makes them a resident without an announcement, and forgets one for another town", async () => {
          const { authority, townRegistry, memberRegistry, headOffice, quinn, dina, ...rest } =
            await networkHelpers.loadFixture(twoTowns);
          const { residentUntil, town, hillside } = rest;
          await memberRegistry.connect(dina).moveHouse(hillside, ELSEWHERE);
          const nominee = { wallet: dina.address, residentUntil, personId: idOf("dina") };

          await expect(appointNominee({ authority, townRegistry, headOffice }, town, dina, nominee))
            .to.emit(memberRegistry, "HouseMoved")
            .withArgs(dina.address, 0, town, weekIndexOf(await networkHelpers.time.latest()));

          expect(await memberRegistry.isResident(dina.address, town)).to.equal(true);
          await expectSkipped(
            memberRegistry,
            memberRegistry.connect(quinn).attest(hillside, [{ ...nominee, joins: false }]),
            "MemberRegistryLivesElsewhere",
            dina.address,
            town,
          );
        });
      });

      describe("when the nominee lives in another town", () => {
        it("reverts with MemberRegistryLivesElsewhere until they announce to move here", async () => {
          const { authority, townRegistry, memberRegistry, headOffice, amina, residentUntil, town, hillside } =
            await networkHelpers.loadFixture(twoTowns);
          const nominee = { wallet: amina.address, residentUntil, personId: idOf("amina") };

          await expect(appointNominee({ authority, townRegistry, headOffice }, hillside, amina, nominee))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
            .withArgs(amina.address, town);
          await memberRegistry.connect(amina).moveHouse(hillside, ELSEWHERE);
          await appointNominee({ authority, townRegistry, headOffice }, hillside, amina, nominee);

          expect(await memberRegistry.isResident(amina.address, hillside)).to.equal(true);
        });
      });

      describe("when the nominee is a member of the town already", () => {
        it("keeps their number and sets the date anew", async () => {
          const { authority, townRegistry, memberRegistry, headOffice, amina, residentUntil, town } =
            await networkHelpers.loadFixture(willowmere);
          const nominee = { wallet: amina.address, residentUntil: residentUntil + DAY, personId: idOf("amina") };

          await appointNominee({ authority, townRegistry, headOffice }, town, amina, nominee);

          expect((await memberRegistry.personOf(amina.address)).slice(0, 6)).to.deep.equal([
            town,
            COUNTRY,
            residentUntil + DAY,
            4,
            false,
            false,
          ]);
        });
      });
    });
  });

  describe("attestOutsiders", () => {
    const outsider = (wallet: string, name: string, country: number = ELSEWHERE) => ({
      wallet,
      country,
      personId: idOf(name),
    });

    describe("given an acting Country Ambassador", () => {
      describe("when they attest persons of several countries", () => {
        it("records each person's country, and no town", async () => {
          const { memberRegistry, countryAmbassador, stranger, payer } = await networkHelpers.loadFixture(willowmere);
          const outsiders = [outsider(stranger.address, "stranger", 999), outsider(payer.address, "payer", 1)];

          await expect(memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, outsiders))
            .to.emit(memberRegistry, "OutsiderAttested")
            .withArgs(999, stranger.address, idOf("stranger"), COUNTRY, countryAmbassador.address)
            .and.to.emit(memberRegistry, "OutsiderAttested")
            .withArgs(1, payer.address, idOf("payer"), COUNTRY, countryAmbassador.address);

          expect((await memberRegistry.personOf(stranger.address)).slice(0, 6)).to.deep.equal([
            0,
            999,
            0,
            0,
            false,
            false,
          ]);
          expect((await memberRegistry.personOf(payer.address)).slice(0, 6)).to.deep.equal([0, 1, 0, 0, false, false]);
          expect((await memberRegistry.personOf(payer.address)).nonce).to.equal(1); // voids what was signed before
          expect(await memberRegistry.walletOf(COUNTRY, idOf("stranger"))).to.equal(stranger.address);
        });
      });

      describe("when a person recorded in that country has announced to move to another", () => {
        it("records the new one, and uses the announcement", async () => {
          const { memberRegistry, countryAmbassador, dina, town } = await networkHelpers.loadFixture(willowmere);
          await memberRegistry.connect(dina).moveHouse(0, ELSEWHERE);

          await expect(
            memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, [outsider(dina.address, "dina")]),
          )
            .to.emit(memberRegistry, "HouseMoved")
            .withArgs(dina.address, 0, 0, weekIndexOf(await networkHelpers.time.latest()))
            .and.to.emit(memberRegistry, "OutsiderAttested")
            .withArgs(ELSEWHERE, dina.address, idOf("dina"), COUNTRY, countryAmbassador.address);

          expect((await memberRegistry.personOf(dina.address)).slice(0, 6)).to.deep.equal([
            0,
            ELSEWHERE,
            0,
            0,
            false,
            false,
          ]);
          expect(await memberRegistry.tierOf(dina.address, town)).to.equal(3);
        });
      });

      describe("when a person recorded in that country has not announced to move to another", () => {
        it("skips it with MemberRegistryLivesElsewhere", async () => {
          const { memberRegistry, countryAmbassador, dina, town } = await networkHelpers.loadFixture(willowmere);
          const attest = () =>
            memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, [outsider(dina.address, "dina")]);

          await expectSkipped(memberRegistry, attest(), "MemberRegistryLivesElsewhere", dina.address, 0);
          await memberRegistry.connect(dina).moveHouse(town, COUNTRY);
          await expectSkipped(memberRegistry, attest(), "MemberRegistryLivesElsewhere", dina.address, 0);
          expect((await memberRegistry.personOf(dina.address)).country).to.equal(COUNTRY);
        });
      });

      describe("when a person recorded in that country is attested there again", () => {
        it("needs no announcement, and keeps one that was made", async () => {
          const { memberRegistry, countryAmbassador, registrar, dina, residentUntil, town } =
            await networkHelpers.loadFixture(willowmere);
          await memberRegistry.connect(dina).moveHouse(town, COUNTRY);

          const again = memberRegistry
            .connect(countryAmbassador)
            .attestOutsiders(COUNTRY, [outsider(dina.address, "dina", COUNTRY)]);
          await expect(again).to.emit(memberRegistry, "OutsiderAttested");
          await expect(again).to.not.emit(memberRegistry, "HouseMoved");

          const statement = { wallet: dina.address, residentUntil, joins: false, personId: idOf("dina") };
          await memberRegistry.connect(registrar).attest(town, [statement]);
          expect(await memberRegistry.isResident(dina.address, town)).to.equal(true);
        });
      });

      describe("when a person was attested by another country", () => {
        it("skips it with MemberRegistryOtherCountry, also by the ambassador of where they live", async () => {
          const { memberRegistry, otto, dina, emil } = await networkHelpers.loadFixture(twoTowns);

          for (const [name, { address }, country] of [
            ["dina", dina, COUNTRY],
            ["emil", emil, ELSEWHERE],
          ] as const) {
            await expectSkipped(
              memberRegistry,
              memberRegistry.connect(otto).attestOutsiders(ELSEWHERE, [outsider(address, name, country)]),
              "MemberRegistryOtherCountry",
              address,
              BigInt(COUNTRY),
            );
          }
        });
      });

      describe("when the person id is in use in another country", () => {
        it("records them: nobody abroad uses up an id", async () => {
          const { memberRegistry, otto, amina, stranger } = await networkHelpers.loadFixture(twoTowns);

          await memberRegistry.connect(otto).attestOutsiders(ELSEWHERE, [outsider(stranger.address, "amina")]);

          expect(await memberRegistry.walletOf(ELSEWHERE, idOf("amina"))).to.equal(stranger.address);
          expect(await memberRegistry.walletOf(COUNTRY, idOf("amina"))).to.equal(amina.address);
        });
      });

      describe("when the country's limit of a week is reached", () => {
        it("skips those beyond it, and still renews; and begins anew with the week", async () => {
          const { townRegistry, memberRegistry, countryAmbassador, dina } =
            await networkHelpers.loadFixture(willowmere);
          await townRegistry.connect(countryAmbassador).lowerAttestationLimit(roleIds.countryAmbassador(COUNTRY), 10);
          const week = weekIndexOf(await networkHelpers.time.latest()) + 1;
          await networkHelpers.time.increaseTo(weekStart(week));
          const many = Array.from({ length: 12 }, (_, i) => outsider(new Wallet(id(`out ${i}`)).address, `out ${i}`));
          const known = outsider(dina.address, "dina", COUNTRY);

          const sent = memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, [...many, known]);
          const beyond = ["MemberRegistryOverLimit", 11n, 10n];
          expect(await skippedBy(memberRegistry, sent)).to.deep.equal([beyond, beyond]);
          await expect(sent)
            .to.emit(memberRegistry, "OutsiderAttested")
            .withArgs(COUNTRY, dina.address, known.personId, COUNTRY, countryAmbassador.address);
          expect(await memberRegistry.attestedThisWeekBy(COUNTRY)).to.equal(10);

          await networkHelpers.time.increaseTo(weekStart(week + 1));
          expect(await memberRegistry.attestedThisWeekBy(COUNTRY)).to.equal(0);
          await memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, many.slice(10));
          expect(await memberRegistry.attestedThisWeekBy(COUNTRY)).to.equal(2);
        });

        it("counts who come one by one as well", async () => {
          const { townRegistry, memberRegistry, countryAmbassador } = await networkHelpers.loadFixture(willowmere);
          await townRegistry.connect(countryAmbassador).lowerAttestationLimit(roleIds.countryAmbassador(COUNTRY), 10);
          await networkHelpers.time.increaseTo(weekStart(weekIndexOf(await networkHelpers.time.latest()) + 1));
          const many = Array.from({ length: 11 }, (_, i) => outsider(new Wallet(id(`out ${i}`)).address, `out ${i}`));
          const attesting = memberRegistry.connect(countryAmbassador);
          for (const one of many.slice(0, 10)) await attesting.attestOutsiders(COUNTRY, [one]);
          expect(await memberRegistry.attestedThisWeekBy(COUNTRY)).to.equal(10);

          await expectSkipped(
            memberRegistry,
            attesting.attestOutsiders(COUNTRY, many.slice(10)),
            "MemberRegistryOverLimit",
            11,
            10,
          );
        });
      });

      for (const country of [0, 1000]) {
        describe(`when a person's country is ${country}`, () => {
          it("skips it with MemberRegistryBadCountry", async () => {
            const { memberRegistry, countryAmbassador, stranger } = await networkHelpers.loadFixture(willowmere);

            await expectSkipped(
              memberRegistry,
              memberRegistry
                .connect(countryAmbassador)
                .attestOutsiders(COUNTRY, [outsider(stranger.address, "stranger", country)]),
              "MemberRegistryBadCountry",
              country,
            );
          });
        });
      }

      describe("when wallet or person id is missing", () => {
        it("skips it with MemberRegistryMissing", async () => {
          const { memberRegistry, countryAmbassador, stranger } = await networkHelpers.loadFixture(willowmere);
          const good = outsider(stranger.address, "stranger");

          for (const bad of [
            { ...good, wallet: ZeroAddress },
            { ...good, personId: ZeroHash },
          ]) {
            await expectSkipped(
              memberRegistry,
              memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, [bad]),
              "MemberRegistryMissing",
              bad.wallet,
              bad.personId,
            );
          }
        });
      });

      describe("when the person is known with another wallet", () => {
        it("skips it with MemberRegistryPersonKnown", async () => {
          const { memberRegistry, countryAmbassador, stranger, dina } = await networkHelpers.loadFixture(willowmere);

          await expectSkipped(
            memberRegistry,
            memberRegistry
              .connect(countryAmbassador)
              .attestOutsiders(COUNTRY, [outsider(stranger.address, "dina", COUNTRY)]),
            "MemberRegistryPersonKnown",
            idOf("dina"),
            dina.address,
          );
        });
      });

      describe("when the wallet is another person's", () => {
        it("skips it with MemberRegistryWalletTaken", async () => {
          const { memberRegistry, countryAmbassador, amina, dina } = await networkHelpers.loadFixture(willowmere);

          for (const { address } of [amina, dina]) {
            await expectSkipped(
              memberRegistry,
              memberRegistry
                .connect(countryAmbassador)
                .attestOutsiders(COUNTRY, [outsider(address, "stranger", COUNTRY)]),
              "MemberRegistryWalletTaken",
              address,
            );
          }
        });
      });

      describe("when the person lives in a registered town", () => {
        it("skips it with MemberRegistryLivesElsewhere, also when that residency lapsed", async () => {
          const { memberRegistry, countryAmbassador, carla, residentUntil, town } =
            await networkHelpers.loadFixture(willowmere);
          const attest = () =>
            memberRegistry
              .connect(countryAmbassador)
              .attestOutsiders(COUNTRY, [outsider(carla.address, "carla", COUNTRY)]);

          await expectSkipped(memberRegistry, attest(), "MemberRegistryLivesElsewhere", carla.address, town);

          await networkHelpers.time.increaseTo(residentUntil + 1);
          await expectSkipped(memberRegistry, attest(), "MemberRegistryLivesElsewhere", carla.address, town);
        });
      });

      describe("when the last of a batch is refused", () => {
        it("records the others", async () => {
          const { memberRegistry, countryAmbassador, stranger, payer } = await networkHelpers.loadFixture(willowmere);
          const batch = [outsider(stranger.address, "stranger"), outsider(payer.address, "stranger")];

          await expectSkipped(
            memberRegistry,
            memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, batch),
            "MemberRegistryPersonKnown",
            idOf("stranger"),
            stranger.address,
          );

          expect((await memberRegistry.personOf(stranger.address)).slice(0, 6)).to.deep.equal([
            0,
            ELSEWHERE,
            0,
            0,
            false,
            false,
          ]);
        });
      });

      describe("when they act for a country that is not theirs", () => {
        it("reverts with MemberRegistryNotCountryAmbassador", async () => {
          const { memberRegistry, countryAmbassador, stranger } = await networkHelpers.loadFixture(twoTowns);

          await expect(
            memberRegistry
              .connect(countryAmbassador)
              .attestOutsiders(ELSEWHERE, [outsider(stranger.address, "stranger")]),
          )
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotCountryAmbassador")
            .withArgs(ELSEWHERE, countryAmbassador.address);
        });
      });
    });

    describe("given anybody else", () => {
      it("reverts with MemberRegistryNotCountryAmbassador", async () => {
        const { memberRegistry, stranger, otto, petra } = await networkHelpers.loadFixture(twoTowns);

        for (const caller of [...(await everybodyBut("countryAmbassador")), otto, petra]) {
          await expect(
            memberRegistry.connect(caller).attestOutsiders(COUNTRY, [outsider(stranger.address, "stranger")]),
          )
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotCountryAmbassador")
            .withArgs(COUNTRY, caller.address);
        }
      });
    });

    describe("given a successor", () => {
      it("reverts with MemberRegistryNotCountryAmbassador until seven days after the appointment", async () => {
        const { authority, townRegistry, memberRegistry, headOffice, stranger, payer } =
          await networkHelpers.loadFixture(willowmere);
        await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
        await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, payer);
        const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;
        const attest = () =>
          memberRegistry.connect(payer).attestOutsiders(COUNTRY, [outsider(stranger.address, "stranger")]);

        await networkHelpers.time.setNextBlockTimestamp(actsFrom - 1);
        await expect(attest())
          .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotCountryAmbassador")
          .withArgs(COUNTRY, payer.address);

        await networkHelpers.time.setNextBlockTimestamp(actsFrom);
        await expect(attest()).to.emit(memberRegistry, "OutsiderAttested");
      });
    });
  });

  describe("tierOf", () => {
    const [None, Local, Country, World] = [0, 1, 2, 3];

    describe("given the people of Willowmere", () => {
      it("answers none for a stranger, local for residents, country and world for outsiders", async () => {
        const { memberRegistry, stranger, amina, carla, dina, emil, town } =
          await networkHelpers.loadFixture(willowmere);

        expect(await memberRegistry.tierOf(stranger.address, town)).to.equal(None);
        expect(await memberRegistry.tierOf(amina.address, town)).to.equal(Local);
        expect(await memberRegistry.tierOf(carla.address, town)).to.equal(Local);
        expect(await memberRegistry.tierOf(dina.address, town)).to.equal(Country);
        expect(await memberRegistry.tierOf(emil.address, town)).to.equal(World);
      });
    });

    describe("given another town in another country", () => {
      it("sees the same people from there", async () => {
        const { memberRegistry, stranger, amina, dina, emil, sam, town, hillside } =
          await networkHelpers.loadFixture(twoTowns);

        expect(await memberRegistry.tierOf(stranger.address, hillside)).to.equal(None);
        expect(await memberRegistry.tierOf(sam.address, hillside)).to.equal(Local);
        expect(await memberRegistry.tierOf(emil.address, hillside)).to.equal(Country);
        expect(await memberRegistry.tierOf(dina.address, hillside)).to.equal(World);
        expect(await memberRegistry.tierOf(amina.address, hillside)).to.equal(World);
        expect(await memberRegistry.tierOf(sam.address, town)).to.equal(World);
      });
    });

    describe("given another town in the same country", () => {
      it("answers country for its residents", async () => {
        const { memberRegistry, stranger, amina, town, young } = await networkHelpers.loadFixture(youngTown);

        expect(await memberRegistry.tierOf(stranger.address, town)).to.equal(Country);
        expect(await memberRegistry.tierOf(amina.address, young)).to.equal(Country);
      });
    });

    describe("given a residency that lapses", () => {
      it("answers local to the last second, and country from then on", async () => {
        const { memberRegistry, amina, town, hillside, residentUntil } = await networkHelpers.loadFixture(twoTowns);

        await networkHelpers.time.increaseTo(residentUntil);
        expect(await memberRegistry.tierOf(amina.address, town)).to.equal(Local);
        expect(await memberRegistry.isResident(amina.address, town)).to.equal(true);

        await networkHelpers.time.increaseTo(residentUntil + 1);
        expect(await memberRegistry.tierOf(amina.address, town)).to.equal(Country);
        expect(await memberRegistry.tierOf(amina.address, hillside)).to.equal(World);
        expect(await memberRegistry.isResident(amina.address, town)).to.equal(false);
      });
    });

    describe("given no such town", () => {
      it("reverts with TownRegistryNoSuchTown for anybody attested", async () => {
        const { townRegistry, memberRegistry, dina } = await networkHelpers.loadFixture(willowmere);

        await expect(memberRegistry.tierOf(dina.address, 99))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
          .withArgs(99);
      });
    });
  });

  describe("isResident", () => {
    it("answers yes only for a resident of that town", async () => {
      const { memberRegistry, amina, dina, stranger, sam, town } = await networkHelpers.loadFixture(twoTowns);

      expect(await memberRegistry.isResident(amina.address, town)).to.equal(true);
      for (const { address } of [dina, stranger, sam]) {
        expect(await memberRegistry.isResident(address, town)).to.equal(false);
        expect(await memberRegistry.isResident(address, 0)).to.equal(false);
      }
    });
  });

  describe("memberAt, walletsAt and memberCount", () => {
    it("know the numbers that were given, and answer zero for others", async () => {
      const { memberRegistry, townAmbassador, amina, ben, sam, town, hillside } =
        await networkHelpers.loadFixture(twoTowns);

      expect(await memberRegistry.memberCount(town)).to.equal(5);
      expect(await memberRegistry.memberCount(hillside)).to.equal(4);
      expect(await memberRegistry.memberCount(99)).to.equal(0);
      expect((await memberRegistry.memberAt(town, 4)).wallet).to.equal(amina.address);
      expect((await memberRegistry.memberAt(hillside, 4)).wallet).to.equal(sam.address);
      expect(await memberRegistry.memberAt(town, 6)).to.deep.equal([ZeroAddress, 0]);
      expect(await memberRegistry.memberAt(town, 0)).to.deep.equal([ZeroAddress, 0]);
      expect((await memberRegistry.walletsAt(town, [5, 1, 6, 5, 0])).wallets).to.deep.equal([
        ben.address,
        townAmbassador.address,
        ZeroAddress,
        ben.address,
        ZeroAddress,
      ]);
    });
  });
});

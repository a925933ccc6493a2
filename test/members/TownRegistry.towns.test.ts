import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { networkHelpers } from "../fixture/connection.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY, ELSEWHERE, willowmere } from "../fixture/willowmere.ts";

/** Willowmere, and what head office needs to found a second town in the same country, with the stranger. */
async function beforeSecondTown() {
  const before = await networkHelpers.loadFixture(willowmere);
  const { stranger, currency, residentUntil } = before;
  const nominee = { wallet: stranger.address, residentUntil, personId: idOf("stranger") };
  return { ...before, nominee, dollar: await currency.getAddress() };
}

describe("TownRegistry", () => {
  describe("foundTown", () => {
    describe("given an open country", () => {
      describe("when head office founds a town", () => {
        it("records it, and makes its ambassador the first resident", async () => {
          const { authority, townRegistry, memberRegistry, headOffice, stranger, nominee, dollar, town } =
            await networkHelpers.loadFixture(beforeSecondTown);
          const id = town + 1;
          const now = (await networkHelpers.time.latest()) + 10;
          await networkHelpers.time.setNextBlockTimestamp(now);

          await expect(townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, "Hillside", nominee))
            .to.emit(townRegistry, "TownFounded")
            .withArgs(id, COUNTRY, stranger.address, dollar, "Hillside")
            .and.to.emit(memberRegistry, "ResidencyAttested")
            .withArgs(id, stranger.address, nominee.personId, nominee.residentUntil, await townRegistry.getAddress())
            .and.to.emit(authority, "AmbassadorAppointed")
            .withArgs(roleIds.townAmbassador(id), stranger.address, now);

          expect(await townRegistry.townCount()).to.equal(id);
          expect(await townRegistry.townOf(id)).to.deep.equal([dollar, COUNTRY, 500]);
          expect(await townRegistry.nameOf(id)).to.equal("Hillside");
          expect(await townRegistry.countryOf(id)).to.equal(COUNTRY);
          expect(await townRegistry.currencyOf(id)).to.equal(dollar);
          expect(await townRegistry.isTownAmbassador(id, stranger.address)).to.equal(true);
          expect(await townRegistry.isActive(id)).to.equal(true);
          expect(await memberRegistry.personOf(stranger.address)).to.deep.equal([
            BigInt(id),
            BigInt(COUNTRY),
            BigInt(nominee.residentUntil),
            0n,
            false,
            false,
          ]);
        });

        it("returns the id, which counts up", async () => {
          const { townRegistry, headOffice, nominee, dollar, town } =
            await networkHelpers.loadFixture(beforeSecondTown);

          expect(town).to.equal(1);
          expect(
            await townRegistry.connect(headOffice).foundTown.staticCall(COUNTRY, dollar, "Hillside", nominee),
          ).to.equal(2);
        });

        it("leaves the towns before it as they were", async () => {
          const { townRegistry, headOffice, nominee, dollar, town } =
            await networkHelpers.loadFixture(beforeSecondTown);
          const record = await townRegistry.townOf(town);

          await townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, "Hillside", nominee);

          expect(await townRegistry.townOf(town)).to.deep.equal(record);
          expect(await townRegistry.nameOf(town)).to.equal("Willowmere");
        });
      });

      for (const name of ["H", "h".repeat(64), "é".repeat(32)]) {
        describe(`when its name has ${Buffer.byteLength(name)} bytes in ${name.length} letters`, () => {
          it("founds the town", async () => {
            const { townRegistry, headOffice, nominee, dollar, town } =
              await networkHelpers.loadFixture(beforeSecondTown);

            await townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, name, nominee);

            expect(await townRegistry.nameOf(town + 1)).to.equal(name);
          });
        });
      }

      for (const name of ["", "h".repeat(65), "é".repeat(33)]) {
        describe(`when its name has ${Buffer.byteLength(name)} bytes in ${name.length} letters`, () => {
          it("reverts with TownRegistryBadName", async () => {
            const { townRegistry, headOffice, nominee, dollar } = await networkHelpers.loadFixture(beforeSecondTown);

            await expect(townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, name, nominee))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryBadName")
              .withArgs(name);
          });
        });
      }

      describe("when there is no contract at the currency's address", () => {
        it("reverts with TownRegistryNotACurrency", async () => {
          const { townRegistry, headOffice, nominee, payer } = await networkHelpers.loadFixture(beforeSecondTown);

          await expect(townRegistry.connect(headOffice).foundTown(COUNTRY, payer.address, "Hillside", nominee))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotACurrency")
            .withArgs(payer.address);
        });
      });

      describe("when the ambassador lives in another town", () => {
        it("reverts with MemberRegistryLivesElsewhere", async () => {
          const { townRegistry, memberRegistry, headOffice, nominee, carla, dollar, town } =
            await networkHelpers.loadFixture(beforeSecondTown);
          const moving = { ...nominee, wallet: carla.address, personId: idOf("carla") };

          await expect(townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, "Hillside", moving))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
            .withArgs(carla.address, town);
          expect(await townRegistry.townCount()).to.equal(town);
        });
      });

      describe("when the ambassador holds another key", () => {
        it("reverts with AuthoritySecondKey", async () => {
          const { authority, townRegistry, headOffice, countryAmbassador, nominee, dollar, town } =
            await networkHelpers.loadFixture(beforeSecondTown);

          for (const { address } of [headOffice, countryAmbassador]) {
            const holder = { ...nominee, wallet: address };
            await expect(townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, "Hillside", holder))
              .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
              .withArgs(address, roleIds.townAmbassador(town + 1));
          }
        });
      });

      describe("when anybody but head office founds", () => {
        it("reverts with TownRegistryNotHeadOffice", async () => {
          const { townRegistry, nominee, dollar } = await networkHelpers.loadFixture(beforeSecondTown);

          for (const caller of await everybodyBut("headOffice")) {
            await expect(townRegistry.connect(caller).foundTown(COUNTRY, dollar, "Hillside", nominee))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotHeadOffice")
              .withArgs(caller.address);
          }
        });
      });
    });

    describe("given a country that is not open", () => {
      describe("when nobody was ever its ambassador", () => {
        it("reverts with TownRegistryCountryNotOpen", async () => {
          const { townRegistry, headOffice, nominee, dollar } = await networkHelpers.loadFixture(beforeSecondTown);

          for (const country of [0, ELSEWHERE]) {
            await expect(townRegistry.connect(headOffice).foundTown(country, dollar, "Hillside", nominee))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryCountryNotOpen")
              .withArgs(country);
          }
        });
      });

      describe("when its ambassador was removed, until the successor acts", () => {
        it("reverts with TownRegistryCountryNotOpen", async () => {
          const { townRegistry, headOffice, dina, nominee, dollar } =
            await networkHelpers.loadFixture(beforeSecondTown);
          const found = () => townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, "Hillside", nominee);

          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
          await expect(found())
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryCountryNotOpen")
            .withArgs(COUNTRY);

          await townRegistry.connect(headOffice).appointCountryAmbassador(COUNTRY, dina.address);
          const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;
          await networkHelpers.time.setNextBlockTimestamp(actsFrom - 1);
          await expect(found())
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryCountryNotOpen")
            .withArgs(COUNTRY);

          await networkHelpers.time.setNextBlockTimestamp(actsFrom);
          await expect(found()).to.emit(townRegistry, "TownFounded");
        });
      });
    });
  });

  describe("attestNominee", () => {
    describe("given any state of the town", () => {
      for (const state of ["active", "without its ambassador", "without its country's ambassador"]) {
        describe(`when it is ${state}`, () => {
          it("makes the nominee a resident", async () => {
            const { townRegistry, memberRegistry, headOffice, stranger, nominee, town } =
              await networkHelpers.loadFixture(beforeSecondTown);
            const registry = townRegistry.connect(headOffice);
            if (state === "without its ambassador") await registry.removeTownAmbassador(town);
            if (state === "without its country's ambassador") await registry.removeCountryAmbassador(COUNTRY);

            await expect(registry.attestNominee(town, nominee))
              .to.emit(memberRegistry, "ResidencyAttested")
              .withArgs(
                town,
                stranger.address,
                nominee.personId,
                nominee.residentUntil,
                await townRegistry.getAddress(),
              );

            expect(await memberRegistry.isResident(stranger.address, town)).to.equal(true);
          });
        });
      }

      describe("when anybody but head office names a nominee", () => {
        it("reverts with TownRegistryNotHeadOffice", async () => {
          const { townRegistry, nominee, town } = await networkHelpers.loadFixture(beforeSecondTown);

          for (const caller of await everybodyBut("headOffice")) {
            await expect(townRegistry.connect(caller).attestNominee(town, nominee))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotHeadOffice")
              .withArgs(caller.address);
          }
        });
      });

      describe("when the nominee lives in another town", () => {
        it("reverts with MemberRegistryLivesElsewhere", async () => {
          const { townRegistry, memberRegistry, headOffice, carla, town, hillside, residentUntil } =
            await networkHelpers.loadFixture(twoTowns);
          const nominee = { wallet: carla.address, residentUntil, personId: idOf("carla") };

          await expect(townRegistry.connect(headOffice).attestNominee(hillside, nominee))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
            .withArgs(carla.address, town);
        });
      });
    });

    describe("given no such town", () => {
      it("reverts with TownRegistryNoSuchTown", async () => {
        const { townRegistry, headOffice, nominee, town } = await networkHelpers.loadFixture(beforeSecondTown);

        for (const id of [0, town + 1]) {
          await expect(townRegistry.connect(headOffice).attestNominee(id, nominee))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
            .withArgs(id);
        }
      });
    });
  });

  const parameters = [
    {
      set: "setAttestationLimit",
      event: "AttestationLimitSet",
      least: 10,
      most: 2000,
      record: (currency: string, value: number) => [currency, COUNTRY, value],
    },
  ] as const;
  for (const { set, event, least, most, record } of parameters) {
    describe(set, () => {
      describe("given the Town Ambassador", () => {
        for (const value of [least, most]) {
          describe(`when the value is ${value}`, () => {
            it("stores it for this town alone", async () => {
              const { townRegistry, townAmbassador, currency, town, hillside } =
                await networkHelpers.loadFixture(twoTowns);
              const other = await townRegistry.townOf(hillside);

              await expect(townRegistry.connect(townAmbassador)[set](town, value))
                .to.emit(townRegistry, event)
                .withArgs(town, value);

              expect(await townRegistry.townOf(town)).to.deep.equal(record(await currency.getAddress(), value));
              expect(await townRegistry.townOf(hillside)).to.deep.equal(other);
            });
          });
        }

        for (const value of [0, least - 1, most + 1]) {
          describe(`when the value is ${value}`, () => {
            it("reverts with TownRegistryOutOfBounds", async () => {
              const { townRegistry, townAmbassador, town } = await networkHelpers.loadFixture(willowmere);

              await expect(townRegistry.connect(townAmbassador)[set](town, value))
                .to.be.revertedWithCustomError(townRegistry, "TownRegistryOutOfBounds")
                .withArgs(value, least, most);
            });
          });
        }
      });

      describe("given anybody else", () => {
        it("reverts with TownRegistryNotTownAmbassador", async () => {
          const { townRegistry, petra, otto, town } = await networkHelpers.loadFixture(twoTowns);

          for (const caller of [...(await everybodyBut("townAmbassador")), petra, otto]) {
            await expect(townRegistry.connect(caller)[set](town, least))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
              .withArgs(town, caller.address);
          }
        });
      });

      describe("given a successor", () => {
        it("reverts with TownRegistryNotTownAmbassador until seven days after the appointment", async () => {
          const { townRegistry, headOffice, carla, town } = await networkHelpers.loadFixture(willowmere);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await townRegistry.connect(headOffice).appointTownAmbassador(town, carla.address);
          const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;

          await networkHelpers.time.setNextBlockTimestamp(actsFrom - 1);
          await expect(townRegistry.connect(carla)[set](town, least))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
            .withArgs(town, carla.address);

          await networkHelpers.time.setNextBlockTimestamp(actsFrom);
          await expect(townRegistry.connect(carla)[set](town, least)).to.emit(townRegistry, event);
        });
      });
    });
  }

  describe("nameOf", () => {
    describe("given no such town", () => {
      it("answers nothing", async () => {
        const { townRegistry, town } = await networkHelpers.loadFixture(willowmere);

        expect(await townRegistry.nameOf(town + 1)).to.equal("");
      });
    });
  });

  describe("townOf, countryOf and currencyOf", () => {
    describe("given no such town", () => {
      it("revert with TownRegistryNoSuchTown", async () => {
        const { townRegistry, town } = await networkHelpers.loadFixture(willowmere);

        for (const id of [0, town + 1]) {
          for (const view of ["townOf", "countryOf", "currencyOf"] as const) {
            await expect(townRegistry[view](id))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
              .withArgs(id);
          }
        }
      });
    });
  });
});

import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { networkHelpers } from "../fixture/connection.ts";
import { acceptanceOf, appointAmbassador, appointNominee, NO_WORD } from "../fixture/keys.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY, ELSEWHERE, willowmere } from "../fixture/willowmere.ts";

/** Willowmere, and what head office needs to found a second town in the same country, with the stranger. */
async function beforeSecondTown() {
  const before = await networkHelpers.loadFixture(willowmere);
  const { authority, stranger, currency, residentUntil, town } = before;
  const nominee = { wallet: stranger.address, residentUntil, personId: idOf("stranger") };
  const word = await acceptanceOf(authority, roleIds.townAmbassador(town + 1), stranger);
  return { ...before, nominee, word, dollar: await currency.getAddress() };
}

describe("TownRegistry", () => {
  describe("foundTown", () => {
    describe("given an open country", () => {
      describe("when head office founds a town", () => {
        it("records it, and makes its ambassador the first resident", async () => {
          const { authority, townRegistry, memberRegistry, headOffice, stranger, nominee, word, dollar, town } =
            await networkHelpers.loadFixture(beforeSecondTown);
          const id = town + 1;
          const now = (await networkHelpers.time.latest()) + 10;
          await networkHelpers.time.setNextBlockTimestamp(now);

          await expect(townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, "Hillside", nominee, word))
            .to.emit(townRegistry, "TownFounded")
            .withArgs(id, COUNTRY, stranger.address, dollar, "Hillside")
            .and.to.emit(memberRegistry, "ResidencyAttested")
            .withArgs(id, stranger.address, nominee.personId, nominee.residentUntil, await townRegistry.getAddress())
            .and.to.emit(authority, "AmbassadorAppointed")
            .withArgs(roleIds.townAmbassador(id), stranger.address, now);

          expect(await townRegistry.townCount()).to.equal(id);
          expect(await townRegistry.townOf(id)).to.deep.equal([dollar, COUNTRY]);
          expect(await townRegistry.nameOf(id)).to.equal("Hillside");
          expect(await townRegistry.countryOf(id)).to.equal(COUNTRY);
          expect(await townRegistry.currencyOf(id)).to.equal(dollar);
          expect(await townRegistry.isTownAmbassador(id, stranger.address)).to.equal(true);
          expect(await townRegistry.isActive(id)).to.equal(true);
          expect((await memberRegistry.personOf(stranger.address)).slice(0, 6)).to.deep.equal([
            BigInt(id),
            BigInt(COUNTRY),
            BigInt(nominee.residentUntil),
            0n,
            false,
            false,
          ]);
        });

        it("returns the id, which counts up", async () => {
          const { townRegistry, headOffice, nominee, word, dollar, town } =
            await networkHelpers.loadFixture(beforeSecondTown);

          expect(town).to.equal(1);
          expect(
            await townRegistry.connect(headOffice).foundTown.staticCall(COUNTRY, dollar, "Hillside", nominee, word),
          ).to.equal(2);
        });

        it("leaves the towns before it as they were", async () => {
          const { townRegistry, headOffice, nominee, word, dollar, town } =
            await networkHelpers.loadFixture(beforeSecondTown);
          const record = await townRegistry.townOf(town);

          await townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, "Hillside", nominee, word);

          expect(await townRegistry.townOf(town)).to.deep.equal(record);
          expect(await townRegistry.nameOf(town)).to.equal("Willowmere");
        });
      });

      for (const name of ["H", "h".repeat(64), "é".repeat(32)]) {
        describe(`when its name has ${Buffer.byteLength(name)} bytes in ${name.length} letters`, () => {
          it("founds the town", async () => {
            const { townRegistry, headOffice, nominee, word, dollar, town } =
              await networkHelpers.loadFixture(beforeSecondTown);

            await townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, name, nominee, word);

            expect(await townRegistry.nameOf(town + 1)).to.equal(name);
          });
        });
      }

      for (const name of ["", "h".repeat(65), "é".repeat(33)]) {
        describe(`when its name has ${Buffer.byteLength(name)} bytes in ${name.length} letters`, () => {
          it("reverts with TownRegistryBadName", async () => {
            const { townRegistry, headOffice, nominee, word, dollar } =
              await networkHelpers.loadFixture(beforeSecondTown);

            await expect(townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, name, nominee, word))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryBadName")
              .withArgs(name);
          });
        });
      }

      describe("when there is no contract at the currency's address", () => {
        it("reverts with TownRegistryNotACurrency", async () => {
          const { townRegistry, headOffice, nominee, word, payer } = await networkHelpers.loadFixture(beforeSecondTown);

          await expect(townRegistry.connect(headOffice).foundTown(COUNTRY, payer.address, "Hillside", nominee, word))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotACurrency")
            .withArgs(payer.address);
        });
      });

      describe("when the ambassador lives in another town", () => {
        it("reverts with MemberRegistryLivesElsewhere", async () => {
          const { townRegistry, memberRegistry, headOffice, nominee, carla, dollar, town } =
            await networkHelpers.loadFixture(beforeSecondTown);
          const moving = { ...nominee, wallet: carla.address, personId: idOf("carla") };

          await expect(townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, "Hillside", moving, NO_WORD))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
            .withArgs(carla.address, town);
          expect(await townRegistry.townCount()).to.equal(town);
        });
      });

      describe("when the ambassador holds another key", () => {
        it("reverts with AuthoritySecondKey", async () => {
          const { authority, townRegistry, headOffice, countryAmbassador, nominee, dollar, town } =
            await networkHelpers.loadFixture(beforeSecondTown);

          for (const wallet of [headOffice, countryAmbassador]) {
            const { address } = wallet;
            const holder = { ...nominee, wallet: address };
            const own = await acceptanceOf(authority, roleIds.townAmbassador(town + 1), wallet);
            await expect(townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, "Hillside", holder, own))
              .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
              .withArgs(address, roleIds.townAmbassador(town + 1));
          }
        });
      });

      describe("when anybody but head office founds", () => {
        it("reverts with TownRegistryNotHeadOffice", async () => {
          const { townRegistry, nominee, word, dollar } = await networkHelpers.loadFixture(beforeSecondTown);

          for (const caller of await everybodyBut("headOffice")) {
            await expect(townRegistry.connect(caller).foundTown(COUNTRY, dollar, "Hillside", nominee, word))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotHeadOffice")
              .withArgs(caller.address);
          }
        });
      });
    });

    describe("given a country that is not open", () => {
      describe("when nobody was ever its ambassador", () => {
        it("reverts with TownRegistryCountryNotOpen", async () => {
          const { townRegistry, headOffice, nominee, word, dollar } =
            await networkHelpers.loadFixture(beforeSecondTown);

          for (const country of [0, ELSEWHERE]) {
            await expect(townRegistry.connect(headOffice).foundTown(country, dollar, "Hillside", nominee, word))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryCountryNotOpen")
              .withArgs(country);
          }
        });
      });

      describe("when its ambassador was removed, until the successor acts", () => {
        it("reverts with TownRegistryCountryNotOpen", async () => {
          const { authority, townRegistry, headOffice, dina, nominee, word, dollar } =
            await networkHelpers.loadFixture(beforeSecondTown);
          const found = () => townRegistry.connect(headOffice).foundTown(COUNTRY, dollar, "Hillside", nominee, word);

          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
          await expect(found())
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryCountryNotOpen")
            .withArgs(COUNTRY);

          await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, dina);
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

  describe("appointNominee", () => {
    async function vacant() {
      const before = await networkHelpers.loadFixture(beforeSecondTown);
      await before.townRegistry.connect(before.headOffice).removeTownAmbassador(before.town);
      return before;
    }

    describe("given a resident-to-be who has accepted", () => {
      for (const state of ["active", "without its ambassador", "without its country's ambassador"]) {
        describe(`when the town is ${state}`, () => {
          it("makes the nominee a resident, and the next ambassador", async () => {
            const all = await networkHelpers.loadFixture(beforeSecondTown);
            const { authority, townRegistry, memberRegistry, headOffice, stranger, nominee, town } = all;
            const registry = townRegistry.connect(headOffice);
            if (state === "without its ambassador") await registry.removeTownAmbassador(town);
            if (state === "without its country's ambassador") await registry.removeCountryAmbassador(COUNTRY);

            await expect(appointNominee(all, town, stranger, nominee))
              .to.emit(memberRegistry, "ResidencyAttested")
              .withArgs(
                town,
                stranger.address,
                nominee.personId,
                nominee.residentUntil,
                await townRegistry.getAddress(),
              )
              .and.to.emit(authority, "AmbassadorAppointed");

            expect(await memberRegistry.isResident(stranger.address, town)).to.equal(true);
            expect(await authority.keyOf(stranger.address)).to.equal(roleIds.townAmbassador(town));
          });
        });
      }

      describe("when head office would appoint a second while the first waits", () => {
        it("reverts with AuthorityInOffice, and attests nobody", async () => {
          const all = await networkHelpers.loadFixture(vacant);
          const { authority, memberRegistry, stranger, payer, nominee, town } = all;
          await appointNominee(all, town, stranger, nominee);
          const second = { ...nominee, wallet: payer.address, personId: idOf("payer") };

          await expect(appointNominee(all, town, payer, second))
            .to.be.revertedWithCustomError(authority, "AuthorityInOffice")
            .withArgs(roleIds.townAmbassador(town), stranger.address);
          expect(await memberRegistry.isResident(payer.address, town)).to.equal(false);
        });
      });
    });

    describe("given somebody who has not accepted", () => {
      it("reverts with AuthorityAcceptanceNotNow, and attests nobody", async () => {
        const { authority, townRegistry, memberRegistry, headOffice, nominee, town } =
          await networkHelpers.loadFixture(vacant);

        await expect(
          townRegistry.connect(headOffice).appointNominee(town, nominee, NO_WORD),
        ).to.be.revertedWithCustomError(authority, "AuthorityAcceptanceNotNow");
        expect(await memberRegistry.isResident(nominee.wallet, town)).to.equal(false);
      });
    });

    describe("given anybody but head office", () => {
      it("reverts with TownRegistryNotHeadOffice", async () => {
        const { townRegistry, nominee, town } = await networkHelpers.loadFixture(vacant);

        for (const caller of await everybodyBut("headOffice")) {
          await expect(townRegistry.connect(caller).appointNominee(town, nominee, NO_WORD))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotHeadOffice")
            .withArgs(caller.address);
        }
      });
    });

    describe("given one who lives in another town", () => {
      it("reverts with MemberRegistryLivesElsewhere", async () => {
        const all = await networkHelpers.loadFixture(twoTowns);
        const { memberRegistry, carla, town, hillside, residentUntil } = all;
        const nominee = { wallet: carla.address, residentUntil, personId: idOf("carla") };

        await expect(appointNominee(all, hillside, carla, nominee))
          .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
          .withArgs(carla.address, town);
      });
    });

    describe("given no such town", () => {
      it("reverts with TownRegistryNoSuchTown", async () => {
        const { townRegistry, headOffice, nominee, town } = await networkHelpers.loadFixture(beforeSecondTown);

        for (const id of [0, town + 1]) {
          await expect(townRegistry.connect(headOffice).appointNominee(id, nominee, NO_WORD))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
            .withArgs(id);
        }
      });
    });
  });

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

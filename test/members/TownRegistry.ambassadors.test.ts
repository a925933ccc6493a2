import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador, NO_WORD } from "../fixture/keys.ts";
import { everybodyBut } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY, ELSEWHERE, willowmere } from "../fixture/willowmere.ts";

describe("TownRegistry", () => {
  describe("appointCountryAmbassador", () => {
    describe("given a country without ambassador", () => {
      describe("when head office appoints the first", () => {
        it("opens the country; the ambassador acts at once", async () => {
          const { authority, townRegistry, headOffice, stranger } = await networkHelpers.loadFixture(willowmere);
          const role = roleIds.countryAmbassador(ELSEWHERE);
          const now = (await networkHelpers.time.latest()) + 10;
          await networkHelpers.time.setNextBlockTimestamp(now);

          await expect(appointAmbassador({ authority, townRegistry, headOffice }, { country: ELSEWHERE }, stranger))
            .to.emit(townRegistry, "CountryOpened")
            .withArgs(ELSEWHERE, stranger.address)
            .and.to.emit(authority, "AmbassadorAppointed")
            .withArgs(role, stranger.address, now)
            .and.to.emit(authority, "RoleGranted")
            .withArgs(role, stranger.address, await townRegistry.getAddress());

          expect(await authority.acts(role, stranger.address)).to.equal(true);
        });
      });

      for (const country of [1, 999]) {
        describe(`when the country's code is ${country}`, () => {
          it("appoints", async () => {
            const { authority, townRegistry, headOffice, stranger } = await networkHelpers.loadFixture(willowmere);

            await appointAmbassador({ authority, townRegistry, headOffice }, { country }, stranger);

            expect(await authority.inOffice(roleIds.countryAmbassador(country))).to.equal(true);
          });
        });
      }

      for (const country of [0, 1000, 65_535]) {
        describe(`when the country's code is ${country}`, () => {
          it("reverts with TownRegistryBadCountry", async () => {
            const { authority, townRegistry, headOffice, stranger } = await networkHelpers.loadFixture(willowmere);

            await expect(appointAmbassador({ authority, townRegistry, headOffice }, { country }, stranger))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryBadCountry")
              .withArgs(country);
          });
        });
      }

      describe("when head office appoints the address zero", () => {
        it("reverts with AuthorityNoWallet, and the country stays closed", async () => {
          const { authority, townRegistry, headOffice } = await networkHelpers.loadFixture(willowmere);

          await expect(townRegistry.connect(headOffice).appointCountryAmbassador(ELSEWHERE, ZeroAddress, NO_WORD))
            .to.be.revertedWithCustomError(authority, "AuthorityNoWallet")
            .withArgs(roleIds.countryAmbassador(ELSEWHERE));
          expect((await authority.ambassadorOf(roleIds.countryAmbassador(ELSEWHERE))).actsFrom).to.equal(0);
        });
      });

      describe("when anybody but head office appoints", () => {
        it("reverts with TownRegistryNotHeadOffice", async () => {
          const { townRegistry, stranger } = await networkHelpers.loadFixture(willowmere);

          for (const caller of await everybodyBut("headOffice")) {
            await expect(townRegistry.connect(caller).appointCountryAmbassador(ELSEWHERE, stranger.address, NO_WORD))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotHeadOffice")
              .withArgs(caller.address);
          }
        });
      });
    });

    describe("given an ambassador in office", () => {
      describe("when head office appoints the same wallet again", () => {
        it("reverts with AuthorityInOffice", async () => {
          const { authority, townRegistry, headOffice, countryAmbassador } =
            await networkHelpers.loadFixture(willowmere);

          await expect(
            appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, countryAmbassador),
          )
            .to.be.revertedWithCustomError(authority, "AuthorityInOffice")
            .withArgs(roleIds.countryAmbassador(COUNTRY), countryAmbassador.address);
        });
      });

      describe("when head office appoints another", () => {
        it("lets the one in office serve until the other takes over, without a gap", async () => {
          const { authority, townRegistry, headOffice, countryAmbassador, stranger, town } =
            await networkHelpers.loadFixture(willowmere);
          const role = roleIds.countryAmbassador(COUNTRY);

          const appointment = appointAmbassador(
            { authority, townRegistry, headOffice },
            { country: COUNTRY },
            stranger,
          );
          await expect(appointment).to.not.emit(townRegistry, "CountryOpened");
          const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;
          await networkHelpers.time.increaseTo(actsFrom - 1);
          expect(await townRegistry.countryKeyOf(town)).to.equal(countryAmbassador.address);
          expect(await authority.nextAmbassadorOf(role)).to.deep.equal([stranger.address, BigInt(actsFrom)]);
          await networkHelpers.time.increaseTo(actsFrom);

          expect(await townRegistry.countryKeyOf(town)).to.equal(stranger.address);
          expect(await townRegistry.isActive(town)).to.equal(true);
          expect(await townRegistry.dormantSince(town)).to.equal(0);
        });
      });
    });

    describe("given a country whose ambassador was removed", () => {
      async function vacant() {
        const before = await networkHelpers.loadFixture(willowmere);
        await before.townRegistry.connect(before.headOffice).removeCountryAmbassador(COUNTRY);
        return { ...before, role: roleIds.countryAmbassador(COUNTRY) };
      }

      describe("when head office appoints a successor", () => {
        it("does not open the country again; powers begin after seven days", async () => {
          const { authority, townRegistry, headOffice, stranger, role } = await networkHelpers.loadFixture(vacant);
          const now = (await networkHelpers.time.latest()) + 10;
          await networkHelpers.time.setNextBlockTimestamp(now);

          const appointment = appointAmbassador(
            { authority, townRegistry, headOffice },
            { country: COUNTRY },
            stranger,
          );
          await expect(appointment)
            .to.emit(authority, "AmbassadorAppointed")
            .withArgs(role, stranger.address, now + 7 * DAY);
          await expect(appointment).to.not.emit(townRegistry, "CountryOpened");

          expect(await authority.acts(role, stranger.address)).to.equal(false);
        });
      });

      describe("when a successor waits and head office appoints another", () => {
        it("reverts with AuthorityInOffice", async () => {
          const { authority, townRegistry, headOffice, stranger, dina, role } =
            await networkHelpers.loadFixture(vacant);
          await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, stranger);

          await expect(appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, dina))
            .to.be.revertedWithCustomError(authority, "AuthorityInOffice")
            .withArgs(role, stranger.address);
        });
      });

      describe("when a successor waits and head office thinks better of it", () => {
        it("removes them before they ever acted, and the next waits from their own appointment", async () => {
          const { authority, townRegistry, headOffice, stranger, dina, role } =
            await networkHelpers.loadFixture(vacant);
          await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, stranger);
          await networkHelpers.time.increase(DAY);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, dina);

          const now = await networkHelpers.time.latest();
          expect(await authority.ambassadorOf(role)).to.deep.equal([dina.address, BigInt(now + 7 * DAY)]);
          expect(await authority.holdsKey(stranger.address)).to.equal(false);
        });
      });
    });
  });

  describe("appointTownAmbassador", () => {
    async function vacant() {
      const before = await networkHelpers.loadFixture(twoTowns);
      await before.townRegistry.connect(before.headOffice).removeTownAmbassador(before.town);
      return { ...before, role: roleIds.townAmbassador(before.town) };
    }

    describe("given a town whose ambassador was removed", () => {
      describe("when head office appoints a resident", () => {
        it("gives them the office, with powers from seven days on", async () => {
          const { authority, townRegistry, headOffice, carla, town, role } = await networkHelpers.loadFixture(vacant);
          const now = (await networkHelpers.time.latest()) + 10;
          await networkHelpers.time.setNextBlockTimestamp(now);

          await expect(appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla))
            .to.emit(authority, "AmbassadorAppointed")
            .withArgs(role, carla.address, now + 7 * DAY)
            .and.to.emit(authority, "RoleGranted")
            .withArgs(role, carla.address, await townRegistry.getAddress());

          expect(await townRegistry.isTownAmbassador(town, carla.address)).to.equal(false);
          await networkHelpers.time.increaseTo(now + 7 * DAY);
          expect(await townRegistry.isTownAmbassador(town, carla.address)).to.equal(true);
        });
      });

      describe("when head office appoints the one who was removed", () => {
        it("makes them wait like any successor", async () => {
          const { authority, townRegistry, headOffice, townAmbassador, town } =
            await networkHelpers.loadFixture(vacant);

          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, townAmbassador);

          expect(await townRegistry.isTownAmbassador(town, townAmbassador.address)).to.equal(false);
        });
      });

      describe("when head office appoints somebody who does not live there", () => {
        it("reverts with AuthorityNotResident", async () => {
          const { authority, townRegistry, headOffice, dina, emil, stranger, sam, town } =
            await networkHelpers.loadFixture(vacant);

          for (const wallet of [dina, emil, stranger, sam]) {
            await expect(appointAmbassador({ authority, townRegistry, headOffice }, { town }, wallet))
              .to.be.revertedWithCustomError(authority, "AuthorityNotResident")
              .withArgs(wallet.address, town);
          }
        });
      });

      describe("when anybody but head office appoints", () => {
        it("reverts with TownRegistryNotHeadOffice", async () => {
          const { townRegistry, carla, town } = await networkHelpers.loadFixture(vacant);

          for (const caller of await everybodyBut("headOffice")) {
            await expect(townRegistry.connect(caller).appointTownAmbassador(town, carla.address, NO_WORD))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotHeadOffice")
              .withArgs(caller.address);
          }
        });
      });
    });

    describe("given an ambassador in office", () => {
      describe("when head office appoints the same wallet again", () => {
        it("reverts with AuthorityInOffice", async () => {
          const { authority, townRegistry, headOffice, townAmbassador, town } =
            await networkHelpers.loadFixture(willowmere);

          await expect(appointAmbassador({ authority, townRegistry, headOffice }, { town }, townAmbassador))
            .to.be.revertedWithCustomError(authority, "AuthorityInOffice")
            .withArgs(roleIds.townAmbassador(town), townAmbassador.address);
        });
      });

      describe("when head office appoints another resident", () => {
        it("lets the one in office serve until the other takes over, without a gap", async () => {
          const { authority, townRegistry, headOffice, townAmbassador, carla, town } =
            await networkHelpers.loadFixture(willowmere);

          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
          const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;
          await networkHelpers.time.increaseTo(actsFrom - 1);
          expect(await townRegistry.townKeyOf(town)).to.equal(townAmbassador.address);
          await networkHelpers.time.increaseTo(actsFrom);

          expect(await townRegistry.townKeyOf(town)).to.equal(carla.address);
          expect(await townRegistry.isActive(town)).to.equal(true);
          expect(await townRegistry.dormantSince(town)).to.equal(0);
        });
      });

      describe("when head office appoints one who has not accepted", () => {
        it("reverts with AuthorityNotAccepted", async () => {
          const { authority, townRegistry, headOffice, carla, town } = await networkHelpers.loadFixture(willowmere);
          const signedAt = await networkHelpers.time.latest();

          await expect(
            townRegistry
              .connect(headOffice)
              .appointTownAmbassador(town, carla.address, { signedAt, signature: `0x${"11".repeat(65)}` }),
          )
            .to.be.revertedWithCustomError(authority, "AuthorityNotAccepted")
            .withArgs(roleIds.townAmbassador(town), carla.address);
        });
      });
    });

    describe("given no such town", () => {
      for (const offset of [-1, 1]) {
        describe(`when its id is ${offset === 1 ? "one too many" : "zero"}`, () => {
          it("reverts with TownRegistryNoSuchTown", async () => {
            const { authority, townRegistry, headOffice, carla, town } = await networkHelpers.loadFixture(willowmere);

            await expect(appointAmbassador({ authority, townRegistry, headOffice }, { town: town + offset }, carla))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
              .withArgs(town + offset);
          });
        });
      }
    });
  });

  describe("removeCountryAmbassador", () => {
    describe("given an ambassador in office", () => {
      describe("when head office removes them", () => {
        it("takes the powers at once", async () => {
          const { authority, townRegistry, memberRegistry, headOffice, countryAmbassador, town } =
            await networkHelpers.loadFixture(willowmere);
          const role = roleIds.countryAmbassador(COUNTRY);

          await expect(townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY))
            .to.emit(authority, "RoleRevoked")
            .withArgs(role, countryAmbassador.address, await townRegistry.getAddress());

          expect(await authority.acts(role, countryAmbassador.address)).to.equal(false);
          expect((await authority.ambassadorOf(role)).holder).to.equal(ZeroAddress);
          expect(await townRegistry.isCountryAmbassador(town, countryAmbassador.address)).to.equal(false);
          await expect(memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, []))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotCountryAmbassador")
            .withArgs(COUNTRY, countryAmbassador.address);
        });
      });

      describe("when anybody but head office removes them", () => {
        it("reverts with TownRegistryNotHeadOffice", async () => {
          const { townRegistry } = await networkHelpers.loadFixture(willowmere);

          for (const caller of await everybodyBut("headOffice")) {
            await expect(townRegistry.connect(caller).removeCountryAmbassador(COUNTRY))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotHeadOffice")
              .withArgs(caller.address);
          }
        });
      });
    });

    describe("given a vacant office", () => {
      describe("when head office removes its ambassador", () => {
        it("reverts with TownRegistryNoAmbassador", async () => {
          const { townRegistry, headOffice } = await networkHelpers.loadFixture(willowmere);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          for (const country of [COUNTRY, ELSEWHERE]) {
            await expect(townRegistry.connect(headOffice).removeCountryAmbassador(country))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoAmbassador")
              .withArgs(roleIds.countryAmbassador(country));
          }
        });
      });
    });
  });

  describe("removeTownAmbassador", () => {
    describe("given an ambassador in office", () => {
      describe("when head office removes them", () => {
        it("takes the powers at once", async () => {
          const { authority, townRegistry, headOffice, townAmbassador, carla, town } =
            await networkHelpers.loadFixture(willowmere);
          const role = roleIds.townAmbassador(town);

          await expect(townRegistry.connect(headOffice).removeTownAmbassador(town))
            .to.emit(authority, "RoleRevoked")
            .withArgs(role, townAmbassador.address, await townRegistry.getAddress());

          expect(await townRegistry.isTownAmbassador(town, townAmbassador.address)).to.equal(false);
          expect(await authority.holdsKey(townAmbassador.address)).to.equal(false);
          await expect(townRegistry.connect(townAmbassador).lowerAttestationLimit(role, 10))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotInOffice")
            .withArgs(role, townAmbassador.address);
          await expect(authority.connect(townAmbassador).grantRole(roleIds.steward(town), carla.address))
            .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
            .withArgs(townAmbassador.address, role);
        });

        it("leaves the other town's ambassador in office", async () => {
          const { townRegistry, headOffice, petra, town, hillside } = await networkHelpers.loadFixture(twoTowns);

          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          expect(await townRegistry.isTownAmbassador(hillside, petra.address)).to.equal(true);
        });
      });

      describe("when anybody but head office removes them", () => {
        it("reverts with TownRegistryNotHeadOffice", async () => {
          const { townRegistry, town } = await networkHelpers.loadFixture(willowmere);

          for (const caller of await everybodyBut("headOffice")) {
            await expect(townRegistry.connect(caller).removeTownAmbassador(town))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotHeadOffice")
              .withArgs(caller.address);
          }
        });
      });
    });

    describe("given a vacant office", () => {
      describe("when head office removes its ambassador", () => {
        it("reverts with TownRegistryNoAmbassador", async () => {
          const { townRegistry, headOffice, town } = await networkHelpers.loadFixture(willowmere);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await expect(townRegistry.connect(headOffice).removeTownAmbassador(town))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoAmbassador")
            .withArgs(roleIds.townAmbassador(town));
        });
      });
    });
  });

  describe("isTownAmbassador and isCountryAmbassador", () => {
    describe("given two towns in two countries", () => {
      it("say yes only to the ambassador of that town and of its country", async () => {
        const { townRegistry, townAmbassador, countryAmbassador, petra, otto, headOffice, town, hillside } =
          await networkHelpers.loadFixture(twoTowns);
        const wallets = [townAmbassador, countryAmbassador, petra, otto, headOffice].map(({ address }) => address);
        const answers = async (question: (wallet: string) => Promise<boolean>) => {
          const all = await Promise.all(wallets.map(question));
          return wallets.filter((_, i) => all[i]);
        };

        expect(await answers((w) => townRegistry.isTownAmbassador(town, w))).to.deep.equal([townAmbassador.address]);
        expect(await answers((w) => townRegistry.isTownAmbassador(hillside, w))).to.deep.equal([petra.address]);
        expect(await answers((w) => townRegistry.isTownAmbassador(99, w))).to.deep.equal([]);
        expect(await answers((w) => townRegistry.isCountryAmbassador(town, w))).to.deep.equal([
          countryAmbassador.address,
        ]);
        expect(await answers((w) => townRegistry.isCountryAmbassador(hillside, w))).to.deep.equal([otto.address]);
        expect(await answers((w) => townRegistry.isCountryAmbassador(99, w))).to.deep.equal([]);
      });
    });
  });

  describe("requireTownAmbassador and requireCountryAmbassador", () => {
    describe("given the ambassador of that town or country", () => {
      it("return", async () => {
        const { townRegistry, townAmbassador, countryAmbassador, town } = await networkHelpers.loadFixture(twoTowns);

        await townRegistry.requireTownAmbassador(town, townAmbassador.address);
        await townRegistry.requireCountryAmbassador(town, countryAmbassador.address);
      });
    });

    describe("given anybody else", () => {
      it("revert with TownRegistryNotTownAmbassador and TownRegistryNotCountryAmbassador", async () => {
        const { townRegistry, petra, otto, town } = await networkHelpers.loadFixture(twoTowns);

        for (const { address } of [...(await everybodyBut("townAmbassador")), petra, otto]) {
          await expect(townRegistry.requireTownAmbassador(town, address))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
            .withArgs(town, address);
        }
        for (const { address } of [...(await everybodyBut("countryAmbassador")), petra, otto]) {
          await expect(townRegistry.requireCountryAmbassador(town, address))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
            .withArgs(town, address);
        }
      });
    });
  });

  describe("isAmbassador and requireAmbassador", () => {
    it("say yes to both ambassadors of that town, and to nobody else", async () => {
      const { townRegistry, townAmbassador, countryAmbassador, petra, otto, town } =
        await networkHelpers.loadFixture(twoTowns);

      for (const { address } of [townAmbassador, countryAmbassador]) {
        expect(await townRegistry.isAmbassador(town, address)).to.equal(true);
        await townRegistry.requireAmbassador(town, address);
      }
      for (const { address } of [...(await everybodyBut("townAmbassador", "countryAmbassador")), petra, otto]) {
        expect(await townRegistry.isAmbassador(town, address)).to.equal(false);
        await expect(townRegistry.requireAmbassador(town, address))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotAmbassador")
          .withArgs(town, address);
      }
    });
  });

  describe("takeBackAppointment", () => {
    it("is head office's alone, and only of one who waits", async () => {
      const all = await networkHelpers.loadFixture(willowmere);
      const { authority, townRegistry, headOffice, carla, town } = all;
      const office = roleIds.townAmbassador(town);
      await appointAmbassador(all, { town }, carla);
      for (const caller of await everybodyBut("headOffice")) {
        await expect(townRegistry.connect(caller).takeBackAppointment(office))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotHeadOffice")
          .withArgs(caller.address);
      }

      await townRegistry.connect(headOffice).takeBackAppointment(office);

      expect((await authority.nextAmbassadorOf(office)).wallet).to.equal(ZeroAddress);
      expect(await townRegistry.isActive(town)).to.equal(true);
    });
  });

  describe("townAmbassadorOf", () => {
    it("answers the holder, acting or not, and nobody for a vacant office", async () => {
      const { authority, townRegistry, headOffice, townAmbassador, carla, town } =
        await networkHelpers.loadFixture(willowmere);
      expect(await townRegistry.townAmbassadorOf(town)).to.equal(townAmbassador.address);

      await townRegistry.connect(headOffice).removeTownAmbassador(town);
      expect(await townRegistry.townAmbassadorOf(town)).to.equal(ZeroAddress);

      await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
      expect(await townRegistry.townAmbassadorOf(town)).to.equal(carla.address);
    });
  });

  describe("isActive and requireActive", () => {
    describe("given a town with both ambassadors", () => {
      it("say that it is active", async () => {
        const { townRegistry, town } = await networkHelpers.loadFixture(willowmere);

        expect(await townRegistry.isActive(town)).to.equal(true);
        await townRegistry.requireActive(town);
      });
    });

    describe("given a town that lacks an ambassador", () => {
      const removals = ["removeTownAmbassador", "removeCountryAmbassador"] as const;
      for (const removal of removals) {
        describe(`when it is by ${removal}`, () => {
          it("say no, and revert with TownRegistryDormant, until seven days after the next appointment", async () => {
            const all = await networkHelpers.loadFixture(twoTowns);
            const { townRegistry, headOffice, carla, stranger, town, hillside } = all;
            const isTown = removal === "removeTownAmbassador";
            const scope = isTown ? town : COUNTRY;
            await townRegistry.connect(headOffice)[removal](scope);

            expect(await townRegistry.isActive(town)).to.equal(false);
            await expect(townRegistry.requireActive(town))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
              .withArgs(town);
            expect(await townRegistry.isActive(hillside)).to.equal(true);

            if (isTown) await appointAmbassador(all, { town }, carla);
            else await appointAmbassador(all, { country: COUNTRY }, stranger);
            const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;
            await networkHelpers.time.increaseTo(actsFrom - 1);
            expect(await townRegistry.isActive(town)).to.equal(false);
            await networkHelpers.time.increaseTo(actsFrom);
            expect(await townRegistry.isActive(town)).to.equal(true);
          });
        });
      }
    });

    describe("given no such town", () => {
      it("say no, and revert with TownRegistryNoSuchTown", async () => {
        const { townRegistry, town } = await networkHelpers.loadFixture(willowmere);

        for (const id of [0, town + 1]) {
          expect(await townRegistry.isActive(id)).to.equal(false);
          await expect(townRegistry.requireActive(id))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
            .withArgs(id);
        }
      });
    });
  });
});

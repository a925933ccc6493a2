import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { networkHelpers, setNextTime } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { everybodyBut } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY, ELSEWHERE } from "../fixture/willowmere.ts";

const LASTS = 30 * DAY;

/** The two offices with a limit of their own: who sets it, and who confirms that it rises. */
const offices = {
  town: { of: "townAmbassador", by: "countryAmbassador", denied: "TownRegistryNotCountryAmbassador" },
  country: { of: "countryAmbassador", by: "headOffice", denied: "TownRegistryNotHeadOffice" },
} as const;

describe("TownRegistry", () => {
  for (const [name, { of, by, denied }] of Object.entries(offices)) {
    describe(`the limit of new attestations a week of a ${name}`, () => {
      async function limited() {
        const before = await networkHelpers.loadFixture(twoTowns);
        const { townRegistry, town, hillside } = before;
        const isTown = name === "town";
        const office = isTown ? roleIds.townAmbassador(town) : roleIds.countryAmbassador(COUNTRY);
        const limit = () =>
          isTown ? townRegistry.attestationsAWeek(town) : townRegistry.attestationsAWeekOfCountry(COUNTRY);
        const others = () =>
          isTown ? townRegistry.attestationsAWeek(hillside) : townRegistry.attestationsAWeekOfCountry(ELSEWHERE);
        const own = townRegistry.connect(before[of]);
        const second = townRegistry.connect(before[by]);
        return { ...before, office, limit, others, own, second };
      }

      async function proposed() {
        const before = await networkHelpers.loadFixture(limited);
        await before.own.proposeAttestationLimit(before.office, 2_000);
        return { ...before, at: await networkHelpers.time.latest() };
      }

      it("is 200 until somebody changes it", async () => {
        const { townRegistry, office, limit } = await networkHelpers.loadFixture(limited);

        expect(await limit()).to.equal(200);
        expect(await townRegistry.attestationLimitOf(office)).to.deep.equal([200, 0, 0]);
      });

      describe("lowerAttestationLimit", () => {
        for (const aWeek of [10, 199]) {
          it(`lowers it to ${aWeek} at once, for this ${name} alone`, async () => {
            const { townRegistry, own, office, limit, others, ...all } = await networkHelpers.loadFixture(limited);

            await expect(own.lowerAttestationLimit(office, aWeek))
              .to.emit(townRegistry, "AttestationLimitSet")
              .withArgs(office, aWeek, all[of].address);

            expect(await limit()).to.equal(aWeek);
            expect(await others()).to.equal(200);
          });
        }

        for (const aWeek of [0, 9, 200, 201]) {
          it(`refuses ${aWeek}: that is too low, or not lower`, async () => {
            const { townRegistry, own, office } = await networkHelpers.loadFixture(limited);

            await expect(own.lowerAttestationLimit(office, aWeek))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryOutOfBounds")
              .withArgs(aWeek, 10, 199);
          });
        }

        it("drops what was proposed", async () => {
          const { townRegistry, own, second, office, limit } = await networkHelpers.loadFixture(proposed);

          await own.lowerAttestationLimit(office, 50);

          await expect(second.confirmAttestationLimit(office, 2_000))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryLimitNotProposed")
            .withArgs(office, 2_000);
          expect(await limit()).to.equal(50);
        });
      });

      describe("proposeAttestationLimit and confirmAttestationLimit", () => {
        it("raise it when the second key confirms exactly what was proposed", async () => {
          const { townRegistry, second, office, limit, others, at, ...all } =
            await networkHelpers.loadFixture(proposed);
          expect(await limit()).to.equal(200);
          expect(await townRegistry.attestationLimitOf(office)).to.deep.equal([200, 2_000, BigInt(at + LASTS)]);
          await expect(second.confirmAttestationLimit(office, 1_999))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryLimitNotProposed")
            .withArgs(office, 1_999);

          await expect(second.confirmAttestationLimit(office, 2_000))
            .to.emit(townRegistry, "AttestationLimitSet")
            .withArgs(office, 2_000, all[by].address);

          expect(await limit()).to.equal(2_000);
          expect(await others()).to.equal(200);
          expect(await townRegistry.attestationLimitOf(office)).to.deep.equal([2_000, 0, 0]);
        });

        it("tell who proposed it", async () => {
          const { townRegistry, own, office, ...all } = await networkHelpers.loadFixture(limited);

          await expect(own.proposeAttestationLimit(office, 201))
            .to.emit(townRegistry, "AttestationLimitProposed")
            .withArgs(office, 201, all[of].address);
        });

        for (const aWeek of [10, 200, 2_001]) {
          it(`refuse ${aWeek}: that is not higher, or too high`, async () => {
            const { townRegistry, own, office } = await networkHelpers.loadFixture(limited);

            await expect(own.proposeAttestationLimit(office, aWeek))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryOutOfBounds")
              .withArgs(aWeek, 201, 2_000);
          });
        }

        it("raise it in the last second of the thirty days", async () => {
          const { second, office, limit, at } = await networkHelpers.loadFixture(proposed);
          await setNextTime(at + LASTS - 1);

          await second.confirmAttestationLimit(office, 2_000);

          expect(await limit()).to.equal(2_000);
        });

        it("refuse it when the thirty days are over", async () => {
          const { townRegistry, second, office, at } = await networkHelpers.loadFixture(proposed);
          await networkHelpers.time.increaseTo(at + LASTS);

          await expect(second.confirmAttestationLimit(office, 2_000))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryLimitNotProposed")
            .withArgs(office, 2_000);
          expect(await townRegistry.attestationLimitOf(office)).to.deep.equal([200, 0, 0]);
        });

        it("refuse it when its proposer has left office, and also when they came back", async () => {
          const all = await networkHelpers.loadFixture(proposed);
          const { townRegistry, headOffice, second, office, town } = all;
          if (name === "town") {
            await townRegistry.connect(headOffice).removeTownAmbassador(town);
            await appointAmbassador(all, { town }, all.townAmbassador);
          } else {
            await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
            await appointAmbassador(all, { country: COUNTRY }, all.countryAmbassador);
          }
          await networkHelpers.time.increase(8 * DAY);

          await expect(second.confirmAttestationLimit(office, 2_000))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryLimitNotProposed")
            .withArgs(office, 2_000);
        });

        it("refuse whoever is not the second key, the proposer first of all", async () => {
          const { townRegistry, office } = await networkHelpers.loadFixture(proposed);

          for (const caller of await everybodyBut(by)) {
            await expect(
              townRegistry.connect(caller).confirmAttestationLimit(office, 2_000),
            ).to.be.revertedWithCustomError(townRegistry, denied);
          }
        });
      });

      describe("takeBackAttestationLimit", () => {
        it("ends what was proposed", async () => {
          const { townRegistry, own, second, office, ...all } = await networkHelpers.loadFixture(proposed);

          await expect(own.takeBackAttestationLimit(office))
            .to.emit(townRegistry, "AttestationLimitTakenBack")
            .withArgs(office, all[of].address);

          await expect(second.confirmAttestationLimit(office, 2_000))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryLimitNotProposed")
            .withArgs(office, 2_000);
        });

        it("refuses when nothing waits", async () => {
          const { townRegistry, own, office } = await networkHelpers.loadFixture(limited);

          await expect(own.takeBackAttestationLimit(office))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryLimitNotProposed")
            .withArgs(office, 0);
        });
      });

      it("is changed by nobody but the ambassador who holds that office", async () => {
        const { townRegistry, petra, otto, office } = await networkHelpers.loadFixture(limited);

        for (const caller of [...(await everybodyBut(of)), petra, otto]) {
          const registry = townRegistry.connect(caller);
          for (const call of [
            registry.lowerAttestationLimit(office, 10),
            registry.proposeAttestationLimit(office, 300),
            registry.takeBackAttestationLimit(office),
          ]) {
            await expect(call)
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotInOffice")
              .withArgs(office, caller.address);
          }
        }
      });
    });
  }

  describe("the limit of an office that is no ambassador's", () => {
    it("is nobody's, not even of one who holds that role", async () => {
      const { townRegistry, registrar, town } = await networkHelpers.loadFixture(twoTowns);
      const office = roleIds.registrar(town);

      await expect(townRegistry.connect(registrar).lowerAttestationLimit(office, 10))
        .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotInOffice")
        .withArgs(office, registrar.address);
    });
  });

  describe("attestationsAWeek of no such town", () => {
    it("reverts with TownRegistryNoSuchTown", async () => {
      const { townRegistry } = await networkHelpers.loadFixture(twoTowns);

      await expect(townRegistry.attestationsAWeek(99))
        .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
        .withArgs(99);
    });
  });
});

import { weekIndexOf, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { ZeroHash } from "ethers";
import { documentOf } from "../../scripts/operator/documents.ts";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { BenefitKind } from "../fixture/enumerations.ts";
import { kitchen } from "../fixture/kitchen.ts";
import { everybodyBut } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { COUNTRY } from "../fixture/willowmere.ts";

const NEVER = 65_535;

/** Quinn is a steward too, of the other town. */
async function twoKitchens() {
  const before = await networkHelpers.loadFixture(kitchen);
  const { authority, benefits, petra, quinn, hillside } = before;
  await authority.connect(petra).grantRole(roleIds.steward(hillside), quinn.address);
  return { ...before, servingElsewhere: benefits.connect(quinn), elsewhere: quinn };
}

describe("Benefits", () => {
  describe("list", () => {
    describe("given an active town", () => {
      describe("when a steward lists a benefit", () => {
        it("promises exactly that, without an end", async () => {
          const { benefits, serving, carla, metadata, town } = await networkHelpers.loadFixture(kitchen);
          const terms = { kind: BenefitKind.Electricity, perShift: true, units: 7, validWeeks: 4 };

          expect(await serving.list.staticCall(town, terms, metadata)).to.equal(3);
          await expect(serving.list(town, terms, metadata))
            .to.emit(benefits, "BenefitListed")
            .withArgs(3, town, carla.address, [2n, true, 7n, 4n], metadata.hash, metadata.uri);

          expect(recordOf(await benefits.benefitOf(3))).to.deep.equal({
            town: BigInt(town),
            kind: 2n,
            perShift: true,
            units: 7n,
            validWeeks: 4n,
            lastWeekIndex: BigInt(NEVER),
          });
          expect(await benefits.benefitCount()).to.equal(3);
        });
      });

      describe("when stewards of two towns list benefits", () => {
        it("counts the ids up from 1", async () => {
          const { benefits, servingElsewhere, terms, metadata, town, hillside } =
            await networkHelpers.loadFixture(twoKitchens);

          await servingElsewhere.list(hillside, terms, metadata);

          const towns = await Promise.all([0, 1, 2, 3, 4].map(async (i) => (await benefits.benefitOf(i)).town));
          expect(towns).to.deep.equal([0, town, town, hillside, 0]);
          expect(await benefits.benefitCount()).to.equal(3);
        });
      });

      for (const [name, kind] of Object.entries(BenefitKind)) {
        describe(`when it is ${name.toLowerCase()}`, () => {
          it("keeps the kind", async () => {
            const { benefits, serving, terms, metadata, town } = await networkHelpers.loadFixture(kitchen);

            await serving.list(town, { ...terms, kind }, metadata);

            expect((await benefits.benefitOf(3)).kind).to.equal(kind);
          });
        });
      }

      describe("when it is of no kind", () => {
        it("reverts", async () => {
          const { serving, terms, metadata, town } = await networkHelpers.loadFixture(kitchen);

          await expect(serving.list(town, { ...terms, kind: 4 }, metadata)).to.be.revertedWithoutReason(ethers);
        });
      });

      describe("when it has no unit, one, or the most", () => {
        it("reverts with BenefitsNoUnits for none", async () => {
          const { benefits, serving, terms, metadata, town } = await networkHelpers.loadFixture(kitchen);

          await expect(serving.list(town, { ...terms, units: 0 }, metadata)).to.be.revertedWithCustomError(
            benefits,
            "BenefitsNoUnits",
          );
          await serving.list(town, { ...terms, units: 1 }, metadata);
          await serving.list(town, { ...terms, units: 65_535 }, metadata);

          expect((await benefits.benefitOf(3)).units).to.equal(1);
          expect((await benefits.benefitOf(4)).units).to.equal(65_535);
        });
      });

      for (const validWeeks of [0, 14, 255]) {
        describe(`when it is valid for ${validWeeks} weeks`, () => {
          it("reverts with BenefitsBadWeeks", async () => {
            const { benefits, serving, terms, metadata, town } = await networkHelpers.loadFixture(kitchen);

            await expect(serving.list(town, { ...terms, validWeeks }, metadata))
              .to.be.revertedWithCustomError(benefits, "BenefitsBadWeeks")
              .withArgs(validWeeks);
          });
        });
      }

      for (const validWeeks of [1, 13]) {
        describe(`when it is valid for ${validWeeks} ${validWeeks === 1 ? "week" : "weeks"}`, () => {
          it("takes it", async () => {
            const { benefits, serving, terms, metadata, town } = await networkHelpers.loadFixture(kitchen);

            await serving.list(town, { ...terms, validWeeks }, metadata);

            expect((await benefits.benefitOf(3)).validWeeks).to.equal(validWeeks);
          });
        });
      }

      describe("when it has no metadata", () => {
        it("reverts with BenefitsNoMetadata", async () => {
          const { benefits, serving, terms, metadata, town } = await networkHelpers.loadFixture(kitchen);

          await expect(serving.list(town, terms, { ...metadata, hash: ZeroHash })).to.be.revertedWithCustomError(
            benefits,
            "BenefitsNoMetadata",
          );
        });
      });
    });

    describe("given anybody but a steward of the town", () => {
      it("reverts with BenefitsNotSteward", async () => {
        const { benefits, elsewhere, petra, terms, metadata, town } = await networkHelpers.loadFixture(twoKitchens);

        for (const caller of [...(await everybodyBut("carla")), elsewhere, petra]) {
          await expect(benefits.connect(caller).list(town, terms, metadata))
            .to.be.revertedWithCustomError(benefits, "BenefitsNotSteward")
            .withArgs(town, caller.address);
        }
      });

      it("reverts with BenefitsNotSteward for one who was", async () => {
        const { authority, benefits, serving, townAmbassador, carla, terms, metadata, town } =
          await networkHelpers.loadFixture(kitchen);
        await authority.connect(townAmbassador).revokeRole(roleIds.steward(town), carla.address);

        await expect(serving.list(town, terms, metadata))
          .to.be.revertedWithCustomError(benefits, "BenefitsNotSteward")
          .withArgs(town, carla.address);
      });
    });

    for (const removal of ["removeTownAmbassador", "removeCountryAmbassador"] as const) {
      describe(`given a town that is dormant by ${removal}`, () => {
        it("reverts with TownRegistryDormant", async () => {
          const { townRegistry, headOffice, serving, terms, metadata, town } =
            await networkHelpers.loadFixture(kitchen);
          await townRegistry.connect(headOffice)[removal](removal === "removeTownAmbassador" ? town : COUNTRY);

          await expect(serving.list(town, terms, metadata))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
            .withArgs(town);
        });
      });
    }
  });

  describe("end", () => {
    describe("given a benefit without end", () => {
      describe("when a steward ends it with the current week", () => {
        it("has that as its last week", async () => {
          const { benefits, serving, carla, meal, parcel } = await networkHelpers.loadFixture(kitchen);
          const current = weekIndexOf(await networkHelpers.time.latest());

          await expect(serving.end(meal, current))
            .to.emit(benefits, "BenefitEnded")
            .withArgs(meal, carla.address, current);

          expect((await benefits.benefitOf(meal)).lastWeekIndex).to.equal(current);
          expect((await benefits.benefitOf(parcel)).lastWeekIndex).to.equal(NEVER);
        });
      });

      describe("when it would end in the past", () => {
        it("reverts with BenefitsBadEnd, from the first second of the next week on", async () => {
          const { benefits, serving, meal } = await networkHelpers.loadFixture(kitchen);
          const current = weekIndexOf(await networkHelpers.time.latest());

          await expect(serving.end(meal, current - 1))
            .to.be.revertedWithCustomError(benefits, "BenefitsBadEnd")
            .withArgs(current - 1, current, NEVER);
          await setNextTime(weekStart(current + 1));
          await expect(serving.end(meal, current))
            .to.be.revertedWithCustomError(benefits, "BenefitsBadEnd")
            .withArgs(current, current + 1, NEVER);
        });
      });

      describe("when it would end where it ends anyway", () => {
        it("reverts with BenefitsBadEnd", async () => {
          const { benefits, serving, meal } = await networkHelpers.loadFixture(kitchen);
          const current = weekIndexOf(await networkHelpers.time.latest());

          await expect(serving.end(meal, NEVER))
            .to.be.revertedWithCustomError(benefits, "BenefitsBadEnd")
            .withArgs(NEVER, current, NEVER);
          await serving.end(meal, NEVER - 1);

          expect((await benefits.benefitOf(meal)).lastWeekIndex).to.equal(NEVER - 1);
        });
      });

      describe("when the town is dormant", () => {
        it("ends it all the same", async () => {
          const { benefits, townRegistry, serving, headOffice, meal, town } = await networkHelpers.loadFixture(kitchen);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          const current = weekIndexOf(await networkHelpers.time.latest());

          await serving.end(meal, current);

          expect((await benefits.benefitOf(meal)).lastWeekIndex).to.equal(current);
        });
      });
    });

    describe("given a benefit that will end", () => {
      it("can only be brought forward: reverts with BenefitsBadEnd otherwise", async () => {
        const { benefits, serving, meal } = await networkHelpers.loadFixture(kitchen);
        const current = weekIndexOf(await networkHelpers.time.latest());
        await serving.end(meal, current + 3);

        for (const last of [current + 3, current + 4, NEVER]) {
          await expect(serving.end(meal, last))
            .to.be.revertedWithCustomError(benefits, "BenefitsBadEnd")
            .withArgs(last, current, current + 3);
        }
        await serving.end(meal, current + 2);

        expect((await benefits.benefitOf(meal)).lastWeekIndex).to.equal(current + 2);
      });
    });

    describe("given anybody but a steward of the benefit's town", () => {
      it("reverts with BenefitsNotSteward", async () => {
        const { benefits, elsewhere, petra, meal, town, weekIndex } = await networkHelpers.loadFixture(twoKitchens);

        for (const caller of [...(await everybodyBut("carla")), elsewhere, petra]) {
          await expect(benefits.connect(caller).end(meal, weekIndex + 2))
            .to.be.revertedWithCustomError(benefits, "BenefitsNotSteward")
            .withArgs(town, caller.address);
        }
      });
    });

    describe("given no such benefit", () => {
      it("reverts with BenefitsNoSuchBenefit", async () => {
        const { benefits, serving, weekIndex } = await networkHelpers.loadFixture(kitchen);

        for (const benefit of [0, 3]) {
          await expect(serving.end(benefit, weekIndex + 2))
            .to.be.revertedWithCustomError(benefits, "BenefitsNoSuchBenefit")
            .withArgs(benefit);
        }
      });
    });
  });

  describe("metadataOf", () => {
    it("says what a benefit is, and nothing of one that is not there", async () => {
      const { benefits, serving, terms, town, metadata, meal, parcel } = await networkHelpers.loadFixture(kitchen);
      const other = documentOf("At the school, at noon", "ipfs://school");

      await serving.list(town, terms, other);

      const read = await Promise.all([meal, parcel, 3, 4].map((id) => benefits.metadataOf(id)));
      const asRead = ({ hash, uri }: { hash: string; uri: string }) => [hash, uri];
      expect(read).to.deep.equal([asRead(metadata), asRead(metadata), asRead(other), [ZeroHash, ""]]);
    });
  });

  describe("benefitsOf", () => {
    it("names a town's own, the newest first, ended ones too, and no more than are asked for", async () => {
      const { benefits, serving, servingElsewhere, terms, metadata, town, hillside, meal, parcel } =
        await networkHelpers.loadFixture(twoKitchens);
      await servingElsewhere.list(hillside, terms, metadata);
      await serving.list(town, terms, metadata);
      await serving.end(parcel, weekIndexOf(await networkHelpers.time.latest()));

      expect(await benefits.benefitsOf(town, 10)).to.deep.equal([4n, BigInt(parcel), BigInt(meal)]);
      expect(await benefits.benefitsOf(town, 2)).to.deep.equal([4n, BigInt(parcel)]);
      expect(await benefits.benefitsOf(hillside, 10)).to.deep.equal([3n]);
      expect(await benefits.benefitsOf(town, 0)).to.deep.equal([]);
      expect(await benefits.benefitsOf(hillside + 1, 10)).to.deep.equal([]);
    });
  });

  describe("MOST_VALID_WEEKS", () => {
    it("is 13", async () => {
      const { benefits } = await networkHelpers.loadFixture(kitchen);

      expect(await benefits.MOST_VALID_WEEKS()).to.equal(13);
    });
  });
});

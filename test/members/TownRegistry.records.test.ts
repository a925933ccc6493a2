import { expect } from "chai";
import { ZeroHash } from "ethers";
import { documentOf } from "../../scripts/operator/documents.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { everybodyBut } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY, ELSEWHERE, willowmere } from "../fixture/willowmere.ts";

const deed = documentOf("Articles of association", "ipfs://articles");
const plan = documentOf("Twelve months of Willowmere", "ipfs://plan");
const nothing = { hash: ZeroHash, uri: "ipfs://nothing" };
const LONGEST = "n".repeat(64);

describe("TownRegistry", () => {
  describe("setLegalEntity", () => {
    describe("given the country's ambassador", () => {
      it("records the entity, for that country alone", async () => {
        const { townRegistry, countryAmbassador } = await networkHelpers.loadFixture(twoTowns);

        await expect(
          townRegistry.connect(countryAmbassador).setLegalEntity(COUNTRY, "One Small Town NPC", "2026/1", deed),
        )
          .to.emit(townRegistry, "LegalEntitySet")
          .withArgs(COUNTRY, "One Small Town NPC", "2026/1", deed.hash, deed.uri);

        const entity = ["One Small Town NPC", "2026/1", [deed.hash, deed.uri]];
        expect(await townRegistry.legalEntityOf(COUNTRY)).to.deep.equal(entity);
        expect(await townRegistry.legalEntityOf(ELSEWHERE)).to.deep.equal(["", "", [ZeroHash, ""]]);
      });

      it("records another in its place", async () => {
        const { townRegistry, countryAmbassador } = await networkHelpers.loadFixture(willowmere);
        await townRegistry.connect(countryAmbassador).setLegalEntity(COUNTRY, LONGEST, LONGEST, deed);

        await townRegistry.connect(countryAmbassador).setLegalEntity(COUNTRY, "n", "1", plan);

        expect(await townRegistry.legalEntityOf(COUNTRY)).to.deep.equal(["n", "1", [plan.hash, plan.uri]]);
      });

      for (const [what, name, number] of [
        ["no name", "", "2026/1"],
        ["no registration number", "One Small Town NPC", ""],
        ["a name too long", `${LONGEST}n`, "2026/1"],
        ["a registration number too long", "One Small Town NPC", `${LONGEST}n`],
      ] as const) {
        describe(`when there is ${what}`, () => {
          it("reverts with TownRegistryBadName", async () => {
            const { townRegistry, countryAmbassador } = await networkHelpers.loadFixture(willowmere);

            await expect(townRegistry.connect(countryAmbassador).setLegalEntity(COUNTRY, name, number, deed))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryBadName")
              .withArgs(what.includes("number") ? number : name);
          });
        });
      }

      describe("when the document has no hash", () => {
        it("reverts with TownRegistryNoDocument", async () => {
          const { townRegistry, countryAmbassador } = await networkHelpers.loadFixture(willowmere);

          await expect(
            townRegistry.connect(countryAmbassador).setLegalEntity(COUNTRY, "Name", "1", nothing),
          ).to.be.revertedWithCustomError(townRegistry, "TownRegistryNoDocument");
        });
      });
    });

    describe("given anybody else", () => {
      it("reverts with TownRegistryNotAmbassadorOf", async () => {
        const { townRegistry, otto } = await networkHelpers.loadFixture(twoTowns);

        for (const caller of [...(await everybodyBut("countryAmbassador")), otto]) {
          await expect(townRegistry.connect(caller).setLegalEntity(COUNTRY, "Name", "1", deed))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotAmbassadorOf")
            .withArgs(COUNTRY, caller.address);
        }
      });
    });

    describe("given a successor whose powers have not begun", () => {
      it("reverts with TownRegistryNotAmbassadorOf, until they have", async () => {
        const { authority, townRegistry, headOffice, stranger } = await networkHelpers.loadFixture(willowmere);
        await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
        await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, stranger);

        await expect(townRegistry.connect(stranger).setLegalEntity(COUNTRY, "Name", "1", deed))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotAmbassadorOf")
          .withArgs(COUNTRY, stranger.address);

        await networkHelpers.time.increase(7 * DAY);
        await townRegistry.connect(stranger).setLegalEntity(COUNTRY, "Name", "1", deed);
      });
    });
  });

  describe("setPlan", () => {
    describe("given the Town Ambassador", () => {
      it("records each plan with the next version, for that town alone", async () => {
        const { townRegistry, townAmbassador, town, hillside } = await networkHelpers.loadFixture(twoTowns);
        expect(await townRegistry.planOf(town)).to.deep.equal([ZeroHash, 0, ""]);

        await expect(townRegistry.connect(townAmbassador).setPlan(town, plan))
          .to.emit(townRegistry, "PlanSet")
          .withArgs(town, 1, plan.hash, plan.uri);
        expect(await townRegistry.planOf(town)).to.deep.equal([plan.hash, 1, plan.uri]);

        await expect(townRegistry.connect(townAmbassador).setPlan(town, deed))
          .to.emit(townRegistry, "PlanSet")
          .withArgs(town, 2, deed.hash, deed.uri);
        expect(await townRegistry.planOf(town)).to.deep.equal([deed.hash, 2, deed.uri]);
        expect(await townRegistry.planOf(hillside)).to.deep.equal([ZeroHash, 0, ""]);
      });

      describe("when the plan has no hash", () => {
        it("reverts with TownRegistryNoDocument", async () => {
          const { townRegistry, townAmbassador, town } = await networkHelpers.loadFixture(willowmere);

          await expect(townRegistry.connect(townAmbassador).setPlan(town, nothing)).to.be.revertedWithCustomError(
            townRegistry,
            "TownRegistryNoDocument",
          );
        });
      });
    });
  });

  describe("recordLaunchStep", () => {
    describe("given the Town Ambassador", () => {
      for (const step of [1, 20]) {
        describe(`when the step is ${step}`, () => {
          it("records its evidence, for that step of that town alone, and again", async () => {
            const { townRegistry, townAmbassador, town, hillside } = await networkHelpers.loadFixture(twoTowns);

            await expect(townRegistry.connect(townAmbassador).recordLaunchStep(town, step, plan))
              .to.emit(townRegistry, "LaunchStepRecorded")
              .withArgs(town, step, plan.hash, plan.uri);
            const none = Array.from({ length: 20 }, () => ZeroHash);
            expect(await townRegistry.launchStepsOf(town)).to.deep.equal(none.with(step - 1, plan.hash));
            expect(await townRegistry.launchStepsOf(hillside)).to.deep.equal(none);

            await townRegistry.connect(townAmbassador).recordLaunchStep(town, step, deed);
            expect(await townRegistry.launchStepsOf(town)).to.deep.equal(none.with(step - 1, deed.hash));
          });
        });
      }

      for (const step of [0, 21]) {
        describe(`when the step is ${step}`, () => {
          it("reverts with TownRegistryOutOfBounds", async () => {
            const { townRegistry, townAmbassador, town } = await networkHelpers.loadFixture(willowmere);

            await expect(townRegistry.connect(townAmbassador).recordLaunchStep(town, step, plan))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryOutOfBounds")
              .withArgs(step, 1, 20);
          });
        });
      }

      describe("when the evidence has no hash", () => {
        it("reverts with TownRegistryNoDocument", async () => {
          const { townRegistry, townAmbassador, town } = await networkHelpers.loadFixture(willowmere);

          await expect(
            townRegistry.connect(townAmbassador).recordLaunchStep(town, 1, nothing),
          ).to.be.revertedWithCustomError(townRegistry, "TownRegistryNoDocument");
        });
      });
    });
  });

  describe("setPlan and recordLaunchStep", () => {
    describe("given anybody but the Town Ambassador", () => {
      it("revert with TownRegistryNotTownAmbassador", async () => {
        const { townRegistry, petra, town } = await networkHelpers.loadFixture(twoTowns);

        for (const caller of [...(await everybodyBut("townAmbassador")), petra]) {
          await expect(townRegistry.connect(caller).setPlan(town, plan))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
            .withArgs(town, caller.address);
          await expect(townRegistry.connect(caller).recordLaunchStep(town, 1, plan))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
            .withArgs(town, caller.address);
        }
      });
    });
  });
});

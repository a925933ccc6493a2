import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import type { Hex } from "viem";
import { documentOf } from "../../scripts/operator/documents.ts";
import { proposeIdea } from "../../scripts/operator/businesses.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { everybodyBut } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY, willowmere } from "../fixture/willowmere.ts";

const metadata = documentOf('{"title":"Something"}', "ipfs://metadata");
const plan = documentOf("The plan", "ipfs://plan");
const pack = documentOf("The investor pack", "ipfs://pack");
const missing = { hash: ZeroHash as Hex, uri: "ipfs://nothing" };

const [Upliftment, Garden, Community, Cornerstone] = [0, 1, 2, 3];
const [None, Idea, Planned, Funding, Operating, Closed] = [0, 1, 2, 3, 4, 5];

type Stage = "Idea" | "Planned" | "Funding" | "Operating" | "Closed";

/** Two towns; in Willowmere a business and a garden, both ideas of amina's. */
async function ideas() {
  const before = await networkHelpers.loadFixture(twoTowns);
  const { deployment, amina, town } = before;
  const business = await proposeIdea(deployment, { town, kind: "community", metadata, member: amina });
  const garden = await proposeIdea(deployment, { town, kind: "garden", metadata, member: amina });
  return { ...before, business, garden, registry: before.projectRegistry.connect(before.townAmbassador) };
}

/** The business at a given stage. */
async function at(stage: Stage) {
  const all = await networkHelpers.loadFixture(ideas);
  const { registry, business } = all;
  if (stage !== "Idea") await registry.plan(business, plan);
  if (stage === "Funding") await registry.fund(business, pack);
  if (stage === "Operating" || stage === "Closed") await registry.operate(business);
  if (stage === "Closed") await registry.close(business);
  return all;
}

describe("ProjectRegistry", () => {
  describe("propose", () => {
    describe("given a member of the town", () => {
      for (const [name, kind] of Object.entries({ Upliftment, Garden, Community, Cornerstone })) {
        describe(`when they propose a project of kind ${name}`, () => {
          it("records an idea", async () => {
            const { projectRegistry, amina, town } = await networkHelpers.loadFixture(willowmere);
            const project = (BigInt(town) << 32n) | 1n;

            expect(await projectRegistry.connect(amina).propose.staticCall(town, kind, metadata)).to.equal(project);
            await expect(projectRegistry.connect(amina).propose(town, kind, metadata))
              .to.emit(projectRegistry, "ProjectProposed")
              .withArgs(project, town, amina.address, kind, metadata.hash, metadata.uri);

            expect(await projectRegistry.projectOf(project)).to.deep.equal([
              ZeroAddress,
              kind,
              Idea,
              ZeroAddress,
              metadata.hash,
              ZeroHash,
              ZeroHash,
            ]);
            expect(await projectRegistry.isBusiness(project)).to.equal(kind === Community || kind === Cornerstone);
            expect(await projectRegistry.projectCount(town)).to.equal(1);
          });
        });
      }

      describe("when the town has projects already, and another town too", () => {
        it("numbers them in each town for itself", async () => {
          const { deployment, projectRegistry, ben, sam, town, hillside, business, garden } =
            await networkHelpers.loadFixture(ideas);

          const theirs = await proposeIdea(deployment, { town: hillside, kind: "garden", metadata, member: sam });
          const third = await proposeIdea(deployment, { town, kind: "upliftment", metadata, member: ben });

          const ids = [business, garden, third].map((id) => id - (BigInt(town) << 32n));
          expect(ids).to.deep.equal([1n, 2n, 3n]);
          expect(theirs).to.equal((BigInt(hillside) << 32n) | 1n);
          expect(await projectRegistry.projectCount(town)).to.equal(3);
          expect(await projectRegistry.projectCount(hillside)).to.equal(1);
        });
      });

      describe("when their residency has lapsed", () => {
        it("records the idea all the same", async () => {
          const { projectRegistry, amina, town, residentUntil } = await networkHelpers.loadFixture(willowmere);
          await networkHelpers.time.increaseTo(residentUntil + 1);

          await projectRegistry.connect(amina).propose(town, Garden, metadata);

          expect(await projectRegistry.projectCount(town)).to.equal(1);
        });
      });

      describe("when the town is dormant", () => {
        it("records the idea all the same", async () => {
          const { townRegistry, projectRegistry, headOffice, amina, town } =
            await networkHelpers.loadFixture(willowmere);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await projectRegistry.connect(amina).propose(town, Garden, metadata);

          expect(await projectRegistry.projectCount(town)).to.equal(1);
        });
      });

      describe("when they have left", () => {
        it("reverts with ProjectRegistryNotMember", async () => {
          const { memberRegistry, projectRegistry, amina, town } = await networkHelpers.loadFixture(willowmere);
          await memberRegistry.connect(amina).resign();

          await expect(projectRegistry.connect(amina).propose(town, Garden, metadata))
            .to.be.revertedWithCustomError(projectRegistry, "ProjectRegistryNotMember")
            .withArgs(town, amina.address);
        });
      });

      describe("when there is no metadata", () => {
        it("reverts with ProjectRegistryNoDocument", async () => {
          const { projectRegistry, amina, town } = await networkHelpers.loadFixture(willowmere);

          await expect(projectRegistry.connect(amina).propose(town, Garden, missing)).to.be.revertedWithCustomError(
            projectRegistry,
            "ProjectRegistryNoDocument",
          );
        });
      });
    });

    describe("given anybody who is not a member of the town", () => {
      it("reverts with ProjectRegistryNotMember", async () => {
        const { projectRegistry, carla, manager, dina, emil, stranger, countryAmbassador, headOffice, sam, town } =
          await networkHelpers.loadFixture(twoTowns);

        for (const caller of [carla, manager, dina, emil, stranger, countryAmbassador, headOffice, sam]) {
          await expect(projectRegistry.connect(caller).propose(town, Garden, metadata))
            .to.be.revertedWithCustomError(projectRegistry, "ProjectRegistryNotMember")
            .withArgs(town, caller.address);
        }
      });

      it("reverts with ProjectRegistryNotMember for a town that does not exist", async () => {
        const { projectRegistry, amina, dina } = await networkHelpers.loadFixture(willowmere);

        for (const caller of [amina, dina]) {
          await expect(projectRegistry.connect(caller).propose(0, Garden, metadata))
            .to.be.revertedWithCustomError(projectRegistry, "ProjectRegistryNotMember")
            .withArgs(0, caller.address);
        }
      });
    });
  });

  const stages = { Idea, Planned, Funding, Operating, Closed };
  const steps = {
    plan: { from: ["Idea", "Planned"], to: Planned, event: "ProjectPlanned" },
    fund: { from: ["Planned", "Funding"], to: Funding, event: "ProjectFunding" },
    operate: { from: ["Planned", "Funding"], to: Operating, event: "ProjectOperating" },
    close: { from: ["Idea", "Planned", "Funding", "Operating"], to: Closed, event: "ProjectClosed" },
  } as const;

  for (const [name, { from, to, event }] of Object.entries(steps)) {
    const call = (
      registry: Awaited<ReturnType<typeof ideas>>["registry"],
      project: bigint,
      document?: typeof plan,
    ): Promise<unknown> => {
      if (name === "plan") return registry.plan(project, document ?? plan);
      if (name === "fund") return registry.fund(project, document ?? pack);
      return name === "operate" ? registry.operate(project) : registry.close(project);
    };

    describe(name, () => {
      for (const [stage, number] of Object.entries(stages) as [Stage, number][]) {
        describe(`given a business at stage ${stage}`, () => {
          if ((from as readonly Stage[]).includes(stage)) {
            it(`moves it to stage ${to}`, async () => {
              const { registry, business } = await at(stage);
              const before = await registry.projectOf(business);
              const documents = { plan: [plan.hash, plan.uri], fund: [pack.hash, pack.uri] };
              const args = documents[name as "plan" | "fund"] ?? [];

              await expect(call(registry, business))
                .to.emit(registry, event)
                .withArgs(business, ...args);

              expect(await registry.projectOf(business)).to.deep.equal([
                ZeroAddress,
                Community,
                to,
                ZeroAddress,
                metadata.hash,
                name === "plan" ? plan.hash : before.plan,
                name === "fund" ? pack.hash : before.pack,
              ]);
            });
          } else {
            it("reverts with ProjectRegistryWrongStage", async () => {
              const { registry, business } = await at(stage);

              await expect(call(registry, business))
                .to.be.revertedWithCustomError(registry, "ProjectRegistryWrongStage")
                .withArgs(business, number);
            });
          }
        });
      }

      describe("given anybody but the Town Ambassador", () => {
        it("reverts with TownRegistryNotTownAmbassador", async () => {
          const { townRegistry, projectRegistry, business, otto, petra, town } = await at("Planned");

          for (const caller of [...(await everybodyBut("townAmbassador")), otto, petra]) {
            await expect(call(projectRegistry.connect(caller), business))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
              .withArgs(town, caller.address);
          }
        });
      });

      describe("given a successor of the Town Ambassador", () => {
        it("reverts with TownRegistryNotTownAmbassador until seven days after the appointment", async () => {
          const { authority, townRegistry, projectRegistry, headOffice, carla, business, town } = await at("Planned");
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
          const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;

          await networkHelpers.time.setNextBlockTimestamp(actsFrom - 1);
          await expect(call(projectRegistry.connect(carla), business))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
            .withArgs(town, carla.address);

          await networkHelpers.time.setNextBlockTimestamp(actsFrom);
          await expect(call(projectRegistry.connect(carla), business)).to.emit(projectRegistry, event);
        });
      });

      describe("given no such project", () => {
        it("reverts with ProjectRegistryNoSuchProject", async () => {
          const { registry, garden, town, hillside } = await networkHelpers.loadFixture(ideas);

          for (const id of [garden + 1n, BigInt(town) << 32n, (BigInt(hillside) << 32n) | 1n, 1n, 0n]) {
            await expect(call(registry, id))
              .to.be.revertedWithCustomError(registry, "ProjectRegistryNoSuchProject")
              .withArgs(id);
          }
        });
      });

      if (name === "plan" || name === "fund") {
        describe("given no document", () => {
          it("reverts with ProjectRegistryNoDocument", async () => {
            const { registry, business } = await at("Planned");

            await expect(call(registry, business, missing)).to.be.revertedWithCustomError(
              registry,
              "ProjectRegistryNoDocument",
            );
          });
        });

        describe("given a better document than before", () => {
          it("replaces its hash", async () => {
            const { registry, business } = await at(name === "plan" ? "Planned" : "Funding");
            const better = documentOf("A better one", "ipfs://better");

            await expect(call(registry, business, better))
              .to.emit(registry, event)
              .withArgs(business, better.hash, better.uri);

            expect((await registry.projectOf(business))[name === "plan" ? 5 : 6]).to.equal(better.hash);
          });
        });
      }
    });
  }

  describe("fund", () => {
    for (const kind of ["upliftment", "garden"] as const) {
      describe(`given a planned project of kind ${kind}`, () => {
        it("reverts with ProjectRegistryNotABusiness", async () => {
          const { deployment, registry, amina, town } = await networkHelpers.loadFixture(ideas);
          const project = await proposeIdea(deployment, { town, kind, metadata, member: amina });
          await registry.plan(project, plan);

          await expect(registry.fund(project, pack))
            .to.be.revertedWithCustomError(registry, "ProjectRegistryNotABusiness")
            .withArgs(project, kind === "garden" ? Garden : Upliftment);
        });
      });
    }

    describe("given a planned cornerstone business", () => {
      it("moves it to funding", async () => {
        const { deployment, registry, amina, town } = await networkHelpers.loadFixture(ideas);
        const project = await proposeIdea(deployment, { town, kind: "cornerstone", metadata, member: amina });
        await registry.plan(project, plan);

        await registry.fund(project, pack);

        expect((await registry.projectOf(project)).stage).to.equal(Funding);
      });
    });
  });

  describe("operate and close", () => {
    describe("given a planned garden", () => {
      it("operates without any offering, and closes", async () => {
        const { registry, garden } = await networkHelpers.loadFixture(ideas);
        await registry.plan(garden, plan);

        await registry.operate(garden);
        expect((await registry.projectOf(garden)).stage).to.equal(Operating);
        await registry.close(garden);
        expect((await registry.projectOf(garden)).stage).to.equal(Closed);
      });
    });
  });

  describe("documentsOf", () => {
    it("names each document as it is now, and where to fetch it", async () => {
      const { registry, business, garden } = await networkHelpers.loadFixture(ideas);
      const better = documentOf("A better plan", "ipfs://better");
      const asRead = ({ hash, uri }: { hash: string; uri: string }) => [hash, uri];
      const none = [ZeroHash, ""];

      expect(await registry.documentsOf(business)).to.deep.equal([asRead(metadata), none, none]);
      await registry.plan(business, plan);
      await registry.plan(business, better);
      await registry.fund(business, pack);

      expect(await registry.documentsOf(business)).to.deep.equal([metadata, better, pack].map(asRead));
      expect(await registry.documentsOf(garden)).to.deep.equal([asRead(metadata), none, none]);
      expect(await registry.documentsOf(garden + 1n)).to.deep.equal([none, none, none]);
    });
  });

  describe("projectOf and isBusiness", () => {
    describe("given no such project", () => {
      it("answer stage None, and no", async () => {
        const { projectRegistry, garden } = await networkHelpers.loadFixture(ideas);

        expect((await projectRegistry.projectOf(garden + 1n)).stage).to.equal(None);
        expect(await projectRegistry.isBusiness(garden + 1n)).to.equal(false);
      });
    });
  });
});

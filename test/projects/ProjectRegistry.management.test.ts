import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { documentOf } from "../../scripts/operator/documents.ts";
import { proposeIdea } from "../../scripts/operator/businesses.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { networkHelpers, setNextTime } from "../fixture/connection.ts";
import { cloneOf } from "../fixture/cloneOf.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { everybodyBut } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { DAY } from "../fixture/willowmere.ts";

const metadata = documentOf('{"title":"Bakery"}', "ipfs://bakery");

const NOTHING = { proposer: ZeroAddress, proposedAt: 0n, manager: ZeroAddress, payout: ZeroAddress };

/** Two towns; in Willowmere the idea of a bakery, and `manager` and ben as project managers of the town. */
async function unmanaged() {
  const before = await networkHelpers.loadFixture(twoTowns);
  const { authority, projectRegistry, deployment, townAmbassador, countryAmbassador, manager, ben, amina, town } =
    before;
  for (const { address } of [manager, ben]) {
    await authority.connect(townAmbassador).grantRole(roleIds.projectManager(town), address);
  }
  const business = await proposeIdea(deployment, { town, kind: "community", metadata, member: amina });
  return {
    ...before,
    business,
    proposing: projectRegistry.connect(townAmbassador),
    approving: projectRegistry.connect(countryAmbassador),
  };
}

/** The Town Ambassador has proposed `manager` and the payout wallet. */
async function proposed() {
  const before = await networkHelpers.loadFixture(unmanaged);
  await before.proposing.proposeManagement(before.business, before.manager.address, before.payout.address);
  return before;
}

describe("ProjectRegistry", () => {
  describe("proposeManagement", () => {
    describe("given the Town Ambassador", () => {
      describe("when they propose a project manager and a payout wallet", () => {
        it("announces it and changes nothing yet", async () => {
          const { shareOffering, proposing, business, manager, payout } = await networkHelpers.loadFixture(unmanaged);

          await expect(proposing.proposeManagement(business, manager.address, payout.address))
            .to.emit(proposing, "ManagementProposed")
            .withArgs(business, manager.address, payout.address);

          expect((await proposing.projectOf(business)).manager).to.equal(ZeroAddress);
          expect((await proposing.projectOf(business)).payout).to.equal(ZeroAddress);
          expect(await shareOffering.isInsider(business, manager.address)).to.equal(false);
        });

        it("can be read with who proposed it and when, until it is decided", async () => {
          const { proposing, approving, business, townAmbassador, manager, payout } =
            await networkHelpers.loadFixture(proposed);
          const read = async () => recordOf(await proposing.managementProposalOf(business));

          expect(await read()).to.deep.equal({
            proposer: townAmbassador.address,
            proposedAt: BigInt(await networkHelpers.time.latest()),
            manager: manager.address,
            payout: payout.address,
          });
          await approving.approveManagement(business, manager.address, payout.address);
          expect(await read()).to.deep.equal(NOTHING);
        });
      });

      describe("when the manager is no project manager of the town", () => {
        it("reverts with ProjectRegistryNotProjectManager", async () => {
          const { authority, proposing, business, petra, carla, sam, payout, town, hillside } =
            await networkHelpers.loadFixture(unmanaged);
          await authority.connect(petra).grantRole(roleIds.projectManager(hillside), sam.address);

          for (const address of [carla.address, sam.address, ZeroAddress]) {
            await expect(proposing.proposeManagement(business, address, payout.address))
              .to.be.revertedWithCustomError(proposing, "ProjectRegistryNotProjectManager")
              .withArgs(town, address);
          }
        });
      });

      describe("when the payout wallet is nobody's or holds a key", () => {
        it("reverts with ProjectRegistryBadPayout", async () => {
          const { proposing, business, manager, ...all } = await networkHelpers.loadFixture(unmanaged);
          const { headOffice, countryAmbassador, townAmbassador, registrar, coordinator, petra } = all;
          const keys = [headOffice, countryAmbassador, townAmbassador, registrar, coordinator, petra];

          for (const address of [ZeroAddress, ...keys.map((holder) => holder.address)]) {
            await expect(proposing.proposeManagement(business, manager.address, address))
              .to.be.revertedWithCustomError(proposing, "ProjectRegistryBadPayout")
              .withArgs(address);
          }
        });
      });

      describe("when the payout wallet is a contract of this system, the currency or a share token", () => {
        it("reverts with ProjectRegistryBadPayout", async () => {
          const { deployment, proposing, currency, business, manager } = await networkHelpers.loadFixture(unmanaged);
          const token = await cloneOf(deployment.addresses.InvestorToken);
          const ours = Object.values(deployment.addresses);
          for (const address of ours) expect(await proposing.isOurs(address)).to.equal(true);

          for (const address of [...ours, await currency.getAddress(), token]) {
            await expect(proposing.proposeManagement(business, manager.address, address))
              .to.be.revertedWithCustomError(proposing, "ProjectRegistryBadPayout")
              .withArgs(address);
          }
        });
      });

      for (const kind of ["upliftment", "garden"] as const) {
        describe(`when the project is of kind ${kind}`, () => {
          it("reverts with ProjectRegistryNotABusiness", async () => {
            const { deployment, proposing, amina, manager, payout, town } = await networkHelpers.loadFixture(unmanaged);
            const project = await proposeIdea(deployment, { town, kind, metadata, member: amina });

            await expect(proposing.proposeManagement(project, manager.address, payout.address))
              .to.be.revertedWithCustomError(proposing, "ProjectRegistryNotABusiness")
              .withArgs(project, kind === "garden" ? 1 : 0);
          });
        });
      }

      describe("when there is no such project", () => {
        it("reverts with ProjectRegistryNoSuchProject", async () => {
          const { proposing, business, manager, payout } = await networkHelpers.loadFixture(unmanaged);

          await expect(proposing.proposeManagement(business + 1n, manager.address, payout.address))
            .to.be.revertedWithCustomError(proposing, "ProjectRegistryNoSuchProject")
            .withArgs(business + 1n);
        });
      });
    });

    describe("given anybody else", () => {
      it("reverts with TownRegistryNotTownAmbassador", async () => {
        const { townRegistry, projectRegistry, business, manager, payout, otto, petra, town } =
          await networkHelpers.loadFixture(unmanaged);

        for (const caller of [...(await everybodyBut("townAmbassador")), otto, petra]) {
          await expect(projectRegistry.connect(caller).proposeManagement(business, manager.address, payout.address))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
            .withArgs(town, caller.address);
        }
      });
    });
  });

  describe("approveManagement", () => {
    describe("given a proposal of the Town Ambassador's", () => {
      describe("when the Country Ambassador approves exactly that", () => {
        it("appoints manager and payout wallet, who are insiders from then on", async () => {
          const { shareOffering, approving, business, manager, payout, ben } =
            await networkHelpers.loadFixture(proposed);

          await expect(approving.approveManagement(business, manager.address, payout.address))
            .to.emit(approving, "ManagementChanged")
            .withArgs(business, manager.address, payout.address);

          const project = await approving.projectOf(business);
          expect(project.manager).to.equal(manager.address);
          expect(project.payout).to.equal(payout.address);
          expect(await shareOffering.isInsider(business, manager.address)).to.equal(true);
          expect(await shareOffering.isInsider(business, payout.address)).to.equal(true);
          expect(await shareOffering.isInsider(business, ben.address)).to.equal(false);
          expect(await shareOffering.isInsider(business + 1n, manager.address)).to.equal(false);
        });
      });

      describe("when the Country Ambassador approves something else", () => {
        it("reverts with ProjectRegistryNotProposed", async () => {
          const { approving, business, manager, payout, ben, payer } = await networkHelpers.loadFixture(proposed);

          for (const [one, two] of [
            [ben.address, payout.address],
            [manager.address, payer.address],
            [payout.address, manager.address],
          ] as const) {
            await expect(approving.approveManagement(business, one, two))
              .to.be.revertedWithCustomError(approving, "ProjectRegistryNotProposed")
              .withArgs(business, one, two);
          }
        });
      });

      describe("when it is approved twice", () => {
        it("reverts with ProjectRegistryNotProposed the second time", async () => {
          const { approving, business, manager, payout } = await networkHelpers.loadFixture(proposed);
          await approving.approveManagement(business, manager.address, payout.address);

          await expect(approving.approveManagement(business, manager.address, payout.address))
            .to.be.revertedWithCustomError(approving, "ProjectRegistryNotProposed")
            .withArgs(business, manager.address, payout.address);
        });
      });

      describe("when a later proposal has replaced it", () => {
        it("reverts with ProjectRegistryNotProposed for the earlier, and approves the later", async () => {
          const { proposing, approving, business, manager, payout, ben } = await networkHelpers.loadFixture(proposed);
          await proposing.proposeManagement(business, ben.address, payout.address);

          await expect(approving.approveManagement(business, manager.address, payout.address))
            .to.be.revertedWithCustomError(approving, "ProjectRegistryNotProposed")
            .withArgs(business, manager.address, payout.address);
          await approving.approveManagement(business, ben.address, payout.address);

          expect((await approving.projectOf(business)).manager).to.equal(ben.address);
        });
      });

      describe("when anybody but the Country Ambassador approves", () => {
        it("reverts with TownRegistryNotCountryAmbassador", async () => {
          const { townRegistry, projectRegistry, business, manager, payout, otto, petra, town } =
            await networkHelpers.loadFixture(proposed);

          for (const caller of [...(await everybodyBut("countryAmbassador")), otto, petra]) {
            await expect(projectRegistry.connect(caller).approveManagement(business, manager.address, payout.address))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
              .withArgs(town, caller.address);
          }
        });
      });

      describe("when the Country Ambassador is a successor", () => {
        it("reverts with TownRegistryNotCountryAmbassador until seven days after the appointment", async () => {
          const { authority, townRegistry, projectRegistry, headOffice, stranger, business, manager, payout, town } =
            await networkHelpers.loadFixture(proposed);
          await townRegistry.connect(headOffice).removeCountryAmbassador(710);
          await appointAmbassador({ authority, townRegistry, headOffice }, { country: 710 }, stranger);
          const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;
          const approve = () =>
            projectRegistry.connect(stranger).approveManagement(business, manager.address, payout.address);

          await networkHelpers.time.setNextBlockTimestamp(actsFrom - 1);
          await expect(approve())
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
            .withArgs(town, stranger.address);

          await networkHelpers.time.setNextBlockTimestamp(actsFrom);
          await expect(approve()).to.emit(projectRegistry, "ManagementChanged");
        });
      });

      describe("when the proposer is not Town Ambassador any more", () => {
        it("reverts with ProjectRegistryNotProposed", async () => {
          const { authority, townRegistry, approving, headOffice, carla, business, manager, payout, town } =
            await networkHelpers.loadFixture(proposed);
          const approve = () => approving.approveManagement(business, manager.address, payout.address);

          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await expect(approve())
            .to.be.revertedWithCustomError(approving, "ProjectRegistryNotProposed")
            .withArgs(business, manager.address, payout.address);

          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
          await networkHelpers.time.increase(8 * DAY);
          await expect(approve())
            .to.be.revertedWithCustomError(approving, "ProjectRegistryNotProposed")
            .withArgs(business, manager.address, payout.address);
        });
      });

      describe("when the proposer left office and was appointed again", () => {
        it("reverts with ProjectRegistryNotProposed: the proposal ended with the office", async () => {
          const { authority, townRegistry, approving, headOffice, townAmbassador, business, manager, payout, town } =
            await networkHelpers.loadFixture(proposed);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, townAmbassador);
          await networkHelpers.time.increase(8 * DAY);

          await expect(approving.approveManagement(business, manager.address, payout.address))
            .to.be.revertedWithCustomError(approving, "ProjectRegistryNotProposed")
            .withArgs(business, manager.address, payout.address);
        });
      });

      describe("when it has waited for nearly thirty days, and for thirty", () => {
        it("can be approved in the last second, and then reverts with ProjectRegistryNotProposed", async () => {
          const { approving, business, manager, payout } = await networkHelpers.loadFixture(proposed);
          const { proposedAt } = await approving.managementProposalOf(business);
          const end = proposedAt + BigInt(30 * DAY);
          const approve = () => approving.approveManagement(business, manager.address, payout.address);

          await networkHelpers.time.setNextBlockTimestamp(end);
          await expect(approve())
            .to.be.revertedWithCustomError(approving, "ProjectRegistryNotProposed")
            .withArgs(business, manager.address, payout.address);
          await networkHelpers.time.increaseTo(end);
          expect(recordOf(await approving.managementProposalOf(business))).to.deep.equal(NOTHING);
          await networkHelpers.loadFixture(proposed);
          await networkHelpers.time.setNextBlockTimestamp(end - 1n);
          await expect(approve()).to.emit(approving, "ManagementChanged");
        });
      });

      describe("when the manager has lost the role meanwhile", () => {
        it("reverts with ProjectRegistryNotProjectManager", async () => {
          const { authority, approving, townAmbassador, business, manager, payout, town } =
            await networkHelpers.loadFixture(proposed);
          await authority.connect(townAmbassador).revokeRole(roleIds.projectManager(town), manager.address);

          await expect(approving.approveManagement(business, manager.address, payout.address))
            .to.be.revertedWithCustomError(approving, "ProjectRegistryNotProjectManager")
            .withArgs(town, manager.address);
        });
      });

      describe("when the payout wallet has got a key meanwhile", () => {
        it("reverts with ProjectRegistryBadPayout", async () => {
          const { authority, townRegistry, approving, headOffice, business, manager, payout } =
            await networkHelpers.loadFixture(proposed);
          await appointAmbassador({ authority, townRegistry, headOffice }, { country: 1 }, payout);

          await expect(approving.approveManagement(business, manager.address, payout.address))
            .to.be.revertedWithCustomError(approving, "ProjectRegistryBadPayout")
            .withArgs(payout.address);
        });
      });
    });

    describe("given no proposal", () => {
      it("reverts with ProjectRegistryNotProposed", async () => {
        const { approving, business, manager, payout } = await networkHelpers.loadFixture(unmanaged);

        for (const id of [business, business + 1n]) {
          await expect(approving.approveManagement(id, manager.address, payout.address))
            .to.be.revertedWithCustomError(approving, "ProjectRegistryNotProposed")
            .withArgs(id, manager.address, payout.address);
        }
      });
    });

    describe("given a proposal for another business", () => {
      it("reverts with ProjectRegistryNotProposed for this one", async () => {
        const { deployment, proposing, approving, amina, business, manager, payout, town } =
          await networkHelpers.loadFixture(unmanaged);
        const other = await proposeIdea(deployment, { town, kind: "cornerstone", metadata, member: amina });
        await proposing.proposeManagement(other, manager.address, payout.address);

        await expect(approving.approveManagement(business, manager.address, payout.address))
          .to.be.revertedWithCustomError(approving, "ProjectRegistryNotProposed")
          .withArgs(business, manager.address, payout.address);
        await approving.approveManagement(other, manager.address, payout.address);

        expect((await approving.projectOf(other)).manager).to.equal(manager.address);
        expect((await approving.projectOf(business)).manager).to.equal(ZeroAddress);
      });
    });
  });

  describe("withdrawManagement", () => {
    it("takes back what was proposed, so that nobody approves it", async () => {
      const { proposing, approving, business, manager, payout } = await networkHelpers.loadFixture(proposed);

      await expect(proposing.withdrawManagement(business))
        .to.emit(proposing, "ManagementWithdrawn")
        .withArgs(business, manager.address, payout.address);

      expect(recordOf(await proposing.managementProposalOf(business))).to.deep.equal(NOTHING);
      await expect(approving.approveManagement(business, manager.address, payout.address))
        .to.be.revertedWithCustomError(approving, "ProjectRegistryNotProposed")
        .withArgs(business, manager.address, payout.address);
      await expect(proposing.withdrawManagement(business))
        .to.be.revertedWithCustomError(proposing, "ProjectRegistryNotProposed")
        .withArgs(business, ZeroAddress, ZeroAddress);
    });

    it("reverts with TownRegistryNotTownAmbassador for anybody else", async () => {
      const { townRegistry, projectRegistry, business, town } = await networkHelpers.loadFixture(proposed);

      for (const caller of await everybodyBut("townAmbassador")) {
        await expect(projectRegistry.connect(caller).withdrawManagement(business))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
          .withArgs(town, caller.address);
      }
    });
  });

  describe("managesSince", () => {
    /** The bakery has its manager, since `since`. */
    async function managed() {
      const before = await networkHelpers.loadFixture(proposed);
      const since = BigInt(await networkHelpers.time.latest()) + 100n;
      await setNextTime(Number(since));
      await before.approving.approveManagement(before.business, before.manager.address, before.payout.address);
      return { ...before, since };
    }

    it("is a time only for the manager of that business, while they are a project manager of the town", async () => {
      const { authority, townAmbassador, projectRegistry, business, manager, payout, ben, town, since } =
        await networkHelpers.loadFixture(managed);

      expect(await projectRegistry.managesSince(business, manager.address)).to.equal(since);
      expect(await projectRegistry.managesSince(business, ben.address)).to.equal(0); // a project manager of the town
      expect(await projectRegistry.managesSince(business, payout.address)).to.equal(0);
      expect(await projectRegistry.managesSince(business + 1n, manager.address)).to.equal(0);

      await authority.connect(townAmbassador).revokeRole(roleIds.projectManager(town), manager.address);
      expect(await projectRegistry.managesSince(business, manager.address)).to.equal(0);
    });

    it("is none before the management is approved", async () => {
      const { projectRegistry, business, manager } = await networkHelpers.loadFixture(proposed);

      expect(await projectRegistry.managesSince(business, manager.address)).to.equal(0);
    });

    it("begins anew when the role was lost and given again", async () => {
      const { authority, townAmbassador, projectRegistry, business, manager, town, since } =
        await networkHelpers.loadFixture(managed);
      const role = roleIds.projectManager(town);
      await authority.connect(townAmbassador).revokeRole(role, manager.address);
      await setNextTime(Number(since) + DAY);
      await authority.connect(townAmbassador).grantRole(role, manager.address);

      expect(await projectRegistry.managesSince(business, manager.address)).to.equal(since + BigInt(DAY));
    });

    it("goes on when only who is paid changes, and begins anew when another managed meanwhile", async () => {
      const { approving, projectRegistry, townAmbassador, business, manager, ben, payout, carla, since } =
        await networkHelpers.loadFixture(managed);
      const change = async (who: string, paid: string) => {
        await projectRegistry.connect(townAmbassador).proposeManagement(business, who, paid);
        await approving.approveManagement(business, who, paid);
      };
      await change(manager.address, carla.address);
      expect(await projectRegistry.managesSince(business, manager.address)).to.equal(since);

      await change(ben.address, payout.address);
      await change(manager.address, payout.address);
      const now = await networkHelpers.time.latest();
      expect(await projectRegistry.managesSince(business, manager.address)).to.equal(now);
      expect(await projectRegistry.managesSince(business, ben.address)).to.equal(0);
    });

    it("is none for nobody's wallet of a business without management", async () => {
      const { projectRegistry, business } = await networkHelpers.loadFixture(unmanaged);

      expect(await projectRegistry.managesSince(business, ZeroAddress)).to.equal(0);
    });
  });
});

import { OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import { type Deed, deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { expect } from "chai";
import { agreeDeed, openOffering, proposeIdea } from "../../scripts/operator/businesses.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { bakery } from "../fixture/bakery.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { mill } from "../fixture/mill.ts";
import { everybodyBut, impersonate } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { DAY, ELSEWHERE } from "../fixture/willowmere.ts";

const { thirds, sixtyForty, ninetyTen } = deedPresets;
const NO_DEED = [0n, 0n, 0n, 0n];

function deedOf(investors: number, members: number, fund: number, country: number): Deed {
  return { investors, members, fund, country };
}

/** A deed as contracts return it. */
function parts({ investors, members, fund, country }: Deed): bigint[] {
  return [investors, members, fund, country].map(BigInt);
}

/** The Town Ambassador has proposed the deed 60/40 for the bakery. */
async function proposed() {
  const before = await networkHelpers.loadFixture(bakery);
  await before.profitSplitter.connect(before.townAmbassador).proposeDeed(before.business, sixtyForty);
  return before;
}

/** The Country Ambassador has approved it; it is in force from `inForceFrom` on. */
async function agreed() {
  const before = await networkHelpers.loadFixture(proposed);
  const { profitSplitter, countryAmbassador, business } = before;
  await profitSplitter.connect(countryAmbassador).approveDeed(business, sixtyForty);
  return { ...before, inForceFrom: (await profitSplitter.changeOf(business)).inForceFrom };
}

describe("ProfitSplitter", () => {
  describe("deedOf", () => {
    describe("given nothing agreed", () => {
      it("is equal thirds, the odd basis point to the town fund", async () => {
        const { profitSplitter, business } = await networkHelpers.loadFixture(bakery);

        expect(await profitSplitter.deedOf(business)).to.deep.equal([3_333n, 3_333n, 3_334n, 0n]);
        expect(await profitSplitter.isSealed(business)).to.equal(false);
        expect(recordOf(await profitSplitter.changeOf(business))).to.deep.equal({
          deed: NO_DEED,
          proposedAt: 0n,
          inForceFrom: 0n,
          proposer: ethers.ZeroAddress,
        });
      });
    });

    describe("given a deed that is proposed only", () => {
      it("stays what it was, for ever", async () => {
        const { profitSplitter, business } = await networkHelpers.loadFixture(proposed);
        await networkHelpers.time.increase(1000 * DAY);

        expect(await profitSplitter.deedOf(business)).to.deep.equal(parts(thirds));
      });
    });

    describe("given a deed that is agreed", () => {
      it("is the new one from exactly seven days later on", async () => {
        const { profitSplitter, business, inForceFrom } = await networkHelpers.loadFixture(agreed);

        await networkHelpers.time.increaseTo(inForceFrom - 1n);
        expect(await profitSplitter.deedOf(business)).to.deep.equal(parts(thirds));
        await networkHelpers.time.increaseTo(inForceFrom);
        expect(await profitSplitter.deedOf(business)).to.deep.equal(parts(sixtyForty));
      });
    });

    describe("given two businesses", () => {
      it("changes each one's alone", async () => {
        const {
          profitSplitter,
          deployment,
          townAmbassador,
          countryAmbassador,
          business,
          mill: millId,
        } = await networkHelpers.loadFixture(mill);
        await agreeDeed(deployment, { business: millId, deed: ninetyTen, townAmbassador, countryAmbassador });
        await networkHelpers.time.increase(7 * DAY);

        expect(await profitSplitter.deedOf(millId)).to.deep.equal(parts(ninetyTen));
        expect(await profitSplitter.deedOf(business)).to.deep.equal(parts(thirds));
      });
    });
  });

  describe("proposeDeed", () => {
    describe("given a business whose deed is not sealed", () => {
      describe("when the Town Ambassador proposes a deed", () => {
        it("writes it down with its proposer and says so", async () => {
          const { profitSplitter, townAmbassador, business } = await networkHelpers.loadFixture(bakery);

          await expect(profitSplitter.connect(townAmbassador).proposeDeed(business, sixtyForty))
            .to.emit(profitSplitter, "DeedProposed")
            .withArgs(business, parts(sixtyForty));

          expect(recordOf(await profitSplitter.changeOf(business))).to.deep.equal({
            deed: parts(sixtyForty),
            proposedAt: BigInt(await networkHelpers.time.latest()),
            inForceFrom: 0n,
            proposer: townAmbassador.address,
          });
        });
      });

      for (const name of ["headOffice", "countryAmbassador", "registrar", "manager", "amina", "stranger"] as const) {
        describe(`when the caller is ${name}`, () => {
          it("reverts with TownRegistryNotTownAmbassador", async () => {
            const {
              profitSplitter,
              townRegistry,
              town,
              business,
              [name]: caller,
            } = await networkHelpers.loadFixture(bakery);

            await expect(profitSplitter.connect(caller).proposeDeed(business, sixtyForty))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
              .withArgs(town, caller.address);
          });
        });
      }

      for (const kind of ["garden", "upliftment"] as const) {
        describe(`when the project is of kind ${kind}`, () => {
          it("reverts with ProfitSplitterNotABusiness", async () => {
            const { profitSplitter, deployment, townAmbassador, amina, town } =
              await networkHelpers.loadFixture(bakery);
            const metadata = documentOf("{}", "ipfs://project");
            const project = await proposeIdea(deployment, { town, kind, metadata, member: amina });

            await expect(profitSplitter.connect(townAmbassador).proposeDeed(project, sixtyForty))
              .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotABusiness")
              .withArgs(project);
          });
        });
      }

      describe("when there is no such project", () => {
        it("reverts with ProfitSplitterNotABusiness", async () => {
          const { profitSplitter, townAmbassador, business } = await networkHelpers.loadFixture(bakery);

          await expect(profitSplitter.connect(townAmbassador).proposeDeed(business + 1n, sixtyForty))
            .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotABusiness")
            .withArgs(business + 1n);
        });
      });

      const lawful: [name: string, deed: Deed][] = [
        ["thirds", thirds],
        ["60/40", sixtyForty],
        ["90/10", ninetyTen],
        ["investors at their ceiling, members with one basis point", deedOf(4_000, 1, 5_999, 0)],
        ["investors at their ceiling, nothing for the fund", deedOf(4_000, 6_000, 0, 0)],
        ["everything for the members", deedOf(0, 10_000, 0, 0)],
      ];
      for (const [name, deed] of lawful) {
        describe(`when the deed is ${name}`, () => {
          it("accepts it", async () => {
            const { profitSplitter, townAmbassador, business } = await networkHelpers.loadFixture(bakery);

            await profitSplitter.connect(townAmbassador).proposeDeed(business, deed);

            expect((await profitSplitter.changeOf(business)).deed).to.deep.equal(parts(deed));
          });
        });
      }

      const unlawful: [deed: Deed, error: string, values: number[]][] = [
        [deedOf(3_333, 3_333, 3_333, 0), "DeedNotWhole", [9_999]],
        [deedOf(3_333, 3_334, 3_334, 0), "DeedNotWhole", [10_001]],
        [deedOf(0, 65_535, 10_001, 0), "DeedNotWhole", [75_536]],
        [deedOf(65_535, 1, 10_000, 0), "DeedNotWhole", [75_536]],
        [deedOf(0, 0, 0, 0), "DeedNotWhole", [0]],
        [deedOf(4_001, 2_999, 3_000, 0), "DeedAboveInvestorsCeiling", [4_001]],
        [deedOf(10_000, 0, 0, 0), "DeedAboveInvestorsCeiling", [10_000]],
        [deedOf(4_000, 2_999, 3_000, 1), "DeedBelowCommunityFloor", [5_999]],
        [deedOf(0, 0, 0, 10_000), "DeedBelowCommunityFloor", [0]],
        [deedOf(4_000, 0, 6_000, 0), "DeedLeavesMembersNothing", []],
        [deedOf(0, 0, 10_000, 0), "DeedLeavesMembersNothing", []],
        [deedOf(0, 5_000, 4_999, 1), "DeedCountryPartNeedsCornerstone", [1]],
        [deedOf(0, 6_000, 0, 4_000), "DeedCountryPartNeedsCornerstone", [4_000]],
      ];
      for (const [deed, error, values] of unlawful) {
        describe(`when the deed is ${parts(deed).join(" + ")}`, () => {
          it(`reverts with ${error}`, async () => {
            const { profitSplitter, townAmbassador, business } = await networkHelpers.loadFixture(bakery);

            await expect(profitSplitter.connect(townAmbassador).proposeDeed(business, deed))
              .to.be.revertedWithCustomError(profitSplitter, error)
              .withArgs(...values);
          });
        });
      }
    });

    describe("given a cornerstone business", () => {
      for (const deed of [
        deedOf(0, 6_000, 0, 4_000),
        deedOf(3_999, 3_000, 3_000, 1),
        deedOf(1_500, 4_500, 3_000, 1_000),
      ]) {
        it(`accepts a country part: ${parts(deed).join(" + ")}`, async () => {
          const { profitSplitter, townAmbassador, mill: millId } = await networkHelpers.loadFixture(mill);

          await profitSplitter.connect(townAmbassador).proposeDeed(millId, deed);

          expect((await profitSplitter.changeOf(millId)).deed).to.deep.equal(parts(deed));
        });
      }

      it("keeps the community's floor of 60 %", async () => {
        const { profitSplitter, townAmbassador, mill: millId } = await networkHelpers.loadFixture(mill);

        await expect(profitSplitter.connect(townAmbassador).proposeDeed(millId, deedOf(3_000, 3_000, 2_999, 1_001)))
          .to.be.revertedWithCustomError(profitSplitter, "DeedBelowCommunityFloor")
          .withArgs(5_999);
      });
    });

    describe("given a deed that is proposed and not approved", () => {
      it("is replaced by another proposal", async () => {
        const { profitSplitter, townAmbassador, countryAmbassador, business } =
          await networkHelpers.loadFixture(proposed);

        await profitSplitter.connect(townAmbassador).proposeDeed(business, ninetyTen);

        expect((await profitSplitter.changeOf(business)).deed).to.deep.equal(parts(ninetyTen));
        await expect(profitSplitter.connect(countryAmbassador).approveDeed(business, sixtyForty))
          .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotProposed")
          .withArgs(business, parts(sixtyForty));
      });
    });

    describe("given a deed that is agreed and not in force yet", () => {
      it("reverts with ProfitSplitterChangeAgreed until the second it is in force", async () => {
        const { profitSplitter, townAmbassador, business, inForceFrom } = await networkHelpers.loadFixture(agreed);

        await setNextTime(inForceFrom - 1n);
        await expect(profitSplitter.connect(townAmbassador).proposeDeed(business, ninetyTen))
          .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterChangeAgreed")
          .withArgs(business, inForceFrom);
        await setNextTime(inForceFrom);
        await profitSplitter.connect(townAmbassador).proposeDeed(business, ninetyTen);

        expect(await profitSplitter.deedOf(business)).to.deep.equal(parts(sixtyForty));
        expect(recordOf(await profitSplitter.changeOf(business))).to.deep.equal({
          deed: parts(ninetyTen),
          proposedAt: inForceFrom,
          inForceFrom: 0n,
          proposer: townAmbassador.address,
        });
      });
    });

    describe("given a sealed deed", () => {
      it("reverts with ProfitSplitterSealed", async () => {
        const { profitSplitter, townAmbassador, business } = await networkHelpers.loadFixture(bakeryOnSale);

        await expect(profitSplitter.connect(townAmbassador).proposeDeed(business, sixtyForty))
          .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterSealed")
          .withArgs(business);
      });
    });
  });

  describe("approveDeed", () => {
    describe("given a proposed deed", () => {
      describe("when the Country Ambassador approves exactly that", () => {
        it("puts it in force seven days later", async () => {
          const { profitSplitter, townAmbassador, countryAmbassador, business } =
            await networkHelpers.loadFixture(proposed);
          const proposedAt = BigInt(await networkHelpers.time.latest());
          const now = Number(proposedAt) + 100;
          await setNextTime(now);

          await expect(profitSplitter.connect(countryAmbassador).approveDeed(business, sixtyForty))
            .to.emit(profitSplitter, "DeedApproved")
            .withArgs(business, parts(sixtyForty), now + 7 * DAY);

          expect(recordOf(await profitSplitter.changeOf(business))).to.deep.equal({
            deed: parts(sixtyForty),
            proposedAt,
            inForceFrom: BigInt(now + 7 * DAY),
            proposer: townAmbassador.address,
          });
        });
      });

      for (const deed of [
        deedOf(3_999, 3_001, 3_000, 0),
        deedOf(3_999, 3_000, 3_001, 0),
        deedOf(4_000, 3_001, 2_999, 0),
        deedOf(4_000, 3_000, 2_999, 1),
        deedOf(4_000, 3_000, 3_000, 1),
        deedOf(4_001, 3_000, 3_000, 0),
        deedOf(4_000, 3_001, 3_000, 0),
        deedOf(4_000, 3_000, 3_001, 0),
      ]) {
        describe(`when the approval names ${parts(deed).join(" + ")}`, () => {
          it("reverts with ProfitSplitterNotProposed", async () => {
            const { profitSplitter, countryAmbassador, business } = await networkHelpers.loadFixture(proposed);

            await expect(profitSplitter.connect(countryAmbassador).approveDeed(business, deed))
              .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotProposed")
              .withArgs(business, parts(deed));
          });
        });
      }

      for (const name of ["headOffice", "townAmbassador", "registrar", "manager", "amina", "stranger"] as const) {
        describe(`when the caller is ${name}`, () => {
          it("reverts with TownRegistryNotCountryAmbassador", async () => {
            const {
              profitSplitter,
              townRegistry,
              town,
              business,
              [name]: caller,
            } = await networkHelpers.loadFixture(proposed);

            await expect(profitSplitter.connect(caller).approveDeed(business, sixtyForty))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
              .withArgs(town, caller.address);
          });
        });
      }

      describe("when the caller is another country's ambassador", () => {
        it("reverts with TownRegistryNotCountryAmbassador", async () => {
          const { authority, profitSplitter, townRegistry, headOffice, emil, town, business } =
            await networkHelpers.loadFixture(proposed);
          await appointAmbassador({ authority, townRegistry, headOffice }, { country: ELSEWHERE }, emil);

          await expect(profitSplitter.connect(emil).approveDeed(business, sixtyForty))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
            .withArgs(town, emil.address);
        });
      });

      describe("when the proposer has left office", () => {
        it("reverts with ProfitSplitterNotProposed until the successor proposes", async () => {
          const { authority, profitSplitter, townRegistry, headOffice, countryAmbassador, carla, town, business } =
            await networkHelpers.loadFixture(proposed);
          const refused = async () =>
            expect(profitSplitter.connect(countryAmbassador).approveDeed(business, sixtyForty))
              .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotProposed")
              .withArgs(business, parts(sixtyForty));

          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await refused();
          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
          await networkHelpers.time.increase(7 * DAY);
          await refused();
          await profitSplitter.connect(carla).proposeDeed(business, sixtyForty);
          await profitSplitter.connect(countryAmbassador).approveDeed(business, sixtyForty);
        });
      });
    });

    describe("given a deed that has waited for nearly thirty days, and for thirty", () => {
      it("can be approved in the last second, and then reverts with ProfitSplitterNotProposed", async () => {
        const { profitSplitter, countryAmbassador, business } = await networkHelpers.loadFixture(proposed);
        const { proposedAt } = await profitSplitter.changeOf(business);
        const approving = profitSplitter.connect(countryAmbassador);
        const end = proposedAt + BigInt(30 * DAY);

        await setNextTime(end);
        await expect(approving.approveDeed(business, sixtyForty))
          .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotProposed")
          .withArgs(business, parts(sixtyForty));
        await networkHelpers.time.increaseTo(end);
        expect((await profitSplitter.changeOf(business)).proposer).to.equal(ethers.ZeroAddress);
        await networkHelpers.loadFixture(proposed);
        await setNextTime(end - 1n);
        await expect(approving.approveDeed(business, sixtyForty)).to.emit(profitSplitter, "DeedApproved");
      });
    });

    describe("given a proposer who left office and was appointed again", () => {
      it("reverts with ProfitSplitterNotProposed: the proposal ended with the office", async () => {
        const {
          authority,
          profitSplitter,
          townRegistry,
          headOffice,
          townAmbassador,
          countryAmbassador,
          town,
          business,
        } = await networkHelpers.loadFixture(proposed);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);
        await appointAmbassador({ authority, townRegistry, headOffice }, { town }, townAmbassador);
        await networkHelpers.time.increase(8 * DAY);

        await expect(profitSplitter.connect(countryAmbassador).approveDeed(business, sixtyForty))
          .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotProposed")
          .withArgs(business, parts(sixtyForty));
      });
    });

    describe("given a deed that is approved already", () => {
      it("reverts with ProfitSplitterNotProposed, so that the delay cannot begin anew", async () => {
        const { profitSplitter, countryAmbassador, business, inForceFrom } = await networkHelpers.loadFixture(agreed);

        for (const second of [inForceFrom - 1n, inForceFrom, inForceFrom + 1n]) {
          await setNextTime(second);
          await expect(profitSplitter.connect(countryAmbassador).approveDeed(business, sixtyForty))
            .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotProposed")
            .withArgs(business, parts(sixtyForty));
        }
      });
    });

    describe("given nothing proposed", () => {
      it("reverts with ProfitSplitterNotProposed, for the deed in force and for none", async () => {
        const { profitSplitter, townRegistry, headOffice, countryAmbassador, business, town } =
          await networkHelpers.loadFixture(bakery);

        for (const deed of [thirds, deedOf(0, 0, 0, 0)]) {
          await expect(profitSplitter.connect(countryAmbassador).approveDeed(business, deed))
            .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotProposed")
            .withArgs(business, parts(deed));
        }
        await townRegistry.connect(headOffice).removeTownAmbassador(town);
        await expect(profitSplitter.connect(countryAmbassador).approveDeed(business, deedOf(0, 0, 0, 0)))
          .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotProposed")
          .withArgs(business, NO_DEED);
      });
    });

    describe("given a deed that was proposed before another was sealed", () => {
      it("reverts with ProfitSplitterNotProposed", async () => {
        const { profitSplitter, deployment, townAmbassador, countryAmbassador, business, terms } =
          await networkHelpers.loadFixture(proposed);
        await openOffering(deployment, { terms, townAmbassador, countryAmbassador });

        await expect(profitSplitter.connect(countryAmbassador).approveDeed(business, sixtyForty))
          .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotProposed")
          .withArgs(business, parts(sixtyForty));
      });
    });
  });

  describe("withdrawDeed", () => {
    describe("given a proposed deed", () => {
      it("takes it back, so that nobody approves it", async () => {
        const { profitSplitter, townAmbassador, countryAmbassador, business } =
          await networkHelpers.loadFixture(proposed);

        await expect(profitSplitter.connect(townAmbassador).withdrawDeed(business))
          .to.emit(profitSplitter, "DeedWithdrawn")
          .withArgs(business, parts(sixtyForty));

        expect((await profitSplitter.changeOf(business)).proposer).to.equal(ethers.ZeroAddress);
        await expect(
          profitSplitter.connect(countryAmbassador).approveDeed(business, sixtyForty),
        ).to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotProposed");
      });

      it("reverts with TownRegistryNotTownAmbassador for anybody else", async () => {
        const { profitSplitter, townRegistry, town, business } = await networkHelpers.loadFixture(proposed);

        for (const caller of await everybodyBut("townAmbassador")) {
          await expect(profitSplitter.connect(caller).withdrawDeed(business))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
            .withArgs(town, caller.address);
        }
      });
    });

    describe("given none, or one that both agreed on", () => {
      it("reverts with ProfitSplitterNotProposed", async () => {
        const none = await networkHelpers.loadFixture(bakery);
        await expect(
          none.profitSplitter.connect(none.townAmbassador).withdrawDeed(none.business),
        ).to.be.revertedWithCustomError(none.profitSplitter, "ProfitSplitterNotProposed");

        const { profitSplitter, townAmbassador, business } = await networkHelpers.loadFixture(agreed);
        await expect(profitSplitter.connect(townAmbassador).withdrawDeed(business))
          .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotProposed")
          .withArgs(business, parts(sixtyForty));
      });
    });
  });

  describe("seal", () => {
    describe("given an agreed deed in force", () => {
      it("seals that deed when an offering opens under it", async () => {
        const { profitSplitter, deployment, townAmbassador, countryAmbassador, business, terms, inForceFrom } =
          await networkHelpers.loadFixture(agreed);
        await networkHelpers.time.increaseTo(inForceFrom);
        const opens = Number(inForceFrom) + OPENING_NOTICE + DAY;
        const later = {
          ...terms,
          opens,
          localEnds: opens + 14 * DAY,
          countryEnds: 0,
          worldEnds: 0,
          deed: sixtyForty,
        };

        await openOffering(deployment, { terms: later, townAmbassador, countryAmbassador });

        expect(await profitSplitter.deedOf(business)).to.deep.equal(parts(sixtyForty));
        expect(await profitSplitter.isSealed(business)).to.equal(true);
        expect(recordOf(await profitSplitter.changeOf(business))).to.deep.equal({
          deed: NO_DEED,
          proposedAt: 0n,
          inForceFrom: 0n,
          proposer: ethers.ZeroAddress,
        });
      });
    });

    describe("given a deed on its way", () => {
      it("cancels it, so that it never comes into force", async () => {
        const { shareOffering, profitSplitter, business, inForceFrom } = await networkHelpers.loadFixture(agreed);

        await expect(profitSplitter.connect(await impersonate(shareOffering)).seal(business))
          .to.emit(profitSplitter, "DeedSealed")
          .withArgs(business, parts(thirds));

        await networkHelpers.time.increaseTo(inForceFrom + 1n);
        expect(await profitSplitter.deedOf(business)).to.deep.equal(parts(thirds));
        expect((await profitSplitter.changeOf(business)).inForceFrom).to.equal(0);
      });
    });

    describe("given a caller other than the ShareOffering", () => {
      it("reverts with ProfitSplitterNotOffering", async () => {
        const { profitSplitter, townTreasury, headOffice, townAmbassador, countryAmbassador, amina, business } =
          await networkHelpers.loadFixture(bakery);

        for (const caller of [
          await impersonate(townTreasury),
          await impersonate(profitSplitter),
          headOffice,
          townAmbassador,
          countryAmbassador,
          amina,
        ]) {
          await expect(profitSplitter.connect(caller).seal(business))
            .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNotOffering")
            .withArgs(caller.address);
        }
      });
    });
  });
});

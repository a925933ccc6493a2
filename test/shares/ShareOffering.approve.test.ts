import { fundProject, operateProject } from "@one-small-town/core/projects/steps.ts";
import { OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import type { Terms } from "@one-small-town/core/shares/Terms.ts";
import { termsHashOf } from "@one-small-town/core/shares/termsHash.ts";
import { expect } from "chai";
import type { Hex } from "viem";
import { agreeDeed, openOffering } from "../../scripts/operator/businesses.ts";
import { tokenAt } from "../../scripts/operator/contracts.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { send } from "../../scripts/operator/send.ts";
import { bakery } from "../fixture/bakery.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { Phase, Tier } from "../fixture/enumerations.ts";
import { mill } from "../fixture/mill.ts";
import { type BakeryTerms, onSale } from "../fixture/onSale.ts";
import { deepRecordOf, recordOf } from "../fixture/recordOf.ts";
import { DAY, ELSEWHERE } from "../fixture/willowmere.ts";

const OTHER_HASH: Hex = `0x${"ab".repeat(32)}`;

/** The Town Ambassador has proposed the bakery's terms. */
async function bakeryProposed() {
  const before = await networkHelpers.loadFixture(bakery);
  await before.shareOffering.connect(before.townAmbassador).propose(before.terms);
  return before;
}

describe("ShareOffering", () => {
  describe("approve", () => {
    describe("given proposed terms", () => {
      describe("when the Country Ambassador approves exactly those", () => {
        it("creates the offering with all its terms", async () => {
          const { shareOffering, countryAmbassador, currency, business, terms } =
            await networkHelpers.loadFixture(bakeryProposed);

          const offering = await shareOffering
            .connect(countryAmbassador)
            .approve.staticCall(business, termsHashOf(terms));
          await shareOffering.connect(countryAmbassador).approve(terms.business, termsHashOf(terms));

          expect(offering).to.equal(1);
          expect(await shareOffering.offeringCount()).to.equal(1);
          expect(await shareOffering.latestOf(business)).to.equal(1);
          expect(recordOf(await shareOffering.saleOf(1))).to.deep.equal({
            opens: BigInt(terms.opens),
            localLasts: BigInt(14 * DAY),
            countryLasts: BigInt(14 * DAY),
            worldLasts: BigInt(14 * DAY),
            goal: 100n,
            cap: 150n,
            limitLocal: 18n,
            limitLater: 19n,
            phase: BigInt(Phase.Local),
            scope: BigInt(Tier.None),
          });
          const asset = recordOf(await shareOffering.assetOf(1));
          expect(asset).to.deep.equal({
            token: asset["token"],
            price: terms.price,
            currency: await currency.getAddress(),
            business,
          });
          expect(termsHashOf(deepRecordOf(await shareOffering.termsOf(1)) as Terms)).to.equal(termsHashOf(terms));
          expect(await shareOffering.tranchesOf(1)).to.deep.equal([2_500n, 2_500n, 5_000n]);
          expect(await shareOffering.releasedOf(1)).to.equal(0);
          expect(await shareOffering.phaseOf(1)).to.equal(Phase.Local);
        });

        it("creates a share token of its own, empty and locked", async () => {
          const { shareOffering, countryAmbassador, deployment, deployer, currency, business, terms } =
            await networkHelpers.loadFixture(bakeryProposed);

          await shareOffering.connect(countryAmbassador).approve(terms.business, termsHashOf(terms));

          const { token: address } = await shareOffering.assetOf(1);
          const token = tokenAt(address, deployer);
          expect(address).to.not.equal(deployment.addresses.InvestorToken);
          expect(await token.name()).to.equal("Willowmere Bakery");
          expect(await token.symbol()).to.equal("BAKE");
          expect(await token.business()).to.equal(business);
          expect(await token.currency()).to.equal(await currency.getAddress());
          expect(recordOf(await token.ledger())).to.deep.equal({
            supply: 0n,
            perShare: 0n,
            remainder: 0n,
            scope: BigInt(Tier.None),
          });
        });

        it("says so, and seals the deed", async () => {
          const { shareOffering, profitSplitter, countryAmbassador, business, terms } =
            await networkHelpers.loadFixture(bakeryProposed);

          const approved = await shareOffering.connect(countryAmbassador).approve(terms.business, termsHashOf(terms));

          const { token } = await shareOffering.assetOf(1);
          await expect(approved)
            .to.emit(shareOffering, "OfferingApproved")
            .withArgs(1, business, token, termsHashOf(terms));
          await expect(approved).to.emit(profitSplitter, "DeedSealed").withArgs(business, [3_333, 3_333, 3_334, 0]);
          expect(await profitSplitter.isSealed(business)).to.equal(true);
        });

        it("uses the proposal up", async () => {
          const { shareOffering, countryAmbassador, business, terms } =
            await networkHelpers.loadFixture(bakeryProposed);
          await shareOffering.connect(countryAmbassador).approve(terms.business, termsHashOf(terms));

          expect((await shareOffering.proposalOf(business)).termsHash).to.equal(ethers.ZeroHash);
          await expect(shareOffering.connect(countryAmbassador).approve(terms.business, termsHashOf(terms)))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProposed")
            .withArgs(business, termsHashOf(terms));
        });
      });

      for (const name of ["headOffice", "townAmbassador", "registrar", "manager", "amina", "stranger"] as const) {
        describe(`when the caller is ${name}`, () => {
          it("reverts with TownRegistryNotCountryAmbassador", async () => {
            const {
              shareOffering,
              townRegistry,
              terms,
              town,
              [name]: caller,
            } = await networkHelpers.loadFixture(bakeryProposed);

            await expect(shareOffering.connect(caller).approve(terms.business, termsHashOf(terms)))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
              .withArgs(town, caller.address);
          });
        });
      }

      describe("when the caller is another country's ambassador", () => {
        it("reverts with TownRegistryNotCountryAmbassador", async () => {
          const { authority, shareOffering, townRegistry, headOffice, emil, terms, town } =
            await networkHelpers.loadFixture(bakeryProposed);
          await appointAmbassador({ authority, townRegistry, headOffice }, { country: ELSEWHERE }, emil);

          await expect(shareOffering.connect(emil).approve(terms.business, termsHashOf(terms)))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
            .withArgs(town, emil.address);
        });
      });

      const changes: Partial<BakeryTerms>[] = [
        { price: 4_999_999n },
        { goal: 99 },
        { cap: 151 },
        { limitLocal: 17 },
        { limitLater: 18 },
        { opens: 1 },
        { localEnds: 1 },
        { countryEnds: 0 },
        { worldEnds: 0 },
        { tranches: [2_500, 2_501, 4_999] },
        { plan: OTHER_HASH },
        { pack: OTHER_HASH },
        { deed: { investors: 3_332, members: 3_334, fund: 3_334, country: 0 } },
        { name: "Willowmere bakery" },
        { symbol: "BAKERY" },
      ];
      for (const change of changes) {
        describe(`when the ${Object.keys(change)[0]} is another than proposed`, () => {
          it("reverts with ShareOfferingNotProposed", async () => {
            const { shareOffering, countryAmbassador, business, terms } =
              await networkHelpers.loadFixture(bakeryProposed);
            const changed = { ...terms, ...change };

            await expect(shareOffering.connect(countryAmbassador).approve(changed.business, termsHashOf(changed)))
              .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProposed")
              .withArgs(business, termsHashOf(changed));
          });
        });
      }

      describe("when the Town Ambassador has replaced the terms meanwhile", () => {
        it("refuses the first and accepts the second", async () => {
          const { shareOffering, townAmbassador, countryAmbassador, business, terms } =
            await networkHelpers.loadFixture(bakeryProposed);
          const second = { ...terms, goal: 96 };
          await shareOffering.connect(townAmbassador).propose(second);

          await expect(shareOffering.connect(countryAmbassador).approve(terms.business, termsHashOf(terms)))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProposed")
            .withArgs(business, termsHashOf(terms));
          await shareOffering.connect(countryAmbassador).approve(second.business, termsHashOf(second));
          expect((await shareOffering.saleOf(1)).goal).to.equal(96);
        });
      });

      describe("when the proposer has left office meanwhile", () => {
        it("reverts with ShareOfferingNotProposed until the successor proposes the same terms", async () => {
          const {
            authority,
            shareOffering,
            townRegistry,
            headOffice,
            townAmbassador,
            countryAmbassador,
            carla,
            town,
            business,
            terms,
          } = await networkHelpers.loadFixture(bakery);
          const opens = terms.opens + 20 * DAY;
          const later = { ...terms, opens, localEnds: opens + 14 * DAY, countryEnds: 0, worldEnds: 0 };
          await shareOffering.connect(townAmbassador).propose(later);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
          await networkHelpers.time.increase(7 * DAY);

          await expect(shareOffering.connect(countryAmbassador).approve(later.business, termsHashOf(later)))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProposed")
            .withArgs(business, termsHashOf(later));
          await shareOffering.connect(carla).propose(later);
          await expect(shareOffering.connect(countryAmbassador).approve(later.business, termsHashOf(later))).to.emit(
            shareOffering,
            "OfferingApproved",
          );
        });
      });

      describe("when the business has left the funding stage meanwhile", () => {
        it("reverts with ShareOfferingNotFunding", async () => {
          const { shareOffering, deployment, townAmbassador, countryAmbassador, business, terms } =
            await networkHelpers.loadFixture(bakeryProposed);
          await send(townAmbassador, operateProject(deployment, business));

          await expect(shareOffering.connect(countryAmbassador).approve(terms.business, termsHashOf(terms)))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotFunding")
            .withArgs(business);
        });
      });

      describe("when the investor pack was replaced meanwhile", () => {
        it("reverts with ShareOfferingOtherDocuments", async () => {
          const { shareOffering, deployment, townAmbassador, countryAmbassador, business, terms } =
            await networkHelpers.loadFixture(bakeryProposed);
          await send(townAmbassador, fundProject(deployment, business, documentOf("A better pack", "ipfs://better")));

          await expect(shareOffering.connect(countryAmbassador).approve(terms.business, termsHashOf(terms)))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOtherDocuments")
            .withArgs(terms.plan, terms.pack);
        });
      });

      describe("when the proposer was removed and appointed again, and does not act yet", () => {
        it("reverts with TownRegistryDormant", async () => {
          const { authority, shareOffering, townRegistry, headOffice, townAmbassador, countryAmbassador, terms, town } =
            await networkHelpers.loadFixture(bakeryProposed);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, townAmbassador);

          await expect(shareOffering.connect(countryAmbassador).approve(terms.business, termsHashOf(terms)))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
            .withArgs(town);
        });
      });

      describe("when the proposer was removed and appointed again, and acts again", () => {
        it("reverts with ShareOfferingNotProposed: what they proposed ended with their office", async () => {
          const before = await networkHelpers.loadFixture(bakery);
          const { shareOffering, townRegistry, headOffice, townAmbassador, countryAmbassador, town, business } = before;
          const opens = before.terms.opens + 20 * DAY;
          const terms = { ...before.terms, opens, localEnds: opens + 14 * DAY, countryEnds: 0, worldEnds: 0 };
          await shareOffering.connect(townAmbassador).propose(terms);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await appointAmbassador(before, { town }, townAmbassador);
          await networkHelpers.time.increase(7 * DAY);

          expect((await shareOffering.proposalOf(business)).termsHash).to.equal(ethers.ZeroHash);
          await expect(shareOffering.connect(countryAmbassador).approve(business, termsHashOf(terms)))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProposed")
            .withArgs(business, termsHashOf(terms));
        });
      });

      describe("when the town has no Town Ambassador", () => {
        it("reverts with TownRegistryDormant", async () => {
          const { shareOffering, townRegistry, headOffice, countryAmbassador, terms, town } =
            await networkHelpers.loadFixture(bakeryProposed);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await expect(shareOffering.connect(countryAmbassador).approve(terms.business, termsHashOf(terms)))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
            .withArgs(town);
        });
      });

      describe("when the sale opens too soon for the town to hear of it", () => {
        it("approves seven days before the opening, and not a second later", async () => {
          const { shareOffering, countryAmbassador, terms } = await networkHelpers.loadFixture(bakeryProposed);
          const { opens } = terms;
          const snapshot = await networkHelpers.takeSnapshot();

          await setNextTime(opens - OPENING_NOTICE + 1);
          await expect(shareOffering.connect(countryAmbassador).approve(terms.business, termsHashOf(terms)))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOpensTooSoon")
            .withArgs(opens, opens + 1);

          await snapshot.restore();
          await setNextTime(opens - OPENING_NOTICE);
          await expect(shareOffering.connect(countryAmbassador).approve(terms.business, termsHashOf(terms))).to.emit(
            shareOffering,
            "OfferingApproved",
          );
        });
      });

      describe("when another deed has come into force meanwhile", () => {
        it("reverts with ShareOfferingOtherDeed; until then the opening cancels the change", async () => {
          const { shareOffering, profitSplitter, deployment, townAmbassador, countryAmbassador, business, terms } =
            await networkHelpers.loadFixture(bakery);
          const deed = { investors: 1_000, members: 4_500, fund: 4_500, country: 0 };
          await agreeDeed(deployment, { business, deed, townAmbassador, countryAmbassador });
          const { inForceFrom } = await profitSplitter.changeOf(business);
          const opens = Number(inForceFrom) + 8 * DAY;
          const later = { ...terms, opens, localEnds: opens + 14 * DAY, countryEnds: 0, worldEnds: 0 };
          await shareOffering.connect(townAmbassador).propose(later);
          const snapshot = await networkHelpers.takeSnapshot();

          await setNextTime(inForceFrom);
          await expect(shareOffering.connect(countryAmbassador).approve(later.business, termsHashOf(later)))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOtherDeed")
            .withArgs(business);

          await snapshot.restore();
          await setNextTime(inForceFrom - 1n);
          await shareOffering.connect(countryAmbassador).approve(later.business, termsHashOf(later));
          await networkHelpers.time.increase(30 * DAY);
          expect(await profitSplitter.deedOf(business)).to.deep.equal([3_333, 3_333, 3_334, 0]);
          expect((await profitSplitter.changeOf(business)).inForceFrom).to.equal(0);
        });
      });
    });

    describe("given nothing proposed", () => {
      it("reverts with ShareOfferingNotProposed", async () => {
        const { shareOffering, countryAmbassador, business, terms } = await networkHelpers.loadFixture(bakery);

        await expect(shareOffering.connect(countryAmbassador).approve(terms.business, termsHashOf(terms)))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProposed")
          .withArgs(business, termsHashOf(terms));
      });
    });

    describe("given terms without some of the phases", () => {
      const lengths = async (differences: (terms: BakeryTerms) => Partial<BakeryTerms>) => {
        const { terms } = await networkHelpers.loadFixture(bakery);
        const { shareOffering, offering } = await onSale(differences(terms));
        const { localLasts, countryLasts, worldLasts } = await shareOffering.saleOf(offering);
        return [localLasts, countryLasts, worldLasts].map((seconds) => Number(seconds) / DAY);
      };

      it("lets an absent country phase last nothing, and the world phase follow the local one", async () => {
        expect(await lengths(({ localEnds }) => ({ countryEnds: 0, worldEnds: localEnds + 90 * DAY }))).to.deep.equal([
          14, 0, 90,
        ]);
      });

      it("lets an absent world phase last nothing", async () => {
        expect(
          await lengths(({ opens }) => ({
            localEnds: opens + 90 * DAY,
            countryEnds: opens + 180 * DAY,
            worldEnds: 0,
          })),
        ).to.deep.equal([90, 90, 0]);
      });

      it("lets both be absent", async () => {
        expect(await lengths(() => ({ countryEnds: 0, worldEnds: 0 }))).to.deep.equal([14, 0, 0]);
      });
    });

    describe("given eight tranches", () => {
      it("keeps them in order", async () => {
        const tranches = [100, 200, 300, 400, 500, 600, 700, 7_200];
        const { shareOffering, offering } = await onSale({ tranches });

        expect(await shareOffering.tranchesOf(offering)).to.deep.equal(tranches.map(BigInt));
      });
    });

    describe("given terms of which each field is as large as it can be", () => {
      it("keeps every bit of them", async () => {
        const all = 2 ** 32 - 1;
        const most = (all - 5) / 5;
        const { terms } = await networkHelpers.loadFixture(bakery);
        const opens = 2 ** 40 - 1 - 270 * DAY;
        const ends = { localEnds: opens + 90 * DAY, countryEnds: opens + 180 * DAY, worldEnds: opens + 270 * DAY };
        const bounds = { goal: all, cap: all, limitLocal: most, limitLater: most, price: 2n ** 78n - 1n };
        const { shareOffering, townAmbassador, countryAmbassador } = await networkHelpers.loadFixture(bakery);
        const large = { ...terms, ...bounds, opens, ...ends };

        await shareOffering.connect(townAmbassador).propose(large);
        await shareOffering.connect(countryAmbassador).approve(large.business, termsHashOf(large));

        expect(recordOf(await shareOffering.saleOf(1))).to.deep.equal({
          opens: BigInt(opens),
          localLasts: BigInt(90 * DAY),
          countryLasts: BigInt(90 * DAY),
          worldLasts: BigInt(90 * DAY),
          goal: BigInt(all),
          cap: BigInt(all),
          limitLocal: BigInt(most),
          limitLater: BigInt(most),
          phase: BigInt(Phase.Local),
          scope: BigInt(Tier.None),
        });
        expect((await shareOffering.assetOf(1)).price).to.equal(large.price);
        expect((await shareOffering.assetOf(1)).business).to.equal(large.business);
      });
    });

    describe("given terms that have waited", () => {
      it("approves to the last second of thirty days, and not from the next on", async () => {
        const before = await networkHelpers.loadFixture(bakery);
        const { shareOffering, townAmbassador, countryAmbassador, business } = before;
        const opens = before.terms.opens + 60 * DAY;
        const ends = { localEnds: opens + 14 * DAY, countryEnds: 0, worldEnds: 0 };
        const terms = { ...before.terms, opens, ...ends };
        await shareOffering.connect(townAmbassador).propose(terms);
        const { until } = await shareOffering.proposalOf(business);
        const snapshot = await networkHelpers.takeSnapshot();

        await setNextTime(until);
        await expect(shareOffering.connect(countryAmbassador).approve(business, termsHashOf(terms)))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProposed")
          .withArgs(business, termsHashOf(terms));
        await networkHelpers.time.increaseTo(until + 1n);
        expect((await shareOffering.proposalOf(business)).proposer).to.equal(ethers.ZeroAddress);

        await snapshot.restore();
        await setNextTime(until - 1n);
        await shareOffering.connect(countryAmbassador).approve(business, termsHashOf(terms));
      });

      it("reverts with ShareOfferingNotProposed when the Town Ambassador took them back", async () => {
        const before = await networkHelpers.loadFixture(bakeryProposed);
        const { shareOffering, townAmbassador, countryAmbassador, business, terms } = before;
        await shareOffering.connect(townAmbassador).withdrawProposal(business);

        await expect(shareOffering.connect(countryAmbassador).approve(business, termsHashOf(terms)))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProposed")
          .withArgs(business, termsHashOf(terms));
      });
    });

    describe("given names that another business has used since they were proposed", () => {
      it("reverts with ShareOfferingNameTaken", async () => {
        const before = await networkHelpers.loadFixture(mill);
        const { shareOffering, townAmbassador, countryAmbassador, business, terms } = before;
        const { hash } = before.millDocument;
        const millTerms = { ...terms, business: before.mill, plan: hash, pack: hash };
        await shareOffering.connect(townAmbassador).propose(terms);
        await shareOffering.connect(townAmbassador).propose(millTerms);
        await shareOffering.connect(countryAmbassador).approve(business, termsHashOf(terms));

        await expect(shareOffering.connect(countryAmbassador).approve(before.mill, termsHashOf(millTerms)))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNameTaken")
          .withArgs("Willowmere Bakery", business);
      });
    });

    describe("given an offering that has failed", () => {
      it("opens a second one with a token of its own; the holders of the first are still refunded", async () => {
        const before = await networkHelpers.loadFixture(bakeryOnSale);
        const { shareOffering, deployment, townAmbassador, countryAmbassador, stranger, amina, currency } = before;
        const { business, offering, token, terms } = before;
        await shareOffering.connect(amina).buy(offering, 12);
        await networkHelpers.time.increaseTo(terms.worldEnds);
        const opens = terms.worldEnds + 8 * DAY;
        const again = { ...terms, opens, localEnds: opens + 14 * DAY, countryEnds: 0, worldEnds: 0 };

        const second = await openOffering(deployment, { terms: again, townAmbassador, countryAmbassador });
        await setNextTime(opens);
        await shareOffering.connect(amina).buy(second.offering, 18);

        expect(second.offering).to.equal(2);
        expect(await shareOffering.latestOf(business)).to.equal(2);
        expect(second.token).to.not.equal(await token.getAddress());
        expect(await tokenAt(second.token, amina).balanceOf(amina.address)).to.equal(18);
        await expect(shareOffering.connect(stranger).refund(offering, [amina.address])).to.changeTokenBalances(
          ethers,
          currency,
          [amina, shareOffering],
          [12n * terms.price, -12n * terms.price],
        );
        expect(await token.totalSupply()).to.equal(0);
        expect(await tokenAt(second.token, amina).balanceOf(amina.address)).to.equal(18);
      });
    });
  });
});

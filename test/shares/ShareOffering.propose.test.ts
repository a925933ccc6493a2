import { fundProject, operateProject, planProject } from "@one-small-town/core/projects/steps.ts";
import { LEAST_GOAL, LEAST_PHASE, MOST_PHASE, OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import { PROPOSAL_LASTS } from "@one-small-town/core/rules/Proposals.ts";
import type { Terms } from "@one-small-town/core/shares/Terms.ts";
import { termsHashOf } from "@one-small-town/core/shares/termsHash.ts";
import { expect } from "chai";
import { ZeroHash } from "ethers";
import type { Hex } from "viem";
import { agreeDeed, proposeIdea } from "../../scripts/operator/businesses.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { eventsOf, send } from "../../scripts/operator/send.ts";
import { bakery } from "../fixture/bakery.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { networkHelpers, setNextTime } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { Phase } from "../fixture/enumerations.ts";
import { mill } from "../fixture/mill.ts";
import { buyTogether } from "../fixture/neighbours.ts";
import { type BakeryTerms } from "../fixture/onSale.ts";
import { deepRecordOf, recordOf } from "../fixture/recordOf.ts";
import { COUNTRY, DAY, ELSEWHERE } from "../fixture/willowmere.ts";

const OTHER_HASH: Hex = `0x${"ab".repeat(32)}`;

describe("ShareOffering", () => {
  describe("propose", () => {
    describe("given a business at the funding stage, with management, documents and a deed", () => {
      describe("when the Town Ambassador proposes terms within every bound", () => {
        it("keeps and publishes the terms whole, for the Country Ambassador to approve within thirty days", async () => {
          const { shareOffering, townAmbassador, business, terms } = await networkHelpers.loadFixture(bakery);
          const hash = termsHashOf(terms);

          const proposed = await shareOffering.connect(townAmbassador).propose(terms);

          expect((await shareOffering.proposalOf(business)).termsHash).to.equal(termsHashOf(terms));
          const until = (await networkHelpers.time.latest()) + PROPOSAL_LASTS;
          expect(recordOf(await shareOffering.proposalOf(business))).to.deep.equal({
            proposer: townAmbassador.address,
            until: BigInt(until),
            termsHash: hash,
          });
          expect(termsHashOf(deepRecordOf(await shareOffering.proposedTermsOf(business)) as Terms)).to.equal(hash);
          const receipt = await proposed.wait();
          expect(receipt?.logs).to.have.length(1);
          const [event] = eventsOf(receipt!, shareOffering.interface, "OfferingProposed");
          expect(event?.args["business"]).to.equal(business);
          expect(event?.args["termsHash"]).to.equal(hash);
          expect(termsHashOf(event?.args["terms"].toObject(true))).to.equal(hash);
        });

        it("opens nothing yet", async () => {
          const { shareOffering, townAmbassador, business, terms } = await networkHelpers.loadFixture(bakery);

          await shareOffering.connect(townAmbassador).propose(terms);

          expect(await shareOffering.offeringCount()).to.equal(0);
          expect(await shareOffering.latestOf(business)).to.equal(0);
        });
      });

      describe("when the Town Ambassador proposes again", () => {
        it("replaces the terms", async () => {
          const { shareOffering, townAmbassador, business, terms } = await networkHelpers.loadFixture(bakery);
          const better = { ...terms, goal: 96 };

          await shareOffering.connect(townAmbassador).propose(terms);
          await shareOffering.connect(townAmbassador).propose(better);

          expect((await shareOffering.proposalOf(business)).termsHash).to.equal(termsHashOf(better));
        });
      });

      for (const name of ["headOffice", "countryAmbassador", "registrar", "manager", "amina", "stranger"] as const) {
        describe(`when the caller is ${name}`, () => {
          it("reverts with TownRegistryNotTownAmbassador", async () => {
            const {
              shareOffering,
              townRegistry,
              terms,
              town,
              [name]: caller,
            } = await networkHelpers.loadFixture(bakery);

            await expect(shareOffering.connect(caller).propose(terms))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
              .withArgs(town, caller.address);
          });
        });
      }
    });

    describe("given no such project", () => {
      describe("when its number is not given in the town", () => {
        it("reverts with ShareOfferingNotFunding", async () => {
          const { shareOffering, townAmbassador, business, terms } = await networkHelpers.loadFixture(bakery);

          await expect(shareOffering.connect(townAmbassador).propose({ ...terms, business: business + 1n }))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotFunding")
            .withArgs(business + 1n);
        });
      });

      describe("when it is of no town", () => {
        it("reverts with TownRegistryNotTownAmbassador", async () => {
          const { shareOffering, townRegistry, townAmbassador, terms } = await networkHelpers.loadFixture(bakery);

          await expect(shareOffering.connect(townAmbassador).propose({ ...terms, business: 1n }))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
            .withArgs(0, townAmbassador.address);
        });
      });
    });

    describe("given a project that has not come to the funding stage", () => {
      for (const stage of ["idea", "planned"] as const) {
        it(`reverts with ShareOfferingNotFunding while it is ${stage}`, async () => {
          const { shareOffering, deployment, townAmbassador, amina, terms, town } =
            await networkHelpers.loadFixture(bakery);
          const metadata = documentOf("{}", "ipfs://bicycles");
          const bicycles = await proposeIdea(deployment, { town, kind: "community", metadata, member: amina });
          if (stage === "planned") await send(townAmbassador, planProject(deployment, bicycles, metadata));

          await expect(shareOffering.connect(townAmbassador).propose({ ...terms, business: bicycles }))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotFunding")
            .withArgs(bicycles);
        });
      }
    });

    describe("given a business past the funding stage", () => {
      for (const stage of ["operating", "closed"] as const) {
        it(`reverts with ShareOfferingNotFunding when it is ${stage}`, async () => {
          const { shareOffering, projectRegistry, deployment, townAmbassador, business, terms } =
            await networkHelpers.loadFixture(bakery);
          if (stage === "operating") await send(townAmbassador, operateProject(deployment, business));
          if (stage === "closed") await projectRegistry.connect(townAmbassador).close(business);

          await expect(shareOffering.connect(townAmbassador).propose(terms))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotFunding")
            .withArgs(business);
        });
      }
    });

    describe("given a business at the funding stage without management", () => {
      it("reverts with ShareOfferingNoManagement", async () => {
        const { shareOffering, deployment, townAmbassador, amina, terms, town } =
          await networkHelpers.loadFixture(bakery);
        const document = documentOf("{}", "ipfs://bicycles");
        const bicycles = await proposeIdea(deployment, { town, kind: "community", metadata: document, member: amina });
        await send(townAmbassador, planProject(deployment, bicycles, document));
        await send(townAmbassador, fundProject(deployment, bicycles, document));
        const bicyclesTerms = { ...terms, business: bicycles, plan: document.hash, pack: document.hash };

        await expect(shareOffering.connect(townAmbassador).propose(bicyclesTerms))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNoManagement")
          .withArgs(bicycles);
      });
    });

    describe("given a dormant town", () => {
      it("reverts with TownRegistryDormant", async () => {
        const { shareOffering, townRegistry, headOffice, townAmbassador, terms, town } =
          await networkHelpers.loadFixture(bakery);
        await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

        await expect(shareOffering.connect(townAmbassador).propose(terms))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
          .withArgs(town);
      });
    });

    describe("given a live offering", () => {
      it("reverts with ShareOfferingExists", async () => {
        const { shareOffering, townAmbassador, business, terms, offering } =
          await networkHelpers.loadFixture(bakeryOnSale);

        await expect(shareOffering.connect(townAmbassador).propose(terms))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingExists")
          .withArgs(business, offering);
      });
    });

    describe("given an offering that has failed, though nobody has written that down", () => {
      it("accepts new terms at its end, and not a second before", async () => {
        const { shareOffering, townAmbassador, business, terms, offering } =
          await networkHelpers.loadFixture(bakeryOnSale);
        const { worldEnds } = terms;
        const opens = worldEnds + OPENING_NOTICE + 10;
        const later = {
          ...terms,
          opens,
          localEnds: opens + 14 * DAY,
          countryEnds: opens + 28 * DAY,
          worldEnds: opens + 42 * DAY,
        };

        await setNextTime(worldEnds - 1);
        await expect(shareOffering.connect(townAmbassador).propose(later))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingExists")
          .withArgs(business, offering);
        await setNextTime(worldEnds);
        await expect(shareOffering.connect(townAmbassador).propose(later)).to.emit(shareOffering, "OfferingProposed");
      });
    });

    describe("given an offering that has succeeded", () => {
      for (const settled of [false, true]) {
        it(`reverts with ShareOfferingExists ${settled ? "when" : "before"} it is settled`, async () => {
          const { shareOffering, townAmbassador, ben, business, terms, offering } =
            await networkHelpers.loadFixture(bakeryOnSale);
          await buyTogether(shareOffering, offering, 100);
          await networkHelpers.time.increaseTo(terms.worldEnds);
          if (settled) await shareOffering.connect(ben).settle(offering);

          await expect(shareOffering.connect(townAmbassador).propose(terms))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingExists")
            .withArgs(business, offering);
        });
      }
    });

    describe("given a deed on its way", () => {
      const deed = { investors: 1_000, members: 4_500, fund: 4_500, country: 0 };

      it("wants the old one until its seven days are over, from then on the new one", async () => {
        const { shareOffering, profitSplitter, deployment, townAmbassador, countryAmbassador, business, terms } =
          await networkHelpers.loadFixture(bakery);
        await agreeDeed(deployment, { business, deed, townAmbassador, countryAmbassador });
        const { inForceFrom } = await profitSplitter.changeOf(business);
        const opens = Number(inForceFrom) + OPENING_NOTICE + DAY;
        const oldTerms = {
          ...terms,
          opens,
          localEnds: opens + 14 * DAY,
          countryEnds: opens + 28 * DAY,
          worldEnds: opens + 42 * DAY,
        };
        const newTerms = { ...oldTerms, deed };
        const offeringAs = shareOffering.connect(townAmbassador);
        const refused = async (proposed: BakeryTerms) =>
          expect(offeringAs.propose(proposed))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOtherDeed")
            .withArgs(business);

        await setNextTime(inForceFrom - 2n);
        await refused(newTerms);
        await setNextTime(inForceFrom - 1n);
        await expect(offeringAs.propose(oldTerms)).to.emit(shareOffering, "OfferingProposed");
        await setNextTime(inForceFrom);
        await expect(offeringAs.propose(newTerms)).to.emit(shareOffering, "OfferingProposed");
        await refused(oldTerms);
      });
    });

    describe("given terms outside their bounds", () => {
      type Values = readonly (bigint | number | string)[];
      type Change = (terms: BakeryTerms) => Partial<BakeryTerms>;
      const least = LEAST_PHASE;
      const most = MOST_PHASE;
      const refusals: [when: string, change: Change, error: string, values: (terms: BakeryTerms) => Values][] = [
        [
          "the plan is another",
          () => ({ plan: OTHER_HASH }),
          "ShareOfferingOtherDocuments",
          (t) => [OTHER_HASH, t.pack],
        ],
        [
          "the pack is another",
          () => ({ pack: OTHER_HASH }),
          "ShareOfferingOtherDocuments",
          (t) => [t.plan, OTHER_HASH],
        ],
        ...(["investors", "members", "fund", "country"] as const).map((part): (typeof refusals)[number] => [
          `the deed's part of ${part} is another`,
          ({ deed }) => ({ deed: { ...deed, [part]: deed[part] + 1 } }),
          "ShareOfferingOtherDeed",
          (t) => [t.business],
        ]),
        ["the goal is zero", () => ({ goal: 0 }), "ShareOfferingBadGoal", () => [0, 150, LEAST_GOAL]],
        ["the goal is five shares", () => ({ goal: 5 }), "ShareOfferingBadGoal", () => [5, 150, LEAST_GOAL]],
        ["the goal is above the cap", () => ({ goal: 151 }), "ShareOfferingBadGoal", () => [151, 150, LEAST_GOAL]],
        ["goal and cap are zero", () => ({ goal: 0, cap: 0 }), "ShareOfferingBadGoal", () => [0, 0, LEAST_GOAL]],
        ["the price is zero", () => ({ price: 0n }), "ShareOfferingBadPrice", () => [0, 150]],
        [
          "price × cap is 2^110",
          () => ({ price: 2n ** 84n, cap: 2 ** 26 }),
          "ShareOfferingBadPrice",
          () => [2n ** 84n, 2 ** 26],
        ],
        ["the local limit is zero", () => ({ limitLocal: 0 }), "ShareOfferingBadLimits", () => [0, 19, 100]],
        ["the later limit is zero", () => ({ limitLater: 0 }), "ShareOfferingBadLimits", () => [18, 0, 100]],
        [
          "the local limit is a fifth of the goal",
          () => ({ limitLocal: 20 }),
          "ShareOfferingBadLimits",
          () => [20, 19, 100],
        ],
        [
          "the later limit is a fifth of the goal",
          () => ({ limitLater: 20 }),
          "ShareOfferingBadLimits",
          () => [18, 20, 100],
        ],
        [
          "a limit is above all there is",
          () => ({ limitLocal: 2 ** 32 - 1 }),
          "ShareOfferingBadLimits",
          () => [2 ** 32 - 1, 19, 100],
        ],
        [
          "the local phase lasts a second less than 14 days",
          ({ opens }) => ({ localEnds: opens + least - 1 }),
          "ShareOfferingBadPhase",
          () => [Phase.Local, least - 1, least, most],
        ],
        [
          "the local phase lasts a second more than 90 days",
          ({ opens }) => ({ localEnds: opens + most + 1 }),
          "ShareOfferingBadPhase",
          () => [Phase.Local, most + 1, least, most],
        ],
        [
          "the local phase ends before it opens",
          ({ opens }) => ({ localEnds: opens - 1 }),
          "ShareOfferingBadPhase",
          () => [Phase.Local, 0, least, most],
        ],
        [
          "there is no local phase",
          () => ({ localEnds: 0 }),
          "ShareOfferingBadPhase",
          () => [Phase.Local, 0, least, most],
        ],
        [
          "the country phase lasts a second less than 14 days",
          ({ localEnds }) => ({ countryEnds: localEnds + least - 1 }),
          "ShareOfferingBadPhase",
          () => [Phase.Country, least - 1, least, most],
        ],
        [
          "the country phase lasts a second more than 90 days",
          ({ localEnds }) => ({ countryEnds: localEnds + most + 1 }),
          "ShareOfferingBadPhase",
          () => [Phase.Country, most + 1, least, most],
        ],
        [
          "the country phase ends before the local one",
          ({ localEnds }) => ({ countryEnds: localEnds - 8 * DAY }),
          "ShareOfferingBadPhase",
          () => [Phase.Country, 0, least, most],
        ],
        [
          "the world phase lasts a second less than 14 days",
          ({ countryEnds }) => ({ worldEnds: countryEnds + least - 1 }),
          "ShareOfferingBadPhase",
          () => [Phase.World, least - 1, least, most],
        ],
        [
          "the world phase lasts a second more than 90 days",
          ({ countryEnds }) => ({ worldEnds: countryEnds + most + 1 }),
          "ShareOfferingBadPhase",
          () => [Phase.World, most + 1, least, most],
        ],
        [
          "the world phase follows the local one too soon",
          ({ localEnds }) => ({ countryEnds: 0, worldEnds: localEnds + least - 1 }),
          "ShareOfferingBadPhase",
          () => [Phase.World, least - 1, least, most],
        ],
        [
          "the world phase follows the local one for too long",
          ({ localEnds }) => ({ countryEnds: 0, worldEnds: localEnds + most + 1 }),
          "ShareOfferingBadPhase",
          () => [Phase.World, most + 1, least, most],
        ],
        ["there is no tranche", () => ({ tranches: [] }), "ShareOfferingBadTranches", () => [0, 0]],
        [
          "there are nine tranches",
          () => ({ tranches: [...Array<number>(8).fill(1_000), 2_000] }),
          "ShareOfferingBadTranches",
          () => [9, 10_000],
        ],
        ["a tranche is zero", () => ({ tranches: [5_000, 0, 5_000] }), "ShareOfferingBadTranches", () => [3, 10_000]],
        ["the last tranche is zero", () => ({ tranches: [10_000, 0] }), "ShareOfferingBadTranches", () => [2, 10_000]],
        [
          "the tranches sum to 9,999",
          () => ({ tranches: [5_000, 4_999] }),
          "ShareOfferingBadTranches",
          () => [2, 9_999],
        ],
        [
          "the tranches sum to 10,001",
          () => ({ tranches: [5_000, 5_001] }),
          "ShareOfferingBadTranches",
          () => [2, 10_001],
        ],
        [
          "the tranches sum to 10,000 + 2^16",
          () => ({ tranches: [65_535, 10_001] }),
          "ShareOfferingBadTranches",
          () => [2, 75_536],
        ],
        ["there is no name", () => ({ name: "" }), "ShareOfferingBadName", () => ["", 64]],
        [
          "the name has 65 bytes",
          () => ({ name: `${"é".repeat(32)}!` }),
          "ShareOfferingBadName",
          () => [`${"é".repeat(32)}!`, 64],
        ],
        ["there is no symbol", () => ({ symbol: "" }), "ShareOfferingBadName", () => ["", 16]],
        [
          "the symbol has 17 bytes",
          () => ({ symbol: "S".repeat(17) }),
          "ShareOfferingBadName",
          () => ["S".repeat(17), 16],
        ],
        [
          "a line break is in the name",
          () => ({ name: "Willow\nmere" }),
          "ShareOfferingBadName",
          () => ["Willow\nmere", 64],
        ],
        [
          "the symbol turns the direction of writing",
          () => ({ symbol: "BA\u202eKE" }),
          "ShareOfferingBadName",
          () => ["BA\u202eKE", 16],
        ],
      ];

      for (const [when, change, error, values] of refusals) {
        describe(`when ${when}`, () => {
          it(`reverts with ${error}`, async () => {
            const { shareOffering, townAmbassador, terms } = await networkHelpers.loadFixture(bakery);
            const changed = { ...terms, ...change(terms) };

            await expect(shareOffering.connect(townAmbassador).propose(changed))
              .to.be.revertedWithCustomError(shareOffering, error)
              .withArgs(...values(changed));
          });
        });
      }

      describe("when the sale would open a second too soon", () => {
        it("reverts with ShareOfferingOpensTooSoon", async () => {
          const { shareOffering, townAmbassador, terms } = await networkHelpers.loadFixture(bakery);
          const { opens } = terms;
          await setNextTime(opens - OPENING_NOTICE + 1);

          await expect(shareOffering.connect(townAmbassador).propose(terms))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOpensTooSoon")
            .withArgs(opens, opens + 1);
        });
      });
    });

    describe("given terms at the edge of their bounds", () => {
      const edges: [when: string, change: (terms: BakeryTerms) => Partial<BakeryTerms>][] = [
        ["goal and cap are six shares", () => ({ goal: 6, cap: 6, limitLocal: 1, limitLater: 1 })],
        ["goal and cap are 2^32 − 1 shares", () => ({ goal: 2 ** 32 - 1, cap: 2 ** 32 - 1 })],
        ["the price is one unit", () => ({ price: 1n })],
        ["price × cap is 2^110 − 1", () => ({ price: (2n ** 110n - 1n) / (2n ** 22n - 1n), cap: 2 ** 22 - 1 })],
        ["the limits are one share", () => ({ limitLocal: 1, limitLater: 1 })],
        ["the limits are just below a fifth of the goal", () => ({ goal: 101, limitLocal: 20, limitLater: 20 })],
        [
          "the later phases last 90 days each",
          ({ opens }) => ({
            localEnds: opens + 90 * DAY,
            countryEnds: opens + 180 * DAY,
            worldEnds: opens + 270 * DAY,
          }),
        ],
        ["there is no country phase", ({ localEnds }) => ({ countryEnds: 0, worldEnds: localEnds + 14 * DAY })],
        [
          "the world phase is 90 days after the local one",
          (t) => ({ countryEnds: 0, worldEnds: t.localEnds + 90 * DAY }),
        ],
        ["there is no world phase", () => ({ worldEnds: 0 })],
        ["there is only a local phase", () => ({ countryEnds: 0, worldEnds: 0 })],
        ["there is one tranche", () => ({ tranches: [10_000] })],
        ["there are eight tranches", () => ({ tranches: [1, 1, 1, 1, 1, 1, 1, 9_993] })],
        ["name and symbol have one byte", () => ({ name: "N", symbol: "S" })],
        ["name and symbol have 64 and 16 bytes", () => ({ name: "é".repeat(32), symbol: "S".repeat(16) })],
      ];

      for (const [when, change] of edges) {
        describe(`when ${when}`, () => {
          it("accepts them", async () => {
            const { shareOffering, townAmbassador, business, terms } = await networkHelpers.loadFixture(bakery);
            const changed = { ...terms, ...change(terms) };

            await shareOffering.connect(townAmbassador).propose(changed);

            expect((await shareOffering.proposalOf(business)).termsHash).to.equal(termsHashOf(changed));
          });
        });
      }

      describe("when the sale opens as soon as it may", () => {
        it("accepts them", async () => {
          const { shareOffering, townAmbassador, business, terms } = await networkHelpers.loadFixture(bakery);
          await setNextTime(terms.opens - OPENING_NOTICE);

          await shareOffering.connect(townAmbassador).propose(terms);

          expect((await shareOffering.proposalOf(business)).termsHash).to.equal(termsHashOf(terms));
        });
      });
    });

    describe("given names that another business has used", () => {
      const claims: [used: string, change: Partial<BakeryTerms>, named: string][] = [
        ["the name", { symbol: "MILL" }, "Willowmere Bakery"],
        ["the name in other capitals", { name: "WILLOWMERE bakery", symbol: "MILL" }, "WILLOWMERE bakery"],
        ["the symbol", { name: "Mill" }, "BAKE"],
        ["the symbol, as a name in small letters", { name: "Bake", symbol: "MILL" }, "Bake"],
      ];
      for (const [used, change, named] of claims) {
        it(`reverts with ShareOfferingNameTaken for ${used}`, async () => {
          const before = await networkHelpers.loadFixture(mill);
          const { shareOffering, townAmbassador, countryAmbassador, business, terms } = before;
          await shareOffering.connect(townAmbassador).propose(terms);
          await shareOffering.connect(countryAmbassador).approve(business, termsHashOf(terms));
          const { hash } = before.millDocument;
          const millTerms = { ...terms, business: before.mill, plan: hash, pack: hash, ...change };

          expect(await shareOffering.businessNamed(named)).to.equal(business);
          await expect(shareOffering.connect(townAmbassador).propose(millTerms))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNameTaken")
            .withArgs(named, business);
        });
      }

      it("accepts others, and the same for the same business after a failure", async () => {
        const before = await networkHelpers.loadFixture(mill);
        const { shareOffering, townAmbassador, countryAmbassador, business, terms } = before;
        await shareOffering.connect(townAmbassador).propose(terms);
        await shareOffering.connect(countryAmbassador).approve(business, termsHashOf(terms));
        const { hash } = before.millDocument;
        const other = { name: "Willowmere Mill", symbol: "MILL" };
        const millTerms = { ...terms, business: before.mill, plan: hash, pack: hash, ...other };

        expect(await shareOffering.businessNamed("Willowmere Mill")).to.equal(0);
        await shareOffering.connect(townAmbassador).propose(millTerms);
        await networkHelpers.time.increaseTo(terms.worldEnds);
        const opens = terms.worldEnds + 8 * DAY;
        const again = { ...terms, opens, localEnds: opens + 14 * DAY, countryEnds: 0, worldEnds: 0 };
        await expect(shareOffering.connect(townAmbassador).propose(again)).to.emit(shareOffering, "OfferingProposed");
      });
    });

    describe("given another country's ambassador and town", () => {
      it("lets nobody of theirs propose for this town", async () => {
        const { authority, shareOffering, townRegistry, headOffice, stranger, terms, town } =
          await networkHelpers.loadFixture(bakery);
        await appointAmbassador({ authority, townRegistry, headOffice }, { country: ELSEWHERE }, stranger);

        await expect(shareOffering.connect(stranger).propose(terms))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
          .withArgs(town, stranger.address);
      });
    });
  });

  describe("withdrawProposal", () => {
    it("takes back what waits, once, and only for the Town Ambassador", async () => {
      const before = await networkHelpers.loadFixture(bakery);
      const { shareOffering, townRegistry, townAmbassador, countryAmbassador, business, terms, town } = before;
      await shareOffering.connect(townAmbassador).propose(terms);

      await expect(shareOffering.connect(countryAmbassador).withdrawProposal(business))
        .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotTownAmbassador")
        .withArgs(town, countryAmbassador.address);
      await expect(shareOffering.connect(townAmbassador).withdrawProposal(business))
        .to.emit(shareOffering, "ProposalWithdrawn")
        .withArgs(business, termsHashOf(terms));

      expect((await shareOffering.proposalOf(business)).termsHash).to.equal(ZeroHash);
      await expect(shareOffering.proposedTermsOf(business)).to.be.revertedWithCustomError(
        shareOffering,
        "ShareOfferingNotProposed",
      );
      await expect(shareOffering.connect(townAmbassador).withdrawProposal(business))
        .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProposed")
        .withArgs(business, ZeroHash);
    });
  });
});

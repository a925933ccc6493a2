import { weekEnd, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { documentOf } from "../../scripts/operator/documents.ts";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { kitchen } from "../fixture/kitchen.ts";
import { impersonate, everybodyBut } from "../fixture/people.ts";
import { signRedemption } from "../fixture/signRedemption.ts";
import { finaliseWeek } from "../fixture/weeks.ts";
import { COUNTRY } from "../fixture/willowmere.ts";

type Given = Awaited<ReturnType<typeof kitchen>>;
type Signed = Awaited<ReturnType<typeof signRedemption>>;

const evidence = documentOf("The lists of the week", "ipfs://lists");

/** What amina, number 4, signs for meals of the week that was worked, unless something differs. */
function signed(
  { benefits, amina, meal, weekIndex }: Given,
  cumulativeUnits: number,
  differing: Partial<Signed> & { signer?: Given["amina"] } = {},
) {
  const { signer = amina, ...others } = differing;
  return signRedemption(benefits, signer, { benefit: meal, weekIndex, number: 4, cumulativeUnits, ...others });
}

/** The next week is finalised too: there amina worked one shift. */
async function twoWeeks() {
  const before = await networkHelpers.loadFixture(kitchen);
  await finaliseWeek(before, before.weekIndex + 1, [0, 0, 0, 12]);
  return before;
}

describe("Benefits", () => {
  describe("redeem", () => {
    describe("given two shifts, with two meals for each", () => {
      describe("when the member signs for a part, and later for more", () => {
        it("records what was handed out each time, up to all that the week entitles to", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, serving, carla, meal, weekIndex } = all;

          for (const [units, cumulative] of [
            [1, 1],
            [2, 3],
            [1, 4],
          ] as const) {
            await expect(serving.redeem(await signed(all, cumulative)))
              .to.emit(benefits, "BenefitRedeemed")
              .withArgs(meal, 4, carla.address, weekIndex, units, cumulative);
            expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(cumulative);
          }
        });
      });

      describe("when the member signs for all at once", () => {
        it("records all, for this benefit, week and member alone", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, serving, meal, parcel, weekIndex } = all;

          await serving.redeem(await signed(all, 4));

          expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(4);
          expect(await benefits.redeemedOf(parcel, weekIndex, 4)).to.equal(0);
          expect(await benefits.redeemedOf(meal, weekIndex + 1, 4)).to.equal(0);
          expect(await benefits.redeemedOf(meal, weekIndex, 5)).to.equal(0);
        });
      });

      describe("when it is a unit more", () => {
        it("reverts with BenefitsOverEntitlement, also in two steps", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, serving, meal, weekIndex } = all;

          await expect(serving.redeem(await signed(all, 5)))
            .to.be.revertedWithCustomError(benefits, "BenefitsOverEntitlement")
            .withArgs(5, 4);
          await serving.redeem(await signed(all, 4));
          await expect(serving.redeem(await signed(all, 5)))
            .to.be.revertedWithCustomError(benefits, "BenefitsOverEntitlement")
            .withArgs(5, 4);
          expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(4);
        });
      });

      describe("when what was signed comes again, or less", () => {
        it("reverts with BenefitsRedeemedAlready", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, serving, meal, weekIndex } = all;
          const redemption = await signed(all, 2);
          await serving.redeem(redemption);

          for (const again of [redemption, await signed(all, 2), await signed(all, 1), await signed(all, 0)]) {
            await expect(serving.redeem(again))
              .to.be.revertedWithCustomError(benefits, "BenefitsRedeemedAlready")
              .withArgs(again.cumulativeUnits, 2);
          }
          expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(2);
        });
      });

      describe("when the member signs for nothing", () => {
        it("reverts with BenefitsRedeemedAlready", async () => {
          const all = await networkHelpers.loadFixture(kitchen);

          await expect(all.serving.redeem(await signed(all, 0)))
            .to.be.revertedWithCustomError(all.benefits, "BenefitsRedeemedAlready")
            .withArgs(0, 0);
        });
      });
    });

    describe("given three parcels for the week, however many shifts", () => {
      it("records three and reverts with BenefitsOverEntitlement for four", async () => {
        const all = await networkHelpers.loadFixture(kitchen);
        const { benefits, serving, ben, parcel, weekIndex } = all;
        const differing = { signer: ben, benefit: parcel, number: 5 };

        await expect(serving.redeem(await signed(all, 4, differing)))
          .to.be.revertedWithCustomError(benefits, "BenefitsOverEntitlement")
          .withArgs(4, 3);
        await serving.redeem(await signed(all, 3, differing));

        expect(await benefits.redeemedOf(parcel, weekIndex, 5)).to.equal(3);
      });
    });

    describe("given the most units and the most shifts", () => {
      it("records them all", async () => {
        const all = await networkHelpers.loadFixture(kitchen);
        const { benefits, serving, ben, terms, metadata, town, weekIndex } = all;
        await serving.list(town, { ...terms, units: 65_535 }, metadata);
        const most = 21 * 65_535;

        await serving.redeem(await signed(all, most, { signer: ben, benefit: 3, number: 5 }));

        expect(await benefits.redeemedOf(3, weekIndex, 5)).to.equal(most);
        expect(await benefits.entitlementOf(3, weekIndex, 5)).to.equal(most);
      });
    });

    describe("given a member with twelve quarters, and others with less", () => {
      it("redeems for the first", async () => {
        const all = await networkHelpers.loadFixture(kitchen);
        const { benefits, serving, townAmbassador, meal, weekIndex } = all;

        await serving.redeem(await signed(all, 2, { signer: townAmbassador, number: 1 }));

        expect(await benefits.redeemedOf(meal, weekIndex, 1)).to.equal(2);
      });

      for (const [number, name, quarters] of [
        [2, "coordinator", 0],
        [3, "registrar", 11],
      ] as const) {
        it(`reverts with BenefitsNotActive for number ${number}, with ${quarters} quarters`, async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, serving, [name]: signer, parcel, town, weekIndex } = all;

          for (const benefit of [all.meal, parcel]) {
            await expect(serving.redeem(await signed(all, 1, { signer, number, benefit })))
              .to.be.revertedWithCustomError(benefits, "BenefitsNotActive")
              .withArgs(town, weekIndex, number, quarters);
          }
        });
      }

      it("reverts with BenefitsNotActive for numbers not given", async () => {
        const all = await networkHelpers.loadFixture(kitchen);
        const { benefits, serving, town, weekIndex } = all;

        for (const number of [0, 6, 65_535]) {
          await expect(serving.redeem(await signed(all, 1, { number })))
            .to.be.revertedWithCustomError(benefits, "BenefitsNotActive")
            .withArgs(town, weekIndex, number, 0);
        }
      });
    });

    describe("given what the member signed", () => {
      describe("when somebody else signed it", () => {
        it("reverts with BenefitsBadSignature", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, serving, amina, ben, carla, stranger } = all;

          for (const signer of [ben, carla, stranger]) {
            await expect(serving.redeem(await signed(all, 1, { signer })))
              .to.be.revertedWithCustomError(benefits, "BenefitsBadSignature")
              .withArgs(amina.address);
          }
        });
      });

      for (const [what, difference] of [
        ["fewer units than signed", { cumulativeUnits: 1 }],
        ["more units than signed", { cumulativeUnits: 3 }],
        ["another benefit", { benefit: 2 }],
        ["no signature", { signature: "0x" }],
        ["half a signature", { signature: `0x${"11".repeat(32)}` }],
      ] as const) {
        describe(`when the redemption has ${what}`, () => {
          it("reverts with BenefitsBadSignature", async () => {
            const all = await networkHelpers.loadFixture(kitchen);

            await expect(all.serving.redeem({ ...(await signed(all, 2)), ...difference }))
              .to.be.revertedWithCustomError(all.benefits, "BenefitsBadSignature")
              .withArgs(all.amina.address);
          });
        });
      }

      describe("when the redemption is for another week or member", () => {
        it("reverts with BenefitsBadSignature", async () => {
          const all = await networkHelpers.loadFixture(twoWeeks);
          const { benefits, serving, amina, ben, weekIndex } = all;
          const redemption = await signed(all, 2);

          await expect(serving.redeem({ ...redemption, weekIndex: weekIndex + 1 }))
            .to.be.revertedWithCustomError(benefits, "BenefitsBadSignature")
            .withArgs(amina.address);
          await expect(serving.redeem({ ...redemption, number: 5 }))
            .to.be.revertedWithCustomError(benefits, "BenefitsBadSignature")
            .withArgs(ben.address);
          await serving.redeem(redemption);
        });
      });

      describe("when it is signed for another contract", () => {
        it("reverts with BenefitsBadSignature", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const elsewhere = all.contributions as unknown as Given["benefits"];

          await expect(all.serving.redeem(await signed({ ...all, benefits: elsewhere }, 1)))
            .to.be.revertedWithCustomError(all.benefits, "BenefitsBadSignature")
            .withArgs(all.amina.address);
        });
      });

      describe("when the member's wallet is a contract", () => {
        it("asks the contract: takes what its owner signed, and nothing else but the wallet's own key", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, serving, amina, dina, stranger, meal, weekIndex } = all;
          const wallet = await ethers.deployContract("ContractWallet", [dina.address]);
          await networkHelpers.setCode(amina.address, (await wallet.getDeployedCode()) ?? "0x");

          await expect(serving.redeem(await signed(all, 1, { signer: stranger })))
            .to.be.revertedWithCustomError(benefits, "BenefitsBadSignature")
            .withArgs(amina.address);
          await serving.redeem(await signed(all, 1, { signer: dina }));
          await serving.redeem(await signed(all, 2, { signer: amina }));

          expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(2);
        });
      });
    });

    describe("given a member who has another wallet by now", () => {
      for (const [what, call] of [
        ["moved", "moveWallet"],
        ["died, with an heir", "close"],
      ] as const) {
        it(`takes the present wallet's signature alone when they ${what}`, async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, memberRegistry, succession, serving, amina, stranger, meal, weekIndex } = all;
          await memberRegistry.connect(await impersonate(succession))[call](amina.address, stranger.address);

          await expect(serving.redeem(await signed(all, 1)))
            .to.be.revertedWithCustomError(benefits, "BenefitsBadSignature")
            .withArgs(stranger.address);
          await serving.redeem(await signed(all, 1, { signer: stranger }));

          expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(1);
        });
      }

      it("redeems what one who has left worked for", async () => {
        const all = await networkHelpers.loadFixture(kitchen);
        const { benefits, memberRegistry, serving, amina, meal, weekIndex } = all;
        await memberRegistry.connect(amina).resign();

        await serving.redeem(await signed(all, 4));

        expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(4);
      });
    });

    describe("given two weeks, with another steward", () => {
      it("counts each week for itself", async () => {
        const all = await networkHelpers.loadFixture(twoWeeks);
        const { authority, benefits, serving, townAmbassador, ben, meal, town, weekIndex } = all;
        await authority.connect(townAmbassador).grantRole(roleIds.steward(town), ben.address);
        await serving.redeem(await signed(all, 4));

        await expect(benefits.connect(ben).redeem(await signed(all, 2, { weekIndex: weekIndex + 1 })))
          .to.emit(benefits, "BenefitRedeemed")
          .withArgs(meal, 4, ben.address, weekIndex + 1, 2, 2);
        await expect(serving.redeem(await signed(all, 3, { weekIndex: weekIndex + 1 })))
          .to.be.revertedWithCustomError(benefits, "BenefitsOverEntitlement")
          .withArgs(3, 2);

        expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(4);
      });
    });

    describe("given a benefit that is valid for two weeks after the week", () => {
      describe("when it is the last second of the second", () => {
        it("redeems", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, serving, meal, weekIndex } = all;
          const redemption = await signed(all, 1);
          await setNextTime(weekEnd(weekIndex + 2) - 1);

          await serving.redeem(redemption);

          expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(1);
        });
      });

      describe("when the third begins", () => {
        it("reverts with BenefitsExpired, and not for one that is valid for longer", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, serving, meal, parcel, weekIndex } = all;
          const redemption = await signed(all, 1);
          await setNextTime(weekStart(weekIndex + 3));

          await expect(serving.redeem(redemption))
            .to.be.revertedWithCustomError(benefits, "BenefitsExpired")
            .withArgs(meal, weekIndex, weekIndex + 3);
          await serving.redeem(await signed(all, 1, { benefit: parcel }));

          expect(await benefits.entitlementOf(meal, weekIndex, 4)).to.equal(4);
        });
      });
    });

    describe("given a week without a finalised timesheet", () => {
      it("reverts with BenefitsNotFinalised, also while one is pending", async () => {
        const all = await networkHelpers.loadFixture(kitchen);
        const { benefits, contributions, serving, coordinator, town, weekIndex } = all;
        await contributions.connect(coordinator).submit(town, weekIndex + 1, "0x0000000c", evidence);

        for (const week of [weekIndex + 1, weekIndex + 2, 65_535]) {
          await expect(serving.redeem(await signed(all, 1, { weekIndex: week })))
            .to.be.revertedWithCustomError(benefits, "BenefitsNotFinalised")
            .withArgs(town, week);
        }
      });

      it("reverts with BenefitsNotFinalised when it is final that nobody was active", async () => {
        const all = await networkHelpers.loadFixture(kitchen);
        const { benefits, serving, meal, town, weekIndex } = all;
        await finaliseWeek(all, weekIndex + 1, [0, 0, 0, 11]);

        await expect(serving.redeem(await signed(all, 1, { weekIndex: weekIndex + 1 })))
          .to.be.revertedWithCustomError(benefits, "BenefitsNotFinalised")
          .withArgs(town, weekIndex + 1);
        expect(await benefits.entitlementOf(meal, weekIndex + 1, 4)).to.equal(0);
      });

      it("reverts with BenefitsNotFinalised when only another town has one", async () => {
        const all = await networkHelpers.loadFixture(kitchen);
        const { benefits, serving, rosa, town, hillside, weekIndex } = all;
        await finaliseWeek({ ...all, town: hillside, coordinator: rosa }, weekIndex + 1, [0, 0, 0, 12]);

        await expect(serving.redeem(await signed(all, 1, { weekIndex: weekIndex + 1 })))
          .to.be.revertedWithCustomError(benefits, "BenefitsNotFinalised")
          .withArgs(town, weekIndex + 1);
      });
    });

    describe("given a benefit that ended with the week that is running", () => {
      it("redeems for that week and those before, and reverts with BenefitsEnded for the one after", async () => {
        const all = await networkHelpers.loadFixture(kitchen);
        const { benefits, serving, meal, weekIndex } = all;
        await serving.end(meal, weekIndex + 2);
        await finaliseWeek(all, weekIndex + 1, [0, 0, 0, 12]);
        await serving.redeem(await signed(all, 1));
        await finaliseWeek(all, weekIndex + 2, [0, 0, 0, 12]);
        await serving.redeem(await signed(all, 1, { weekIndex: weekIndex + 2 }));
        await finaliseWeek(all, weekIndex + 3, [0, 0, 0, 12]);

        await expect(serving.redeem(await signed(all, 1, { weekIndex: weekIndex + 3 })))
          .to.be.revertedWithCustomError(benefits, "BenefitsEnded")
          .withArgs(meal, weekIndex + 3, weekIndex + 2);
        expect(await benefits.entitlementOf(meal, weekIndex + 2, 4)).to.equal(2);
        expect(await benefits.entitlementOf(meal, weekIndex + 3, 4)).to.equal(0);
      });
    });

    describe("given who hands out", () => {
      describe("when anybody but a steward of the benefit's town redeems", () => {
        it("reverts with BenefitsNotSteward", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { authority, benefits, petra, quinn, hillside, town } = all;
          await authority.connect(petra).grantRole(roleIds.steward(hillside), quinn.address);
          const redemption = await signed(all, 1);

          for (const caller of [...(await everybodyBut("carla")), petra, quinn]) {
            await expect(benefits.connect(caller).redeem(redemption))
              .to.be.revertedWithCustomError(benefits, "BenefitsNotSteward")
              .withArgs(town, caller.address);
          }
        });
      });

      describe("when the steward has lost the role", () => {
        it("reverts with BenefitsNotSteward", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { authority, benefits, serving, townAmbassador, carla, town } = all;
          await authority.connect(townAmbassador).revokeRole(roleIds.steward(town), carla.address);

          await expect(serving.redeem(await signed(all, 1)))
            .to.be.revertedWithCustomError(benefits, "BenefitsNotSteward")
            .withArgs(town, carla.address);
        });
      });

      describe("when the town is dormant", () => {
        it("redeems all the same: it was worked for", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, townRegistry, serving, headOffice, meal, town, weekIndex } = all;
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await serving.redeem(await signed(all, 1));

          expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(1);
        });
      });
    });

    describe("given no such benefit", () => {
      it("reverts with BenefitsNoSuchBenefit", async () => {
        const all = await networkHelpers.loadFixture(kitchen);

        for (const benefit of [0, 3]) {
          await expect(all.serving.redeem(await signed(all, 1, { benefit })))
            .to.be.revertedWithCustomError(all.benefits, "BenefitsNoSuchBenefit")
            .withArgs(benefit);
        }
      });
    });
  });

  describe("entitlementOf", () => {
    it("says what a week entitles to, redeemed or not", async () => {
      const all = await networkHelpers.loadFixture(kitchen);
      const { benefits, serving, meal, parcel, weekIndex } = all;
      await serving.redeem(await signed(all, 3));

      const entitlements = (benefit: number) =>
        Promise.all([0, 1, 2, 3, 4, 5, 6].map((number) => benefits.entitlementOf(benefit, weekIndex, number)));
      expect(await entitlements(meal)).to.deep.equal([0, 2, 0, 0, 4, 42, 0]);
      expect(await entitlements(parcel)).to.deep.equal([0, 3, 0, 0, 3, 3, 0]);
      expect(await entitlements(3)).to.deep.equal([0, 0, 0, 0, 0, 0, 0]);
    });

    it("is zero for a week without a finalised timesheet", async () => {
      const { benefits, meal, parcel, weekIndex } = await networkHelpers.loadFixture(kitchen);

      for (const week of [weekIndex - 1, weekIndex + 1]) {
        expect(await benefits.entitlementOf(meal, week, 1)).to.equal(0);
        expect(await benefits.entitlementOf(parcel, week, 1)).to.equal(0);
      }
    });
  });

  describe("redeemBatch", () => {
    describe("given a kitchen's offline day", () => {
      describe("when all were signed", () => {
        it("records all, several of one member in their order", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, serving, ben, carla, meal, parcel, weekIndex } = all;
          const day = await Promise.all([
            signed(all, 1),
            signed(all, 42, { signer: ben, number: 5 }),
            signed(all, 3),
            signed(all, 2, { benefit: parcel }),
          ]);

          const batch = serving.redeemBatch(day);
          for (const [benefit, number, units, cumulative] of [
            [meal, 4, 1, 1],
            [meal, 5, 42, 42],
            [meal, 4, 2, 3],
            [parcel, 4, 2, 2],
          ] as const) {
            await expect(batch)
              .to.emit(benefits, "BenefitRedeemed")
              .withArgs(benefit, number, carla.address, weekIndex, units, cumulative);
          }
          await expect(batch).to.not.emit(benefits, "RedemptionSkipped");

          expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(3);
          expect(await benefits.redeemedOf(meal, weekIndex, 5)).to.equal(42);
          expect(await benefits.redeemedOf(parcel, weekIndex, 4)).to.equal(2);
        });
      });

      describe("when some cannot be redeemed", () => {
        it("passes each over with the error that it would meet alone, and records the others", async () => {
          const all = await networkHelpers.loadFixture(twoWeeks);
          const { benefits, serving, amina, registrar, stranger, carla, terms, metadata, meal, town, weekIndex } = all;
          await serving.list(town, { ...terms, validWeeks: 1 }, metadata);
          await serving.end(meal, weekIndex + 2);
          const refused = [
            [await signed(all, 1, { weekIndex: weekIndex + 3 }), "BenefitsEnded", [meal, weekIndex + 3, weekIndex + 2]],
            [await signed(all, 1, { benefit: 3 }), "BenefitsExpired", [3, weekIndex, weekIndex + 2]],
            [await signed(all, 1, { weekIndex: weekIndex + 2 }), "BenefitsNotFinalised", [town, weekIndex + 2]],
            [await signed(all, 1, { signer: registrar, number: 3 }), "BenefitsNotActive", [town, weekIndex, 3, 11]],
            [await signed(all, 2), "BenefitsRedeemedAlready", [2, 2]],
            [await signed(all, 5), "BenefitsOverEntitlement", [5, 4]],
            [await signed(all, 4, { signer: stranger }), "BenefitsBadSignature", [amina.address]],
          ] as const;
          const day = [await signed(all, 2), ...refused.map(([redemption]) => redemption), await signed(all, 3)];

          const receipt = await (await serving.redeemBatch(day)).wait();
          const events = (receipt?.logs ?? []).map((log) => benefits.interface.parseLog(log));
          const skipped = events.filter((event) => event?.name === "RedemptionSkipped");

          expect(skipped.length).to.equal(refused.length);
          for (const [i, [redemption, name, args]] of refused.entries()) {
            const { reason, ...event } = skipped[i]?.args.toObject() ?? {};
            expect(event).to.deep.equal({
              benefit: BigInt(redemption.benefit),
              number: BigInt(redemption.number),
              by: carla.address,
              weekIndex: BigInt(redemption.weekIndex),
              cumulativeUnits: BigInt(redemption.cumulativeUnits),
            });
            const error = benefits.interface.parseError(reason as string);
            expect(error?.name).to.equal(name);
            expect(error?.args).to.deep.equal(args);
            await expect(serving.redeem.staticCall(redemption)).to.be.revertedWithCustomError(benefits, name);
          }
          expect(events.filter((event) => event?.name === "BenefitRedeemed").length).to.equal(2);
          expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(3);
        });
      });

      describe("when it is uploaded twice", () => {
        it("records nothing the second time", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, serving, meal, weekIndex } = all;
          const day = [await signed(all, 1), await signed(all, 2)];
          await serving.redeemBatch(day);

          await expect(serving.redeemBatch(day)).to.not.emit(benefits, "BenefitRedeemed");

          expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(2);
        });
      });

      describe("when it is empty", () => {
        it("succeeds, and does nothing", async () => {
          const { serving } = await networkHelpers.loadFixture(kitchen);

          const receipt = await (await serving.redeemBatch([])).wait();

          expect(receipt?.logs).to.deep.equal([]);
        });
      });
    });

    describe("given an entry that is not the caller's to redeem", () => {
      const outcomes = async ({ benefits }: Given, by: Given["amina"], day: Signed[]) => {
        const receipt = await (await benefits.connect(by).redeemBatch(day)).wait();
        return (receipt?.logs ?? []).map((log) => {
          const event = benefits.interface.parseLog(log);
          if (event?.name !== "RedemptionSkipped") return event?.name;
          return benefits.interface.parseError(event.args["reason"])?.name;
        });
      };

      describe("when the benefit is another town's, or there is none", () => {
        it("passes it over, and records the others", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { authority, benefits, petra, quinn, carla, terms, metadata, meal, hillside, weekIndex } = all;
          await authority.connect(petra).grantRole(roleIds.steward(hillside), quinn.address);
          await benefits.connect(quinn).list(hillside, terms, metadata);
          const day = [
            await signed(all, 1, { benefit: 3 }),
            await signed(all, 1, { benefit: 4 }),
            await signed(all, 1),
          ];

          expect(await outcomes(all, carla, day)).to.deep.equal([
            "BenefitsNotSteward",
            "BenefitsNoSuchBenefit",
            "BenefitRedeemed",
          ]);
          expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(1);
        });
      });

      describe("when the caller is no steward at all", () => {
        it("passes everything over with BenefitsNotSteward, and records nothing", async () => {
          const all = await networkHelpers.loadFixture(kitchen);
          const { benefits, meal, weekIndex } = all;
          const day = [await signed(all, 1), await signed(all, 2)];

          for (const caller of await everybodyBut("carla")) {
            expect(await outcomes(all, caller, day)).to.deep.equal(["BenefitsNotSteward", "BenefitsNotSteward"]);
          }
          expect(await benefits.redeemedOf(meal, weekIndex, 4)).to.equal(0);
        });
      });
    });
  });
});

import { expect } from "chai";
import { send } from "../../scripts/operator/send.ts";
import { roleIds } from "../../web/src/lib/roles/roleIds.ts";
import { grantRole } from "../../web/src/lib/steps/roles/grantRole.ts";
import { at } from "../fixture/at.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { becomes } from "../fixture/becomes.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { type BakeryTerms, onSale } from "../fixture/onSale.ts";
import { Phase } from "../fixture/phases.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { COUNTRY, DAY, ELSEWHERE, SAVINGS } from "../fixture/willowmere.ts";

const EVIDENCE = ethers.id("invoices of the oven");
const OTHER_EVIDENCE = ethers.id("invoices of the mill");
const NO_RELEASE = { by: ethers.ZeroAddress, payableFrom: 0n, approver: ethers.ZeroAddress, evidence: ethers.ZeroHash };

/** The manager of the settled bakery has asked for the first tranche. */
async function requested() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  await before.shareOffering.connect(before.manager).requestRelease(before.offering, EVIDENCE, "ipfs://oven");
  return before;
}

/** The Country Ambassador has approved the first tranche; it is payable from `payableFrom` on. */
async function approved() {
  const before = await networkHelpers.loadFixture(requested);
  const { shareOffering, countryAmbassador, offering } = before;
  await shareOffering.connect(countryAmbassador).approveRelease(offering, EVIDENCE);
  return { ...before, payableFrom: (await shareOffering.releaseOf(offering)).payableFrom };
}

/** The Country Ambassador who approved the first tranche has left office; dina has succeeded, and acts. */
async function approvedByFormer() {
  const before = await networkHelpers.loadFixture(approved);
  const { townRegistry, headOffice, dina } = before;
  await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
  await townRegistry.connect(headOffice).appointCountryAmbassador(COUNTRY, dina.address);
  await networkHelpers.time.increase(7 * DAY);
  return before;
}

describe("ShareOffering", () => {
  describe("requestRelease", () => {
    describe("given a settled offering", () => {
      for (const name of ["manager", "townAmbassador"] as const) {
        describe(`when ${name} asks for the first tranche`, () => {
          it("writes down who asks and the evidence, and pays nothing", async () => {
            const {
              shareOffering,
              currency,
              payout,
              offering,
              [name]: caller,
            } = await networkHelpers.loadFixture(bakerySettled);

            await expect(shareOffering.connect(caller).requestRelease(offering, EVIDENCE, "ipfs://oven"))
              .to.emit(shareOffering, "ReleaseRequested")
              .withArgs(offering, 0, caller.address, EVIDENCE, "ipfs://oven");

            expect(recordOf(await shareOffering.releaseOf(offering))).to.deep.equal({
              by: caller.address,
              payableFrom: 0n,
              approver: ethers.ZeroAddress,
              evidence: EVIDENCE,
            });
            expect(await currency.balanceOf(payout.address)).to.equal(SAVINGS);
            expect((await shareOffering.escrowOf(offering)).next).to.equal(0);
          });
        });
      }

      for (const name of ["headOffice", "countryAmbassador", "registrar", "payout", "amina", "stranger"] as const) {
        describe(`when the caller is ${name}`, () => {
          it("reverts with ShareOfferingNotManager", async () => {
            const {
              shareOffering,
              business,
              offering,
              [name]: caller,
            } = await networkHelpers.loadFixture(bakerySettled);

            await expect(shareOffering.connect(caller).requestRelease(offering, EVIDENCE, ""))
              .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotManager")
              .withArgs(business, caller.address);
          });
        });
      }

      describe("when another project manager of the town asks", () => {
        it("reverts with ShareOfferingNotManager", async () => {
          const { shareOffering, deployment, townAmbassador, carla, town, business, offering } =
            await networkHelpers.loadFixture(bakerySettled);
          const role = roleIds.projectManager(town);
          await send(townAmbassador, grantRole(deployment, role, carla.address as `0x${string}`));

          await expect(shareOffering.connect(carla).requestRelease(offering, EVIDENCE, ""))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotManager")
            .withArgs(business, carla.address);
        });
      });

      describe("when there is no evidence", () => {
        it("reverts with ShareOfferingNoEvidence", async () => {
          const { shareOffering, manager, offering } = await networkHelpers.loadFixture(bakerySettled);

          await expect(
            shareOffering.connect(manager).requestRelease(offering, ethers.ZeroHash, "ipfs://oven"),
          ).to.be.revertedWithCustomError(shareOffering, "ShareOfferingNoEvidence");
        });
      });

      describe("when the town is dormant", () => {
        it("reverts with TownRegistryDormant", async () => {
          const { shareOffering, townRegistry, headOffice, manager, town, offering } =
            await networkHelpers.loadFixture(bakerySettled);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await expect(shareOffering.connect(manager).requestRelease(offering, EVIDENCE, ""))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
            .withArgs(town);
        });
      });
    });

    describe("given a tranche that is asked for", () => {
      it("replaces the request by a better one", async () => {
        const { shareOffering, townAmbassador, countryAmbassador, offering } =
          await networkHelpers.loadFixture(requested);

        await expect(shareOffering.connect(townAmbassador).requestRelease(offering, OTHER_EVIDENCE, "ipfs://mill"))
          .to.emit(shareOffering, "ReleaseRequested")
          .withArgs(offering, 0, townAmbassador.address, OTHER_EVIDENCE, "ipfs://mill");

        expect(recordOf(await shareOffering.releaseOf(offering))).to.deep.equal({
          ...NO_RELEASE,
          by: townAmbassador.address,
          evidence: OTHER_EVIDENCE,
        });
        await expect(shareOffering.connect(countryAmbassador).approveRelease(offering, EVIDENCE))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNoRelease")
          .withArgs(offering, EVIDENCE);
      });
    });

    describe("given a tranche that is approved", () => {
      it("reverts with ShareOfferingReleaseApproved", async () => {
        const { shareOffering, manager, townAmbassador, offering } = await networkHelpers.loadFixture(approved);

        for (const caller of [manager, townAmbassador]) {
          await expect(shareOffering.connect(caller).requestRelease(offering, OTHER_EVIDENCE, ""))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingReleaseApproved")
            .withArgs(offering, 0);
        }
      });

      it("can be asked for anew once who approved has left office", async () => {
        const { shareOffering, manager, offering } = await networkHelpers.loadFixture(approvedByFormer);

        await shareOffering.connect(manager).requestRelease(offering, OTHER_EVIDENCE, "");

        expect(recordOf(await shareOffering.releaseOf(offering))).to.deep.equal({
          ...NO_RELEASE,
          by: manager.address,
          evidence: OTHER_EVIDENCE,
        });
      });
    });

    describe("given an offering that is not settled", () => {
      it("reverts with ShareOfferingNotSettled while it is live", async () => {
        const { shareOffering, manager, offering } = await networkHelpers.loadFixture(bakeryOnSale);

        await expect(shareOffering.connect(manager).requestRelease(offering, EVIDENCE, ""))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotSettled")
          .withArgs(offering, Phase.Local);
      });

      it("reverts with ShareOfferingNotSettled when it has failed", async () => {
        const { shareOffering, townAmbassador, offering } = await networkHelpers.loadFixture(bakeryFailed);
        await shareOffering.refund(offering, []);

        await expect(shareOffering.connect(townAmbassador).requestRelease(offering, EVIDENCE, ""))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotSettled")
          .withArgs(offering, Phase.Failed);
      });
    });

    describe("given no such offering", () => {
      it("reverts with ShareOfferingNotManager", async () => {
        const { shareOffering, townAmbassador } = await networkHelpers.loadFixture(bakerySettled);

        await expect(shareOffering.connect(townAmbassador).requestRelease(2, EVIDENCE, ""))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotManager")
          .withArgs(0, townAmbassador.address);
      });
    });
  });

  describe("approveRelease", () => {
    describe("given a tranche that is asked for", () => {
      describe("when the Country Ambassador approves it with the same evidence", () => {
        it("makes it payable seven days later", async () => {
          const { shareOffering, countryAmbassador, manager, offering } = await networkHelpers.loadFixture(requested);
          const now = (await networkHelpers.time.latest()) + 100;
          await at(now);

          await expect(shareOffering.connect(countryAmbassador).approveRelease(offering, EVIDENCE))
            .to.emit(shareOffering, "ReleaseApproved")
            .withArgs(offering, 0, countryAmbassador.address, now + 7 * DAY);

          expect(recordOf(await shareOffering.releaseOf(offering))).to.deep.equal({
            by: manager.address,
            payableFrom: BigInt(now + 7 * DAY),
            approver: countryAmbassador.address,
            evidence: EVIDENCE,
          });
        });
      });

      describe("when the evidence is another", () => {
        it("reverts with ShareOfferingNoRelease", async () => {
          const { shareOffering, countryAmbassador, offering } = await networkHelpers.loadFixture(requested);

          await expect(shareOffering.connect(countryAmbassador).approveRelease(offering, OTHER_EVIDENCE))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNoRelease")
            .withArgs(offering, OTHER_EVIDENCE);
        });
      });

      for (const name of ["headOffice", "townAmbassador", "manager", "payout", "amina", "stranger"] as const) {
        describe(`when the caller is ${name}`, () => {
          it("reverts with TownRegistryNotCountryAmbassador", async () => {
            const {
              shareOffering,
              townRegistry,
              town,
              offering,
              [name]: caller,
            } = await networkHelpers.loadFixture(requested);

            await expect(shareOffering.connect(caller).approveRelease(offering, EVIDENCE))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
              .withArgs(town, caller.address);
          });
        });
      }

      describe("when the caller is another country's ambassador", () => {
        it("reverts with TownRegistryNotCountryAmbassador", async () => {
          const { shareOffering, townRegistry, headOffice, emil, town, offering } =
            await networkHelpers.loadFixture(requested);
          await townRegistry.connect(headOffice).appointCountryAmbassador(ELSEWHERE, emil.address);

          await expect(shareOffering.connect(emil).approveRelease(offering, EVIDENCE))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
            .withArgs(town, emil.address);
        });
      });

      describe("when the town is dormant", () => {
        it("reverts with TownRegistryDormant", async () => {
          const { shareOffering, townRegistry, headOffice, countryAmbassador, town, offering } =
            await networkHelpers.loadFixture(requested);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await expect(shareOffering.connect(countryAmbassador).approveRelease(offering, EVIDENCE))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
            .withArgs(town);
        });
      });

      for (const [name, role] of [
        ["manager", "asked"],
        ["payout", "is paid"],
      ] as const) {
        describe(`when who ${role} has become Country Ambassador`, () => {
          it("reverts with ShareOfferingOwnRelease", async () => {
            const {
              shareOffering,
              townRegistry,
              headOffice,
              offering,
              [name]: successor,
            } = await networkHelpers.loadFixture(requested);
            await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
            await townRegistry.connect(headOffice).appointCountryAmbassador(COUNTRY, successor.address);
            await networkHelpers.time.increase(7 * DAY);

            await expect(shareOffering.connect(successor).approveRelease(offering, EVIDENCE))
              .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOwnRelease")
              .withArgs(successor.address);
          });
        });
      }
    });

    describe("given a tranche that is approved already", () => {
      it("reverts with ShareOfferingReleaseApproved, so that the delay cannot begin anew", async () => {
        const { shareOffering, countryAmbassador, offering } = await networkHelpers.loadFixture(approved);

        await expect(shareOffering.connect(countryAmbassador).approveRelease(offering, EVIDENCE))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingReleaseApproved")
          .withArgs(offering, 0);
      });

      it("reverts with ShareOfferingNoRelease for other evidence", async () => {
        const { shareOffering, countryAmbassador, offering } = await networkHelpers.loadFixture(approved);

        await expect(shareOffering.connect(countryAmbassador).approveRelease(offering, OTHER_EVIDENCE))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNoRelease")
          .withArgs(offering, OTHER_EVIDENCE);
      });
    });

    describe("given a tranche whose approver has left office", () => {
      it("is not payable until the successor approves it, and seven days have passed", async () => {
        const { shareOffering, dina, manager, offering } = await networkHelpers.loadFixture(approvedByFormer);
        const now = (await networkHelpers.time.latest()) + 100;
        const payableFrom = BigInt(now + 7 * DAY);

        await at(now - 1);
        await expect(shareOffering.release(offering))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotPayable")
          .withArgs(offering, 0, now - 1);
        await at(now);
        await shareOffering.connect(dina).approveRelease(offering, EVIDENCE);
        expect(recordOf(await shareOffering.releaseOf(offering))).to.deep.equal({
          by: manager.address,
          payableFrom,
          approver: dina.address,
          evidence: EVIDENCE,
        });
        await at(payableFrom - 1n);
        await expect(shareOffering.release(offering))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotPayable")
          .withArgs(offering, payableFrom, payableFrom - 1n);
        await at(payableFrom);
        await expect(shareOffering.release(offering)).to.emit(shareOffering, "TrancheReleased");
      });
    });

    describe("given no tranche that is asked for", () => {
      it("reverts with ShareOfferingNoRelease, also for no evidence", async () => {
        const { shareOffering, countryAmbassador, offering } = await networkHelpers.loadFixture(bakerySettled);

        for (const evidence of [EVIDENCE, ethers.ZeroHash]) {
          await expect(shareOffering.connect(countryAmbassador).approveRelease(offering, evidence))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNoRelease")
            .withArgs(offering, evidence);
        }
      });
    });

    describe("given no such offering", () => {
      it("reverts with TownRegistryNotCountryAmbassador", async () => {
        const { shareOffering, townRegistry, countryAmbassador } = await networkHelpers.loadFixture(bakerySettled);

        await expect(shareOffering.connect(countryAmbassador).approveRelease(2, EVIDENCE))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
          .withArgs(0, countryAmbassador.address);
      });
    });
  });

  describe("release", () => {
    describe("given an approved tranche", () => {
      describe("when seven days have passed", () => {
        it("pays it to the payout wallet, whoever calls, and not a second before", async () => {
          const { shareOffering, currency, payout, stranger, offering, terms, payableFrom } =
            await networkHelpers.loadFixture(approved);
          const amount = (110n * terms.price * 2_500n) / 10_000n;

          await at(payableFrom - 1n);
          await expect(shareOffering.connect(stranger).release(offering))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotPayable")
            .withArgs(offering, payableFrom, payableFrom - 1n);
          await at(payableFrom);
          const released = await shareOffering.connect(stranger).release(offering);

          await expect(released)
            .to.emit(shareOffering, "TrancheReleased")
            .withArgs(offering, 0, payout.address, amount);
          expect(await currency.balanceOf(payout.address)).to.equal(SAVINGS + amount);
          expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(110n * terms.price - amount);
          expect(recordOf(await shareOffering.escrowOf(offering))).to.deep.equal({
            released: amount,
            tranches: 2_500n + (2_500n << 16n) + (5_000n << 32n),
            count: 3n,
            next: 1n,
          });
          expect(recordOf(await shareOffering.releaseOf(offering))).to.deep.equal(NO_RELEASE);
        });
      });

      describe("when it has been paid", () => {
        it("reverts with ShareOfferingNotPayable", async () => {
          const { shareOffering, offering, payableFrom } = await networkHelpers.loadFixture(approved);
          await networkHelpers.time.increaseTo(payableFrom);
          await shareOffering.release(offering);
          await at(payableFrom + 100n);

          await expect(shareOffering.release(offering))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotPayable")
            .withArgs(offering, 0, payableFrom + 100n);
        });
      });

      for (const removed of ["Town", "Country"] as const) {
        describe(`when the town has no ${removed} Ambassador`, () => {
          it("reverts with TownRegistryDormant", async () => {
            const { shareOffering, townRegistry, headOffice, town, offering, payableFrom } =
              await networkHelpers.loadFixture(approved);
            const registry = townRegistry.connect(headOffice);
            if (removed === "Town") await registry.removeTownAmbassador(town);
            if (removed === "Country") await registry.removeCountryAmbassador(COUNTRY);
            await networkHelpers.time.increaseTo(payableFrom);

            await expect(shareOffering.release(offering))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
              .withArgs(town);
          });
        });
      }

      describe("when both ambassadors have agreed on another payout wallet meanwhile", () => {
        it("pays the wallet of the day", async () => {
          const before = await networkHelpers.loadFixture(approved);
          const { shareOffering, projectRegistry, townAmbassador, countryAmbassador, currency } = before;
          const { business, offering, manager, payout, dina, terms, payableFrom } = before;
          await projectRegistry.connect(townAmbassador).proposeManagement(business, manager.address, dina.address);
          await projectRegistry.connect(countryAmbassador).approveManagement(business, manager.address, dina.address);
          await networkHelpers.time.increaseTo(payableFrom);

          await shareOffering.release(offering);

          const amount = (110n * terms.price * 2_500n) / 10_000n;
          expect(await currency.balanceOf(dina.address)).to.equal(SAVINGS + amount);
          expect(await currency.balanceOf(payout.address)).to.equal(SAVINGS);
        });
      });

      describe("when the currency refuses the payout wallet", () => {
        it("reverts with the currency's error; the tranche stays payable", async () => {
          const { shareOffering, currency, payout, offering, terms, payableFrom } =
            await networkHelpers.loadFixture(approved);
          const refusing = await becomes(currency, "RefusingDollar");
          await refusing.refuse(payout.address, true);
          await networkHelpers.time.increaseTo(payableFrom);

          await expect(shareOffering.release(offering))
            .to.be.revertedWithCustomError(refusing, "ERC20InvalidReceiver")
            .withArgs(payout.address);
          await refusing.refuse(payout.address, false);
          await shareOffering.release(offering);

          expect(await currency.balanceOf(payout.address)).to.equal(SAVINGS + (110n * terms.price * 2_500n) / 10_000n);
        });
      });

      describe("when the currency calls back in the middle of the payment", () => {
        it("refuses another release with ReentrancyGuardReentrantCall", async () => {
          const { shareOffering, currency, offering, payableFrom } = await networkHelpers.loadFixture(approved);
          const calling = await becomes(currency, "ReentrantDollar");
          await networkHelpers.time.increaseTo(payableFrom);
          await calling.arm(
            await shareOffering.getAddress(),
            shareOffering.interface.encodeFunctionData("release", [offering]),
          );

          await shareOffering.release(offering);

          expect(shareOffering.interface.parseError(await calling.answer())?.name).to.equal(
            "ReentrancyGuardReentrantCall",
          );
          expect((await shareOffering.escrowOf(offering)).next).to.equal(1);
        });
      });
    });

    describe("given a tranche that is asked for and not approved", () => {
      it("reverts with ShareOfferingNotPayable", async () => {
        const { shareOffering, offering } = await networkHelpers.loadFixture(requested);
        const now = (await networkHelpers.time.latest()) + 100 * DAY;
        await at(now);

        await expect(shareOffering.release(offering))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotPayable")
          .withArgs(offering, 0, now);
      });
    });

    describe("given no such offering", () => {
      it("reverts with TownRegistryNoSuchTown", async () => {
        const { shareOffering, townRegistry } = await networkHelpers.loadFixture(bakerySettled);

        await expect(shareOffering.release(2))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
          .withArgs(0);
      });
    });

    describe("given several tranches", () => {
      /** Releases every tranche of a sale, and returns what each paid. */
      async function releaseAll(differences: Partial<BakeryTerms>, shares: number) {
        const before = await onSale(differences);
        const { shareOffering, currency, amina, manager, countryAmbassador, payout, offering, terms } = before;
        await currency.mint(amina.address, 2n ** 112n);
        await shareOffering.connect(amina).buy(offering, shares);
        await networkHelpers.time.increaseTo(terms.localEnds);
        await shareOffering.settle(offering);

        const paid: bigint[] = [];
        for (const tranche of terms.tranches.keys()) {
          const evidence = ethers.id(`evidence ${tranche}`);
          await expect(shareOffering.connect(manager).requestRelease(offering, evidence, ""))
            .to.emit(shareOffering, "ReleaseRequested")
            .withArgs(offering, tranche, manager.address, evidence, "");
          await shareOffering.connect(countryAmbassador).approveRelease(offering, evidence);
          await networkHelpers.time.increase(7 * DAY);
          const balance = await currency.balanceOf(payout.address);
          await shareOffering.release(offering);
          paid.push((await currency.balanceOf(payout.address)) - balance);
        }
        return { ...before, paid };
      }

      it("rounds each down and lets the last take the rest", async () => {
        const { shareOffering, currency, offering, paid } = await releaseAll(
          { price: 3n, goal: 50, tranches: [3_333, 3_333, 3_334] },
          51,
        );

        expect(paid).to.deep.equal([50n, 50n, 53n]);
        expect((await shareOffering.escrowOf(offering)).released).to.equal(153);
        expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(0);
      });

      it("pays eight in their order", async () => {
        const tranches = [100, 200, 300, 400, 500, 600, 700, 7_200];

        const { paid } = await releaseAll({ price: 10_000n, goal: 50, tranches }, 50);

        expect(paid).to.deep.equal(tranches.map((part) => 50n * BigInt(part)));
      });

      it("pays everything at once when there is one", async () => {
        const { paid } = await releaseAll({ goal: 50, tranches: [10_000] }, 50);

        expect(paid).to.deep.equal([250_000_000n]);
      });

      it("computes amounts near the bound without loss", async () => {
        const price = (2n ** 112n - 1n) / 2n ** 17n;
        const { paid } = await releaseAll({ price, goal: 50, cap: 2 ** 17, tranches: [9_999, 1] }, 60);

        expect(paid[0]).to.equal((60n * price * 9_999n) / 10_000n);
        expect(paid[0]! + paid[1]!).to.equal(60n * price);
      });

      it("reverts with ShareOfferingAllReleased when another is asked for", async () => {
        const { shareOffering, manager, offering } = await releaseAll({ goal: 50, tranches: [5_000, 5_000] }, 50);

        await expect(shareOffering.connect(manager).requestRelease(offering, EVIDENCE, ""))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingAllReleased")
          .withArgs(offering);
      });

      it("never counts money sent by mistake", async () => {
        const before = await onSale({ goal: 50, tranches: [5_000, 5_000] });
        const { shareOffering, currency, amina, dina, manager, countryAmbassador, payout, offering, terms } = before;
        const address = await shareOffering.getAddress();
        await shareOffering.connect(amina).buy(offering, 60);
        await currency.connect(dina).transfer(address, 777);
        await networkHelpers.time.increaseTo(terms.localEnds);
        await shareOffering.settle(offering);

        for (const evidence of [EVIDENCE, OTHER_EVIDENCE]) {
          await shareOffering.connect(manager).requestRelease(offering, evidence, "");
          await shareOffering.connect(countryAmbassador).approveRelease(offering, evidence);
          await networkHelpers.time.increase(7 * DAY);
          await shareOffering.release(offering);
        }

        expect(await currency.balanceOf(payout.address)).to.equal(SAVINGS + 60n * terms.price);
        expect(await currency.balanceOf(address)).to.equal(777);
      });
    });
  });
});

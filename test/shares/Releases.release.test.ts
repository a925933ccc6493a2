import { expect } from "chai";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { BAKERY } from "../fixture/bakery.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { appointAmbassador, appointNominee } from "../fixture/keys.ts";
import { Phase } from "../fixture/enumerations.ts";
import { buyTogether, enrichBuyers } from "../fixture/neighbours.ts";
import { type BakeryTerms, onSale } from "../fixture/onSale.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { deepRecordOf, recordOf } from "../fixture/recordOf.ts";
import { COUNTRY, DAY, ELSEWHERE, SAVINGS } from "../fixture/willowmere.ts";

const EVIDENCE = ethers.id("invoices of the oven");
const OTHER_EVIDENCE = ethers.id("invoices of the mill");
const NO_REQUEST = {
  by: ethers.ZeroAddress,
  until: 0n,
  id: 0n,
  approver: ethers.ZeroAddress,
  payableFrom: 0n,
  payout: ethers.ZeroAddress,
  evidence: { hash: ethers.ZeroHash, uri: "" },
};
const NO_PROGRESS = {
  next: 0n,
  requests: 0n,
  lastRelease: 0n,
  askableFrom: 0n,
  objecting: 0n,
  windingUp: 0n,
  windUpFrom: 0n,
};

type Settled = Awaited<ReturnType<typeof bakerySettled>>;

/** The manager of the settled bakery has asked for the first tranche. */
async function requested() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  await before.releases.connect(before.manager).request(before.offering, { hash: EVIDENCE, uri: "ipfs://oven" });
  return before;
}

/** Writes into the registry who is paid, whom it would not take. */
async function letBePaid({ projectRegistry, business }: Settled, payout: string) {
  const registry = await projectRegistry.getAddress();
  const was = (await projectRegistry.projectOf(business)).payout.slice(2).toLowerCase();
  const first = BigInt(ethers.solidityPackedKeccak256(["uint256", "uint256"], [business, 0]));
  for (let i = 0n; i < 8n; i++) {
    const word = await networkHelpers.getStorageAt(registry, ethers.toBeHex(first + i));
    if (!word.includes(was)) continue;
    await networkHelpers.setStorageAt(registry, ethers.toBeHex(first + i), word.replace(was, payout.slice(2)));
  }
}

/** The payout wallet has become the Town Ambassador's, and acts. */
async function payoutGetsKey({ authority, townRegistry, headOffice, payout, residentUntil, town }: Settled) {
  const nominee = { wallet: payout.address, residentUntil, personId: idOf("payout") };
  await townRegistry.connect(headOffice).removeTownAmbassador(town);
  await appointNominee({ authority, townRegistry, headOffice }, town, payout, nominee);
  await networkHelpers.time.increase(7 * DAY);
}

async function requestedForKey() {
  const before = await networkHelpers.loadFixture(requested);
  await payoutGetsKey(before);
  return before;
}

/** The Country Ambassador has approved the first tranche; it is payable from `payableFrom` on. */
async function approved() {
  const before = await networkHelpers.loadFixture(requested);
  const { releases, countryAmbassador, offering } = before;
  await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE);
  return { ...before, payableFrom: (await releases.requestOf(offering)).payableFrom };
}

/** The Country Ambassador who approved the first tranche has left office; dina has succeeded, and acts. */
async function approvedByFormer() {
  const before = await networkHelpers.loadFixture(approved);
  const { authority, townRegistry, headOffice, dina } = before;
  await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
  await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, dina);
  await networkHelpers.time.increase(7 * DAY);
  return before;
}

describe("Releases", () => {
  describe("request", () => {
    describe("given a settled offering", () => {
      for (const name of ["manager", "townAmbassador"] as const) {
        describe(`when ${name} asks for the first tranche`, () => {
          it("writes down who asks and the evidence, and pays nothing", async () => {
            const {
              releases,
              currency,
              payout,
              offering,
              [name]: caller,
            } = await networkHelpers.loadFixture(bakerySettled);

            await expect(releases.connect(caller).request(offering, { hash: EVIDENCE, uri: "ipfs://oven" }))
              .to.emit(releases, "ReleaseRequested")
              .withArgs(offering, 1, 0, caller.address, EVIDENCE, "ipfs://oven");

            expect(deepRecordOf(await releases.requestOf(offering))).to.deep.equal({
              ...NO_REQUEST,
              by: caller.address,
              until: BigInt((await networkHelpers.time.latest()) + 30 * DAY),
              id: 1n,
              evidence: { hash: EVIDENCE, uri: "ipfs://oven" },
            });
            expect(await currency.balanceOf(payout.address)).to.equal(SAVINGS);
            expect(recordOf(await releases.progressOf(offering))).to.deep.equal({
              ...NO_PROGRESS,
              requests: 1n,
            });
          });
        });
      }

      for (const name of ["headOffice", "countryAmbassador", "registrar", "payout", "amina", "stranger"] as const) {
        describe(`when the caller is ${name}`, () => {
          it("reverts with ReleasesNotManager", async () => {
            const { releases, business, offering, [name]: caller } = await networkHelpers.loadFixture(bakerySettled);

            await expect(releases.connect(caller).request(offering, { hash: EVIDENCE, uri: "" }))
              .to.be.revertedWithCustomError(releases, "ReleasesNotManager")
              .withArgs(business, caller.address);
          });
        });
      }

      describe("when another project manager of the town asks", () => {
        it("reverts with ReleasesNotManager", async () => {
          const { authority, releases, townAmbassador, carla, town, business, offering } =
            await networkHelpers.loadFixture(bakerySettled);
          await authority.connect(townAmbassador).grantRole(roleIds.projectManager(town), carla.address);

          await expect(releases.connect(carla).request(offering, { hash: EVIDENCE, uri: "" }))
            .to.be.revertedWithCustomError(releases, "ReleasesNotManager")
            .withArgs(business, carla.address);
        });
      });

      describe("when there is no evidence", () => {
        it("reverts with ReleasesNoEvidence", async () => {
          const { releases, manager, offering } = await networkHelpers.loadFixture(bakerySettled);

          await expect(
            releases.connect(manager).request(offering, { hash: ethers.ZeroHash, uri: "ipfs://oven" }),
          ).to.be.revertedWithCustomError(releases, "ReleasesNoEvidence");
        });
      });

      describe("when the town is dormant", () => {
        it("reverts with TownRegistryDormant", async () => {
          const { releases, townRegistry, headOffice, manager, town, offering } =
            await networkHelpers.loadFixture(bakerySettled);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);

          await expect(releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" }))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
            .withArgs(town);
        });
      });
    });

    describe("given a tranche that is asked for", () => {
      it("replaces the request by a better one", async () => {
        const { releases, townAmbassador, countryAmbassador, offering } = await networkHelpers.loadFixture(requested);

        await expect(releases.connect(townAmbassador).request(offering, { hash: OTHER_EVIDENCE, uri: "ipfs://mill" }))
          .to.emit(releases, "ReleaseRequested")
          .withArgs(offering, 2, 0, townAmbassador.address, OTHER_EVIDENCE, "ipfs://mill");

        expect(deepRecordOf(await releases.requestOf(offering))).to.deep.equal({
          ...NO_REQUEST,
          by: townAmbassador.address,
          until: BigInt((await networkHelpers.time.latest()) + 30 * DAY),
          id: 2n,
          evidence: { hash: OTHER_EVIDENCE, uri: "ipfs://mill" },
        });
        await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
          .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
          .withArgs(offering, BAKERY, 0, EVIDENCE);
      });
    });

    describe("given a tranche that is approved", () => {
      it("reverts with ReleasesApproved", async () => {
        const { releases, manager, townAmbassador, offering } = await networkHelpers.loadFixture(approved);

        for (const caller of [manager, townAmbassador]) {
          await expect(releases.connect(caller).request(offering, { hash: OTHER_EVIDENCE, uri: "" }))
            .to.be.revertedWithCustomError(releases, "ReleasesApproved")
            .withArgs(offering, 0);
        }
      });

      it("can be asked for anew once who approved has left office", async () => {
        const { releases, manager, offering } = await networkHelpers.loadFixture(approvedByFormer);

        await releases.connect(manager).request(offering, { hash: OTHER_EVIDENCE, uri: "" });

        expect(deepRecordOf(await releases.requestOf(offering))).to.deep.equal({
          ...NO_REQUEST,
          by: manager.address,
          until: BigInt((await networkHelpers.time.latest()) + 30 * DAY),
          id: 2n,
          evidence: { hash: OTHER_EVIDENCE, uri: "" },
        });
      });
    });

    describe("given an offering that is not settled", () => {
      it("reverts with ReleasesNotSettled while it is live", async () => {
        const { releases, manager, offering } = await networkHelpers.loadFixture(bakeryOnSale);

        await expect(releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" }))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSettled")
          .withArgs(offering, Phase.Local);
      });

      it("reverts with ReleasesNotSettled when it has failed", async () => {
        const { shareOffering, releases, townAmbassador, offering } = await networkHelpers.loadFixture(bakeryFailed);
        await shareOffering.refund(offering, []);

        await expect(releases.connect(townAmbassador).request(offering, { hash: EVIDENCE, uri: "" }))
          .to.be.revertedWithCustomError(releases, "ReleasesNotSettled")
          .withArgs(offering, Phase.Failed);
      });
    });

    describe("given no such offering", () => {
      it("reverts with ReleasesNotManager", async () => {
        const { releases, townAmbassador } = await networkHelpers.loadFixture(bakerySettled);

        await expect(releases.connect(townAmbassador).request(2, { hash: EVIDENCE, uri: "" }))
          .to.be.revertedWithCustomError(releases, "ReleasesNotManager")
          .withArgs(0, townAmbassador.address);
      });
    });
  });

  describe("approve", () => {
    describe("given a tranche that is asked for", () => {
      describe("when the Country Ambassador approves it with the same evidence", () => {
        it("makes it payable seven days later", async () => {
          const { releases, countryAmbassador, manager, offering, payout } =
            await networkHelpers.loadFixture(requested);
          const { until } = await releases.requestOf(offering);
          const now = (await networkHelpers.time.latest()) + 100;
          await setNextTime(now);

          await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
            .to.emit(releases, "ReleaseApproved")
            .withArgs(offering, 1, countryAmbassador.address, now + 7 * DAY);

          expect(deepRecordOf(await releases.requestOf(offering))).to.deep.equal({
            by: manager.address,
            until,
            id: 1n,
            approver: countryAmbassador.address,
            payableFrom: BigInt(now + 7 * DAY),
            payout: payout.address,
            evidence: { hash: EVIDENCE, uri: "ipfs://oven" },
          });
        });
      });

      describe("when it has waited for thirty days", () => {
        it("approves in the last second, and reverts with ReleasesNotRequested from the next on", async () => {
          const { releases, countryAmbassador, offering } = await networkHelpers.loadFixture(requested);
          const { until } = await releases.requestOf(offering);
          const snapshot = await networkHelpers.takeSnapshot();

          await setNextTime(until);
          await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
            .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
            .withArgs(offering, BAKERY, 0, EVIDENCE);

          await snapshot.restore();
          await setNextTime(until - 1n);
          await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE);
        });
      });

      describe("when who asked is not in office any more", () => {
        it("reverts with ReleasesNotRequested", async () => {
          const { releases, authority, townAmbassador, countryAmbassador, manager, town, offering } =
            await networkHelpers.loadFixture(requested);
          await authority.connect(townAmbassador).revokeRole(roleIds.projectManager(town), manager.address);

          await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
            .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
            .withArgs(offering, BAKERY, 0, EVIDENCE);
        });
      });

      for (const [what, business, tranche] of [
        ["business", BAKERY + 1n, 0],
        ["tranche", BAKERY, 1],
      ] as const) {
        describe(`when the ${what} is another`, () => {
          it("reverts with ReleasesNotRequested", async () => {
            const { releases, countryAmbassador, offering } = await networkHelpers.loadFixture(requested);

            await expect(releases.connect(countryAmbassador).approve(offering, business, tranche, EVIDENCE))
              .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
              .withArgs(offering, business, tranche, EVIDENCE);
          });
        });
      }

      describe("when the evidence is another", () => {
        it("reverts with ReleasesNotRequested", async () => {
          const { releases, countryAmbassador, offering } = await networkHelpers.loadFixture(requested);

          await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, OTHER_EVIDENCE))
            .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
            .withArgs(offering, BAKERY, 0, OTHER_EVIDENCE);
        });
      });

      for (const name of ["headOffice", "townAmbassador", "manager", "payout", "amina", "stranger"] as const) {
        describe(`when the caller is ${name}`, () => {
          it("reverts with TownRegistryNotCountryAmbassador", async () => {
            const {
              releases,
              townRegistry,
              town,
              offering,
              [name]: caller,
            } = await networkHelpers.loadFixture(requested);

            await expect(releases.connect(caller).approve(offering, BAKERY, 0, EVIDENCE))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
              .withArgs(town, caller.address);
          });
        });
      }

      describe("when the caller is another country's ambassador", () => {
        it("reverts with TownRegistryNotCountryAmbassador", async () => {
          const { authority, releases, townRegistry, headOffice, emil, town, offering } =
            await networkHelpers.loadFixture(requested);
          await appointAmbassador({ authority, townRegistry, headOffice }, { country: ELSEWHERE }, emil);

          await expect(releases.connect(emil).approve(offering, BAKERY, 0, EVIDENCE))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
            .withArgs(town, emil.address);
        });
      });

      describe("when the town is dormant", () => {
        it("reverts with TownRegistryDormant", async () => {
          const { releases, townRegistry, headOffice, countryAmbassador, town, offering } =
            await networkHelpers.loadFixture(requested);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
            .withArgs(town);
        });
      });

      describe("when who asked has become Country Ambassador", () => {
        it("reverts with ReleasesOwnRequest", async () => {
          const { authority, releases, townRegistry, headOffice, manager, offering } =
            await networkHelpers.loadFixture(requested);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
          await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, manager);
          await networkHelpers.time.increase(7 * DAY);

          await expect(releases.connect(manager).approve(offering, BAKERY, 0, EVIDENCE))
            .to.be.revertedWithCustomError(releases, "ReleasesOwnRequest")
            .withArgs(manager.address);
        });
      });

      describe("when the Town Ambassador asked, was removed and appointed again, and acts again", () => {
        it("reverts with ReleasesNotRequested: what they asked for ended with their office", async () => {
          const before = await networkHelpers.loadFixture(bakerySettled);
          const { releases, townRegistry, headOffice, townAmbassador, countryAmbassador, town, offering } = before;
          await releases.connect(townAmbassador).request(offering, { hash: EVIDENCE, uri: "ipfs://oven" });
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await appointAmbassador(before, { town }, townAmbassador);
          await networkHelpers.time.increase(7 * DAY);

          expect((await releases.requestOf(offering)).id).to.equal(0);
          await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
            .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
            .withArgs(offering, BAKERY, 0, EVIDENCE);
        });
      });

      describe("when the manager asked, lost the role and got it again", () => {
        it("reverts with ReleasesNotRequested: what they asked for ended with their office", async () => {
          const before = await networkHelpers.loadFixture(requested);
          const { authority, releases, townAmbassador, countryAmbassador, manager, town, offering } = before;
          const role = roleIds.projectManager(town);
          await authority.connect(townAmbassador).revokeRole(role, manager.address);
          await authority.connect(townAmbassador).grantRole(role, manager.address);

          expect((await releases.requestOf(offering)).id).to.equal(0);
          await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
            .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
            .withArgs(offering, BAKERY, 0, EVIDENCE);

          await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "ipfs://oven" });
          await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE)).to.emit(
            releases,
            "ReleaseApproved",
          );
        });
      });

      describe("when the manager asked, another managed meanwhile, and they manage again", () => {
        it("reverts with ReleasesNotRequested", async () => {
          const before = await networkHelpers.loadFixture(requested);
          const { authority, releases, projectRegistry, townAmbassador, countryAmbassador } = before;
          const { manager, payout, carla, town, business, offering } = before;
          await authority.connect(townAmbassador).grantRole(roleIds.projectManager(town), carla.address);
          for (const who of [carla, manager]) {
            await projectRegistry.connect(townAmbassador).proposeManagement(business, who.address, payout.address);
            await projectRegistry.connect(countryAmbassador).approveManagement(business, who.address, payout.address);
          }

          await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
            .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
            .withArgs(offering, BAKERY, 0, EVIDENCE);
        });
      });

      describe("when who is paid has become Country Ambassador", () => {
        it("reverts with ReleasesBadPayout", async () => {
          const { authority, releases, townRegistry, headOffice, payout, business, offering } =
            await networkHelpers.loadFixture(requested);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
          await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, payout);
          await networkHelpers.time.increase(7 * DAY);

          await expect(releases.connect(payout).approve(offering, BAKERY, 0, EVIDENCE))
            .to.be.revertedWithCustomError(releases, "ReleasesBadPayout")
            .withArgs(business, payout.address);
        });
      });

      describe("when who is paid is a contract of the system, the currency or the share token", () => {
        it("reverts with ReleasesBadPayout", async () => {
          const before = await networkHelpers.loadFixture(requested);
          const { releases, projectRegistry, townAmbassador, countryAmbassador, manager, offering } = before;
          const { deployment, token, currency } = before;
          for (const paid of [
            ...Object.values(deployment.addresses),
            await token.getAddress(),
            await currency.getAddress(),
          ]) {
            await expect(projectRegistry.connect(townAmbassador).proposeManagement(BAKERY, manager.address, paid))
              .to.be.revertedWithCustomError(projectRegistry, "ProjectRegistryBadPayout")
              .withArgs(paid);
            await letBePaid(before, paid); // as if the payout wallet had become one

            await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
              .to.be.revertedWithCustomError(releases, "ReleasesBadPayout")
              .withArgs(BAKERY, paid);
          }
        });
      });

      describe("when who is paid has become head office, or got a registrar's or coordinator's key", () => {
        it("reverts with ReleasesBadPayout", async () => {
          const before = await networkHelpers.loadFixture(requested);
          const { releases, countryAmbassador, headOffice, registrar, coordinator, offering } = before;
          for (const { address } of [headOffice, registrar, coordinator]) {
            await letBePaid(before, address);

            await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
              .to.be.revertedWithCustomError(releases, "ReleasesBadPayout")
              .withArgs(BAKERY, address);
          }
        });
      });

      describe("when who is paid has become Town Ambassador", () => {
        it("reverts with ReleasesBadPayout", async () => {
          const { releases, countryAmbassador, payout, business, offering } =
            await networkHelpers.loadFixture(requestedForKey);

          await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
            .to.be.revertedWithCustomError(releases, "ReleasesBadPayout")
            .withArgs(business, payout.address);
        });
      });
    });

    describe("given a tranche that is approved already", () => {
      it("reverts with ReleasesApproved, so that the delay cannot begin anew", async () => {
        const { releases, countryAmbassador, offering } = await networkHelpers.loadFixture(approved);

        await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
          .to.be.revertedWithCustomError(releases, "ReleasesApproved")
          .withArgs(offering, 0);
      });

      it("reverts with ReleasesNotRequested for other evidence", async () => {
        const { releases, countryAmbassador, offering } = await networkHelpers.loadFixture(approved);

        await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, OTHER_EVIDENCE))
          .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
          .withArgs(offering, BAKERY, 0, OTHER_EVIDENCE);
      });
    });

    describe("given a tranche whose approver was removed and appointed again, and acts again", () => {
      it("is not payable: the approval ended with the office in which it was given", async () => {
        const before = await networkHelpers.loadFixture(approved);
        const { releases, townRegistry, headOffice, countryAmbassador, offering } = before;
        await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
        await appointAmbassador(before, { country: COUNTRY }, countryAmbassador);
        await networkHelpers.time.increase(7 * DAY);
        const now = (await networkHelpers.time.latest()) + 100;

        const waiting = deepRecordOf(await releases.requestOf(offering));
        expect(waiting).to.include({ approver: ethers.ZeroAddress, payableFrom: 0n });
        await setNextTime(now);
        await expect(releases.release(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNotPayable")
          .withArgs(offering, 0, now);
      });
    });

    describe("given a tranche whose approver has left office", () => {
      it("is not payable until the successor approves it, and seven days have passed", async () => {
        const { releases, dina, manager, offering, payout } = await networkHelpers.loadFixture(approvedByFormer);
        const { until, ...waiting } = deepRecordOf(await releases.requestOf(offering));
        expect(waiting).to.include({ by: manager.address, approver: ethers.ZeroAddress, payableFrom: 0n });
        const now = (await networkHelpers.time.latest()) + 100;
        const payableFrom = BigInt(now + 7 * DAY);

        await setNextTime(now - 1);
        await expect(releases.release(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNotPayable")
          .withArgs(offering, 0, now - 1);
        await setNextTime(now);
        await releases.connect(dina).approve(offering, BAKERY, 0, EVIDENCE);
        expect(deepRecordOf(await releases.requestOf(offering))).to.deep.equal({
          by: manager.address,
          until,
          id: 1n,
          approver: dina.address,
          payableFrom,
          payout: payout.address,
          evidence: { hash: EVIDENCE, uri: "ipfs://oven" },
        });
        await setNextTime(payableFrom - 1n);
        await expect(releases.release(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNotPayable")
          .withArgs(offering, payableFrom, payableFrom - 1n);
        await setNextTime(payableFrom);
        await expect(releases.release(offering)).to.emit(releases, "TrancheReleased");
      });
    });

    describe("given no tranche that is asked for", () => {
      it("reverts with ReleasesNotRequested, also for no evidence", async () => {
        const { releases, countryAmbassador, offering } = await networkHelpers.loadFixture(bakerySettled);

        for (const evidence of [EVIDENCE, ethers.ZeroHash]) {
          await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, evidence))
            .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
            .withArgs(offering, BAKERY, 0, evidence);
        }
      });
    });

    describe("given no such offering", () => {
      it("reverts with TownRegistryNotCountryAmbassador", async () => {
        const { releases, townRegistry, countryAmbassador } = await networkHelpers.loadFixture(bakerySettled);

        await expect(releases.connect(countryAmbassador).approve(2, BAKERY, 0, EVIDENCE))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador")
          .withArgs(0, countryAmbassador.address);
      });
    });
  });

  describe("revoke", () => {
    for (const [state, fixture] of Object.entries({ "asked for": requested, approved })) {
      describe(`given a tranche that is ${state}`, () => {
        it("takes it back; it can be asked for anew, and its id is never used again", async () => {
          const { releases, countryAmbassador, manager, offering } = await networkHelpers.loadFixture(fixture);

          await expect(releases.connect(countryAmbassador).revoke(offering))
            .to.emit(releases, "ReleaseRevoked")
            .withArgs(offering, 1, countryAmbassador.address);

          expect(deepRecordOf(await releases.requestOf(offering))).to.deep.equal(NO_REQUEST);
          await networkHelpers.time.increase(8 * DAY);
          await expect(releases.release(offering)).to.be.revertedWithCustomError(releases, "ReleasesNotPayable");
          await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "ipfs://oven" });
          expect((await releases.requestOf(offering)).id).to.equal(2);
        });
      });
    }

    describe("given no request", () => {
      it("reverts with ReleasesNoRequest", async () => {
        const { releases, countryAmbassador, offering } = await networkHelpers.loadFixture(bakerySettled);

        await expect(releases.connect(countryAmbassador).revoke(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNoRequest")
          .withArgs(offering);
      });
    });

    describe("given who asked", () => {
      it("takes it back until it is approved, and not from then on", async () => {
        const { releases, manager, townAmbassador, offering } = await networkHelpers.loadFixture(requested);
        await expect(releases.connect(manager).revoke(offering))
          .to.emit(releases, "ReleaseRevoked")
          .withArgs(offering, 1, manager.address);
        await releases.connect(townAmbassador).request(offering, { hash: EVIDENCE, uri: "" });
        await expect(releases.connect(manager).revoke(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNotApprover")
          .withArgs(offering, manager.address);

        const { releases: later } = await networkHelpers.loadFixture(approved);
        await expect(later.connect(manager).revoke(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNotApprover")
          .withArgs(offering, manager.address);
      });
    });

    describe("given anybody but the Country Ambassador and who asked", () => {
      it("reverts with ReleasesNotApprover", async () => {
        const { releases, offering } = await networkHelpers.loadFixture(requested);

        for (const caller of await everybodyBut("countryAmbassador", "manager")) {
          await expect(releases.connect(caller).revoke(offering))
            .to.be.revertedWithCustomError(releases, "ReleasesNotApprover")
            .withArgs(offering, caller.address);
        }
      });
    });
  });

  describe("release", () => {
    describe("given an approved tranche", () => {
      describe("when seven days have passed", () => {
        it("pays it to the payout wallet, whoever calls, and not a second before", async () => {
          const { shareOffering, releases, currency, payout, stranger, offering, terms, payableFrom } =
            await networkHelpers.loadFixture(approved);
          const amount = (110n * terms.price * 2_500n) / 10_000n;

          await setNextTime(payableFrom - 1n);
          await expect(releases.connect(stranger).release(offering))
            .to.be.revertedWithCustomError(releases, "ReleasesNotPayable")
            .withArgs(offering, payableFrom, payableFrom - 1n);
          await setNextTime(payableFrom);
          const released = await releases.connect(stranger).release(offering);

          await expect(released).to.emit(releases, "TrancheReleased").withArgs(offering, 1, 0, payout.address, amount);
          expect(await currency.balanceOf(payout.address)).to.equal(SAVINGS + amount);
          expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(110n * terms.price - amount);
          expect(await shareOffering.releasedOf(offering)).to.equal(amount);
          expect(recordOf(await releases.progressOf(offering))).to.deep.equal({
            ...NO_PROGRESS,
            next: 1n,
            requests: 1n,
            lastRelease: payableFrom,
          });
          expect(deepRecordOf(await releases.requestOf(offering))).to.deep.equal(NO_REQUEST);
        });
      });

      describe("when it has been paid", () => {
        it("reverts with ReleasesNotPayable", async () => {
          const { releases, offering, payableFrom } = await networkHelpers.loadFixture(approved);
          await networkHelpers.time.increaseTo(payableFrom);
          await releases.release(offering);
          await setNextTime(payableFrom + 100n);

          await expect(releases.release(offering))
            .to.be.revertedWithCustomError(releases, "ReleasesNotPayable")
            .withArgs(offering, 0, payableFrom + 100n);
        });
      });

      for (const removed of ["Town", "Country"] as const) {
        describe(`when the town has no ${removed} Ambassador`, () => {
          it("reverts with TownRegistryDormant", async () => {
            const { releases, townRegistry, headOffice, town, offering, payableFrom } =
              await networkHelpers.loadFixture(approved);
            const registry = townRegistry.connect(headOffice);
            if (removed === "Town") await registry.removeTownAmbassador(town);
            if (removed === "Country") await registry.removeCountryAmbassador(COUNTRY);
            await networkHelpers.time.increaseTo(payableFrom);

            await expect(releases.release(offering))
              .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
              .withArgs(town);
          });
        });
      }

      describe("when both ambassadors have agreed on another payout wallet meanwhile", () => {
        it("ends the approval: the new wallet needs one of its own, and seven days", async () => {
          const before = await networkHelpers.loadFixture(approved);
          const { releases, projectRegistry, townAmbassador, countryAmbassador, currency } = before;
          const { business, offering, manager, payout, dina, terms, payableFrom } = before;
          await projectRegistry.connect(townAmbassador).proposeManagement(business, manager.address, dina.address);
          await projectRegistry.connect(countryAmbassador).approveManagement(business, manager.address, dina.address);
          await setNextTime(payableFrom);
          await expect(releases.release(offering))
            .to.be.revertedWithCustomError(releases, "ReleasesNotPayable")
            .withArgs(offering, 0, payableFrom);

          const again = payableFrom + 100n;
          await setNextTime(again);
          await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE);
          await setNextTime(again + 7n * BigInt(DAY));
          await releases.release(offering);

          const amount = (110n * terms.price * 2_500n) / 10_000n;
          expect(await currency.balanceOf(dina.address)).to.equal(SAVINGS + amount);
          expect(await currency.balanceOf(payout.address)).to.equal(SAVINGS);
        });
      });

      describe("when who is paid has become an ambassador meanwhile", () => {
        it("reverts with ReleasesBadPayout, and pays another wallet that both keys name and approve", async () => {
          const before = await networkHelpers.loadFixture(approved);
          const { releases, projectRegistry, currency, countryAmbassador, manager, payout, dina } = before;
          const { business, offering, terms } = before;
          await payoutGetsKey(before);

          await expect(releases.release(offering))
            .to.be.revertedWithCustomError(releases, "ReleasesBadPayout")
            .withArgs(business, payout.address);
          await projectRegistry.connect(payout).proposeManagement(business, manager.address, dina.address);
          await projectRegistry.connect(countryAmbassador).approveManagement(business, manager.address, dina.address);
          await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE);
          await networkHelpers.time.increase(7 * DAY);
          await releases.release(offering);

          expect(await currency.balanceOf(dina.address)).to.equal(SAVINGS + (110n * terms.price * 2_500n) / 10_000n);
        });
      });

      describe("when the currency refuses the payout wallet", () => {
        it("reverts with the currency's error; the tranche stays payable", async () => {
          const { releases, currency, payout, offering, terms, payableFrom } =
            await networkHelpers.loadFixture(approved);
          const refusing = await turnInto(currency, "RefusingDollar");
          await refusing.refuse(payout.address, true);
          await networkHelpers.time.increaseTo(payableFrom);

          await expect(releases.release(offering))
            .to.be.revertedWithCustomError(refusing, "ERC20InvalidReceiver")
            .withArgs(payout.address);
          await refusing.refuse(payout.address, false);
          await releases.release(offering);

          expect(await currency.balanceOf(payout.address)).to.equal(SAVINGS + (110n * terms.price * 2_500n) / 10_000n);
        });

        it("pays another wallet that both keys name and approve", async () => {
          const before = await networkHelpers.loadFixture(approved);
          const { releases, projectRegistry, townAmbassador, countryAmbassador, currency } = before;
          const { business, offering, manager, payout, dina, terms, payableFrom } = before;
          const refusing = await turnInto(currency, "RefusingDollar");
          await refusing.refuse(payout.address, true);
          await networkHelpers.time.increaseTo(payableFrom);
          await projectRegistry.connect(townAmbassador).proposeManagement(business, manager.address, dina.address);
          await projectRegistry.connect(countryAmbassador).approveManagement(business, manager.address, dina.address);

          await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE);
          await networkHelpers.time.increase(7 * DAY);
          await releases.release(offering);

          expect(await currency.balanceOf(dina.address)).to.equal(SAVINGS + (110n * terms.price * 2_500n) / 10_000n);
        });
      });

      describe("when the currency calls back in the middle of the payment", () => {
        it("refuses another release with ReentrancyGuardReentrantCall", async () => {
          const { releases, currency, offering, payableFrom } = await networkHelpers.loadFixture(approved);
          const calling = await turnInto(currency, "ReentrantDollar");
          await networkHelpers.time.increaseTo(payableFrom);
          await calling.arm(await releases.getAddress(), releases.interface.encodeFunctionData("release", [offering]));

          await releases.release(offering);

          expect(releases.interface.parseError(await calling.answer())?.name).to.equal("ReentrancyGuardReentrantCall");
          expect((await releases.progressOf(offering)).next).to.equal(1);
        });
      });
    });

    describe("given an approved tranche that nobody has had paid", () => {
      it("can be paid for thirty days, and has lapsed from then on: it is asked for anew", async () => {
        const { releases, manager, countryAmbassador, offering, payableFrom } =
          await networkHelpers.loadFixture(approved);
        const lapses = payableFrom + 30n * BigInt(DAY);
        const snapshot = await networkHelpers.takeSnapshot();

        await setNextTime(lapses - 1n);
        await expect(releases.release(offering)).to.emit(releases, "TrancheReleased");

        await snapshot.restore();
        await setNextTime(lapses);
        await expect(releases.release(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNotPayable")
          .withArgs(offering, 0, lapses);
        await networkHelpers.time.increaseTo(lapses + 1n);
        expect((await releases.requestOf(offering)).id).to.equal(0);
        await expect(releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE))
          .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
          .withArgs(offering, BAKERY, 0, EVIDENCE);
        await releases.connect(manager).request(offering, { hash: OTHER_EVIDENCE, uri: "" });
        await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, OTHER_EVIDENCE);
      });
    });

    describe("given a tranche that is asked for and not approved", () => {
      it("reverts with ReleasesNotPayable", async () => {
        const { releases, offering } = await networkHelpers.loadFixture(requested);
        const now = (await networkHelpers.time.latest()) + 100 * DAY;
        await setNextTime(now);

        await expect(releases.release(offering))
          .to.be.revertedWithCustomError(releases, "ReleasesNotPayable")
          .withArgs(offering, 0, now);
      });
    });

    describe("given no such offering", () => {
      it("reverts with TownRegistryNoSuchTown", async () => {
        const { releases, townRegistry } = await networkHelpers.loadFixture(bakerySettled);

        await expect(releases.release(2))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
          .withArgs(0);
      });
    });

    describe("given several tranches", () => {
      /** Releases every tranche of a sale, and returns what each paid. */
      async function releaseAll(differences: Partial<BakeryTerms>, shares: number) {
        const before = await onSale(differences);
        const { shareOffering, releases, currency, manager, countryAmbassador, payout, offering, terms } = before;
        await enrichBuyers(currency, 2n ** 112n);
        await buyTogether(shareOffering, offering, shares);
        await networkHelpers.time.increaseTo(terms.localEnds);
        await shareOffering.settle(offering);

        const paid: bigint[] = [];
        for (const tranche of terms.tranches.keys()) {
          const evidence = ethers.id(`evidence ${tranche}`);
          await expect(releases.connect(manager).request(offering, { hash: evidence, uri: "" }))
            .to.emit(releases, "ReleaseRequested")
            .withArgs(offering, tranche + 1, tranche, manager.address, evidence, "");
          await releases.connect(countryAmbassador).approve(offering, BAKERY, tranche, evidence);
          await networkHelpers.time.increase(7 * DAY);
          const balance = await currency.balanceOf(payout.address);
          await releases.release(offering);
          paid.push((await currency.balanceOf(payout.address)) - balance);
        }
        return { ...before, paid };
      }

      it("rounds each down and lets the last take the rest", async () => {
        const { shareOffering, currency, offering, paid } = await releaseAll(
          { price: 3n, tranches: [3_333, 3_333, 3_334] },
          101,
        );

        expect(paid).to.deep.equal([100n, 100n, 103n]);
        expect(await shareOffering.releasedOf(offering)).to.equal(303);
        expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(0);
      });

      it("pays eight in their order", async () => {
        const tranches = [100, 200, 300, 400, 500, 600, 700, 7_200];

        const { paid } = await releaseAll({ price: 10_000n, tranches }, 100);

        expect(paid).to.deep.equal(tranches.map((part) => 100n * BigInt(part)));
      });

      it("pays everything at once when there is one", async () => {
        const { paid } = await releaseAll({ tranches: [10_000] }, 100);

        expect(paid).to.deep.equal([500_000_000n]);
      });

      it("computes amounts near the bound without loss", async () => {
        const price = (2n ** 110n - 1n) / 2n ** 17n;
        const { paid } = await releaseAll({ price, cap: 2 ** 17, tranches: [9_999, 1] }, 100);

        expect(paid[0]).to.equal((100n * price * 9_999n) / 10_000n);
        expect(paid[0]! + paid[1]!).to.equal(100n * price);
      });

      it("reverts with ReleasesAllReleased when another is asked for", async () => {
        const { releases, manager, offering } = await releaseAll({ tranches: [5_000, 5_000] }, 100);

        await expect(releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" }))
          .to.be.revertedWithCustomError(releases, "ReleasesAllReleased")
          .withArgs(offering);
      });

      it("never counts money sent by mistake", async () => {
        const before = await onSale({ tranches: [5_000, 5_000] });
        const { shareOffering, releases, currency, dina, manager, countryAmbassador, payout, offering, terms } = before;
        const address = await shareOffering.getAddress();
        await buyTogether(shareOffering, offering, 100);
        await currency.connect(dina).transfer(address, 777);
        await networkHelpers.time.increaseTo(terms.localEnds);
        await shareOffering.settle(offering);

        for (const [tranche, evidence] of [EVIDENCE, OTHER_EVIDENCE].entries()) {
          await releases.connect(manager).request(offering, { hash: evidence, uri: "" });
          await releases.connect(countryAmbassador).approve(offering, BAKERY, tranche, evidence);
          await networkHelpers.time.increase(7 * DAY);
          await releases.release(offering);
        }

        expect(await currency.balanceOf(payout.address)).to.equal(SAVINGS + 100n * terms.price);
        expect(await currency.balanceOf(address)).to.equal(777);
      });
    });
  });
});

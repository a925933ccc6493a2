import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { expect } from "chai";
import { setNextTime, ethers, networkHelpers } from "../fixture/connection.ts";
import { appointCountryAmbassador, appointTownAmbassador } from "../fixture/keys.ts";
import { SpendingState } from "../fixture/enumerations.ts";
import { objectionOf } from "../fixture/objectionOf.ts";
import { impersonate, people } from "../fixture/people.ts";
import {
  APPROVED,
  FUND,
  funded,
  KINDS,
  propose,
  spendingApproved,
  spendingProposed,
  worked,
} from "../fixture/spending.ts";
import { replaceOfficer } from "../fixture/replaceOfficer.ts";
import { finaliseWeek } from "../fixture/weeks.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

const { time } = networkHelpers;

/** Numbers that were active in the last timesheet: the first few. */
const OBJECTORS = [1, 3, 4, 5, 6, 7, 8, 9];

type Funded = Awaited<ReturnType<typeof funded>>;

/** The member signs, and a stranger sends it. */
async function signs({ townTreasury, stranger, signerAt }: Funded, number: number, spending = 1) {
  const signature = await objectionOf(townTreasury, { signer: signerAt(number), spending, number });
  return townTreasury.connect(stranger).objectWithSignature(spending, number, signature);
}

/** As many members as this worked in the last week; then spending 1 was approved. */
async function approvedWith(active: number): Promise<Funded> {
  const before = await networkHelpers.loadFixture(funded);
  await finaliseWeek(before, weekIndexOf(await time.latest()), worked(active));
  await propose(before, "town");
  await before.townTreasury.connect(before.countryAmbassador).approve(1);
  return before;
}

/** Four of sixteen members have objected to spending 1. */
async function blocked() {
  const before = await networkHelpers.loadFixture(spendingApproved);
  for (const number of OBJECTORS.slice(0, 4)) await signs(before, number);
  return before;
}

describe("TownTreasury", () => {
  describe("object", () => {
    for (const kind of ["town", "office"] as const) {
      describe(`given a spending of the ${kind}'s fund that is approved, and sixteen active members`, () => {
        describe("when one of them objects", () => {
          it("counts it, says so, and blocks nothing", async () => {
            const { townTreasury, amina } = await networkHelpers.loadFixture(APPROVED[kind]);

            const objecting = townTreasury.connect(amina).object(1, 4);
            await expect(objecting).to.emit(townTreasury, "SpendingObjected").withArgs(1, 4, amina.address, 1);
            await expect(objecting).to.not.emit(townTreasury, "SpendingBlocked");

            expect((await townTreasury.spendingOf(1)).objections).to.equal(1);
            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
            expect(await townTreasury.hasObjected(1, 4)).to.equal(true);
            expect(await townTreasury.hasObjected(1, 5)).to.equal(false);
            expect(await townTreasury.hasObjected(2, 4)).to.equal(false);
          });
        });

        describe("when three of them object, less than a fifth", () => {
          it("is paid all the same", async () => {
            const before = await networkHelpers.loadFixture(APPROVED[kind]);
            const { townTreasury, payableFrom } = before;
            for (const number of OBJECTORS.slice(0, 3)) await signs(before, number);
            await time.increaseTo(payableFrom);

            await townTreasury.execute(1);

            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Spent);
            expect((await townTreasury.spendingOf(1)).objections).to.equal(3);
          });
        });

        describe("when four of them object, a quarter", () => {
          it("is blocked for good, and says so", async () => {
            const before = await networkHelpers.loadFixture(APPROVED[kind]);
            const { townTreasury, signerAt, town } = before;
            for (const number of OBJECTORS.slice(0, 3)) await signs(before, number);

            await expect(signs(before, 6))
              .to.emit(townTreasury, "SpendingObjected")
              .withArgs(1, 6, signerAt(6).address, 4)
              .and.to.emit(townTreasury, "SpendingBlocked")
              .withArgs(1, 4, 16);

            expect((await townTreasury.spendingOf(1)).state).to.equal(SpendingState.Blocked);
            for (const days of [1, 8, 1_000]) {
              await time.increase(days * DAY);
              expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Blocked);
              await expect(townTreasury.execute(1))
                .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
                .withArgs(1, SpendingState.Blocked);
            }
            expect(await townTreasury.fundOf(town)).to.equal(FUND);
          });
        });

        describe("when the seven days are about to end", () => {
          it("counts in the last second, and then reverts with TownTreasuryObjectionsOver", async () => {
            const { townTreasury, amina, ben, payableFrom } = await networkHelpers.loadFixture(APPROVED[kind]);

            await setNextTime(payableFrom - 1n);
            await townTreasury.connect(amina).object(1, 4);
            await setNextTime(payableFrom);
            await expect(townTreasury.connect(ben).object(1, 5))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryObjectionsOver")
              .withArgs(1, payableFrom, payableFrom);
            expect((await townTreasury.spendingOf(1)).objections).to.equal(1);
          });
        });

        describe(`when the ${KINDS[kind].proposer} is removed, and acts again afterwards`, () => {
          it("counts in the meantime, and blocks", async () => {
            const before = await networkHelpers.loadFixture(APPROVED[kind]);
            const { authority, townTreasury, townRegistry, headOffice, townAmbassador, countryAmbassador, town } =
              before;
            const registry = townRegistry.connect(headOffice);
            if (kind === "town") {
              await registry.removeTownAmbassador(town);
              await appointTownAmbassador({ authority, townRegistry, headOffice }, town, townAmbassador);
            } else {
              await registry.removeCountryAmbassador(COUNTRY);
              await appointCountryAmbassador({ authority, townRegistry, headOffice }, COUNTRY, countryAmbassador);
            }

            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Lapsed);
            for (const number of OBJECTORS.slice(0, 4)) await signs(before, number);
            await time.increase(8 * DAY);
            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Blocked);
          });
        });
      });
    }

    for (const [active, needed] of [
      [3, 3],
      [10, 3],
      [15, 3],
      [16, 4],
      [20, 4],
    ] as const) {
      describe(`given ${active} active members`, () => {
        it(`takes ${needed} objections to block`, async () => {
          const before = await approvedWith(active);
          const { townTreasury } = before;
          const objectors = (active === 3 ? [1, 3, 21] : OBJECTORS).slice(0, needed);

          for (const [already, number] of objectors.entries()) {
            expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
            const objecting = signs(before, number);
            if (already + 1 < needed) await expect(objecting).to.not.emit(townTreasury, "SpendingBlocked");
            else await expect(objecting).to.emit(townTreasury, "SpendingBlocked").withArgs(1, needed, active);
          }
          expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Blocked);
        });
      });
    }

    describe("given two active members", () => {
      it("cannot be blocked", async () => {
        const before = await approvedWith(2);
        for (const number of [1, 21]) await signs(before, number);

        expect((await before.townTreasury.spendingOf(1)).objections).to.equal(2);
        expect(await before.townTreasury.stateOf(1)).to.equal(SpendingState.Approved);
      });
    });

    describe("given a town in which nobody has worked", () => {
      it("reverts with TownTreasuryNotActive for everybody, and is paid", async () => {
        const before = await networkHelpers.loadFixture(funded);
        const { townTreasury, townAmbassador, countryAmbassador, amina } = before;
        await propose(before, "town");
        await townTreasury.connect(countryAmbassador).approve(1);

        for (const [caller, number] of [
          [townAmbassador, 1],
          [amina, 4],
        ] as const) {
          await expect(townTreasury.connect(caller).object(1, number))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotActive")
            .withArgs(1, number, 0);
        }
        await time.increase(7 * DAY);
        await townTreasury.execute(1);
        expect(await townTreasury.stateOf(1)).to.equal(SpendingState.Spent);
      });
    });

    describe("given an approved spending", () => {
      describe("when somebody objects for a number that is not theirs", () => {
        it("reverts with TownTreasuryNotMember", async () => {
          const { townTreasury, town, amina } = await networkHelpers.loadFixture(spendingApproved);

          for (const caller of Object.values(await people())) {
            if (caller.address === amina.address) continue;
            await expect(townTreasury.connect(caller).object(1, 4))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotMember")
              .withArgs(town, 4, caller.address);
          }
          for (const number of [0, 22, 65_535]) {
            await expect(townTreasury.connect(amina).object(1, number))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotMember")
              .withArgs(town, number, amina.address);
          }
        });
      });

      describe("when a member objects who was not active", () => {
        it("reverts with TownTreasuryNotActive", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);

          for (const [number, quarters] of [
            [2, 0],
            [17, 11],
            [18, 0],
          ] as const) {
            await expect(signs(before, number))
              .to.be.revertedWithCustomError(before.townTreasury, "TownTreasuryNotActive")
              .withArgs(1, number, quarters);
          }
          await signs(before, 16);
        });
      });

      describe("when a member objects who was active only before the last timesheet, or after the proposal", () => {
        it("reverts with TownTreasuryNotActive", async () => {
          const before = await networkHelpers.loadFixture(funded);
          const { townTreasury, countryAmbassador } = before;
          const weekIndex = weekIndexOf(await time.latest());
          await finaliseWeek(before, weekIndex, [SHIFT, 0, SHIFT]);
          await finaliseWeek(before, weekIndex + 1, [0, 0, 0, SHIFT]);
          await propose(before, "town");
          await finaliseWeek(before, weekIndex + 2, [0, 0, 0, 0, SHIFT]);
          await townTreasury.connect(countryAmbassador).approve(1);

          for (const number of [1, 3, 5]) {
            await expect(signs(before, number))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotActive")
              .withArgs(1, number, 0);
          }
          await expect(signs(before, 4)).to.emit(townTreasury, "SpendingObjected");
        });
      });

      describe("when a member objects twice", () => {
        it("reverts with TownTreasuryObjectedAlready, in whatever way", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);
          const { townTreasury, amina, ben } = before;
          await townTreasury.connect(amina).object(1, 4);
          await signs(before, 5);

          const refused = (promise: Promise<unknown>, number: number) =>
            expect(promise)
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryObjectedAlready")
              .withArgs(1, number);
          await refused(townTreasury.connect(amina).object(1, 4), 4);
          await refused(signs(before, 4), 4);
          await refused(townTreasury.connect(ben).object(1, 5), 5);
          await refused(signs(before, 5), 5);
          expect((await townTreasury.spendingOf(1)).objections).to.equal(2);
        });
      });

      describe("when a member has another wallet since", () => {
        it("is the present wallet's to object, once for the number", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);
          const { townTreasury, memberRegistry, succession, amina, stranger, town } = before;
          await memberRegistry.connect(await impersonate(succession)).moveWallet(amina.address, stranger.address);

          await expect(townTreasury.connect(amina).object(1, 4))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotMember")
            .withArgs(town, 4, amina.address);
          await expect(signs(before, 4))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotSigned")
            .withArgs(1, 4, stranger.address);
          await expect(townTreasury.connect(stranger).object(1, 4))
            .to.emit(townTreasury, "SpendingObjected")
            .withArgs(1, 4, stranger.address, 1);
        });

        it("does not object again for the number", async () => {
          const { townTreasury, memberRegistry, succession, amina, stranger } =
            await networkHelpers.loadFixture(spendingApproved);
          await townTreasury.connect(amina).object(1, 4);
          await memberRegistry.connect(await impersonate(succession)).moveWallet(amina.address, stranger.address);

          await expect(townTreasury.connect(stranger).object(1, 4))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryObjectedAlready")
            .withArgs(1, 4);
        });
      });

      describe("when members object to another spending as well", () => {
        it("counts each spending's objections alone", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);
          const { townTreasury, countryAmbassador, amina } = before;
          await propose(before, "town");
          await townTreasury.connect(countryAmbassador).approve(2);

          for (const number of [1, 3, 5]) await signs(before, number, 1);
          await townTreasury.connect(amina).object(2, 4);

          expect((await townTreasury.spendingOf(1)).objections).to.equal(3);
          expect((await townTreasury.spendingOf(2)).objections).to.equal(1);
          expect(await townTreasury.hasObjected(1, 4)).to.equal(false);
        });
      });
    });

    describe("given a spending that is proposed, lapsed before its approval, paid or cancelled, or none", () => {
      it("reverts with TownTreasuryWrongState", async () => {
        const before = await networkHelpers.loadFixture(spendingProposed);
        const { townTreasury, townAmbassador, countryAmbassador, amina } = before;
        const refuse = async (id: number, state: number) => {
          await expect(townTreasury.connect(amina).object(id, 4))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
            .withArgs(id, state);
          await expect(signs(before, 4, id))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
            .withArgs(id, state);
        };
        await refuse(0, SpendingState.None);
        await refuse(1, SpendingState.Proposed);
        await refuse(2, SpendingState.None);
        await propose(before, "town");
        await townTreasury.connect(townAmbassador).cancel(2);
        await refuse(2, SpendingState.Cancelled);
        await propose(before, "office");
        await townTreasury.connect(countryAmbassador).approve(1);
        await time.increase(7 * DAY);
        await townTreasury.execute(1);
        await refuse(1, SpendingState.Spent);
        await replaceOfficer(before, "countryAmbassador");
        await refuse(3, SpendingState.Lapsed);
      });
    });

    describe("given a spending that is blocked", () => {
      it("takes no objection, approval or cancellation any more: reverts with TownTreasuryWrongState", async () => {
        const { townTreasury, townAmbassador, countryAmbassador, amina } = await networkHelpers.loadFixture(blocked);

        for (const promise of [
          townTreasury.connect(amina).object(1, 4),
          townTreasury.connect(countryAmbassador).approve(1),
          townTreasury.connect(townAmbassador).cancel(1),
        ]) {
          await expect(promise)
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryWrongState")
            .withArgs(1, SpendingState.Blocked);
        }
        expect((await townTreasury.spendingOf(1)).objections).to.equal(4);
      });

      it("can be proposed anew", async () => {
        const before = await networkHelpers.loadFixture(blocked);

        await propose(before, "town");

        expect(await before.townTreasury.stateOf(2)).to.equal(SpendingState.Proposed);
        expect((await before.townTreasury.spendingOf(2)).objections).to.equal(0);
      });
    });
  });

  describe("objectWithSignature", () => {
    describe("given an approved spending", () => {
      describe("when an active member signed", () => {
        it("counts it as theirs, whoever sends it", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);
          const { townTreasury, signerAt } = before;

          await expect(signs(before, 9))
            .to.emit(townTreasury, "SpendingObjected")
            .withArgs(1, 9, signerAt(9).address, 1);

          expect(await townTreasury.hasObjected(1, 9)).to.equal(true);
          expect((await townTreasury.spendingOf(1)).objections).to.equal(1);
        });
      });

      describe("when the owner of a member's contract signed (ERC-1271)", () => {
        it("counts it as the member's", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);
          const { townTreasury, contractWallet } = before;

          await expect(signs(before, 21))
            .to.emit(townTreasury, "SpendingObjected")
            .withArgs(1, 21, await contractWallet.getAddress(), 1);
          expect(await townTreasury.hasObjected(1, 21)).to.equal(true);
        });
      });

      describe("when somebody else signed", () => {
        it("reverts with TownTreasuryNotSigned", async () => {
          const { townTreasury, stranger, amina, ben, contractWallet } =
            await networkHelpers.loadFixture(spendingApproved);
          const sending = townTreasury.connect(stranger);

          for (const [signer, number, wallet] of [
            [ben, 4, amina.address],
            [stranger, 4, amina.address],
            [ben, 21, await contractWallet.getAddress()],
            [amina, 22, ethers.ZeroAddress],
            [amina, 0, ethers.ZeroAddress],
          ] as const) {
            const signature = await objectionOf(townTreasury, { signer, spending: 1, number });
            await expect(sending.objectWithSignature(1, number, signature))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotSigned")
              .withArgs(1, number, wallet);
          }
        });
      });

      describe("when the member signed something else", () => {
        it("reverts with TownTreasuryNotSigned", async () => {
          const { townTreasury, contributions, stranger, amina } = await networkHelpers.loadFixture(spendingApproved);
          const right = { signer: amina, spending: 1, number: 4 };
          const signatures = [
            "0x",
            await objectionOf(townTreasury, { ...right, spending: 2 }),
            await objectionOf(townTreasury, { ...right, number: 5 }),
            await objectionOf(townTreasury, right, { chainId: 1 }),
            await objectionOf(townTreasury, right, { verifyingContract: await contributions.getAddress() }),
            await objectionOf(townTreasury, right, { name: "Treasury" }),
            await objectionOf(townTreasury, right, { version: "2" }),
          ];

          for (const signature of signatures) {
            await expect(townTreasury.connect(stranger).objectWithSignature(1, 4, signature))
              .to.be.revertedWithCustomError(townTreasury, "TownTreasuryNotSigned")
              .withArgs(1, 4, amina.address);
          }
          expect((await townTreasury.spendingOf(1)).objections).to.equal(0);
        });
      });

      describe("when the seven days are over", () => {
        it("reverts with TownTreasuryObjectionsOver", async () => {
          const before = await networkHelpers.loadFixture(spendingApproved);
          const { townTreasury, stranger, amina, payableFrom } = before;
          const signature = await objectionOf(townTreasury, { signer: amina, spending: 1, number: 4 });
          await setNextTime(payableFrom);

          await expect(townTreasury.connect(stranger).objectWithSignature(1, 4, signature))
            .to.be.revertedWithCustomError(townTreasury, "TownTreasuryObjectionsOver")
            .withArgs(1, payableFrom, payableFrom);
        });
      });
    });
  });
});

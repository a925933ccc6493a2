import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { expect } from "chai";
import { documentOf } from "../../../scripts/operator/documents.ts";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { SpendingState } from "../../fixture/enumerations.ts";
import { objectionOf } from "../../fixture/objectionOf.ts";
import {
  AMOUNT,
  approve,
  contentOf,
  decisiveFrom,
  electorsWorked,
  FUND,
  funded,
  KINDS,
  propose,
  PURPOSE,
  sixteenWorked,
  spendingApproved,
  worked,
} from "../../fixture/spending.ts";
import { finaliseWeek } from "../../fixture/weeks.ts";
import { DAY } from "../../fixture/willowmere.ts";

const { time } = networkHelpers;
const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];

/** A fifth of sixteen electors. */
const FOUR = [1, 3, 4, 5];

type Funded = Awaited<ReturnType<typeof funded>>;

/** Spendings 1 to 3 of a fund are approved. */
async function threeApproved(kind: keyof typeof KINDS) {
  const before = await networkHelpers.loadFixture(sixteenWorked);
  for (const spending of [1, 2, 3]) {
    await propose(before, kind);
    await approve(before, kind, spending);
  }
  return before;
}

/** A member signs an objection to several spendings, and a stranger sends it. */
async function signs({ townTreasury, stranger, signerAt, town }: Funded, number: number, spendings: number[]) {
  const signature = await objectionOf(townTreasury, { signer: signerAt(number), town, number, spendings });
  return townTreasury.connect(stranger).objectWithSignature(town, number, spendings, signature);
}

describe("members who are asked about ever more spendings", () => {
  for (const kind of kinds) {
    it(`are asked about three of the ${kind}'s fund at once, and no more`, async () => {
      const before = await threeApproved(kind);

      for (let i = 0; i < 3; i++) {
        await expect(propose(before, kind))
          .to.be.revertedWithCustomError(before.townTreasury, "TownTreasuryTooManyOpen")
          .withArgs(3);
      }
    });

    it(`block all three of the ${kind}'s fund with one signature each, cheaper than it is to ask them`, async () => {
      const before = await threeApproved(kind);
      const asking = await (await propose({ ...before }, kind === "town" ? "office" : "town")).wait();
      let used = 0n;

      for (const number of FOUR) used += (await (await signs(before, number, [1, 2, 3])).wait())?.gasUsed ?? 0n;

      for (const spending of [1, 2, 3]) {
        expect(await before.townTreasury.stateOf(spending)).to.equal(SpendingState.Blocked);
      }
      expect(used / 4n).to.be.lessThan(asking?.gasUsed ?? 0n);
    });

    it(`are not asked the same of the ${kind}'s fund in the next block, nor just before thirty days are over`, async () => {
      const before = await threeApproved(kind);
      for (const number of FOUR) await signs(before, number, [1, 2, 3]);
      const blockedAt = await time.latest();

      for (const second of [blockedAt + 1, blockedAt + 7 * DAY, blockedAt + 30 * DAY - 3]) {
        await time.increaseTo(second);
        await expect(propose(before, kind)).to.be.revertedWithCustomError(
          before.townTreasury,
          "TownTreasuryBlockedLately",
        );
      }
    });

    it(`are not deceived by three copies of the ${kind}'s spending, of which two wait for the block of the first`, async () => {
      const before = await networkHelpers.loadFixture(sixteenWorked);
      for (let i = 0; i < 3; i++) await propose(before, kind);
      await approve(before, kind, 1);
      for (const number of FOUR) await signs(before, number, [1]);

      for (const spending of [2, 3]) {
        await expect(approve(before, kind, spending)).to.be.revertedWithCustomError(
          before.townTreasury,
          "TownTreasuryBlockedLately",
        );
      }
    });

    it(`do not lose their objections because one of several of the ${kind}'s is cancelled in the last second`, async () => {
      const before = await threeApproved(kind);
      await before.townTreasury.connect(before[KINDS[kind].proposer]).cancel(2);

      for (const number of FOUR) await signs(before, number, [1, 2, 3]);

      expect(await before.townTreasury.stateOf(1)).to.equal(SpendingState.Blocked);
      expect(await before.townTreasury.stateOf(3)).to.equal(SpendingState.Blocked);
    });
  }

  it("keep their voice where their wallet delegates to code that answers nothing", async () => {
    const before = await networkHelpers.loadFixture(spendingApproved);
    const { townTreasury, stranger, signerAt, town } = before;
    const signer = signerAt(7);
    const signature = await objectionOf(townTreasury, { signer, town, number: 7, spendings: [1] });
    const delegate = await ethers.deployContract("TestDollar");
    await networkHelpers.setCode(signer.address, `0xef0100${(await delegate.getAddress()).slice(2)}`);

    await expect(townTreasury.connect(stranger).objectWithSignature(town, 7, [1], signature)).to.emit(
      townTreasury,
      "SpendingObjected",
    );
  });
});

describe("a town whose fund somebody wants while few are there", () => {
  it("is not asked in a quiet week: those of the busiest of four weeks decide, and can block", async () => {
    const before = await networkHelpers.loadFixture(funded);
    const weekIndex = weekIndexOf(await time.latest());
    await finaliseWeek(before, weekIndex, worked(16));
    for (const week of [1, 2, 3]) await finaliseWeek(before, weekIndex + week, [0, 0, SHIFT, SHIFT]);
    await time.increaseTo(decisiveFrom(weekIndex + 3));
    await propose(before, "town", FUND);
    await approve(before, "town", 1, FUND);

    for (const number of FOUR) await signs(before, number, [1]);

    expect(await before.townTreasury.stateOf(1)).to.equal(SpendingState.Blocked);
  });

  it("spends nothing where too few could object, whoever they are", async () => {
    const before = await networkHelpers.loadFixture(funded);
    const weekIndex = weekIndexOf(await time.latest());
    for (const week of [0, 1, 2, 3]) await finaliseWeek(before, weekIndex + week, [SHIFT, 0, SHIFT, SHIFT]);
    await time.increaseTo(decisiveFrom(weekIndex + 3));
    await propose(before, "town");

    await expect(approve(before, "town"))
      .to.be.revertedWithCustomError(before.townTreasury, "TownTreasuryTooFewElectors")
      .withArgs(1, 2, 3);
  });

  it("is not outvoted by members invented since: they decide nothing for eight full weeks", async () => {
    const before = await networkHelpers.loadFixture(funded);
    const weekIndex = await electorsWorked(before, 6);
    await finaliseWeek(before, weekIndex + 8, worked(16)); // ten new ones
    await propose(before, "town");
    await approve(before, "town");
    await expect(signs(before, 12, [1])).to.be.revertedWithCustomError(before.townTreasury, "TownTreasuryNotElector");

    for (const number of [3, 4, 5]) await signs(before, number, [1]);

    expect(await before.townTreasury.stateOf(1)).to.equal(SpendingState.Blocked);
  });

  it("spends nothing while three times as many are active as may object", async () => {
    const before = await networkHelpers.loadFixture(funded);
    const weekIndex = await electorsWorked(before, 5);
    await finaliseWeek(before, weekIndex + 8, worked(16));
    await propose(before, "town");

    await expect(approve(before, "town"))
      .to.be.revertedWithCustomError(before.townTreasury, "TownTreasuryTooFewElectors")
      .withArgs(1, 5, 6);
  });
});

describe("somebody who signed an approval before the chain was reorganised", () => {
  for (const kind of kinds) {
    it(`has not approved what has the number now, of the ${kind}'s fund`, async () => {
      const before = await networkHelpers.loadFixture(sixteenWorked);
      const { townTreasury, business, stranger } = before;
      const { propose: name, proposer, approver } = KINDS[kind];
      const fork = await networkHelpers.takeSnapshot();
      await propose(before, kind, 10n);
      const bytes = townTreasury.interface.encodeFunctionData("approve", [1, contentOf(before, kind, 10n)]);
      await fork.restore();
      await townTreasury.connect(before[proposer])[name](business, AMOUNT, stranger.address, PURPOSE);

      const sent = before[approver].sendTransaction({ to: await townTreasury.getAddress(), data: bytes });
      await expect(sent).to.be.revertedWithCustomError(townTreasury, "TownTreasuryOtherContent").withArgs(1);
    });

    it(`has not approved another document, of the ${kind}'s fund`, async () => {
      const before = await networkHelpers.loadFixture(sixteenWorked);
      const { townTreasury, business, payout } = before;
      const { propose: name, proposer } = KINDS[kind];
      const other = documentOf("A car for the ambassador", PURPOSE.uri);
      await townTreasury.connect(before[proposer])[name](business, AMOUNT, payout.address, other);

      await expect(approve(before, kind)).to.be.revertedWithCustomError(townTreasury, "TownTreasuryOtherContent");
    });
  }
});

describe("a fund that somebody wants to bury", () => {
  for (const kind of kinds) {
    it(`is not paid to any contract of this system, the currency or a share token: the ${kind}'s`, async () => {
      const before = await networkHelpers.loadFixture(sixteenWorked);
      const { townTreasury, deployment, business, currencyAddress } = before;
      const { propose: name, proposer } = KINDS[kind];

      for (const payee of [...Object.values(deployment.addresses), currencyAddress]) {
        await expect(townTreasury.connect(before[proposer])[name](business, AMOUNT, payee, PURPOSE))
          .to.be.revertedWithCustomError(townTreasury, "TownTreasuryBadPayee")
          .withArgs(payee);
      }
    });
  }
});

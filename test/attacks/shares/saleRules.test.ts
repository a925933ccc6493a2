import { LEAST_GOAL, LEAST_PHASE, OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import { ASK_AGAIN_AFTER, RELEASE_DELAY, STALLED_AFTER } from "@one-small-town/core/rules/Releases.ts";
import { AGREEMENT_LASTS } from "@one-small-town/core/rules/Agreements.ts";
import { CANCEL_NOTICE } from "@one-small-town/core/rules/ShareOffering.ts";
import { termsHashOf } from "@one-small-town/core/shares/termsHash.ts";
import { expect } from "chai";
import { BAKERY, bakery } from "../../fixture/bakery.ts";
import { bakeryOnSale } from "../../fixture/bakeryOnSale.ts";
import { bakerySettled, bakerySettledInWorld } from "../../fixture/bakerySettled.ts";
import { ethers, networkHelpers, setNextTime } from "../../fixture/connection.ts";
import { Phase } from "../../fixture/enumerations.ts";
import { mill } from "../../fixture/mill.ts";
import { buyTogether } from "../../fixture/neighbours.ts";
import { DAY } from "../../fixture/willowmere.ts";

const { time } = networkHelpers;
const EVIDENCE = ethers.id("invoices of the oven");
const oven = { hash: EVIDENCE, uri: "ipfs://oven" };

type Settled = Awaited<ReturnType<typeof bakerySettled>>;

/** The manager asks for the next tranche, and the Country Ambassador approves it. */
async function approveNext({ releases, manager, countryAmbassador, offering }: Settled): Promise<void> {
  await releases.connect(manager).request(offering, oven);
  await releases
    .connect(countryAmbassador)
    .approve(offering, BAKERY, (await releases.progressOf(offering)).next, EVIDENCE);
}

describe("the town hears of a sale after a friend of both ambassadors has bought it all", () => {
  it("has seven days' notice of every sale, whoever approves how late", async () => {
    const { shareOffering, townAmbassador, countryAmbassador, terms } = await networkHelpers.loadFixture(bakery);
    const opens = (await time.latest()) + OPENING_NOTICE + 60;
    const soon = { ...terms, opens, localEnds: opens + LEAST_PHASE, countryEnds: 0, worldEnds: 0 };
    await shareOffering.connect(townAmbassador).propose(soon);

    await setNextTime(opens - OPENING_NOTICE + 1);
    await expect(shareOffering.connect(countryAmbassador).approve(BAKERY, termsHashOf(soon)))
      .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOpensTooSoon")
      .withArgs(opens, opens + 1);
    await expect(shareOffering.connect(townAmbassador).propose(soon)).to.be.revertedWithCustomError(
      shareOffering,
      "ShareOfferingOpensTooSoon",
    );
  });

  it("lets nobody have a limit of a fifth of the goal, of however few shares, in no phase", async () => {
    const { shareOffering, townAmbassador, terms } = await networkHelpers.loadFixture(bakery);
    const proposing = shareOffering.connect(townAmbassador);

    await expect(
      proposing.propose({ ...terms, goal: 1, cap: 150, limitLocal: 2 ** 32 - 1 }),
    ).to.be.revertedWithCustomError(shareOffering, "ShareOfferingBadGoal");
    for (const goal of [LEAST_GOAL, 100, 2 ** 32 - 1]) {
      const limit = Math.ceil(goal / 5);
      const sale = { ...terms, price: 1n, goal, cap: goal, limitLocal: 1, limitLater: 1 };
      for (const change of [{ limitLocal: limit }, { limitLater: limit }]) {
        await expect(proposing.propose({ ...sale, ...change })).to.be.revertedWithCustomError(
          shareOffering,
          "ShareOfferingBadLimits",
        );
      }
      await proposing.propose({ ...sale, limitLocal: limit - 1, limitLater: limit - 1 });
    }
  });

  it("leaves the others their part when five friends come first", async () => {
    const { shareOffering, amina, offering, terms } = await networkHelpers.loadFixture(bakeryOnSale);
    await buyTogether(shareOffering, offering, 5 * terms.limitLocal);

    await shareOffering.connect(amina).buy(offering, 10);
    expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
  });
});

describe("one holder of a fifth, from anywhere in the world, blocks every tranche for a year", () => {
  it("is paid in spite of them from the second time on: a third is needed then", async () => {
    const before = await networkHelpers.loadFixture(bakerySettledInWorld);
    const { releases, dina, currency, payout, stranger, offering } = before; // dina holds 30 of 100
    await approveNext(before);
    await expect(releases.connect(dina).object(offering)).to.emit(releases, "ReleaseBlocked");
    await time.increase(ASK_AGAIN_AFTER);

    await approveNext(before);
    await expect(releases.connect(dina).object(offering)).to.not.emit(releases, "ReleaseBlocked");
    await time.increase(RELEASE_DELAY);
    const had = await currency.balanceOf(payout.address);
    await releases.connect(stranger).release(offering);

    expect(await currency.balanceOf(payout.address)).to.be.greaterThan(had);
    await expect(releases.connect(stranger).windUp(offering)).to.be.revertedWithCustomError(
      releases,
      "ReleasesNotStalled",
    );
  });

  it("does not gain a second fifth by sending shares between two wallets, nor by signing", async () => {
    const before = await networkHelpers.loadFixture(bakerySettledInWorld);
    const { releases, token, dina, emil, offering } = before;
    await approveNext(before);
    await token.connect(dina).transfer(emil.address, 11); // 19 and 21 of 100
    await releases.connect(dina).object(offering);
    await expect(token.connect(dina).transfer(emil.address, 1)).to.be.revertedWithCustomError(
      token,
      "InvestorTokenPledged",
    );
    await releases.connect(dina).withdraw(offering);
    await token.connect(dina).transfer(emil.address, 19);

    expect((await releases.tallyOf(offering)).objecting).to.equal(0);
  });
});

describe("a stranger without a share ends an approved tranche on day 365", () => {
  it("has to wait until it is paid, blocked or lapsed", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { releases, stranger, offering, terms } = before;
    await time.increaseTo(terms.localEnds + STALLED_AFTER - 6 * DAY);
    await approveNext(before); // payable on day 366
    await time.increaseTo(terms.localEnds + STALLED_AFTER);

    await expect(releases.connect(stranger).windUp(offering))
      .to.be.revertedWithCustomError(releases, "ReleasesApproved")
      .withArgs(offering, 0);
    await time.increase(2 * DAY);
    await expect(releases.release(offering)).to.emit(releases, "TrancheReleased");
    await expect(releases.connect(stranger).windUp(offering)).to.be.revertedWithCustomError(
      releases,
      "ReleasesNotStalled",
    );
  });

  it("is not kept from it for ever by approvals that nobody has paid", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { releases, stranger, offering, terms } = before;
    await time.increaseTo(terms.localEnds + STALLED_AFTER - 6 * DAY);
    await approveNext(before);
    await time.increase(RELEASE_DELAY + 30 * DAY);

    await expect(releases.connect(stranger).windUp(offering)).to.emit(releases, "WindUpBegan");
  });
});

describe("in a later phase nobody can change their mind, not even in its first second", () => {
  it("can for seven days at least, in every phase", async () => {
    const before = await networkHelpers.loadFixture(bakeryOnSale);
    const { shareOffering, amina, dina, emil, offering, terms } = before;
    await shareOffering.connect(amina).buy(offering, 10);
    await shareOffering.connect(amina).cancel(offering, 1);
    for (const [begins, buyer] of [
      [terms.localEnds, dina],
      [terms.countryEnds, emil],
    ] as const) {
      await setNextTime(begins);
      await shareOffering.connect(buyer).buy(offering, 10);
      await setNextTime(begins + CANCEL_NOTICE - 1);
      await shareOffering.connect(buyer).cancel(offering, 10);
      await setNextTime(begins + CANCEL_NOTICE);
      await expect(shareOffering.connect(amina).cancel(offering, 1)).to.be.revertedWithCustomError(
        shareOffering,
        "ShareOfferingTooLateToCancel",
      );
    }
  });

  it("cannot be had by terms with shorter phases", async () => {
    const { shareOffering, townAmbassador, terms } = await networkHelpers.loadFixture(bakery);
    for (const change of [
      { localEnds: terms.opens + LEAST_PHASE - 1 },
      { countryEnds: terms.localEnds + LEAST_PHASE - 1 },
      { worldEnds: terms.countryEnds + LEAST_PHASE - 1 },
    ]) {
      await expect(
        shareOffering.connect(townAmbassador).propose({ ...terms, ...change }),
      ).to.be.revertedWithCustomError(shareOffering, "ShareOfferingBadPhase");
    }
  });
});

describe("an objection does not outlast a new request", () => {
  it("holds when the same is asked for in the next block, and the tranche is not paid", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { releases, token, manager, amina, ben, offering } = before;
    await approveNext(before);
    await releases.connect(amina).object(offering); // 60 of 110
    await expect(releases.connect(manager).request(offering, oven)).to.be.revertedWithCustomError(
      releases,
      "ReleasesTooSoon",
    );

    await time.increase(ASK_AGAIN_AFTER);
    await expect(releases.connect(manager).request(offering, oven)).to.emit(releases, "ReleaseBlocked");
    expect((await releases.tallyOf(offering)).objecting).to.equal(60);
    await expect(token.connect(amina).transfer(ben.address, 1)).to.be.revertedWithCustomError(
      token,
      "InvestorTokenPledged",
    );
  });

  for (const who of ["countryAmbassador", "manager"] as const) {
    it(`is not wiped by the ${who}, who revokes and has it asked for again, as often as it takes`, async () => {
      const before = await networkHelpers.loadFixture(bakerySettled);
      const { releases, token, manager, countryAmbassador, amina, carla, ben, offering } = before;
      await token.connect(amina).transfer(carla.address, 21);
      await releases.connect(manager).request(offering, oven);
      await releases.connect(carla).object(offering); // 21 of 110, one short of a fifth
      for (let i = 0; i < 3; i++) {
        await releases.connect(before[who]).revoke(offering);
        await releases.connect(manager).request(offering, { hash: ethers.id(`evidence ${i}`), uri: "" });
      }
      await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, ethers.id("evidence 2"));

      expect((await releases.tallyOf(offering)).objecting).to.equal(21);
      await token.connect(ben).transfer(amina.address, 49);
      await expect(releases.connect(ben).object(offering)).to.emit(releases, "ReleaseBlocked"); // with one share
    });
  }
});

describe("an ambassador's agreement is used by the other long after it was right", () => {
  it("to call a sale off: agreed on the first day, and not used on the last", async () => {
    const before = await networkHelpers.loadFixture(bakeryOnSale);
    const { shareOffering, townAmbassador, countryAmbassador, offering, terms } = before;
    await shareOffering.connect(townAmbassador).callOff(offering); // there was no oven to be had; a week later there was
    await buyTogether(shareOffering, offering, 120);
    await setNextTime(terms.localEnds - 1);
    await shareOffering.connect(countryAmbassador).callOff(offering);

    await time.increase(1);
    expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Succeeded);
  });

  it("to call a sale off: taken back in time, in either order", async () => {
    for (const [first, second] of [
      ["townAmbassador", "countryAmbassador"],
      ["countryAmbassador", "townAmbassador"],
    ] as const) {
      const before = await networkHelpers.loadFixture(bakeryOnSale);
      const { shareOffering, offering } = before;
      await shareOffering.connect(before[first]).callOff(offering);
      await shareOffering.connect(before[first]).withdrawCallOff(offering);
      await shareOffering.connect(before[second]).callOff(offering);

      expect(await shareOffering.phaseOf(offering)).to.equal(Phase.Local);
    }
  });

  it("to wind up: agreed once, and not used a tranche later, nor after it was taken back", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { releases, townAmbassador, countryAmbassador, offering } = before;
    await releases.connect(townAmbassador).agreeWindUp(offering);
    await approveNext(before);
    await time.increase(AGREEMENT_LASTS);
    await releases.release(offering);

    await expect(releases.connect(countryAmbassador).agreeWindUp(offering)).to.not.emit(releases, "WindUpBegan");
    await releases.connect(countryAmbassador).withdrawAgreement(offering);
    await expect(releases.connect(townAmbassador).agreeWindUp(offering)).to.not.emit(releases, "WindUpBegan");
    expect((await releases.progressOf(offering)).windUpFrom).to.equal(0);
  });

  it("to open a sale: terms of which nobody thought any more are not approved a month later", async () => {
    const before = await networkHelpers.loadFixture(bakery);
    const { shareOffering, townAmbassador, countryAmbassador, terms } = before;
    const opens = terms.opens + 90 * DAY;
    const late = { ...terms, opens, localEnds: opens + LEAST_PHASE, countryEnds: 0, worldEnds: 0 };
    await shareOffering.connect(townAmbassador).propose(late);
    await time.increase(30 * DAY);

    await expect(
      shareOffering.connect(countryAmbassador).approve(BAKERY, termsHashOf(late)),
    ).to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProposed");
  });
});

describe("a second business sells under the name of the first", () => {
  it("is refused, in other capitals and with letters that nobody sees as well", async () => {
    const before = await networkHelpers.loadFixture(mill);
    const { shareOffering, townAmbassador, countryAmbassador, terms, millDocument } = before;
    await shareOffering.connect(townAmbassador).propose(terms);
    await shareOffering.connect(countryAmbassador).approve(BAKERY, termsHashOf(terms));
    const { hash } = millDocument;
    const millTerms = { ...terms, business: before.mill, plan: hash, pack: hash, symbol: "MILL" };

    for (const name of ["Willowmere Bakery", "WILLOWMERE BAKERY", "willowmere bakerY"]) {
      await expect(shareOffering.connect(townAmbassador).propose({ ...millTerms, name }))
        .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNameTaken")
        .withArgs(name, BAKERY);
    }
    const unseen = ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u202d", "\u0000", "\n", "\u{e0041}", "\ufe0f", " "];
    for (const letter of unseen) {
      for (const name of [`Willowmere ${letter}Bakery`, `Willowmere Bakery${letter}`]) {
        await expect(shareOffering.connect(townAmbassador).propose({ ...millTerms, name }))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingBadName")
          .withArgs(name, 64);
      }
    }
  });
});

describe("a deed is changed while its shares are sold", () => {
  const greedy = { investors: 0, members: 1, fund: 9_999, country: 0 };

  it("is refused from the approval on, and may be changed again from the second of a failure on", async () => {
    const before = await networkHelpers.loadFixture(bakeryOnSale);
    const { profitSplitter, townAmbassador, terms } = before;
    const proposing = profitSplitter.connect(townAmbassador);

    for (const second of [terms.opens + 60, terms.localEnds, terms.worldEnds - 1]) {
      await setNextTime(second);
      await expect(proposing.proposeDeed(BAKERY, greedy))
        .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterSealed")
        .withArgs(BAKERY);
    }
    await setNextTime(terms.worldEnds);
    await expect(proposing.proposeDeed(BAKERY, greedy)).to.emit(profitSplitter, "DeedProposed");
  });

  it("is refused for good after a success, and free at once when the sale is called off", async () => {
    const settled = await networkHelpers.loadFixture(bakerySettled);
    await expect(
      settled.profitSplitter.connect(settled.townAmbassador).proposeDeed(BAKERY, greedy),
    ).to.be.revertedWithCustomError(settled.profitSplitter, "ProfitSplitterSealed");

    const before = await networkHelpers.loadFixture(bakeryOnSale);
    const { shareOffering, profitSplitter, townAmbassador, countryAmbassador, offering } = before;
    await shareOffering.connect(townAmbassador).callOff(offering);
    await shareOffering.connect(countryAmbassador).callOff(offering);
    await profitSplitter.connect(townAmbassador).proposeDeed(BAKERY, greedy);
    expect(await profitSplitter.isSealed(BAKERY)).to.equal(false);
  });
});

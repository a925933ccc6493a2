import { expect } from "chai";
import { turnInto } from "../fixture/turnInto.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";
import { COUNTRY, DAY, SAVINGS } from "../fixture/willowmere.ts";

const SHIFT = 10n ** 18n;

/**
 * Two finalised timesheets of Willowmere: in the first numbers 1 (townAmbassador), 4 (amina) and 5 (ben) shared 300,
 * with 1, 2 and 21 shifts; in the second amina alone got 100, with 1 shift, and ben had 11 quarters.
 */
async function twoWeeks() {
  const before = await networkHelpers.loadFixture(weekWorked);
  const { contributions, infinityToken, currency, payer, town, weekIndex } = before;
  await currency.connect(payer).approve(await contributions.getAddress(), 10_000);
  await contributions.connect(payer).fund(town, 200, 1);
  await contributions.connect(payer).fund(town, 200, 2);
  await finaliseWeek(before, weekIndex, [12, 0, 0, 24, 255]);
  await finaliseWeek(before, weekIndex + 1, [0, 0, 0, 23, 11]);

  const balancesOf = async (...people: { address: string }[]) =>
    Promise.all(
      people.flatMap(({ address }) => [
        infinityToken.balanceOf(address),
        currency.balanceOf(address).then((balance) => balance - SAVINGS),
      ]),
    );
  return { ...before, balancesOf, claiming: contributions.connect(before.stranger) };
}

/** The same, and the currency refuses amina. */
async function refusing() {
  const before = await networkHelpers.loadFixture(twoWeeks);
  const refuser = await turnInto(before.currency, "RefusingDollar");
  await refuser.refuse(before.amina.address, true);
  return { ...before, refuser };
}

/** Her cash has been kept. */
async function kept() {
  const before = await networkHelpers.loadFixture(refusing);
  await before.claiming.claim(before.town, [4], 2);
  return before;
}

describe("Contributions", () => {
  describe("claim", () => {
    describe("given two finalised timesheets", () => {
      describe("when anybody claims all for a member", () => {
        it("pays the member's wallet a share and an INFINITY a shift for both", async () => {
          const { contributions, infinityToken, currency, claiming, balancesOf, amina, stranger, town } =
            await networkHelpers.loadFixture(twoWeeks);
          const address = await contributions.getAddress();

          await expect(claiming.claim(town, [4], 2))
            .to.emit(contributions, "ContributionsClaimed")
            .withArgs(town, 4, amina.address, 3n * SHIFT, 200, 2)
            .and.to.emit(infinityToken, "Transfer")
            .withArgs(address, amina.address, 3n * SHIFT)
            .and.to.emit(currency, "Transfer")
            .withArgs(address, amina.address, 200);

          expect(await balancesOf(amina, stranger)).to.deep.equal([3n * SHIFT, 200n, 0n, 0n]);
          expect(await contributions.claimedUpTo(town, 4)).to.equal(2);
          expect(await currency.balanceOf(address)).to.equal(200);
          expect(await infinityToken.balanceOf(address)).to.equal(22n * SHIFT);
        });
      });

      describe("when a batch is claimed", () => {
        it("pays each member their own", async () => {
          const { contributions, claiming, balancesOf, townAmbassador, coordinator, amina, ben, town } =
            await networkHelpers.loadFixture(twoWeeks);

          const claim = claiming.claim(town, [5, 1, 2, 4], 2);
          for (const [number, { address }, infinity, cash] of [
            [5, ben, 21n * SHIFT, 100],
            [1, townAmbassador, SHIFT, 100],
            [2, coordinator, 0, 0],
            [4, amina, 3n * SHIFT, 200],
          ] as const) {
            await expect(claim)
              .to.emit(contributions, "ContributionsClaimed")
              .withArgs(town, number, address, infinity, cash, 2);
          }

          expect(await balancesOf(ben, townAmbassador, coordinator, amina)).to.deep.equal([
            21n * SHIFT,
            100n,
            SHIFT,
            100n,
            0n,
            0n,
            3n * SHIFT,
            200n,
          ]);
          const cursors = await Promise.all([1, 2, 3, 4, 5].map((number) => contributions.claimedUpTo(town, number)));
          expect(cursors).to.deep.equal([2n, 2n, 0n, 2n, 2n]);
        });
      });

      describe("when they are claimed one after the other", () => {
        it("pays each timesheet once", async () => {
          const { contributions, claiming, balancesOf, amina, town } = await networkHelpers.loadFixture(twoWeeks);

          await claiming.claim(town, [4], 1);
          expect(await balancesOf(amina)).to.deep.equal([2n * SHIFT, 100n]);
          expect(await contributions.claimedUpTo(town, 4)).to.equal(1);

          await expect(claiming.claim(town, [4], 2))
            .to.emit(contributions, "ContributionsClaimed")
            .withArgs(town, 4, amina.address, SHIFT, 100, 2);
          expect(await balancesOf(amina)).to.deep.equal([3n * SHIFT, 200n]);
        });
      });

      describe("when they are claimed twice", () => {
        it("pays nothing and changes nothing the second time", async () => {
          const { contributions, infinityToken, currency, claiming, balancesOf, amina, town } =
            await networkHelpers.loadFixture(twoWeeks);
          await claiming.claim(town, [4], 2);

          const again = claiming.claim(town, [4], 2);
          await expect(again).to.not.emit(contributions, "ContributionsClaimed");
          await expect(again).to.not.emit(infinityToken, "Transfer");
          await expect(again).to.not.emit(currency, "Transfer");

          expect(await balancesOf(amina)).to.deep.equal([3n * SHIFT, 200n]);
          expect(await contributions.claimedUpTo(town, 4)).to.equal(2);
        });
      });

      describe("when fewer are claimed than were claimed before", () => {
        it("changes nothing: the cursor never goes back", async () => {
          const { contributions, claiming, balancesOf, amina, town } = await networkHelpers.loadFixture(twoWeeks);
          await claiming.claim(town, [4], 2);

          for (const upTo of [1, 0]) {
            await expect(claiming.claim(town, [4], upTo)).to.not.emit(contributions, "ContributionsClaimed");
          }

          expect(await contributions.claimedUpTo(town, 4)).to.equal(2);
          expect(await balancesOf(amina)).to.deep.equal([3n * SHIFT, 200n]);
        });
      });

      describe("when a number stands twice in a batch", () => {
        it("is paid once", async () => {
          const { contributions, claiming, balancesOf, amina, ben, town } = await networkHelpers.loadFixture(twoWeeks);

          await claiming.claim(town, [4, 5, 4, 4], 2);

          expect(await balancesOf(amina, ben)).to.deep.equal([3n * SHIFT, 200n, 21n * SHIFT, 100n]);
          expect(await contributions.claimedUpTo(town, 4)).to.equal(2);
        });
      });

      describe("when none are claimed", () => {
        it("succeeds and changes nothing", async () => {
          const { contributions, claiming, town } = await networkHelpers.loadFixture(twoWeeks);

          await expect(claiming.claim(town, [4], 0)).to.not.emit(contributions, "ContributionsClaimed");
          await expect(claiming.claim(town, [], 2)).to.not.emit(contributions, "ContributionsClaimed");

          expect(await contributions.claimedUpTo(town, 4)).to.equal(0);
        });
      });

      describe("when more are claimed than are finalised", () => {
        it("reverts with ContributionsNoSuchTimesheet", async () => {
          const { contributions, claiming, town, hillside } = await networkHelpers.loadFixture(twoWeeks);

          for (const [id, upTo] of [
            [town, 3],
            [town, 65_535],
            [hillside, 1],
            [99, 1],
          ] as const) {
            await expect(claiming.claim(id, [4], upTo))
              .to.be.revertedWithCustomError(contributions, "ContributionsNoSuchTimesheet")
              .withArgs(id, upTo);
          }
        });
      });

      describe("when a batch names numbers that were not given", () => {
        it("passes them over with the error a single claim would meet, and pays the others", async () => {
          const { contributions, claiming, balancesOf, amina, ben, town } = await networkHelpers.loadFixture(twoWeeks);

          const receipt = await (await claiming.claim(town, [4, 6, 0, 5, 24_000], 2)).wait();
          const events = (receipt?.logs ?? []).map((log) => contributions.interface.parseLog(log));
          const skipped = events.filter((event) => event?.name === "ClaimSkipped");

          expect(skipped.map((event) => [event?.args["town"], event?.args["number"]])).to.deep.equal([
            [BigInt(town), 6n],
            [BigInt(town), 0n],
            [BigInt(town), 24_000n],
          ]);
          for (const event of skipped) {
            const reason = contributions.interface.parseError(event?.args["reason"]);
            expect(reason?.name).to.equal("ContributionsNoSuchMember");
            expect(reason?.args.toArray()).to.deep.equal([BigInt(town), event?.args["number"]]);
          }
          expect(await balancesOf(amina, ben)).to.deep.equal([3n * SHIFT, 200n, 21n * SHIFT, 100n]);
          expect(await contributions.claimedUpTo(town, 6)).to.equal(0);
          expect(await contributions.claimedUpTo(town, 24_000)).to.equal(0);
        });
      });

      describe("when a member was not active", () => {
        it("moves the cursor and sends nothing", async () => {
          const { contributions, infinityToken, currency, claiming, registrar, town } =
            await networkHelpers.loadFixture(twoWeeks);

          const claim = claiming.claim(town, [3], 2);
          await expect(claim)
            .to.emit(contributions, "ContributionsClaimed")
            .withArgs(town, 3, registrar.address, 0, 0, 2);
          await expect(claim).to.not.emit(infinityToken, "Transfer");
          await expect(claim).to.not.emit(currency, "Transfer");

          expect(await contributions.claimedUpTo(town, 3)).to.equal(2);
        });
      });

      describe("when ten years have passed, the town is dormant and the member's residency has lapsed", () => {
        it("pays all the same", async () => {
          const { townRegistry, claiming, balancesOf, headOffice, amina, town } =
            await networkHelpers.loadFixture(twoWeeks);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
          await networkHelpers.time.increase(3_650 * DAY);

          await claiming.claim(town, [4], 2);

          expect(await balancesOf(amina)).to.deep.equal([3n * SHIFT, 200n]);
        });
      });

      describe("when somebody looks before", () => {
        it("says exactly what a claim would pay, and nothing after it", async () => {
          const { contributions, claiming, town } = await networkHelpers.loadFixture(twoWeeks);

          expect(await contributions.claimable(town, 4, 1)).to.deep.equal([2n * SHIFT, 100]);
          expect(await contributions.claimable(town, 4, 2)).to.deep.equal([3n * SHIFT, 200]);
          expect(await contributions.claimable(town, 5, 2)).to.deep.equal([21n * SHIFT, 100]);
          expect(await contributions.claimable(town, 2, 2)).to.deep.equal([0, 0]);
          expect(await contributions.claimable(town, 4, 0)).to.deep.equal([0, 0]);

          await claiming.claim(town, [4], 1);
          expect(await contributions.claimable(town, 4, 2)).to.deep.equal([SHIFT, 100]);
          await claiming.claim(town, [4], 2);
          expect(await contributions.claimable(town, 4, 2)).to.deep.equal([0, 0]);
        });
      });
    });

    describe("given two towns with members of the same numbers", () => {
      it("keeps hours, money and cursors apart", async () => {
        const all = await networkHelpers.loadFixture(twoWeeks);
        const { contributions, claiming, balancesOf, payer, rosa, sam, amina, town, hillside, weekIndex } = all;
        await contributions.connect(payer).fund(hillside, 7, 1);
        await finaliseWeek({ ...all, coordinator: rosa, town: hillside }, weekIndex, [0, 0, 0, 60]);

        await claiming.claim(hillside, [4], 1);

        expect(await balancesOf(sam, amina)).to.deep.equal([5n * SHIFT, 7n - SAVINGS, 0n, 0n]);
        expect(await contributions.claimedUpTo(hillside, 4)).to.equal(1);
        expect(await contributions.claimedUpTo(town, 4)).to.equal(0);
        expect(await contributions.claimable(town, 4, 2)).to.deep.equal([3n * SHIFT, 200]);
      });
    });

    describe("given a currency that refuses a member", () => {
      describe("when their hours are claimed in a batch", () => {
        it("keeps their cash, pays their INFINITY, and pays the others", async () => {
          const { contributions, claiming, balancesOf, amina, ben, town, hillside } =
            await networkHelpers.loadFixture(refusing);

          const claim = claiming.claim(town, [4, 5], 2);
          await expect(claim).to.emit(contributions, "CashKept").withArgs(town, 4, amina.address, 200);
          await expect(claim)
            .to.emit(contributions, "ContributionsClaimed")
            .withArgs(town, 4, amina.address, 3n * SHIFT, 200, 2);

          expect(await balancesOf(amina, ben)).to.deep.equal([3n * SHIFT, 0n, 21n * SHIFT, 100n]);
          expect(await contributions.keptOf(town, 4)).to.equal(200);
          expect(await contributions.keptOf(town, 5)).to.equal(0);
          expect(await contributions.keptOf(hillside, 4)).to.equal(0);
          expect(await contributions.claimedUpTo(town, 4)).to.equal(2);
        });
      });

      describe("when it refuses them again", () => {
        it("adds to what is kept, and keeps nothing for a week without cash", async () => {
          const { contributions, claiming, town } = await networkHelpers.loadFixture(refusing);

          await claiming.claim(town, [4], 1);
          expect(await contributions.keptOf(town, 4)).to.equal(100);
          await expect(claiming.claim(town, [2], 2)).to.not.emit(contributions, "CashKept");
          await claiming.claim(town, [4], 2);

          expect(await contributions.keptOf(town, 4)).to.equal(200);
        });
      });
    });

    describe("given a currency that calls back in the middle of a claim", () => {
      it("refuses with ReentrancyGuardReentrantCall, and pays once", async () => {
        const { contributions, claiming, currency, balancesOf, amina, town } =
          await networkHelpers.loadFixture(twoWeeks);
        const calling = await turnInto(currency, "ReentrantDollar");
        const call = contributions.interface.encodeFunctionData("claim", [town, [4], 2]);
        await calling.arm(await contributions.getAddress(), call);

        await claiming.claim(town, [4], 2);

        const answer = contributions.interface.parseError(await calling.answer());
        expect(answer?.name).to.equal("ReentrancyGuardReentrantCall");
        expect(await balancesOf(amina)).to.deep.equal([3n * SHIFT, 200n]);
      });
    });

    describe("given a currency without code any more", () => {
      it("keeps the cash and pays the INFINITY", async () => {
        const { contributions, infinityToken, claiming, currency, amina, town } =
          await networkHelpers.loadFixture(twoWeeks);
        await networkHelpers.setCode(await currency.getAddress(), "0x");

        await expect(claiming.claim(town, [4], 2))
          .to.emit(contributions, "CashKept")
          .withArgs(town, 4, amina.address, 200);

        expect(await infinityToken.balanceOf(amina.address)).to.equal(3n * SHIFT);
        expect(await ethers.provider.getCode(await currency.getAddress())).to.equal("0x");
      });
    });
  });

  describe("claimKept", () => {
    describe("given cash that the currency refused", () => {
      describe("when the currency takes them back", () => {
        it("pays the member, once, at anybody's call", async () => {
          const { contributions, currency, claiming, refuser, balancesOf, amina, stranger, town } =
            await networkHelpers.loadFixture(kept);
          await refuser.refuse(amina.address, false);

          await expect(claiming.claimKept(town, 4))
            .to.emit(contributions, "KeptCashPaid")
            .withArgs(town, 4, amina.address, 200)
            .and.to.emit(currency, "Transfer")
            .withArgs(await contributions.getAddress(), amina.address, 200);
          expect(await contributions.keptOf(town, 4)).to.equal(0);

          await expect(claiming.claimKept(town, 4)).to.not.emit(contributions, "KeptCashPaid");
          expect(await balancesOf(amina, stranger)).to.deep.equal([3n * SHIFT, 200n, 0n, 0n]);
        });
      });

      describe("when the currency still refuses them", () => {
        it("reverts as the currency does, and keeps the cash", async () => {
          const { contributions, claiming, refuser, amina, town } = await networkHelpers.loadFixture(kept);

          await expect(claiming.claimKept(town, 4))
            .to.be.revertedWithCustomError(refuser, "ERC20InvalidReceiver")
            .withArgs(amina.address);
          expect(await contributions.keptOf(town, 4)).to.equal(200);
        });
      });

      describe("when nothing is kept for a member", () => {
        it("succeeds and changes nothing", async () => {
          const { contributions, currency, claiming, town } = await networkHelpers.loadFixture(kept);

          const claim = claiming.claimKept(town, 5);
          await expect(claim).to.not.emit(contributions, "KeptCashPaid");
          await expect(claim).to.not.emit(currency, "Transfer");
        });
      });

      describe("when the number was not given", () => {
        it("reverts with ContributionsNoSuchMember", async () => {
          const { contributions, claiming, town, hillside } = await networkHelpers.loadFixture(kept);

          for (const [id, number] of [
            [town, 6],
            [town, 0],
            [hillside, 5],
            [99, 4],
          ] as const) {
            await expect(claiming.claimKept(id, number))
              .to.be.revertedWithCustomError(contributions, "ContributionsNoSuchMember")
              .withArgs(id, number);
          }
        });
      });

      describe("when the currency calls back in the middle of it", () => {
        it("pays once", async () => {
          const { contributions, claiming, currency, balancesOf, amina, town } = await networkHelpers.loadFixture(kept);
          const calling = await turnInto(currency, "ReentrantDollar");
          const call = contributions.interface.encodeFunctionData("claimKept", [town, 4]);
          await calling.arm(await contributions.getAddress(), call);

          await claiming.claimKept(town, 4);

          const answer = contributions.interface.parseError(await calling.answer());
          expect(answer?.name).to.equal("ReentrancyGuardReentrantCall");
          expect(await balancesOf(amina)).to.deep.equal([3n * SHIFT, 200n]);
        });
      });
    });
  });
});

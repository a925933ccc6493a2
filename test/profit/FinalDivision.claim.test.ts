import { DORMANT_FOR } from "@one-small-town/core/rules/FinalDivision.ts";
import { expect } from "chai";
import { turnInto } from "../fixture/turnInto.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { divided, give, POOL } from "../fixture/deserted.ts";
import { impersonate } from "../fixture/people.ts";
import { FUND } from "../fixture/spending.ts";
import { aminaLoses } from "../fixture/succeeding.ts";
import { COUNTRY, DAY, SAVINGS } from "../fixture/willowmere.ts";

const EVERYBODY = Array.from({ length: 21 }, (_, i) => i + 1);

type Divided = Awaited<ReturnType<typeof divided>>;

/** A stranger claims, and reads what was passed over: number, error and its values. */
async function claim({ finalDivision, stranger }: Divided, division: number, numbers: number[]) {
  const receipt = await (await finalDivision.connect(stranger).claim(division, numbers)).wait();
  return (receipt?.logs ?? [])
    .map((log) => finalDivision.interface.parseLog(log))
    .filter((event) => event?.name === "PartSkipped")
    .map((event) => {
      const reason = finalDivision.interface.parseError(event?.args["reason"]);
      return [event?.args["division"], event?.args["number"], reason?.name, ...(reason?.args ?? [])];
    });
}

/** The currency refuses amina, and her part has been kept. */
async function kept() {
  const before = await networkHelpers.loadFixture(divided);
  const refuser = await turnInto(before.currency, "RefusingDollar");
  await refuser.refuse(before.amina.address, true);
  await before.finalDivision.claim(1, [4]);
  return { ...before, refuser };
}

describe("FinalDivision", () => {
  describe("claim", () => {
    describe("given a division", () => {
      describe("when anybody claims for a member who was active", () => {
        it("pays the member's wallet their part", async () => {
          const { finalDivision, currency, amina, stranger } = await networkHelpers.loadFixture(divided);
          const address = await finalDivision.getAddress();

          await expect(finalDivision.connect(stranger).claim(1, [4]))
            .to.emit(finalDivision, "PartClaimed")
            .withArgs(1, 4, amina.address, 116)
            .and.to.emit(currency, "Transfer")
            .withArgs(address, amina.address, 116);

          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS + 116n);
          expect(await currency.balanceOf(stranger.address)).to.equal(SAVINGS);
          expect(await currency.balanceOf(address)).to.equal(POOL + FUND - 116n);
          expect(await finalDivision.isPaid(1, 4)).to.equal(true);
          expect(await finalDivision.isPaid(1, 5)).to.equal(false);
          expect(await finalDivision.keptOf(1, 4)).to.equal(0);
        });
      });

      describe("when it is claimed for every number", () => {
        it("pays each of the active once, passes the others over, and keeps what was left over", async () => {
          const before = await networkHelpers.loadFixture(divided);
          const { finalDivision, currency, signerAt, contractWallet, town } = before;

          const skipped = await claim(before, 1, EVERYBODY);

          expect(skipped).to.deep.equal([
            [1n, 2n, "FinalDivisionNotActive", 1n, 2n, 0n],
            [1n, 17n, "FinalDivisionNotActive", 1n, 17n, 11n],
            [1n, 18n, "FinalDivisionNotActive", 1n, 18n, 0n],
            [1n, 19n, "FinalDivisionNotActive", 1n, 19n, 0n],
            [1n, 20n, "FinalDivisionNotActive", 1n, 20n, 0n],
          ]);
          for (const number of EVERYBODY) {
            const address = number === 21 ? await contractWallet.getAddress() : signerAt(number).address;
            const active = number !== 2 && (number < 17 || number === 21);
            const savings = number < 6 ? SAVINGS : 0n;
            expect(await currency.balanceOf(address)).to.equal(savings + (active ? 116n : 0n));
            expect(await finalDivision.isPaid(1, number)).to.equal(active);
          }
          expect(await currency.balanceOf(await finalDivision.getAddress())).to.equal(3);
          expect(await finalDivision.remainderOf(town)).to.equal(3);
        });
      });

      describe("when a part is claimed again", () => {
        it("passes it over with the error a single claim would meet", async () => {
          const before = await networkHelpers.loadFixture(divided);
          const { finalDivision, currency, amina, ben } = before;

          expect(await claim(before, 1, [4, 5, 4])).to.deep.equal([[1n, 4n, "FinalDivisionPaidAlready", 1n, 4n]]);
          const again = finalDivision.claim(1, [4]);
          await expect(again).to.emit(finalDivision, "PartSkipped");
          await expect(again).to.not.emit(currency, "Transfer");
          await expect(again).to.not.emit(finalDivision, "PartClaimed");
          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS + 116n);
          expect(await currency.balanceOf(ben.address)).to.equal(SAVINGS + 116n);
        });
      });

      describe("when a number was not given", () => {
        it("passes it over", async () => {
          const before = await networkHelpers.loadFixture(divided);

          expect(await claim(before, 1, [0, 22, 65_535])).to.deep.equal([
            [1n, 0n, "FinalDivisionNotActive", 1n, 0n, 0n],
            [1n, 22n, "FinalDivisionNotActive", 1n, 22n, 0n],
            [1n, 65_535n, "FinalDivisionNotActive", 1n, 65_535n, 0n],
          ]);
        });
      });

      describe("when no numbers are named", () => {
        it("succeeds and changes nothing", async () => {
          const before = await networkHelpers.loadFixture(divided);

          expect(await claim(before, 1, [])).to.deep.equal([]);
          expect(await before.currency.balanceOf(await before.finalDivision.getAddress())).to.equal(POOL + FUND);
        });
      });

      describe("when there is no such division", () => {
        it("reverts with FinalDivisionNoSuchDivision", async () => {
          const { finalDivision } = await networkHelpers.loadFixture(divided);

          for (const division of [0, 2]) {
            for (const numbers of [[], [4]]) {
              await expect(finalDivision.claim(division, numbers))
                .to.be.revertedWithCustomError(finalDivision, "FinalDivisionNoSuchDivision")
                .withArgs(division);
            }
          }
        });
      });

      describe("when ten years have passed and the town lives again", () => {
        it("pays all the same", async () => {
          const { authority, finalDivision, townRegistry, currency, headOffice, carla, amina, town } =
            await networkHelpers.loadFixture(divided);
          await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
          await networkHelpers.time.increase(3_650 * DAY);

          await finalDivision.claim(1, [4]);

          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS + 116n);
        });
      });
    });

    describe("given members who have another wallet since, or died", () => {
      it("pays the present wallet, or the heir's", async () => {
        const { finalDivision, memberRegistry, succession, currency, amina, ben, dina, stranger } =
          await networkHelpers.loadFixture(divided);
        const registry = memberRegistry.connect(await impersonate(succession));
        await registry.moveWallet(amina.address, stranger.address);
        await registry.close(ben.address, dina.address);

        await expect(finalDivision.claim(1, [4, 5]))
          .to.emit(finalDivision, "PartClaimed")
          .withArgs(1, 4, stranger.address, 116)
          .and.to.emit(finalDivision, "PartClaimed")
          .withArgs(1, 5, dina.address, 116);

        for (const { address } of [stranger, dina]) expect(await currency.balanceOf(address)).to.equal(SAVINGS + 116n);
        for (const { address } of [amina, ben]) expect(await currency.balanceOf(address)).to.equal(SAVINGS);
      });
    });

    describe("given a member whose succession is open", () => {
      /** The town lives again, and its registrar has proposed that amina's wallet is replaced. */
      async function waiting() {
        const before = await networkHelpers.loadFixture(divided);
        await appointAmbassador(before, { town: before.town }, before.carla);
        await networkHelpers.time.increase(8 * DAY);
        const { id } = await aminaLoses(before, ethers.Wallet.createRandom());
        return { ...before, id };
      }

      it("passes them over when others claim, and pays the others", async () => {
        const before = await networkHelpers.loadFixture(waiting);
        const { finalDivision, town } = before;

        expect(await claim(before, 1, [4, 5])).to.deep.equal([[1n, 4n, "FinalDivisionWaiting", BigInt(town), 4n]]);
        expect(await finalDivision.isPaid(1, 4)).to.equal(false);
        expect(await finalDivision.isPaid(1, 5)).to.equal(true);
      });

      it("pays them when they claim themselves, and anybody when it is over", async () => {
        const { finalDivision, memberRegistry, succession, amina, stranger, id } =
          await networkHelpers.loadFixture(waiting);
        await expect(finalDivision.connect(amina).claim(1, [4])).to.emit(finalDivision, "PartClaimed");

        await networkHelpers.loadFixture(waiting);
        await succession.connect(amina).object(id);
        expect(await memberRegistry.isWaiting(amina.address)).to.equal(false);
        await expect(finalDivision.connect(stranger).claim(1, [4])).to.emit(finalDivision, "PartClaimed");
      });
    });

    describe("given a second division of the town", () => {
      it("pays each division's part once", async () => {
        const before = await networkHelpers.loadFixture(divided);
        const { finalDivision, currency, amina, ben, town } = before;
        await give(before, 32n);
        await networkHelpers.time.increase(DORMANT_FOR);
        await finalDivision.divide(town);

        await finalDivision.claim(1, [4]);
        expect(await finalDivision.isPaid(2, 4)).to.equal(false);
        await expect(finalDivision.claim(2, [4, 5]))
          .to.emit(finalDivision, "PartClaimed")
          .withArgs(2, 4, amina.address, 2);

        expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS + 118n);
        expect(await currency.balanceOf(ben.address)).to.equal(SAVINGS + 2n);
        expect(await finalDivision.isPaid(1, 5)).to.equal(false);
      });

      it("pays out all that came in, but what is left over", async () => {
        const before = await networkHelpers.loadFixture(divided);
        const { finalDivision, currency, town } = before;
        await give(before, 32n);
        await networkHelpers.time.increase(DORMANT_FOR);
        await finalDivision.divide(town);

        await claim(before, 2, EVERYBODY);
        await claim(before, 1, EVERYBODY);

        expect(POOL + FUND + 32n).to.equal(16n * 118n + 3n);
        expect(await finalDivision.remainderOf(town)).to.equal(3);
        expect(await currency.balanceOf(await finalDivision.getAddress())).to.equal(3);
      });
    });

    describe("given a currency that refuses a member", () => {
      describe("when their part is claimed in a batch", () => {
        it("keeps it for them, says so, and pays the others", async () => {
          const before = await networkHelpers.loadFixture(divided);
          const { finalDivision, currency, amina, ben, town } = before;
          const refuser = await turnInto(currency, "RefusingDollar");
          await refuser.refuse(amina.address, true);

          await expect(finalDivision.claim(1, [4, 5]))
            .to.emit(finalDivision, "PartClaimed")
            .withArgs(1, 4, amina.address, 116)
            .and.to.emit(finalDivision, "PartKept")
            .withArgs(1, 4, amina.address, 116)
            .and.to.emit(finalDivision, "PartClaimed")
            .withArgs(1, 5, ben.address, 116);

          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
          expect(await currency.balanceOf(ben.address)).to.equal(SAVINGS + 116n);
          expect(await finalDivision.keptOf(town, 4)).to.equal(116);
          expect(await finalDivision.keptOf(town, 5)).to.equal(0);
          expect(await finalDivision.isPaid(1, 4)).to.equal(true);
          expect(await currency.balanceOf(await finalDivision.getAddress())).to.equal(POOL + FUND - 116n);
        });
      });

      describe("when it refuses them again", () => {
        it("adds to what is kept, each part once", async () => {
          const before = await networkHelpers.loadFixture(kept);
          const { finalDivision, town } = before;
          await give(before, 32n);
          await networkHelpers.time.increase(DORMANT_FOR);
          await finalDivision.divide(town);

          await finalDivision.claim(2, [4]);
          expect(await claim(before, 1, [4])).to.deep.equal([[1n, 4n, "FinalDivisionPaidAlready", 1n, 4n]]);

          expect(await finalDivision.keptOf(town, 4)).to.equal(118);
        });
      });
    });

    describe("given a currency that calls back in the middle of a claim", () => {
      it("refuses with ReentrancyGuardReentrantCall, and pays once", async () => {
        const { finalDivision, currency, amina, ben } = await networkHelpers.loadFixture(divided);
        const calling = await turnInto(currency, "ReentrantDollar");
        const call = finalDivision.interface.encodeFunctionData("claim", [1, [5]]);
        await calling.arm(await finalDivision.getAddress(), call);

        await finalDivision.claim(1, [4]);

        const answer = finalDivision.interface.parseError(await calling.answer());
        expect(answer?.name).to.equal("ReentrancyGuardReentrantCall");
        expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS + 116n);
        expect(await currency.balanceOf(ben.address)).to.equal(SAVINGS);
      });
    });
  });

  describe("claimKept", () => {
    describe("given a part that the currency refused", () => {
      describe("when the currency takes them back", () => {
        it("pays the member, once, at anybody's call", async () => {
          const { finalDivision, currency, refuser, amina, stranger, town } = await networkHelpers.loadFixture(kept);
          await refuser.refuse(amina.address, false);
          const address = await finalDivision.getAddress();

          await expect(finalDivision.connect(stranger).claimKept(town, 4))
            .to.emit(finalDivision, "KeptPartsPaid")
            .withArgs(town, 4, amina.address, 116)
            .and.to.emit(currency, "Transfer")
            .withArgs(address, amina.address, 116);
          expect(await finalDivision.keptOf(town, 4)).to.equal(0);

          await expect(finalDivision.claimKept(town, 4)).to.not.emit(finalDivision, "KeptPartsPaid");
          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS + 116n);
          expect(await currency.balanceOf(address)).to.equal(POOL + FUND - 116n);
        });
      });

      describe("when the member has another wallet since", () => {
        it("pays that one", async () => {
          const { finalDivision, memberRegistry, succession, currency, amina, stranger, town } =
            await networkHelpers.loadFixture(kept);
          await memberRegistry.connect(await impersonate(succession)).moveWallet(amina.address, stranger.address);

          await expect(finalDivision.claimKept(town, 4))
            .to.emit(finalDivision, "KeptPartsPaid")
            .withArgs(town, 4, stranger.address, 116);
          expect(await currency.balanceOf(stranger.address)).to.equal(SAVINGS + 116n);
        });
      });

      describe("when the currency still refuses them", () => {
        it("reverts as the currency does, and keeps it", async () => {
          const { finalDivision, refuser, amina, town } = await networkHelpers.loadFixture(kept);

          await expect(finalDivision.claimKept(town, 4))
            .to.be.revertedWithCustomError(refuser, "ERC20InvalidReceiver")
            .withArgs(amina.address);
          expect(await finalDivision.keptOf(town, 4)).to.equal(116);
        });
      });

      describe("when nothing is kept for a number", () => {
        it("succeeds and changes nothing", async () => {
          const { finalDivision, currency, town } = await networkHelpers.loadFixture(kept);

          for (const [id, number] of [
            [town, 5],
            [town, 22],
            [99, 4],
          ] as const) {
            const claimed = finalDivision.claimKept(id, number);
            await expect(claimed).to.not.emit(finalDivision, "KeptPartsPaid");
            await expect(claimed).to.not.emit(currency, "Transfer");
          }
        });
      });

      describe("when the currency calls back in the middle of it", () => {
        it("refuses with ReentrancyGuardReentrantCall, and pays once", async () => {
          const { finalDivision, currency, amina, town } = await networkHelpers.loadFixture(kept);
          const calling = await turnInto(currency, "ReentrantDollar");
          const call = finalDivision.interface.encodeFunctionData("claim", [1, [5]]);
          await calling.arm(await finalDivision.getAddress(), call);

          await finalDivision.claimKept(town, 4);

          const answer = finalDivision.interface.parseError(await calling.answer());
          expect(answer?.name).to.equal("ReentrancyGuardReentrantCall");
          expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS + 116n);
        });
      });
    });
  });
});

import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { splitProfit } from "@one-small-town/core/profit/splitProfit.ts";
import { expect } from "chai";
import { documentOf } from "../../scripts/operator/documents.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { Receiver } from "../fixture/enumerations.ts";
import { everybodyBut } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { DOLLAR } from "../fixture/willowmere.ts";

const ACCOUNTS = documentOf("Accounts of the first quarter", "ipfs://accounts");
const PROFIT = 1_000n * DOLLAR;
const WEEKS = 9;
const PARTS = splitProfit(PROFIT, deedPresets.thirds);

/** The issuer of the currency has frozen one receiver, and the bakery's profit is deposited all the same. */
async function depositedWithFrozen(receiver: keyof typeof Receiver) {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const { currency, profitSplitter, contributions, townTreasury, token, payer, business } = before;
  await currency.connect(payer).approve(await profitSplitter.getAddress(), PROFIT);
  const frozen = await { Holders: token, Members: contributions, Treasury: townTreasury }[receiver].getAddress();
  const refusing = await turnInto(currency, "RefusingDollar");
  await refusing.refuse(frozen, true);
  const deposited = await profitSplitter.connect(payer).deposit(business, PROFIT, WEEKS, "2027 Q1", ACCOUNTS);
  return { ...before, deposited, refusing, frozen };
}

/** A record of nothing kept. */
const NOTHING = {
  receiver: 0n,
  business: 0n,
  weeks_: 0n,
  token: `0x${"0".repeat(40)}`,
  amount: 0n,
  toOffice: 0n,
};

describe("ProfitSplitter", () => {
  describe("passOn", () => {
    for (const [receiver, amount] of [
      ["Holders", PARTS.investors],
      ["Members", PARTS.members],
      ["Treasury", PARTS.fund],
    ] as const) {
      describe(`given a deposit of which the ${receiver.toLowerCase()} could not take their part`, () => {
        it("has kept it for them, and paid the others", async () => {
          const before = await depositedWithFrozen(receiver);
          const { profitSplitter, contributions, townTreasury, currency, token, business, town, refusing } = before;
          const splitter = await profitSplitter.getAddress();
          const reason = refusing.interface.encodeErrorResult("ERC20InvalidReceiver", [before.frozen]);
          const part = {
            receiver: BigInt(Receiver[receiver]),
            business,
            weeks_: BigInt(WEEKS),
            token: await token.getAddress(),
            amount,
            toOffice: 0n,
          };

          await expect(before.deposited)
            .to.emit(profitSplitter, "ProfitPartKept")
            .withArgs(1, business, Receiver[receiver], Object.values(part), reason);
          expect(recordOf(await profitSplitter.keptOf(1))).to.deep.equal(part);
          expect(await profitSplitter.keptCount()).to.equal(1);
          expect(await currency.balanceOf(splitter)).to.equal(amount);
          const paid = {
            Holders: await currency.balanceOf(await token.getAddress()),
            Members: await currency.balanceOf(await contributions.getAddress()),
            Treasury: await townTreasury.fundOf(town),
          };
          const due = { Holders: PARTS.investors, Members: PARTS.members, Treasury: PARTS.fund };
          expect(paid).to.deep.equal({ ...due, [receiver]: 0n });
          for (const contract of [token, contributions, townTreasury]) {
            expect(await currency.allowance(splitter, await contract.getAddress())).to.equal(0);
          }
        });

        it("goes to them from anybody's hands once they can take it, and once only", async () => {
          const before = await depositedWithFrozen(receiver);
          const { profitSplitter, currency, stranger, business, frozen, refusing } = before;
          const passing = profitSplitter.connect(stranger);
          await expect(passing.passOn(1)).to.be.revertedWithCustomError(refusing, "ERC20InvalidReceiver");
          await refusing.refuse(frozen, false);

          await expect(passing.passOn(1)).to.emit(profitSplitter, "ProfitPartPassedOn");

          expect(await currency.balanceOf(await profitSplitter.getAddress())).to.equal(0);
          expect(await currency.balanceOf(frozen)).to.equal(amount);
          expect(recordOf(await profitSplitter.keptOf(1))).to.deep.equal(NOTHING);
          await expect(passing.passOn(1))
            .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNothingKept")
            .withArgs(1);
          expect(business).to.not.equal(0);
        });
      });
    }

    describe("given a members' part that was kept", () => {
      it("is spread over as many weeks as whoever deposited it said", async () => {
        const before = await depositedWithFrozen("Members");
        const { profitSplitter, contributions, town, frozen, refusing } = before;
        await refusing.refuse(frozen, false);

        await expect(profitSplitter.passOn(1))
          .to.emit(contributions, "MembersFunded")
          .withArgs(town, await profitSplitter.getAddress(), PARTS.members, WEEKS, 0, PARTS.members / BigInt(WEEKS));
      });
    });

    describe("given no part with such a number", () => {
      it("reverts with ProfitSplitterNothingKept", async () => {
        const { profitSplitter } = await networkHelpers.loadFixture(bakerySettled);

        for (const kept of [0, 1]) {
          await expect(profitSplitter.passOn(kept))
            .to.be.revertedWithCustomError(profitSplitter, "ProfitSplitterNothingKept")
            .withArgs(kept);
        }
      });
    });
  });

  describe("handOver", () => {
    it("reverts with ProfitSplitterNotItself, whoever calls", async () => {
      const before = await depositedWithFrozen("Holders");
      const part = recordOf(await before.profitSplitter.keptOf(1));

      for (const caller of await everybodyBut()) {
        await expect(before.profitSplitter.connect(caller).handOver(part as never))
          .to.be.revertedWithCustomError(before.profitSplitter, "ProfitSplitterNotItself")
          .withArgs(caller.address);
      }
    });
  });
});

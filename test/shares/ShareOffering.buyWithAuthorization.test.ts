import { OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import { expect } from "chai";
import type { Address } from "viem";
import { openOffering, startBusiness } from "../../scripts/operator/businesses.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { authorizationOf, nonceOf } from "../fixture/authorizationOf.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { Phase, Tier } from "../fixture/enumerations.ts";
import { sharesAndSupply } from "../fixture/shares.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { DAY, SAVINGS } from "../fixture/willowmere.ts";

/** What amina, or somebody else, agrees to: a purchase of so many shares of the bakery. */
function agreementIn({ shareOffering, amina, business, offering, terms }: OnSale, shares = 10, buyer = amina) {
  return {
    contract: shareOffering,
    method: "buyWithAuthorization",
    args: [offering, shares],
    binds: [
      ["uint64", "uint96", "uint256", "uint32"],
      [business, terms.price, offering, shares],
    ],
    payer: buyer,
    value: BigInt(shares) * terms.price,
  } as const;
}

type OnSale = Awaited<ReturnType<typeof bakeryOnSale>>;

/** Amina and ben have allowed nothing; amina signed an authorisation of the price of ten shares. */
async function authorized() {
  const before = await networkHelpers.loadFixture(bakeryOnSale);
  const { shareOffering, currency, amina, ben } = before;
  for (const person of [amina, ben]) await currency.connect(person).approve(await shareOffering.getAddress(), 0);
  const agreement = agreementIn(before);
  return { ...before, agreement, authorization: await authorizationOf(currency, agreement) };
}

describe("ShareOffering", () => {
  describe("buyWithAuthorization", () => {
    describe("given the buyer's authorisation of exactly this purchase", () => {
      it("sells the shares to the buyer for the buyer's money, whoever sends it and pays the gas", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, token, currency, amina, stranger, offering, agreement, authorization } = before;
        const address = await shareOffering.getAddress();

        const bought = await shareOffering.connect(stranger).buyWithAuthorization(offering, 10, authorization);

        await expect(bought).to.emit(shareOffering, "SharesBought").withArgs(offering, amina.address, 10);
        await expect(bought).to.emit(token, "Transfer").withArgs(ethers.ZeroAddress, amina.address, 10);
        await expect(bought).to.emit(currency, "Transfer").withArgs(amina.address, address, agreement.value);
        await expect(bought)
          .to.emit(currency, "AuthorizationUsed")
          .withArgs(amina.address, await nonceOf(agreement));
        expect(await sharesAndSupply(token, amina)).to.deep.equal([10n, 10n]);
        expect(await token.balanceOf(stranger.address)).to.equal(0);
        expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS - agreement.value);
        expect(await currency.balanceOf(stranger.address)).to.equal(SAVINGS);
        expect(await currency.balanceOf(address)).to.equal(agreement.value);
      });

      it("works once", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, token, currency, amina, offering, terms } = before;
        const agreement = agreementIn(before, terms.limitLocal / 2);
        const authorization = await authorizationOf(currency, agreement);
        await shareOffering.buyWithAuthorization(offering, 9, authorization);

        await expect(shareOffering.buyWithAuthorization(offering, 9, authorization))
          .to.be.revertedWithCustomError(currency, "ERC3009UsedAuthorization")
          .withArgs(amina.address, await nonceOf(agreement));

        expect(await sharesAndSupply(token, amina)).to.deep.equal([9n, 9n]);
      });

      it("is used up also when the purchase was cancelled in between", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, currency, amina, offering, authorization } = before;
        await shareOffering.buyWithAuthorization(offering, 10, authorization);
        await shareOffering.connect(amina).cancel(offering, 10);

        await expect(shareOffering.buyWithAuthorization(offering, 10, authorization)).to.be.revertedWithCustomError(
          currency,
          "ERC3009UsedAuthorization",
        );
        expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
      });

      it("takes the same purchase a second time under another salt", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, token, currency, amina, offering } = before;
        const agreement = agreementIn(before, 9);
        const authorization = await authorizationOf(currency, agreement);
        const salted = await authorizationOf(currency, { ...agreement, salt: ethers.id("another") });

        await shareOffering.buyWithAuthorization(offering, 9, authorization);
        await shareOffering.buyWithAuthorization(offering, 9, salted);

        expect(await sharesAndSupply(token, amina)).to.deep.equal([18n, 18n]);
      });

      it("holds after validAfter and before validBefore, to the second", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, currency, offering, agreement } = before;
        const validAfter = BigInt((await networkHelpers.time.latest()) + DAY);
        const validBefore = validAfter + 100n;
        const later = await authorizationOf(currency, { ...agreement, validAfter, validBefore });
        const snapshot = await networkHelpers.takeSnapshot();

        for (const second of [validAfter, validBefore]) {
          await setNextTime(second);
          await expect(shareOffering.buyWithAuthorization(offering, 10, later))
            .to.be.revertedWithCustomError(currency, "ERC3009InvalidAuthorizationTime")
            .withArgs(validAfter, validBefore);
        }
        for (const second of [validAfter + 1n, validBefore - 1n]) {
          await snapshot.restore();
          await setNextTime(second);
          await expect(shareOffering.buyWithAuthorization(offering, 10, later)).to.emit(shareOffering, "SharesBought");
        }
      });
    });

    describe("given a sender who changes something", () => {
      for (const shares of [9, 11]) {
        it(`reverts with ERC3009InvalidSignature for ${shares} shares`, async () => {
          const before = await networkHelpers.loadFixture(authorized);
          const { shareOffering, token, currency, offering, authorization } = before;

          await expect(
            shareOffering.buyWithAuthorization(offering, shares, authorization),
          ).to.be.revertedWithCustomError(currency, "ERC3009InvalidSignature");
          expect(await token.totalSupply()).to.equal(0);
        });
      }

      it("reverts with ERC3009InvalidSignature for half the shares at twice the price", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, currency } = before;
        const agreement = agreementIn(before);
        const dear = await offerAnother(before, 2n * before.terms.price);
        const authorization = await authorizationOf(currency, agreement);

        await expect(shareOffering.buyWithAuthorization(dear, 5, authorization)).to.be.revertedWithCustomError(
          currency,
          "ERC3009InvalidSignature",
        );
      });

      it("reverts with ERC3009InvalidSignature for another offering on the same terms", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, currency, offering, terms } = before;
        const other = await offerAnother(before, terms.price);
        const authorization = await authorizationOf(currency, agreementIn(before));

        await expect(shareOffering.buyWithAuthorization(other, 10, authorization)).to.be.revertedWithCustomError(
          currency,
          "ERC3009InvalidSignature",
        );
        await shareOffering.buyWithAuthorization(offering, 10, authorization);
      });

      it("reverts with ERC3009InvalidSignature for another buyer, rich as they may be", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, token, currency, ben, offering, authorization } = before;

        await expect(
          shareOffering.connect(ben).buyWithAuthorization(offering, 10, { ...authorization, payer: ben.address }),
        ).to.be.revertedWithCustomError(currency, "ERC3009InvalidSignature");
        expect(await token.balanceOf(ben.address)).to.equal(0);
      });

      for (const [what, change] of [
        ["the salt", { salt: ethers.id("another") }],
        ["validAfter", { validAfter: 0n }],
        ["validBefore", { validBefore: 2n ** 40n }],
      ] as const) {
        it(`reverts with ERC3009InvalidSignature for another value of ${what}`, async () => {
          const before = await networkHelpers.loadFixture(authorized);
          const { shareOffering, currency, offering, authorization } = before;

          await expect(
            shareOffering.buyWithAuthorization(offering, 10, { ...authorization, ...change }),
          ).to.be.revertedWithCustomError(currency, "ERC3009InvalidSignature");
        });
      }
    });

    describe("given an authorisation that was meant for something else", () => {
      for (const [what, place] of [
        ["on another chain", { chainId: 1n }],
        ["of another contract", { address: `0x${"11".repeat(20)}` }],
        ["of another function", { selector: "0x12345678" }],
      ] as const) {
        it(`reverts with ERC3009InvalidSignature for the nonce of the same purchase ${what}`, async () => {
          const before = await networkHelpers.loadFixture(authorized);
          const { shareOffering, currency, offering, agreement } = before;
          const nonce = await nonceOf(agreement, place);
          const authorization = await authorizationOf(currency, { ...agreement, nonce });

          await expect(shareOffering.buyWithAuthorization(offering, 10, authorization)).to.be.revertedWithCustomError(
            currency,
            "ERC3009InvalidSignature",
          );
        });
      }

      it("reverts with ERC3009InvalidSignature for an authorisation of a transfer, which anybody could send", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, currency, offering, agreement } = before;
        const transfer = await authorizationOf(currency, agreement, "TransferWithAuthorization");

        await expect(shareOffering.buyWithAuthorization(offering, 10, transfer)).to.be.revertedWithCustomError(
          currency,
          "ERC3009InvalidSignature",
        );
      });
    });

    describe("given somebody who takes it to the currency instead", () => {
      it("is refused both ways, and the purchase goes on", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, token, currency, amina, stranger, offering, agreement, authorization } = before;
        const address = await shareOffering.getAddress();
        const { validAfter, validBefore, v, r, s } = authorization;
        const direct = [
          ...([amina.address, address, agreement.value, validAfter, validBefore] as const),
          ...([await nonceOf(agreement), v, r, s] as const),
        ] as const;

        await expect(currency.connect(stranger).receiveWithAuthorization(...direct))
          .to.be.revertedWithCustomError(currency, "ERC20InvalidReceiver")
          .withArgs(address);
        await expect(currency.connect(stranger).transferWithAuthorization(...direct)).to.be.revertedWithCustomError(
          currency,
          "ERC3009InvalidSignature",
        );

        expect(await currency.balanceOf(address)).to.equal(0);
        await shareOffering.buyWithAuthorization(offering, 10, authorization);
        expect(await sharesAndSupply(token, amina)).to.deep.equal([10n, 10n]);
      });
    });

    describe("given a purchase that is refused", () => {
      it("asks of the buyer what buy asks of its caller, whoever sends it", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, currency, amina, dina, manager, offering, terms, business, authorization } = before;
        const sponsored = shareOffering.connect(amina);
        const by = (buyer: typeof amina, shares: number) =>
          authorizationOf(currency, agreementIn(before, shares, buyer));

        await expect(sponsored.buyWithAuthorization(offering, 10, await by(dina, 10)))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotInPhase")
          .withArgs(dina.address, Tier.Country, Phase.Local);
        await expect(sponsored.buyWithAuthorization(offering, 19, await by(amina, 19)))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOverPersonalLimit")
          .withArgs(amina.address, 19, 18);
        await expect(sponsored.buyWithAuthorization(offering, 10, await by(manager, 10)))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingInsider")
          .withArgs(business, manager.address);
        await expect(sponsored.buyWithAuthorization(offering, 0, await by(amina, 0))).to.be.revertedWithCustomError(
          shareOffering,
          "ShareOfferingNoShares",
        );
        await setNextTime(terms.worldEnds);
        await expect(sponsored.buyWithAuthorization(offering, 10, authorization))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotOpen")
          .withArgs(offering, Phase.Failed, terms.opens, terms.worldEnds);
      });

      it("counts the buyer's shares, not the sender's", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, token, currency, amina, ben, offering } = before;
        const all = await authorizationOf(currency, agreementIn(before, 18, ben));
        const more = await authorizationOf(currency, agreementIn(before, 1, ben));

        await shareOffering.connect(amina).buyWithAuthorization(offering, 18, all);
        await expect(shareOffering.connect(amina).buyWithAuthorization(offering, 1, more))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOverPersonalLimit")
          .withArgs(ben.address, 19, 18);
        await shareOffering
          .connect(ben)
          .buyWithAuthorization(offering, 18, await authorizationOf(currency, agreementIn(before, 18, amina)));

        expect(await sharesAndSupply(token, amina)).to.deep.equal([18n, 36n]);
      });

      it("is nobody's purchase when the buyer is a person nobody has attested, whoever sends it", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, currency, amina, stranger, offering } = before;
        const authorization = await authorizationOf(currency, agreementIn(before, 10, stranger));

        await expect(shareOffering.connect(amina).buyWithAuthorization(offering, 10, authorization))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotInPhase")
          .withArgs(stranger.address, Tier.None, Phase.Local);
      });

      it("keeps the authorisation: the buyer may use it when the reason is gone", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, token, currency, amina, ben, offering, agreement, authorization } = before;
        await currency.connect(amina).transfer(ben.address, SAVINGS - agreement.value + 1n);

        await expect(shareOffering.buyWithAuthorization(offering, 10, authorization))
          .to.be.revertedWithCustomError(currency, "ERC20InsufficientBalance")
          .withArgs(amina.address, agreement.value - 1n, agreement.value);
        await currency.connect(ben).transfer(amina.address, 1);
        await shareOffering.buyWithAuthorization(offering, 10, authorization);

        expect(await sharesAndSupply(token, amina)).to.deep.equal([10n, 10n]);
      });
    });

    describe("given a currency that delivers another amount", () => {
      for (const [kind, call, extra] of [
        ["keeps a unit", "burn", -1n],
        ["adds a unit", "mint", 1n],
      ] as const) {
        it(`reverts with MoneyNotReceivedInFull when it ${kind}`, async () => {
          const before = await networkHelpers.loadFixture(authorized);
          const { shareOffering, currency, offering, agreement, authorization } = before;
          const meddling = await turnInto(currency, "ReentrantDollar");
          const address = await shareOffering.getAddress();
          await meddling.arm(
            await currency.getAddress(),
            meddling.interface.encodeFunctionData(call as "burn", [address, 1]),
          );

          await expect(shareOffering.buyWithAuthorization(offering, 10, authorization))
            .to.be.revertedWithCustomError(shareOffering, "MoneyNotReceivedInFull")
            .withArgs(await currency.getAddress(), agreement.value, 0, agreement.value + extra);
        });
      }
    });

    describe("given a currency that calls back in the middle", () => {
      it("refuses another purchase with ReentrancyGuardReentrantCall", async () => {
        const before = await networkHelpers.loadFixture(authorized);
        const { shareOffering, token, currency, amina, offering, agreement, authorization } = before;
        const second = await authorizationOf(currency, { ...agreement, salt: ethers.id("second") });
        const calling = await turnInto(currency, "ReentrantDollar");
        const call = shareOffering.interface.encodeFunctionData("buyWithAuthorization", [offering, 10, second]);
        await calling.arm(await shareOffering.getAddress(), call);

        await shareOffering.buyWithAuthorization(offering, 10, authorization);

        const { name } = shareOffering.interface.parseError(await calling.answer()) ?? {};
        expect(name).to.equal("ReentrancyGuardReentrantCall");
        expect(await sharesAndSupply(token, amina)).to.deep.equal([10n, 10n]);
      });
    });
  });
});

/** A second business of the town with an open sale, the bakery's terms but for the price. */
async function offerAnother(before: OnSale, price: bigint): Promise<bigint> {
  const { deployment, town, amina, townAmbassador, countryAmbassador, manager, payout } = before;
  const plan = documentOf("A laundry", "ipfs://plan");
  const business = await startBusiness(deployment, {
    town,
    kind: "community",
    metadata: plan,
    plan,
    pack: plan,
    member: amina,
    townAmbassador,
    countryAmbassador,
    manager: manager.address as Address,
    payout: payout.address as Address,
  });
  const opens = (await networkHelpers.time.latest()) + OPENING_NOTICE + 100;
  const { offering } = await openOffering(deployment, {
    terms: {
      ...before.terms,
      business,
      price,
      opens,
      localEnds: opens + 14 * DAY,
      countryEnds: 0,
      worldEnds: 0,
      plan: plan.hash,
      pack: plan.hash,
      name: "Willowmere Laundry",
      symbol: "WASH",
    },
    townAmbassador,
    countryAmbassador,
  });
  await networkHelpers.time.increaseTo(opens);
  return offering;
}

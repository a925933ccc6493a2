import { expect } from "chai";
import type { Address } from "viem";
import { attestInBatches } from "../../scripts/operator/batches.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { signCancellation } from "../fixture/cancellationOf.ts";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { idOf, impersonate } from "../fixture/people.ts";
import { sharesAndSupply } from "../fixture/shares.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { DAY, SAVINGS } from "../fixture/willowmere.ts";

/** Amina holds ten shares, ben sixteen; amina signed that she gives four back, within a day. */
async function signed() {
  const before = await networkHelpers.loadFixture(bakeryOnSale);
  const { shareOffering, amina, ben, business, offering, terms } = before;
  await shareOffering.connect(amina).buy(offering, 10);
  await shareOffering.connect(ben).buy(offering, 16);
  const deadline = BigInt((await networkHelpers.time.latest()) + DAY);
  const { price } = terms;
  const cancellation = { offering, business, price, shares: 4, holder: amina.address, nonce: 0n, deadline };
  return { ...before, cancellation, signature: await signCancellation(shareOffering, amina, cancellation) };
}

describe("ShareOffering", () => {
  describe("cancelWithSignature", () => {
    describe("given the holder's signature", () => {
      it("takes the shares back and pays the holder, whoever sends it", async () => {
        const before = await networkHelpers.loadFixture(signed);
        const { shareOffering, token, currency, amina, stranger, offering, terms, cancellation, signature } = before;

        const cancelled = await shareOffering.connect(stranger).cancelWithSignature(cancellation, signature);

        await expect(cancelled).to.emit(shareOffering, "PurchaseCancelled").withArgs(offering, amina.address, 4);
        await expect(cancelled).to.emit(token, "Transfer").withArgs(amina.address, ethers.ZeroAddress, 4);
        expect(await sharesAndSupply(token, amina)).to.deep.equal([6n, 22n]);
        expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS - 6n * terms.price);
        expect(await currency.balanceOf(stranger.address)).to.equal(SAVINGS);
        expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(22n * terms.price);
        expect(await shareOffering.nonces(amina.address)).to.equal(1);
      });

      it("works once", async () => {
        const before = await networkHelpers.loadFixture(signed);
        const { shareOffering, token, amina, cancellation, signature } = before;
        await shareOffering.cancelWithSignature(cancellation, signature);

        await expect(shareOffering.cancelWithSignature(cancellation, signature))
          .to.be.revertedWithCustomError(shareOffering, "InvalidAccountNonce")
          .withArgs(amina.address, 1);
        expect(await sharesAndSupply(token, amina)).to.deep.equal([6n, 22n]);
      });

      it("takes cancellations in the order of their nonces", async () => {
        const before = await networkHelpers.loadFixture(signed);
        const { shareOffering, token, amina, cancellation, signature } = before;
        const second = { ...cancellation, nonce: 1n };
        const secondSignature = await signCancellation(shareOffering, amina, second);

        await expect(shareOffering.cancelWithSignature(second, secondSignature))
          .to.be.revertedWithCustomError(shareOffering, "InvalidAccountNonce")
          .withArgs(amina.address, 0);
        await shareOffering.cancelWithSignature(cancellation, signature);
        await shareOffering.cancelWithSignature(second, secondSignature);

        expect(await sharesAndSupply(token, amina)).to.deep.equal([2n, 18n]);
      });

      it("holds to the second of the deadline, and not one later", async () => {
        const before = await networkHelpers.loadFixture(signed);
        const { shareOffering, cancellation, signature } = before;
        const snapshot = await networkHelpers.takeSnapshot();

        await setNextTime(cancellation.deadline + 1n);
        await expect(shareOffering.cancelWithSignature(cancellation, signature))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingExpired")
          .withArgs(cancellation.deadline);

        await snapshot.restore();
        await setNextTime(cancellation.deadline);
        await expect(shareOffering.cancelWithSignature(cancellation, signature)).to.emit(
          shareOffering,
          "PurchaseCancelled",
        );
      });
    });

    describe("given a sender who changes something", () => {
      for (const [what, change] of [
        ["the shares", { shares: 5 }],
        ["the nonce", { nonce: 1n }],
        ["the deadline", { deadline: 2n ** 40n }],
      ] as const) {
        it(`reverts with ShareOfferingBadSignature for another value of ${what}`, async () => {
          const { shareOffering, amina, cancellation, signature } = await networkHelpers.loadFixture(signed);

          await expect(shareOffering.cancelWithSignature({ ...cancellation, ...change }, signature))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingBadSignature")
            .withArgs(amina.address);
        });
      }

      it("reverts with ShareOfferingBadSignature for another holder", async () => {
        const before = await networkHelpers.loadFixture(signed);
        const { shareOffering, token, ben, cancellation, signature } = before;

        await expect(
          shareOffering.connect(ben).cancelWithSignature({ ...cancellation, holder: ben.address }, signature),
        )
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingBadSignature")
          .withArgs(ben.address);
        expect(await sharesAndSupply(token, ben)).to.deep.equal([16n, 26n]);
      });
    });

    describe("given another sale than the holder signed for", () => {
      for (const [what, change] of [
        ["offering", { offering: 2n }],
        ["business", { business: 2n ** 32n + 2n }],
        ["price", { price: 1n }],
      ] as const) {
        it(`reverts with ShareOfferingOtherSale for another ${what}`, async () => {
          const before = await networkHelpers.loadFixture(signed);
          const { shareOffering, amina, business, offering, terms, cancellation } = before;
          const changed = { ...cancellation, ...change };
          const signature = await signCancellation(shareOffering, amina, changed);

          const onSale = what === "offering" ? [2, 0, 0] : [offering, business, terms.price];
          await expect(shareOffering.cancelWithSignature(changed, signature))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOtherSale")
            .withArgs(...onSale);
        });
      }
    });

    describe("given a signature that is not this holder's, or not for here", () => {
      it("reverts with ShareOfferingBadSignature for somebody else's", async () => {
        const { shareOffering, amina, ben, cancellation } = await networkHelpers.loadFixture(signed);
        const theirs = await signCancellation(shareOffering, ben, cancellation);

        await expect(shareOffering.connect(ben).cancelWithSignature(cancellation, theirs))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingBadSignature")
          .withArgs(amina.address);
      });

      for (const [what, elsewhere] of [
        ["another chain", { chainId: 1n }],
        ["another contract", { verifyingContract: `0x${"11".repeat(20)}` }],
      ] as const) {
        it(`reverts with ShareOfferingBadSignature for one of ${what}`, async () => {
          const { shareOffering, amina, cancellation } = await networkHelpers.loadFixture(signed);
          const foreign = await signCancellation(shareOffering, amina, cancellation, elsewhere);

          await expect(shareOffering.cancelWithSignature(cancellation, foreign))
            .to.be.revertedWithCustomError(shareOffering, "ShareOfferingBadSignature")
            .withArgs(amina.address);
        });
      }
    });

    describe("given a holder whose wallet is a contract", () => {
      it("takes the signature that the contract accepts, and no other", async () => {
        const before = await networkHelpers.loadFixture(signed);
        const { deployment, shareOffering, token, currency, amina, ben, registrar, town, offering } = before;
        const wallet = await ethers.deployContract("ContractWallet", [amina.address]);
        const holder = await wallet.getAddress();
        const { residentUntil, terms, cancellation } = before;
        const self = await impersonate(wallet);
        await before.succession.connect(self).setNominee(amina.address); // it says that it is a person's
        await attestInBatches(deployment, {
          registrar,
          town,
          attestations: [{ wallet: holder as Address, residentUntil, joins: false, personId: idOf("contract") }],
        });
        await currency.mint(holder, SAVINGS);
        await currency.connect(self).approve(await shareOffering.getAddress(), SAVINGS);
        await shareOffering.connect(self).buy(offering, 10);
        const theirs = { ...cancellation, holder };

        await expect(shareOffering.cancelWithSignature(theirs, await signCancellation(shareOffering, ben, theirs)))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingBadSignature")
          .withArgs(holder);
        await shareOffering.cancelWithSignature(theirs, await signCancellation(shareOffering, amina, theirs));

        expect(await token.balanceOf(holder)).to.equal(6);
        expect(await currency.balanceOf(holder)).to.equal(SAVINGS - 6n * terms.price);
      });
    });

    describe("given a cancellation that is refused", () => {
      it("reverts as cancel does, and keeps the nonce", async () => {
        const before = await networkHelpers.loadFixture(signed);
        const { shareOffering, token, amina, terms, cancellation } = before;
        const deadline = 2n ** 40n;
        const send = async (change: Partial<typeof cancellation>) => {
          const changed = { ...cancellation, deadline, ...change };
          return shareOffering.cancelWithSignature(changed, await signCancellation(shareOffering, amina, changed));
        };
        const until = terms.localEnds - 7 * DAY;

        await expect(send({ shares: 0 })).to.be.revertedWithCustomError(shareOffering, "ShareOfferingNoShares");
        await expect(send({ shares: 11 }))
          .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
          .withArgs(amina.address, 10, 11);
        await setNextTime(until);
        await expect(send({}))
          .to.be.revertedWithCustomError(shareOffering, "ShareOfferingTooLateToCancel")
          .withArgs(until, until);
        expect(await shareOffering.nonces(amina.address)).to.equal(0);
      });
    });

    describe("given a currency that calls back in the middle", () => {
      it("refuses another cancellation with ReentrancyGuardReentrantCall", async () => {
        const before = await networkHelpers.loadFixture(signed);
        const { shareOffering, token, currency, amina, cancellation, signature } = before;
        const second = { ...cancellation, nonce: 1n };
        const calling = await turnInto(currency, "ReentrantDollar");
        const call = shareOffering.interface.encodeFunctionData("cancelWithSignature", [
          second,
          await signCancellation(shareOffering, amina, second),
        ]);
        await calling.arm(await shareOffering.getAddress(), call);

        await shareOffering.cancelWithSignature(cancellation, signature);

        const { name } = shareOffering.interface.parseError(await calling.answer()) ?? {};
        expect(name).to.equal("ReentrancyGuardReentrantCall");
        expect(await sharesAndSupply(token, amina)).to.deep.equal([6n, 22n]);
      });
    });

    it("signs in a domain that wallets can ask for", async () => {
      const { shareOffering } = await networkHelpers.loadFixture(signed);

      const { name, version, chainId, verifyingContract } = await shareOffering.eip712Domain();

      expect([name, version, chainId, verifyingContract]).to.deep.equal([
        "One Small Town shares",
        "1",
        (await ethers.provider.getNetwork()).chainId,
        await shareOffering.getAddress(),
      ]);
    });
  });
});

import { termsHashOf } from "@one-small-town/core/shares/termsHash.ts";
import { expect } from "chai";
import { openOffering } from "../../../scripts/operator/businesses.ts";
import { tokenAt } from "../../../scripts/operator/contracts.ts";
import { authorizationOf } from "../../fixture/authorizationOf.ts";
import { BAKERY } from "../../fixture/bakery.ts";
import { signCancellation } from "../../fixture/cancellationOf.ts";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { mill } from "../../fixture/mill.ts";
import { buyTogether, inviteNeighbours } from "../../fixture/neighbours.ts";
import { shareVoteOf } from "../../fixture/shareVoteOf.ts";

type Mill = Awaited<ReturnType<typeof mill>>;

/** Both sales are approved, in either order: the same number is the bakery's, or the mill's. */
async function approveBoth(before: Mill, millFirst: boolean) {
  const { deployment, terms, townAmbassador, countryAmbassador, millDocument } = before;
  const { hash } = millDocument;
  const millTerms = { ...terms, business: before.mill, plan: hash, pack: hash, name: "Mill", symbol: "MILL" };
  for (const each of millFirst ? [millTerms, terms] : [terms, millTerms]) {
    await openOffering(deployment, { terms: each, townAmbassador, countryAmbassador });
  }
  await inviteNeighbours(before);
  await networkHelpers.time.increaseTo(terms.opens);
}

/** What somebody signs of the bakery, before the chain is reorganised and number 1 is the mill's. */
async function reorganised<T>(sign: (before: Mill) => Promise<T>) {
  const before = await networkHelpers.loadFixture(mill);
  const fork = await networkHelpers.takeSnapshot();
  await approveBoth(before, false);
  const signed = await sign(before);
  await fork.restore(); // the two approvals are included the other way round
  await approveBoth(before, true);
  return { ...before, signed };
}

describe("the same signature after a reorganisation of the chain", () => {
  it("does not buy shares of another business", async () => {
    const before = await reorganised(({ currency, shareOffering, amina, terms }) =>
      authorizationOf(currency, {
        contract: shareOffering,
        method: "buyWithAuthorization",
        args: [1n, 10],
        binds: [
          ["uint64", "uint96", "uint256", "uint32"],
          [BAKERY, terms.price, 1n, 10],
        ],
        payer: amina,
        value: 10n * terms.price,
      }),
    );
    const { shareOffering, currency, stranger, amina, signed } = before;

    for (const offering of [1, 2]) {
      await expect(
        shareOffering.connect(stranger).buyWithAuthorization(offering, 10, signed),
      ).to.be.revertedWithCustomError(currency, "ERC3009InvalidSignature");
    }
    const { token } = await shareOffering.assetOf(1);
    expect(await tokenAt(token, amina).balanceOf(amina.address)).to.equal(0);
  });

  it("does not give back shares of another business, though as many are held", async () => {
    const before = await reorganised(async ({ shareOffering, amina, terms }) => {
      const sale = { offering: 1n, business: BAKERY, price: terms.price };
      const cancellation = { ...sale, shares: 4, holder: amina.address, nonce: 0n, deadline: 2n ** 40n };
      return { cancellation, signature: await signCancellation(shareOffering, amina, cancellation) };
    });
    const { shareOffering, amina, signed, terms } = before;
    await shareOffering.connect(amina).buy(1, 10);

    await expect(shareOffering.cancelWithSignature(signed.cancellation, signed.signature))
      .to.be.revertedWithCustomError(shareOffering, "ShareOfferingOtherSale")
      .withArgs(1, before.mill, terms.price);
    const lying = { ...signed.cancellation, business: before.mill };
    await expect(shareOffering.cancelWithSignature(lying, signed.signature)).to.be.revertedWithCustomError(
      shareOffering,
      "ShareOfferingBadSignature",
    );
  });

  it("does not object to another business's tranche, nor vote to wind it up", async () => {
    const before = await reorganised(async ({ releases, amina }) => {
      const message = { offering: 1n, holder: amina.address, deadline: 2n ** 40n };
      return {
        objection: await shareVoteOf(releases, amina, { ...message, tranche: 0 }),
        windUp: await shareVoteOf(releases, amina, message),
      };
    });
    const { shareOffering, releases, manager, amina, signed, terms } = before;
    await buyTogether(shareOffering, 1n, 140);
    await networkHelpers.time.increaseTo(terms.localEnds);
    await shareOffering.settle(1);
    await releases.connect(manager).request(1, { hash: ethers.id("stones"), uri: "" });

    for (const sent of [
      releases.objectWithSignature(1, 0, amina.address, signed.objection.deadline, signed.objection.signature),
      releases.voteWindUpWithSignature(1, amina.address, signed.windUp.deadline, signed.windUp.signature),
    ]) {
      await expect(sent).to.be.revertedWithCustomError(releases, "ReleasesNotSigned").withArgs(1, amina.address, 0);
    }
  });

  it("does not approve a tranche of another business, though the number and even the evidence are the same", async () => {
    const before = await networkHelpers.loadFixture(mill);
    await approveBoth(before, true);
    const { shareOffering, releases, manager, countryAmbassador, terms } = before;
    const evidence = ethers.id("a standard form");
    await buyTogether(shareOffering, 1n, 110);
    await networkHelpers.time.increaseTo(terms.localEnds);
    await shareOffering.settle(1);
    await releases.connect(manager).request(1, { hash: evidence, uri: "" });

    await expect(releases.connect(countryAmbassador).approve(1, BAKERY, 0, evidence))
      .to.be.revertedWithCustomError(releases, "ReleasesNotRequested")
      .withArgs(1, BAKERY, 0, evidence);
  });

  it("opens no sale on other terms: an approval names them whole", async () => {
    const before = await networkHelpers.loadFixture(mill);
    const { shareOffering, townAmbassador, countryAmbassador, terms } = before;
    await shareOffering.connect(townAmbassador).propose({ ...terms, price: terms.price * 2n });

    await expect(
      shareOffering.connect(countryAmbassador).approve(BAKERY, termsHashOf(terms)),
    ).to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProposed");
  });
});

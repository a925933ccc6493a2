import { expect } from "chai";
import { documentOf } from "../../scripts/operator/documents.ts";
import { authorizationOf, nonceOf } from "../fixture/authorizationOf.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { sharesAndSupply } from "../fixture/shares.ts";
import { permitOf } from "../fixture/permitOf.ts";
import { SAVINGS } from "../fixture/willowmere.ts";

const ACCOUNTS = documentOf("Accounts", "ipfs://accounts");

/** Amina, ben and the payer have allowed nothing. */
async function nothingAllowed() {
  const before = await networkHelpers.loadFixture(bakeryOnSale);
  const { shareOffering, currency, amina, ben } = before;
  for (const person of [amina, ben]) await currency.connect(person).approve(await shareOffering.getAddress(), 0);
  return before;
}

/** Amina signed an authorisation for ten shares. */
async function authorized() {
  const before = await networkHelpers.loadFixture(nothingAllowed);
  const { shareOffering, currency, amina, business, offering, terms } = before;
  const args = [offering, 10] as const;
  const agreement = {
    contract: shareOffering,
    method: "buyWithAuthorization",
    args,
    binds: [
      ["uint64", "uint96", "uint256", "uint32"],
      [business, terms.price, ...args],
    ],
    payer: amina,
    value: 10n * terms.price,
  } as const;
  return { ...before, agreement, authorization: await authorizationOf(currency, agreement) };
}

describe("incidents that shall not happen here: payments", () => {
  it("permit front-run", async () => {
    const before = await networkHelpers.loadFixture(nothingAllowed);
    const { shareOffering, profitSplitter, token, currency, amina, payer, stranger, offering, business, terms } =
      before;
    const toBuy = await permitOf(currency, amina, shareOffering, 10n * terms.price);
    const toDeposit = await permitOf(currency, payer, profitSplitter, 1_000n);
    for (const [owner, spender, value, { deadline, v, r, s }] of [
      [amina, shareOffering, 10n * terms.price, toBuy],
      [payer, profitSplitter, 1_000n, toDeposit],
    ] as const) {
      const address = await spender.getAddress();
      await currency.connect(stranger).permit(owner.address, address, value, deadline, v, r, s);
    }

    await shareOffering.connect(amina).buyWithPermit(offering, 10, toBuy);
    await profitSplitter.connect(payer).depositWithPermit(business, 1_000, 4, "2026 Q1", ACCOUNTS, toDeposit);

    expect(await sharesAndSupply(token, amina)).to.deep.equal([10n, 10n]);
    expect(await currency.balanceOf(payer.address)).to.equal(SAVINGS - 1_000n);
  });

  it("a permit used by somebody who is not the payer", async () => {
    const before = await networkHelpers.loadFixture(nothingAllowed);
    const { shareOffering, token, currency, amina, ben, offering, terms } = before;
    const permit = await permitOf(currency, amina, shareOffering, 10n * terms.price);

    await expect(shareOffering.connect(ben).buyWithPermit(offering, 10, permit)).to.be.revertedWithCustomError(
      currency,
      "ERC20InsufficientAllowance",
    );

    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
    expect(await sharesAndSupply(token, ben)).to.deep.equal([0n, 0n]);
  });

  it("an authorisation replayed", async () => {
    const before = await networkHelpers.loadFixture(authorized);
    const { shareOffering, token, currency, amina, offering, agreement, authorization } = before;
    await shareOffering.buyWithAuthorization(offering, 10, authorization);
    await shareOffering.connect(amina).cancel(offering, 10);

    await expect(shareOffering.buyWithAuthorization(offering, 10, authorization))
      .to.be.revertedWithCustomError(currency, "ERC3009UsedAuthorization")
      .withArgs(amina.address, await nonceOf(agreement));

    expect(await sharesAndSupply(token, amina)).to.deep.equal([0n, 0n]);
    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
  });

  it("an authorisation redirected", async () => {
    const before = await networkHelpers.loadFixture(authorized);
    const { shareOffering, profitSplitter, token, currency, amina, ben, offering, business, agreement } = before;
    const { authorization } = before;
    const attempts = [
      shareOffering.connect(ben).buyWithAuthorization(offering, 10, { ...authorization, payer: ben.address }),
      shareOffering.connect(ben).buyWithAuthorization(offering, 9, authorization),
      shareOffering.connect(ben).buyWithAuthorization(offering, 10, { ...authorization, salt: ethers.id("another") }),
      profitSplitter
        .connect(ben)
        .depositWithAuthorization(business, agreement.value, 4, "2026 Q1", ACCOUNTS, authorization),
    ];

    for (const attempt of attempts) {
      await expect(attempt).to.be.revertedWithCustomError(currency, "ERC3009InvalidSignature");
    }

    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
    await shareOffering.connect(ben).buyWithAuthorization(offering, 10, authorization);
    expect(await sharesAndSupply(token, amina)).to.deep.equal([10n, 10n]);
  });

  it("an authorisation stranded", async () => {
    const before = await networkHelpers.loadFixture(authorized);
    const { shareOffering, token, currency, amina, stranger, offering, agreement, authorization } = before;
    const address = await shareOffering.getAddress();
    const { validAfter, validBefore, v, r, s } = authorization;
    const straight = [amina.address, address, agreement.value, validAfter, validBefore] as const;
    const rest = [await nonceOf(agreement), v, r, s] as const;

    await expect(
      currency.connect(stranger).receiveWithAuthorization(...straight, ...rest),
    ).to.be.revertedWithCustomError(currency, "ERC20InvalidReceiver");
    await expect(
      currency.connect(stranger).transferWithAuthorization(...straight, ...rest),
    ).to.be.revertedWithCustomError(currency, "ERC3009InvalidSignature");

    expect(await currency.balanceOf(address)).to.equal(0);
    await shareOffering.connect(stranger).buyWithAuthorization(offering, 10, authorization);
    expect(await sharesAndSupply(token, amina)).to.deep.equal([10n, 10n]);
  });
});

import { RELEASE_DELAY } from "@one-small-town/core/rules/Releases.ts";
import { expect } from "chai";
import { BAKERY } from "../../fixture/bakery.ts";
import { bakeryFailed } from "../../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../../fixture/bakerySettled.ts";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { Phase } from "../../fixture/enumerations.ts";
import { ENDLESS, turnInto } from "../../fixture/turnInto.ts";
import { DAY, SAVINGS } from "../../fixture/willowmere.ts";

const EVIDENCE = ethers.id("invoices of the oven");
const oven = { hash: EVIDENCE, uri: "" };

describe("a tranche is paid to a contract from which nobody can take it", () => {
  it("cannot even be named as who is paid, by both ambassadors together", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { releases, shareOffering, currency, projectRegistry, token } = before;
    const { townAmbassador, countryAmbassador, manager, offering } = before;
    const held = await currency.balanceOf(await shareOffering.getAddress());
    await releases.connect(manager).request(offering, oven);
    for (const contract of [shareOffering, releases, token, currency]) {
      const paid = await contract.getAddress();
      await expect(projectRegistry.connect(townAmbassador).proposeManagement(BAKERY, manager.address, paid))
        .to.be.revertedWithCustomError(projectRegistry, "ProjectRegistryBadPayout")
        .withArgs(paid);
      await expect(projectRegistry.connect(countryAmbassador).approveManagement(BAKERY, manager.address, paid))
        .to.be.revertedWithCustomError(projectRegistry, "ProjectRegistryNotProposed")
        .withArgs(BAKERY, manager.address, paid);
    }
    expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(held);
  });
});

describe("a currency with hooks reaches what is not guarded in the midst of a payment", () => {
  const inside = ["settle", "update", "callOff", "withdrawCallOff"] as const;
  for (const name of inside) {
    it(`changes nothing about a purchase by ${name}`, async () => {
      const before = await networkHelpers.loadFixture(bakeryOnSale);
      const { shareOffering, currency, token, amina, offering, business, terms } = before;
      const calling = await turnInto(currency, "ReentrantDollar");
      const [fragment] = shareOffering.interface.fragments.filter((one) => "name" in one && one.name === name);
      const call = shareOffering.interface.encodeFunctionData(
        fragment as never,
        [name === "update" ? business : offering] as never,
      );
      await calling.arm(await shareOffering.getAddress(), call);

      await shareOffering.connect(amina).buy(offering, 15);

      expect(await token.totalSupply()).to.equal(15);
      expect(await currency.balanceOf(await shareOffering.getAddress())).to.equal(15n * terms.price);
      expect((await shareOffering.saleOf(offering)).phase).to.equal(Phase.Local);
    });
  }

  for (const name of ["windUp", "object", "payWindUp", "withdraw", "withdrawAgreement", "revoke"] as const) {
    it(`changes nothing about a release by ${name}`, async () => {
      const before = await networkHelpers.loadFixture(bakerySettled);
      const { releases, currency, manager, countryAmbassador, payout, offering, terms } = before;
      await networkHelpers.time.increaseTo(terms.localEnds + 360 * DAY);
      await releases.connect(manager).request(offering, oven);
      await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE);
      await networkHelpers.time.increase(RELEASE_DELAY);
      const calling = await turnInto(currency, "ReentrantDollar");
      const [fragment] = releases.interface.fragments.filter((one) => "name" in one && one.name === name);
      const call = releases.interface.encodeFunctionData(fragment as never, [offering] as never);
      await calling.arm(await releases.getAddress(), call);
      const had = await currency.balanceOf(payout.address);

      await releases.release(offering);

      expect((await currency.balanceOf(payout.address)) - had).to.equal((110n * terms.price) / 4n);
      expect((await releases.progressOf(offering)).windUpFrom, name).to.equal(0);
    });
  }
});

describe("the buyers of a failed sale refunded in one batch", () => {
  it("are all paid, though the currency tells every receiver, and one wallet's code never ends", async () => {
    const before = await networkHelpers.loadFixture(bakeryFailed);
    const { shareOffering, currency, amina, ben, dina, offering, terms } = before;
    await turnInto(currency, "TellingDollar");
    await networkHelpers.setCode(amina.address, ENDLESS);

    const holders = [amina.address, ben.address, dina.address];
    const refunded = shareOffering.refund(offering, holders, { gasLimit: 1_000_000 });

    await expect(refunded)
      .to.emit(shareOffering, "RefundKept")
      .withArgs(offering, amina.address, 15n * terms.price);
    for (const { address } of [ben, dina]) expect(await currency.balanceOf(address)).to.equal(SAVINGS);
    await networkHelpers.setCode(amina.address, "0x");
    await shareOffering.claimKept(offering, amina.address);
    expect(await currency.balanceOf(amina.address)).to.equal(SAVINGS);
  });
});

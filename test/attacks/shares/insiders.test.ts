import { attestOutsiders } from "@one-small-town/core/members/steps.ts";
import { RELEASE_DELAY } from "@one-small-town/core/rules/Releases.ts";
import { expect } from "chai";
import type { Address } from "viem";
import { attestInBatches } from "../../../scripts/operator/batches.ts";
import { send } from "../../../scripts/operator/send.ts";
import { authorizationOf } from "../../fixture/authorizationOf.ts";
import { BAKERY } from "../../fixture/bakery.ts";
import { bakeryOnSale } from "../../fixture/bakeryOnSale.ts";
import { bakerySettled, bakerySettledInCountry } from "../../fixture/bakerySettled.ts";
import { ethers, networkHelpers, setNextTime } from "../../fixture/connection.ts";
import { idOf } from "../../fixture/people.ts";
import { appointAmbassador } from "../../fixture/keys.ts";
import { replaceOfficer } from "../../fixture/replaceOfficer.ts";
import { shareVoteOf } from "../../fixture/shareVoteOf.ts";
import { COUNTRY, ELSEWHERE, type willowmere } from "../../fixture/willowmere.ts";

const EVIDENCE = ethers.id("nothing at all");

type Town = Awaited<ReturnType<typeof willowmere>>;

/** The Country Ambassador is a person of the country, who may hold shares that the country may hold. */
async function attestAmbassador({ deployment, countryAmbassador }: Town): Promise<void> {
  const wallet = countryAmbassador.address as Address;
  const outsider = { wallet, country: COUNTRY, personId: idOf("the country's ambassador") };
  await send(countryAmbassador, attestOutsiders(deployment, COUNTRY, [outsider]));
}

/** The Country Ambassador lives in the town. */
async function ambassadorMovesIn({ deployment, registrar, town, residentUntil, countryAmbassador }: Town) {
  const wallet = countryAmbassador.address as Address;
  const attestation = { wallet, residentUntil, joins: false, personId: idOf("the country's ambassador") };
  await attestInBatches(deployment, { registrar, town, attestations: [attestation] });
}

describe("who decides on a business's money holds the shares that would have to object", () => {
  it("buys none as Country Ambassador: neither as a resident, nor of the country, nor signed and sent by others", async () => {
    const before = await networkHelpers.loadFixture(bakeryOnSale);
    const { shareOffering, currency, countryAmbassador, amina, offering, terms } = before;
    const refused = (sent: Promise<unknown>) =>
      expect(sent)
        .to.be.revertedWithCustomError(shareOffering, "ShareOfferingInsider")
        .withArgs(BAKERY, countryAmbassador.address);
    await ambassadorMovesIn(before);
    await refused(shareOffering.connect(countryAmbassador).buy(offering, 1));
    const agreement = {
      contract: shareOffering,
      method: "buyWithAuthorization",
      args: [offering, 1],
      binds: [
        ["uint64", "uint96", "uint256", "uint32"],
        [BAKERY, terms.price, offering, 1],
      ],
      payer: countryAmbassador,
      value: terms.price,
    } as const;
    const authorization = await authorizationOf(currency, agreement);
    await refused(shareOffering.connect(amina).buyWithAuthorization(offering, 1, authorization));
    expect(await shareOffering.isInsider(BAKERY, countryAmbassador.address)).to.equal(true);

    const elsewhere = await networkHelpers.loadFixture(bakeryOnSale);
    await attestAmbassador(elsewhere);
    await setNextTime(terms.localEnds);
    await refused(shareOffering.connect(countryAmbassador).buy(offering, 1));
  });

  it("buys none as the successor, and may again as the former one", async () => {
    const before = await networkHelpers.loadFixture(bakeryOnSale);
    const { shareOffering, countryAmbassador, dina, offering, terms } = before;
    await attestAmbassador(before);
    await setNextTime(terms.localEnds);
    await shareOffering.connect(dina).buy(offering, 1);
    await replaceOfficer(before, "countryAmbassador"); // dina

    await expect(shareOffering.connect(dina).buy(offering, 1))
      .to.be.revertedWithCustomError(shareOffering, "ShareOfferingInsider")
      .withArgs(BAKERY, dina.address);
    await shareOffering.connect(countryAmbassador).buy(offering, 1);
  });

  it("buys of a business of another country as anybody may", async () => {
    const before = await networkHelpers.loadFixture(bakeryOnSale);
    const { shareOffering, emil, offering, terms } = before;
    await appointAmbassador(before, { country: ELSEWHERE }, emil);
    await setNextTime(terms.countryEnds);

    await shareOffering.connect(emil).buy(offering, 1);
  });

  it("buys none as a manager or payout wallet appointed during the sale, and may again once replaced", async () => {
    const before = await networkHelpers.loadFixture(bakeryOnSale);
    const { shareOffering, projectRegistry, townAmbassador, countryAmbassador, manager, payout, ben, offering } =
      before;
    const appoint = async (paid: { address: string }) => {
      await projectRegistry.connect(townAmbassador).proposeManagement(BAKERY, manager.address, paid.address);
      await projectRegistry.connect(countryAmbassador).approveManagement(BAKERY, manager.address, paid.address);
    };
    await shareOffering.connect(ben).buy(offering, 1);
    await appoint(ben);
    await expect(shareOffering.connect(ben).buy(offering, 1)).to.be.revertedWithCustomError(
      shareOffering,
      "ShareOfferingInsider",
    );
    await shareOffering.connect(ben).cancel(offering, 1); // one's money back is nobody's harm
    await appoint(payout);
    await shareOffering.connect(ben).buy(offering, 1);
  });

  it("gets shares from others, beyond every limit, and moves nothing with them", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { token, releases, amina, ben, manager, offering } = before;
    await token.connect(amina).transfer(manager.address, 60);
    await token.connect(ben).transfer(manager.address, 49);
    for (const call of [releases.connect(manager).voteWindUp(offering), releases.connect(manager).object(offering)]) {
      await expect(call).to.be.revert(ethers);
    }
    const { deadline, signature } = await shareVoteOf(releases, manager, { offering, holder: manager.address });
    await expect(releases.voteWindUpWithSignature(offering, manager.address, deadline, signature))
      .to.be.revertedWithCustomError(releases, "ReleasesInsider")
      .withArgs(BAKERY, manager.address);

    // the one share that may vote decides
    await expect(releases.connect(ben).voteWindUp(offering)).to.emit(releases, "WindUpBegan");
  });

  it("holds four fifths as Country Ambassador, and the others can block all the same", async () => {
    const before = await networkHelpers.loadFixture(bakerySettledInCountry);
    const { token, releases, manager, countryAmbassador, amina, dina, offering } = before;
    await attestAmbassador(before);
    await token.connect(dina).transfer(countryAmbassador.address, 40);
    await token.connect(amina).transfer(countryAmbassador.address, 41); // amina keeps 19 of 100
    await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" });
    await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE);

    await expect(releases.connect(countryAmbassador).object(offering)).to.be.revertedWithCustomError(
      releases,
      "ReleasesInsider",
    );
    await expect(releases.connect(amina).object(offering)).to.emit(releases, "ReleaseBlocked");
    await networkHelpers.time.increase(RELEASE_DELAY);
    await expect(releases.release(offering)).to.be.revertedWithCustomError(releases, "ReleasesNotPayable");
  });

  it("cannot shrink what blocks by an objection of their own, given before they were appointed", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { token, releases, projectRegistry, townAmbassador, countryAmbassador, manager, amina, carla, offering } =
      before;
    await token.connect(amina).transfer(carla.address, 15);
    await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" });
    await releases.connect(carla).object(offering);
    await projectRegistry.connect(townAmbassador).proposeManagement(BAKERY, manager.address, carla.address);
    await projectRegistry.connect(countryAmbassador).approveManagement(BAKERY, manager.address, carla.address);

    const { objecting, votable } = await releases.tallyOf(offering);
    expect([objecting, votable]).to.deep.equal([0n, 95n]);
  });
});
